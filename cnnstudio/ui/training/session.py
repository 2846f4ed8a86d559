"""One training as the page sees it: started, followed, stopped, saved and opened; every value is kept."""

import time
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cnnstudio.training.events import EpochEnded, StepEnded, TrainingFinished, TrainingStarted
from cnnstudio.training.step_history import StepHistory
from cnnstudio.workspace.jobs import Job, Progress
from cnnstudio.workspace.training_job import EvaluationReady, ImagesNotKept, RunCreated, RunSaved, SaveFailed

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner

TRAIN_SLOT = "train"


class SessionState(Enum):
    """Where a training is."""

    IDLE = "idle"
    PREPARING = "preparing"
    TRAINING = "training"
    STOPPING = "stopping"
    SAVING = "saving"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def is_busy(self) -> bool:
        """Whether the thread works."""
        return self in (SessionState.PREPARING, SessionState.TRAINING, SessionState.STOPPING, SessionState.SAVING)


class TrainingSession(QObject):
    """Runs a training job and turns its events into signals; the history of the last one stays readable."""

    state_changed = Signal(object)
    preparation = Signal(object)
    started = Signal(object)
    step_ended = Signal(object)
    epoch_ended = Signal(object)
    finished = Signal(object)
    run_created = Signal(object)
    """The `Path` of the run that is being written."""
    evaluated = Signal(object)
    run_saved = Signal(object)
    """The `Path` of the complete run."""
    failed = Signal(str)
    save_failed = Signal(str)
    images_not_kept = Signal(str)
    """Why decoded images cannot be kept; the training goes on."""

    def __init__(self, jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.state = SessionState.IDLE
        self.steps = StepHistory()
        self.epochs: list[EpochEnded] = []
        self.run_path: Path | None = None
        self._status = ""
        self._clock_s = 0.0
        self._handlers = self._make_handlers()

    def _make_handlers(self) -> dict[type, Callable[[Any], None]]:
        return {
            Progress: self.preparation.emit, TrainingStarted: self._on_started, StepEnded: self._on_step,
            EpochEnded: self._on_epoch, TrainingFinished: self._on_finished, RunCreated: self._on_created,
            EvaluationReady: self._on_evaluated, SaveFailed: self._on_save_failed, RunSaved: self._on_saved,
            ImagesNotKept: self._on_images_not_kept}

    def start(self, job: Job) -> None:
        """Run ``job``; its events arrive as signals."""
        self.steps, self.epochs, self.run_path, self._status, self._clock_s = StepHistory(), [], None, "", 0.0
        self._set_state(SessionState.PREPARING)
        self._jobs.start(job, slot=TRAIN_SLOT, on_event=self._on_event, on_failed=self._on_failed,
                         on_cancelled=self._on_cancelled)

    def stop(self) -> None:
        """Ask the training to end after its batch; what was learned is kept."""
        if self.state in (SessionState.PREPARING, SessionState.TRAINING):
            self._set_state(SessionState.STOPPING)
            self._jobs.cancel(TRAIN_SLOT)

    @property
    def elapsed_s(self) -> float:
        """Seconds since the first step was possible; 0 before."""
        return time.monotonic() - self._clock_s if self._clock_s else 0.0

    def _set_state(self, state: SessionState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _on_event(self, event: object) -> None:
        handler = self._handlers.get(type(event))
        if handler is not None:
            handler(event)

    def _on_started(self, event: TrainingStarted) -> None:
        self._clock_s = time.monotonic()
        if self.state is SessionState.PREPARING:
            self._set_state(SessionState.TRAINING)
        self.started.emit(event)

    def _on_step(self, event: StepEnded) -> None:
        self.steps.append(event)
        self.step_ended.emit(event)

    def _on_epoch(self, event: EpochEnded) -> None:
        self.epochs.append(event)
        self.epoch_ended.emit(event)

    def _on_finished(self, event: TrainingFinished) -> None:
        self._status = event.status
        self._set_state(SessionState.SAVING)
        self.finished.emit(event)

    def _on_created(self, event: RunCreated) -> None:
        self.run_path = event.path
        self.run_created.emit(event.path)

    def _on_evaluated(self, event: EvaluationReady) -> None:
        self.evaluated.emit(event.evaluation)

    def _on_save_failed(self, event: SaveFailed) -> None:
        self.save_failed.emit(event.message)

    def _on_images_not_kept(self, event: ImagesNotKept) -> None:
        self.images_not_kept.emit(event.message)

    def _on_saved(self, event: RunSaved) -> None:
        self.run_path = event.path
        self._set_state(SessionState.STOPPED if self._status == "stopped" else SessionState.FINISHED)
        self.run_saved.emit(event.path)

    def _on_failed(self, message: str, _details: str) -> None:
        self._set_state(SessionState.FAILED)
        self.failed.emit(message)

    def _on_cancelled(self) -> None:
        self._set_state(SessionState.IDLE)
