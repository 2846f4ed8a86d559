"""Lets the user draw a rectangle on the screen and gives its pixels."""

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QScreen
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.inspector.image_input import to_pixels
from cnnstudio.ui.theme import theme

_VEIL = QColor(0, 0, 0, 110)
_LEAST_PX = 8


class ScreenRegion(QWidget):
    """A picture of one screen over all of it, darkened but for the rectangle that is drawn; Escape gives up."""

    chosen = Signal(object)
    """Pixels (H, W, 3) uint8 of the rectangle."""
    given_up = Signal()

    def __init__(self, picture: QPixmap, geometry: QRect) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("screen_region")
        self.setAccessibleName(self.tr("Draw a rectangle around what to look at; Escape gives up"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setGeometry(geometry)
        self._picture = picture
        self._from: QPoint | None = None
        self._region = QRect()
        self._is_done = False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the screen, the veil, the rectangle and what to do."""
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._picture)
        painter.fillRect(self.rect(), _VEIL)
        if not self._region.isEmpty():
            painter.drawPixmap(QRectF(self._region), self._picture, QRectF(self._on_picture(self._region)))
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRect(self._region)
        else:
            painter.setPen(Qt.GlobalColor.white)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter,
                             self.tr("Draw a rectangle around what the network is to look at. Escape gives up."))

    def _on_picture(self, region: QRect) -> QRect:
        """Return a rectangle of the widget in pixels of the picture, which has more on a fine screen."""
        across, down = self._picture.width() / self.width(), self._picture.height() / self.height()
        return QRectF(region.x() * across, region.y() * down, region.width() * across, region.height() * down).toRect()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin the rectangle."""
        self._from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Draw it."""
        if self._from is not None:
            start, end = self._from, event.position().toPoint()
            low = QPoint(min(start.x(), end.x()), min(start.y(), end.y()))
            self._region = QRect(low, QPoint(max(start.x(), end.x()), max(start.y(), end.y()))) & self.rect()
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Give its pixels; a mere click draws nothing."""
        self._from = None
        if min(self._region.width(), self._region.height()) < _LEAST_PX:
            self._region = QRect()
            self.update()
            return
        pixels = np.ascontiguousarray(to_pixels(self._picture.copy(self._on_picture(self._region)).toImage()))
        self._end()
        self.chosen.emit(pixels)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self._end()
            self.given_up.emit()

    def _end(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.close()


def screen_region(widget: QWidget) -> ScreenRegion | None:
    """Return the picture of the screen ``widget`` is on, to be shown; None where the system gives none (Wayland)."""
    screen: QScreen = widget.screen() or QGuiApplication.primaryScreen()
    picture = screen.grabWindow(0)
    picture.setDevicePixelRatio(1)
    return None if picture.isNull() else ScreenRegion(picture, screen.geometry())
