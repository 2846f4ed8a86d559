"""What an axis of a plot looks like: its line, its texts, and the lines behind the curves."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from cnnstudio.ui.plot_parts import plain_pen
from cnnstudio.ui.plot_ticks import Tick, ticks
from cnnstudio.ui.theme import CAPTION_PX, font, theme

BOTTOM_PX = 38
"""Height of a horizontal axis with its title."""
_APART_PX = {True: 40, False: 90}
"""The least distance of two ticks of a vertical and of a horizontal axis."""
TEXT_PX = 16
"""Height of a tick's text."""
_GAP_PX, _STEP_PX, _NARROWEST_PX = 6, 8, 40
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class AxisFace:
    """The ticks of one axis, and how they are painted.

    Parameters
    ----------
    is_vertical
        Whether it is the axis of the values, which also draws the lines behind the curves.
    percent
        The values are shares, 0 to 1, shown as percent.
    title
        What a horizontal axis counts.
    """

    def __init__(self, *, is_vertical: bool, percent: bool = False, title: str = "") -> None:
        self.is_vertical = is_vertical
        self._percent, self._title = percent, title
        self._font = font(CAPTION_PX)
        self._ends = 0.0, 1.0
        self._divided_for: tuple[float, float, int, bool] | None = None
        self.ticks: list[Tick] = []

    def divide(self, low: float, high: float, length_px: float, *, is_log: bool) -> None:
        """Find the ticks of the range from ``low`` to ``high``; logarithms to the base of ten where ``is_log``."""
        most = max(2, int(length_px) // _APART_PX[self.is_vertical])
        wanted = low, high, most, is_log
        if wanted != self._divided_for and low < high:
            self._ends, self._divided_for = (low, high), wanted
            self.ticks = ticks(low, high, most, is_log=is_log, percent=self._percent)

    def width_px(self, now_px: float) -> float:
        """Return how wide a vertical axis is to be: as now if that is about enough, for a new width moves the plot."""
        metrics = QFontMetricsF(self._font)
        widest = max((metrics.horizontalAdvance(tick.text) for tick in self.ticks), default=0.0)
        wanted = max(_NARROWEST_PX, _STEP_PX * math.ceil((widest + 2 * _GAP_PX) / _STEP_PX))
        return now_px if wanted <= now_px <= wanted + 2 * _STEP_PX else wanted

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint it beside ``area``, where the curves are, in the painter's pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(self._font)
        (self._paint_vertical if self.is_vertical else self._paint_horizontal)(painter, area)

    def _share(self, tick: Tick) -> float:
        low, high = self._ends
        return (tick.place - low) / (high - low)

    def _paint_vertical(self, painter: QPainter, area: QRectF) -> None:
        places = [(tick.text, area.bottom() - self._share(tick) * area.height()) for tick in self.ticks]
        painter.setPen(plain_pen(theme().color("line")))
        painter.drawLine(area.topLeft(), area.bottomLeft())
        for _, y in places:
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(theme().color("quiet"))
        for text, y in places:
            top = min(max(area.top(), y - TEXT_PX / 2), area.bottom() - TEXT_PX / 2)
            painter.drawText(QRectF(0, top, area.left() - _GAP_PX, TEXT_PX), _AT_RIGHT, text)

    def _paint_horizontal(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(plain_pen(theme().color("line")))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setPen(theme().color("quiet"))
        width, top = _APART_PX[False], area.bottom() + 4
        for tick in self.ticks:
            x = area.left() + self._share(tick) * area.width()
            painter.drawText(QRectF(x - width / 2, top, width, TEXT_PX), _CENTRED, tick.text)
        painter.drawText(QRectF(area.left(), top + TEXT_PX, area.width(), TEXT_PX), _CENTRED, self._title)
