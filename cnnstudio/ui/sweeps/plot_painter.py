"""Paints the plot with parallel axes: the lines once into a picture, axes and what is chosen above it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPaintDevice,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
)

from cnnstudio.ui.sweeps.brushes import Brushes
from cnnstudio.ui.sweeps.colors import accuracy_color, accuracy_colors
from cnnstudio.ui.sweeps.scales import PlotAxis
from cnnstudio.ui.theme import CAPTION_PX, font, mixed, theme

_SMOOTH_UP_TO = 120
"""More lines are painted without smooth edges, so that dragging a range stays smooth."""
_FINE_BITS = 4
_FINE = 2 ** _FINE_BITS
"""Parts of a pixel that rough lines know."""
_FAINT = 0.55
_WIDTHS_PX = (1.0, 2.4)
"""Of the worst and of the best line: colour is not the only sign."""
_BRUSH_PX, _BAR_PX, _DOT_PX, _GAP_PX = 14, 6, 4, 6


@dataclass(frozen=True, slots=True, eq=False)
class PlotPicture:
    """What is to be painted where.

    Attributes
    ----------
    strong : (N,) whether a combination is painted in its colour; the others are faint
    dashed : (N,) whether it has no result as the others have
    area : what the axes stand in
    xs : where each axis stands
    """

    axes: Sequence[PlotAxis]
    strong: np.ndarray
    dashed: np.ndarray
    area: QRectF
    xs: Sequence[float]

    @property
    def points(self) -> np.ndarray:
        """Return the points (N, axes, 2) of all lines in pixels; NaN where a combination has no value."""
        places = np.stack([axis.places for axis in self.axes], axis=1)
        ys = self.area.bottom() - places * self.area.height()
        return np.stack([np.broadcast_to(np.array(self.xs), ys.shape), ys], axis=-1)

    def polygon(self, row: int) -> QPolygonF:
        """Return the line of a combination; it ends where it has no value any more."""
        return _polygons(self.points[row:row + 1])[0]


def layer(picture: PlotPicture, size: QSize, ratio: float) -> QPixmap:
    """Return all lines, the faint ones below, the best on top."""
    pixels = size * ratio
    if not picture.axes or not len(picture.strong):
        empty = QPixmap(pixels)
        empty.fill(Qt.GlobalColor.transparent)
        empty.setDevicePixelRatio(ratio)
        return empty
    points, strong = picture.points, _worst_first(picture)
    faint = np.flatnonzero(~picture.strong)
    ground = mixed(theme().color("surface"), theme().color("strong_line"), _FAINT)
    batches = [(points[faint] * ratio, np.tile(_rgb(ground), (len(faint), 1)))]
    is_many = len(strong) > _SMOOTH_UP_TO
    if is_many:
        batches.append((points[strong] * ratio, _colors(picture, strong)))
    result = QPixmap.fromImage(rough_lines(batches, pixels.height(), pixels.width(), max(1, round(ratio))))
    result.setDevicePixelRatio(ratio)
    if not is_many:
        painter = QPainter(result)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_strong(painter, picture, points[strong], strong)
        painter.end()
    return result


def rough_lines(batches: Sequence[tuple[np.ndarray, np.ndarray]], height: int, width: int, width_px: int) -> QImage:
    """Return lines with rough edges on a transparent ground: a tenth of the time that Qt's painter takes.

    Parameters
    ----------
    batches : the points (N, axes, 2) of lines, in pixels, with their colours (N, 3) uint8
    """
    image = np.zeros((height, width, 4), dtype=np.uint8)
    for points, colors in batches:
        counts = _counts(points)
        fixed = np.rint(np.nan_to_num(points) * _FINE).astype(np.int32)
        for line, count, color in zip(fixed, counts.tolist(), colors.tolist(), strict=True):
            if count > 1:
                cv2.polylines(image, [line[:count]], False, (*color, 255), width_px, cv2.LINE_8, _FINE_BITS)
    return QImage(image.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def _worst_first(picture: PlotPicture) -> np.ndarray:
    """Return the rows that are painted strongly, the best one last."""
    rows = np.flatnonzero(picture.strong)
    shares = picture.axes[-1].places[rows]
    return np.asarray(rows[np.argsort(np.nan_to_num(shares, nan=-1.0), kind="stable")])


def _colors(picture: PlotPicture, rows: np.ndarray) -> np.ndarray:
    """Return the colours (N, 3) of rows; those without a result are quiet."""
    shares = picture.axes[-1].places[rows]
    colors = accuracy_colors(shares)
    colors[np.isnan(shares)] = _rgb(theme().color("strong_line"))
    return colors


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def _counts(points: np.ndarray) -> np.ndarray:
    """Return how many points (N,) each line has before it ends."""
    missing = np.isnan(points[:, :, 1])
    return np.where(missing.any(axis=1), missing.argmax(axis=1), points.shape[1])


def _polygons(points: np.ndarray) -> list[QPolygonF]:
    return [QPolygonF([QPointF(x, y) for x, y in line[:count]])
            for line, count in zip(points.tolist(), _counts(points).tolist(), strict=True)]


def _draw_strong(painter: QPainter, picture: PlotPicture, points: np.ndarray, rows: np.ndarray) -> None:
    shares, (thin, thick) = picture.axes[-1].places[rows], _WIDTHS_PX
    for polygon, row, color, share in zip(_polygons(points), rows.tolist(), _colors(picture, rows).tolist(),
                                          shares.tolist(), strict=True):
        width = thin if math.isnan(share) else thin + (thick - thin) * share
        style = Qt.PenStyle.DashLine if picture.dashed[row] else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(*color), width, style))
        painter.drawPolyline(polygon)


class PlotPainter:
    """Paints what changes with the pointer: axes with their ranges, and single lines."""

    def __init__(self, device: QPaintDevice, picture: PlotPicture) -> None:
        self.painter = QPainter(device)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._picture = picture

    def draw_chosen(self, row: int, *, is_current: bool) -> None:
        """Draw a line above all others, with a dot on each axis."""
        polygon, painter = self._picture.polygon(row), self.painter
        color = theme().color("accent" if is_current else "text")
        for pen_color, width in ((theme().color("surface"), 5.0), (color, 2.6)):
            painter.setPen(QPen(pen_color, width))
            painter.drawPolyline(polygon)
        painter.setPen(QPen(theme().color("surface"), 1))
        painter.setBrush(color)
        for number in range(polygon.size()):
            painter.drawEllipse(polygon.at(number), _DOT_PX, _DOT_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def draw_axes(self, brushes: Brushes, focused: int) -> None:
        """Draw every axis with its title, its ticks and the range that is kept."""
        for number, (axis, x) in enumerate(zip(self._picture.axes, self._picture.xs, strict=True)):
            is_last = number == len(self._picture.axes) - 1
            self._draw_line(x, is_last=is_last, is_focused=number == focused)
            if number in brushes.ranges:
                self._draw_range(x, brushes.ranges[number])
            self._draw_ticks(axis, x, is_last=is_last, is_first=number == 0)
            self._draw_title(axis, number, is_focused=number == focused)

    def _draw_line(self, x: float, *, is_last: bool, is_focused: bool) -> None:
        area, painter = self._picture.area, self.painter
        if is_last:
            gradient = QLinearGradient(0, area.bottom(), 0, area.top())
            for step in range(11):
                gradient.setColorAt(step / 10, accuracy_color(step / 10))
            painter.fillRect(QRectF(x - _BAR_PX / 2, area.top(), _BAR_PX, area.height()), gradient)
            return
        painter.setPen(QPen(theme().color("accent" if is_focused else "strong_line"), 2 if is_focused else 1.2))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))

    def _draw_range(self, x: float, kept: tuple[float, float]) -> None:
        area, color = self._picture.area, theme().color("accent")
        box = QRectF(x - _BRUSH_PX / 2, area.bottom() - kept[1] * area.height(), _BRUSH_PX,
                     (kept[1] - kept[0]) * area.height())
        inside = QColor(color)
        inside.setAlphaF(0.25)
        self.painter.fillRect(box, inside)
        self.painter.setPen(QPen(color, 2))
        for y in (box.top(), box.bottom()):
            self.painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

    def _draw_ticks(self, axis: PlotAxis, x: float, *, is_last: bool, is_first: bool) -> None:
        """Write the ticks beside the axis: those of the first one left of it, where no lines are."""
        painter, metrics = self.painter, QFontMetricsF(font(CAPTION_PX))
        painter.setFont(font(CAPTION_PX))
        room = self._picture.area.left() - _GAP_PX - 4 if is_first else _room(self._picture.xs)
        for place, text in axis.scale.ticks:
            y = self._picture.area.bottom() - place * self._picture.area.height()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width, height = metrics.horizontalAdvance(shown) + 4, metrics.height()
            left = x - _GAP_PX - width if is_first else x + _GAP_PX + (2 if is_last else 0)
            box = QRectF(left, y - height / 2, width, height)
            ground = QColor(theme().color("surface"))
            ground.setAlphaF(0.8)
            painter.fillRect(box, ground)
            painter.setPen(theme().color("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
            if not axis.scale.is_category:
                painter.setPen(QPen(theme().color("strong_line"), 1))
                painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))

    def _draw_title(self, axis: PlotAxis, number: int, *, is_focused: bool) -> None:
        """Write the title above the axis, on two lines where it is long."""
        painter, count, x = self.painter, len(self._picture.axes), self._picture.xs[number]
        room = min(160.0, _room(self._picture.xs) + 30)
        left = 2.0 if number == 0 else x - room / 2
        right = x + room / 2 if number < count - 1 else self._picture.area.right() + 80
        box = QRectF(max(2.0, min(left, x - 20)), 2, 0, self._picture.area.top() - 14)
        box.setRight(right)
        if number == count - 1:
            box.setLeft(max(box.left(), right - room))
        flags = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap | (
            Qt.AlignmentFlag.AlignLeft if number == 0 else
            Qt.AlignmentFlag.AlignRight if number == count - 1 else Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(font(CAPTION_PX, 600))
        painter.setPen(theme().color("accent" if is_focused else "text"))
        painter.drawText(box, int(flags), axis.title)


def _room(xs: Sequence[float]) -> float:
    """Return the pixels between two axes, less what else stands there."""
    return max(24.0, (xs[1] - xs[0]) - 28) if len(xs) > 1 else 120.0
