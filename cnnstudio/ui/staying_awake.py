"""Keeps the computer awake while the window trains, unless the user does not want that."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnstudio.workspace.wakefulness import Wakefulness

if TYPE_CHECKING:
    from cnnstudio.ui.settings import Settings
    from cnnstudio.ui.training.session import SessionState, TrainingSession


class StayingAwake(QObject):
    """Follows a training session; a training that waits lets the computer sleep.

    Parameters
    ----------
    settings : hold whether this is wanted
    wakefulness : of this computer unless given
    """

    def __init__(self, settings: "Settings", parent: QObject | None = None,
                 wakefulness: Wakefulness | None = None) -> None:
        super().__init__(parent)
        self._settings, self._wakefulness = settings, wakefulness or Wakefulness()
        self._works = False

    def follow(self, session: "TrainingSession") -> None:
        """Listen to the page's session from now on."""
        session.state_changed.connect(self._on_state)

    def set_wanted(self, *, is_wanted: bool) -> None:
        """Remember what the user wants, and do it at once."""
        self._settings.keep_awake = is_wanted
        self._obey()

    def release(self) -> None:
        """Let the computer sleep: the window is closing."""
        self._wakefulness.release()

    def _on_state(self, state: "SessionState") -> None:
        self._works = state.is_busy and state.name != "PAUSED"
        self._obey()

    def _obey(self) -> None:
        if self._works and self._settings.keep_awake:
            self._wakefulness.hold()
        else:
            self._wakefulness.release()
