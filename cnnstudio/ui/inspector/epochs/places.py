"""The places of an image that evidence can be counted in: the hottest one, a ninth, or a rectangle that is drawn."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QComboBox, QWidget

from cnnstudio.explain.epoch_curve import Region
from cnnstudio.explain.heatmap import place_name
from cnnstudio.ui.cards import described
from cnnstudio.ui.inspector.heatmap_view import HeatmapView
from cnnstudio.wording import translate

HOTTEST, DRAWN = "hottest", "drawn"
_SMALLEST = 0.02
"""Sides of a drawn rectangle, as shares of the image; less is a click."""


def ninth(row: int, column: int) -> Region:
    """Return one ninth of the image, such as its upper left one."""
    return Region(column / 3, row / 3, (column + 1) / 3, (row + 1) / 3,
                  translate("explain", "the {place} ninth of the image", place=place_name(row, column)))


class PlaceChoice(QComboBox):
    """Chooses the place; a keyboard needs no drawing."""

    place_requested = Signal(object)
    """A `Region`, or None for the hottest place of the last map."""
    drawing_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "epoch_place", self.tr("Count the evidence in"),
                  self.tr("The place whose share of the positive evidence is drawn over the epochs"))
        self.addItem(self.tr("Hottest place at last"), HOTTEST)
        for row in range(3):
            for column in range(3):
                self.addItem(self.tr("Ninth: {place}").format(place=place_name(row, column)), (row, column))
        self.addItem(self.tr("Draw a rectangle…"), DRAWN)
        self.setMinimumContentsLength(14)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    def reset(self) -> None:
        """Choose the hottest place without asking for it."""
        self.setCurrentIndex(0)

    def _on_activated(self) -> None:
        chosen = self.currentData()
        self.drawing_wanted.emit(chosen == DRAWN)
        if chosen == HOTTEST:
            self.place_requested.emit(None)
        elif chosen != DRAWN:
            self.place_requested.emit(ninth(*chosen))


class RectangleDrawing(QObject):
    """Lets the user draw a rectangle over the image; until then the mouse moves no image."""

    drawn = Signal(object)
    """A `Region`."""

    def __init__(self, view: HeatmapView, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._start = view, QPointF()
        self._is_on = self._is_held = False

    def set_on(self, on: bool) -> None:
        """Wait for a rectangle, or do so no longer."""
        if on != self._is_on:
            self._is_on, self._is_held = on, False
            (self._view.installEventFilter if on else self._view.removeEventFilter)(self)
            self._view.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the mouse while a rectangle is wanted."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        place = self._share(event.position())
        if event.type() == QEvent.Type.MouseButtonPress:
            self._start, self._is_held = place, True
        elif self._is_held:
            self._view.set_region(QRectF(self._start, place).normalized())
            if event.type() == QEvent.Type.MouseButtonRelease:
                self._end(QRectF(self._start, place).normalized())
        return True

    def _end(self, area: QRectF) -> None:
        self._is_held = False
        if min(area.width(), area.height()) >= _SMALLEST:
            self.set_on(on=False)
            self.drawn.emit(Region(area.left(), area.top(), area.right(), area.bottom()))

    def _share(self, place: QPointF) -> QPointF:
        """Return a place of the widget as shares of the image, within it."""
        area = self._view.image_rectangle()
        x, y = (place.x() - area.x()) / max(1.0, area.width()), (place.y() - area.y()) / max(1.0, area.height())
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
