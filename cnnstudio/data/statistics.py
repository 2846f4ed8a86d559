"""Figures about images: how many a class has, mean and deviation of each channel."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import IMAGENET_MEAN, IMAGENET_STD, PreprocessConfig
from cnnstudio.data.image_folder import ImageFolder
from cnnstudio.data.pixel_cache import PixelCache

Constants = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Mean and deviation, each (C,) float64 for values in [0, 1]."""

STD_MINIMUM = 1 / 255
"""Images of one even colour have no deviation to divide by."""

_CHUNK_PIXELS = 4_000_000


def class_counts(folder: ImageFolder, indices: Iterable[int] | None = None) -> dict[str, int]:
    """Return how many of the files (all, or those with these indices) each class has, in class order."""
    if indices is None:
        return folder.class_counts
    counts = dict.fromkeys(folder.class_names, 0)
    for index in indices:
        counts[folder.class_names[folder.files[index].class_index]] += 1
    return counts


def channel_statistics(cache: PixelCache, indices: NDArray[np.int64]) -> Constants:
    """Return mean (C,) and population deviation (C,) of the pixels of some images, as float64 in [0, 1].

    Computed from counts of the 256 values, so that it is exact and does not depend on the order of the images.

    Raises
    ------
    ValueError
        When there are no images.
    """
    if not len(indices):
        raise ValueError("The statistics of no images were asked for.")
    counts = _value_counts(cache, np.sort(indices))
    values = np.arange(256) / 255
    share = counts / counts.sum(axis=1, keepdims=True)
    mean = share @ values
    std = np.sqrt((share * (values - mean[:, None]) ** 2).sum(axis=1))
    return mean, std


def _value_counts(cache: PixelCache, indices: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return (C, 256) how often each value occurs in each channel."""
    import cv2

    _, height, width, channels = cache.pixels.shape
    images = max(1, _CHUNK_PIXELS // (height * width))
    counts = np.zeros((channels, 256), np.int64)
    for start in range(0, len(indices), images):
        part = cache.pixels[indices[start:start + images]].reshape(-1, width, channels)
        for channel in range(channels):
            # float32 counts are exact up to 2^24, more than a part has pixels; OpenCV 4 gives (256, 1), OpenCV 5 (256,)
            counts[channel] += cv2.calcHist([part], [channel], None, [256], [0, 256]).reshape(-1).astype(np.int64)
    return counts


def normalization_constants(config: PreprocessConfig, cache: PixelCache, indices: NDArray[np.int64]) -> Constants:
    """Return what is subtracted and divided by, mean (C,) and std (C,), for pixel values in [0, 1].

    *dataset*: of the images with these indices (the training images), the deviation at least `STD_MINIMUM`.
    *imagenet*: the usual constants, for grey images their average over the channels. *unit*: 0 and 1.
    """
    if config.normalization == "dataset":
        mean, std = channel_statistics(cache, indices)
        return mean, np.maximum(std, STD_MINIMUM)
    if config.normalization == "unit":
        return np.zeros(config.channels), np.ones(config.channels)
    mean, std = np.array(IMAGENET_MEAN), np.array(IMAGENET_STD)
    return (mean, std) if config.channels == 3 else (mean.mean(keepdims=True), std.mean(keepdims=True))
