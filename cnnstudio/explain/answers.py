"""What a network answers to many images at once."""

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.data.batches import normalize
from cnnstudio.explain.pixels.question import ShouldStop, in_batches, never
from cnnstudio.explain.scores import class_scores
from cnnstudio.training.modes import evaluation_mode

_AT_ONCE = 32


def answers_of(network: nn.Module, images: Callable[[slice], Tensor], count: int, should_stop: ShouldStop = never, *,
               at_once: int = _AT_ONCE) -> npt.NDArray[np.float32]:
    """Return the class scores (count, K) of ``count`` >= 1 images, a batch at a time; the network keeps its mode.

    Parameters
    ----------
    network : images (n, C, h, w) -> what `class_scores` finds logits in
    images : the places of a batch -> its normalised images (n, C, h, w) on the network's device
    should_stop : asked before every batch

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so.
    NetworkError
        When there are no class scores of each image.
    """
    parts = []
    with evaluation_mode(network), torch.no_grad():
        for places in in_batches(count, at_once, should_stop):
            batch = images(places)
            parts.append(class_scores(network(batch), len(batch)).float().cpu())
    return np.asarray(torch.cat(parts).numpy(), np.float32)


def logits_of(network: nn.Module, pixels: npt.NDArray[np.uint8], mean: npt.ArrayLike,
              std: npt.ArrayLike) -> npt.NDArray[np.float32]:
    """Return the class scores (n, K) of n images; the network keeps its mode.

    Parameters
    ----------
    network : images (n, C, h, w) -> logits (n, K)
    pixels : (n, h, w, C) uint8, what the network is given before normalisation
    mean, std : (C,) for pixel values in [0, 1], as in training
    """
    device = next((parameter.device for parameter in network.parameters()), torch.device("cpu"))
    scale: tuple[npt.NDArray[Any], npt.NDArray[Any]] = np.asarray(mean, np.float64), np.asarray(std, np.float64)
    return answers_of(network, lambda places: normalize(pixels[places], *scale, device), len(pixels))


def probabilities_of(network: nn.Module, pixels: npt.NDArray[np.uint8], mean: npt.ArrayLike,
                     std: npt.ArrayLike) -> npt.NDArray[np.float32]:
    """Return the class probabilities (n, K), each row with the sum 1; parameters as of `logits_of`."""
    logits = torch.from_numpy(logits_of(network, pixels, mean, std))
    return np.asarray(logits.softmax(dim=1).numpy(), np.float32)
