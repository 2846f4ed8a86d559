"""Precision, recall and F1 of every class in a table that can be sorted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cnnstudio.ui.theme import font

if TYPE_CHECKING:
    from cnnstudio.training.metrics import ClassScore

SORT_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_FIELDS = ("name", "precision", "recall", "f1", "support")
_ROW_PX = 28
_MEASURED_ROWS = 30
"""Rows that the widths of the columns are taken from: all scores are as wide."""

Index = QModelIndex | QPersistentModelIndex


class ClassModel(QAbstractTableModel):
    """One row a class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores: tuple[ClassScore, ...] = ()
        self._font = font()
        self._headers = {
            "name": (self.tr("Class"), ""),
            "precision": (self.tr("Precision"), self.tr("Of the images called this class, the share that really are.")),
            "recall": (self.tr("Recall"), self.tr("Of the images of this class, the share that was recognised.")),
            "f1": (self.tr("F1"), self.tr("The harmonic mean of precision and recall: high only when both are.")),
            "support": (self.tr("Images"), self.tr("Validation images of this class.")),
        }

    def set_scores(self, scores: Sequence["ClassScore"]) -> None:
        """Show ``scores``."""
        self.beginResetModel()
        self._scores = tuple(scores)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Classes."""
        return 0 if parent.isValid() else len(self._scores)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Name, three scores, images."""
        return 0 if parent.isValid() else len(_FIELDS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, alignment, and the value to sort by."""
        value = getattr(self._scores[index.row()], _FIELDS[index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(value)
        if role == SORT_ROLE:
            return index.row() if index.column() == 0 else -1.0 if value is None else value
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._scores[index.row()].note
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if index.column() == 0 else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return self._font if role == Qt.ItemDataRole.FontRole else None

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles with an explanation."""
        if orientation == Qt.Orientation.Vertical:
            return None
        title, help_text = self._headers[_FIELDS[section]]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return (Qt.AlignmentFlag.AlignLeft if section == 0 else Qt.AlignmentFlag.AlignRight) \
                | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        return help_text if role == Qt.ItemDataRole.ToolTipRole else None


def _text(value: str | float | None) -> str:
    """Return a cell's text; a score that has no meaning (no such image) is a dash."""
    if value is None or isinstance(value, str):
        return value or "–"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3f}"


class ClassTable(QTableView):
    """The table; a click on a column's head sorts by it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("class_table")
        self.setAccessibleName(self.tr("Precision, recall and F1 of every class"))
        self.setProperty("bare", True)
        self._model = ClassModel(self)
        proxy = QSortFilterProxyModel(self)
        proxy.setSourceModel(self._model)
        proxy.setSortRole(SORT_ROLE)
        self.setModel(proxy)
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names of a kind often differ at the end only
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def show_scores(self, scores: Sequence["ClassScore"]) -> None:
        """Show ``scores``, sorted as the user last wanted."""
        self._model.set_scores(scores)
