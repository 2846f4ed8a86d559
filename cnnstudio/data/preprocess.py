"""Decoded pixels to the network's input pixels, and maps over the input back onto the picture."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.config import PreprocessConfig


@dataclass(frozen=True, slots=True)
class Placement:
    """Where the network's input came from: the rectangle of the picture that became the whole input.

    Pixels of the decoded picture; the rectangle sticks out where the picture was padded.
    """

    source_h: int
    source_w: int
    top: float
    left: float
    height: float
    width: float

    def scaled(self, source_h: int, source_w: int) -> "Placement":
        """Return the same place in the same picture at another size."""
        y, x = source_h / self.source_h, source_w / self.source_w
        return Placement(source_h, source_w, self.top * y, self.left * x, self.height * y, self.width * x)


def place(source_h: int, source_w: int, config: PreprocessConfig) -> Placement:
    """Return the rectangle of a (source_h, source_w) picture that becomes the network's whole input.

    *stretch*: the whole picture. *crop*: the largest centred rectangle of the input's proportions, in whole pixels.
    *pad*: the smallest centred rectangle of the input's proportions that holds the picture, so placed that the
    picture fills whole pixels of the input.
    """
    if config.fit == "crop":
        return _crop(source_h, source_w, config)
    if config.fit == "pad":
        return _pad(source_h, source_w, config)
    return Placement(source_h, source_w, 0.0, 0.0, float(source_h), float(source_w))


def _crop(source_h: int, source_w: int, config: PreprocessConfig) -> Placement:
    scale = min(source_h / config.height, source_w / config.width)
    height = min(source_h, max(1, round(config.height * scale)))
    width = min(source_w, max(1, round(config.width * scale)))
    top, left = (source_h - height) // 2, (source_w - width) // 2
    return Placement(source_h, source_w, float(top), float(left), float(height), float(width))


def _pad(source_h: int, source_w: int, config: PreprocessConfig) -> Placement:
    rows, columns, top, left = _padded_area(source_h, source_w, config)
    scale_y, scale_x = source_h / rows, source_w / columns
    return Placement(source_h, source_w, -top * scale_y, -left * scale_x, config.height * scale_y,
                     config.width * scale_x)


def _padded_area(source_h: int, source_w: int, config: PreprocessConfig) -> tuple[int, int, int, int]:
    """Return rows, columns, top and left of the picture inside the padded input."""
    scale = min(config.height / source_h, config.width / source_w)
    rows = min(config.height, max(1, round(source_h * scale)))
    columns = min(config.width, max(1, round(source_w * scale)))
    return rows, columns, (config.height - rows) // 2, (config.width - columns) // 2


def to_input_pixels(pixels: NDArray[np.uint8], config: PreprocessConfig) -> NDArray[np.uint8]:
    """Turn a decoded picture into the network's input pixels.

    Parameters
    ----------
    pixels : (H, W, 3) uint8 RGB, as `cnnstudio.data.decoding.decode.decode` returns them

    Returns
    -------
    (h, w, C) uint8 with C = 3 (RGB) or 1 (grey, ITU-R BT.601 luma); made smaller by averaging areas, larger
    bilinearly; a padded border has the picture's own mean colour.
    """
    import cv2

    source_h, source_w = pixels.shape[:2]
    if (source_h, source_w) == (config.height, config.width):  # nothing to fit
        result = np.ascontiguousarray(pixels)
    elif config.fit == "pad":
        result = _padded(pixels, config)
    else:
        where = place(source_h, source_w, config)
        top, left = int(where.top), int(where.left)
        part = pixels[top:top + int(where.height), left:left + int(where.width)]
        result = _resize(part, config.height, config.width)
    if config.channels == 1:
        return np.asarray(cv2.cvtColor(result, cv2.COLOR_RGB2GRAY), np.uint8)[..., None]
    return result


def _padded(pixels: NDArray[np.uint8], config: PreprocessConfig) -> NDArray[np.uint8]:
    rows, columns, top, left = _padded_area(pixels.shape[0], pixels.shape[1], config)
    picture = _resize(pixels, rows, columns)
    mean = np.rint(picture.mean(axis=(0, 1))).astype(np.uint8)
    result = np.empty((config.height, config.width, 3), np.uint8)
    result[:] = mean
    result[top:top + rows, left:left + columns] = picture
    return result


def _resize(pixels: NDArray[np.uint8], height: int, width: int) -> NDArray[np.uint8]:
    """Shrink the sides that are too long by averaging, then enlarge those too short bilinearly."""
    import cv2

    rows, columns = pixels.shape[:2]
    smaller = (min(columns, width), min(rows, height))
    if smaller != (columns, rows):
        pixels = np.asarray(cv2.resize(np.ascontiguousarray(pixels), smaller, interpolation=cv2.INTER_AREA), np.uint8)
    if smaller != (width, height):
        pixels = np.asarray(cv2.resize(np.ascontiguousarray(pixels), (width, height), interpolation=cv2.INTER_LINEAR),
                            np.uint8)
    return np.ascontiguousarray(pixels)


def map_back(values: NDArray[Any], placement: Placement) -> NDArray[np.float32]:
    """Lay a map over the network's input onto the decoded picture.

    Parameters
    ----------
    values : (h, w) float, one value for each pixel of the input
    placement : of that input, from `place`

    Returns
    -------
    (source_h, source_w) float32, bilinear between the centres of the input's pixels (``align_corners=False``); NaN
    where the network never saw the picture.
    """
    rows, row_weights, rows_seen = _axis(placement.source_h, placement.top, placement.height, values.shape[0])
    columns, column_weights, columns_seen = _axis(placement.source_w, placement.left, placement.width, values.shape[1])
    values = np.asarray(values, np.float32)
    tall = _between(values[rows], values[np.minimum(rows + 1, values.shape[0] - 1)], row_weights[:, None])
    last = values.shape[1] - 1
    result = _between(tall[:, columns], tall[:, np.minimum(columns + 1, last)], column_weights)
    result[~rows_seen] = np.nan
    result[:, ~columns_seen] = np.nan
    return result


def _axis(
    length: int, start: float, extent: float, cells: int,
) -> tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.bool_]]:
    """For each source pixel: the cell before its centre, the weight of the cell after, whether it was seen."""
    centres = np.arange(length) + 0.5
    seen = (centres > start) & (centres < start + extent)
    position = np.clip((centres - start) / extent * cells - 0.5, 0, cells - 1)
    first = np.floor(position).astype(np.int64)
    return first, (position - first).astype(np.float32), seen


def _between(
    first: NDArray[np.float32], second: NDArray[np.float32], weight: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return ``first + weight · (second − first)`` without further copies of a large map."""
    second = second - first
    second *= weight
    second += first
    return second
