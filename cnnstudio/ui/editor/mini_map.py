"""The whole network in a corner of the canvas, with the part that is seen; click or drag to go there."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.editor.interactions.pan import PanGesture
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.editor.view import NetworkView
from cnnstudio.ui.theme import theme

_WIDEST_PX, _NARROWEST_PX, _HIGHEST_PX = 168, 64, 168
_PADDING = 8.0


class MiniMap(QWidget):
    """Shown only while the network is larger than what is seen."""

    def __init__(self, view: NetworkView) -> None:
        super().__init__(view)
        self.setObjectName("mini_map")
        self.setAccessibleName(self.tr("Overview of the canvas"))
        self.setToolTip(self.tr("Click to go there"))
        self.setFixedSize(QSize(_WIDEST_PX, _HIGHEST_PX))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._view = view
        self._picture: QPixmap | None = None
        self._later = QTimer(self, singleShot=True, interval=30)
        self._later.timeout.connect(self.refresh)
        for signal in (view.scrolled, view.zoom_changed, view.gesture_changed):
            signal.connect(self._refresh_soon)
        view.network_scene.sceneRectChanged.connect(self.redraw)
        view.network_scene.routed.connect(self.redraw)
        view.network_scene.session.analysed.connect(self.redraw)
        theme().changed.connect(self.redraw)
        self.hide()

    def refresh(self) -> None:
        """Appear or disappear, and show where the view is."""
        content = self._view.network_scene.content_box
        is_needed = not self._view.visible_box().contains(content) and len(self._view.network_scene.nodes) > 2
        self.setVisible(is_needed and not self._is_in_the_way())
        width = (self.height() - 2 * _PADDING) * content.width() / content.height() + 2 * _PADDING
        right = self.geometry().right()
        self.setFixedWidth(round(min(_WIDEST_PX, max(_NARROWEST_PX, width))))
        self.move(right - self.width() + 1, self.y())
        self.update()

    def _is_in_the_way(self) -> bool:
        """Tell whether a gesture is under way that may lead below the map; panning is looking around with it."""
        return self._view.gesture is not None and not isinstance(self._view.gesture, PanGesture)

    def redraw(self) -> None:
        """Draw the layers again, when next painted."""
        self._picture = None
        self._refresh_soon()

    def _refresh_soon(self) -> None:
        self._later.start()

    def _to_map(self) -> QTransform:
        """Give the way from the scene to the map."""
        content = self._view.network_scene.content_box
        scale = min((self.width() - 2 * _PADDING) / content.width(), (self.height() - 2 * _PADDING) / content.height())
        middle = QRectF(self.rect()).center()
        way = QTransform.fromTranslate(middle.x(), middle.y()).scale(scale, scale)
        return way.translate(-content.center().x(), -content.center().y())

    def _draw(self) -> QPixmap:
        """Draw the layers as bars of their family's colour."""
        style, way = canvas_style(), self._to_map()
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.colors["line"], 1))
        painter.setBrush(style.color("surface", 0.92))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        for comment in self._view.network_scene.comments.values():
            painter.fillRect(way.mapRect(comment.scene_box()), style.color("warning", 0.3))
        for frame in self._view.network_scene.frames.values():
            painter.fillRect(way.mapRect(frame.scene_box()), style.color("text", 0.08))
        for item in self._view.network_scene.nodes.values():
            box = way.mapRect(item.scene_box())
            color = style.colors["bad"] if item.face.severity == "error" else style.family(item.face.family)
            painter.fillRect(box.adjusted(0, 0, max(0.0, 2 - box.width()), max(0.0, 1.5 - box.height())), color)
        painter.end()
        return picture

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the layers, and the part that is seen as a frame."""
        if self._picture is None or self._picture.deviceIndependentSize().toSize() != self.size():
            self._picture = self._draw()
        style = canvas_style()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(QPen(style.colors["accent"], 1.5))
        painter.setBrush(style.color("accent", 0.10))
        painter.drawRect(self._to_map().mapRect(self._view.visible_box()) & QRectF(self.rect()).adjusted(2, 2, -2, -2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where is clicked."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go where is dragged."""
        self._go(event.position())

    def _go(self, point: QPointF) -> None:
        self._view.centerOn(self._to_map().inverted()[0].map(point))
