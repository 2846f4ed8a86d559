"""The curve of an activation function with the value that goes in and the one that comes out."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.explain.walk_values import Curve
from cnnstudio.ui.cards import described
from cnnstudio.ui.inspector.value_scale import number_text
from cnnstudio.ui.theme import CAPTION_PX, font, theme

_MARGIN_PX = 22


class CurveView(QWidget):
    """Paints axes, curve and point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "activation_curve", self.tr("Curve of the activation function"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 100)
        self._curve: Curve | None = None
        theme().changed.connect(self.update)
        self.hide()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for a little more width than height."""
        return QSize(320, 220)

    def show_curve(self, curve: Curve | None) -> None:
        """Show ``curve``; None hides it."""
        self._curve = curve
        self.setVisible(curve is not None)
        self.setAccessibleDescription("" if curve is None else self.tr("{x} becomes {y}").format(
            x=number_text(curve.x, 4), y=number_text(curve.y, 4)))
        self.update()

    @property
    def curve(self) -> Curve | None:
        """What is shown."""
        return self._curve

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint."""
        if self._curve is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        _CurvePainter(painter, room, self._curve).paint()


class _CurvePainter:
    """Draws one curve into one rectangle."""

    def __init__(self, painter: QPainter, room: QRectF, curve: Curve) -> None:
        self._painter, self._room, self._curve = painter, room, curve
        self._low, self._high = min(float(curve.ys.min()), curve.y, 0.0), max(float(curve.ys.max()), curve.y, 0.0)

    def paint(self) -> None:
        """Paint axes, curve, the way from x to y, and the numbers."""
        origin = self._at(0.0, 0.0)
        self._painter.setPen(QPen(theme().color("line"), 1))
        self._painter.drawLine(QPointF(self._room.left(), origin.y()), QPointF(self._room.right(), origin.y()))
        self._painter.drawLine(QPointF(origin.x(), self._room.top()), QPointF(origin.x(), self._room.bottom()))
        self._painter.setPen(QPen(theme().family_color("activation"), 2.5))
        points = [self._at(float(x), float(y)) for x, y in zip(self._curve.xs, self._curve.ys, strict=True)]
        self._painter.drawPolyline(QPolygonF(points))
        self._paint_point(origin)

    def _paint_point(self, origin: QPointF) -> None:
        x, y = self._curve.x, self._curve.y
        point, foot, side = self._at(x, y), self._at(x, 0.0), self._at(0.0, y)
        self._painter.setPen(QPen(theme().color("accent"), 1.5, Qt.PenStyle.DashLine))
        self._painter.drawLine(foot, point)
        self._painter.drawLine(point, side)
        self._painter.setBrush(theme().color("accent"))
        self._painter.drawEllipse(point, 5, 5)
        self._painter.setFont(font(CAPTION_PX + 1, 600))
        self._painter.setPen(theme().color("text"))
        below = 4 if point.y() <= origin.y() else -20
        self._write(QPointF(foot.x() - 40, foot.y() + below), f"x = {number_text(x, 4)}")
        self._write(QPointF(side.x() + (8 if x < 0 else -88), side.y() - 8), number_text(y, 4), left=x < 0)

    def _write(self, place: QPointF, text: str, *, left: bool | None = None) -> None:
        across = (Qt.AlignmentFlag.AlignHCenter if left is None else
                  Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight)
        self._painter.drawText(QRectF(place.x(), place.y(), 80, 16), int(across | Qt.AlignmentFlag.AlignVCenter), text)

    def _at(self, x: float, y: float) -> QPointF:
        xs: np.ndarray = self._curve.xs
        across = (x - float(xs[0])) / float(xs[-1] - xs[0])
        up = (y - self._low) / ((self._high - self._low) or 1.0)
        return QPointF(self._room.left() + across * self._room.width(), self._room.bottom() - up * self._room.height())
