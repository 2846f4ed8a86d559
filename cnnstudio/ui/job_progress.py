"""Reads how far a job is from its events, whatever kind of job it is."""

from PySide6.QtCore import QCoreApplication

from cnnstudio.training.events import EpochEnded, StepEnded, TrainingStarted
from cnnstudio.workspace.jobs import Progress


class ProgressReader:
    """Turns a job's events into progress; a training's steps count over all its epochs."""

    def __init__(self) -> None:
        self._epochs = 0

    def read(self, event: object) -> Progress | None:
        """Return the progress that ``event`` tells, or None when it tells none."""
        if isinstance(event, Progress):
            return event
        if isinstance(event, TrainingStarted):
            self._epochs = event.epochs
            return Progress(0, event.epochs * event.steps_per_epoch, self._text(1))
        if isinstance(event, StepEnded):
            done = (event.epoch - 1) * event.steps + event.step
            return Progress(done, self._epochs * event.steps, self._text(event.epoch))
        if isinstance(event, EpochEnded):
            return Progress(event.epoch, self._epochs, self._text(event.epoch))
        return None

    def _text(self, epoch: int) -> str:
        text = QCoreApplication.translate("ProgressReader", "epoch {epoch} of {epochs}")
        return text.format(epoch=epoch, epochs=self._epochs)
