"""Moves the pixels of images as a motion says: with OpenCV on the processor, with torch on other devices."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from cnnstudio.data.augment.geometry import Motion


def move_pixels(pixels: NDArray[np.uint8], motion: Motion) -> NDArray[np.uint8]:
    """Move each image; bilinear, and what lies beyond the border is reflected. Mirroring alone is exact.

    OpenCV needs half the time of torch's ``grid_sample`` on a processor.

    Parameters
    ----------
    pixels : (N, H, W, C) uint8, C 1 or 3

    Returns
    -------
    The same shape, in memory of its own.
    """
    return _turned(pixels, motion) if motion.maps is None else _resampled(pixels, motion)


def _turned(pixels: NDArray[np.uint8], motion: Motion) -> NDArray[np.uint8]:
    import cv2

    count, height, width, channels = pixels.shape
    result = pixels.copy()
    if motion.mirrored.any():
        mirrored = np.asarray(cv2.flip(pixels.reshape(count * height, width, channels), 1)).reshape(pixels.shape)
        result[motion.mirrored] = mirrored[motion.mirrored]
    if motion.flipped.any():
        result[motion.flipped] = result[motion.flipped][:, ::-1]
    return result


def _resampled(pixels: NDArray[np.uint8], motion: Motion) -> NDArray[np.uint8]:
    import cv2

    cv2.setNumThreads(1)  # its threads cost more than they save on small images, and take from the training's
    _, height, width, channels = pixels.shape
    result = np.empty_like(pixels, order="C")
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    for image, target, back in zip(pixels, result, motion.pixel_maps(height, width), strict=True):
        moved = cv2.warpAffine(image, back, (width, height), target, flags, cv2.BORDER_REFLECT)
        if channels == 1:  # which OpenCV may drop, and then it writes elsewhere
            target[...] = np.asarray(moved).reshape(target.shape)
    return result


def move_images(images: Tensor, motion: Motion) -> Tensor:
    """Do the same to (N, C, H, W) float32 images on any device."""
    for chosen, axis in ((motion.mirrored, 3), (motion.flipped, 2)):
        if motion.maps is None and chosen.any():
            where = torch.from_numpy(chosen).to(images.device)[:, None, None, None]
            images = torch.where(where, images.flip(axis), images)
    return images if motion.maps is None else _sampled(images, motion)


def _sampled(images: Tensor, motion: Motion) -> Tensor:
    from torch.nn.functional import affine_grid, grid_sample

    back = torch.from_numpy(motion.unit_maps(*images.shape[2:]).astype(np.float32)).to(images.device)
    grid = affine_grid(back, list(images.shape), align_corners=False)
    return grid_sample(images, grid, mode="bilinear", padding_mode="reflection", align_corners=False)
