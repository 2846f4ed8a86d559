"""Passes between the pages what is asked of sweeps and what is new of them, so that they need not know each other."""

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace


class SweepWishes(QObject):
    """One for a workspace; the newest wish to see a sweep waits until somebody can show it."""

    show_requested = Signal()
    """A sweep is to be shown; `take` says which."""
    changed = Signal(str)
    """The name of a sweep of which there is something new."""
    go_on_requested = Signal(str, str)
    """A sweep that is to go on: its name, and its image folder."""
    running_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ""
        self._running = ""

    def show(self, name: str) -> None:
        """Ask for a sweep to be shown."""
        self._wanted = name
        self.show_requested.emit()

    def take(self) -> str:
        """Return the sweep to show, once; empty when there is none."""
        wanted, self._wanted = self._wanted, ""
        return wanted

    @property
    def is_waiting(self) -> bool:
        """Whether there is a sweep that nobody has shown yet."""
        return bool(self._wanted)

    @property
    def running(self) -> str:
        """The sweep this program works on now; empty when on none."""
        return self._running

    @running.setter
    def running(self, name: str) -> None:
        if name != self._running:
            self._running = name
            self.running_changed.emit()


_WISHES: "weakref.WeakKeyDictionary[Workspace, SweepWishes]" = weakref.WeakKeyDictionary()


def sweep_wishes(workspace: "Workspace") -> SweepWishes:
    """Return the one carrier of wishes about sweeps for ``workspace``."""
    return _WISHES.setdefault(workspace, SweepWishes())
