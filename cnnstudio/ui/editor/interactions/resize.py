"""The resize gesture: a comment's corner follows the pointer; one edit gives it its size when it is let go."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt

from cnnstudio.network.annotations import SMALLEST_COMMENT_PX
from cnnstudio.network.comment_edits import ChangeComment
from cnnstudio.network.edits import Compound
from cnnstudio.ui.editor.interactions.gesture import Gesture, Pointer
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.style import GRID_PX


class ResizeGesture(Gesture):
    """Selects a comment and drags its lower right corner, on the grid."""

    cursor = Qt.CursorShape.SizeFDiagCursor

    def __init__(self, scene: NetworkScene, zoom: Callable[[], float], comment_id: str) -> None:
        super().__init__(scene, zoom)
        self._id = comment_id
        self._from = QPointF()

    def start(self, pointer: Pointer) -> None:
        """Select it."""
        self._from = pointer.scene
        self.session.select([self._id])

    def move(self, pointer: Pointer) -> None:
        """Show the size it would have."""
        comment, size = self.session.graph.comments[self._id], self._size(pointer)
        self.scene.comments[self._id].set_box(QRectF(QPointF(comment.x, comment.y), size))

    def finish(self, pointer: Pointer) -> None:
        """Push the size as one edit."""
        comment, size = self.session.graph.comments[self._id], self._size(pointer)
        if (size.width(), size.height()) != (comment.width, comment.height):
            edit = ChangeComment(replace(comment, width=size.width(), height=size.height()))
            self.session.push(Compound(edit.label, [edit]))

    def cancel(self) -> None:
        """Give it its size back."""
        self.scene.settle([self._id])

    def _size(self, pointer: Pointer) -> QSizeF:
        comment, way = self.session.graph.comments[self._id], pointer.scene - self._from
        if way.isNull():
            return QSizeF(comment.width, comment.height)
        width, height = (max(SMALLEST_COMMENT_PX, round(value / GRID_PX) * GRID_PX)
                         for value in (comment.width + way.x(), comment.height + way.y()))
        return QSizeF(width, height)
