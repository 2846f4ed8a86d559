"""Maps of all layers with height and width at once, from one pass forwards and one back."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.explain.cam_methods import CAM_METHODS
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
    """Makes the map of each wanted call at the moment its gradient comes by on the way back, and keeps nothing else.

    Both are still near in the processor's memory then, and never do all gradients lie in memory at once.

    Parameters
    ----------
    size : height and width of the image
    """

    def __init__(self, layers: Sequence[InspectedLayer], method: str, size: tuple[int, int]) -> None:
        self.maps: dict[str, Tensor] = {}
        self.starts: list[Tensor] = []
        """Where the recording begins: values that no other kept value leads to."""
        self._layers = {(layer.id, layer.call): layer for layer in layers}
        self._counted = Counter[str]()
        self._method, self._size = CAM_METHODS[method], size

    def hook(self, name: str) -> Hook:
        """Return the hook of one layer; it hands on a copy where a later operation works in place on the output."""
        def tap(_module: nn.Module, _inputs: Any, output: Any) -> Tensor | None:
            self._counted[name] += 1
            layer = self._layers.get((name, self._counted[name]))
            if layer is None or not isinstance(output, Tensor):
                return None
            torch.set_grad_enabled(True)   # also where a network freezes a part of itself with no_grad
            kept = output if output.requires_grad else output.detach().clone().requires_grad_()
            if kept.is_leaf:
                self.starts.append(kept)
            self._watch(layer.key, kept)
            return kept.clone() if layer.is_overwritten else kept
        return tap

    def _watch(self, key: str, kept: Tensor) -> None:
        layout, values = layout_of(kept.shape, *self._size), kept.detach()
        version = values._version  # noqa: SLF001 - torch has no other way to ask

        def arrived(gradient: Tensor) -> None:
            # A layer that hands its input on has given memory that others may have changed since: it is left out.
            if layout is not None and values._version == version:  # noqa: SLF001
                self.maps[key] = self._method(layout.maps(values), layout.maps(gradient))[0]
        kept.register_hook(arrived)  # type: ignore[no-untyped-call]


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
    taps = _Taps(layers, method, (image.shape[2], image.shape[3]))
    modules = inspected_layers(network)
    hooks = {modules[name]: taps.hook(name) for name in dict.fromkeys(layer.id for layer in layers)}
    with undisturbed(network, image) as look, hooked(hooks):
        output = look()
        scores = class_scores(output, 1, region_of(target))
        exact = resolve(target, scores.detach()[0])
        total = score(scores, exact, one_score=has_one_score(output, 1)).sum()
        if total.requires_grad:
            torch.autograd.grad(total, taps.starts, allow_unused=True)
    return EveryLayer({layer.key: taps.maps[layer.key] for layer in layers if layer.key in taps.maps},
                      scores.detach()[0], exact)
