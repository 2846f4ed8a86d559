"""How a sweep goes on in the window: its image folder is opened first, then the Train page tries what is left."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.workspace.scan_job import ScanFinished
    from cnnstudio.workspace.workspace import Workspace


class SweepFlow(QObject):
    """Asks for what is to be tried, and goes on with the sweep that the user chooses."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._wish: tuple[str, Path] | None = None
        opener = window.flow.opener
        window.flow.scanned.connect(self._on_scanned)
        opener.failed.connect(self._forget)
        opener.stopped.connect(self._forget)

    def follow(self, workspace: "Workspace") -> None:
        """Listen to the wishes about the sweeps of ``workspace``."""
        from cnnstudio.ui.sweep_wishes import sweep_wishes

        sweep_wishes(workspace).go_on_requested.connect(self.go_on)

    def ask(self) -> None:
        """Show the Train page and ask what is to be tried."""
        self._window.readiness.when_there("train", "sweep", self._ask_now)

    def _ask_now(self) -> None:
        self._window.show_page("train")
        self._window.page("train").sweeping.ask()

    def go_on(self, name: str, folder: str) -> None:
        """Try what is left of a sweep on the images in ``folder``; they are opened first, when others are."""
        now, root = self._window.workspace.folder, Path(folder)
        if now is not None and now.is_checked and now.root == root:
            self._start(name)
            return
        self._wish = (name, root)
        self._window.open_folder(root)

    def _on_scanned(self, event: "ScanFinished") -> None:
        wish, self._wish = self._wish, None
        if wish is not None and event.folder.root == wish[1]:
            self._start(wish[0])

    def _forget(self, *_: object) -> None:
        self._wish = None

    def _start(self, name: str) -> None:
        self._window.readiness.when_there("train", "sweep", partial(self._start_now, name))

    def _start_now(self, name: str) -> None:
        self._window.show_page("train")
        self._window.page("train").sweeping.go_on(name)
