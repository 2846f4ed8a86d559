"""The layers as a tree for Qt: names, kinds, output shapes and states, each with a sentence for screen readers."""
# ruff: noqa: N802 -- Qt's names

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cnnstudio.network.block_edits import RenameBlock
from cnnstudio.network.edits import Rename
from cnnstudio.network.outline import OutlineEntry, outline
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui import icons
from cnnstudio.ui.editor.outline_texts import OutlineTexts, block_texts, layer_texts
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.theme import font

Index = QModelIndex | QPersistentModelIndex
NAME, KIND, SHAPE, STATE = range(4)
TITLES = ("Layer", "Kind", "Gives", "State")
_NO_TEXTS = OutlineTexts("", "", "", "")
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NAME_FLAGS = _FLAGS | Qt.ItemFlag.ItemIsEditable


@dataclass(slots=True)
class Row:
    """One line of the tree; rows are found by their number, which an index carries.

    Attributes
    ----------
    entry : the layer or block
    number : place in the list of all rows
    place : place below its parent
    parent : the parent's number; -1 at the top
    """

    entry: OutlineEntry
    number: int
    place: int
    parent: int
    children: list[int] = field(default_factory=list)
    texts: OutlineTexts = _NO_TEXTS


class OutlineModel(QAbstractItemModel):
    """Follows the session's graph; blocks are the parents of their layers."""

    def __init__(self, session: EditorSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: list[Row] = []
        self._tops: list[int] = []
        self._tree: list[OutlineEntry] = []
        self._numbers: dict[str, int] = {}

    def refresh(self) -> None:
        """Read the graph again; rows stay in place where the layers and blocks are the same."""
        tree = outline(self._session.graph)
        if tree != self._tree:
            self.beginResetModel()
            self._tree, self.rows = tree, []
            self._tops = self._add_all(tree, -1)
            self._numbers = {row.entry.id: row.number for row in self.rows}
            self._read_texts()
            self.endResetModel()
            return
        for first, last in self._ranges(self._read_texts()):
            self.dataChanged.emit(self._index_of_number(first), self._index_of_number(last).siblingAtColumn(STATE))

    def _add_all(self, entries: Sequence[OutlineEntry], parent: int) -> list[int]:
        numbers = []
        for place, entry in enumerate(entries):
            row = Row(entry, len(self.rows), place, parent)
            self.rows.append(row)
            numbers.append(row.number)
            row.children = self._add_all(entry.children, row.number)
        return numbers

    def _read_texts(self) -> list[int]:
        """Work out what every row shows; gives the numbers of those that changed."""
        changed = []
        for row in self.rows:
            texts = (block_texts if row.entry.is_block else layer_texts)(self._session, row.entry)
            if texts != row.texts:
                row.texts = texts
                changed.append(row.number)
        return changed

    def _ranges(self, numbers: Sequence[int]) -> list[tuple[int, int]]:
        """Give the first and the last of these rows below each parent."""
        ends: dict[int, tuple[int, int]] = {}
        for number in numbers:
            parent = self.rows[number].parent
            ends[parent] = (ends.get(parent, (number, number))[0], number)
        return list(ends.values())

    # finding

    def entry(self, index: Index) -> OutlineEntry:
        """Give the layer or block of an index."""
        return self._row(index).entry

    def index_of(self, some_id: str) -> QModelIndex:
        """Give the index of a layer or block; invalid when there is none."""
        number = self._numbers.get(some_id)
        return QModelIndex() if number is None else self._index_of_number(number)

    def blocks(self) -> Iterator[tuple[str, QModelIndex]]:
        """Give the ids and indexes of all blocks."""
        for row in self.rows:
            if row.entry.is_block:
                yield row.entry.id, self._index_of_number(row.number)

    def _row(self, index: Index) -> Row:
        return self.rows[index.internalId()]

    def _index_of_number(self, number: int) -> QModelIndex:
        return self.createIndex(self.rows[number].place, 0, number)

    # what Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Give the index of a place."""
        below = self._row(parent).children if parent.isValid() else self._tops
        if not 0 <= row < len(below) or not 0 <= column < len(TITLES):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index = QModelIndex()) -> Any:  # noqa: B008
        """Give the block around a row."""
        if not index.isValid():
            return QModelIndex()
        number = self._row(index).parent
        return QModelIndex() if number < 0 else self._index_of_number(number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count what is in a block, or at the top."""
        if parent.column() > 0:
            return 0
        return len(self._row(parent).children if parent.isValid() else self._tops)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Count columns."""
        return len(TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the headings."""
        is_heading = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return tr(TITLES[section], "Outline") if is_heading else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be selected and names be changed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _NAME_FLAGS if index.column() == NAME else _FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give text, sentence, picture or colour of a cell."""
        if not index.isValid():
            return None
        row, column = self._row(index), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.texts.columns[column]
        if role == Qt.ItemDataRole.EditRole:
            return self._name_of(row.entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = tr(TITLES[column], "Outline")
            return row.texts.sentence if column == NAME else f"{heading}: {row.texts.columns[column]}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.texts.state if column == STATE else row.texts.sentence
        return self._look(row, column, role)

    def _look(self, row: Row, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return canvas_style().colors["text" if column == NAME or row.texts.severity else "quiet"]
        return font(11) if role == Qt.ItemDataRole.FontRole and column == SHAPE else None

    def _picture(self, row: Row, column: int) -> Any:
        if column == NAME:
            node = self._session.graph.nodes.get(row.entry.id)
            family = layer_kind(node.kind).family if node else "merge"
            return icons.pixmap(node.kind if node else "block", 16, canvas_style().family(family))
        if column == STATE and row.texts.severity:
            return icons.pixmap(row.texts.severity, 16, "bad" if row.texts.severity == "error" else "warning")
        return None

    def _name_of(self, entry: OutlineEntry) -> str:
        graph = self._session.graph
        return graph.blocks[entry.id].name if entry.is_block else graph.nodes[entry.id].name

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Rename a layer or block as one undo step; a name that is refused becomes a message."""
        entry = self.entry(index)
        if role != Qt.ItemDataRole.EditRole or value == self._name_of(entry):
            return False
        edit = RenameBlock(entry.id, value) if entry.is_block else Rename(entry.id, value)
        return self._session.push(edit)
