"""The Data page's grid: many images are selected as in a file manager, however many there are."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.data.grid_rows import GridRows
from cnnstudio.ui.data.group_borders import draw_groups
from cnnstudio.ui.data.row_selection import RowSelection
from cnnstudio.ui.data.rubber_band import RubberBand
from cnnstudio.ui.data.view_place import ViewPlace
from cnnstudio.ui.images import ThumbnailModel
from cnnstudio.ui.thumbnail_view import GAP_PX, ThumbnailView

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SCROLL_MS = 30
_SCROLL_PX = 24
_Ctrl, _Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_MOVING = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
                     Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))


class ImageGrid(ThumbnailView):
    """A `ThumbnailView` with its own selection: Qt's is a list of ranges that gets slow when there are many.

    Qt's selection model keeps the current image only.
    """

    selection_changed = Signal()
    menu_requested = Signal(QPoint)
    """On the screen; the selection is what the menu is about."""

    def __init__(self, model: ThumbnailModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, side_px=model.side_px)
        self.selection = RowSelection()
        self._band = RubberBand()
        self._rows: GridRows | None = None
        self._scroll_timer = QTimer(self)
        self._scroll_timer.setInterval(_SCROLL_MS)
        self._scroll_timer.timeout.connect(self._on_scroll_timer)
        self.setModel(model)
        self.setSelectionMode(ThumbnailView.SelectionMode.NoSelection)

    def set_rows(self, rows: GridRows, *, moved: "NDArray[np.int64] | None" = None, stay: bool = False) -> None:
        """Show ``rows``; what is selected and still shown stays selected.

        Parameters
        ----------
        rows
            The images.
        moved
            Where each row of the contents shown until now is in those of ``rows`` (-1: gone); None when they are
            the same contents.
        stay
            Keep what is in view in view.
        """
        place, before = self.currentIndex().row(), self._view_place()
        next_place = place - int(np.count_nonzero(self.selection.places < place))
        selected, current = self.chosen_rows(), self._row_at(place)
        acted_on = selected if moved is None else selected[:0]
        model = self.model()
        assert isinstance(model, ThumbnailModel)  # noqa: S101 - for the type checker
        model.set_rows(rows)
        self._rows = rows
        if moved is not None:
            selected, current, before = _moved(selected, moved), _one(current, moved), before.moved(moved)
        self.selection.set_mask(_mask(selected, rows))
        self._set_current(rows.place_of(current))
        if stay:
            self.verticalScrollBar().setValue(
                before.top_in(rows, acted_on, self.column_count, self._cell().height()))
            if len(acted_on) and not len(self.selection) and len(rows):  # so that a key can be pressed on and on
                self.selection.choose(max(0, min(next_place, len(rows) - 1)))
                self._set_current(self.selection.anchor)
        self.selection_changed.emit()

    def forget(self) -> None:
        """Show nothing."""
        model = self.model()
        assert isinstance(model, ThumbnailModel)  # noqa: S101 - for the type checker
        model.set_rows(())
        self._rows = None
        self.selection.set_mask(np.zeros(0, np.bool_))
        self.selection_changed.emit()

    def _view_place(self) -> ViewPlace:
        view = self.visible_rows()
        seen = self._rows.numbers[view.start:view.stop] if self._rows is not None else np.array([], np.int64)
        return ViewPlace(self.verticalScrollBar().value(), view.start, seen)

    def _set_current(self, place: int) -> None:
        if place < 0:
            return
        self.selection.anchor = place
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(self.model().index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.setAutoScroll(True)

    def _row_at(self, place: int) -> int:
        return int(self._rows.numbers[place]) if self._rows is not None and 0 <= place < len(self._rows) else -1

    def chosen_rows(self) -> "NDArray[np.int64]":
        """Return the rows of the contents that are selected, in the order shown."""
        return self._rows.numbers[self.selection.places] if self._rows is not None else np.array([], np.int64)

    def is_selected(self, row: int) -> bool:
        """Whether a place is drawn as selected."""
        return row in self.selection

    def show_row(self, row: int) -> bool:
        """Select the image of a row of the contents and bring it into view; false when it is not shown."""
        place = self._rows.place_of(row) if self._rows is not None else -1
        if place < 0:
            return False
        self.selection.choose(place)
        self._set_current(place)
        self.scrollTo(self.model().index(place, 0))
        self._tell()
        return True

    def select_everything(self) -> None:
        """Select all images shown."""
        self.selection.select_all()
        self._tell()

    def clear_selection(self) -> None:
        """Select nothing."""
        self.selection.clear()
        self._tell()

    def _tell(self) -> None:
        self.viewport().update()
        self.selection_changed.emit()

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select the image pressed on, or start a rubber band."""
        index, keys = self.indexAt(event.position().toPoint()), event.modifiers()
        is_on_picture = index.isValid() and self._is_on_picture(index, event.position().toPoint())
        if event.button() == Qt.MouseButton.RightButton:
            self._choose_for_menu(index if is_on_picture else QModelIndex())
        elif event.button() == Qt.MouseButton.LeftButton:
            self._band.press(event.position().toPoint() + self._offset())
            if is_on_picture:
                self._press(index, keys)
            elif not keys & (_Ctrl | _Shift):
                self.clear_selection()
            self.selection.begin_rectangle(keep=bool(keys & (_Ctrl | _Shift)))
        event.accept()

    def _is_on_picture(self, index: QModelIndex, point: QPoint) -> bool:
        """Whether a point is in the middle part of a cell; a rubber band may start between the pictures."""
        cell = self.visualRect(index)
        picture = QRect(0, 0, min(cell.width(), self._side_px), cell.height())
        picture.moveCenter(cell.center())
        return picture.contains(point)

    def _press(self, index: QModelIndex, keys: Qt.KeyboardModifier) -> None:
        place = index.row()
        if keys & _Shift:
            self.selection.extend(place, keep=bool(keys & _Ctrl))
        elif keys & _Ctrl:
            self.selection.toggle(place)
        else:
            self.selection.choose(place)
        anchor = self.selection.anchor
        self._set_current(place)
        self.selection.anchor = anchor
        self._tell()

    def _choose_for_menu(self, index: QModelIndex) -> None:
        if not index.isValid():
            self.clear_selection()
        elif not self.is_selected(index.row()):
            self._press(index, Qt.KeyboardModifier.NoModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Draw the rubber band on."""
        if not self._band.is_pressed or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        self._band.move(event.position().toPoint() + self._offset())
        if not self._band.is_drawn:
            return
        self._take_band()
        is_outside = not 0 <= event.position().y() < self.viewport().height()
        if is_outside != self._scroll_timer.isActive():
            (self._scroll_timer.start if is_outside else self._scroll_timer.stop)()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End the rubber band."""
        self._band.release()
        self._scroll_timer.stop()
        self.viewport().update()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Activate an image; with keys held down it is a click like others."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and not event.modifiers():
            self.image_activated.emit(index)
        else:
            self.mousePressEvent(event)

    def _offset(self) -> QPoint:
        return QPoint(0, self.verticalOffset())

    def _on_scroll_timer(self) -> None:
        """Scroll on while the rubber band is held beyond the edge."""
        bar, before = self.verticalScrollBar(), self.verticalOffset()
        is_below = self._band.end.y() - before >= self.viewport().height()
        bar.setValue(before + (_SCROLL_PX if is_below else -_SCROLL_PX))
        self._band.move(self._band.end + QPoint(0, bar.value() - before))
        self._take_band()

    def _take_band(self) -> None:
        """Select the cells that the rubber band touches; the gap before a cell does not belong to it."""
        band, cell = self._band.rect, self._cell()
        rows = range(max(0, band.top()) // cell.height(),
                     min((band.bottom() - GAP_PX) // cell.height() + 1, self._row_count()))
        columns = range(max(0, band.left()) // cell.width(),
                        min((band.right() - GAP_PX) // cell.width() + 1, self.column_count))
        self.selection.set_rectangle(rows, columns, self.column_count)
        self._tell()

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move, extend and choose by keyboard as in a file manager."""
        keys = event.modifiers()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_everything()
        elif event.key() == Qt.Key.Key_Escape and len(self.selection):
            self.clear_selection()
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.selection.toggle(self.currentIndex().row())
            self._tell()
        else:
            super().keyPressEvent(event)
            if event.key() in _MOVING and self.currentIndex().isValid() and not (keys & _Ctrl and not keys & _Shift):
                self._press(self.currentIndex(), keys & _Shift)

    def selectionCommand(self, _index: QModelIndex | QPersistentModelIndex,  # noqa: N802
                         _event: object = None) -> QItemSelectionModel.SelectionFlag:
        """Leave Qt's own selection empty."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu, at the pointer or, by key, at the current image."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            self.menu_requested.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
        else:
            self.menu_requested.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the borders of groups, the pictures and the rubber band."""
        if self._rows is not None and self._rows.groups is not None:
            ground = QPainter(self.viewport())
            draw_groups(ground, self._cells_in_view(), self._rows.groups)
            ground.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._band.draw(painter, -self._offset())
        painter.end()


def _mask(chosen: "NDArray[np.int64]", rows: GridRows) -> "NDArray[np.bool_]":
    """Return which places show one of the rows ``chosen``."""
    is_chosen = np.zeros(rows.contents.scan.count, bool)
    is_chosen[chosen] = True
    return is_chosen[rows.numbers]


def _moved(rows: "NDArray[np.int64]", moved: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """Return where these rows have gone, without those that are gone."""
    places = moved[rows]
    return places[places >= 0]


def _one(row: int, moved: "NDArray[np.int64]") -> int:
    return int(moved[row]) if row >= 0 else -1
