"""The layer table below the canvas: every figure of every layer, totals, and the canvas's accessible twin."""
# ruff: noqa: N802 -- Qt's names

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cnnstudio.network.costs import Cost
from cnnstudio.network.layer_table import LayerRow, rows
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui import icons
from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.editor.formats import count, percent, shape_text, size_text
from cnnstudio.ui.editor.layer_panel import receptive_text
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.theme import font, theme

SHARE_ROLE = Qt.ItemDataRole.UserRole + 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_PADDING_PX, _ICON_PX = 24, 22
_SETTINGS = 2
# What is left out first where there is no room: settings and kind stand on the canvas too.
_DISPENSABLE = (_SETTINGS, 6, 1, 7)
_SETTINGS_PX = 150
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ColumnInfo:
    """A column of the table: heading with its tip, what it shows of a row and of the total, and its bar's share."""

    title: str
    text: Callable[[LayerRow], str]
    total: Callable[[Cost, int], str]
    share: Callable[[LayerRow, Cost], float] | None = None
    is_number: bool = True
    tip: str = ""


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def bytes_text(size_bytes: int) -> str:
    """Give a size in memory; nothing is a plain 0."""
    return size_text(size_bytes) if size_bytes else "0"


COLUMNS = (
    ColumnInfo("Layer", lambda row: row.title, lambda _cost, layers: tr("{number} layers").format(number=layers),
               is_number=False),
    ColumnInfo("Kind", lambda row: tr(layer_kind(row.kind).title, "LayerKind"), lambda _cost, _layers: "",
               is_number=False),
    ColumnInfo("Settings", lambda row: row.summary, lambda _cost, _layers: "", is_number=False),
    ColumnInfo("Output shape", lambda row: shape_text(row.output_shape), lambda _cost, _layers: ""),
    ColumnInfo("Weights", lambda row: count(row.weights), lambda cost, _layers: count(cost.weights),
               lambda row, whole: _share(row.weights, whole.weights)),
    ColumnInfo("Multiply-adds", lambda row: count(row.multiply_adds), lambda cost, _layers: count(cost.multiply_adds),
               lambda row, whole: _share(row.multiply_adds, whole.multiply_adds)),
    ColumnInfo("Memory out", lambda row: bytes_text(row.cost.output_bytes),
               lambda cost, _layers: bytes_text(cost.output_bytes),
               lambda row, whole: _share(row.cost.output_bytes, whole.output_bytes),
               tip="The values that come out of the layer, for a batch of the recipe. When predicting, they go as soon "
                   "as no later layer needs them."),
    ColumnInfo("Kept to learn", lambda row: bytes_text(row.cost.kept_bytes),
               lambda cost, _layers: bytes_text(cost.kept_bytes),
               lambda row, whole: _share(row.cost.kept_bytes, whole.kept_bytes),
               tip="What training holds of the layer until the gradients are computed, for a batch of the recipe: its "
                   "values where they are needed again, and notes such as where each largest value was."),
    ColumnInfo("Receptive field", lambda row: receptive_text(row.cost.receptive_field) if row.output_shape else "–",
               lambda cost, _layers: receptive_text(cost.receptive_field)),
)


class AnalysisModel(QAbstractTableModel):
    """One row a layer in the order data flows, and a last row with the totals."""

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: list[LayerRow] = []
        self._total = Cost()

    def refresh(self) -> None:
        """Read the graph again; the rows stay in place where the layers are the same."""
        new = rows(self._session.graph, self._session.analysis, self._session.costs)
        whole = self._session.total_cost
        if [row.id for row in new] != [row.id for row in self.rows]:
            self.beginResetModel()
            self.rows, self._total = new, whole
            self.endResetModel()
        elif new != self.rows:
            self.rows, self._total = new, whole
            self.dataChanged.emit(self.index(0, 0), self.index(len(new), len(COLUMNS) - 1))

    def column_texts(self, column: ColumnInfo) -> set[str]:
        """Give the different texts of a column; without asking Qt for each cell."""
        return {column.total(self._total, len(self.rows)), *(column.text(row) for row in self.rows)}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count layers and the line of totals."""
        return 0 if parent.isValid() else len(self.rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return tr(COLUMNS[section].title, "AnalysisTable")
        if role == Qt.ItemDataRole.ToolTipRole and COLUMNS[section].tip:
            return plain_tip(tr(COLUMNS[section].tip, "AnalysisTable"))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if COLUMNS[section].is_number else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give text, alignment, icon, bar or type of a cell."""
        column, is_total = COLUMNS[index.column()], index.row() == len(self.rows)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.is_number else _LEFT
        if is_total:
            return self._total_data(column, role)
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == SHARE_ROLE and column.share is not None:
            return column.share(row, self._total)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            kind = layer_kind(row.kind)
            return icons.pixmap(kind.icon, 16, canvas_style().family(kind.family))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(column, row)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(index.column(), row)
        return None

    def _tip(self, column: ColumnInfo, row: LayerRow) -> str:
        if column.share is not None:
            return tr("{share} of the whole network").format(share=percent(column.share(row, self._total)))
        told = [problem.message for problem in self._session.problems_of(row.id)]
        return plain_tip("\n".join([f"{row.name}: {row.summary}" if row.summary else row.name, *told]))

    def _ink(self, column: int, row: LayerRow) -> Any:
        problems = self._session.problems_of(row.id) if column == 0 else ()
        if problems:
            return canvas_style().colors["bad" if problems[0].severity == "error" else "warning"]
        is_quiet = COLUMNS[column].text(row) in ("0", "–", "")
        return canvas_style().colors["quiet"] if is_quiet or column in (1, 2) else None

    def _total_data(self, column: ColumnInfo, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return column.total(self._total, len(self.rows))
        if role == Qt.ItemDataRole.FontRole:
            return font(13, 600)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let layers be selected, the totals not."""
        if index.row() >= len(self.rows):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class ShareDelegate(QStyledItemDelegate):
    """Paints a thin bar below a figure: the layer's share of the total."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint text and bar."""
        super().paint(painter, option, index)
        share = index.data(SHARE_ROLE)
        if share:
            box = QRectF(option.rect)
            width = max(1.0, (box.width() - 16) * share)
            painter.fillRect(QRectF(box.right() - 8 - width, box.bottom() - 4, width, 2.5), theme().color("accent"))


class AnalysisTable(QTableView):
    """The table; its selection is the canvas's selection."""

    activated_layer = Signal(str)

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.layers = AnalysisModel(session, self)
        self._is_syncing = self._is_stale = False
        self._widths: list[int] = []
        self.setObjectName("analysis_table")
        self.setAccessibleName(self.tr("Layers of the network"))
        self.setProperty("bare", True)
        self.setModel(self.layers)
        self.setItemDelegate(ShareDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setAccessibleName(self.tr("Headings of the layer table"))
        header.setStretchLastSection(True)
        self.layers.modelReset.connect(self._fit_columns)
        self.selectionModel().selectionChanged.connect(self._take_selection)
        self.activated.connect(self._on_activated)
        session.selection_changed.connect(self._show_selection)
        session.analysed.connect(self._on_changed)
        theme().changed.connect(self.viewport().update)
        self.refresh()
        self._fit_columns()

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _fit_columns(self) -> None:
        """Make columns as wide as their widest text; measured by the table itself, which asks Qt far less often."""
        metrics, heading = QFontMetrics(font()), QFontMetrics(font(13, 600))
        self._widths = []
        for number, column in enumerate(COLUMNS):
            texts = self.layers.column_texts(column)
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            title = heading.horizontalAdvance(tr(column.title, "AnalysisTable"))
            self._widths.append(max(widest, title) + _PADDING_PX + (_ICON_PX if number == 0 else 0))
            self.setColumnWidth(number, self._widths[-1])
        self._leave_out_columns()

    def _leave_out_columns(self) -> None:
        """Leave out what stands on the canvas too where there is no room; give the settings the room that is left."""
        needed = [min(_SETTINGS_PX, width) if column == _SETTINGS else width
                  for column, width in enumerate(self._widths)]
        spare = self.viewport().width() - sum(needed)
        hidden: set[int] = set()
        for column in _DISPENSABLE:
            if spare < 0:
                hidden.add(column)
                spare += needed[column]
        for column in reversed(_DISPENSABLE):    # a narrow one that was left out for a wide one's sake comes back
            if column in hidden and needed[column] <= spare:
                hidden.discard(column)
                spare -= needed[column]
        for column in _DISPENSABLE:
            self.setColumnHidden(column, column in hidden)
        self.setColumnWidth(_SETTINGS, max(_SETTINGS_PX, spare + min(_SETTINGS_PX, self._widths[_SETTINGS])))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        if self._widths:
            self._leave_out_columns()

    def refresh(self) -> None:
        """Show the newest figures and the selection."""
        self._is_stale = False
        self._is_syncing = True
        self.layers.refresh()
        self._is_syncing = False
        self._show_selection()

    def _show_selection(self) -> None:
        if self._is_syncing:
            return
        self._is_syncing = True
        wanted = set(self._session.selected_layers)
        selection, last = QItemSelection(), len(COLUMNS) - 1
        numbers = [number for number, row in enumerate(self.layers.rows) if row.id in wanted]
        for number in numbers:
            selection.select(self.layers.index(number, 0), self.layers.index(number, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if numbers:
            index = self.layers.index(numbers[0], 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._is_syncing = False

    def _take_selection(self) -> None:
        if self._is_syncing:
            return
        self._is_syncing = True
        chosen = [self.layers.rows[index.row()].id for index in self.selectionModel().selectedRows()
                  if index.row() < len(self.layers.rows)]
        self._session.select(chosen)
        self._is_syncing = False

    def _on_activated(self, index: QModelIndex) -> None:
        if index.row() < len(self.layers.rows):
            self.activated_layer.emit(self.layers.rows[index.row()].id)
