"""The list of images with what the network says about each; arrow keys go through it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.ui.cards import described, label, plain_tip
from cnnstudio.ui.image_filter import ImageFilter
from cnnstudio.ui.images import Thumbnail, ThumbnailModel
from cnnstudio.ui.inspector.confusion_button import ConfusionButton
from cnnstudio.ui.inspector.image_filters import ImageFilters
from cnnstudio.ui.inspector.predictions import NO_PREDICTIONS, Prediction, Predictions, select
from cnnstudio.ui.theme import CAPTION_PX, font, theme

THUMBNAIL_PX = 44
_ROW_PX = 56
_LAID_OUT_AT_ONCE = 2000

Index = QModelIndex | QPersistentModelIndex


class PredictionDelegate(QStyledItemDelegate):
    """Paints a thumbnail, the file's name and, below, what was predicted with a sign for right or wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Predictions = NO_PREDICTIONS
        self.class_names: tuple[str, ...] = ()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Make every row equally high."""
        return QSize(160, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one image's row."""
        row = self.shown[index.row()]
        painter.save()
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.fillRect(option.rect, theme().color("selection" if chosen else "hover" if hovered else "surface"))
        self._paint_picture(painter, option.rect, index.data(Qt.ItemDataRole.DecorationRole))
        text = option.rect.adjusted(THUMBNAIL_PX + 20, 9, -8, -9)
        painter.setFont(font())
        painter.setPen(theme().color("text"))
        name = painter.fontMetrics().elidedText(row.path.name, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, name)
        self._paint_prediction(painter, text, row)
        painter.restore()

    @staticmethod
    def _paint_picture(painter: QPainter, row: QRect, picture: QPixmap) -> None:
        box = QRect(row.x() + 8, row.y() + (row.height() - THUMBNAIL_PX) // 2, THUMBNAIL_PX, THUMBNAIL_PX)
        size = picture.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(box.center())
        painter.drawPixmap(target, picture)

    def _paint_prediction(self, painter: QPainter, box: QRect, row: Prediction) -> None:
        painter.setFont(font(CAPTION_PX))
        sign, token = ("✓", "good") if row.is_right else ("✗", "bad")
        bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.setPen(theme().color(token))
        painter.drawText(box, bottom, sign)
        painter.setPen(theme().color("quiet"))
        words = box.adjusted(16, 0, 0, 0)
        text = painter.fontMetrics().elidedText(self.words(row), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, bottom, text)

    def words(self, row: Prediction) -> str:
        """Return what was predicted, and what it really is when that differs."""
        share = f"{row.confidence:.0%}".replace("%", " %")
        if row.is_right:
            return f"{self.class_names[row.predicted_class]} ({share})"
        return self.tr("{predicted} ({share}), is {true}").format(
            predicted=self.class_names[row.predicted_class], share=share, true=self.class_names[row.true_class])


class PredictionModel(ThumbnailModel):
    """Thumbnails that are spoken of, and tipped, in the words of their prediction; made up when asked for."""

    def __init__(self, delegate: PredictionDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent, side_px=THUMBNAIL_PX)
        self._delegate = delegate

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a row's words, else what a thumbnail has."""
        if role not in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return super().data(index, role)
        row = self._delegate.shown[index.row()]
        reason = super().data(index, int(self.ReasonRole))
        if reason:
            return reason
        words = f"{row.path.name}: {self._delegate.words(row)}"
        return words if role == Qt.ItemDataRole.AccessibleTextRole else plain_tip(words)


@dataclass(frozen=True, slots=True)
class _Thumbnails(Sequence[Thumbnail]):
    """The rows of the list as those of the model, made when they are asked for."""

    rows: Predictions

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, row: Any) -> Any:
        return Thumbnail(self.rows[row].path)


class ImageList(QWidget):
    """Filters and order over a list; the image the user moves to is told to listeners."""

    image_chosen = Signal(object)
    """The `Path` of the image the user moved to."""
    split_requested = Signal(str)
    listed = Signal()
    """Other images, or another order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = self._shown = NO_PREDICTIONS
        self._place_of: dict[Path, int] | None = None
        """By path the place in the rows; made when it is first asked for."""
        self._sought = QPersistentModelIndex()
        self._row_at = np.zeros(0, np.int64)
        """By place the row in the list; -1 for what is not shown."""
        self._delegate = PredictionDelegate(self)
        self._model = PredictionModel(self._delegate, self)
        self.filters = ImageFilters()
        self._count = label("", "caption", name="image_count", wrap=True)
        self.confusion = ConfusionButton()
        self._view = self._make_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filters)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self._count, 1)
        row.addWidget(self.confusion)
        column.addLayout(row)
        column.addWidget(self._view, 1)
        self.confusion.cell_chosen.connect(self._on_cell)
        self.filters.changed.connect(self._refill)
        self.filters.split_requested.connect(self.split_requested)

    def _make_view(self) -> QListView:
        view = described(
            QListView(), "image_list", self.tr("Images"),
            self.tr("Arrow keys go through the images; hold Space for the original."))
        view.setProperty("bare", True)
        view.setModel(self._model)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setLayoutMode(QListView.LayoutMode.Batched)    # Qt asks the model about every row, twice
        view.setBatchSize(_LAID_OUT_AT_ONCE)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.verticalScrollBar().rangeChanged.connect(self._on_range)
        view.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(view.viewport().update)
        return view

    # content

    def set_class_names(self, names: Sequence[str]) -> None:
        """Offer ``names`` as filters."""
        self._delegate.class_names = tuple(names)
        self.filters.set_class_names(names)

    def set_rows(self, rows: Predictions) -> None:
        """List ``rows``."""
        self._rows, self._place_of = rows, None
        self._refill()

    def set_note(self, text: str) -> None:
        """Say something in the line that else counts the images."""
        self._count.setText(text)

    def set_filter(self, wanted: ImageFilter) -> None:
        """Show only what ``wanted`` lets pass."""
        self.filters.set_filter(wanted)
        self._refill()

    def _on_cell(self, true_class: int, predicted_class: int) -> None:
        self.set_filter(ImageFilter(true_class, predicted_class))
        self.choose_first()

    @property
    def split(self) -> str:
        """The part of the folder that is listed."""
        return self.filters.split

    @property
    def shown(self) -> Predictions:
        """The rows from top to bottom."""
        return self._shown

    def _place(self, path: Path) -> int | None:
        if self._place_of is None:
            self._place_of = {known: place for place, known in enumerate(self._rows.paths)}
        return self._place_of.get(path)

    def prediction(self, path: Path) -> Prediction | None:
        """Return what is known about ``path``."""
        place = self._place(path)
        return None if place is None else self._rows[place]

    def _refill(self) -> None:
        current = self._model.path(self._view.currentIndex())
        self._shown = select(self._rows, self.filters.filter, self.filters.order)
        self._delegate.shown = self._shown
        self._row_at = np.full(len(self._rows), -1)
        self._row_at[self._shown.places] = np.arange(len(self._shown))
        self._model.set_rows(_Thumbnails(self._shown))
        self._count.setText("" if not self._rows else self.tr("{shown} of {all} images, {wrong} wrong").format(
            shown=f"{len(self._shown):,}", all=f"{len(self._rows):,}", wrong=f"{self._shown.wrong:,}"))
        if current is not None:
            self.mark(current)
        self.listed.emit()

    # moving

    def mark(self, path: Path) -> bool:
        """Make ``path`` the current row without telling listeners; return whether it is listed."""
        place = self._place(path)
        row = -1 if place is None else int(self._row_at[place])
        index = self._model.index(row, 0) if row >= 0 else QModelIndex()
        selection = self._view.selectionModel()
        selection.currentChanged.disconnect(self._on_current)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.currentChanged.connect(self._on_current)
        if index.isValid():
            self._sought = QPersistentModelIndex(index)
            self._view.scrollTo(index)
        return index.isValid()

    def _on_range(self) -> None:
        """Go on to the row that was marked while rows were still being laid out."""
        if self._sought.isValid():
            index = self._model.index(self._sought.row(), 0)
            self._view.scrollTo(index)
            if self._view.viewport().rect().contains(self._view.visualRect(index).center()):
                self._sought = QPersistentModelIndex()

    def step(self, by: int) -> None:
        """Move to the next or an earlier image."""
        row = self._view.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self._view.setCurrentIndex(self._model.index(row, 0))

    def choose_first(self) -> None:
        """Move to the first image, when there is one."""
        if len(self._shown):
            self._view.selectionModel().clear()
            self._view.setCurrentIndex(self._model.index(0, 0))

    def _on_current(self, index: QModelIndex) -> None:
        path = self._model.path(index)
        if path is not None:
            self.image_chosen.emit(path)

    def take_focus(self) -> None:
        """Let the arrow keys go through the list."""
        self._view.setFocus()

    def close_threads(self) -> None:
        """End the decoding threads; they start again when pictures are wanted."""
        self._model.close()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """End the decoding threads while nobody looks."""
        self.close_threads()
        super().hideEvent(event)
