"""Random blur, noise and erased squares."""

import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from cnnstudio.data.augment.arrays import Images, cut, like
from cnnstudio.data.augment.chance import Chance, Values
from cnnstudio.data.config import AugmentConfig

_ERASED = 0.5


def draw_blur(config: AugmentConfig, chance: Chance) -> Values | None:
    """Draw the deviation of each image's blur in pixels, evenly up to the strength, 0 for none: (N,)."""
    if not config.is_on("blur"):
        return None
    return config.blur * chance.share() * chance.chosen(config.blur_p)


def blur_radius(sigma: Values, height: int, width: int) -> int:
    """Return how far a blur reaches: three times the largest deviation, but not beyond the mirrored border."""
    return min(math.ceil(3 * float(sigma.max())), height - 1, width - 1)


def blur_pixels(pixels: NDArray[np.uint8], sigma: Values) -> NDArray[np.uint8]:
    """Blur each image with a Gaussian of its own deviation; the border is mirrored.

    Parameters
    ----------
    pixels : (N, H, W, C) uint8
    sigma : (N,) in pixels

    Returns
    -------
    The same shape, in memory of its own.
    """
    import cv2

    side = 2 * blur_radius(sigma, *pixels.shape[1:3]) + 1
    result = pixels.copy()
    for index in np.flatnonzero(sigma):
        blurred = cv2.GaussianBlur(pixels[index], (side, side), float(sigma[index]), borderType=cv2.BORDER_REFLECT_101)
        result[index] = np.asarray(blurred).reshape(pixels.shape[1:])
    return result


def blur_images(images: Tensor, sigma: Values) -> Tensor:
    """Do the same to (N, C, H, W) float32 images on any device, along one axis after the other."""
    from torch.nn.functional import conv2d, pad

    count, channels, height, width = images.shape
    radius = blur_radius(sigma, height, width)
    weights = torch.from_numpy(_gaussians(sigma, radius)).to(images.device).repeat_interleave(channels, dim=0)
    flat = pad(images.reshape(1, count * channels, height, width), [radius] * 4, mode="reflect")
    flat = conv2d(flat, weights[:, None, None, :], groups=count * channels)
    return conv2d(flat, weights[:, None, :, None], groups=count * channels).view(images.shape)


def _gaussians(sigma: Values, radius: int) -> NDArray[np.float32]:
    """Return for each image weights that add up to 1: (N, 2 radius + 1)."""
    places = np.arange(-radius, radius + 1) / np.maximum(sigma, 1e-3)[:, None]
    weights = np.exp(-places**2 / 2)
    shares: NDArray[np.float64] = weights / weights.sum(axis=1, keepdims=True)
    return shares.astype(np.float32)


def add_noise(images: Images, config: AugmentConfig, chance: Chance) -> Images:
    """Add normal noise to each value of the chosen images, and cut to [0, 1]; changes ``images`` in place."""
    noise = chance.normal(*images.shape[1:])
    noise *= (config.noise * chance.chosen(config.noise_p)).astype(np.float32)[:, None, None, None]
    images += like(images, noise)
    return cut(images)


def erase(images: Images, config: AugmentConfig, chance: Chance) -> Images:
    """Paint a grey square at a random place inside each chosen image, as wide as the strength says, in place.

    Cutout: DeVries and Taylor 2017, arXiv:1708.04552; there the square may reach beyond the border.
    """
    height, width = images.shape[2:]
    side = max(1, round(config.erase * min(height, width)))
    tops, lefts = chance.below(height - side + 1), chance.below(width - side + 1)
    for index in np.flatnonzero(chance.chosen(config.erase_p)):
        top, left = tops[index], lefts[index]
        images[index, :, top:top + side, left:left + side] = _ERASED
    return images
