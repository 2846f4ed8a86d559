"""The canvas under the user's hands: finds the gesture that fits an event and lets it run."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.editor.hit_testing import (
    PORT_REACH_PX,
    comment_at,
    edge_at,
    free_corner,
    node_at,
    port_at,
    sign_at,
    thing_at,
    title_at,
)
from cnnstudio.ui.editor.interactions.connect import ConnectGesture
from cnnstudio.ui.editor.interactions.drag import DragGesture
from cnnstudio.ui.editor.interactions.drop import DropGesture
from cnnstudio.ui.editor.interactions.gesture import Gesture, Pointer
from cnnstudio.ui.editor.interactions.pan import PanGesture
from cnnstudio.ui.editor.interactions.resize import ResizeGesture
from cnnstudio.ui.editor.interactions.rubber_band import RubberBandGesture
from cnnstudio.ui.editor.mime import dragged_kind
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.zoom_view import ZoomView


class NetworkView(ZoomView):
    """Turns mouse, keyboard and drops into gestures; at most one is under way."""

    gesture_changed = Signal(bool)
    """Whether a gesture is under way."""
    rename_requested = Signal(str)
    block_pressed = Signal(str, str)
    """A block's id and what was pressed: "sign" (open or close it), "less" or "more" (repeats)."""
    comment_requested = Signal(str)
    """The id of a comment whose text is to be written."""
    menu_requested = Signal(QPoint)
    key_pressed = Signal(QKeyEvent)

    def __init__(self, scene: NetworkScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.gesture: Gesture | None = None
        self._space_is_down = False
        self.setObjectName("network_view")
        self.setAccessibleName(self.tr("Network canvas"))
        self.setAccessibleDescription(self.tr("The same layers stand as a table in the Analysis tab below."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        for signal in (scene.session.changed, scene.session.shown_changed):
            signal.connect(self.cancel_gesture)

    # gestures

    def begin(self, gesture: Gesture, pointer: Pointer) -> None:
        """Start a gesture; one that is under way is cancelled."""
        self.cancel_gesture()
        self.gesture = gesture
        self.viewport().setCursor(gesture.cursor)
        gesture.start(pointer)
        self.gesture_changed.emit(True)

    def finish_gesture(self, pointer: Pointer) -> None:
        """Let the gesture push its edit."""
        gesture = self._take_gesture()
        if gesture is not None:
            gesture.finish(pointer)

    def cancel_gesture(self) -> None:
        """End the gesture without a trace."""
        gesture = self._take_gesture()
        if gesture is not None:
            gesture.cancel()

    def _take_gesture(self) -> Gesture | None:
        gesture, self.gesture = self.gesture, None
        self.viewport().setCursor(
            Qt.CursorShape.OpenHandCursor if self._space_is_down else Qt.CursorShape.ArrowCursor)
        if gesture is not None:
            self.gesture_changed.emit(False)
        return gesture

    def pointer(self, position: QPointF | QPoint, modifiers: Qt.KeyboardModifier) -> Pointer:
        """Describe a position in the view."""
        point = position.toPoint() if isinstance(position, QPointF) else position
        return Pointer(self.viewportTransform().inverted()[0].map(QPointF(position)), point, modifiers)

    def _gesture_at(self, pointer: Pointer) -> Gesture:
        """Give the gesture that a press of the left button begins; a wire is selected and can be led elsewhere."""
        scene, zoom = self.network_scene, self.get_zoom
        port = port_at(scene, pointer.scene, PORT_REACH_PX / min(1.0, self.zoom))
        if port is not None:
            return ConnectGesture(scene, zoom, port)
        node = node_at(scene, pointer.scene)
        if node is not None:
            return DragGesture(scene, zoom, node.node_id)
        title = title_at(scene, pointer.scene)
        if title is not None:
            return DragGesture(scene, zoom, title[0].block_id)
        comment = comment_at(scene, pointer.scene)
        if comment is not None and comment.handle_holds(pointer.scene):
            return ResizeGesture(scene, zoom, comment.comment_id)
        wire = edge_at(scene, pointer.scene)
        if wire is not None:
            scene.session.select((), wire.edge)
            return ConnectGesture.at_end(scene, zoom, wire.edge, pointer.scene)
        if comment is not None:
            return DragGesture(scene, zoom, comment.comment_id)
        return RubberBandGesture(scene, zoom)

    def free_corner(self, size: QSizeF) -> QPointF:
        """Give the corner of a place that covers nothing, as near to the middle of what is seen as there is one."""
        return free_corner(self.network_scene, self.visible_box().center(), size)

    # events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin the gesture that fits what is pressed."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()
        if self.gesture is not None:
            self.cancel_gesture()
            return
        pointer = self.pointer(event.position(), event.modifiers())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (is_left and self._space_is_down):
            self.begin(PanGesture(self.network_scene, self), pointer)
        elif is_left and not self._press_block(pointer):
            self.begin(self._gesture_at(pointer), pointer)

    def _press_block(self, pointer: Pointer) -> bool:
        """Press the sign of a folded block or a button in a frame's title; gives whether there is one."""
        block_id, title = sign_at(self.network_scene, pointer.scene), None
        if block_id is None and node_at(self.network_scene, pointer.scene) is None:
            title = title_at(self.network_scene, pointer.scene)
        if block_id is not None:
            self.block_pressed.emit(block_id, "sign")
        elif title is not None and title[1] != "title":
            self.block_pressed.emit(title[0].block_id, title[1])
        else:
            return False
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the gesture follow; without one, let items light up."""
        if self.gesture is None:
            super().mouseMoveEvent(event)
        else:
            self.gesture.move(self.pointer(event.position(), event.modifiers()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the gesture."""
        self.finish_gesture(self.pointer(event.position(), event.modifiers()))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Rename a layer in place, open or close a block, write a comment."""
        pointer = self.pointer(event.position(), event.modifiers())
        if event.button() != Qt.MouseButton.LeftButton or sign_at(self.network_scene, pointer.scene) is not None:
            self.mousePressEvent(event)
            return
        found, title = thing_at(self.network_scene, pointer.scene), title_at(self.network_scene, pointer.scene)
        graph = self.network_scene.session.graph
        if found is None or (found in graph.blocks and title is not None and title[1] in ("less", "more")):
            self.mousePressEvent(event)
        elif found in graph.blocks:
            self.block_pressed.emit(found, "sign")
        else:
            (self.rename_requested if found in graph.nodes else self.comment_requested).emit(found)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select what is under the pointer and ask for the menu."""
        if self.gesture is not None:
            return
        pointer = self.pointer(event.pos(), Qt.KeyboardModifier.NoModifier)
        found, wire = thing_at(self.network_scene, pointer.scene), edge_at(self.network_scene, pointer.scene)
        session = self.network_scene.session
        if wire is not None and (found is None or found in session.graph.comments):
            session.select((), wire.edge)
        elif found is not None and found not in session.selected_ids:
            session.select([found])
        self.menu_requested.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom or scroll; a gesture under way goes on at the new place."""
        super().wheelEvent(event)
        if self.gesture is not None and not isinstance(self.gesture, PanGesture):
            self.gesture.move(self.pointer(event.position(), event.modifiers()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel with Esc, get ready to pan with space; the rest is for the page."""
        if event.key() == Qt.Key.Key_Escape and self.gesture is not None:
            self.cancel_gesture()
        elif event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space_is_down = True
                self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            event.ignore()
            self.key_pressed.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Stop panning."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_is_down = False
            self.viewport().unsetCursor()
        else:
            super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a layer kind from the palette."""
        kind = dragged_kind(event.mimeData())
        if kind is None:
            event.ignore()
            return
        self.begin(DropGesture(self.network_scene, self.get_zoom, kind),
                   self.pointer(event.position(), event.modifiers()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let the outline follow."""
        if not isinstance(self.gesture, DropGesture):
            event.ignore()
            return
        self.gesture.move(self.pointer(event.position(), event.modifiers()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Take the outline away."""
        self.cancel_gesture()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the layer."""
        if not isinstance(self.gesture, DropGesture):
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.finish_gesture(self.pointer(event.position(), event.modifiers()))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

