"""The one pass over the audited images: answers, where the evidence for the true class lies, and pooled features."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from cnnstudio.errors import NetworkError
from cnnstudio.explain.audit.case import AuditCase, Floats, audited_scores
from cnnstudio.explain.pass_hooks import Hook, hooked
from cnnstudio.explain.target_layer import choose_layer, find_layer
from cnnstudio.training.modes import evaluation_mode

Places = npt.NDArray[np.int64]

INPUT = ""
"""What `OnePass.layer` says where no layer of the network keeps height and width: the maps are of the image itself."""

_FINEST = 28   # cells a side; finer maps tell an audit no more and would fill the memory


@dataclass(frozen=True, slots=True, eq=False)
class OnePass:
    """What one pass over n images tells; each array's first axis is images.

    Attributes
    ----------
    places : (n,) places in `AuditCase.pixels`
    logits : (n, K)
    maps : (n, h, w) signed evidence for the TRUE class against the mean of the others, in logits a cell: the HiResCAM
        (Draelos and Carin, 2020) of Y = z_c - mean of the other z, the sum over channels of A * dY/dA
    features : (n, C) activations of the layer, mean over its cells
    contributions : (n, C) the same evidence by channel, summed over the cells; behind a global average pooling and a
        dense layer it is (W[c] - mean of the other rows) * features
    layer : id of the layer all this is of, or `INPUT`
    """

    places: Places
    logits: Floats
    maps: Floats
    features: Floats
    contributions: Floats
    layer: str

    def answers(self) -> Places:
        """Return the predicted classes, (n,)."""
        return np.asarray(self.logits.argmax(axis=1), dtype=np.int64)

    def margins(self, labels: Places) -> Floats:
        """Return z_c minus the largest other z of each image, (n,), for its class in ``labels``, (n,)."""
        return margins(self.logits, labels)

    def take(self, rows: Places | npt.NDArray[np.bool_]) -> "OnePass":
        """Return the same of some of the images."""
        return OnePass(self.places[rows], self.logits[rows], self.maps[rows], self.features[rows],
                       self.contributions[rows], self.layer)


def margins(logits: Floats, labels: Places) -> Floats:
    """Return z_c minus the largest other z, (n,), of logits (n, K) and classes (n,)."""
    rows = np.arange(len(logits))
    others = logits.copy()
    others[rows, labels] = -np.inf
    return np.asarray(logits[rows, labels] - others.max(axis=1), dtype=np.float32)


def class_order(labels: Places) -> Places:
    """Return all places class after class, so that the first class is whole long before the last image is seen."""
    return np.asarray(np.argsort(labels, kind="stable"), dtype=np.int64)


def look_once(case: AuditCase, places: Places, should_stop: Callable[[], bool]) -> Iterator[OnePass]:
    """Yield what the network does with the images at ``places``, in this order, a few at a time.

    Ends early, without an error, when ``should_stop`` says so; it is asked before each part of at most
    `AuditCase.at_once` images. The network is left as found: evaluation mode for the time of a part only, no gradient
    of a weight is worked out.
    """
    layer = _layer(case)
    for start in range(0, len(places), case.at_once):
        if should_stop():
            return
        yield _look(case, places[start:start + case.at_once], layer)


def joined(parts: Iterable[OnePass]) -> OnePass:
    """Put parts of a pass together, in order of `OnePass.places`.

    Raises
    ------
    ValueError
        When there is no part.
    """
    whole = list(parts)
    if not whole:
        raise ValueError("a pass of no images has no shape")
    one = OnePass(
        np.concatenate([part.places for part in whole]), np.concatenate([part.logits for part in whole]),
        np.concatenate([part.maps for part in whole]), np.concatenate([part.features for part in whole]),
        np.concatenate([part.contributions for part in whole]), whole[0].layer)
    return one.take(np.argsort(one.places, kind="stable"))


def _layer(case: AuditCase) -> str:
    """Return the layer a heatmap is shown of by default; the image itself in a network without maps."""
    grey = np.full((1, *case.pixels.shape[1:]), 128, np.uint8)
    try:
        return choose_layer(case.network, case.images(grey)).id
    except NetworkError:
        return INPUT


class _Cut:
    """The hook that cuts the graph at the layer, so that only what follows it is differentiated."""

    def __init__(self) -> None:
        self.leaf = torch.empty(0)

    def __call__(self, _layer: nn.Module, _inputs: object, output: Tensor) -> Tensor:
        torch.set_grad_enabled(True)
        self.leaf = output.detach().clone().requires_grad_()
        # Copied again: an operation in place behind the layer must not reach what is multiplied below.
        return self.leaf.clone()


def _look(case: AuditCase, places: Places, layer: str) -> OnePass:
    images = case.images(case.pixels[places])
    logits, activations, gradient = _evidence(case, images, layer, torch.as_tensor(case.labels[places]))
    product = activations * gradient
    return OnePass(np.asarray(places, dtype=np.int64), _numpy(logits), _numpy(_coarse(product.sum(dim=1))),
                   _numpy(activations.mean(dim=(2, 3))), _numpy(product.sum(dim=(2, 3))), layer)


def _evidence(case: AuditCase, images: Tensor, layer: str, labels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """Return logits (n, K), the layer's activations (n, C, h, w) and d contrast / d activations."""
    cut = _Cut()
    before: dict[nn.Module, Hook] = {find_layer(case.network, layer): cut} if layer else {}
    with evaluation_mode(case.network), torch.inference_mode(False), torch.no_grad(), hooked(before):
        if not layer:
            images = cut(case.network, (), images)
        logits = audited_scores(case.network(images), len(images), len(case.class_names))
        with torch.enable_grad():
            score = _contrast(logits, labels.to(logits.device)).sum()
        gradient, = torch.autograd.grad(score, cut.leaf)
    return logits.detach(), cut.leaf.detach(), gradient


def _contrast(logits: Tensor, labels: Tensor) -> Tensor:
    """Return z_c - mean of the other z of each image, (n,)."""
    own = logits.gather(1, labels[:, None])[:, 0]
    return own - (logits.sum(dim=1) - own) / max(logits.shape[1] - 1, 1)


def _coarse(maps: Tensor) -> Tensor:
    """Return maps (n, h, w) with at most `_FINEST` cells a side; the sum over the cells stays the same."""
    height, width = (min(size, _FINEST) for size in maps.shape[1:])
    if (height, width) == tuple(maps.shape[1:]):
        return maps
    cells = maps.shape[1] * maps.shape[2] / (height * width)
    return functional.adaptive_avg_pool2d(maps[:, None], (height, width))[:, 0] * cells


def _numpy(values: Tensor) -> Floats:
    return values.detach().to(torch.float32).cpu().numpy()
