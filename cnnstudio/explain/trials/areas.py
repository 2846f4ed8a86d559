"""Which pixels are changed: the hottest, what a brush or a lasso marks, the same area elsewhere. Free of torch."""

import itertools
from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.heatmap import resize

Mask = npt.NDArray[np.bool_]
_DRAWS = 12

Points = Sequence[tuple[float, float]]
"""(x, y) in pixels of the input, (0, 0) its upper left corner."""


def hottest(raw: npt.ArrayLike, share: float, height: int, width: int) -> Mask:
    """Return the pixels (height, width) with the most positive evidence.

    Never more than are positive: what does not speak for the class is not hot.

    Parameters
    ----------
    raw : (h, w), signed, over the whole input
    share : of all pixels, 0 to 1
    """
    values = resize(np.maximum(np.asarray(raw, np.float32), 0), height, width).ravel()
    count = min(round(share * values.size), int((values > 0).sum()))
    mask = np.zeros(values.size, np.bool_)
    mask[np.argsort(-values, kind="stable")[:count]] = True
    return mask.reshape(height, width)


def stroke(points: Points, diameter: float, height: int, width: int) -> Mask:
    """Return the pixels (height, width) whose centre a round brush covers on its way through the points.

    Parameters
    ----------
    diameter : in pixels of the input; the pixel under a point is marked however thin the brush is
    """
    mask = np.zeros((height, width), np.bool_)
    for start, end in itertools.pairwise([*points[:1], *points]):
        _cover(mask, start, end, diameter / 2)
        column, row = int(end[0]), int(end[1])
        if 0 <= row < height and 0 <= column < width:
            mask[row, column] = True
    return mask


def _cover(mask: Mask, start: tuple[float, float], end: tuple[float, float], radius: float) -> None:
    """Mark the pixels whose centre is at most ``radius`` from the line between two points."""
    low = [max(0, int(min(a, b) - radius)) for a, b in zip(start, end, strict=True)]
    high = [int(max(a, b) + radius) + 1 for a, b in zip(start, end, strict=True)]
    part = mask[low[1]:high[1], low[0]:high[0]]
    y, x = (np.arange(size, dtype=np.float64)[shape] + offset + 0.5
            for size, shape, offset in zip(part.shape, (np.s_[:, None], np.s_[None]), (low[1], low[0]), strict=True))
    along = np.subtract(end, start)
    length = float(along @ along)
    share = np.clip(((x - start[0]) * along[0] + (y - start[1]) * along[1]) / length, 0, 1) if length else 0.0
    part |= np.hypot(x - start[0] - share * along[0], y - start[1] - share * along[1]) <= radius


def lasso(points: Points, height: int, width: int) -> Mask:
    """Return the pixels (height, width) whose centre lies in or on the closed line through the points."""
    canvas = np.zeros((height, width), np.uint8)
    if len(points) > 2:
        path = np.array([[round((x - 0.5) * 16), round((y - 0.5) * 16)] for x, y in points], np.int32)
        cv2.fillPoly(canvas, [path], 1, shift=4)
    return canvas.astype(np.bool_)


def elsewhere(mask: Mask, count: int, seed: int = 0) -> npt.NDArray[np.bool_]:
    """Return ``count`` areas (count, h, w) of the same size and shape at random places, as a control.

    The area is moved as a whole, around the edges of the image where it reaches over them, and lies over itself as
    little as the best of several draws allows.
    """
    random = np.random.default_rng(seed)
    return np.array([_least_over(mask, random) for _ in range(count)], np.bool_).reshape(count, *mask.shape)


def _least_over(mask: Mask, random: np.random.Generator) -> Mask:
    """Return the best of some random shifts: the first that lies beside the area, else the one least over it."""
    best, least = mask, mask.size + 1
    for _ in range(_DRAWS):
        moved = np.roll(mask, (int(random.integers(mask.shape[0])), int(random.integers(mask.shape[1]))), axis=(0, 1))
        over = int((moved & mask).sum())
        if over < least:
            best, least = moved, over
        if over == 0:
            break
    return best

