"""The probability of every class as a list of bars; choosing one asks for that class's heatmap."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.theme import CAPTION_PX, font, theme

CLASS_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ROW_ROLE = CLASS_ROLE + 1
CLASS_ORDER_LIMIT = 12
"""Up to so many classes keep their own order, so that bars do not jump; more are sorted by probability."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class BarRow:
    """One class: its probability and what it is to the image."""

    class_index: int
    name: str
    probability: float
    is_predicted: bool
    is_true: bool
    is_target: bool
    """Whether the heatmap shows this class."""


class ProbabilityModel(QAbstractListModel):
    """The rows of `ProbabilityBars`; the display text carries everything the bar paints, for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[BarRow] = []

    def set_rows(self, rows: Sequence[BarRow]) -> None:
        """Show ``rows``; the same classes in the same order keep the selection."""
        same = [row.class_index for row in rows] == [row.class_index for row in self.rows]
        if same:
            self.rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Classes."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Text, tool tip, class index and row."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._text(row))
        return {CLASS_ROLE: row.class_index, ROW_ROLE: row}.get(role)

    def _text(self, row: BarRow) -> str:
        signs = [self.tr("predicted")] * row.is_predicted + [self.tr("true class")] * row.is_true \
            + [self.tr("heatmap shown")] * row.is_target
        return f"{row.name}: {row.probability:.1%}".replace("%", " %") + (f" ({', '.join(signs)})" if signs else "")


class BarDelegate(QStyledItemDelegate):
    """Paints name, signs and percent over a bar; the target has an accent mark at its left."""

    ROW_PX = 40

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Make every row equally high."""
        return QSize(120, self.ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one class."""
        row: BarRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, row)
        box = option.rect.adjusted(10, 3, -8, -5)
        self._paint_text(painter, QRect(box.x(), box.y(), box.width(), 20), row)
        self._paint_bar(painter, QRectF(box.x(), box.y() + 23, box.width(), 6), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: BarRow) -> None:
        state = option.state
        token = "selection" if row.is_target else "hover" if state & QStyle.StateFlag.State_MouseOver else "surface"
        painter.fillRect(option.rect, theme().color(token))
        if row.is_target:
            painter.fillRect(QRect(option.rect.x(), option.rect.y(), 3, option.rect.height()), theme().color("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme().color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _paint_text(self, painter: QPainter, box: QRect, row: BarRow) -> None:
        painter.setFont(font(weight=600 if row.is_predicted else 400))
        painter.setPen(theme().color("text"))
        percent = f"{row.probability:.1%}".replace("%", " %")
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, percent)
        right = box.right() - painter.fontMetrics().horizontalAdvance("100.0 %") - 6
        for sign, token in self._signs(row):
            right -= self._paint_sign(painter, box, right, sign, token)
        painter.setFont(font(weight=600 if row.is_predicted else 400))
        painter.setPen(theme().color("text"))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideMiddle, right - box.x() - 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _signs(self, row: BarRow) -> list[tuple[str, str]]:
        signs = [(self.tr("✓ true"), "good")] if row.is_true else []
        if row.is_predicted:
            signs.append((self.tr("predicted"), "text"))
        return signs

    @staticmethod
    def _paint_sign(painter: QPainter, box: QRect, right: int, text: str, token: str) -> int:
        """Paint an outlined sign whose right end is at ``right``; return the width it took."""
        painter.setFont(font(CAPTION_PX))
        width = painter.fontMetrics().horizontalAdvance(text) + 10
        pill = QRectF(right - width + 0.5, box.y() + 2.5, width - 1, 15)
        painter.setPen(theme().color(token))
        painter.drawRoundedRect(pill, 4, 4)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return width + 4

    @staticmethod
    def _paint_bar(painter: QPainter, box: QRectF, row: BarRow) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(box, 3, 3)
        if row.probability > 0:
            painter.setBrush(theme().color("accent" if row.is_predicted else "quiet"))
            filled = QRectF(box.x(), box.y(), max(2.0, box.width() * row.probability), box.height())
            painter.drawRoundedRect(filled, 3, 3)


class ProbabilityBars(QListView):
    """A list of bars; a click, Enter or Space on a bar asks for the heatmap of that class."""

    class_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("probability_bars")
        self.setAccessibleName(self.tr("Probability of every class"))
        self.setToolTip(self.tr("Click a class, or press Enter on it, to see which parts speak for it."))
        self.setProperty("bare", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = ProbabilityModel(self)
        self.setModel(self._model)
        self.setItemDelegate(BarDelegate(self))
        self.clicked.connect(self._request)
        theme().changed.connect(self.viewport().update)

    def show_probabilities(self, names: Sequence[str], probabilities: np.ndarray, *, target: int | None,
                           true_class: int | None) -> None:
        """Show the (K,) probabilities of ``names``, marking the predicted, the true and the target class."""
        predicted = int(np.argmax(probabilities))
        order = range(len(names)) if len(names) <= CLASS_ORDER_LIMIT else np.argsort(-probabilities, kind="stable")
        self._model.set_rows([
            BarRow(int(k), names[k], float(probabilities[k]), k == predicted, k == true_class, k == target)
            for k in order])

    def clear(self) -> None:
        """Show nothing."""
        self._model.set_rows([])

    @property
    def rows(self) -> list[BarRow]:
        """What is shown, from top to bottom."""
        return list(self._model.rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter and Space ask for the current class."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._request(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _request(self, index: QModelIndex) -> None:
        self.class_requested.emit(int(index.data(CLASS_ROLE)))
