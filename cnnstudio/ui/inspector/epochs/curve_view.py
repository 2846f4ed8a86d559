"""Two curves over the epochs: how like the last map each one is, and how much of its evidence lies in a place."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.theme import CAPTION_PX, font, theme

if TYPE_CHECKING:
    from cnnstudio.explain.epoch_curve import EpochPoint
    from cnnstudio.workspace.epoch_look_job import EpochCurve

_LEFT_PX, _RIGHT_PX, _TOP_PX, _BOTTOM_PX = 26, 8, 22, 16
LIKENESS, SHARE = "train_curve", "val_curve"
"""Colours of the two curves."""


class EpochCurveView(QWidget):
    """Paints both curves and the epoch on show; a click chooses an epoch."""

    epoch_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "epoch_curve", self.tr("How the map came about over the epochs"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 96)
        self.setMouseTracking(True)
        self._points: tuple[EpochPoint, ...] = ()
        self._area = 0.0
        self._last = 1
        self._epoch: int | None = None
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for little height."""
        return QSize(320, 104)

    def show_curve(self, curve: "EpochCurve | None", last: int = 1) -> None:
        """Show the points known so far of a run with so many epochs; None shows nothing."""
        self._points = () if curve is None else curve.points
        self._area = 0.0 if curve is None or curve.region is None else curve.region.area
        self._last = max(1, last)
        self.setAccessibleDescription("; ".join(map(self.words, self._points)))
        self.update()

    def show_epoch(self, epoch: int | None) -> None:
        """Mark the epoch on show."""
        self._epoch = epoch
        self.update()

    @property
    def points(self) -> "tuple[EpochPoint, ...]":
        """What is shown."""
        return self._points

    def words(self, point: "EpochPoint") -> str:
        """Say the figures of one epoch."""
        share = self.tr("none") if point.share is None else f"{100 * point.share:.0f} %"
        return self.tr("Epoch {epoch}: rank correlation {likeness}, evidence in the place {share}").format(
            epoch=point.epoch, likeness=f"{point.likeness:.2f}", share=share)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint axes, curves and the epoch on show."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(CAPTION_PX))
        self._paint_axes(painter)
        self._paint_key(painter)
        self._paint_line(painter, LIKENESS, lambda point: point.likeness)
        self._paint_line(painter, SHARE, lambda point: point.share)
        if self._epoch is not None and self._points:
            painter.setPen(QPen(theme().color("accent"), 1.5))
            x = self._x(self._epoch)
            painter.drawLine(QPointF(x, self._room().top()), QPointF(x, self._room().bottom()))

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT_PX, _TOP_PX, -_RIGHT_PX, -_BOTTOM_PX)

    def _x(self, epoch: int) -> float:
        return self._room().left() + epoch / self._last * self._room().width()

    def _y(self, value: float) -> float:
        return self._room().bottom() - min(max(value, 0.0), 1.0) * self._room().height()

    def _paint_axes(self, painter: QPainter) -> None:
        room = self._room()
        for value, text in ((0.0, "0"), (0.5, "0.5"), (1.0, "1")):
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(QPointF(room.left(), self._y(value)), QPointF(room.right(), self._y(value)))
            painter.setPen(theme().color("quiet"))
            painter.drawText(QRectF(0, self._y(value) - 8, _LEFT_PX - 6, 16),
                             int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
        if self._area:
            painter.setPen(QPen(theme().color(SHARE), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(room.left(), self._y(self._area)), QPointF(room.right(), self._y(self._area)))
        painter.setPen(theme().color("quiet"))
        below = QRectF(room.left(), room.bottom() + 1, room.width(), _BOTTOM_PX)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignLeft), self.tr("epoch 0"))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignRight), str(self._last))

    def _paint_key(self, painter: QPainter) -> None:
        """Say above the curves what they are."""
        x, middle = self._room().left(), _TOP_PX / 2 - 2
        for token, text in ((LIKENESS, self.tr("like the last")), (SHARE, self.tr("in the place"))):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(token))
            self._paint_mark(painter, QPointF(x + 3, middle), is_square=token == SHARE)
            painter.setPen(theme().color("text"))
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.drawText(QRectF(x + 10, middle - 8, width + 2, 16),
                             int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
            x += width + 22

    def _paint_line(self, painter: QPainter, token: str,
                    value: "Callable[[EpochPoint], float | None]") -> None:
        color = theme().color(token)
        for part in parts(self._points, value):
            painter.setPen(QPen(color, 1.5, Qt.PenStyle.DashLine if token == SHARE else Qt.PenStyle.SolidLine))
            painter.drawPolyline(QPolygonF([QPointF(self._x(epoch), self._y(number)) for epoch, number in part]))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            for epoch, number in part:
                self._paint_mark(painter, QPointF(self._x(epoch), self._y(number)), is_square=token == SHARE)

    def _paint_mark(self, painter: QPainter, place: QPointF, *, is_square: bool) -> None:
        if is_square:
            painter.drawRect(QRectF(place.x() - 2.5, place.y() - 2.5, 5, 5))
        else:
            painter.drawEllipse(place, 2.8, 2.8)

    # pointing

    def _nearest(self, x: float) -> "EpochPoint | None":
        return min(self._points, key=lambda point: abs(self._x(point.epoch) - x), default=None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Say the figures under the pointer; with the button held, choose."""
        nearest = self._nearest(event.position().x())
        self.setToolTip("" if nearest is None else self.words(nearest))
        if nearest is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.epoch_chosen.emit(nearest.epoch)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose the nearest epoch."""
        nearest = self._nearest(event.position().x())
        if nearest is not None and event.button() == Qt.MouseButton.LeftButton:
            self.epoch_chosen.emit(nearest.epoch)


def parts(points: "Sequence[EpochPoint]",
          value: "Callable[[EpochPoint], float | None]") -> list[list[tuple[int, float]]]:
    """Return a curve as lines without gaps: (epoch, value) of neighbouring points that have one."""
    found: list[list[tuple[int, float]]] = [[]]
    for point in points:
        number = value(point)
        if number is None:
            found.append([])
        else:
            found[-1].append((point.epoch, number))
    return [part for part in found if part]
