"""The outline of the layers beside the canvas: its accessible twin, with the same selection."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cnnstudio.ui.editor.outline_model import KIND, NAME, SHAPE, STATE, OutlineModel
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.theme import theme

_INDENT_PX, _ROW_PX = 14, 30
_KIND_PX, _NAME_PX, _PADDING_PX = 156, 104, 28
_KIND_FROM_PX, _STATE_FROM_PX = 380, 560


class OutlineDelegate(QStyledItemDelegate):
    """Gives rows their height, puts a problem's sign before the name, and names the field that renames."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the sign of a problem in the place of the kind's picture where there is no room for the state."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle if index.column() == NAME else Qt.TextElideMode.ElideRight
        view = option.widget
        if index.column() == NAME and isinstance(view, QTreeView) and view.isColumnHidden(STATE):
            sign = index.model().index(index.row(), STATE, index.parent()).data(Qt.ItemDataRole.DecorationRole)
            option.icon = QIcon(sign) if sign is not None else option.icon

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Make rows as high as the field that renames."""
        return QSize(super().sizeHint(option, index).width(), _ROW_PX)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem,
                     index: QModelIndex | QPersistentModelIndex) -> QWidget:
        """Make the field that renames."""
        editor = super().createEditor(parent, option, index)
        editor.setObjectName("outline_name")
        editor.setAccessibleName(self.tr("New name"))
        return editor


class OutlineView(QTreeView):
    """A line a layer; what is selected here is selected on the canvas, and the other way round."""

    settings_requested = Signal()

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.layers = OutlineModel(session, self)
        self._is_syncing = self._is_stale = False
        self._closed: set[str] = set()
        self._last_row = 0
        self._set_up()
        self.setModel(self.layers)
        self._size_columns()
        self.collapsed.connect(self._on_collapsed)
        self.expanded.connect(self._on_expanded)
        self.layers.modelAboutToBeReset.connect(self._remember)
        self.layers.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._take_selection)
        self.doubleClicked.connect(self.settings_requested)
        session.selection_changed.connect(self._show_selection)
        session.analysed.connect(self._on_changed)
        theme().changed.connect(self.viewport().update)
        self.refresh()

    def _set_up(self) -> None:
        self.setObjectName("outline_view")
        self.setAccessibleName(self.tr("Outline of the network"))
        self.setAccessibleDescription(self.tr("All layers in the order data flows; the same as on the canvas."))
        self.setProperty("bare", True)
        self.setItemDelegate(OutlineDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)    # F2 comes through the canvas's keys
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT_PX)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # room

    def _size_columns(self) -> None:
        header = self.header()
        header.setAccessibleName(self.tr("Headings of the outline"))
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(24)
        header.setSectionsMovable(False)
        for column in range(4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self._share_room()

    def _share_room(self) -> None:
        """Give every column its room; in a narrow panel pictures stand for the kind and the state."""
        room, shape = self.viewport().width(), self._shape_width()
        with_kind, with_state = room >= _KIND_FROM_PX, room >= _STATE_FROM_PX
        with_shape = room - shape >= _NAME_PX
        fixed = (shape if with_shape else 0) + (_KIND_PX if with_kind else 0)
        name = (room - fixed) // 2 if with_state else room - fixed
        for column, is_shown in ((KIND, with_kind), (SHAPE, with_shape), (STATE, with_state)):
            self.setColumnHidden(column, not is_shown)
        for column, width in ((NAME, name), (KIND, _KIND_PX), (SHAPE, shape), (STATE, room - fixed - name)):
            self.setColumnWidth(column, width)

    def _shape_width(self) -> int:
        """Give the room the longest shape needs."""
        metrics = canvas_style().numbers_metrics
        longest = max((row.texts.shape for row in self.layers.rows), key=len, default="")
        return round(metrics.horizontalAdvance(max(longest, self.tr("Gives") + "  ", key=len))) + _PADDING_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._share_room()

    # following the graph

    def showEvent(self, event: QShowEvent) -> None:
        """Take over what changed meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the newest layers, texts and selection."""
        self._is_stale = False
        self._is_syncing = True
        self.layers.refresh()
        self._share_room()
        self._is_syncing = False
        self._show_selection()

    def _remember(self) -> None:
        self._last_row = self.currentIndex().row()

    def _restore(self) -> None:
        """Open what was open, and stay near the line where the keyboard was."""
        self.setRootIsDecorated(any(True for _block in self.layers.blocks()))
        for block_id, index in self.layers.blocks():
            if block_id not in self._closed:
                self.expand(index)
        last = self.layers.rowCount() - 1
        near = self.layers.index(min(max(0, self._last_row), last), 0)
        self.selectionModel().setCurrentIndex(near, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _on_collapsed(self, index: QModelIndex) -> None:
        self._closed.add(self.layers.entry(index).id)

    def _on_expanded(self, index: QModelIndex) -> None:
        self._closed.discard(self.layers.entry(index).id)

    # the selection

    def _show_selection(self) -> None:
        if self._is_syncing or self._is_stale:
            return
        self._is_syncing = True
        selection = QItemSelection()
        chosen = [self.layers.index_of(node_id) for node_id in self._session.selected_ids]
        chosen = sorted((index for index in chosen if index.isValid()), key=QModelIndex.internalId)
        for index in chosen:
            selection.select(index, index.siblingAtColumn(STATE))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if chosen and self.currentIndex().siblingAtColumn(0) not in chosen:
            shown = self._shown(chosen[0])
            self.selectionModel().setCurrentIndex(shown, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(shown)
        self._is_syncing = False

    def _shown(self, index: QModelIndex) -> QModelIndex:
        """Give a line, or the outermost closed block it is hidden in."""
        shown, around = index, index.parent()
        while around.isValid():
            shown = shown if self.isExpanded(around) else around
            around = around.parent()
        return shown

    def _take_selection(self) -> None:
        if self._is_syncing:
            return
        self._is_syncing = True
        entries = [self.layers.entry(index) for index in self.selectionModel().selectedRows()]
        self._session.select(entry.id for entry in entries)
        self._is_syncing = False

    def rename_current(self) -> bool:
        """Edit the name of the current line in place; gives whether there is one."""
        index = self.currentIndex().siblingAtColumn(NAME)
        if index.isValid():
            self.edit(index)
        return index.isValid()
