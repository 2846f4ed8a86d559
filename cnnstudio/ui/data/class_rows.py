"""The rows of the class list: a model over the classes that pass a search, and how a row is drawn."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.data.contents import ClassRow
from cnnstudio.ui.theme import CAPTION_PX, TEXT_PX, font, theme

ROW_PX = 56
ROW_ROLE = int(Qt.ItemDataRole.UserRole + 1)
INDEX_ROLE = int(Qt.ItemDataRole.UserRole + 2)
_BAR_TOKENS = ("train_curve", "val_curve", "good")


class ClassModel(QAbstractListModel):
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
        if role == ROW_ROLE:
            return row
        if role == INDEX_ROLE:
            return class_index
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        words = f"{row.name}: {counts_text(self, row)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        return words if role == Qt.ItemDataRole.AccessibleTextRole else None


def counts_text(owner: Any, row: ClassRow) -> str:
    """Return ``"31 train · 6 validation"``; a split without images is left out."""
    names = (owner.tr("{count} train"), owner.tr("{count} validation"), owner.tr("{count} test"))
    parts = [name.format(count=f"{count:,}") for name, count in zip(names, row.counts, strict=True) if count]
    return " · ".join(parts)


class ClassDelegate(QStyledItemDelegate):
    """Draws name, total, counts and the bar."""

    def sizeHint(self, _option: QStyleOptionViewItem,  # noqa: N802
                 _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of every row."""
        return QSize(120, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one class."""
        row: ClassRow = index.data(ROW_ROLE)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, rect, option.state)
        inner = rect.adjusted(12, 6, -12, -8)
        self._draw_words(painter, inner, row)
        model = index.model()
        if isinstance(model, ClassModel):
            is_one_class = index.data(INDEX_ROLE) is not None
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
        line = painter.fontMetrics().elidedText(counts_text(self, row), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area.adjusted(0, 18, 0, 0), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), line)


def _draw_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    is_selected = bool(state & QStyle.StateFlag.State_Selected)
    if is_selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("selection" if is_selected else "hover"))
        painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 4, 4)


def _draw_bar(painter: QPainter, area: QRect, row: ClassRow, largest: int) -> None:
    """Draw a bar as long as the class's share of the largest class, in pieces for the splits."""
    left = float(area.left())
    for count, token in zip(row.counts, _BAR_TOKENS, strict=True):
        width = area.width() * count / largest
        painter.fillRect(QRectF(left, area.bottom() - 3, width, 4), theme().color(token))
        left += width
