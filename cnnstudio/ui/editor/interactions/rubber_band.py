"""The rubber band: selects the layers, blocks and comments it touches; with Shift or Ctrl they join the selection."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt

from cnnstudio.ui.editor.hit_testing import nodes_in
from cnnstudio.ui.editor.interactions.gesture import Gesture, Pointer
from cnnstudio.ui.editor.overlay_items import BandItem
from cnnstudio.ui.editor.scene import NetworkScene


class RubberBandGesture(Gesture):
    """Selects while it is drawn; Esc brings the old selection back."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, scene: NetworkScene, zoom: Callable[[], float]) -> None:
        super().__init__(scene, zoom)
        self._from = QPointF()
        self._before: tuple[str, ...] = ()
        self._kept: tuple[str, ...] = ()
        self._band = BandItem()

    def start(self, pointer: Pointer) -> None:
        """Clear the selection unless it shall grow."""
        self._from = pointer.scene
        self._before = self.session.selected_ids
        self._kept = self._before if pointer.extends else ()
        self.session.select(self._kept)
        self.scene.addItem(self._band)

    def move(self, pointer: Pointer) -> None:
        """Select what the band touches now."""
        area = QRectF(self._from, pointer.scene).normalized()
        self._band.cover(area)
        self.session.select({*self._kept, *nodes_in(self.scene, area)})

    def finish(self, pointer: Pointer) -> None:  # noqa: ARG002
        """Leave the selection as it is."""
        self.scene.removeItem(self._band)

    def cancel(self) -> None:
        """Bring the old selection back."""
        self.scene.removeItem(self._band)
        self.session.select(self._before)
