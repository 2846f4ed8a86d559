"""Many small maps in a grid that draws only those on the screen: 2,048 channels scroll as smoothly as 16."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnnstudio.ui.cards import described, plain_tip
from cnnstudio.ui.inspector.value_scale import ValueScale
from cnnstudio.ui.theme import CAPTION_PX, font, theme

_KEPT_PICTURES = 600
_LONGEST_PX = 96
_CAPTION_PX = 16

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, eq=False)
class Tiles:
    """What a `TileView` shows.

    Attributes
    ----------
    maps : (n, h, w)
    order : places in ``maps``, in the order they are shown
    scale : of a place
    caption, tip : of a place
    dim : places whose caption is struck as dead
    pictures : drawn in place of the colours, by place; for kernels in colour
    """

    maps: np.ndarray
    order: Sequence[int]
    scale: Callable[[int], ValueScale]
    caption: Callable[[int], str]
    tip: Callable[[int], str]
    dim: frozenset[int] = frozenset()


NO_TILES = Tiles(np.zeros((0, 1, 1), np.float32), (), lambda _: ValueScale(0, 1, is_signed=False), str, str)


class TileModel(QAbstractListModel):
    """Makes the picture of a tile when it is first painted and keeps the newest ones."""

    PlaceRole = int(Qt.ItemDataRole.UserRole) + 1
    DimRole = PlaceRole + 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = NO_TILES
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self.drawn = 0
        """How many pictures were made, for tests."""
        theme().changed.connect(self.forget)

    def set_tiles(self, tiles: Tiles) -> None:
        """Show ``tiles``."""
        self.beginResetModel()
        self.tiles = tiles
        self.forget()
        self.endResetModel()

    def forget(self) -> None:
        """Make the pictures anew."""
        self._pictures.clear()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Tiles."""
        return 0 if parent.isValid() else len(self.tiles.order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Caption, picture, spoken text, place."""
        place = int(self.tiles.order[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tiles.caption(place)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(place)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.tiles.tip(place))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tiles.tip(place)
        return {self.PlaceRole: place, self.DimRole: place in self.tiles.dim}.get(int(role))

    def _picture(self, place: int) -> QPixmap:
        if place not in self._pictures:
            self._pictures[place] = self._draw(place)
            self.drawn += 1
            while len(self._pictures) > _KEPT_PICTURES:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(place)
        return self._pictures[place]

    def _draw(self, place: int) -> QPixmap:
        values, scale = self.tiles.maps[place], self.tiles.scale(place)
        step = max(1, max(values.shape) // _LONGEST_PX)
        return QPixmap.fromImage(scale.image(values[::step, ::step]))


class TileDelegate(QStyledItemDelegate):
    """Paints a map with sharp cells and its caption below."""

    def __init__(self, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side_px = side_px

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Give every tile the same room."""
        return QSize(self._side_px + 8, self._side_px + _CAPTION_PX + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one tile."""
        pixmap: QPixmap = index.data(Qt.ItemDataRole.DecorationRole)
        box = QRect(option.rect.x() + 4, option.rect.y() + 3, self._side_px, self._side_px)
        size = pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(box.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawPixmap(target, pixmap)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(theme().color("accent" if chosen else "line"))
        for grown in range(2 if chosen else 1):
            painter.drawRect(target.adjusted(-grown, -grown, grown - 1, grown - 1))
        self._paint_caption(painter, QRect(box.x(), box.bottom() + 2, self._side_px, _CAPTION_PX), index, chosen=chosen)
        painter.restore()

    @staticmethod
    def _paint_caption(painter: QPainter, box: QRect, index: Index, *, chosen: bool) -> None:
        painter.setFont(font(CAPTION_PX, 600 if chosen else 400))
        dim = bool(index.data(TileModel.DimRole))
        painter.setPen(theme().color("warning" if dim else "text" if chosen else "quiet"))
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class TileView(QListView):
    """A grid of tiles; choosing one tells its place."""

    place_chosen = Signal(int)

    def __init__(self, name: str, title: str, side_px: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, name, title)
        self._model = TileModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TileDelegate(side_px, self))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setProperty("bare", True)
        self.selectionModel().currentChanged.connect(self._on_current)
        theme().changed.connect(self.viewport().update)

    @property
    def tiles(self) -> Tiles:
        """What is shown."""
        return self._model.tiles

    @property
    def pictures_drawn(self) -> int:
        """How many tiles were ever drawn."""
        return self._model.drawn

    def show_tiles(self, tiles: Tiles, chosen: int = -1) -> None:
        """Show ``tiles`` and mark the one at place ``chosen`` without telling of it."""
        self._model.set_tiles(tiles)
        row = next((row for row, place in enumerate(tiles.order) if place == chosen), -1)
        self.mark(row)

    def mark(self, row: int) -> None:
        """Mark a row without telling of it."""
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.place_chosen.emit(int(current.data(TileModel.PlaceRole)))
