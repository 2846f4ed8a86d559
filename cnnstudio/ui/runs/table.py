"""The table of runs: sorted by any column, filtered by words, stars given by a click."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cnnstudio.runs.summaries import RunSummary
from cnnstudio.ui import icons
from cnnstudio.ui.runs.columns import COLUMNS, translated
from cnnstudio.ui.theme import font, theme

RunRole = Qt.ItemDataRole.UserRole + 1
_SortRole = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 34


class RunsModel(QAbstractTableModel):
    """One row a run, one column for each of `COLUMNS`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[RunSummary, ...] = ()
        theme().changed.connect(self._on_theme)

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """All runs, the newest first."""
        return self._runs

    def set_runs(self, runs: Sequence[RunSummary]) -> None:
        """Show ``runs``."""
        self.beginResetModel()
        self._runs = tuple(runs)
        self.endResetModel()

    def replace(self, run: RunSummary) -> None:
        """Show new notes or another star of a run that is in the table."""
        row = next((row for row, old in enumerate(self._runs) if old.path == run.path), None)
        if row is not None:
            self._runs = (*self._runs[:row], run, *self._runs[row + 1:])
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of runs."""
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return translated(COLUMNS[section].title) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        run, column = self._runs[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(run)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return run.problem or column.text(run) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(run, index.column())
            case _:
                return self._more(run, index.column(), role)

    def _more(self, run: RunSummary, section: int, role: int) -> Any:
        if role == RunRole:
            return run
        if role == _SortRole:
            return COLUMNS[section].sort(run)
        if role == Qt.ItemDataRole.ForegroundRole and not run.is_sound:
            return theme().color("bad")
        if role == Qt.ItemDataRole.DecorationRole and section == 0:
            return self._sign(run)
        return None

    def _sign(self, run: RunSummary) -> Any:
        if not run.is_sound:
            return icons.pixmap("warning", 18, "bad")
        return icons.pixmap("star_filled" if run.starred else "star", 18, "warning" if run.starred else "strong_line")

    def _spoken(self, run: RunSummary, section: int) -> str:
        if section == 0:
            return self.tr("starred") if run.starred else self.tr("not starred")
        return f"{translated(COLUMNS[section].title)}: {COLUMNS[section].text(run)}"

    def _on_theme(self) -> None:
        if self._runs:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._runs) - 1, len(COLUMNS) - 1))


def _alignment(section: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class RunsFilter(QSortFilterProxyModel):
    """Sorts by what the columns say, and keeps runs in which every word is found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._only_starred = False
        self.setSortRole(int(_SortRole))
        self.setDynamicSortFilter(True)

    def set_filter(self, text: str, *, only_starred: bool) -> None:
        """Keep runs with every word of ``text`` in some column."""
        self.beginFilterChange()
        self._words, self._only_starred = tuple(text.casefold().split()), only_starred
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, row: int, _parent: _Index) -> bool:  # noqa: N802
        """Return whether a run is shown."""
        model = self.sourceModel()
        run = model.runs[row] if isinstance(model, RunsModel) else None
        if run is None or (self._only_starred and not run.starred):
            return False
        text = " ".join((*(column.text(run) for column in COLUMNS), run.folder, run.problem)).casefold()
        return all(word in text for word in self._words)

    def lessThan(self, left: _Index, right: _Index) -> bool:  # noqa: N802
        """Compare two cells; what has no value comes first."""
        one, other = left.data(int(_SortRole)), right.data(int(_SortRole))
        if one is None or other is None:
            return one is None and other is not None
        return bool(one < other)


class RunsTable(QTableView):
    """The view; runs are selected as whole rows."""

    selection_changed = Signal()
    star_clicked = Signal(object)
    """The run whose star was clicked."""
    run_activated = Signal(object)
    """The run double-clicked, or chosen with Return."""

    def __init__(self, model: RunsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs_table")
        self.setAccessibleName(self.tr("Runs"))
        self.filter = RunsFilter(self)
        self.filter.setSourceModel(model)
        self.setModel(self.filter)
        self.setFont(font(tabular=True))
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._style_headers()
        self.setSortingEnabled(True)
        self.sortByColumn(_column("created"), Qt.SortOrder.DescendingOrder)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.filter.modelReset.connect(self.selection_changed)

    def _style_headers(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        for section, column in enumerate(COLUMNS):
            header.resizeSection(section, column.width_px)

    def selected_runs(self) -> tuple[RunSummary, ...]:
        """Return the selected runs from top to bottom."""
        rows = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        return tuple(row.data(int(RunRole)) for row in rows)

    def shown_runs(self) -> tuple[RunSummary, ...]:
        """Return the runs that pass the filter, in the order shown."""
        return tuple(self.filter.index(row, 0).data(int(RunRole)) for row in range(self.filter.rowCount()))

    def select_path(self, path: object) -> None:
        """Select the run at ``path``, if it is shown."""
        for row, run in enumerate(self.shown_runs()):
            if run.path == path:
                self.selectRow(row)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.star_clicked.emit(index.data(int(RunRole)))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() != 0:
            self.run_activated.emit(index.data(int(RunRole)))

    def _on_selection(self) -> None:
        self.selection_changed.emit()


def _column(name: str) -> int:
    return next(section for section, column in enumerate(COLUMNS) if column.name == name)
