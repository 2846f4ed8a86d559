"""Small pictures of maps side by side, each with its name and what must be known of it; a click picks one."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnnstudio.ui.cards import described, plain_tip
from cnnstudio.ui.theme import CAPTION_PX, font, theme

TILE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_LINE_PX = 15
_MARGIN_PX = 4

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, eq=False)
class Tile:
    """One picture.

    Attributes
    ----------
    key : what a click asks for
    title, caption : two lines below it
    badge : one or two words over it, such as *class-agnostic*
    pixmap : None while it is worked out
    help : the tool tip and what is spoken besides the lines
    """

    key: Hashable
    title: str
    caption: str = ""
    badge: str = ""
    pixmap: QPixmap | None = None
    help: str = ""


class TileModel(QAbstractListModel):
    """The tiles on show; setting one of them repaints that one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []
        self.chosen: Hashable = None
        self._places: dict[Hashable, int] = {}

    def set_tiles(self, tiles: Iterable[Tile]) -> None:
        """Show ``tiles``."""
        self.beginResetModel()
        self.tiles = list(tiles)
        self._places = {tile.key: place for place, tile in enumerate(self.tiles)}
        self.endResetModel()

    def change(self, key: Hashable, **values: object) -> None:
        """Change some of a tile; one that is not on show is left alone."""
        place = self._places.get(key)
        if place is not None:
            self.tiles[place] = replace(self.tiles[place], **values)  # type: ignore[arg-type]
            self.dataChanged.emit(self.index(place), self.index(place))

    def place(self, key: Hashable) -> int | None:
        """Return where a tile is."""
        return self._places.get(key)

    def tile(self, key: Hashable) -> Tile | None:
        """Return a tile; None where it is not on show."""
        place = self._places.get(key)
        return None if place is None else self.tiles[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Tiles."""
        return 0 if parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the tile, its title, and what is said of it."""
        tile = self.tiles[index.row()]
        if role == TILE_ROLE:
            return tile
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            text = ", ".join(filter(None, (tile.title, tile.caption, tile.badge)))
            text = "\n".join(filter(None, (text, tile.help)))
            return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text
        return None


class TileDelegate(QStyledItemDelegate):
    """Paints a picture with two lines below it and its badge over it."""

    def __init__(self, side_px: int, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.side_px, self._lines = side_px, lines
        self.height_px = side_px

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        """Give every tile the same room."""
        return QSize(self.side_px + 2 * _MARGIN_PX, self.height_px + self._lines * _LINE_PX + 2 * _MARGIN_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one tile."""
        tile: Tile = index.data(TILE_ROLE)
        model = index.model()
        is_chosen = isinstance(model, TileModel) and model.chosen == tile.key
        box = QRect(option.rect.x() + _MARGIN_PX, option.rect.y() + _MARGIN_PX, self.side_px, self.height_px)
        painter.save()
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme().color("hover"))
        target = self._paint_picture(painter, box, tile.pixmap)
        is_focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(theme().color("accent" if is_chosen else "text" if is_focused else "line"))
        for inset in range(2 if is_chosen else 1):
            painter.drawRect(target.adjusted(-inset, -inset, inset - 1, inset - 1))
        self._paint_words(painter, box, tile, is_chosen=is_chosen)
        painter.restore()

    @staticmethod
    def _paint_picture(painter: QPainter, box: QRect, pixmap: QPixmap | None) -> QRect:
        if pixmap is None:
            painter.fillRect(box, theme().color("hover"))
            return box
        size = pixmap.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, pixmap)
        return target

    def _paint_words(self, painter: QPainter, box: QRect, tile: Tile, *, is_chosen: bool) -> None:
        words = ((tile.title, "text"), (tile.caption, "quiet"))
        for line, (text, token) in enumerate(words[:self._lines]):
            painter.setFont(font(CAPTION_PX, weight=600 if is_chosen and not line else 400))
            painter.setPen(theme().color(token))
            row = QRect(box.x() - 2, box.bottom() + 2 + line * _LINE_PX, box.width() + 4, _LINE_PX)
            fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, row.width())
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, fitting)
        if tile.badge:
            self._paint_badge(painter, box, tile.badge)

    @staticmethod
    def _paint_badge(painter: QPainter, box: QRect, text: str) -> None:
        painter.setFont(font(CAPTION_PX))
        width = min(box.width() - 8, painter.fontMetrics().horizontalAdvance(text) + 10)
        pill = QRectF(box.x() + 4, box.y() + 4, width, 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().color("warning"))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(pill, 4, 4)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


class TileList(QListView):
    """Tiles in rows, or in one row; a click or Enter picks, in one row every step of the arrows too."""

    tile_chosen = Signal(object)
    """The key of a tile."""

    def __init__(self, name: str, accessible_name: str, tip: str, *, side_px: int, lines: int = 2,
                 is_row: bool = False) -> None:
        super().__init__()
        described(self, name, accessible_name, tip)
        self.tiles = TileModel(self)
        self.setModel(self.tiles)
        self.delegate = TileDelegate(side_px, lines, self)
        self.setItemDelegate(self.delegate)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setProperty("bare", True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._row_extra = lines * _LINE_PX + 2 * _MARGIN_PX + 14 if is_row else 0
        if is_row:
            self.setWrapping(False)
            self.setFlow(QListView.Flow.LeftToRight)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedHeight(side_px + self._row_extra)
            self.selectionModel().currentChanged.connect(self._pick)
        self.clicked.connect(self._pick)
        theme().changed.connect(self.viewport().update)

    def set_proportions(self, width: int, height: int) -> None:
        """Give pictures of a wide image no more height than they need."""
        self.delegate.height_px = round(self.delegate.side_px * min(1.0, max(0.5, height / max(1, width))))
        if self._row_extra:
            self.setFixedHeight(self.delegate.height_px + self._row_extra)
        self.doItemsLayout()
        self.show_chosen(self.tiles.chosen)

    def show_chosen(self, key: Hashable) -> None:
        """Mark the tile that is looked at, and bring it into view."""
        self.tiles.chosen = key
        place = self.tiles.place(key)
        if place is not None:
            index, selection = self.tiles.index(place), self.selectionModel()
            if index != self.currentIndex():
                selection.blockSignals(True)
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                selection.blockSignals(False)
            self.scrollTo(index)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter picks the current tile."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _pick(self, index: QModelIndex) -> None:
        tile = index.data(TILE_ROLE)
        if isinstance(tile, Tile):
            self.tile_chosen.emit(tile.key)
