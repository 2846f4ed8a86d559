"""Figures about images: how many a class has, mean and deviation of each channel."""

from collections.abc import Callable, Iterable

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import IMAGENET_MEAN, IMAGENET_STD, PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.pixels import remembered_figures
from cnnstudio.data.pixels.remembered_figures import Constants
from cnnstudio.data.pixels.source import FolderSource, PixelSource
from cnnstudio.data.thread_pool import ProgressCallback, ProgressReport, never_stop, stop_if_asked

__all__ = ["STD_MINIMUM", "Constants", "channel_statistics", "class_counts", "normalization_constants"]

STD_MINIMUM = 1 / 255
"""Images of one even colour have no deviation to divide by."""

_CHUNK_PIXELS, _CHUNK_IMAGES = 2_000_000, 256


def class_counts(folder: ImageFolder, indices: Iterable[int] | None = None) -> dict[str, int]:
    """Return how many of the files (all, or those with these indices) each class has, in class order."""
    if indices is None:
        return folder.class_counts
    counts = dict.fromkeys(folder.class_names, 0)
    for index in indices:
        counts[folder.class_names[folder.files[index].class_index]] += 1
    return counts


def channel_statistics(
    source: PixelSource, indices: NDArray[np.int64], *, should_stop: Callable[[], bool] = never_stop,
    on_progress: ProgressCallback | None = None,
) -> Constants:
    """Return mean (C,) and population deviation (C,) of the pixels of some images, as float64 in [0, 1].

    Computed from counts of the 256 values, so that it is exact and does not depend on the order of the images.

    Parameters
    ----------
    on_progress : called with (done, total) images

    Raises
    ------
    ValueError
        When there are no images.
    JobCancelledError
        ``should_stop`` said so.
    """
    if not len(indices):
        raise ValueError("The statistics of no images were asked for.")
    counts = _value_counts(source, np.sort(indices), should_stop, ProgressReport(on_progress, len(indices)))
    values = np.arange(256) / 255
    share = counts / counts.sum(axis=1, keepdims=True)
    mean = share @ values
    std = np.sqrt((share * (values - mean[:, None]) ** 2).sum(axis=1))
    return mean, std


def _value_counts(source: PixelSource, indices: NDArray[np.int64], should_stop: Callable[[], bool],
                  report: ProgressReport) -> NDArray[np.int64]:
    """Return (C, 256) how often each value occurs in each channel."""
    import cv2

    height, width, channels = source.shape
    images = max(1, min(_CHUNK_IMAGES, _CHUNK_PIXELS // (height * width)))
    counts = np.zeros((channels, 256), np.int64)
    with source.reading_ahead(indices):
        for start in range(0, len(indices), images):
            stop_if_asked(should_stop)
            part = source.take(indices[start:start + images]).reshape(-1, width, channels)
            for channel in range(channels):
                # float32 counts are exact up to 2^24, more than a part has pixels; OpenCV 4 gives (256, 1), OpenCV 5
                # (256,)
                counts[channel] += cv2.calcHist([part], [channel], None, [256], [0, 256]).reshape(-1).astype(np.int64)
            report.advance(min(start + images, len(indices)))
    return counts


def normalization_constants(
    config: PreprocessConfig, source: PixelSource, indices: NDArray[np.int64], *,
    should_stop: Callable[[], bool] = never_stop, on_progress: ProgressCallback | None = None,
) -> Constants:
    """Return what is subtracted and divided by, mean (C,) and std (C,), for pixel values in [0, 1].

    *dataset*: of the images with these indices (the training images), the deviation at least `STD_MINIMUM`. They are
    remembered beside decoded images that are kept, so that a second training need not look at every image first.
    *imagenet*: the usual constants, for grey images their average over the channels. *unit*: 0 and 1. *symmetric*:
    0.5 and 0.5, which gives values from -1 to 1.

    Raises as `channel_statistics`.
    """
    if config.normalization == "dataset":
        mean, std = _remembered_statistics(source, indices, should_stop, on_progress)
        return mean, np.maximum(std, STD_MINIMUM)
    if config.normalization == "unit":
        return np.zeros(config.channels), np.ones(config.channels)
    if config.normalization == "symmetric":
        return np.full(config.channels, 0.5), np.full(config.channels, 0.5)
    mean, std = np.array(IMAGENET_MEAN), np.array(IMAGENET_STD)
    return (mean, std) if config.channels == 3 else (mean.mean(keepdims=True), std.mean(keepdims=True))


def _remembered_statistics(source: PixelSource, indices: NDArray[np.int64], should_stop: Callable[[], bool],
                           on_progress: ProgressCallback | None) -> Constants:
    if not isinstance(source, FolderSource) or source.figures is None:
        return channel_statistics(source, indices, should_stop=should_stop, on_progress=on_progress)
    key = remembered_figures.images_key(source.rows(indices))
    found = remembered_figures.recall(source.figures, key, channels=source.shape[2])
    if found is None:
        found = channel_statistics(source, indices, should_stop=should_stop, on_progress=on_progress)
        remembered_figures.remember(source.figures, key, found)
    return found
