"""The terms of a long sum, or the exponentials of a softmax, the most important first."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from cnnstudio.explain.walk_values import Table
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.inspector.value_scale import number_text
from cnnstudio.ui.theme import TEXT_PX, font, theme

_LARGEST_TOLD = 10
_ROW_PX = 22

Index = QModelIndex | QPersistentModelIndex


class TermModel(QAbstractTableModel):
    """The rows of a `Table`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table: Table | None = None
        self.class_names: Sequence[str] = ()

    def set_table(self, table: Table | None, class_names: Sequence[str]) -> None:
        """Show ``table``; one of the same size takes the other's place without a new layout."""
        names = class_names if table is not None and table.names_classes else ()
        before = self.table
        if table is not None and before is not None and (table.rows.shape, table.titles) == (
                before.rows.shape, before.titles):
            self.table, self.class_names = table, names
            self.dataChanged.emit(self.index(0, 0), self.index(len(table.rows) - 1, len(table.titles) - 1))
            return
        self.beginResetModel()
        self.table, self.class_names = table, names
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Terms."""
        return 0 if parent.isValid() or self.table is None else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Columns."""
        return 0 if parent.isValid() or self.table is None else len(self.table.titles)

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles."""
        if self.table is None or orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("class") if section == 0 and self.class_names else self.table.titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Numbers; the row that is looked at is bold on its own ground."""
        if self.table is None:
            return None
        row = self.table.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if self.table.marked == int(row[0]):
            return {int(Qt.ItemDataRole.FontRole): font(TEXT_PX, 600),
                    int(Qt.ItemDataRole.BackgroundRole): theme().color("selection")}.get(int(role))
        return None

    def _text(self, row: np.ndarray, column: int) -> str:
        if column:
            return number_text(float(row[column]), 4)
        name = int(row[0])
        return self.class_names[name - 1] if name <= len(self.class_names) else f"{name:,}"


class TermTable(QWidget):
    """A table and, below it, what the rows that matter most come to together."""

    row_requested = Signal(int)
    """The number in the first column, counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TermModel(self)
        self._view = self._make_view()
        self._caption = label("", "caption", name="terms_caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._view, 1)
        column.addWidget(self._caption)
        self.hide()

    def _make_view(self) -> QTableView:
        view = described(QTableView(), "terms", self.tr("The terms, the largest first"))
        view.setModel(self._model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW_PX)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        view.clicked.connect(self._on_clicked)
        view.activated.connect(self._on_clicked)
        view.setMinimumHeight(4 * _ROW_PX)
        return view

    def show_table(self, table: Table | None, class_names: Sequence[str] = ()) -> None:
        """Show ``table``; None hides it."""
        self._model.set_table(table, class_names)
        self._caption.setText("" if table is None else self._summary(table))
        self._caption.setVisible(bool(self._caption.text()))
        self.setVisible(table is not None)

    def _summary(self, table: Table) -> str:
        """Say how much of a sum the largest terms make up."""
        if table.summed is None or len(table.rows) <= _LARGEST_TOLD:
            return ""
        total = float(table.rows[:, table.summed].sum())
        count, rest = table.rest(_LARGEST_TOLD)
        return self.tr("The first {shown} come to {sum}, the other {count} to {rest}.").format(
            shown=_LARGEST_TOLD, sum=number_text(total - rest, 4), count=f"{count:,}", rest=number_text(rest, 4))

    @property
    def table(self) -> Table | None:
        """What is shown."""
        return self._model.table

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._model.table is not None:
            self.row_requested.emit(int(self._model.table.rows[index.row(), 0]))
