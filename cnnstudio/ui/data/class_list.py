"""The classes at the left: counts for each split, a bar to compare by, and filters."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import label
from cnnstudio.ui.data.contents import ASIDE, ClassRow
from cnnstudio.ui.theme import CAPTION_PX, TEXT_PX, font, theme

_ROW_PX = 56
_BAR_TOKENS = ("train_curve", "val_curve", "good")
_RowRole = Qt.ItemDataRole.UserRole + 1
_IndexRole = Qt.ItemDataRole.UserRole + 2


class _ClassModel(QAbstractListModel):
    """All classes together, then each class that passes the search."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[int | None, ClassRow]] = ()
        self.largest = 1

    def set_rows(self, rows: Sequence[tuple[int | None, ClassRow]], largest: int) -> None:
        """Show (class index, row); the index of all classes together is None."""
        self.beginResetModel()
        self._rows, self.largest = rows, max(1, largest)
        self.endResetModel()

    def place_of(self, class_index: int | None) -> int:
        """Return the row of a class, or -1."""
        return next((place for place, (index, _) in enumerate(self._rows) if index == class_index), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: N802, B008
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a class's row, index or words."""
        class_index, row = self._rows[index.row()]
        words = f"{row.name}: {_counts_text(self, row)}"
        return {Qt.ItemDataRole.DisplayRole: row.name, Qt.ItemDataRole.ToolTipRole: words,
                Qt.ItemDataRole.AccessibleTextRole: words, _RowRole: row, _IndexRole: class_index}.get(role)


def _counts_text(owner: Any, row: ClassRow) -> str:
    """Return ``"31 train · 6 validation"``; a split without images is left out."""
    names = (owner.tr("{count} train"), owner.tr("{count} validation"), owner.tr("{count} test"))
    parts = [name.format(count=f"{count:,}") for name, count in zip(names, row.counts, strict=True) if count]
    return " · ".join(parts)


class _ClassDelegate(QStyledItemDelegate):
    """Draws name, total, counts and the bar."""

    def sizeHint(self, _option: QStyleOptionViewItem,  # noqa: N802
                 _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of every row."""
        return QSize(120, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one class."""
        row: ClassRow = index.data(int(_RowRole))
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected or state & QStyle.StateFlag.State_MouseOver:
            is_selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("selection" if is_selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 4, 4)
        inner = rect.adjusted(12, 6, -12, -8)
        self._draw_words(painter, inner, row)
        model = index.model()
        if isinstance(model, _ClassModel):
            is_one_class = index.data(int(_IndexRole)) is not None
            _draw_bar(painter, inner, row, model.largest if is_one_class else max(1, row.total))
        painter.restore()

    def _draw_words(self, painter: QPainter, area: QRect, row: ClassRow) -> None:
        total = f"{row.total:,}"
        painter.setFont(font(TEXT_PX, 600))
        painter.setPen(theme().color("text"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), total)
        room = area.width() - painter.fontMetrics().horizontalAdvance(total) - 12
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
        painter.setFont(font(CAPTION_PX))
        painter.setPen(theme().color("quiet"))
        line = painter.fontMetrics().elidedText(_counts_text(self, row), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area.adjusted(0, 18, 0, 0), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), line)


def _draw_bar(painter: QPainter, area: QRect, row: ClassRow, largest: int) -> None:
    """Draw a bar as long as the class's share of the largest class, in pieces for the splits."""
    left = float(area.left())
    for count, token in zip(row.counts, _BAR_TOKENS, strict=True):
        width = area.width() * count / largest
        painter.fillRect(QRectF(left, area.bottom() - 3, width, 4), theme().color(token))
        left += width


class ClassList(QWidget):
    """Tells which class and split are chosen."""

    filter_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ClassRow] = ()
        self._is_loading = False
        self._search = QLineEdit(self)
        self._search.setObjectName("class_search")
        self._search.setPlaceholderText(self.tr("Find a class"))
        self._search.setAccessibleName(self.tr("Find a class"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._fill)
        self._split = QComboBox(self)
        self._split.setObjectName("split_filter")
        self._split.setAccessibleName(self.tr("Split"))
        for text, split in ((self.tr("All splits"), None), (self.tr("Training"), "train"),
                            (self.tr("Validation"), "validation"), (self.tr("Test"), "test"),
                            (self.tr("Files left out"), ASIDE)):
            self._split.addItem(text, split)
        self._split.currentIndexChanged.connect(self._on_changed)
        self._model = _ClassModel(self)
        self._view = self._make_view()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Classes"), "subheading"))
        for widget in (self._search, self._split):
            layout.addWidget(widget)
        layout.addWidget(self._view, 1)

    def _make_view(self) -> QListView:
        view = QListView(self)
        view.setObjectName("class_list")
        view.setAccessibleName(self.tr("Classes"))
        view.setProperty("bare", True)
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setModel(self._model)
        view.setItemDelegate(_ClassDelegate(view))
        view.selectionModel().currentChanged.connect(self._on_changed)
        theme().changed.connect(view.viewport().update)
        return view

    @property
    def class_index(self) -> int | None:
        """The class chosen; None for all."""
        index = self._view.currentIndex()
        return index.data(int(_IndexRole)) if index.isValid() else None

    @property
    def split(self) -> str | None:
        """The split chosen; None for all."""
        value = self._split.currentData()
        return str(value) if value is not None else None

    def set_rows(self, rows: Sequence[ClassRow]) -> None:
        """Show the classes of a folder; the choice is kept where it still makes sense."""
        self._rows = rows
        self._fill()

    def choose(self, class_index: int | None, split: str | None) -> None:
        """Choose a class and a split."""
        self._is_loading = True
        self._search.clear()
        self._split.setCurrentIndex(self._split.findData(split))
        self._select(class_index)
        self._is_loading = False
        self.filter_changed.emit()

    def _fill(self) -> None:
        chosen = self.class_index
        wanted = self._search.text().casefold()
        totals = [sum(row.counts[number] for row in self._rows) for number in range(3)]
        everything = ClassRow(self.tr("All classes"), tuple(totals))
        rows: list[tuple[int | None, ClassRow]] = [(None, everything)]
        rows += [(index, row) for index, row in enumerate(self._rows) if wanted in row.name.casefold()]
        self._is_loading = True
        self._model.set_rows(rows, max((row.total for row in self._rows), default=1))
        self._select(chosen)
        self._is_loading = False
        if self.class_index != chosen:
            self.filter_changed.emit()

    def _select(self, class_index: int | None) -> None:
        place = max(0, self._model.place_of(class_index))
        self._view.setCurrentIndex(self._model.index(place, 0))

    def _on_changed(self) -> None:
        if not self._is_loading:
            self.filter_changed.emit()
