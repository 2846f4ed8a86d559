"""A small plot that is painted as a whole: a few lines, dots and upright marks over two axes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.theme import CAPTION_PX, font, theme

_DOT_PX, _TICK_GAP_PX = 1.6, 4


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Points (N,) joined, or each as a dot, in a colour of the theme."""

    xs: np.ndarray
    ys: np.ndarray
    token: str
    is_dots: bool = False
    width_px: float = 2.0


@dataclass(frozen=True, slots=True)
class Mark:
    """An upright line through the plot with a word above it or, quietly, at one side of its upper end."""

    x: float
    token: str
    text: str = ""
    side: Literal["above", "left", "right"] = "above"


@dataclass(frozen=True, slots=True)
class Axis:
    """From the least to the largest value shown, with the values that are written beside."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()

    def share(self, value: float) -> float:
        """Return where ``value`` lies: 0 at the low end, 1 at the high one."""
        return (value - self.low) / (self.high - self.low)


class LineCanvas(QWidget):
    """Shows what `set_picture` is given; nothing in it scrolls or zooms."""

    clicked = Signal(float)
    """The x that was clicked, within the axis; only of a canvas that can be clicked."""

    def __init__(self, minimum_px: tuple[int, int], parent: QWidget | None = None, *, is_clickable: bool = False,
                 ) -> None:
        super().__init__(parent)
        self._minimum, self._is_clickable = QSize(*minimum_px), is_clickable
        self._x, self._y = Axis(0, 1), Axis(0, 1)
        self._lines: Sequence[Line] = ()
        self._marks: Sequence[Mark] = ()
        self.setMinimumSize(self._minimum)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if is_clickable:
            self.setCursor(Qt.CursorShape.CrossCursor)
        theme().changed.connect(self.update)

    def set_picture(self, x: Axis, y: Axis, lines: Sequence[Line], marks: Sequence[Mark] = ()) -> None:
        """Show these lines and marks; both axes are from a lower to a higher value."""
        self._x, self._y, self._lines, self._marks = x, y, lines, marks
        self.update()

    @property
    def lines(self) -> Sequence[Line]:
        """What is drawn."""
        return self._lines

    @property
    def marks(self) -> Sequence[Mark]:
        """The upright lines."""
        return self._marks

    def point_of(self, x: float, y: float) -> QPointF:
        """Return where a value is, in the widget's pixels."""
        area = self._area()
        return QPointF(area.left() + self._x.share(x) * area.width(), area.bottom() - self._y.share(y) * area.height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        return self._minimum

    # painting

    def _area(self) -> QRectF:
        """Return where the lines are; the rest is for the texts of the axes."""
        metrics = _metrics()
        left = max((metrics.horizontalAdvance(text) for _value, text in self._y.ticks), default=0) + _TICK_GAP_PX
        above = metrics.height() + 2 if any(mark.side == "above" for mark in self._marks) else metrics.height() / 2
        below = metrics.height() + _TICK_GAP_PX if self._x.ticks else 1
        right = max((metrics.horizontalAdvance(text) / 2 for _value, text in self._x.ticks[-1:]), default=2) + 2
        return QRectF(left, above, max(1.0, self.width() - left - right), max(1.0, self.height() - above - below))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(CAPTION_PX))
        area = self._area()
        self._paint_axes(painter, area)
        painter.save()
        painter.setClipRect(area.adjusted(-2, -2, 2, 2))
        for line in self._lines:
            self._paint_line(painter, line)
        painter.restore()
        for mark in sorted(self._marks, key=lambda mark: mark.side != "above"):
            self._paint_mark(painter, area, mark)
        painter.end()

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        height = _metrics().height()
        for value, text in self._y.ticks:
            y = self.point_of(self._x.low, value).y()
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme().color("quiet"))
            painter.drawText(QRectF(0, y - height / 2, area.left() - _TICK_GAP_PX, height),
                             Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        for value, text in self._x.ticks:
            x = self.point_of(value, self._y.low).x()
            painter.drawText(QRectF(x - 60, area.bottom() + _TICK_GAP_PX, 120, height),
                             Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_line(self, painter: QPainter, line: Line) -> None:
        points = [self.point_of(x, y) for x, y in zip(line.xs.tolist(), line.ys.tolist(), strict=True)]
        color = theme().color(line.token)
        if line.is_dots:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            for point in points:
                painter.drawEllipse(point, _DOT_PX, _DOT_PX)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            return
        painter.setPen(QPen(color, line.width_px, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap,
                            Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF(points))

    def _paint_mark(self, painter: QPainter, area: QRectF, mark: Mark) -> None:
        x, color = self.point_of(mark.x, self._y.low).x(), theme().color(mark.token)
        is_quiet = mark.side != "above"
        painter.setPen(QPen(color, 1.5, Qt.PenStyle.DashLine if is_quiet else Qt.PenStyle.SolidLine))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        place = self._mark_text_area(area, mark, x)
        if is_quiet:  # another mark may run through the word
            painter.fillRect(place, self.palette().window())
        painter.setPen(theme().color("quiet") if is_quiet else color)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, mark.text)

    def _mark_text_area(self, area: QRectF, mark: Mark, x: float) -> QRectF:
        """Return where a mark's word stands; it stays within the widget."""
        width, height = _metrics().horizontalAdvance(mark.text) + 1, _metrics().height()
        left = {"above": x - width / 2, "left": x - width - _TICK_GAP_PX, "right": x + _TICK_GAP_PX}[mark.side]
        top = 0.0 if mark.side == "above" else area.top() + 1
        return QRectF(min(max(0.0, left), self.width() - width), top, width, height)

    # the user

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell which x was clicked; what is beside the lines counts as their end."""
        if not self._is_clickable or event.button() is not Qt.MouseButton.LeftButton:
            return
        area = self._area()
        share = min(1.0, max(0.0, (event.position().x() - area.left()) / area.width()))
        self.clicked.emit(self._x.low + share * (self._x.high - self._x.low))


def _metrics() -> QFontMetricsF:
    return QFontMetricsF(font(CAPTION_PX))
