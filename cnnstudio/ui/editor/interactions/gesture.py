"""What every canvas gesture is: an object that starts, moves, and is finished or cancelled."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt

from cnnstudio.ui.editor.scene import NetworkScene


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is, in the scene and in the view, and which modifier keys are held."""

    scene: QPointF
    view: QPoint
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    def holds(self, modifier: Qt.KeyboardModifier) -> bool:
        """Tell whether a modifier key is held."""
        return bool(self.modifiers & modifier)

    @property
    def extends(self) -> bool:
        """Whether Shift or Ctrl asks to add to the selection."""
        return self.holds(Qt.KeyboardModifier.ShiftModifier) or self.holds(Qt.KeyboardModifier.ControlModifier)


class Gesture:
    """Base of the gestures; nothing in the graph changes before `finish`.

    Attributes
    ----------
    cursor : the pointer's form while the gesture lasts
    """

    cursor = Qt.CursorShape.ArrowCursor

    def __init__(self, scene: NetworkScene, zoom: Callable[[], float]) -> None:
        self.scene = scene
        self.session = scene.session
        self._zoom = zoom

    def reach(self, view_px: float) -> float:
        """Turn a distance on the screen into one in the scene."""
        return view_px / self._zoom()

    def start(self, pointer: Pointer) -> None:
        """Begin where the button went down."""

    def move(self, pointer: Pointer) -> None:
        """Follow the pointer."""

    def finish(self, pointer: Pointer) -> None:
        """End where the button went up: push the edit, if any."""

    def cancel(self) -> None:
        """End without a trace."""
