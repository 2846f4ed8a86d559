"""A small plot of shares against shares, both in percent: curves, bars, the diagonal and a marked point."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.theme import CAPTION_PX, font, theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEFT_PX, _RIGHT_PX, _TOP_PX, _BOTTOM_PX = 44, 20, 34, 38
_SAMPLE_PX = 18
_POINTS = 400


@dataclass(frozen=True, slots=True, eq=False)
class ShareLine:
    """One curve; shares from 0 to 1, ``xs`` ascending."""

    name: str
    xs: "NDArray[np.float64]"
    ys: "NDArray[np.float64]"
    color: str = "train_curve"
    """A token of the theme."""
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One bar from ``low`` to ``high``, as high as ``value``; the fuller its colour, the more it stands for."""

    low: float
    high: float
    value: float
    weight: float
    """From 0 to 1."""
    sentence: str
    """Said when the pointer is on it."""


class SharePlot(QWidget):
    """Axes in percent; the pointer reads the nearest point of the first curve, or a bar.

    Parameters
    ----------
    name : object name
    x_title, y_title : what the axes count
    """

    def __init__(self, name: str, x_title: str, y_title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(f"{y_title}, {x_title}")
        self.setMouseTracking(True)
        self.setMinimumSize(220, 210)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._x_title, self._y_title = x_title, y_title
        self._lines: tuple[ShareLine, ...] = ()
        self._bars: tuple[ShareBar, ...] = ()
        self._marker: tuple[float, float] | None = None
        self._has_diagonal = False
        self._y_low = 0.0
        self._pointer: QPointF | None = None
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size a little wider than high."""
        return QSize(320, 260)

    def show_lines(self, lines: Sequence[ShareLine], *, has_diagonal: bool = False, y_low: float = 0.0) -> None:
        """Draw ``lines``, at most a few hundred points of each, from ``y_low`` (0 to 1) up."""
        from cnnstudio.training.curves import thinned

        self._lines = tuple(
            ShareLine(line.name, *thinned(line.xs, line.ys, _POINTS), line.color, line.is_dashed) for line in lines)
        self._has_diagonal, self._y_low = has_diagonal, y_low
        self.update()

    def show_bars(self, bars: Sequence[ShareBar], *, has_diagonal: bool = True) -> None:
        """Draw ``bars``, behind the lines."""
        self._bars, self._has_diagonal = tuple(bars), has_diagonal
        self.update()

    def mark(self, x: float, y: float) -> None:
        """Mark one point."""
        self._marker = (x, y)
        self.update()

    def clear_mark(self) -> None:
        """Mark nothing."""
        self._marker = None
        self.update()

    @property
    def lines(self) -> tuple[ShareLine, ...]:
        """What is drawn."""
        return self._lines

    @property
    def bars(self) -> tuple[ShareBar, ...]:
        """What is drawn."""
        return self._bars

    @property
    def marker(self) -> tuple[float, float] | None:
        """The marked point."""
        return self._marker

    def readout(self, x: float) -> str:
        """Return what is said when the pointer is at ``x`` (0 to 1): a bar's sentence, or the first line's values."""
        inside = [bar.sentence for bar in self._bars if bar.low <= x <= bar.high]
        if inside or not self._lines or not len(self._lines[0].xs):
            return inside[0] if inside else ""
        place = self._nearest(x)
        line = self._lines[0]
        return (f"{self._x_title} {100 * line.xs[place]:.1f} %   "
                f"{self._y_title} {100 * line.ys[place]:.1f} %")

    def _nearest(self, x: float) -> int:
        return int(np.argmin(np.abs(self._lines[0].xs - x)))

    # the pointer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the pointer."""
        self._pointer = event.position()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Read nothing any more."""
        self._pointer = None
        self.update()
        super().leaveEvent(event)

    # painting

    def _area(self) -> QRectF:
        return QRectF(_LEFT_PX, _TOP_PX, max(1, self.width() - _LEFT_PX - _RIGHT_PX),
                      max(1, self.height() - _TOP_PX - _BOTTOM_PX))

    def _at(self, x: float, y: float) -> QPointF:
        area = self._area()
        height = (min(1.0, max(self._y_low, y)) - self._y_low) / (1 - self._y_low)
        return QPointF(area.left() + x * area.width(), area.bottom() - height * area.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint axes, bars, diagonal, curves, mark and what the pointer reads."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(CAPTION_PX))
        self._paint_axes(painter)
        self._paint_bars(painter)
        if self._has_diagonal:
            painter.setPen(QPen(theme().color("quiet"), 1, Qt.PenStyle.DotLine))
            painter.drawLine(self._at(self._y_low, self._y_low), self._at(1, 1))
        for line in reversed(self._lines):
            self._paint_line(painter, line)
        self._paint_marker(painter)
        self._paint_head(painter)

    def _paint_axes(self, painter: QPainter) -> None:
        area, quiet = self._area(), theme().color("quiet")
        for tick in _ticks(self._y_low):
            at = self._at(0, tick)
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(at, self._at(1, tick))
            painter.setPen(quiet)
            painter.drawText(QRectF(0, at.y() - 8, _LEFT_PX - 6, 16), _RIGHT, f"{100 * tick:.0f} %")
        for tick in _ticks(0.0, 160 if area.width() > 260 else 80):
            at = self._at(tick, self._y_low)
            painter.drawText(QRectF(at.x() - 24, area.bottom() + 3, 48, 14), Qt.AlignmentFlag.AlignCenter,
                             f"{100 * tick:.0f} %")
        painter.drawText(QRectF(area.left(), area.bottom() + 18, area.width(), 16), Qt.AlignmentFlag.AlignCenter,
                         self._x_title)
        painter.drawText(QRectF(2, _TOP_PX - 21, area.width(), 14), _LEFT, f"↑ {self._y_title}")

    def _paint_bars(self, painter: QPainter) -> None:
        painter.setPen(QPen(theme().color("train_curve"), 1))
        for bar in self._bars:
            ground = theme().color("train_curve")
            ground.setAlphaF(0.15 + 0.6 * bar.weight ** 0.5)
            painter.setBrush(ground)
            bar_area = QRectF(self._at(bar.low, bar.value), self._at(bar.high, self._y_low))
            painter.drawRect(bar_area.adjusted(1, 0, -1, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_line(self, painter: QPainter, line: ShareLine) -> None:
        pen = QPen(theme().color(line.color), 2)
        if line.is_dashed:
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        points = [self._at(x, y) for x, y in zip(line.xs.tolist(), line.ys.tolist(), strict=True)]
        painter.drawPolyline(QPolygonF(points))
        if len(points) <= 2:
            for point in points:
                painter.drawEllipse(point, 2, 2)

    def _paint_marker(self, painter: QPainter) -> None:
        if self._marker is None:
            return
        at = self._at(*self._marker)
        painter.setPen(QPen(theme().color("accent"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(at.x(), self._area().bottom()), at)
        painter.drawLine(QPointF(self._area().left(), at.y()), at)
        painter.setPen(QPen(theme().color("surface"), 2))
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(at, 5, 5)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_head(self, painter: QPainter) -> None:
        """Paint the names of the curves at the right, or what the pointer reads."""
        area, pointer = self._area(), self._pointer
        if pointer is not None and area.contains(pointer):
            painter.setPen(theme().color("text"))
            x = (pointer.x() - area.left()) / area.width()
            painter.drawText(QRectF(0, 0, self.width() - _RIGHT_PX, 14), _RIGHT, self.readout(x))
            self._paint_reading(painter, x)
            return
        end = float(self.width() - _RIGHT_PX)
        for line in reversed([line for line in self._lines if line.name]):
            end = self._paint_name(painter, line, end)

    def _paint_reading(self, painter: QPainter, x: float) -> None:
        if self._bars or not self._lines or not len(self._lines[0].xs):
            return
        line, place = self._lines[0], self._nearest(x)
        painter.setPen(QPen(theme().color("text"), 1.5))
        painter.drawEllipse(self._at(float(line.xs[place]), float(line.ys[place])), 4, 4)

    def _paint_name(self, painter: QPainter, line: ShareLine, end: float) -> float:
        """Paint one name with a piece of its line so that it ends at ``end``; return where the next one is to end."""
        width = painter.fontMetrics().horizontalAdvance(line.name)
        painter.setPen(theme().color("quiet"))
        painter.drawText(QRectF(end - width, 0, width, 14), _LEFT, line.name)
        pen = QPen(theme().color(line.color), 2)
        if line.is_dashed:
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        start = end - width - 6 - _SAMPLE_PX
        painter.drawLine(QPointF(start, 7), QPointF(start + _SAMPLE_PX, 7))
        return start - 12


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _ticks(low: float, room: int = 160) -> list[float]:
    """Return round shares from ``low`` to 1, at most six."""
    steps = 1 - low
    width = 0.25 if room < 100 else 0.2 if steps > 0.5 else 0.1 if steps > 0.25 else 0.05 if steps > 0.1 else 0.02
    count = round(steps / width)
    return [1 - width * number for number in range(count, -1, -1)]
