"""The image with its map over it: hold Space for the original, drag the divider, point at a cell."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from cnnstudio.explain.color_maps import seen_with
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.inspector.image_input import to_pixels
from cnnstudio.ui.inspector.zoomable_image import ZoomableImage
from cnnstudio.ui.theme import theme

_VEIL = 0.5
"""How strongly parts the network never saw are covered, below the hatch."""
_GRIP_PX = 8
"""So near to the divider the pointer takes hold of it."""
_WIPE_STEP = 0.05
_STEPS = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}


@dataclass(frozen=True, slots=True)
class Outline:
    """A rectangle that is pointed out, in shares of the image."""

    area: QRectF
    is_dashed: bool = False


class HeatmapView(ZoomableImage):
    """Paints a map's picture with an opacity, a hatch over what the network never saw, and outlines.

    Keys: Space (held) shows the original; with the divider on, Shift with Left and Right moves it; Ctrl with an arrow
    goes from cell to cell.
    """

    original_shown_changed = Signal(bool)
    wipe_moved = Signal(float)
    cell_step_requested = Signal(int, int)
    """Rows and columns to move the probe by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("heatmap_view")
        self.setAccessibleName(self.tr("Image with heatmap"))
        self.setToolTip(self.tr("Hold Space for the original. Wheel or + and - zoom, drag moves, 0 fits. "
                                "Point at a place, or press Ctrl and an arrow, for its numbers."))
        self._heat: QImage | None = None
        self._is_smooth = True
        self._seen = QRectF(0, 0, 1, 1)
        self._opacity = 0.5
        self._vision = "usual"
        self._original_shown = False
        self._wipe: float | None = None
        self._is_wiping = False
        self._outlines: tuple[Outline, ...] = ()
        self._mark: QPointF | None = None
        self._region: QRectF | None = None

    # what is shown

    def set_image(self, pixels: np.ndarray | None) -> None:
        """Show ``pixels`` (H, W, 3) uint8 without a map; None shows nothing."""
        self.set_heat(None)
        super().set_image(pixels)

    def set_heat(self, heat: QImage | None, seen: QRectF | None = None, *, is_smooth: bool = True) -> None:
        """Lay a map's picture over the image; None takes it away.

        Parameters
        ----------
        seen : the part the network saw, in shares of the image; all of it when None
        is_smooth : False keeps the edges of cells sharp
        """
        self._heat, self._is_smooth = heat, is_smooth
        self._seen = QRectF(0, 0, 1, 1) if seen is None else seen
        self.update()

    def set_look(self, opacity: float, vision: str) -> None:
        """Set how strongly the map covers the image, 0 to 1, and a name of `VISIONS`."""
        self._opacity, self._vision = opacity, vision
        self.update()

    def set_wipe(self, share: float | None) -> None:
        """Show the map right of a divider at this share of the width only; None shows all of it."""
        self._wipe = None if share is None else min(max(share, 0.0), 1.0)
        self.update()

    @property
    def wipe(self) -> float | None:
        """Where the divider is, as a share of the width."""
        return self._wipe

    def set_outlines(self, outlines: Sequence[Outline]) -> None:
        """Point out places."""
        if self._outlines or outlines:
            self._outlines = tuple(outlines)
            self.update()

    def set_mark(self, place: QPointF | None) -> None:
        """Mark a place (shares of the image) that is pointed at in the other image."""
        if self._mark is not None or place is not None:
            self._mark = place
            self.update()

    def set_region(self, region: QRectF | None) -> None:
        """Mark a region (shares of the image) for as long as evidence is counted in it."""
        if region != self._region:
            self._region = region
            self.update()

    def set_original_shown(self, shown: bool) -> None:
        """Hide the map while ``shown`` is true."""
        if shown != self._original_shown:
            self._original_shown = shown
            self.original_shown_changed.emit(shown)
            self.update()

    @property
    def is_original_shown(self) -> bool:
        """Whether the map is hidden just now."""
        return self._original_shown

    @property
    def has_heatmap(self) -> bool:
        """Whether there is a map to show."""
        return self._heat is not None

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint; with another colour vision the finished picture is changed."""
        if self._vision == "usual":
            super().paintEvent(event)
            return
        canvas = QPixmap(self.size())
        painter = QPainter(canvas)
        painter.fillRect(self.rect(), theme().color("window"))
        if self._pixmap is not None:
            self.paint_image(painter, self.image_rectangle(), self._pixmap)
        painter.end()
        QPainter(self).drawImage(0, 0, to_qimage(seen_with(to_pixels(canvas.toImage()), self._vision)))

    def paint_image(self, painter: QPainter, target: QRectF, pixmap: QPixmap) -> None:
        """Paint the image, the map, the hatch, the divider and the outlines."""
        super().paint_image(painter, target, pixmap)
        if self._heat is None or self._original_shown:
            return
        painter.save()
        if self._wipe is not None:
            painter.setClipRect(target.adjusted(self._wipe * target.width(), 0, 0, 0))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_smooth)
        painter.setOpacity(self._opacity)
        painter.drawImage(target, self._heat, QRectF(self._heat.rect()))
        painter.restore()
        self._paint_hatch(painter, target)
        self._paint_marks(painter, target)

    def _paint_hatch(self, painter: QPainter, target: QRectF) -> None:
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(target)
        inside.addRect(_within(target, self._seen))
        unseen = outside.subtracted(inside)
        veil = theme().color("window")
        veil.setAlphaF(_VEIL)
        painter.fillPath(unseen, veil)
        painter.fillPath(unseen, QBrush(theme().color("quiet"), Qt.BrushStyle.BDiagPattern))

    def _paint_marks(self, painter: QPainter, target: QRectF) -> None:
        if self._wipe is not None:
            x = target.x() + self._wipe * target.width()
            for width, token in ((4, "surface"), (2, "accent")):
                painter.setPen(QPen(theme().color(token), width))
                painter.drawLine(QPointF(x, target.top()), QPointF(x, target.bottom()))
        if self._region is not None:
            for width, token in ((3, "window"), (2, "val_curve")):
                painter.setPen(QPen(theme().color(token), width, Qt.PenStyle.DashLine))
                painter.drawRect(_within(target, self._region))
        for outline in self._outlines:
            for width, token in ((3, "window"), (1, "text")):
                style = Qt.PenStyle.DashLine if outline.is_dashed else Qt.PenStyle.SolidLine
                painter.setPen(QPen(theme().color(token), width, style))
                painter.drawRect(_within(target, outline.area))
        if self._mark is not None:
            point = QPointF(target.x() + self._mark.x() * target.width(), target.y() + self._mark.y() * target.height())
            for width, token in ((4, "window"), (2, "accent")):
                painter.setPen(QPen(theme().color(token), width))
                painter.drawLine(point - QPointF(8, 0), point + QPointF(8, 0))
                painter.drawLine(point - QPointF(0, 8), point + QPointF(0, 8))

    # events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Space, and the divider."""
        key, is_shifted = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Space:
            self.set_original_shown(True)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _STEPS:
            self.cell_step_requested.emit(*_STEPS[key])
        elif self._wipe is not None and is_shifted and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move_wipe(self._wipe + (_WIPE_STEP if key == Qt.Key.Key_Right else -_WIPE_STEP))
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Bring the map back when Space is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.set_original_shown(False)
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Bring the map back: the key may be let go elsewhere."""
        self.set_original_shown(False)
        super().focusOutEvent(event)

    def _move_wipe(self, share: float) -> None:
        self.set_wipe(share)
        self.wipe_moved.emit(self._wipe)

    def _is_on_divider(self, x: float) -> bool:
        area = self.image_rectangle()
        return self._wipe is not None and not area.isEmpty() and abs(
            area.x() + self._wipe * area.width() - x) <= _GRIP_PX

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take hold of the divider, or begin to move the image."""
        self._is_wiping = self._is_on_divider(event.position().x())
        if not self._is_wiping:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Move the divider, or the image."""
        x, area = event.position().x(), self.image_rectangle()
        if self._is_wiping:
            self._move_wipe((x - area.x()) / max(1.0, area.width()))
            return
        self.setCursor(Qt.CursorShape.SplitHCursor if self._is_on_divider(x) else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let go."""
        self._is_wiping = False
        super().mouseReleaseEvent(event)


def _within(target: QRectF, share: QRectF) -> QRectF:
    """Return a part of ``target`` that is given in shares of it."""
    return QRectF(target.x() + share.x() * target.width(), target.y() + share.y() * target.height(),
                  share.width() * target.width(), share.height() * target.height())
