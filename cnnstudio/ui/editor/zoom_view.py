"""Looking at the canvas: zoom at the pointer, scrolling, fitting, and the dotted ground."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.style import LOD_LIMIT, canvas_style
from cnnstudio.ui.theme import theme

SMALLEST_ZOOM, LARGEST_ZOOM = 0.1, 4.0
_WHEEL_STEP = 1.0015
_DOT_PX = 24
_FIT_MARGIN = 40.0
_READABLE_ZOOM = 0.7
_SMALLEST_FIT = 0.01
_LEAST_ROOM = 600.0


class ZoomView(QGraphicsView):
    """A view of a `NetworkScene` that can be zoomed from 10 to 400 % and scrolled; it changes nothing."""

    zoom_changed = Signal(float)
    scrolled = Signal()

    def __init__(self, scene: NetworkScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.network_scene = scene
        self._has_been_shown = False
        self._anchor: tuple[QPoint, QPointF, tuple[int, int]] | None = None
        self._tile_key: int | None = None
        self._tile = QPixmap()
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)   # the mini-map shows where we are
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(self.scrolled)
        scene.routed.connect(self._make_room)
        theme().changed.connect(self._on_theme_changed)

    @property
    def zoom(self) -> float:
        """Screen pixels for a scene pixel; 1 is 100 %."""
        return float(self.transform().m11())

    def get_zoom(self) -> float:
        """Give `zoom`, for those who want to ask later."""
        return self.zoom

    def set_zoom(self, zoom: float, around: QPoint | None = None, *, smallest: float = SMALLEST_ZOOM) -> None:
        """Zoom to 0.1 ... 4, keeping the point ``around`` (in the view; its middle by default) where it is.

        From less than the smallest zoom, which only `fit` reaches, one can zoom in but not further out.
        """
        zoom = min(LARGEST_ZOOM, max(min(smallest, self.zoom), zoom))
        anchor = around if around is not None else self.viewport().rect().center()
        kept = self._anchored(anchor)
        if (zoom < LOD_LIMIT) != (self.zoom < LOD_LIMIT):
            self.network_scene.set_cached(is_cached=zoom >= LOD_LIMIT)
        width, height = self.viewport().width() / zoom, self.viewport().height() / zoom
        seen = QRectF(kept.x() - anchor.x() / zoom, kept.y() - anchor.y() / zoom, width, height)
        self.setSceneRect(self._room(zoom).united(seen).united(self.visible_box()))
        self.scale(zoom / self.zoom, zoom / self.zoom)
        for bar, place in ((self.horizontalScrollBar(), seen.x()), (self.verticalScrollBar(), seen.y())):
            bar.setValue(round(place * zoom))
        self._anchor = (anchor, kept, self._scrolled_to())
        self.zoom_changed.emit(self.zoom)

    def _anchored(self, anchor: QPoint) -> QPointF:
        """Give the scene point at a place of the view; the same one while it is zoomed there without scrolling.

        The view scrolls by whole pixels: asked anew at every step, the point would wander off.
        """
        if self._anchor is not None and (self._anchor[0], self._anchor[2]) == (anchor, self._scrolled_to()):
            return self._anchor[1]
        return self.viewportTransform().inverted()[0].map(QPointF(anchor))

    def _scrolled_to(self) -> tuple[int, int]:
        return self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _room(self, zoom: float) -> QRectF:
        """Give what can be scrolled to: the content, and around it as much as the view holds."""
        width = max(_LEAST_ROOM, self.viewport().width() / zoom)
        height = max(_LEAST_ROOM, self.viewport().height() / zoom)
        return self.network_scene.content_box.adjusted(-width, -height, width, height)

    def _make_room(self) -> None:
        """Let the canvas be scrolled around its new content, and leave what is seen where it is."""
        self.setSceneRect(self._room(self.zoom).united(self.visible_box()))

    def fit(self) -> None:
        """Show the whole network, at most at 100 %; a long one may need less than the smallest zoom by hand."""
        box = self.network_scene.content_box.adjusted(-_FIT_MARGIN, -_FIT_MARGIN, _FIT_MARGIN, _FIT_MARGIN)
        room = self.viewport().size()
        self.set_zoom(min(1.0, room.width() / box.width(), room.height() / box.height()), smallest=_SMALLEST_FIT)
        self.centerOn(box.center())
        self.scrolled.emit()

    def show_start(self) -> None:
        """Show the network whole if its text stays readable, else its first layers."""
        self.fit()
        if self.zoom < _READABLE_ZOOM:
            self.set_zoom(1.0)
            box = self.network_scene.content_box
            self.centerOn(box.center().x(), box.top() + self.viewport().height() / 2 - _FIT_MARGIN)

    def reveal(self, some_id: str) -> None:
        """Scroll as little as needed to show a layer (or the folded block it is in), a block or a comment."""
        box = self.network_scene.box_of(some_id)
        if box is not None:
            self.ensureVisible(box.adjusted(-24, -24, 24, 24), 8, 8)

    def visible_box(self) -> QRectF:
        """Give what is seen, in scene coordinates."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer with Ctrl; else scroll, sideways with Shift."""
        degrees = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * _WHEEL_STEP ** degrees.y(), event.position().toPoint())
        else:
            sideways = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and degrees.x() == 0
            pixels = event.pixelDelta() if not event.pixelDelta().isNull() else degrees / 2
            x, y = (pixels.y(), 0) if sideways else (pixels.x(), pixels.y())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - x)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - y)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom by pinching on a touch pad."""
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the start of the network when the canvas gets its first size."""
        super().resizeEvent(event)
        self._make_room()
        if not self._has_been_shown and self.isVisible():
            self._has_been_shown = True
            self.show_start()
        self.scrolled.emit()

    def _on_theme_changed(self) -> None:
        self._tile_key = None
        self.viewport().update()

    def _make_tile(self, step_px: int) -> None:
        """Make a piece of ground with dots ``step_px`` screen pixels apart; large, so that few copies are needed."""
        style, count = canvas_style(), max(1, 120 // step_px)
        self._tile = QPixmap(step_px * count, step_px * count)
        self._tile.fill(style.colors["window"])
        painter = QPainter(self._tile)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(style.colors["line"])
        for number in range(count * count):
            middle = QPointF((number % count + 0.5) * step_px, (number // count + 0.5) * step_px)
            painter.drawEllipse(middle, 1.2, 1.2)
        painter.end()
        self._tile_key = step_px

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paint the ground; its dots move with the canvas, from far away there are none."""
        if self.zoom < 0.5:
            painter.fillRect(rect, canvas_style().colors["window"])
            return
        step_px = round(_DOT_PX * self.zoom)
        if self._tile_key != step_px:
            self._make_tile(step_px)
        area = self.mapFromScene(QRectF(rect)).boundingRect().adjusted(-1, -1, 1, 1)
        origin = self.mapFromScene(QPointF(0, 0))
        painter.save()
        painter.resetTransform()   # copying screen pixels is far cheaper than scaling the dots at every frame
        painter.drawTiledPixmap(area, self._tile, QPointF(area.topLeft() - origin).toPoint())
        painter.restore()
