"""The fine detail of many images in little memory, and by how much it differs between classes at each place."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Floats, Labels, Pixels
from cnnstudio.explain.pixels.question import ShouldStop, never, stop_if_wanted

_SIDE = 112      # pixels of the longer side that are looked at
_BLUR = 2.0      # standard deviation in pixels of what is taken away; coarser parts of a scene differ by class anyway
_COLUMNS = 8192  # values of each image that are turned into float at a time
_IMAGES = 32     # after which it is asked whether to stop

Detail = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class DetailTable:
    """The fine detail of N images at one scale.

    Attributes
    ----------
    values : (N, h, w, C), pixels minus their blurred neighbourhood, halved so that they fit into a byte
    variance : (h, w, C) over all images, with a floor, so that a place where nothing ever changes counts little
    """

    values: Detail
    variance: Floats

    @property
    def shape(self) -> tuple[int, int, int]:
        """(h, w, C)."""
        return (self.values.shape[1], self.values.shape[2], self.values.shape[3])


def at_scale(pixels: Pixels, scale: int) -> Pixels:
    """Return images (N, H, W, C) of at most 112 / ``scale`` pixels a side, by the mean of each area."""
    height, width = size_at(pixels.shape[1:3], scale)
    if (height, width) == pixels.shape[1:3]:
        return pixels
    small = [cv2.resize(image, (width, height), interpolation=cv2.INTER_AREA) for image in pixels]
    return np.asarray(small, dtype=np.uint8).reshape(len(pixels), height, width, pixels.shape[3])


def size_at(size: tuple[int, ...], scale: int) -> tuple[int, int]:
    """Return height and width at a scale of images of a size (H, W)."""
    factor = min(1.0 / scale, _SIDE // scale / max(size))
    if factor >= 1:
        return size[0], size[1]
    return max(4, round(size[0] * factor)), max(4, round(size[1] * factor))


def detail_table(pixels: Pixels, scale: int, should_stop: ShouldStop = never) -> DetailTable:
    """Return the fine detail of images (N, H, W, C) at a scale: 1, or 2 for half as many pixels a side.

    Raises
    ------
    JobCancelledError
        When ``should_stop``, asked every few images, says so.
    """
    values = detail_of(pixels, scale, should_stop)
    return DetailTable(values, _variance(values, should_stop))


def detail_of(pixels: Pixels, scale: int, should_stop: ShouldStop = never) -> Detail:
    """Return the values of such a table alone; parameters and errors as of `detail_table`."""
    values = np.empty((len(pixels), *size_at(pixels.shape[1:3], scale), pixels.shape[3]), np.int8)
    for start in range(0, len(pixels), _IMAGES):
        stop_if_wanted(should_stop)
        for row, image in enumerate(at_scale(pixels[start:start + _IMAGES], scale), start):
            values[row] = fine(image)
    return values


def fine(image: Pixels) -> Detail:
    """Return an image (h, w, C) minus its blurred self, halved and rounded, (h, w, C)."""
    exact = image.astype(np.float32)
    blurred = cv2.GaussianBlur(exact, (0, 0), _BLUR).reshape(image.shape)
    return np.asarray(np.clip(np.round((exact - blurred) / 2), -127, 127), dtype=np.int8)


def _variance(values: Detail, should_stop: ShouldStop) -> Floats:
    flat = values.reshape(len(values), -1)
    parts = []
    for start in range(0, flat.shape[1], _COLUMNS):
        stop_if_wanted(should_stop)
        parts.append(flat[:, start:start + _COLUMNS].astype(np.float32).var(axis=0))
    variance = np.concatenate(parts)
    return np.asarray(variance + 0.05 * np.median(variance) + 0.25, dtype=np.float32).reshape(values.shape[1:])


def class_means(table: DetailTable, labels: Labels, classes: int) -> Floats:
    """Return the mean detail of each class, (K, h, w, C); 0 for a class without images."""
    means: Floats = means_by(table, labels[None], classes)[0]
    return means


def means_by(table: DetailTable, labellings: Labels, classes: int, should_stop: ShouldStop = never) -> Floats:
    """Return the mean detail of each class under each of several labellings (P, N): (P, K, h, w, C).

    Raises
    ------
    JobCancelledError
        When ``should_stop``, asked every few thousand places, says so.
    """
    count, images = labellings.shape
    member = np.zeros((count, classes, images), np.float32)
    member[np.arange(count)[:, None], labellings, np.arange(images)] = 1
    member /= np.maximum(member.sum(axis=2, keepdims=True), 1)
    rows, flat = member.reshape(-1, images), table.values.reshape(images, -1)
    parts = []
    for start in range(0, flat.shape[1], _COLUMNS):
        stop_if_wanted(should_stop)
        parts.append(rows @ flat[:, start:start + _COLUMNS].astype(np.float32))
    means: Floats = np.concatenate(parts, axis=1).reshape(count, classes, *table.shape)
    return means
