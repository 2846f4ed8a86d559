"""Grad-CAM: which places of a layer's output spoke for a class, as the paper defines it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.explain.cam_methods import cam
from cnnstudio.explain.layer_pass import LayerPass, layer_pass
from cnnstudio.explain.pass_hooks import check_image
from cnnstudio.explain.scores import resolve
from cnnstudio.explain.target import Target
from cnnstudio.wording import translate


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


def grad_cam(module: nn.Module, layer: nn.Module, image: Tensor, target: Target | int | None = None) -> GradCam:
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
    check_image(image)
    passed = layer_pass(module, layer, image)
    scores = passed.scores().detach()[0]
    exact = resolve(target, scores)
    raw = cam("grad-cam", passed.activations, passed.gradients([exact]))[0]
    return GradCam(to_numpy(raw), to_numpy(scores), exact.index, passed.calls, pass_notes(passed))


def pass_notes(passed: LayerPass, call: int = 0) -> tuple[str, ...]:
    """Return what the user should know of a pass: several calls of the layer, numbers drawn at random."""
    notes = []
    if passed.calls > 1:
        which = translate(
            "explain", "the last call") if call in (0, passed.calls) else translate("explain", "call {call}", call=call)
        notes.append(translate(
            "explain", "Layer {passed} runs {calls} times for one image; the map is of {which}.", passed=passed.name,
            calls=passed.calls, which=which))
    if passed.draws_numbers:
        notes.append(translate(
            "explain", "The network draws random numbers even when it is not training; another look may differ."))
    return tuple(notes)


def to_numpy(values: Tensor) -> npt.NDArray[np.float32]:
    """Copy a tensor to numpy as float32."""
    return values.detach().to(torch.float32).cpu().numpy()
