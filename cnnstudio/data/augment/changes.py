"""Random changes to training images, on whole batches, each image with its own random values."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from cnnstudio.data.augment.arrays import Images
from cnnstudio.data.augment.chance import ALL, Chance, Values
from cnnstudio.data.augment.colors import draw_tint, tint
from cnnstudio.data.augment.detail import add_noise, blur_images, blur_pixels, draw_blur, erase
from cnnstudio.data.augment.geometry import draw_motion
from cnnstudio.data.augment.resample import move_images, move_pixels
from cnnstudio.data.config import AugmentConfig


def augment_pixels(
    pixels: NDArray[np.uint8], config: AugmentConfig, generator: torch.Generator, device: torch.device | str = "cpu",
    *, memory_format: torch.memory_format = torch.contiguous_format, count: int = 0, rows: slice = ALL,
) -> Tensor:
    """Bring pixels to the device and change each image at random, as ``config`` says; mixing comes after this.

    All movements are one bilinear resampling about the centre, where what lies beyond the border is reflected; then
    blur, colours, noise, erasing. On the processor, bytes are moved and numpy does the arithmetic, because torch
    would start threads that wait for the ones the training runs on; on other devices, floats are moved there. The
    same numbers are drawn, and the results differ by the rounding to bytes.

    Parameters
    ----------
    pixels : (N, H, W, C) uint8
    generator : on the CPU; the only source of chance, so that the same state gives the same images
    memory_format : how the result lies in memory; ``channels_last`` is the quicker one
    count, rows : of a batch of so many images the pixels are those in these places; they become what they are in the
        whole batch. Without them they are all

    Returns
    -------
    (N, C, H, W) float32 in [0, 1] on ``device``, in memory of its own.
    """
    if torch.device(device).type == "cpu":
        chance = Chance(generator, count or len(pixels), rows)
        images = torch.from_numpy(_on_processor(pixels, config, chance, memory_format))
        return images.contiguous(memory_format=memory_format)
    planes = torch.from_numpy(np.ascontiguousarray(pixels)).to(device).permute(0, 3, 1, 2)
    return augment(planes.to(torch.float32, memory_format=memory_format).mul_(1 / 255), config, generator,
                   count=count, rows=rows)


def augment(images: Tensor, config: AugmentConfig, generator: torch.Generator, *, count: int = 0,
            rows: slice = ALL) -> Tensor:
    """Do the same to images that are tensors already.

    Parameters
    ----------
    images : (N, C, H, W) float32 in [0, 1], on any device
    count, rows : as there

    Returns
    -------
    The same shape and range; ``images`` itself when nothing is switched on.
    """
    if config.is_identity:
        return images
    chance = Chance(generator, count or len(images), rows)
    motion = draw_motion(config, chance, *images.shape[2:])
    sigma = draw_blur(config, chance)
    moved = images if motion is None else move_images(images, motion)
    moved = moved if sigma is None else blur_images(moved, sigma)
    moved = moved.clone() if moved is images else moved
    drawn = draw_tint(config, chance, images.shape[1])
    if drawn is not None:
        moved = tint(moved, drawn, moved.mean(dim=(1, 2, 3)).cpu().numpy())
    return _finish(moved, config, chance)


def _on_processor(pixels: NDArray[np.uint8], config: AugmentConfig, chance: Chance,
                  memory_format: torch.memory_format) -> NDArray[np.float32]:
    """Return (N, C, H, W) float32 in [0, 1]."""
    motion = draw_motion(config, chance, *pixels.shape[1:3])
    sigma = draw_blur(config, chance)
    if motion is not None:
        pixels = move_pixels(pixels, motion)
    if sigma is not None:
        pixels = blur_pixels(pixels, sigma)
    images = _planes(pixels, memory_format)
    drawn = draw_tint(config, chance, pixels.shape[3])
    if drawn is None:
        images *= np.float32(1 / 255)
    else:
        images = tint(images, drawn, _means(pixels), 255.0)
    return _finish(images, config, chance)


def _planes(pixels: NDArray[np.uint8], memory_format: torch.memory_format) -> NDArray[np.float32]:
    """Return (N, C, H, W) float32 from 0 to 255."""
    planes = pixels.transpose(0, 3, 1, 2)
    if memory_format == torch.contiguous_format:
        planes = np.ascontiguousarray(planes)  # bytes are sorted quicker than floats
    return planes.astype(np.float32)


def _means(pixels: NDArray[np.uint8]) -> Values:
    """Return the mean of each image (N,), from 0 to 255."""
    import cv2

    values = pixels.reshape(len(pixels), -1)
    sums = np.asarray(cv2.reduce(values, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S))
    return sums[:, 0] / values.shape[1]


def _finish(images: Images, config: AugmentConfig, chance: Chance) -> Images:
    """Add noise and erase, on images that are ours."""
    if config.is_on("noise"):
        images = add_noise(images, config, chance)
    if config.is_on("erase"):
        images = erase(images, config, chance)
    return images
