"""Maps of many images at once, each for a target of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from cnnstudio.errors import InputError
from cnnstudio.explain.cam_methods import cam
from cnnstudio.explain.grad_cam import to_numpy
from cnnstudio.explain.heatmap import Floats
from cnnstudio.explain.layer_pass import LayerPass, layer_pass
from cnnstudio.explain.scores import region_of, resolve
from cnnstudio.explain.target import ExactTarget, Target
from cnnstudio.wording import translate

AT_ONCE = 16
"""Images of one pass."""


@dataclass(frozen=True, slots=True, eq=False)
class BatchMaps:
    """Maps of n images at one layer.

    Attributes
    ----------
    raw : (n, h, w) float32, signed, in the layer's own cells
    logits : (n, K)
    targets : what each map is the evidence for
    """

    raw: Floats
    logits: Floats
    targets: tuple[ExactTarget, ...]


def batch_maps(network: nn.Module, layer: nn.Module, images: Tensor, targets: Sequence[Target | int | None],
               method: str, call: int = 0) -> BatchMaps:
    """Return the maps of images (n, C, H, W), n >= 1; the network is left exactly as found.

    In evaluation mode images do not see one another, so one way back serves `AT_ONCE` of them.

    Parameters
    ----------
    targets : one for each image; None for the class predicted of it
    method : a name of `CAM_METHODS`
    call : which call of the layer, from 1; 0 for the last

    Raises
    ------
    InputError
        There is not one target for each image, or one names a class that is not there.
    NetworkError
        From `layer_pass`.
    """
    if len(targets) != len(images):
        raise InputError(translate(
            "explain", "Each image needs a target: {count} images were given and {targets_count} targets.",
            count=len(images), targets_count=len(targets)))
    starts = range(0, len(images), AT_ONCE)
    parts = [_part(layer_pass(network, layer, images[start:start + AT_ONCE], call), targets[start:start + AT_ONCE],
                   method) for start in starts]
    return BatchMaps(np.concatenate([part.raw for part in parts]), np.concatenate([part.logits for part in parts]),
                     tuple(target for part in parts for target in part.targets))


def _part(passed: LayerPass, targets: Sequence[Target | int | None], method: str) -> BatchMaps:
    scores = torch.stack([passed.scores(region_of(target))[place] for place, target in enumerate(targets)]).detach()
    exact = tuple(resolve(target, row) for target, row in zip(targets, scores, strict=True))
    return BatchMaps(to_numpy(cam(method, passed.activations, passed.gradients(exact))), to_numpy(scores), exact)
