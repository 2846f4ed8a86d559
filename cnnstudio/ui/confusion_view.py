"""The confusion matrix as a heat table with numbers; choosing a cell asks for its images."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.theme import contrast, font, mixed, theme

SHARE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
RIGHT_ROLE = SHARE_ROLE + 1
_CELL_WIDTH_PX = (32, 132)
_CELL_HEIGHT_PX = (26, 64)
_SMALLEST_CELL_PX = 5
_NAME_LIMIT_PX = 84
_HEADER_LIMIT_PX = 120
_READABLE = 4.5
"""Contrast of text that everybody can read (WCAG 2.1, level AA)."""

Index = QModelIndex | QPersistentModelIndex


def cell_ground(share: float, token: str) -> QColor:
    """Return the ground of a cell that holds ``share`` of its row; a number on it can always be read.

    Middling shades, on which neither light nor dark figures stand out, are stepped over.
    """
    surface, hue = theme().color("surface"), theme().color(token)
    strength = 0.0 if share == 0 else 0.12 + 0.88 * share ** 0.7
    ground = mixed(surface, hue, strength)
    while strength < 1 and contrast(theme().readable_on(ground), ground) < _READABLE:
        strength = min(1.0, strength + 0.02)
        ground = mixed(surface, hue, strength)
    return ground


class ConfusionModel(QAbstractTableModel):
    """A (K, K) matrix of counts, rows true, columns predicted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._counts = np.zeros((0, 0), dtype=np.int64)

    def set_matrix(self, names: Sequence[str], counts: np.ndarray) -> None:
        """Show ``counts`` (K, K)."""
        self.beginResetModel()
        self._names, self._counts = tuple(names), np.asarray(counts)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Classes."""
        return 0 if parent.isValid() else len(self._names)

    columnCount = rowCount  # noqa: N815

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Count, sentence, share of the row and whether it is the diagonal."""
        row, column = index.row(), index.column()
        count = int(self._counts[row, column])
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{count:,}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._sentence(row, column, count))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row, column, count)
        if role == SHARE_ROLE:
            return count / max(1, int(self._counts[row].sum()))
        return row == column if role == RIGHT_ROLE else None

    def _sentence(self, row: int, column: int, count: int) -> str:
        total = int(self._counts[row].sum())
        text = self.tr("{count} of {total} images of “{true}” were recognised.") if row == column else self.tr(
            "{count} of {total} images of “{true}” were taken for “{predicted}”.")
        return text.format(count=f"{count:,}", total=f"{total:,}", true=self._names[row], predicted=self._names[column])

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Class names."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            kind = self.tr("predicted") if orientation == Qt.Orientation.Horizontal else self.tr("true class")
            return plain_tip(f"{self._names[section]} ({kind})")
        return None


class HeatCellDelegate(QStyledItemDelegate):
    """Paints a count on a ground whose strength is its share of the row; mistakes have another hue."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        share: float = index.data(SHARE_ROLE)
        right: bool = index.data(RIGHT_ROLE)
        ground = cell_ground(share, "train_curve" if right else "val_curve")
        painter.save()
        painter.fillRect(option.rect, ground)
        painter.setFont(font(weight=600 if right else 400))
        painter.setPen(theme().color("quiet") if share == 0 else theme().readable_on(ground))
        if painter.fontMetrics().boundingRect(index.data()).width() + 4 <= option.rect.width():
            painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, index.data())
        if option.state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected):
            painter.setPen(theme().color("text"))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()


class ConfusionView(QTableView):
    """The heat table; a click or Enter on a cell asks for the images behind it.

    Parameters
    ----------
    is_whole : whether the cells of many classes shrink, numbers left out, until all are seen at once
    """

    cell_chosen = Signal(int, int)
    """True class, predicted class."""

    def __init__(self, parent: QWidget | None = None, *, is_whole: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("confusion_matrix")
        self._is_whole = is_whole
        self.setAccessibleName(self.tr("Confusion matrix: rows true class, columns predicted class"))
        self._name_px = _CELL_WIDTH_PX[0]
        self._model = ConfusionModel(self)
        self.setModel(self._model)
        self.setItemDelegate(HeatCellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        self.setProperty("bare", True)
        self.setShowGrid(True)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
            header.setTextElideMode(Qt.TextElideMode.ElideMiddle)
            header.setMinimumSectionSize(_SMALLEST_CELL_PX if is_whole else 16)
        self.clicked.connect(self._choose)
        theme().changed.connect(self.viewport().update)

    def show_matrix(self, names: Sequence[str], counts: np.ndarray) -> None:
        """Show ``counts`` (K, K), rows true, columns predicted."""
        self._model.set_matrix(names, counts)
        self.setAccessibleDescription(self.tr("{right} of {all} images right").format(
            right=f"{int(np.trace(counts)):,}", all=f"{int(np.sum(counts)):,}"))
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0) + 24
        self.verticalHeader().setFixedWidth(min(_HEADER_LIMIT_PX, widest))
        self._name_px = min(max(widest, _CELL_WIDTH_PX[0]), _NAME_LIMIT_PX)
        self._fit_cells()
        self.updateGeometry()

    def _fit_cells(self) -> None:
        """Give the cells the room there is, within what reads well."""
        count, room = max(1, self._model.rowCount()), self.viewport().size()
        low_w, low_h, room_w, room_h = self._name_px, _CELL_HEIGHT_PX[0], room.width() // count, room.height() // count
        if self._is_whole:
            self._hide_names_without_room()
            low_w = low_h = _SMALLEST_CELL_PX
            room_w, room_h = self._cell_room()
        self.horizontalHeader().setDefaultSectionSize(min(max(room_w, low_w), _CELL_WIDTH_PX[1]))
        self.verticalHeader().setDefaultSectionSize(min(max(room_h, low_h), _CELL_HEIGHT_PX[1]))

    def _hide_names_without_room(self) -> None:
        """Show the names of rows and columns only where they can be read; a cell's tip says both."""
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.show()
        down.show()
        room_w, room_h = self._cell_room()
        across.setVisible(room_w >= self._name_px)
        down.setVisible(room_h >= self.fontMetrics().height())

    def _cell_room(self) -> tuple[int, int]:
        """Return the width and height that each cell can have when all are seen without scroll bars, in pixels."""
        across, down, frame = self.horizontalHeader(), self.verticalHeader(), 2 * self.frameWidth()
        room_w = self.width() - frame - (0 if down.isHidden() else down.maximumWidth())
        room_h = self.height() - frame - (0 if across.isHidden() else across.sizeHint().height())
        count = max(1, self._model.rowCount())
        return room_w // count, room_h // count

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the cells to the new room."""
        super().resizeEvent(event)
        self._fit_cells()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return what the whole matrix takes with the smallest cells."""
        count = self._model.rowCount()
        return QSize(self.verticalHeader().width() + count * self._name_px + 4,
                     self.horizontalHeader().sizeHint().height() + count * _CELL_HEIGHT_PX[0] + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses the current cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.cell_chosen.emit(index.row(), index.column())
