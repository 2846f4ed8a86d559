"""Draws a line of more points than pixel columns as a picture: what lines take tens of milliseconds for takes two."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

_DASH_PX, _GAP_PX = 5, 4
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LineStyle:
    """How a line looks."""

    color: QColor
    width_px: float
    is_dashed: bool


def column_spans(xs: Floats, ys: Floats, columns: int) -> tuple[Floats, Floats]:
    """Return what a line through the points covers of each pixel column: the least and the greatest y, (columns,).

    Each column reaches as far as its neighbour, so that the line has no gaps; columns outside the line are NaN.

    Parameters
    ----------
    xs, ys : (N,) in pixels, xs rising
    columns : how many, from x = 0
    """
    inside = np.isfinite(ys)
    xs, ys = xs[inside], ys[inside]
    low, high = np.full(columns, np.inf), np.full(columns, -np.inf)
    edges = np.arange(columns + 1, dtype=float)
    if not len(xs):
        return np.full(columns, np.nan), np.full(columns, np.nan)
    at_edges = np.interp(edges, xs, ys, left=np.nan, right=np.nan)
    column = np.floor(xs).astype(int)
    seen = (column >= 0) & (column < columns)
    np.minimum.at(low, column[seen], ys[seen])
    np.maximum.at(high, column[seen], ys[seen])
    low = np.fmin(low, np.fmin(at_edges[:-1], at_edges[1:]))
    high = np.fmax(high, np.fmax(at_edges[:-1], at_edges[1:]))
    empty = ~np.isfinite(low)
    low[empty] = high[empty] = np.nan
    return low, high


def line_picture(xs: Floats, ys: Floats, size: tuple[int, int], style: LineStyle) -> tuple[QImage, int]:
    """Return a picture, transparent but for the line through points in pixels, and the row it begins in.

    ``size`` is (width, height) of what is looked at; the picture is as wide, and as high as the line.
    """
    width, height = size
    low, high = column_spans(xs, ys, width)
    extra = max(0.0, style.width_px - 1) / 2
    if style.is_dashed:
        low[np.arange(width) % (_DASH_PX + _GAP_PX) >= _DASH_PX] = np.nan  # a column without a line
    first, last = _rows(low - extra, height), _rows(high + extra, height)
    top, bottom = max(0, int(first.min())), min(height, int(np.where(first < height, last, -1).max()) + 1)
    rows = np.arange(top, max(top, bottom), dtype=np.int16)[:, None]
    covered = rows >= first
    covered &= rows <= last
    picture = QImage(covered.data, width, len(rows), width, QImage.Format.Format_Indexed8)
    picture.setColorTable([0, style.color.rgba()])
    return picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied), top


def _rows(values: Floats, height: int) -> NDArray[np.int16]:
    """Return which row each value lies in, just outside for those that do; none for values that are not numbers."""
    return np.where(np.isnan(values), height, np.clip(np.floor(values), -1, height)).astype(np.int16)


def paint_line(painter: QPainter, area: QRectF, xs: Floats, ys: Floats, style: LineStyle) -> None:
    """Paint a dense line; ``area`` and the points are in the painter's own coordinates, whose axes are upright."""
    to_screen = painter.worldTransform()
    on_screen = to_screen.mapRect(area)
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    size = max(1, round(on_screen.width() * ratio)), max(1, round(on_screen.height() * ratio))
    left = (to_screen.m11() * xs + to_screen.dx() - on_screen.left()) * ratio
    top = (to_screen.m22() * ys + to_screen.dy() - on_screen.top()) * ratio
    picture, row = line_picture(left, top, size, LineStyle(style.color, style.width_px * ratio, style.is_dashed))
    picture.setDevicePixelRatio(ratio)
    painter.save()
    painter.resetTransform()
    painter.drawImage(QPointF(on_screen.left(), on_screen.top() + row / ratio), picture)
    painter.restore()
