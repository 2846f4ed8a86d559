"""Grad-CAM: which places of a layer's output spoke for a class, as the paper defines it."""

import operator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.errors import InputError, NetworkError
from cnnstudio.explain.pass_hooks import first_not_finite, hooked, name_of, pick_logits, shown_name, undisturbed
from cnnstudio.explain.target_layer import names_that_work


@dataclass(frozen=True, slots=True, eq=False)
class GradCam:
    """The outcome of one Grad-CAM."""

    raw: npt.NDArray[np.float32]
    """(h, w), signed, in the layer's own cells, before ReLU: positive spoke for the class, negative against it."""
    logits: npt.NDArray[np.float32]
    """(K,), the network's class scores for this image."""
    target: int
    """The class that was explained."""
    calls: int = 1
    """How often the layer ran in this pass; the map is of the last call."""
    notes: tuple[str, ...] = ()
    """Sentences the user should see beside the map."""


class _Tap:
    """The hook at the layer: cuts the graph there and keeps an untouched copy of the layer's output."""

    def __init__(self) -> None:
        self.leaf: Tensor | None = None
        self.kind = ""
        self.calls = 0

    def __call__(self, _layer: nn.Module, _inputs: Any, output: Any) -> Tensor | None:
        self.calls += 1
        self.kind = type(output).__name__
        if not isinstance(output, Tensor) or not output.is_floating_point():
            return None
        torch.set_grad_enabled(True)   # also where a network freezes a part of itself with no_grad
        # Copied twice, so that neither a later in-place operation on the input of a layer that hands its input
        # through, nor one on what the next layer receives, can reach the activations that are multiplied below.
        self.leaf = output.detach().clone().requires_grad_()
        return self.leaf.clone()


def grad_cam(module: nn.Module, layer: nn.Module, image: Tensor, target: int | None = None) -> GradCam:
    """Explain one class score of one image at one layer.

    With A the layer's own output and Y the class score (logit), the signed map is
    ``sum_k w_k A_k`` with ``w_k`` the mean over height and width of ``dY/dA_k``; its ReLU is the Grad-CAM of
    Selvaraju et al. 2017, equations 1 and 2. Calculated in float32 (float64 where the network is float64) whatever
    the training used. Only the part of the network behind the layer is differentiated, and only as far as the layer.

    Parameters
    ----------
    module : the network; left exactly as found, see `undisturbed`
    layer : a part of ``module`` whose output is (1, C, h, w) with h * w > 1
    image : (1, C, H, W), normalised, on the module's device
    target : index of the class, None for the one with the highest score

    Raises
    ------
    NetworkError
        The layer is not a part of the network, did not run, does not lead to the class scores, or has no height and
        width; or values are not finite. The message names the layer and what to do.
    InputError
        The image is not one image, or the target is not a class of the network.
    """
    name = shown_name(module, name_of(module, layer))
    tap = _Tap()
    with undisturbed(module, image) as look, hooked({layer: tap}):
        logits = pick_logits(look())
        index = _check_target(target, logits)
        gradient = _gradient(logits[index], tap.leaf)
    activations = _check_activations(module, image, name, tap)
    if gradient is None:
        raise NetworkError(f"Layer {name} does not lead to the class scores, so it cannot have spoken for a class; "
                           f"{names_that_work(module, image)}.")
    _check_finite(module, image, name, (logits, activations, gradient))
    weights = gradient.mean(dim=(2, 3), keepdim=True)
    raw = (weights * activations).sum(dim=1)[0]
    return GradCam(_numpy(raw), _numpy(logits), index, tap.calls, _notes(name, tap.calls, look.draws_numbers))


def _gradient(score: Tensor, leaf: Tensor | None) -> Tensor | None:
    """Return d score / d leaf, None where score does not depend on it."""
    if leaf is None or not score.requires_grad:
        return None
    return torch.autograd.grad(score, leaf, allow_unused=True)[0]


def _check_target(target: int | None, logits: Tensor) -> int:
    if target is None:
        return int(logits.argmax())
    index = operator.index(target)
    if not 0 <= index < logits.numel():
        classes = f"{logits.numel()} classes (0 to {logits.numel() - 1})" if logits.numel() > 1 else (
            "one class score (0); its negative evidence speaks for the other class")
        raise InputError(f"There is no class {index}: this network has {classes}.")
    return index


def _check_activations(module: nn.Module, image: Tensor, name: str, tap: _Tap) -> Tensor:
    """Return the layer's output (1, C, h, w), or refuse the layer with the reason and the ones that work."""
    if tap.calls == 0:
        reason = "did not run for this image"
    elif tap.leaf is None:
        reason = f"gives {tap.kind}, not one tensor"
    elif tap.leaf.ndim != 4 or tap.leaf.shape[0] != 1:
        reason = f"gives a vector of shape {tuple(tap.leaf.shape[1:])} without height and width"
    elif tap.leaf.shape[2] * tap.leaf.shape[3] < 2:
        reason = "gives maps of 1 × 1, which have no places to compare"
    else:
        return tap.leaf.detach()
    raise NetworkError(f"Layer {name} {reason}, so there is no heatmap of it; {names_that_work(module, image)}.")


def _check_finite(module: nn.Module, image: Tensor, name: str, values: tuple[Tensor, ...]) -> None:
    if all(bool(torch.isfinite(value).all()) for value in values):
        return
    bad = first_not_finite(module, image)
    if bad is None:
        raise NetworkError(f"The gradients at layer {name} are not finite (NaN or infinity); choose a later layer.")
    raise NetworkError(f"Layer {shown_name(module, bad)} gives values that are not finite (NaN or infinity), so "
                       "nothing can be explained. The weights have probably run away in training: train again with a "
                       "lower learning rate.")


def _notes(name: str, calls: int, draws_numbers: bool) -> tuple[str, ...]:
    notes = []
    if calls > 1:
        notes.append(f"Layer {name} runs {calls} times for one image; the map is of the last call.")
    if draws_numbers:
        notes.append("The network draws random numbers even when it is not training; another look may differ.")
    return tuple(notes)


def _numpy(values: Tensor) -> npt.NDArray[np.float32]:
    return values.detach().to(torch.float32).cpu().numpy()
