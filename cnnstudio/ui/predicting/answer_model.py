"""The answers for a folder as a table that sorts 100,000 rows at once."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.workspace.prediction_tables import PredictedTable

_Index = QModelIndex | QPersistentModelIndex
FILE, CLASS, PROBABILITY, MARGIN, ENTROPY = range(5)
_NOWHERE = QModelIndex()
_NUMBERS = {PROBABILITY: "probability", MARGIN: "margin", ENTROPY: "entropy"}


def column_titles() -> tuple[str, ...]:
    """Return the titles of the columns, in the user's language."""
    return (QCoreApplication.translate("predicting", "File"), QCoreApplication.translate("predicting", "Class"),
            QCoreApplication.translate("predicting", "Probability"), QCoreApplication.translate("predicting", "Margin"),
            QCoreApplication.translate("predicting", "Entropy (nats)"))


class AnswerModel(QAbstractTableModel):
    """Shows a `PredictedTable`; sorting changes an order of rows and copies no text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: PredictedTable | None = None
        self._class_names: Sequence[str] = ()
        self._order: NDArray[np.int64] = np.zeros(0, np.int64)

    def set_table(self, table: "PredictedTable", class_names: Sequence[str]) -> None:
        """Show other answers, in the order of the folder."""
        self.beginResetModel()
        self._table, self._class_names = table, class_names
        self._order = np.arange(len(table.names), dtype=np.int64)
        self.endResetModel()

    def row_at(self, row: int) -> int:
        """Return the place in the table of what stands in ``row`` now."""
        return int(self._order[row])

    def name_at(self, row: int) -> str:
        """Return the place below the folder of the file in ``row``."""
        return self._table.names[self.row_at(row)] if self._table is not None else ""

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many files there are."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802
        """Return how many columns there are."""
        return 0 if parent.isValid() else ENTROPY + 1

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return column_titles()[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text; of a refused file the class says why."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) or self._table is None:
            return None
        return self._text(self._table, self.row_at(index.row()), index.column())

    def _text(self, table: "PredictedTable", row: int, column: int) -> str:
        if column == FILE:
            return table.names[row]
        if column == CLASS:
            return table.problems[row] if row in table.problems else self._class_names[table.classes[row]]
        value = float(getattr(table, _NUMBERS[column])[row])
        if np.isnan(value):
            return "–"
        return f"{100 * value:.1f} %" if column != ENTROPY else f"{value:.3f}"

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; equal rows keep the order of the folder, refused files come last by numbers."""
        if self._table is None:
            return
        self.beginResetModel()
        keys = self._keys(self._table, column)
        found = np.argsort(keys if order == Qt.SortOrder.AscendingOrder else -keys, kind="stable")
        self._order = found.astype(np.int64)
        self.endResetModel()

    def _keys(self, table: "PredictedTable", column: int) -> "NDArray[Any]":
        if column == FILE:
            return np.arange(len(table.names))
        return table.classes if column == CLASS else getattr(table, _NUMBERS[column])
