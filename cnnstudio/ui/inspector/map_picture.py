"""From the cells of a layer's map to a picture that lies over the image, in every way a map can be shown."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from cnnstudio.data.preprocess import Placement, map_back
from cnnstudio.explain.color_maps import color_table
from cnnstudio.explain.map_paint import LINES, borders, cells_over, of_sign
from cnnstudio.ui.inspector.view_style import Sign, ViewStyle

SIDE_LIMIT = 640
"""Pixels of a picture's longer side; more are not seen, for between the cells nothing is known."""
UNSEEN = 255
_STEPS = 254


@dataclass(frozen=True, slots=True, eq=False)
class LaidMap:
    """A signed map with its place in an image.

    Attributes
    ----------
    raw : (h, w) float32, in the layer's own cells
    placement : of the network's input in the image
    """

    raw: np.ndarray
    placement: Placement

    def peak(self, sign: Sign) -> float:
        """Return the largest value of a sign, 0 when there is none; of both the larger."""
        top, bottom = max(0.0, float(self.raw.max())), max(0.0, -float(self.raw.min()))
        return {"positive": top, "negative": bottom, "both": max(top, bottom)}[sign]

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the row and column of the cell at a place, as shares of the image; None where there is none."""
        place = self.placement
        row = (y * place.source_h - place.top) / place.height * self.raw.shape[0]
        column = (x * place.source_w - place.left) / place.width * self.raw.shape[1]
        if not (0 <= row < self.raw.shape[0] and 0 <= column < self.raw.shape[1]):
            return None
        return int(row), int(column)

    def rectangle(self, cell: tuple[int, int], field: tuple[float, float] | None = None) -> QRectF:
        """Return where a cell lies, or the ``field`` (rows, columns of input pixels as shares) about its centre.

        In shares of the image; it may stick out.
        """
        place, (rows, columns) = self.placement, self.raw.shape
        size = (1 / rows, 1 / columns) if field is None else field
        middle = ((cell[0] + 0.5) / rows, (cell[1] + 0.5) / columns)
        return QRectF((place.left + (middle[1] - size[1] / 2) * place.width) / place.source_w,
                      (place.top + (middle[0] - size[0] / 2) * place.height) / place.source_h,
                      size[1] * place.width / place.source_w, size[0] * place.height / place.source_h)


def values_over(laid: LaidMap, sign: Sign, *, cells: bool = False, side: int = SIDE_LIMIT) -> np.ndarray:
    """Return the map over the image, (h, w) float32 with no side over ``side``; NaN where never seen.

    One sign alone is cut off before it is made smooth, as in `cnnstudio.explain.heatmap`, and is never negative.
    """
    raw = of_sign(laid.raw, sign)
    place = laid.placement
    scale = min(1.0, side / max(place.source_h, place.source_w))
    if max(place.source_h, place.source_w) < side / 2:    # a picture of 28 x 28 pixels needs more than these
        scale = side / 2 / max(place.source_h, place.source_w)
    place = place.scaled(max(1, round(place.source_h * scale)), max(1, round(place.source_w * scale)))
    return cells_over(raw, place) if cells else map_back(raw, place)


def steps_of(values: np.ndarray, limit: float, sign: Sign) -> np.ndarray:
    """Return values as steps 0 ... 254 of a scale up to ``limit``, 255 where unseen; of both signs 127 is nothing."""
    share = values * np.float32(1 / limit) if limit > 0 else values * np.float32(0)
    if sign == "both":
        share = share * np.float32(0.5) + np.float32(0.5)
    np.clip(share, 0, 1, out=share)
    share *= np.float32(_STEPS)
    share += np.float32(0.5)
    unseen = np.isnan(share)
    share[unseen] = UNSEEN
    return share.astype(np.uint8)


def picture(values: np.ndarray, limit: float, style: ViewStyle) -> QImage:
    """Return what lies over the image, premultiplied; transparent where nothing is to be painted.

    Parameters
    ----------
    values : (h, w), from `values_over`
    limit : what the last colour stands for; at 0 there is nothing to show and everything has the first colour
    """
    steps = steps_of(values, limit, style.sign)
    if style.overlay == "contours":
        steps = _lines(steps)
    height, width = steps.shape
    steps = np.ascontiguousarray(steps)
    image = QImage(steps.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable(_colors(style.color_name, style.overlay, style.sign))
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _lines(steps: np.ndarray) -> np.ndarray:
    """Keep only the steps where a line of equal evidence runs, the rest is unseen."""
    level = np.minimum(steps, _STEPS).astype(np.uint16) * LINES // (_STEPS + 1)
    return np.where(borders(level, steps != UNSEEN), steps, UNSEEN).astype(np.uint8)


@lru_cache(maxsize=64)
def _colors(name: str, overlay: str, sign: str) -> tuple[int, ...]:
    """Return the 256 colours of a picture's steps, the last transparent."""
    if overlay == "light":
        shares = np.arange(UNSEEN) / _STEPS
        strength = np.abs(2 * shares - 1) if sign == "both" else shares
        return (*(QColor(0, 0, 0, round(255 * (1 - float(part)))).rgba() for part in strength), 0)
    ramp = color_table(name)[np.rint(np.linspace(0, 255, UNSEEN)).astype(np.intp)]
    return (*(QColor(*(int(part) for part in color)).rgba() for color in ramp), 0)


def seen_rectangle(placement: Placement) -> QRectF:
    """Return the part of the image that the network saw, as shares of its width and height."""
    place = placement
    whole, seen = QRectF(0, 0, 1, 1), QRectF(
        place.left / place.source_w, place.top / place.source_h, place.width / place.source_w,
        place.height / place.source_h)
    return whole.intersected(seen)
