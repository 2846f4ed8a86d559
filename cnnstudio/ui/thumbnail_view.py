"""A grid of thumbnails whose places are computed, not stored, so that 100,000 images cost what 100 cost."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cnnstudio.ui.cell_painter import CellPainter
from cnnstudio.ui.images import Thumbnail, ThumbnailModel
from cnnstudio.ui.theme import theme

GAP_PX = 8
"""Between pictures, and before the first of a row and of a column."""
_CAPTION_ROOM_PX = 18
_ROWS_A_WHEEL_STEP = 1
_PICTURE_ROLE, _ROW_ROLE = int(Qt.ItemDataRole.DecorationRole), int(ThumbnailModel.RowRole)
_Cursor = QAbstractItemView.CursorAction


class ThumbnailView(QAbstractItemView):
    """Shows a list model's decorations in rows of equal cells.

    ``QListView`` lays every item out one by one: 1.4 s for 100,000 of them, and again at each change of width.
    """

    image_activated = Signal(object)
    """The index double-clicked, or chosen with Return."""

    def __init__(self, parent: QWidget | None = None, *, side_px: int = 96, has_captions: bool = False) -> None:
        super().__init__(parent)
        self._side_px = side_px
        self.empty_text = ""
        """What is said instead of pictures while there are none."""
        self._caption_px = _CAPTION_ROOM_PX if has_captions else 0
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setMouseTracking(True)
        self.doubleClicked.connect(self.image_activated.emit)
        theme().changed.connect(self.viewport().update)

    def set_side_px(self, side_px: int) -> None:
        """Give the cells another size; the first picture in view stays in view."""
        first = self.visible_rows().start
        self._side_px = side_px
        self.updateGeometries()
        self.verticalScrollBar().setValue(first // self.column_count * self._cell().height())
        self.viewport().update()

    def set_has_captions(self, *, has_captions: bool) -> None:
        """Show or hide the line of text below each picture."""
        self._caption_px = _CAPTION_ROOM_PX if has_captions else 0
        self.updateGeometries()
        self.viewport().update()

    # where things are

    @property
    def column_count(self) -> int:
        """How many pictures stand beside each other."""
        return max(1, (self.viewport().width() - GAP_PX) // (self._side_px + GAP_PX))

    def _cell(self) -> QSize:
        """Return a cell's size; the width is shared out, so that the grid fills the view."""
        width = max(self._side_px, (self.viewport().width() - GAP_PX) // self.column_count)
        return QSize(width, self._side_px + self._caption_px + GAP_PX)

    def _count(self) -> int:
        model = self.model()
        return model.rowCount() if model is not None else 0

    def _row_count(self) -> int:
        return -(-self._count() // self.column_count)

    def visible_rows(self) -> range:
        """Return the model's rows whose cells are on the screen."""
        height = self._cell().height()
        first = self.verticalOffset() // height * self.column_count
        last = (self.verticalOffset() + self.viewport().height()) // height + 1
        return range(min(first, self._count()), min(last * self.column_count, self._count()))

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:  # noqa: N802
        """Return a cell's place in the viewport."""
        if not index.isValid():
            return QRect()
        cell = self._cell()
        row, column = divmod(index.row(), self.column_count)
        top = row * cell.height() + GAP_PX - self.verticalOffset()
        return QRect(column * cell.width() + GAP_PX, top, cell.width() - GAP_PX, cell.height() - GAP_PX)

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802
        """Return the cell under ``point``."""
        cell = self._cell()
        column, row = point.x() // cell.width(), (point.y() + self.verticalOffset()) // cell.height()
        number = row * self.column_count + column
        if not 0 <= column < self.column_count or not 0 <= number < self._count():
            return QModelIndex()
        return self.model().index(number, 0)

    def horizontalOffset(self) -> int:  # noqa: N802
        """Return 0: the grid never scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:  # noqa: N802
        """Return how far the grid is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802
        """Return false: filters are the model's business."""
        return False

    def updateGeometries(self) -> None:  # noqa: N802
        """Fit the scroll bar to the number of rows."""
        height = self._cell().height()
        bar = self.verticalScrollBar()
        bar.setSingleStep(height * _ROWS_A_WHEEL_STEP // 2)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._row_count() * height + GAP_PX - self.viewport().height()))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the first visible picture in view when the width changes."""
        super().resizeEvent(event)
        self.updateGeometries()

    def reset(self) -> None:
        """Start at the top of the new rows."""
        super().reset()
        self.verticalScrollBar().setValue(0)
        self.updateGeometries()

    def scrollTo(self, index: QModelIndex | QPersistentModelIndex,  # noqa: N802
                 _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible) -> None:
        """Scroll just so far that the cell can be seen."""
        rect, bar = self.visualRect(index), self.verticalScrollBar()
        if rect.top() < GAP_PX:
            bar.setValue(bar.value() + rect.top() - GAP_PX)
        elif rect.bottom() > self.viewport().height():
            bar.setValue(bar.value() + rect.bottom() - self.viewport().height() + GAP_PX)

    # choosing

    def moveCursor(self, action: QAbstractItemView.CursorAction,  # noqa: N802
                   _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return where a key leads from the current cell."""
        columns, count = self.column_count, self._count()
        if not count:
            return QModelIndex()
        page = max(1, self.viewport().height() // self._cell().height()) * columns
        steps = {
            _Cursor.MoveLeft: -1, _Cursor.MovePrevious: -1, _Cursor.MoveRight: 1, _Cursor.MoveNext: 1,
            _Cursor.MoveUp: -columns, _Cursor.MoveDown: columns, _Cursor.MovePageUp: -page,
            _Cursor.MovePageDown: page, _Cursor.MoveHome: -count, _Cursor.MoveEnd: count}
        if not self.currentIndex().isValid():
            return self.model().index(0, 0)
        current = self.currentIndex().row()
        wanted = current + steps.get(action, 0)
        is_off = not 0 <= wanted < count and action in (_Cursor.MoveUp, _Cursor.MoveDown)
        return self.model().index(current if is_off else min(max(wanted, 0), count - 1), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:  # noqa: N802
        """Select the cell in the middle of ``rect``."""
        index = self.indexAt(rect.center())
        if index.isValid():
            self.selectionModel().select(index, command)

    def visualRegionForSelection(self, selection: object) -> QRegion:  # noqa: N802, ARG002
        """Return what to repaint when the selection changes: everything, it is a screenful."""
        return QRegion(self.viewport().rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Return do what a double click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.image_activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:  # noqa: N802
        """Do nothing: Qt would ask every row for its text."""

    # drawing

    def is_selected(self, row: int) -> bool:
        """Whether a row is drawn as selected."""
        return self.selectionModel().isSelected(self.model().index(row, 0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the cells on the screen, as far as they have to be drawn again."""
        painter = QPainter(self.viewport())
        cells, model, dirty = CellPainter(painter, self._side_px, self._caption_px), self.model(), event.rect()
        if isinstance(model, ThumbnailModel):
            model.begin_frame()
        current = self.currentIndex().row() if self.hasFocus() else -1
        for place, cell in self._cells_in_view():
            if cell.intersects(dirty):
                frame = "selected" if self.is_selected(place) else "current" if place == current else ""
                cells.draw(cell, *_look_up(model, place), frame=frame)
        if self.empty_text and not self._count():
            painter.setPen(theme().color("quiet"))
            painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), self.empty_text)
        painter.end()

    def _cells_in_view(self) -> Iterator[tuple[int, QRect]]:
        size, columns, view = self._cell(), self.column_count, self.visible_rows()
        width, height, offset = size.width(), size.height(), self.verticalOffset()
        for place in view:
            row, column = divmod(place, columns)
            yield place, QRect(column * width + GAP_PX, row * height + GAP_PX - offset, width - GAP_PX,
                               height - GAP_PX)


def _look_up(model: QAbstractItemModel, place: int) -> tuple[object, Thumbnail | None]:
    """Return a row's picture and the row; from our own model without the way through Qt's values."""
    if isinstance(model, ThumbnailModel):
        row = model.row(place)
        return model.picture(row.path, place), row
    index = model.index(place, 0)
    return index.data(_PICTURE_ROLE), index.data(_ROW_ROLE)
