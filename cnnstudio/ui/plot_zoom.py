"""Which stretch of a plot is shown: everything, or what the user has chosen, there or in a plot that is linked."""

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from cnnstudio.ui.throttle import Throttle

_FRAME_MS = 16
_WHOLE = (-math.inf, math.inf)


class Zoom(QObject):
    """Follows what the user does to a canvas and has the curves drawn for it, once a frame however often it changes.

    Parameters
    ----------
    canvas
        With ``box``, ``stretch`` and ``show_stretch``.
    draw_anew
        Draws all curves for what is shown now.
    """

    changed = Signal(bool)
    """Whether a part is shown that the user has chosen."""
    stretch_shown = Signal(float, float)
    """The user has zoomed to a stretch of the horizontal axis."""
    whole_shown = Signal()
    """The user wants to see everything again."""

    def __init__(self, canvas: Any, draw_anew: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._canvas, self._draw_anew = canvas, draw_anew
        self.is_zoomed = False
        self._wanted: tuple[float, float] | None = None
        self._frame = Throttle(_FRAME_MS, lambda _: draw_anew(), self)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.catch_up)
        canvas.box.sigRangeChangedManually.connect(self._on_moved)
        canvas.scene().sigMouseClicked.connect(self._on_clicked)

    @property
    def stretch(self) -> tuple[float, float] | None:
        """The stretch that is shown; None when it is everything."""
        return self._canvas.stretch if self.is_zoomed else None

    def show(self, low: float, high: float) -> None:
        """Zoom to a stretch of the horizontal axis."""
        if self._canvas.show_stretch(low, high) or not self.is_zoomed:
            self._on_moved()

    def show_whole(self) -> None:
        """Show everything again."""
        was_zoomed = self.is_zoomed
        self._set_zoomed(is_zoomed=False)
        self._draw_anew()
        if was_zoomed:
            self.whole_shown.emit()

    def follow(self, other: "Zoom") -> None:
        """Show what ``other`` shows from now on, each time in a later turn of the event loop than it is painted in."""
        other.stretch_shown.connect(self._want)
        other.whole_shown.connect(self._want)

    def catch_up(self) -> None:
        """Do now what is left to do."""
        wanted, self._wanted = self._wanted, None
        if wanted == _WHOLE:
            self.show_whole()
        elif wanted is not None:
            self.show(*wanted)
        self._frame.flush()

    def _want(self, low: float = -math.inf, high: float = math.inf) -> None:
        self._wanted = low, high
        self._soon.start()

    def _on_moved(self, *_: object) -> None:
        self._set_zoomed(is_zoomed=True)
        self._frame.push(None)
        self.stretch_shown.emit(*self._canvas.stretch)

    def _on_clicked(self, event: Any) -> None:
        if event.double():
            self.show_whole()

    def _set_zoomed(self, *, is_zoomed: bool) -> None:
        self.is_zoomed = is_zoomed
        self.changed.emit(is_zoomed)
