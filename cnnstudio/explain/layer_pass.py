"""One pass of images through a network that can be differentiated from the class scores back to one layer."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.errors import NetworkError
from cnnstudio.explain.map_layout import MapLayout, layout_of
from cnnstudio.explain.pass_hooks import (
    first_not_finite,
    first_output,
    hooked,
    is_finite,
    name_of,
    plain_arithmetic,
    reached,
    shown_name,
    undisturbed,
)
from cnnstudio.explain.scores import class_scores, has_one_score, score
from cnnstudio.explain.target import ExactTarget, Region
from cnnstudio.explain.target_layer import names_that_work
from cnnstudio.wording import translate

_KEPT = ("_saved_input", "_saved_self", "_saved_result", "_saved_other", "_saved_mat1")
"""Where torch's operations keep values for the way back; not their weights, which are the network's own."""


class Tap:
    """The hook at a layer: cuts the graph there and keeps an untouched copy of the layer's output.

    Parameters
    ----------
    call : which call of the layer to keep, counted from 1; 0 for the last
    """

    def __init__(self, call: int = 0) -> None:
        self.leaf: Tensor | None = None
        self.kind = ""
        self.calls = 0
        self._call = call

    def __call__(self, _layer: nn.Module, _inputs: Any, output: Any) -> Tensor | None:
        """Keep the output and hand on one that gradients can be asked of."""
        self.calls += 1
        if self._call not in (0, self.calls):
            return None
        self.kind = type(output).__name__
        if not isinstance(output, Tensor) or not output.is_floating_point():
            return None
        torch.set_grad_enabled(True)   # also where a network freezes a part of itself with no_grad
        # Copied twice, so that neither a later in-place operation on the input of a layer that hands its input
        # through, nor one on what the next layer receives, can reach the activations that are multiplied below.
        self.leaf = output.detach().clone().requires_grad_()
        return self.leaf.clone()


@dataclass(frozen=True, slots=True, eq=False)
class LayerPass:
    """What one pass of n images gave at one layer and behind it; the way between can be gone back many times.

    Attributes
    ----------
    network, images : what ran; images (n, C, H, W)
    name : the layer, as the user calls it
    layout : how the layer's output holds its maps
    leaf : the layer's output, in its own layout
    output : what the network returned
    calls : how often the layer ran
    draws_numbers : whether the network drew random numbers although it was not training
    """

    network: nn.Module
    images: Tensor
    name: str
    layout: MapLayout
    leaf: Tensor
    output: Any
    calls: int
    draws_numbers: bool

    @property
    def activations(self) -> Tensor:
        """The layer's maps (n, C, h, w)."""
        return self.layout.maps(self.leaf.detach())

    @property
    def size_bytes(self) -> int:
        """Memory of the layer's output and of what is recorded behind it."""
        return self.leaf.nbytes + _recorded_bytes(first_output(self.output).grad_fn)

    @property
    def has_one_score(self) -> bool:
        """Whether the network gives one number for two classes."""
        return has_one_score(self.output, len(self.images))

    def scores(self, region: Region | None = None) -> Tensor:
        """Return the class scores (n, K); see `class_scores`."""
        return class_scores(self.output, len(self.images), region)

    def gradients(self, targets: Sequence[ExactTarget]) -> Tensor:
        """Return dY/dA (n, C, h, w) with Y the score of ``targets[i]`` for image i; or one target for all images.

        In evaluation mode images do not see one another, so one way back serves all of them.

        Raises
        ------
        NetworkError
            The layer does not lead to the class scores, or values are not finite.
        """
        with plain_arithmetic(self.leaf.device):
            total = self._total(targets)
            gradient = torch.autograd.grad(total, self.leaf, retain_graph=True, allow_unused=True)[0] if (
                total.requires_grad) else None
        if gradient is None:
            raise NetworkError(translate(
                "explain", "Layer {name} does not lead to the class scores, so it cannot have spoken for a class; "
                "{names_that_work}.", name=self.name, names_that_work=names_that_work(self.network, self.images[:1])))
        _check_finite(self, gradient)
        return self.layout.maps(gradient)

    def class_gradients(self, targets: Sequence[ExactTarget]) -> Tensor:
        """Return dY/dA of the only image for each of several targets, (len(targets), C, h, w), in one way back.

        The weights behind the layer are read once for all of them, which with large dense layers is nearly all the
        work.

        Raises
        ------
        NetworkError
            As from `gradients`.
        """
        with plain_arithmetic(self.leaf.device), warnings.catch_warnings():
            warnings.simplefilter("ignore")   # torch tells of operations that it can only do one after the other
            totals = torch.stack([score(self.scores(target.region), target, one_score=self.has_one_score)[0]
                                  for target in targets])
            gradient = torch.autograd.grad(totals, self.leaf, torch.eye(len(targets)).to(totals), retain_graph=True,
                                           allow_unused=True, is_grads_batched=True)[0] if (
                len(targets) > 1 and totals.requires_grad) else None
        if gradient is None:
            return torch.cat([self.gradients([target]) for target in targets])
        _check_finite(self, gradient)
        return self.layout.maps(gradient.flatten(0, 1))

    def _total(self, targets: Sequence[ExactTarget]) -> Tensor:
        if len(set(targets)) == 1:
            return score(self.scores(targets[0].region), targets[0], one_score=self.has_one_score).sum()
        rows = [score(self.scores(target.region)[place:place + 1], target, one_score=self.has_one_score)
                for place, target in zip(range(len(self.images)), targets, strict=True)]
        return torch.cat(rows).sum()


def layer_pass(network: nn.Module, layer: nn.Module, images: Tensor, call: int = 0) -> LayerPass:
    """Run images once; nothing before the layer is recorded, so it costs hardly more than a plain pass.

    Parameters
    ----------
    network : left exactly as found, see `undisturbed`
    layer : a part of it whose output has height and width
    images : (n, C, H, W), normalised, on the network's device
    call : which call of the layer, from 1; 0 for the last

    Raises
    ------
    NetworkError
        The layer is no part of the network, did not run or has no height and width, or its values are not finite.
        The message names the layer and what to do.
    InputError
        ``images`` are no images.
    """
    name = shown_name(network, name_of(network, layer))
    tap = Tap(call)
    with undisturbed(network, images) as look, hooked({layer: tap}):
        output = look()
        class_scores(output, len(images))   # refuses what is none before anything is asked of it
    layout, leaf = _maps(network, images, name, tap)
    found = LayerPass(network, images, name, layout, leaf, output, tap.calls, look.draws_numbers)
    _check_finite(found, found.leaf, found.scores())
    return found


def _maps(network: nn.Module, images: Tensor, name: str, tap: Tap) -> tuple[MapLayout, Tensor]:
    """Return how the layer holds its maps, and them, or refuse it with the reason and the layers that work."""
    leaf = tap.leaf
    layout = None if leaf is None or leaf.shape[0] != len(images) else layout_of(leaf.shape, *images.shape[2:])
    if tap.calls == 0:
        reason = translate("explain", "did not run for this image")
    elif leaf is None:
        reason = translate("explain", "gives {kind}, not one tensor", kind=tap.kind) if tap.kind else translate(
            "explain", "runs only {calls} times for this image", calls=tap.calls)
    elif layout is None:
        reason = translate(
            "explain", "gives a vector of shape {shape} without height and width", shape=tuple(leaf.shape[1:]))
    elif layout.height * layout.width < 2:
        reason = translate("explain", "gives maps of 1 × 1, which have no places to compare")
    else:
        return layout, leaf
    raise NetworkError(translate(
        "explain", "Layer {name} {reason}, so there is no heatmap of it; {names_that_work}.", name=name, reason=reason,
        names_that_work=names_that_work(network, images[:1])))


def _check_finite(found: LayerPass, *values: Tensor) -> None:
    if all(is_finite(value) for value in values):
        return
    bad = next(filter(None, (first_not_finite(found.network, image[None]) for image in found.images)), None)
    if bad is None:
        raise NetworkError(translate(
            "explain", "The gradients at layer {found} are not finite (NaN or infinity); choose a later layer.",
            found=found.name))
    raise NetworkError(translate(
        "explain", "Layer {shown_name} gives values that are not finite (NaN or infinity), so nothing can be "
        "explained. The weights have probably run away in training: train again with a lower learning rate.",
        shown_name=shown_name(found.network, bad)))


def _recorded_bytes(end: Any) -> int:
    """Return the memory of the values kept for the way back from ``end``, each counted once."""
    sizes: dict[int, int] = {}
    for node in reached(end):
        for name in _KEPT:
            value = getattr(node, name, None)
            if isinstance(value, Tensor):
                storage = value.untyped_storage()
                sizes[storage.data_ptr()] = storage.nbytes()
    return sum(sizes.values())
