"""How large everything in the window is: chosen in the menu, in force from the next start, which can be at once."""

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from cnnstudio.ui.message_area import MessageAction
from cnnstudio.ui.workers import TRAIN_SLOT

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.ui.settings import Settings

BEAMER = 1.5
"""How many times as large everything is for a beamer, on top of the size chosen."""
STARTED_AGAIN = "CNNSTUDIO_STARTED_AGAIN"
_FACTOR = "QT_SCALE_FACTOR"
_IS_OURS = "CNNSTUDIO_SCALE_FACTOR_SET"


def apply_size(settings: "Settings") -> None:
    """Have Qt draw everything as large as chosen; to be called before there is an application.

    Qt reads its factor once. One that the user has set in the environment stays.
    """
    factor = settings.size / 100 * (BEAMER if settings.is_beamer else 1)
    if factor != 1 and _FACTOR not in os.environ:
        os.environ |= {_FACTOR: f"{factor:g}", _IS_OURS: "1"}


def was_started_again() -> bool:
    """Return, once, whether this program has just taken the place of another to be of another size."""
    return os.environ.pop(STARTED_AGAIN, "") == "1"


class Sizing(QObject):
    """Takes the choice of a size, and starts the program again where the user wants it at once."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.starts_again = False
        """Whether the program is to begin anew when the window has closed."""
        self.arguments: tuple[str, ...] = ()
        """What it is then to open."""
        window.header.sizes.size_requested.connect(self.set_size)
        window.header.sizes.show_chosen(window.settings.size)
        beamer = window.findChild(QAction, "action_beamer_mode")
        if beamer is not None:
            beamer.setChecked(window.settings.is_beamer)
            beamer.toggled.connect(self.set_beamer)

    def set_size(self, percent: int) -> None:
        """Make everything ``percent`` of the usual size."""
        if percent != self._window.settings.size:
            self._window.settings.size = percent
            self._window.header.sizes.show_chosen(percent)
            self._tell()

    def set_beamer(self, is_on: bool) -> None:
        """Make everything half as large again for the last row, or as usual."""
        if is_on != self._window.settings.is_beamer:
            self._window.settings.is_beamer = is_on
            self._tell()

    def _tell(self) -> None:
        self._window.settings.save()
        if self._window.jobs.is_running(TRAIN_SLOT):
            self._window.show_message(self.tr("The new size is in force from the next start, after the training."))
            return
        self._window.messages.show_message(
            self.tr("The new size is in force from the next start. Nothing is lost by starting again now."), "info",
            actions=(MessageAction(self.tr("Start again now"), self.start_again, is_primary=True),
                     MessageAction(self.tr("Later"), None)))

    def start_again(self) -> None:
        """Close and begin anew with what is open, what is not saved included."""
        if self._window.jobs.is_running(TRAIN_SLOT):  # it was started since the question
            self._tell()
            return
        self.starts_again = True
        self.arguments = self._what_is_open()
        self._window.closing.end_politely()

    def _what_is_open(self) -> tuple[str, ...]:
        projects, folder = self._window.projects, self._window.workspace.folder
        if projects.has_unsaved():
            return ()  # the journal brings it back
        path = projects.path or (folder.root if folder is not None else None)
        return (str(path),) if path is not None else ()


def take_our_place(arguments: tuple[str, ...]) -> None:
    """Let a new process of the program, with the window's arguments, take the place of this one."""
    environment = os.environ | {STARTED_AGAIN: "1"}
    if environment.pop(_IS_OURS, ""):
        environment.pop(_FACTOR, None)
    program = [] if getattr(sys, "frozen", False) else ["-m", "cnnstudio"]
    command = [sys.executable, *program, "gui", *arguments]
    if sys.platform == "win32":  # there a process cannot become another one
        subprocess.Popen(command, env=environment, cwd=Path.cwd())  # noqa: S603 - our own program
    else:
        os.execve(sys.executable, command, environment)  # noqa: S606
