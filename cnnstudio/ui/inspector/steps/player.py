"""Moves a walk on by itself, so many values a second, until the end of the map."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStyle

from cnnstudio.ui.inspector.steps.session import WalkSession

_SECOND_MS = 1000


def motion_is_wanted() -> bool:
    """Whether the desktop lets things move: a style that animates nothing was told to reduce motion."""
    return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class StepPlayer(QObject):
    """Plays and pauses."""

    playing_changed = Signal(bool)

    def __init__(self, session: WalkSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def is_playing(self) -> bool:
        """Whether it moves."""
        return self._timer.isActive()

    def set_speed(self, values_a_second: int) -> None:
        """Change the speed, also while it plays."""
        self._timer.setInterval(_SECOND_MS // values_a_second)

    def play(self) -> None:
        """Go on from where the walk stands; from the end, or a map that is shown whole, from its first value."""
        if self._session.values is None or self.is_playing:
            return
        if self._session.is_at_end or self._session.filled is None:
            self._session.restart()
        self._timer.start()
        self.playing_changed.emit(True)

    def pause(self) -> None:
        """Stop where it is."""
        if self.is_playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    def _on_timeout(self) -> None:
        if not self._session.step(1):
            self.pause()
