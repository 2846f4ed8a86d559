"""The pan gesture: the canvas follows the pointer (middle button, or space and the left button)."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGraphicsView

from cnnstudio.ui.editor.interactions.gesture import Gesture, Pointer
from cnnstudio.ui.editor.scene import NetworkScene


class PanGesture(Gesture):
    """Scrolls the view by as much as the pointer moves."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, scene: NetworkScene, view: QGraphicsView) -> None:
        super().__init__(scene, lambda: view.transform().m11())
        self._view = view
        self._last = QPoint()
        self._origin = QPoint()

    def start(self, pointer: Pointer) -> None:
        """Remember where the canvas stands."""
        self._last = pointer.view
        self._origin = QPoint(self._view.horizontalScrollBar().value(), self._view.verticalScrollBar().value())

    def move(self, pointer: Pointer) -> None:
        """Scroll."""
        delta = pointer.view - self._last
        self._last = pointer.view
        for bar, by in ((self._view.horizontalScrollBar(), delta.x()), (self._view.verticalScrollBar(), delta.y())):
            bar.setValue(bar.value() - by)

    def cancel(self) -> None:
        """Scroll back to where the gesture began."""
        self._view.horizontalScrollBar().setValue(self._origin.x())
        self._view.verticalScrollBar().setValue(self._origin.y())
