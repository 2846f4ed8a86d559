"""What a network answers to many images at once."""

from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from cnnstudio.data.batches import normalize
from cnnstudio.training.modes import evaluation_mode

_BATCH = 32


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
    with evaluation_mode(network), torch.no_grad():
        parts = [network(normalize(pixels[start:start + _BATCH], *scale, device)).float().cpu()
                 for start in range(0, len(pixels), _BATCH)]
    return np.asarray(torch.cat(parts).numpy(), np.float32)


def probabilities_of(network: nn.Module, pixels: npt.NDArray[np.uint8], mean: npt.ArrayLike,
                     std: npt.ArrayLike) -> npt.NDArray[np.float32]:
    """Return the class probabilities (n, K), each row with the sum 1; parameters as of `logits_of`."""
    logits = torch.from_numpy(logits_of(network, pixels, mean, std))
    return np.asarray(logits.softmax(dim=1).numpy(), np.float32)
