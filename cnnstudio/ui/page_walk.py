"""Shows every page once and closes the window: how the self-test learns that all that the window needs is there."""

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cnnstudio.ui.actions import PAGES

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow

_LOOK_MS = 50


class PageWalk(QObject):
    """Waits for the engine, shows each page, prints a line ``{"event": "page", "name": ...}`` for each and closes.

    Where the engine cannot be loaded the window is closed at once; a page that cannot be shown stays in the way, and
    whoever called the program waits no longer than it likes.

    Parameters
    ----------
    window : is shown already, its engine being loaded
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._left = [info.name for info in PAGES]
        self._wished = ""
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(self._look)
        self._clock.start()

    def _look(self) -> None:
        """Tell of the page on show, and ask for the next."""
        if self._window.engine.is_loading:
            return
        if self._wished and self._window.pages.current_name != self._wished:
            return
        if self._wished:
            self._window.grab()
            sys.stdout.write(json.dumps({"event": "page", "name": self._wished}) + "\n")
            sys.stdout.flush()
        if not self._left or not self._window.engine.is_ready:
            self._clock.stop()
            self._window.close()
            return
        self._wished = self._left.pop(0)
        self._window.show_page(self._wished)
