"""Pixels to the numbers a network is given: (pixels / 255 - mean) / std, as few passes over them as can be."""

from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor


def normalize(
    pixels: NDArray[np.uint8], mean: NDArray[Any], std: NDArray[Any], device: torch.device | str = "cpu", *,
    channels_last: bool = False,
) -> Tensor:
    """Turn input pixels into what a network is given: the one way, for training, prediction and explanation.

    On the processor each of the 256 values is looked up; the table is worked out in float64. Elsewhere the bytes
    travel to the device, a quarter of what floats would be, and are multiplied there: equal within rounding.

    Parameters
    ----------
    pixels : (N, H, W, C) uint8
    mean, std : (C,) for values in [0, 1]
    channels_last : lay the result out as ``torch.channels_last``, which needs no copy; else contiguous

    Returns
    -------
    (N, C, H, W) float32 on ``device``: ``(pixels / 255 - mean) / std``.
    """
    if torch.device(device).type != "cpu":
        return standardize(to_unit(pixels, device), mean, std, channels_last=channels_last)
    return laid_out(torch.from_numpy(_looked_up(pixels, mean, std)).permute(0, 3, 1, 2), channels_last=channels_last)


def _looked_up(pixels: NDArray[np.uint8], mean: NDArray[Any], std: NDArray[Any]) -> NDArray[np.float32]:
    """Return (N, H, W, C) float32."""
    import cv2

    count, height, width, channels = pixels.shape
    if not pixels.size:
        return np.zeros(pixels.shape, np.float32)
    values = np.arange(256)[:, None] / 255
    table = ((values - np.asarray(mean, np.float64)) / np.asarray(std, np.float64)).astype(np.float32)
    rows = np.ascontiguousarray(pixels).reshape(count * height, width, channels)
    return np.asarray(cv2.LUT(rows, table[None]), np.float32).reshape(pixels.shape)


def to_unit(pixels: NDArray[np.uint8], device: torch.device | str) -> Tensor:
    """Return (N, C, H, W) float32 in [0, 1] on the device, laid out as ``torch.channels_last``."""
    images = to_device(torch.from_numpy(np.ascontiguousarray(pixels)), torch.device(device))
    return images.to(torch.float32).mul_(1 / 255).permute(0, 3, 1, 2)


def to_device(values: Tensor, device: torch.device) -> Tensor:
    """Copy to the device; to CUDA from page-locked memory, while the processor goes on.

    torch keeps the page-locked copy until the transfer is done. Never run on a real GPU.
    """
    if device.type == "cuda":
        return values.pin_memory().to(device, non_blocking=True)
    return values.to(device)


def standardize(images: Tensor, mean: NDArray[Any], std: NDArray[Any], *, channels_last: bool = False) -> Tensor:
    """Return ``(images - mean) / std`` for (N, C, H, W) in [0, 1]; works in place, on images that are ours."""
    factor, offset = 1 / np.asarray(std, np.float64), -np.asarray(mean, np.float64) / np.asarray(std, np.float64)
    if images.device.type == "cpu":
        _scale_in_place(images, factor.astype(np.float32), offset.astype(np.float32))
    else:
        on_device = (torch.as_tensor(values, dtype=torch.float32, device=images.device)[:, None, None]
                     for values in (factor, offset))
        images = images.mul_(next(on_device)).add_(next(on_device))
    return laid_out(images, channels_last=channels_last)


def _scale_in_place(images: Tensor, factor: NDArray[np.float32], offset: NDArray[np.float32]) -> None:
    """Do the arithmetic with NumPy, in this thread alone: torch's own threads belong to the network."""
    values = images.numpy()
    if images.is_contiguous():
        values *= factor[:, None, None]
        values += offset[:, None, None]
        return
    rows = values.transpose(0, 2, 3, 1)
    if rows.flags.c_contiguous:  # whole rows of pixels at once: a loop over three channels inside would be slow
        rows, width = rows.reshape(-1, values.shape[3] * values.shape[1]), values.shape[3]
        factor, offset = np.tile(factor, width), np.tile(offset, width)
    rows *= factor
    rows += offset


def laid_out(images: Tensor, *, channels_last: bool) -> Tensor:
    """Return the images in the wanted order in memory; a copy only when they are in another.

    With a single channel both orders are the same bytes, and only the strides tell torch which one is meant.
    """
    if channels_last:
        return images.contiguous(memory_format=torch.channels_last)
    images = images.contiguous()
    return images.flatten().view(images.shape) if images.shape[1] == 1 else images
