"""Maps of all layers with height and width at once, from one pass forwards and one back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.explain.cam_methods import cam
from cnnstudio.explain.inspected_layer import InspectedLayer
from cnnstudio.explain.map_layout import layout_of
from cnnstudio.explain.pass_hooks import Hook, hooked, inspected_layers, undisturbed
from cnnstudio.explain.scores import class_scores, has_one_score, region_of, resolve, score
from cnnstudio.explain.target import ExactTarget, Target


@dataclass(frozen=True, slots=True, eq=False)
class EveryLayer:
    """Maps by layer key, (h, w) each, in the order the layers ran; layers the score does not depend on have none."""

    maps: Mapping[str, Tensor]
    scores: Tensor
    """(K,)."""
    target: ExactTarget


class _Taps:
    """Keeps the output of each wanted call, and hands on a copy where a later operation works in place on it."""

    def __init__(self, layers: Sequence[InspectedLayer]) -> None:
        self.outputs: dict[str, tuple[Tensor, int]] = {}
        self._layers = {(layer.id, layer.call): layer for layer in layers}
        self._counted = Counter[str]()

    def hook(self, name: str) -> Hook:
        """Return the hook of one layer."""
        def tap(_module: nn.Module, _inputs: Any, output: Any) -> Tensor | None:
            self._counted[name] += 1
            layer = self._layers.get((name, self._counted[name]))
            if layer is None or not isinstance(output, Tensor):
                return None
            torch.set_grad_enabled(True)   # also where a network freezes a part of itself with no_grad
            kept = output if output.requires_grad else output.detach().clone().requires_grad_()
            self.outputs[layer.key] = (kept, kept._version)  # noqa: SLF001 - torch has no other way to ask
            return kept.clone() if layer.is_overwritten else kept
        return tap


def every_layer(network: nn.Module, image: Tensor, layers: Sequence[InspectedLayer], target: Target | int | None,
                method: str) -> EveryLayer:
    """Return the maps of all ``layers`` of one image; gradients of the weights are never worked out.

    Back-propagation to the first layer passes the gradients of all others anyway; each is made a map of and let go.

    Parameters
    ----------
    network : left exactly as found
    image : (1, C, H, W), normalised
    method : a name of `CAM_METHODS`
    """
    taps = _Taps(layers)
    modules = inspected_layers(network)
    hooks = {modules[name]: taps.hook(name) for name in dict.fromkeys(layer.id for layer in layers)}
    with undisturbed(network, image) as look, hooked(hooks):
        output = look()
        scores = class_scores(output, 1, region_of(target))
        exact = resolve(target, scores.detach()[0])
        total = score(scores, exact, one_score=has_one_score(output, 1)).sum()
        # A layer that hands its input on has given memory that others may have changed since: it is left out.
        kept = {key: value for key, (value, version) in taps.outputs.items() if value._version == version}  # noqa: SLF001
        gradients = torch.autograd.grad(total, list(kept.values()), allow_unused=True)
    maps = {key: _map(value, gradient, method, (image.shape[2], image.shape[3]))
            for (key, value), gradient in zip(kept.items(), gradients, strict=True) if gradient is not None}
    return EveryLayer({key: found for key, found in maps.items() if found is not None}, scores.detach()[0], exact)


def _map(activations: Tensor, gradients: Tensor, method: str, size: tuple[int, int]) -> Tensor | None:
    layout = layout_of(activations.shape, *size)
    if layout is None:
        return None
    return cam(method, layout.maps(activations.detach()), layout.maps(gradients))[0]
