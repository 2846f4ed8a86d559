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
from cnnstudio.ui.theme import font, theme

SHARE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
RIGHT_ROLE = SHARE_ROLE + 1
_CELL_WIDTH_PX = (32, 132)
_CELL_HEIGHT_PX = (26, 64)
_NAME_LIMIT_PX = 84
_HEADER_LIMIT_PX = 120
_READABLE = 4.5
"""Contrast of text that everybody can read (WCAG 2.1, level AA)."""

Index = QModelIndex | QPersistentModelIndex


def blend(ground: QColor, color: QColor, share: float) -> QColor:
    """Return the mix of two colours; 0 is ``ground``, 1 is ``color``."""
    pairs = ((ground.redF(), color.redF()), (ground.greenF(), color.greenF()), (ground.blueF(), color.blueF()))
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))


def luminance(color: QColor) -> float:
    """Return the relative luminance in [0, 1] (WCAG 2.1)."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
              for part in (color.redF(), color.greenF(), color.blueF())]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def readable_on(ground: QColor) -> QColor:
    """Return the text or the surface colour, whichever stands out more on ``ground``."""
    return max((theme().color("text"), theme().color("surface")), key=lambda color: contrast(color, ground))


def cell_ground(share: float, token: str) -> QColor:
    """Return the ground of a cell that holds ``share`` of its row; a number on it can always be read.

    Middling shades, on which neither light nor dark figures stand out, are stepped over.
    """
    surface, hue = theme().color("surface"), theme().color(token)
    strength = 0.0 if share == 0 else 0.12 + 0.88 * share ** 0.7
    ground = blend(surface, hue, strength)
    while strength < 1 and contrast(readable_on(ground), ground) < _READABLE:
        strength = min(1.0, strength + 0.02)
        ground = blend(surface, hue, strength)
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
        painter.setPen(theme().color("quiet") if share == 0 else readable_on(ground))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, index.data())
        if option.state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected):
            painter.setPen(theme().color("text"))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()


class ConfusionView(QTableView):
    """The heat table; a click or Enter on a cell asks for the images behind it."""

    cell_chosen = Signal(int, int)
    """True class, predicted class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusion_matrix")
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
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setMinimumSectionSize(16)
        self.clicked.connect(self._choose)
        theme().changed.connect(self.viewport().update)

    def show_matrix(self, names: Sequence[str], counts: np.ndarray) -> None:
        """Show ``counts`` (K, K), rows true, columns predicted."""
        self._model.set_matrix(names, counts)
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0) + 24
        self.verticalHeader().setFixedWidth(min(_HEADER_LIMIT_PX, widest))
        self._name_px = min(max(widest, _CELL_WIDTH_PX[0]), _NAME_LIMIT_PX)
        self._fit_cells()
        self.updateGeometry()

    def _fit_cells(self) -> None:
        """Give the cells the room there is, within what reads well."""
        count = max(1, self._model.rowCount())
        room = self.viewport().size()
        width = min(max(room.width() // count, self._name_px), _CELL_WIDTH_PX[1])
        height = min(max(room.height() // count, _CELL_HEIGHT_PX[0]), _CELL_HEIGHT_PX[1])
        self.horizontalHeader().setDefaultSectionSize(width)
        self.verticalHeader().setDefaultSectionSize(height)

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
