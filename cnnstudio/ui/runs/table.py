"""The table of runs: groups that unfold, sorted by any column, filtered by words, stars given by a click."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cnnstudio.runs.group_results import GroupSummary, Row
from cnnstudio.runs.summaries import RunSummary
from cnnstudio.ui import icons
from cnnstudio.ui.run_uses import use_actions
from cnnstudio.ui.runs.columns import COLUMNS, translated
from cnnstudio.ui.theme import font, theme

RunRole = Qt.ItemDataRole.UserRole + 1
_SortRole = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_ROW_PX = 34
_TOP_LEVEL = 0
"""Id of the indexes of rows; those of a group's members have the number of its row, from 1."""


class RunsModel(QAbstractItemModel):
    """One row a run or a group, whose members lie below it; one column for each of `COLUMNS`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        theme().changed.connect(self._on_theme)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Runs that stand alone, and groups, the newest first."""
        return self._rows

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """All runs, those of groups too."""
        return tuple(run for row in self._rows for run in members_of(row))

    def set_runs(self, rows: Sequence[Row]) -> None:
        """Show ``rows``."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def replace(self, changed: Row) -> None:
        """Show new notes or another star of a run or group that is in the table."""
        for place, row in enumerate(self._rows):
            if row.path == changed.path:
                self._rows = (*self._rows[:place], changed, *self._rows[place + 1:])
                self._tell(place, QModelIndex())
            elif isinstance(row, GroupSummary) and isinstance(changed, RunSummary):
                self._replace_member(place, row, changed)

    def _replace_member(self, place: int, group: GroupSummary, changed: RunSummary) -> None:
        for number, member in enumerate(group.members):
            if member.path == changed.path:
                members = (*group.members[:number], changed, *group.members[number + 1:])
                self._rows = (*self._rows[:place], replace(group, members=members), *self._rows[place + 1:])
                self._tell(number, self.index(place, 0))

    def _tell(self, row: int, parent: QModelIndex) -> None:
        self.dataChanged.emit(self.index(row, 0, parent), self.index(row, len(COLUMNS) - 1, parent))

    def row_at(self, index: _Index) -> Row:
        """Return the run or group of an index."""
        if index.internalId() == _TOP_LEVEL:
            return self._rows[index.row()]
        return members_of(self._rows[index.internalId() - 1])[index.row()]

    # what Qt asks

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the place of a cell."""
        if not (0 <= row < self.rowCount(parent) and 0 <= column < len(COLUMNS)):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP_LEVEL)

    def parent(self, index: _Index = QModelIndex()) -> Any:  # noqa: B008
        """Return the group of a member's cell; for others nothing."""
        if not index.isValid() or index.internalId() == _TOP_LEVEL:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP_LEVEL)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of rows, or of the members of a group."""
        if not parent.isValid():
            return len(self._rows)
        if parent.internalId() != _TOP_LEVEL or parent.column() != 0:
            return 0
        row = self._rows[parent.row()]
        return len(row.members) if isinstance(row, GroupSummary) else 0

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008, ARG002
        """Return the number of columns."""
        return len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation,  # noqa: N802
                   role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        is_told = role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}
        return translated(COLUMNS[section].title) if is_told else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        run, column = self.row_at(index), COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(index, column.text(run))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return run.problem or column.text(run) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(run, index.column())
            case Qt.ItemDataRole.SizeHintRole:
                return QSize(0, _ROW_PX)
            case _:
                return self._more(run, index.column(), role)

    def _shown(self, index: _Index, text: str) -> str:
        """Return a cell's text; a trial's name without that of its sweep, which stands above it and takes the room."""
        if index.internalId() == _TOP_LEVEL or COLUMNS[index.column()].name != "name":
            return text
        sweep = self._rows[index.internalId() - 1]
        if isinstance(sweep, GroupSummary) and sweep.group.kind == "sweep":
            return text.removeprefix(f"{sweep.group.name} ")
        return text

    def _more(self, run: Row, section: int, role: int) -> Any:
        if role == RunRole:
            return run
        if role == _SortRole:
            return COLUMNS[section].sort(run)
        if role == Qt.ItemDataRole.ForegroundRole and not run.is_sound:
            return theme().color("bad")
        if role == Qt.ItemDataRole.DecorationRole and section == 0:
            return self._sign(run)
        return None

    def _sign(self, run: Row) -> Any:
        if not run.is_sound:
            return icons.pixmap("warning", 18, "bad")
        return icons.pixmap("star_filled" if run.starred else "star", 18, "warning" if run.starred else "strong_line")

    def _spoken(self, run: Row, section: int) -> str:
        if section == 0:
            return self.tr("starred") if run.starred else self.tr("not starred")
        return f"{translated(COLUMNS[section].title)}: {COLUMNS[section].text(run)}"

    def _on_theme(self) -> None:
        for place, row in enumerate(self._rows):
            self._tell(place, QModelIndex())
            if isinstance(row, GroupSummary):
                parent = self.index(place, 0)
                self.dataChanged.emit(self.index(0, 0, parent), self.index(len(row.members) - 1, 0, parent))


def members_of(row: Row) -> tuple[RunSummary, ...]:
    """Return the runs of a row: those of a group, or the run itself."""
    return row.members if isinstance(row, GroupSummary) else (row,)


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

    def filterAcceptsRow(self, row: int, parent: _Index) -> bool:  # noqa: N802
        """Return whether a row is shown: a group also for the sake of its members, and they also for its sake."""
        model = self.sourceModel()
        if not isinstance(model, RunsModel):
            return False
        found = model.row_at(model.index(row, 0, parent))
        if parent.isValid():
            group = model.row_at(parent)
            return self._fits(found) or self._fits(group)
        return self._fits(found) or any(self._fits(member) for member in members_of(found))

    def _fits(self, run: Row) -> bool:
        if self._only_starred and not run.starred:
            return False
        text = " ".join((*(column.text(run) for column in COLUMNS), run.folder, run.problem)).casefold()
        return all(word in text for word in self._words)

    def lessThan(self, left: _Index, right: _Index) -> bool:  # noqa: N802
        """Compare two cells; what has no value comes first."""
        one, other = left.data(int(_SortRole)), right.data(int(_SortRole))
        if one is None or other is None:
            return one is None and other is not None
        return bool(one < other)


class _NameDelegate(QStyledItemDelegate):
    """Leaves dots in the middle of a name: those of a sweep's runs begin alike and differ at the end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        """Say how a name that has no room is shortened."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class RunsTable(QTreeView):
    """The view; runs and groups are selected as whole rows."""

    selection_changed = Signal()
    star_clicked = Signal(object)
    """The run or group whose star was clicked."""
    run_activated = Signal(object)
    """The run double-clicked, or chosen with Return."""
    use_requested = Signal(str, object)
    """What was chosen for a run in the menu of the right button, as `RunUseButton.chosen`, and the run."""

    def __init__(self, model: RunsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs_table")
        self.setAccessibleName(self.tr("Runs"))
        self.filter = RunsFilter(self)
        self.filter.setSourceModel(model)
        self.setModel(self.filter)
        self.setFont(font(tabular=True))
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setAllColumnsShowFocus(True)
        self.setTreePosition(_column("name"))
        self.setItemDelegateForColumn(_column("name"), _NameDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self._style_headers()
        self._make_menu()
        self.setSortingEnabled(True)
        self.sortByColumn(_column("created"), Qt.SortOrder.DescendingOrder)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(self._on_selection)
        self.filter.modelReset.connect(self.selection_changed)

    def _style_headers(self) -> None:
        header = self.header()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setStretchLastSection(True)
        for section, column in enumerate(COLUMNS):
            header.resizeSection(section, max(column.width_px, header.sectionSizeHint(section)))

    def _make_menu(self) -> None:
        """Give the right button, and the menu key, what can be done with a run."""
        for use, action in use_actions(self).items():
            action.triggered.connect(partial(self._on_use, use))
            self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _on_use(self, use: str, _is_checked: bool = False) -> None:
        for run in self.selected_runs()[:1]:
            self.use_requested.emit(use, run)

    def selected_runs(self) -> tuple[Row, ...]:
        """Return the selected runs and groups from top to bottom."""
        rows = {_path_of(index): index for index in self.selectionModel().selectedRows()}
        return tuple(rows[place].data(int(RunRole)) for place in sorted(rows))

    def shown_rows(self) -> tuple[Row, ...]:
        """Return the rows that pass the filter, groups as one, in the order shown."""
        return tuple(self.filter.index(row, 0).data(int(RunRole)) for row in range(self.filter.rowCount()))

    def shown_runs(self) -> tuple[RunSummary, ...]:
        """Return the runs that pass the filter, those of groups one by one, in the order shown."""
        tops = [self.filter.index(row, 0) for row in range(self.filter.rowCount())]
        return tuple(run for top in tops for run in self._runs_below(top))

    def _runs_below(self, index: QModelIndex) -> Iterator[RunSummary]:
        row = index.data(int(RunRole))
        if isinstance(row, RunSummary):
            yield row
        for number in range(self.filter.rowCount(index)):
            yield self.filter.index(number, 0, index).data(int(RunRole))

    def select_path(self, path: object) -> None:
        """Select the run or group at ``path``, if it is shown."""
        tops = [self.filter.index(row, 0) for row in range(self.filter.rowCount())]
        below = [self.filter.index(number, 0, top) for top in tops for number in range(self.filter.rowCount(top))]
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        for index in (*tops, *below):
            if index.data(int(RunRole)).path == path:
                self.selectionModel().setCurrentIndex(index, flags)

    def expanded_paths(self) -> set[object]:
        """Return which groups are unfolded."""
        tops = [self.filter.index(row, 0) for row in range(self.filter.rowCount())]
        return {top.data(int(RunRole)).path for top in tops if self.isExpanded(top)}

    def expand_paths(self, paths: set[object]) -> None:
        """Unfold these groups."""
        for row in range(self.filter.rowCount()):
            top = self.filter.index(row, 0)
            if top.data(int(RunRole)).path in paths:
                self.expand(top)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.star_clicked.emit(index.data(int(RunRole)))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        run = index.data(int(RunRole))
        if isinstance(run, GroupSummary):
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))
        elif index.column() != 0:
            self.run_activated.emit(run)

    def _on_selection(self) -> None:
        self.selection_changed.emit()


def _path_of(index: QModelIndex) -> tuple[int, ...]:
    """Return where a row stands, for sorting from top to bottom."""
    parent = index.parent()
    return (parent.row(), index.row()) if parent.isValid() else (index.row(), -1)


def _column(name: str) -> int:
    return next(section for section, column in enumerate(COLUMNS) if column.name == name)
