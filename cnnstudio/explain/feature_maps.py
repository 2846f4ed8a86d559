"""What each layer makes of an image: feature maps, grids of their channels, and kernels."""

import math

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from cnnstudio.errors import NetworkError
from cnnstudio.explain.pass_hooks import record

Floats = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]


def capture(network: nn.Module, image: Tensor) -> dict[str, Floats]:
    """Return every layer's output for one image, in the order they ran: (C, h, w) or (F,) float32.

    Parameters
    ----------
    network : left exactly as found
    image : (1, C, H, W), normalised
    """
    return record(network, image, _first)


def _first(output: Tensor) -> Floats:
    """Copy the first image's part of an output to numpy."""
    return np.asarray(output[0].detach().to("cpu", torch.float32, copy=True).numpy())


def _scaled(values: Floats, limits: tuple[float, float] | None = None) -> Pixels:
    """Map values to 0 ... 255; NaN counts as the least finite value, a map of one value is black."""
    low, high = limits or (float(values.min()), float(values.max()))
    if not math.isfinite(high - low):
        finite = values[np.isfinite(values)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 0.0)
        values = np.nan_to_num(values, nan=low)
    if not high > low:
        return np.zeros(values.shape, dtype=np.uint8)
    steps = np.rint((values.clip(low, high) - np.float32(low)) * np.float32(255 / (high - low)))
    return np.asarray(steps, dtype=np.uint8)


def channel_grid(activation: Floats, limit: int, *, shared_scale: bool = False) -> tuple[Pixels, ...]:
    """Draw the first ``limit`` channels of (C, h, w), each as (h, w) uint8; a vector gives none.

    ``shared_scale`` draws all of them on one scale, so that a dead channel looks dead; otherwise each has its own.
    """
    if activation.ndim != 3:
        return ()
    limits = (float(activation.min()), float(activation.max())) if shared_scale else None
    return tuple(_scaled(channel, limits) for channel in activation[:limit])


def strongest_channels(activation: Floats) -> npt.NDArray[np.int64]:
    """Return the channel numbers of (C, h, w), the one with the greatest mean size of values first."""
    strength = np.abs(activation).mean(axis=tuple(range(1, activation.ndim)))
    return np.argsort(-strength, kind="stable").astype(np.int64)


def dead_channels(activation: Floats) -> npt.NDArray[np.int64]:
    """Return the numbers of the channels of (C, h, w) that are zero everywhere."""
    alive = np.any(activation != 0, axis=tuple(range(1, activation.ndim)))
    return np.flatnonzero(~alive).astype(np.int64)


def kernels(module: nn.Module) -> Pixels:
    """Draw the kernels of the first convolution, (n, kh, kw, 3) in colour or (n, kh, kw, 1).

    Middle grey (128) is a weight of zero; each kernel is scaled by its own greatest size. Kernels over three input
    channels are drawn in colour, others as the mean over their input channels.

    Raises
    ------
    NetworkError
        When the network has no convolution.
    """
    first = next((part for part in module.modules() if isinstance(part, nn.Conv2d)), None)
    if first is None:
        raise NetworkError("This network has no convolution, so it has no kernels to show.")
    weights = first.weight.detach().to("cpu", torch.float32).numpy()
    if weights.shape[1] != 3:
        weights = weights.mean(axis=1, keepdims=True)
    greatest = np.abs(weights).max(axis=(1, 2, 3), keepdims=True)
    scaled = weights / np.where(greatest > 0, greatest, 1)
    return np.rint(128 + 127 * scaled.transpose(0, 2, 3, 1)).astype(np.uint8)
