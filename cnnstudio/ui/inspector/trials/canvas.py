"""What the network is given of an image, to be marked with a brush or a lasso, or to lay a patch on."""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from cnnstudio.explain.trials.areas import lasso, stroke
from cnnstudio.ui.images import to_pixmap
from cnnstudio.ui.inspector.zoomable_image import ZoomableImage
from cnnstudio.ui.theme import theme

if TYPE_CHECKING:
    from cnnstudio.explain.trials.edits import Patch

_VEIL = 0.45
_STEP = 1.0
"""Pixels of the input an arrow key moves the brush by."""


class Tool(Enum):
    """What the mouse does."""

    BRUSH = "brush"
    LASSO = "lasso"
    PASTE = "paste"


class TrialCanvas(ZoomableImage):
    """Shows the input's pixels; the mouse marks an area or lays down the patch.

    Keys: the arrows move the brush or the patch, Space marks or lays it down there; + and - zoom, 0 fits.
    """

    marking = Signal(object)
    """The area marked so far, (h, w), while the button is held."""
    marked = Signal(object)
    """The whole area, when the button is let go."""
    placed = Signal(int, int)
    """Top and left of the patch, in pixels of the input."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trial_canvas")
        self.setAccessibleName(self.tr("Image as the network is given it, to be changed"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.tool, self.diameter = Tool.BRUSH, 8.0
        self._size = (0, 0)
        self._points: list[tuple[float, float]] = []
        self._at: tuple[float, float] | None = None
        self._patch: Patch | None = None
        self._patch_picture: QPixmap | None = None
        self._area: QImage | None = None

    def show_pixels(self, pixels: np.ndarray | None) -> None:
        """Show (h, w, C) uint8, or nothing."""
        self._size = (0, 0) if pixels is None else (pixels.shape[0], pixels.shape[1])
        self._area = None
        self.set_image(None if pixels is None else coloured(pixels))

    def show_area(self, mask: np.ndarray | None) -> None:
        """Veil an area (h, w) that is being marked; None shows none."""
        self._area = None if mask is None else _veil(mask)
        self.update()

    def set_patch(self, patch: "Patch | None") -> None:
        """Take what the paste tool lays down."""
        self._patch = patch
        self._patch_picture = None if patch is None else patch_pixmap(patch)
        self.update()

    def set_tool(self, tool: Tool) -> None:
        """Choose what the mouse does."""
        self.tool, self._points = tool, []
        self.update()

    # marking

    def _place(self, point: QPointF) -> tuple[float, float] | None:
        """Return a point of the widget in pixels of the input; also outside of the image."""
        area = self.image_rectangle()
        if area.isEmpty():
            return None
        height, width = self._size
        return ((point.x() - area.x()) / area.width() * width, (point.y() - area.y()) / area.height() * height)

    def _mask(self) -> np.ndarray:
        if self.tool is Tool.LASSO:
            return lasso(self._points, *self._size)
        return stroke(self._points, self.diameter, *self._size)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin to mark, or lay down the patch; the other buttons move a zoomed image."""
        place = self._place(event.position())
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            super().mousePressEvent(event)
        elif self.tool is Tool.PASTE:
            self._lay_down(place)
        else:
            self._points = [place]
            self._tell_marking()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Mark on, or show where the patch would lie."""
        self._at = self._place(event.position())
        if self._points and self._at is not None:
            self._points.append(self._at)
            self._tell_marking()
        else:
            super().mouseMoveEvent(event)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End the mark."""
        super().mouseReleaseEvent(event)
        self._end_mark()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Show no brush outside."""
        self._at = None
        self.update()
        super().leaveEvent(event)

    def _tell_marking(self) -> None:
        mask = self._mask()
        self.show_area(mask)
        if self.tool is Tool.BRUSH:
            self.marking.emit(mask)

    def _end_mark(self) -> None:
        if not self._points:
            return
        mask = self._mask()
        self._points = []
        self.show_area(None)
        if mask.any():
            self.marked.emit(mask)

    def _lay_down(self, place: tuple[float, float]) -> None:
        if self._patch is not None:
            self.placed.emit(*self._corner(self._patch, place))

    @staticmethod
    def _corner(patch: "Patch", place: tuple[float, float]) -> tuple[int, int]:
        """Return top and left of a patch whose middle is at a place (x, y)."""
        return round(place[1] - patch.mask.shape[0] / 2), round(place[0] - patch.mask.shape[1] / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Do all of it without a mouse."""
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        key = Qt.Key(event.key())
        if self._pixmap is None or (key not in steps and key != Qt.Key.Key_Space):
            super().keyPressEvent(event)
            return
        x, y = self._at or (self._size[1] / 2, self._size[0] / 2)
        if key in steps:
            far = 5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            x, y = (min(max(now + step * far * _STEP, 0.0), float(side)) for now, step, side in
                    zip((x, y), steps[key], (self._size[1], self._size[0]), strict=True))
            self._at = (x, y)
        elif self.tool is Tool.PASTE:
            self._lay_down((x, y))
        else:
            self._at, self._points = (x, y), [(x, y)]
            self._end_mark()
        self.update()

    # painting

    def paint_image(self, painter: QPainter, target: QRectF, pixmap: QPixmap) -> None:
        """Paint the image, the area that is being marked, and the brush or the patch under the pointer."""
        super().paint_image(painter, target, pixmap)
        if self._area is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(target, self._area, QRectF(self._area.rect()))
        if self.tool is Tool.LASSO and len(self._points) > 1:
            self._paint_lasso(painter, target)
        if self._at is not None:
            self._paint_pointer(painter, target, self._at)

    def _scale(self, target: QRectF) -> float:
        return target.width() / max(1, self._size[1])

    def _paint_lasso(self, painter: QPainter, target: QRectF) -> None:
        scale = self._scale(target)
        line = QPolygonF([target.topLeft() + QPointF(x, y) * scale for x, y in self._points])
        painter.setPen(QPen(theme().color("accent"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)

    def _paint_pointer(self, painter: QPainter, target: QRectF, at: tuple[float, float]) -> None:
        scale = self._scale(target)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.tool is Tool.PASTE and self._patch is not None and self._patch_picture is not None:
            top, left = self._corner(self._patch, at)
            size = QPointF(self._patch_picture.width(), self._patch_picture.height()) * scale
            corner = target.topLeft() + QPointF(left, top) * scale
            area = QRectF(corner, corner + size)
            painter.setOpacity(0.8)
            painter.drawPixmap(area, self._patch_picture, QRectF(self._patch_picture.rect()))
            painter.setOpacity(1)
            _outline(painter, lambda: painter.drawRect(area))
        elif self.tool is Tool.BRUSH:
            middle, radius = target.topLeft() + QPointF(*at) * scale, self.diameter / 2 * scale
            _outline(painter, lambda: painter.drawEllipse(middle, radius, radius))


def _outline(painter: QPainter, draw: Callable[[], None]) -> None:
    """Draw dark under light, so that it can be seen on every image."""
    for colour, width in ((Qt.GlobalColor.black, 3), (Qt.GlobalColor.white, 1)):
        painter.setPen(QPen(colour, width))
        draw()


def coloured(pixels: np.ndarray) -> np.ndarray:
    """Return (h, w, 1) or (h, w, 3) pixels as (h, w, 3)."""
    return pixels if pixels.shape[2] == 3 else np.repeat(pixels, 3, axis=2)


def _veil(mask: np.ndarray) -> QImage:
    """Return an image as large as ``mask`` that covers its area with the accent colour."""
    colour = theme().color("accent")
    colour.setAlphaF(_VEIL)
    indices = np.ascontiguousarray(mask.astype(np.uint8))
    height, width = indices.shape
    image = QImage(indices.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable([0, colour.rgba()])
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def patch_pixmap(patch: "Patch") -> QPixmap:
    """Return a picture of a patch, transparent where it is not."""
    picture = to_pixmap(coloured(patch.pixels))
    alpha = np.ascontiguousarray(np.where(patch.mask, 255, 0).astype(np.uint8))
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    height, width = alpha.shape
    image.setAlphaChannel(QImage(alpha.data, width, height, width, QImage.Format.Format_Alpha8))
    return QPixmap.fromImage(image)
