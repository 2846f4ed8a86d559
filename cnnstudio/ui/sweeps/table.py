"""The table of a sweep's combinations: sorted by any column, filtered by words and by the ranges of the plot."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cnnstudio.data.listing.csv_cells import safe_cell
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.sweeps.columns import SweepColumn, columns
from cnnstudio.ui.theme import font, theme

_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 30
_COLORS = {"failed": "bad", "pruned": "quiet", "waiting": "quiet", "running": "accent"}


class SweepModel(QAbstractTableModel):
    """The combinations that are shown, in their order; sorting and filtering make a new list, never row by row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[SweepColumn, ...] = ()
        self._rows: tuple[TrialRow, ...] = ()
        self._texts: dict[int, str] = {}
        self.shown: list[TrialRow] = []
        self._kept: Collection[int] | None = None
        self._words: tuple[str, ...] = ()
        self._order = ("accuracy", True)
        theme().changed.connect(self._on_theme)

    def set_sweep(self, plan: SweepPlan, rows: Sequence[TrialRow]) -> None:
        """Show the combinations of a sweep."""
        self.beginResetModel()
        self.columns, self._rows = columns(plan), tuple(rows)
        self._texts = {}
        self.shown = self._choose()
        self.endResetModel()

    def set_filter(self, words: str, kept: Collection[int] | None) -> None:
        """Show combinations with every word in some column whose numbers are among ``kept``; None keeps all."""
        self._words, self._kept = tuple(words.casefold().split()), kept
        self._renew()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; empty cells come last."""
        if 0 <= column < len(self.columns):
            self._order = (self.columns[column].name, order == Qt.SortOrder.DescendingOrder)
            self._renew()

    def _renew(self) -> None:
        self.beginResetModel()
        self.shown = self._choose()
        self.endResetModel()

    def _choose(self) -> list[TrialRow]:
        name, is_descending = self._order
        column = next((column for column in self.columns if column.name == name), None)
        rows = [row for row in self._rows if self.is_shown(row)]
        if column is None:
            return rows
        empty = [row for row in rows if column.sort(row) is None]
        full = [row for row in rows if column.sort(row) is not None]
        return sorted(full, key=column.sort, reverse=is_descending) + empty

    def is_shown(self, row: TrialRow) -> bool:
        """Whether a combination passes the filters."""
        if self._kept is not None and row.number not in self._kept:
            return False
        return self.has_words(row)

    def has_words(self, row: TrialRow) -> bool:
        """Whether a combination has all words that are looked for."""
        if not self._words:
            return True
        if row.number not in self._texts:
            self._texts[row.number] = " ".join(column.text(row) for column in self.columns).casefold()
        return all(word in self._texts[row.number] for word in self._words)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of combinations shown."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        row, column = self.shown[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.message or column.text(row)) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {column.text(row)}"
            case Qt.ItemDataRole.ForegroundRole if row.state in _COLORS:
                return theme().color(_COLORS[row.state])
            case _:
                return None

    def _alignment(self, section: int) -> Qt.AlignmentFlag:
        is_right = self.columns[section].is_number
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _on_theme(self) -> None:
        if self.shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, len(self.columns) - 1))


class SweepTable(QTableView):
    """The view; one combination at a time is chosen, several can be copied."""

    chosen = Signal(object)
    """The `TrialRow` that is current now, or None."""
    activated_row = Signal(object)

    def __init__(self, model: SweepModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_table")
        self.setAccessibleName(self.tr("Combinations"))
        self._model = model
        self._is_choosing = False
        self.setModel(model)
        self.setFont(font(tabular=True))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.setSortingEnabled(True)
        QShortcut(QKeySequence.StandardKey.Copy, self, self.copy, context=Qt.ShortcutContext.WidgetShortcut)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(self._on_selection)

    def arrange_columns(self) -> None:
        """Give the columns their widths and sort the best to the top: another sweep is shown."""
        header, names = self.horizontalHeader(), [column.name for column in self._model.columns]
        for section, column in enumerate(self._model.columns):
            header.resizeSection(section, max(column.width_px, header.sectionSizeHint(section)))
        self.sortByColumn(names.index("accuracy"), Qt.SortOrder.DescendingOrder)

    def choose(self, number: int | None) -> None:
        """Select a combination without telling, and show it; one that is not shown leaves nothing selected."""
        place = next((place for place, row in enumerate(self._model.shown) if row.number == number), None)
        self._is_choosing = True
        if place is None:
            self.clearSelection()
        else:
            self.selectRow(place)
            self.scrollTo(self._model.index(place, 0))
        self._is_choosing = False

    def selected(self) -> list[TrialRow]:
        """Return the selected combinations from top to bottom."""
        return [self._model.shown[index.row()] for index in
                sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)]

    def as_text(self) -> str:
        """Return the selected combinations, or all shown when there are not several, with tabs between the cells."""
        rows = self.selected()
        rows = rows if len(rows) > 1 else self._model.shown
        lines = [[column.title for column in self._model.columns]]
        lines += [[column.text(row) for column in self._model.columns] for row in rows]
        return "\n".join("\t".join(safe_cell(" ".join(cell.split())) for cell in line) for line in lines)

    def copy(self) -> None:
        """Put the table as text on the clipboard."""
        QGuiApplication.clipboard().setText(self.as_text())

    def _on_selection(self) -> None:
        if not self._is_choosing:
            rows = self.selected()
            self.chosen.emit(rows[0] if rows else None)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.activated_row.emit(self._model.shown[index.row()])
