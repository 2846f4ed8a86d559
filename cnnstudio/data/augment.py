"""Random changes to training images, on whole batches, each image with its own random values."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample

from cnnstudio.data.config import AugmentConfig

_LUMA = (0.299, 0.587, 0.114)
_ERASED = 0.5


def augment_pixels(
    pixels: NDArray[np.uint8], config: AugmentConfig, generator: torch.Generator, device: torch.device | str = "cpu",
) -> Tensor:
    """Bring pixels to the device and change each image at random, as ``config`` says; mixing comes after this.

    Parameters
    ----------
    pixels : (N, H, W, C) uint8
    generator : on the CPU; the only source of chance

    Returns
    -------
    (N, C, H, W) float32 in [0, 1] on ``device``.
    """
    images = torch.from_numpy(np.ascontiguousarray(pixels)).to(device).permute(0, 3, 1, 2)
    return augment(images.to(torch.float32, memory_format=torch.contiguous_format).mul_(1 / 255), config, generator)


def augment(images: Tensor, config: AugmentConfig, generator: torch.Generator) -> Tensor:
    """Change each image at random, as ``config`` says.

    Mirror and flip move pixels exactly; rotation, zoom and shift are one bilinear resampling about the centre,
    where what lies beyond the border is reflected; then brightness, contrast, saturation, noise, erasing.

    Parameters
    ----------
    images : (N, C, H, W) float32 in [0, 1], on any device
    generator : on the CPU; the only source of chance, so that the same state gives the same images

    Returns
    -------
    The same shape and range; ``images`` itself when nothing is switched on.
    """
    if config.is_identity:
        return images
    images = _flip(images, config, generator)
    if config.rotate_deg or config.zoom or config.shift:
        images = _move(images, config, generator)
    if config.brightness or config.contrast or config.saturation:
        images = _change_colors(images, config, generator)
    if config.noise:
        noise = torch.randn(images.shape, generator=generator)
        images = images + config.noise * noise.to(images.device)
    if config.erase:
        images = _erase(images, config.erase, generator)
    return images.clamp(0, 1)


def _around(center: float, spread: float, images: Tensor, generator: torch.Generator) -> Tensor:
    """Return one random number an image, even between ``center ± spread``: (N,) float32 on the images' device."""
    values = torch.rand(images.shape[0], generator=generator)
    return (center + spread * (2 * values - 1)).to(images.device)


def _flip(images: Tensor, config: AugmentConfig, generator: torch.Generator) -> Tensor:
    for is_on, axis in ((config.flip_horizontal, 3), (config.flip_vertical, 2)):
        if is_on:
            chosen = _around(0, 1, images, generator) < 0
            images = torch.where(chosen[:, None, None, None], images.flip(axis), images)
    return images


def _move(images: Tensor, config: AugmentConfig, generator: torch.Generator) -> Tensor:
    """Rotate, zoom and shift by resampling; the map leads from places in the result to places in the image."""
    _, _, height, width = images.shape
    angle = torch.deg2rad(_around(0, config.rotate_deg, images, generator))
    scale = _around(1, config.zoom, images, generator)
    right, down = (_around(0, 2 * config.shift, images, generator) for _ in range(2))
    cos, sin = torch.cos(angle) / scale, torch.sin(angle) / scale
    # affine_grid counts both axes from -1 to 1: the sides' proportion keeps a rotation a rotation
    first = torch.stack((cos, sin * (height / width), -(cos * right + sin * (height / width) * down)), dim=1)
    second = torch.stack((-sin * (width / height), cos, sin * (width / height) * right - cos * down), dim=1)
    grid = affine_grid(torch.stack((first, second), dim=1), list(images.shape), align_corners=False)
    return grid_sample(images, grid, mode="bilinear", padding_mode="reflection", align_corners=False)


def _change_colors(images: Tensor, config: AugmentConfig, generator: torch.Generator) -> Tensor:
    if config.brightness:
        images = images * _around(1, config.brightness, images, generator)[:, None, None, None]
    if config.contrast:
        mean = images.mean(dim=(1, 2, 3), keepdim=True)
        images = mean + (images - mean) * _around(1, config.contrast, images, generator)[:, None, None, None]
    if config.saturation and images.shape[1] == 3:
        luma = torch.tensor(_LUMA, device=images.device)[:, None, None]
        grey = (images * luma).sum(dim=1, keepdim=True)
        images = grey + (images - grey) * _around(1, config.saturation, images, generator)[:, None, None, None]
    return images.clamp(0, 1)


def _erase(images: Tensor, share: float, generator: torch.Generator) -> Tensor:
    """Paint a grey square, ``share`` of the shorter side wide, at a random place inside each image."""
    count, _, height, width = images.shape
    side = max(1, round(share * min(height, width)))
    top = torch.randint(0, height - side + 1, (count, 1), generator=generator).to(images.device)
    left = torch.randint(0, width - side + 1, (count, 1), generator=generator).to(images.device)
    rows = torch.arange(height, device=images.device)[None, :]
    columns = torch.arange(width, device=images.device)[None, :]
    in_rows, in_columns = (rows >= top) & (rows < top + side), (columns >= left) & (columns < left + side)
    return images.masked_fill((in_rows[:, :, None] & in_columns[:, None, :])[:, None], _ERASED)
