"""The image at full size with its heatmap over it; hold Space to see the original, zoom and pan without distortion."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.images import to_pixmap
from cnnstudio.ui.theme import theme

ZOOM_STEP = 1.25
ZOOM_LIMIT = 32.0
CRISP_FROM = 3.0
"""Screen pixels an image pixel from which its edges are shown sharp, so that a 28 x 28 digit is not a blur."""
_HEAT_SIDE_LIMIT = 1024
_NOT_SEEN = 255
_VEIL = 0.5
"""How strongly parts the network never saw are covered, below the hatch."""


def heat_image(values: np.ndarray, colors: np.ndarray) -> QImage:
    """Return a heatmap as a coloured image whose unseen parts are transparent.

    Parameters
    ----------
    values : (H, W) float32 in [0, 1]; NaN where the network never saw the image
    colors : (n, 3) uint8, the colour map from 0 to 1
    """
    ramp = colors[np.rint(np.linspace(0, len(colors) - 1, _NOT_SEEN)).astype(np.intp)]
    step = max(1, -(-max(values.shape) // _HEAT_SIDE_LIMIT))
    small = values[::step, ::step]
    indices = np.where(np.isnan(small), _NOT_SEEN, np.nan_to_num(small) * (_NOT_SEEN - 1)).astype(np.uint8)
    indices = np.ascontiguousarray(indices)
    height, width = indices.shape
    image = QImage(indices.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable([QColor(*(int(part) for part in color)).rgba() for color in ramp] + [0])
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def seen_rectangle(values: np.ndarray) -> QRectF:
    """Return the part of the image the network saw, as shares of its width and height."""
    seen = ~np.isnan(values)
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    if not len(rows):
        return QRectF()
    height, width = values.shape
    return QRectF(columns[0] / width, rows[0] / height,
                  (columns[-1] + 1 - columns[0]) / width, (rows[-1] + 1 - rows[0]) / height)


class HeatmapView(QWidget):
    """Paints one image, its heatmap with an opacity, and a hatch over what the network never saw.

    Keys: Space (held) shows the original, + and - zoom, 0 fits, Left and Right ask for the neighbour image.
    """

    neighbour_requested = Signal(int)
    original_shown_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("heatmap_view")
        self.setAccessibleName(self.tr("Image with heatmap"))
        self.setToolTip(self.tr("Hold Space for the original. Wheel or + and - zoom, drag moves, 0 fits."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 160)
        self._pixmap: QPixmap | None = None
        self._heat: QImage | None = None
        self._values: np.ndarray | None = None
        self._seen = QRectF(0, 0, 1, 1)
        self._opacity = 0.5
        self._original_shown = False
        self._zoom = 1.0
        self._offset = QPointF()
        self._drag_from: QPointF | None = None
        theme().changed.connect(self.update)

    # what is shown

    def set_image(self, pixels: np.ndarray | None) -> None:
        """Show ``pixels`` (H, W, 3) uint8 without a heatmap; None shows nothing.

        The zoom stays when the new image is as large as the last one, so that the same place can be compared.
        """
        size = None if self._pixmap is None else self._pixmap.size()
        self._pixmap = None if pixels is None else to_pixmap(pixels)
        self.set_heatmap(None, None)
        if self._pixmap is None or size != self._pixmap.size():
            self.fit()

    def set_heatmap(self, values: np.ndarray | None, colors: np.ndarray | None) -> None:
        """Lay a heatmap over the image, see `heat_image`; None takes it away."""
        self._values = values
        self._heat = None if values is None or colors is None else heat_image(values, colors)
        self._seen = QRectF(0, 0, 1, 1) if values is None else seen_rectangle(values)
        self.update()

    def set_colors(self, colors: np.ndarray) -> None:
        """Change the colour map of the heatmap that is shown."""
        self.set_heatmap(self._values, colors)

    def set_opacity(self, opacity: float) -> None:
        """Set how strongly the heatmap covers the image, 0 to 1."""
        self._opacity = opacity
        self.update()

    def set_original_shown(self, shown: bool) -> None:
        """Hide the heatmap while ``shown`` is true."""
        if shown != self._original_shown:
            self._original_shown = shown
            self.original_shown_changed.emit(shown)
            self.update()

    @property
    def is_original_shown(self) -> bool:
        """Whether the heatmap is hidden just now."""
        return self._original_shown

    @property
    def has_heatmap(self) -> bool:
        """Whether there is a heatmap to show."""
        return self._heat is not None

    # zoom

    def fit(self) -> None:
        """Show the whole image in the middle."""
        self._zoom, self._offset = 1.0, QPointF()
        self.update()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom, keeping the point ``about`` (widget coordinates; default the middle) where it is."""
        center = QPointF(self.width() / 2, self.height() / 2)
        about = about or center
        wanted = min(max(self._zoom * factor, 1.0), ZOOM_LIMIT)
        ratio = wanted / self._zoom
        self._zoom = wanted
        self._offset = (about - center) * (1 - ratio) + self._offset * ratio if wanted > 1 else QPointF()
        self.update()

    def image_rectangle(self) -> QRectF:
        """Return where the image lies in the widget; its proportions are those of the image."""
        if self._pixmap is None:
            return QRectF()
        size = QSizeF(self._pixmap.size())
        room = QSizeF(max(1, self.width() - 16), max(1, self.height() - 16))
        shown = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio) * self._zoom
        center = QPointF(self.width() / 2, self.height() / 2) + self._offset
        return QRectF(center.x() - shown.width() / 2, center.y() - shown.height() / 2, shown.width(), shown.height())

    # events

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint image, heatmap, hatch and the focus ring."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("window"))
        if self._pixmap is not None:
            self._paint_layers(painter, self.image_rectangle(), self._pixmap)
        if self.hasFocus():
            painter.setPen(theme().color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_layers(self, painter: QPainter, target: QRectF, pixmap: QPixmap) -> None:
        smooth = QPainter.RenderHint.SmoothPixmapTransform
        painter.setRenderHint(smooth, target.width() < CRISP_FROM * pixmap.width())
        painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
        if self._heat is None or self._original_shown:
            return
        painter.setRenderHint(smooth, True)
        painter.setOpacity(self._opacity)
        painter.drawImage(target, self._heat, QRectF(self._heat.rect()))
        painter.setOpacity(1.0)
        self._paint_hatch(painter, target)

    def _paint_hatch(self, painter: QPainter, target: QRectF) -> None:
        seen = QRectF(target.x() + self._seen.x() * target.width(), target.y() + self._seen.y() * target.height(),
                      self._seen.width() * target.width(), self._seen.height() * target.height())
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(target)
        inside.addRect(seen)
        unseen = outside.subtracted(inside)
        veil = theme().color("window")
        veil.setAlphaF(_VEIL)
        painter.fillPath(unseen, veil)
        painter.fillPath(unseen, QBrush(theme().color("quiet"), Qt.BrushStyle.BDiagPattern))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space, zoom and neighbour keys."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space:
            self.set_original_shown(True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / ZOOM_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.neighbour_requested.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Bring the heatmap back when Space is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.set_original_shown(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Bring the heatmap back: the key may be let go elsewhere."""
        self.set_original_shown(False)
        super().focusOutEvent(event)

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
        """Move a zoomed image."""
        if self._drag_from is not None and self._zoom > 1:
            self._offset += event.position() - self._drag_from
            self._drag_from = event.position()
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """End the move."""
        self._drag_from = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        """Fit."""
        self.fit()
