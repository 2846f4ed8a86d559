"""Draws curves in axes for the pictures of the glossary."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from cnnstudio.ui.help.glossary.figure import Line, Plot
from cnnstudio.ui.help.glossary.term import words
from cnnstudio.ui.plot_ticks import Tick, ticks
from cnnstudio.ui.theme import theme

_LEGEND_PX = 22.0
_AXIS_PX = 30.0
_DOT_PX = 3.0
_RING_POINTS = 90
_TICKS = 4


class _Scale:
    """Where values lie in a rectangle."""

    def __init__(self, limits: tuple[float, float, float, float], area: QRectF) -> None:
        self.left, self.right, self.bottom, self.top = limits
        self.area = area

    def at(self, x: float, y: float) -> QPointF:
        """Return the place of a value."""
        return QPointF(self.area.left() + (x - self.left) / (self.right - self.left) * self.area.width(),
                       self.area.bottom() - (y - self.bottom) / (self.top - self.bottom) * self.area.height())


def paint_plot(painter: QPainter, panel: Plot, area: QRectF) -> None:
    """Draw axes, curves and their names."""
    names = [(words(line.name), line.color) for line in panel.lines if line.name]
    legend = _LEGEND_PX if names else 4.0
    inner = area.adjusted(_AXIS_PX, legend, -8, -_AXIS_PX)
    scale = _Scale(panel.limits or _limits(panel.lines), inner)
    _paint_axes(painter, panel, scale)
    painter.save()
    painter.setClipRect(inner.adjusted(-1, -1, 1, 1))
    for height in panel.rings:
        _paint_ring(painter, scale, height)
    if panel.upright is not None:
        painter.setPen(QPen(theme().color("quiet"), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(scale.at(panel.upright, scale.bottom), scale.at(panel.upright, scale.top))
    for line in panel.lines:
        _paint_line(painter, line, scale)
    painter.restore()
    paint_legend(painter, names, QRectF(area.left(), area.top(), area.width(), legend))


def _limits(lines: Sequence[Line]) -> tuple[float, float, float, float]:
    across, up = np.concatenate([line.x for line in lines]), np.concatenate([line.y for line in lines])
    return float(across.min()), float(across.max()), float(up.min()), float(up.max())


def _paint_axes(painter: QPainter, panel: Plot, scale: _Scale) -> None:
    area = scale.area
    painter.setPen(QPen(theme().color("line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    zero = scale.at(0, 0)
    if scale.left < 0 < scale.right:
        painter.drawLine(QPointF(zero.x(), area.top()), QPointF(zero.x(), area.bottom()))
    if scale.bottom < 0 < scale.top:
        painter.drawLine(QPointF(area.left(), zero.y()), QPointF(area.right(), zero.y()))
    painter.setPen(theme().color("quiet"))
    right, top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignHCenter
    for tick in ticks(scale.bottom, scale.top, _TICKS):
        place = scale.at(scale.left, tick.place)
        painter.drawText(QRectF(place.x() - _AXIS_PX, place.y() - 8, _AXIS_PX - 5, 16), right, _shown(tick))
    for tick in ticks(scale.left, scale.right, _TICKS):
        place = scale.at(tick.place, scale.bottom)
        painter.drawText(QRectF(place.x() - 24, place.y() + 2, 48, 13), top, _shown(tick))
    below = QRectF(area.left(), area.bottom() + 14, area.width(), 16)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, words(panel.across))


def _shown(tick: Tick) -> str:
    """Return what stands beside a tick, with a real minus."""
    return tick.text.replace("-", "−")


def _paint_ring(painter: QPainter, scale: _Scale, height: float) -> None:
    """Draw where ``x² + 10 y²`` is ``height``."""
    angles = np.linspace(0, 2 * np.pi, _RING_POINTS)
    painter.setPen(QPen(theme().color("strong_line"), 1))
    painter.drawPolyline(QPolygonF([scale.at(float(np.sqrt(height) * np.cos(one)),
                                             float(np.sqrt(height / 10) * np.sin(one))) for one in angles]))


def _paint_line(painter: QPainter, line: Line, scale: _Scale) -> None:
    color = theme().color(line.color)
    points = [scale.at(float(x), float(y)) for x, y in zip(line.x, line.y, strict=True)]
    if line.dots:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for point in points:
            painter.drawEllipse(point, _DOT_PX, _DOT_PX)
        return
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, 1.2 if line.dashed else 2, Qt.PenStyle.DashLine if line.dashed else
                        Qt.PenStyle.SolidLine))
    painter.drawPath(path)


def paint_legend(painter: QPainter, names: Sequence[tuple[str, str]], area: QRectF) -> None:
    """Draw names with the colour of each before it, in the middle of ``area``."""
    metrics = QFontMetricsF(painter.font())
    total = sum(metrics.horizontalAdvance(name) + 32 for name, _token in names)
    left = area.center().x() - total / 2
    for name, token in names:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(token))
        painter.drawRect(QRectF(left, area.center().y() - 4, 12, 8))
        painter.setPen(theme().color("text"))
        wide = metrics.horizontalAdvance(name) + 4
        painter.drawText(QRectF(left + 16, area.top(), wide, area.height()), Qt.AlignmentFlag.AlignVCenter, name)
        left += wide + 28

