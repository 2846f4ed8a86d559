"""One training as the page sees it: started, followed, stopped, saved and opened; every value is kept."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cnnstudio.training.clocks import Stopwatch
from cnnstudio.training.config import EPOCHS_LIMIT
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import (
    EpochEnded,
    StepEnded,
    TrainingContinued,
    TrainingFinished,
    TrainingNotice,
    TrainingPaused,
    TrainingStarted,
)
from cnnstudio.training.step_history import StepHistory
from cnnstudio.ui.training.durations import time_left
from cnnstudio.ui.workers import TRAIN_SLOT
from cnnstudio.workspace.jobs import Job, Progress
from cnnstudio.workspace.training_events import (
    EvaluationReady,
    ImagesNotKept,
    RemedyFound,
    RunCreated,
    RunResumed,
    RunSaved,
    SaveFailed,
    ValidationClasses,
)
from cnnstudio.workspace.watched_training import HeatmapsReady, PinnedWish, WatchedTraining

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner



class SessionState(Enum):
    """Where a training is."""

    IDLE = "idle"
    PREPARING = "preparing"
    TRAINING = "training"
    PAUSED = "paused"
    STOPPING = "stopping"
    SAVING = "saving"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"

    @property
    def is_busy(self) -> bool:
        """Whether there is a training that has not ended."""
        return self in _BUSY

    @property
    def can_be_stopped(self) -> bool:
        """Whether a training may be asked to end."""
        return self in _STOPPABLE


_STOPPABLE = frozenset((SessionState.PREPARING, SessionState.TRAINING, SessionState.PAUSED))
_BUSY = _STOPPABLE | {SessionState.STOPPING, SessionState.SAVING}


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
    paused = Signal(object)
    """A `TrainingPaused`; its reason is empty when the user wished it."""
    continued = Signal(object)
    notice = Signal(str)
    """The engine changed how it works, in a sentence."""
    resumed = Signal(object)
    """A `RunResumed`: a run goes on in place of a new one."""
    classes_counted = Signal(object)
    """The `ValidationClasses`, before the first step."""
    remedy_found = Signal(object)
    """A `RemedyFound`, just before `failed`."""
    heatmaps_ready = Signal(object)
    """A `HeatmapsReady` after an epoch."""
    images_not_kept = Signal(str)
    """Why decoded images cannot be kept; the training goes on."""
    told = Signal(object)
    """An event that is no training's: what a job of several trainings tells besides."""

    def __init__(self, jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.state = SessionState.IDLE
        self.steps = StepHistory()
        self.epochs: list[EpochEnded] = []
        self.run_path: Path | None = None
        self._planned = 0
        self.control = TrainingControl()
        self.pinned = PinnedWish()
        """The images whose heatmaps are wanted; set by whoever shows them."""
        self._status, self._before_pause = "", SessionState.TRAINING
        self._clock, self._begun = Stopwatch(), 0.0
        self._handlers = self._make_handlers()

    def _make_handlers(self) -> dict[type, Callable[[Any], None]]:
        return {
            Progress: self.preparation.emit, TrainingStarted: self._on_started, StepEnded: self._on_step,
            EpochEnded: self._on_epoch, TrainingFinished: self._on_finished, RunCreated: self._on_created,
            EvaluationReady: _passing(self.evaluated, "evaluation"), SaveFailed: _passing(self.save_failed, "message"),
            RunSaved: self._on_saved, ImagesNotKept: _passing(self.images_not_kept, "message"),
            TrainingPaused: self._on_paused, TrainingContinued: self._on_continued,
            TrainingNotice: _passing(self.notice, "message"), RunResumed: self._on_resumed,
            HeatmapsReady: self.heatmaps_ready.emit, RemedyFound: self.remedy_found.emit,
            ValidationClasses: self.classes_counted.emit}

    def start(self, job: Job, control: TrainingControl | None = None) -> None:
        """Run ``job``, which listens to ``control``; its events arrive as signals."""
        self.control = control or TrainingControl()
        self.begin_next()
        self._set_state(SessionState.PREPARING)
        watched = WatchedTraining(job, self.control, self.pinned)
        self._jobs.start(watched, slot=TRAIN_SLOT, on_event=self._on_event, on_failed=self._on_failed,
                         on_cancelled=self._on_cancelled)

    def begin_next(self) -> None:
        """Forget the training so far: the job goes on with another one."""
        self.steps, self.epochs, self.run_path, self._status = StepHistory(), [], None, ""
        self._clock, self._begun, self._planned = Stopwatch(), 0.0, 0
        if self.state is SessionState.TRAINING:
            self._set_state(SessionState.PREPARING)

    def end(self, *, is_stopped: bool = False) -> None:
        """Take the job's last training for ended, when the job has not said so itself."""
        if self.state.is_busy:
            self._set_state(SessionState.STOPPED if is_stopped else SessionState.FINISHED)

    def stop(self) -> None:
        """Ask the training to end after its batch; what was learned is kept."""
        if self.state.can_be_stopped:
            self._set_state(SessionState.STOPPING)
            self._jobs.cancel(TRAIN_SLOT)

    def pause(self) -> None:
        """Let the training wait after its batch."""
        if self.state is SessionState.TRAINING:
            self.control.pause()

    def go_on(self) -> None:
        """End the pause; a training that waits for its images looks at once whether they are there."""
        self.control.go_on()

    def add_epochs(self, count: int) -> None:
        """Let the training that runs do ``count`` epochs more."""
        self.control.add_epochs(count)

    @property
    def epochs_planned(self) -> int:
        """Epochs of the recipe and those asked for meanwhile; 0 before the training begins."""
        return min(self._planned + self.control.more_epochs, EPOCHS_LIMIT) if self._planned else 0

    @property
    def elapsed_s(self) -> float:
        """Seconds of training since it was started or went on, without pauses and the computer's sleep."""
        return self._clock.seconds

    @property
    def time_left_s(self) -> float | None:
        """Seconds to go at the pace so far; None while it is too early to say."""
        if not len(self.steps) or not self.epochs_planned:
            return None
        now = self.steps.positions(len(self.steps) - 1)[0]
        done = (now - self._begun) / max(1e-9, self.epochs_planned - self._begun)
        return time_left(min(1.0, float(done)), self.elapsed_s)

    def _set_state(self, state: SessionState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _on_event(self, event: object) -> None:
        self._handlers.get(type(event), self.told.emit)(event)

    def _on_started(self, event: TrainingStarted) -> None:
        self._clock.go()
        self._planned = event.epochs
        if self.state is SessionState.PREPARING:
            self._set_state(SessionState.TRAINING)
        self.started.emit(event)

    def _on_paused(self, event: TrainingPaused) -> None:
        self._clock.halt()
        if self.state is SessionState.STOPPING:
            return
        if self.state is not SessionState.PAUSED:
            self._before_pause = self.state
        self._set_state(SessionState.PAUSED)
        self.paused.emit(event)

    def _on_continued(self, event: TrainingContinued) -> None:
        if self.state is SessionState.PAUSED:
            self._set_state(self._before_pause)
        if self.state is not SessionState.PREPARING:
            self._clock.go()
        self.continued.emit(event)

    def _on_resumed(self, event: RunResumed) -> None:
        self.run_path, self.epochs = event.path, list(event.history)
        self.run_created.emit(event.path)
        self.resumed.emit(event)

    def _on_step(self, event: StepEnded) -> None:
        if not len(self.steps):
            self._begun = event.epoch - 1 + (event.step - 1) / max(1, event.steps)
        self.steps.append(event)
        self.step_ended.emit(event)

    def _on_epoch(self, event: EpochEnded) -> None:
        self.epochs.append(event)
        self.epoch_ended.emit(event)

    def _on_finished(self, event: TrainingFinished) -> None:
        self._status = event.status
        self._clock.halt()
        self._set_state(SessionState.SAVING)
        self.finished.emit(event)

    def _on_created(self, event: RunCreated) -> None:
        self.run_path = event.path
        self.run_created.emit(event.path)

    def _on_saved(self, event: RunSaved) -> None:
        self.run_path = event.path
        self._set_state(SessionState.STOPPED if self._status == "stopped" else SessionState.FINISHED)
        self.run_saved.emit(event.path)

    def _on_failed(self, message: str, _details: str) -> None:
        self._clock.halt()
        self._set_state(SessionState.FAILED)
        self.failed.emit(message)

    def _on_cancelled(self) -> None:
        self._set_state(SessionState.IDLE)


def _passing(signal: Any, field: str) -> Callable[[Any], None]:
    """Return what sends one field of an event on."""
    return lambda event: signal.emit(getattr(event, field))
