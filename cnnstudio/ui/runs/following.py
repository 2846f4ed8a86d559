"""Keeps the table of runs up to date while it is shown: at once when a run was changed, and during a training."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.workers import TRAIN_SLOT, JobRunner

if TYPE_CHECKING:
    from cnnstudio.workspace.open_runs import OpenRuns

_FOLLOW_MS = 2000


class Following(QTimer):
    """Calls ``reload`` where the page would else be behind; never while the page is hidden.

    Parameters
    ----------
    is_reading : whether the user reads or writes about runs, which a look at a running training must not disturb
    """

    def __init__(self, page: QWidget, runs: "OpenRuns", jobs: JobRunner, reload: Callable[[], None],
                 is_reading: Callable[[], bool]) -> None:
        super().__init__(page, interval=_FOLLOW_MS)
        self._page, self._jobs, self._reload, self._is_reading = page, jobs, reload, is_reading
        runs.changed.connect(self._on_changed)
        self.timeout.connect(self.look)
        self.start()

    def look(self) -> None:
        """Show how far a running training is."""
        if self._page.isVisible() and self._jobs.is_running(TRAIN_SLOT) and not self._is_reading():
            self._reload()

    def _on_changed(self) -> None:
        if self._page.isVisible():
            self._reload()
