"""Reads how far a job is from its events, whatever kind of job it is."""

from PySide6.QtCore import QCoreApplication

from cnnstudio.training.events import EpochEnded, StepEnded, TrainingStarted
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.repeat_events import MemberStarted
from cnnstudio.workspace.sweep_events import SeedStarted


class ProgressReader:
    """Turns a job's events into progress; a training's steps count over all its epochs."""

    def __init__(self) -> None:
        self._epochs = 0
        self._place = SeedStarted(0, 1, 1, 1)

    def read(self, event: object) -> Progress | None:
        """Return the progress that ``event`` tells, or None when it tells none."""
        if isinstance(event, Progress):
            return event
        if isinstance(event, SeedStarted):
            self._place = event
        if isinstance(event, MemberStarted):
            self._place = SeedStarted(0, 1, event.number, event.count)
        if isinstance(event, TrainingStarted):
            self._epochs = event.epochs
            return self._of_all(0, event.epochs * event.steps_per_epoch, 1)
        if isinstance(event, StepEnded):
            done = (event.epoch - 1) * event.steps + event.step
            return self._of_all(done, self._epochs * event.steps, event.epoch)
        if isinstance(event, EpochEnded):
            return self._of_all(event.epoch, self._epochs, event.epoch)
        return None

    def _of_all(self, done: int, total: int, epoch: int) -> Progress:
        """Return the progress of all trainings of a sweep, as if each were as long as the one that runs."""
        place = self._place
        before = place.trial * place.trainings + place.training - 1
        return Progress(before * total + done, place.trials * place.trainings * total, self._text(epoch))

    def _text(self, epoch: int) -> str:
        place, text = self._place, QCoreApplication.translate("ProgressReader", "epoch {epoch} of {epochs}")
        text = text.format(epoch=epoch, epochs=self._epochs)
        if place.trials == 1 and place.trainings == 1:
            return text
        if place.trials == 1:
            first = QCoreApplication.translate("ProgressReader", "training {number} of {count}, {text}")
            return first.format(number=place.training, count=place.trainings, text=text)
        first = QCoreApplication.translate("ProgressReader", "combination {trial} of {trials}, {text}")
        return first.format(trial=place.trial + 1, trials=f"{place.trials:,}", text=text)
