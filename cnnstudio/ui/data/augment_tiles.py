"""The tiles of the augmentation strip."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from cnnstudio.ui.cards import label, plain_tip
from cnnstudio.ui.images import fitted
from cnnstudio.ui.theme import theme

COUNT = 8
_COLUMNS = 4
_GAP_PX = 6
_LARGE_PX = 360
_LARGE_GAP_PX = 24


class AugmentTiles(QWidget):
    """Pictures in two rows of four squares; a mixed one says its shares in its tool tip, and grows while it is held."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.images: tuple[QImage, ...] = ()
        self.captions: tuple[str, ...] = ()
        self._scaled: dict[tuple[int, int], QImage] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setObjectName("augmented_images")
        self._large: _Large | None = None
        theme().changed.connect(self.update)

    def set_images(self, images: tuple[QImage, ...], captions: tuple[str, ...]) -> None:
        """Show up to `COUNT` images, each with its caption or an empty one."""
        self.images, self.captions = images, captions
        self._scaled.clear()
        self.update()

    def _side(self, width: int) -> int:
        return (width - _GAP_PX * (_COLUMNS - 1)) // _COLUMNS

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return true: the tiles are squares."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of two rows."""
        return 2 * self._side(width) + _GAP_PX

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size for a panel of 300 pixels."""
        return QSize(280, self.heightForWidth(280))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the tiles; empty places are grounds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in range(COUNT):
            tile = self._tile(number)
            painter.fillRect(tile, theme().color("hover"))
            if number < len(self.images):
                self._paint_image(painter, tile, number)
        painter.end()

    def _paint_image(self, painter: QPainter, tile: QRect, number: int) -> None:
        ratio = self.devicePixelRatioF()
        image = self._fitted(number, round(tile.width() * ratio))
        place = QRect(0, 0, round(image.width() / ratio), round(image.height() / ratio))
        place.moveCenter(tile.center())
        painter.drawImage(place, image)
        if self._caption(number):  # a small sign that this one is two
            painter.fillRect(QRect(place.left(), place.bottom() - 2, place.width(), 3), theme().color("accent"))

    def _tile(self, number: int) -> QRect:
        side = self._side(self.width())
        row, column = divmod(number, _COLUMNS)
        return QRect(column * (side + _GAP_PX), row * (side + _GAP_PX), side, side)

    def _caption(self, number: int) -> str:
        return self.captions[number] if number < len(self.captions) else ""

    def _number_at(self, place: QPoint) -> int | None:
        return next((number for number in range(len(self.images)) if self._tile(number).contains(place)), None)

    def event(self, event: QEvent) -> bool:
        """Say what a mixed image shows, and how to see it large."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._number_at(event.pos())
            text = "" if number is None else self._caption(number) or self.tr("Hold the mouse button to enlarge")
            QToolTip.showText(event.globalPos(), plain_tip(text), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Enlarge the picture under the mouse."""
        number = self._number_at(event.position().toPoint())
        if number is not None and event.button() == Qt.MouseButton.LeftButton:
            self.enlarge(number)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Take the large picture away."""
        if self._large is not None:
            self._large.hide()
            self._large.deleteLater()
            self._large = None

    def enlarge(self, number: int) -> QWidget:
        """Show one picture large, with its caption, beside the tiles; return what shows it."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap.fromImage(fitted(self.images[number], round(_LARGE_PX * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        self._large = _Large(pixmap, self._caption(number), self.window())
        place = self.mapTo(self.window(), QPoint(-self._large.width() - _LARGE_GAP_PX, 0))
        self._large.move(max(0, place.x()), place.y())
        self._large.show()
        return self._large

    def _fitted(self, number: int, side: int) -> QImage:
        if (number, side) not in self._scaled:
            self._scaled[number, side] = fitted(self.images[number], side)
        return self._scaled[number, side]


class _Large(QFrame):
    """One picture with its caption, over everything else in the window."""

    def __init__(self, pixmap: QPixmap, caption: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("augment_large")
        self.setProperty("card", True)
        picture = QLabel(self)
        picture.setPixmap(pixmap)
        column = QVBoxLayout(self)
        column.addWidget(picture)
        if caption:
            column.addWidget(label(caption, "quiet"))
        self.adjustSize()
        self.raise_()
