"""How the window ends while a training runs: it asks, and saves the run first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cnnstudio.ui.message_area import MessageAction
from cnnstudio.ui.workers import TRAIN_SLOT

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow


class Closing(QObject):
    """Never lets a running training be thrown away without a word."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.is_agreed = False
        """Whether the window is on its way to end."""
        window.jobs.job_ended.connect(self._on_job_ended)

    def has_to_ask(self) -> bool:
        """Ask, and return true, where a training runs that nobody has agreed to stop."""
        if self.is_agreed or not self._window.jobs.is_running(TRAIN_SLOT):
            return False
        self._window.messages.show_message(self.tr("A training is running."), "warning", actions=(
            MessageAction(self.tr("Stop, keep the run and close"), self._stop_and_close, is_primary=True),
            MessageAction(self.tr("Go on training"), None)))
        return True

    def end_politely(self) -> None:
        """Close without a question, because the system wants the program to end; a training's run is saved first."""
        if self._window.jobs.is_running(TRAIN_SLOT):
            self._stop_and_close()
        else:
            self._window.close()

    def _stop_and_close(self) -> None:
        self.is_agreed = True
        page = self._window.pages.built("train")
        self._window.settings.left_run = page.session.run_path if page is not None else None  # the next start offers it
        self._window.show_message(self.tr("Stopping the training and saving its run…"), "info")
        self._window.jobs.cancel(TRAIN_SLOT)

    def _on_job_ended(self, slot: str) -> None:
        if slot == TRAIN_SLOT and self.is_agreed and not self._window.jobs.is_running(TRAIN_SLOT):
            QTimer.singleShot(0, self._window, self._window.close)
