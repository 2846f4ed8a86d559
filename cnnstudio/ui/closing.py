"""How the window ends while a training runs or changes are not saved: it asks, and saves first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cnnstudio.ui.message_area import MessageAction
from cnnstudio.ui.workers import TRAIN_SLOT

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow


class Closing(QObject):
    """Never lets a running training, or what is not saved, be thrown away without a word."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.is_agreed = False
        """Whether the window is on its way to end."""
        self.is_polite = False
        """Whether the system ends the program: what is not saved is offered at the next start."""
        window.jobs.job_ended.connect(self._on_job_ended)

    def has_to_ask(self) -> bool:
        """Ask, and return true, where a training runs or changes are not saved and nobody has agreed to end."""
        if self.is_agreed:
            return False
        is_training = self._window.jobs.is_running(TRAIN_SLOT)
        if self._window.projects.saving.is_running:
            self._window.projects.saving.when_saved(self._window.close)
            return True
        is_unsaved = self._window.projects.has_unsaved()
        if is_training or is_unsaved:
            self._ask(is_training=is_training, is_unsaved=is_unsaved)
        return is_training or is_unsaved

    def _ask(self, *, is_training: bool, is_unsaved: bool) -> None:
        texts = [self.tr("A training is running.")] * is_training
        texts += [self._window.projects.unsaved_text()] * is_unsaved
        text = " ".join(texts)
        self._window.messages.show_message(text, "warning", actions=self._ways_on(
            is_training=is_training, is_unsaved=is_unsaved))

    def _ways_on(self, *, is_training: bool, is_unsaved: bool) -> tuple[MessageAction, ...]:
        stay = MessageAction(self.tr("Go on training") if is_training else self.tr("Cancel"), None)
        if not is_unsaved:
            return (MessageAction(self.tr("Stop, keep the run and close"), self._stop_and_close, is_primary=True), stay)
        save = self.tr("Save, stop and close") if is_training else self.tr("Save and close")
        drop = self.tr("Stop and close without saving") if is_training else self.tr("Close without saving")
        return MessageAction(save, self._save_and_close, is_primary=True), MessageAction(drop, self._end), stay

    def end_politely(self) -> None:
        """Close without a question, because the system wants the program to end.

        A training's run is saved first; changes to the project are offered at the next start.
        """
        self.is_polite = True
        self._end()

    def _end(self) -> None:
        """End now, after the training where one runs."""
        if self._window.jobs.is_running(TRAIN_SLOT):
            self._stop_and_close()
        else:
            self.is_agreed = True
            self._window.close()

    def _save_and_close(self) -> None:
        self._window.projects.saving.save(self._end)

    def _stop_and_close(self) -> None:
        self.is_agreed = True
        page = self._window.pages.built("train")
        self._window.settings.left_run = page.session.run_path if page is not None else None  # the next start offers it
        self._window.show_message(self.tr("Stopping the training and saving its run…"), "info")
        self._window.jobs.cancel(TRAIN_SLOT)

    def _on_job_ended(self, slot: str) -> None:
        if slot == TRAIN_SLOT and self.is_agreed and not self._window.jobs.is_running(TRAIN_SLOT):
            QTimer.singleShot(0, self._window, self._window.close)
