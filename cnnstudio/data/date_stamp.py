"""A date in the corner of a photograph, as film cameras printed it: the mark of the sample with a hidden shortcut."""

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

TEXT = "'98 12 24"
SHARE = 0.11
"""Height of the digits as a share of the picture's height."""
MARGIN = 0.05
"""Distance from the lower right corner as a share of the picture's height."""
_ORANGE = (255, 132, 30)
_OPACITY = 0.94
_ADVANCE = {"'": 0.35, " ": 0.4}
"""How far a sign moves the next one on, in heights; digits `_DIGIT_ADVANCE`."""
_DIGIT_ADVANCE, _DIGIT_WIDTH, _STROKE = 0.72, 0.52, 0.15
_SEGMENTS = {"0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd", "6": "afgedc", "7": "abc",
             "8": "abcdefg", "9": "abcdfg", "'": "f"}
"""The lit ones of seven segments: a above, then clockwise to f at the upper left, g in the middle."""
_ENDS = {"a": (0, 0, 1, 0), "b": (1, 0, 1, 1), "c": (1, 1, 1, 2), "d": (0, 2, 1, 2), "e": (0, 1, 0, 2),
         "f": (0, 0, 0, 1), "g": (0, 1, 1, 1)}
"""Column and row of a segment's two ends; columns are a digit's width apart, rows half its height."""


def stamped(pixels: Pixels) -> Pixels:
    """Return a copy of a picture, (H, W, 3) uint8 RGB, with the date in its lower right corner."""
    cover = _cover(*pixels.shape[:2])[..., None] * _OPACITY
    mixed = pixels * (1 - cover) + np.asarray(_ORANGE, np.float32) * cover
    return np.asarray(np.rint(mixed), np.uint8)


def place(height: int, width: int) -> tuple[int, int, int, int]:
    """Return where the date stands in a picture of this size: x0, y0, x1, y1 in pixels, right and bottom exclusive."""
    tall, margin = SHARE * height, MARGIN * height
    wide = sum(_ADVANCE.get(sign, _DIGIT_ADVANCE) for sign in TEXT) * tall
    left, top = width - margin - wide, height - margin - tall
    return round(left), round(top), round(left + wide), round(top + tall)


def _cover(height: int, width: int) -> NDArray[np.float32]:
    """Return how much of each pixel the date covers, (H, W) from 0 to 1, with a faint glow around the strokes."""
    left, top, _, bottom = place(height, width)
    tall = bottom - top
    cover = np.zeros((height, width), np.float32)
    for sign in TEXT:
        for segment in _SEGMENTS.get(sign, ""):
            _draw(cover, left, top, tall, _ENDS[segment])
        left += round(_ADVANCE.get(sign, _DIGIT_ADVANCE) * tall)
    glow = np.asarray(cv2.GaussianBlur(cover, (0, 0), tall / 6), np.float32)
    return np.asarray(np.maximum(cover, 0.5 * glow), np.float32)


def _draw(cover: NDArray[np.float32], left: int, top: int, tall: int, ends: tuple[int, int, int, int]) -> None:
    """Fill the rectangle of one segment."""
    stroke = max(1, round(_STROKE * tall))
    xs = [left + round(column * (_DIGIT_WIDTH * tall - stroke)) for column in ends[::2]]
    ys = [top + round(row * (tall - stroke) / 2) for row in ends[1::2]]
    cover[max(0, ys[0]):ys[1] + stroke, max(0, xs[0]):xs[1] + stroke] = 1.0
