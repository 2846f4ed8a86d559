"""The first channels of the chosen layer as small grey pictures."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.theme import CAPTION_PX, font, theme

CHANNEL_LIMIT = 32
_MAP_PX = 64
_CAPTION_PX = 16

Index = QModelIndex | QPersistentModelIndex


def grey_pixmap(values: np.ndarray) -> QPixmap:
    """Return a (h, w) uint8 picture as a pixmap."""
    values = np.ascontiguousarray(values)
    height, width = values.shape
    return QPixmap.fromImage(QImage(values.data, width, height, width, QImage.Format.Format_Grayscale8).copy())


class ChannelModel(QAbstractListModel):
    """The channels on show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmaps: list[QPixmap] = []

    def set_maps(self, maps: Sequence[np.ndarray]) -> None:
        """Show the (h, w) uint8 ``maps``."""
        self.beginResetModel()
        self._pixmaps = [grey_pixmap(values) for values in maps]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Channels."""
        return 0 if parent.isValid() else len(self._pixmaps)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return number, picture and spoken text of a channel, counted from 1."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pixmaps[index.row()]
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.tr("Channel {number} of {shown} shown").format(
                number=index.row() + 1, shown=len(self._pixmaps))
        return None


class ChannelDelegate(QStyledItemDelegate):
    """Paints a map with sharp cells and its number below."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Give every map the same room."""
        return QSize(_MAP_PX + 8, _MAP_PX + _CAPTION_PX + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one channel."""
        pixmap: QPixmap = index.data(Qt.ItemDataRole.DecorationRole)
        box = QRect(option.rect.x() + 4, option.rect.y() + 2, _MAP_PX, _MAP_PX)
        size = pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(box.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawPixmap(target, pixmap)
        chosen = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        painter.setPen(theme().color("accent" if chosen else "line"))
        painter.drawRect(target.adjusted(0, 0, -1, -1))
        painter.setFont(font(CAPTION_PX))
        painter.setPen(theme().color("quiet"))
        caption = QRect(box.x(), box.bottom() + 1, _MAP_PX, _CAPTION_PX)
        painter.drawText(caption, Qt.AlignmentFlag.AlignCenter, index.data())
        painter.restore()


class FeatureMapsView(QWidget):
    """A heading that names the layer, over a grid of its channels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = label(self.tr("Feature maps"), "subheading", name="feature_maps_heading")
        self._heading.setMinimumWidth(60)
        self._model = ChannelModel(self)
        self._list = self._make_list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._heading)
        column.addWidget(self._list, 1)

    def _make_list(self) -> QListView:
        view = described(
            QListView(), "feature_maps", self.tr("Feature maps of the chosen layer"),
            self.tr("What each channel of the layer answers to this image; bright is strong."))
        view.setModel(self._model)
        view.setItemDelegate(ChannelDelegate(view))
        view.setViewMode(QListView.ViewMode.IconMode)
        view.setMovement(QListView.Movement.Static)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setUniformItemSizes(True)
        view.setSpacing(0)
        view.setProperty("bare", True)
        theme().changed.connect(view.viewport().update)
        return view

    def show_maps(self, layer_text: str, maps: Sequence[np.ndarray], channels: int) -> None:
        """Show ``maps`` (the first of ``channels``) under the name of their layer."""
        self._model.set_maps(maps)
        some, everything = self.tr("first {shown} of {channels} channels"), self.tr("{channels} channels")
        shown = some if len(maps) < channels else everything
        self._heading.setText(self.tr("Feature maps of {layer}: {shown}").format(
            layer=layer_text, shown=shown.format(shown=len(maps), channels=f"{channels:,}")))

    def clear(self) -> None:
        """Show nothing."""
        self._model.set_maps(())
        self._heading.setText(self.tr("Feature maps"))

    @property
    def count(self) -> int:
        """Maps on show."""
        return self._model.rowCount()
