"""What a curve of a plot looks like: a line through its points, with marks on them where they are few."""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from cnnstudio.ui.dense_line import LineStyle, paint_line
from cnnstudio.ui.plot_parts import CurveLook, look_pen
from cnnstudio.ui.point_series import Floats
from cnnstudio.ui.theme import theme

_MARK_PX = 5
_DENSE_FROM = 600
"""Lines of more points than this are drawn as a picture; as lines they would take tens of milliseconds."""


class LineFace:
    """The points of a curve as they are painted: values, or their logarithms to the base of ten."""

    def __init__(self, look: CurveLook) -> None:
        self.look = look
        self.points: tuple[Floats, Floats] = (np.empty(0), np.empty(0))
        """(N,) each, as they were given."""
        self._shown = self.points
        self._is_log, self._with_marks = (False, False), False
        self._path: QPainterPath | None = None
        self.retint()

    def retint(self) -> None:
        """Take the colours of the scheme."""
        self._pen, self._color = look_pen(self.look), theme().color(self.look.token)

    def set_points(self, xs: Floats, ys: Floats, *, with_marks: bool) -> None:
        """Take other points, (N,) each."""
        self.points, self._with_marks = (xs, ys), with_marks
        self._scale()

    def set_log(self, *, is_x_log: bool, is_y_log: bool) -> None:
        """Show the logarithms of one or both."""
        self._is_log = is_x_log, is_y_log
        self._scale()

    def _scale(self) -> None:
        xs, ys = (_logarithm(values) if is_log else values
                  for values, is_log in zip(self.points, self._is_log, strict=True))
        self._shown, self._path = (xs, ys), None

    def bounds(self, axis: int, across: tuple[float, float] | None) -> tuple[float | None, float | None]:
        """Return the ends on one axis, 0 or 1, of what lies between ``across`` on the other, or of all."""
        values, others = self._shown[axis], self._shown[1 - axis]
        fitting = np.isfinite(values)
        if across is not None:
            fitting &= (others >= across[0]) & (others <= across[1])
        values = values[fitting]
        return (float(values.min()), float(values.max())) if len(values) else (None, None)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint it; ``area`` is what is seen, in the painter's own coordinates, which are those of the points."""
        if len(self._shown[0]) > _DENSE_FROM:
            style = LineStyle(self._pen.color(), self._pen.widthF(), bool(self._pen.dashPattern()))
            paint_line(painter, area, *self._shown, style)
            return
        self._path = self._path or _path_through(*self._shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.drawPath(self._path)
        if self._with_marks:
            self._paint_marks(painter)

    def _paint_marks(self, painter: QPainter) -> None:
        """Paint a mark on each point, equally large on the screen at any scale."""
        to_screen = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        draw = painter.drawEllipse if self.look.mark == "o" else painter.drawRect
        for x, y in zip(*(values.tolist() for values in self._shown), strict=True):
            if math.isfinite(x) and math.isfinite(y):
                at = to_screen.map(QPointF(x, y))
                draw(QRectF(at.x() - _MARK_PX / 2, at.y() - _MARK_PX / 2, _MARK_PX, _MARK_PX))
        painter.restore()


def _logarithm(values: Floats) -> Floats:
    """Return the logarithms to the base of ten; not a number where there is none."""
    return np.asarray(np.log10(np.where(values > 0, values, np.nan)), np.float64)


def _path_through(xs: Floats, ys: Floats) -> QPainterPath:
    """Return the line through the points, with a gap where one of them is not a number."""
    path, is_drawing = QPainterPath(), False
    for x, y in zip(xs.tolist(), ys.tolist(), strict=True):
        is_point = math.isfinite(x) and math.isfinite(y)
        if is_point and is_drawing:
            path.lineTo(x, y)
        elif is_point:
            path.moveTo(x, y)
        is_drawing = is_point
    return path
