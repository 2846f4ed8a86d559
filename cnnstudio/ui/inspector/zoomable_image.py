"""One image at full size that is zoomed and moved without distortion, and can follow another one."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.images import to_pixmap
from cnnstudio.ui.theme import theme

ZOOM_STEP = 1.25
ZOOM_LIMIT = 32.0
CRISP_FROM = 3.0
"""Screen pixels an image pixel from which its edges are shown sharp, so that a 28 x 28 digit is not a blur."""


class ZoomableImage(QWidget):
    """Keys: + and - zoom, 0 fits, Left and Right ask for the neighbour image."""

    neighbour_requested = Signal(int)
    place_changed = Signal(float, QPointF)
    """Zoom, and how far the middle was moved in widths and heights of the whole image as it fits."""
    pointed = Signal(object)
    """The place under the pointer as a `QPointF` of shares of the image, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.setMouseTracking(True)
        self._pixmap: QPixmap | None = None
        self._zoom = 1.0
        self._offset = QPointF()
        """In widths and heights of the fitting image."""
        self._drag_from: QPointF | None = None
        theme().changed.connect(self.update)

    def set_image(self, pixels: np.ndarray | None) -> None:
        """Show ``pixels`` (H, W, 3) uint8; None shows nothing.

        The zoom stays when the new image is as large as the last one, so that the same place can be compared.
        """
        size = None if self._pixmap is None else self._pixmap.size()
        self._pixmap = None if pixels is None else to_pixmap(pixels)
        if self._pixmap is None or size != self._pixmap.size():
            self.fit()
        self.update()

    # zoom

    def fit(self) -> None:
        """Show the whole image in the middle."""
        self.set_place(1.0, QPointF())
        self.place_changed.emit(self._zoom, self._offset)

    def set_place(self, zoom: float, offset: QPointF) -> None:
        """Follow another image's `place_changed`."""
        self._zoom, self._offset = zoom, offset
        self.update()

    @property
    def zoom(self) -> float:
        """1 where the whole image fits."""
        return self._zoom

    @property
    def offset(self) -> QPointF:
        """How far the middle was moved, as in `place_changed`."""
        return self._offset

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom, keeping the point ``about`` (widget coordinates; default the middle) where it is."""
        center = QPointF(self.width() / 2, self.height() / 2)
        away = (about or center) - center
        fitting = self._fitting()
        wanted = min(max(self._zoom * factor, 1.0), ZOOM_LIMIT)
        ratio = wanted / self._zoom
        held = QPointF(away.x() / max(1.0, fitting.width()), away.y() / max(1.0, fitting.height()))
        self.set_place(wanted, held * (1 - ratio) + self._offset * ratio if wanted > 1 else QPointF())
        self.place_changed.emit(self._zoom, self._offset)

    def _fitting(self) -> QSizeF:
        if self._pixmap is None:
            return QSizeF()
        room = QSizeF(max(1, self.width() - 16), max(1, self.height() - 16))
        return QSizeF(self._pixmap.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)

    def image_rectangle(self) -> QRectF:
        """Return where the image lies in the widget; its proportions are those of the image."""
        fitting = self._fitting()
        if fitting.isEmpty():
            return QRectF()
        shown = fitting * self._zoom
        x = self.width() / 2 + self._offset.x() * fitting.width()
        y = self.height() / 2 + self._offset.y() * fitting.height()
        return QRectF(x - shown.width() / 2, y - shown.height() / 2, shown.width(), shown.height())

    def share_at(self, point: QPointF) -> QPointF | None:
        """Return the place of a point of the widget as shares of the image; None outside of it."""
        area = self.image_rectangle()
        if area.isEmpty() or not area.contains(point):
            return None
        return QPointF((point.x() - area.x()) / area.width(), (point.y() - area.y()) / area.height())

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the image and the focus ring."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("window"))
        if self._pixmap is not None:
            self.paint_image(painter, self.image_rectangle(), self._pixmap)
        if self.hasFocus():
            painter.setPen(theme().color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def paint_image(self, painter: QPainter, target: QRectF, pixmap: QPixmap) -> None:
        """Paint the image into ``target``; heirs paint what lies over it too."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, target.width() < CRISP_FROM * pixmap.width())
        painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Zoom and neighbour keys."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.neighbour_requested.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Zoom about the pointer."""
        steps = event.angleDelta().y() / 120
        if steps and self._pixmap is not None:
            self.zoom_by(ZOOM_STEP ** steps, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to move a zoomed image."""
        self._drag_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move a zoomed image, and tell what the pointer is over."""
        if self._drag_from is not None and self._zoom > 1:
            moved, fitting = event.position() - self._drag_from, self._fitting()
            self._drag_from = event.position()
            self.set_place(self._zoom, self._offset + QPointF(
                moved.x() / max(1.0, fitting.width()), moved.y() / max(1.0, fitting.height())))
            self.place_changed.emit(self._zoom, self._offset)
        self.pointed.emit(self.share_at(event.position()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """End the move."""
        self._drag_from = None

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Nothing is pointed at any more."""
        self.pointed.emit(None)
        super().leaveEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Fit."""
        self.fit()
