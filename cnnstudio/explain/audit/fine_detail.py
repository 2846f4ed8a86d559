"""The fine detail of many images in little memory, and by how much it differs between classes at each place."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Floats, Labels, Pixels

_SIDE = 112      # pixels of the longer side that are looked at
_BLUR = 2.0      # standard deviation in pixels of what is taken away; coarser parts of a scene differ by class anyway
_COLUMNS = 8192  # values of each image that are turned into float at a time

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
    limit = _SIDE // scale
    height, width = pixels.shape[1:3]
    factor = min(1.0 / scale, limit / max(height, width))
    if factor >= 1:
        return pixels
    size = (max(4, round(width * factor)), max(4, round(height * factor)))
    small = [cv2.resize(image, size, interpolation=cv2.INTER_AREA) for image in pixels]
    return np.asarray(small, dtype=np.uint8).reshape(len(pixels), size[1], size[0], pixels.shape[3])


def detail_table(pixels: Pixels, scale: int) -> DetailTable:
    """Return the fine detail of images (N, H, W, C) at a scale: 1, or 2 for half as many pixels a side."""
    small = at_scale(pixels, scale)
    values = np.empty(small.shape, np.int8)
    for row, image in enumerate(small):
        values[row] = fine(image)
    return DetailTable(values, _variance(values))


def fine(image: Pixels) -> Detail:
    """Return an image (h, w, C) minus its blurred self, halved and rounded, (h, w, C)."""
    exact = image.astype(np.float32)
    blurred = cv2.GaussianBlur(exact, (0, 0), _BLUR).reshape(image.shape)
    return np.asarray(np.clip(np.round((exact - blurred) / 2), -127, 127), dtype=np.int8)


def _variance(values: Detail) -> Floats:
    flat = values.reshape(len(values), -1)
    parts = [flat[:, start:start + _COLUMNS].astype(np.float32).var(axis=0)
             for start in range(0, flat.shape[1], _COLUMNS)]
    variance = np.concatenate(parts)
    return np.asarray(variance + 0.05 * np.median(variance) + 0.25, dtype=np.float32).reshape(values.shape[1:])


def class_means(table: DetailTable, labels: Labels, classes: int) -> Floats:
    """Return the mean detail of each class, (K, h, w, C); 0 for a class without images."""
    means: Floats = means_by(table, labels[None], classes)[0]
    return means


def means_by(table: DetailTable, labellings: Labels, classes: int) -> Floats:
    """Return the mean detail of each class under each of several labellings (P, N): (P, K, h, w, C)."""
    count, images = labellings.shape
    member = np.zeros((count, classes, images), np.float32)
    member[np.arange(count)[:, None], labellings, np.arange(images)] = 1
    member /= np.maximum(member.sum(axis=2, keepdims=True), 1)
    rows, flat = member.reshape(-1, images), table.values.reshape(images, -1)
    parts = [rows @ flat[:, start:start + _COLUMNS].astype(np.float32)
             for start in range(0, flat.shape[1], _COLUMNS)]
    means: Floats = np.concatenate(parts, axis=1).reshape(count, classes, *table.shape)
    return means
