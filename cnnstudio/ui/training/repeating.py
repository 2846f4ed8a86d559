"""Repeats a training from the Train page: other seeds or all folds, followed like any other training."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cnnstudio import paths
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import StepEnded
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.training.repeat_card import USUAL_FOLDS, RepeatCard, RepeatWish
from cnnstudio.ui.training.session import SessionState, TrainingSession
from cnnstudio.ui.workers import LazyJob
from cnnstudio.workspace.repeat_events import MemberEnded, MemberFailed, MemberStarted, RepeatEnded, RepeatStarted

if TYPE_CHECKING:
    from cnnstudio.runs.group_results import GroupSummary
    from cnnstudio.ui.training.follower import TrainingFollower
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.compare_job import Compared
    from cnnstudio.workspace.jobs import Job
    from cnnstudio.workspace.training_job import TrainingJob
    from cnnstudio.workspace.workspace import Workspace

CURVES_SLOT = "repeat curves"
_SHARE_MS = 300


class Repeating(QObject):
    """Ties a repeated training to the page's session and shows what all of its trainings say together."""

    message_requested = Signal(str, str)
    run_ended = Signal(object)
    """The `Path` of the last run that a repetition has trained."""
    shown = Signal(object, object)
    """A `GroupSummary` and its curves, a `Subject`: all of a repetition is to be shown."""

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", session: TrainingSession,
                 follower: "TrainingFollower", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._session, self._follower = session, follower
        self.card = RepeatCard()
        self.is_running = self.is_latest = False
        """Whether the session repeats a training; whether its last job did."""
        self._key = ""
        self._summary: GroupSummary | None = None
        self._place, self._count = 1, 1
        self._throttle = Throttle(_SHARE_MS, self._show_share, self)
        session.told.connect(self._on_told)
        session.step_ended.connect(self._throttle.push)
        session.state_changed.connect(self._on_state)
        workspace.split_changed.connect(self._on_split)
        self.card.show_requested.connect(self.show_all)
        self.card.go_on_requested.connect(self._on_go_on)
        self._on_split()

    # doing

    @property
    def wish(self) -> RepeatWish:
        """How often the next training is to be done."""
        return self.card.wish

    def begin(self, prototype: "TrainingJob", control: TrainingControl) -> None:
        """Train as often as is chosen."""
        wish = self.wish
        title = self.tr("Training {name}, {count} times").format(name=prototype.network_name, count=wish.count)
        self._start(LazyJob(title, partial(_repeated, prototype, wish)), control)

    def go_on(self, key: str) -> None:
        """Train what is missing of a group."""
        if self._session.state.is_busy:
            return
        from cnnstudio.workspace.repeated_training import ContinueRepeatJob

        control = TrainingControl()
        self._start(ContinueRepeatJob(self._workspace.runs.directory, key, paths.cache_dir(), control=control), control)

    def _start(self, job: "Job", control: TrainingControl) -> None:
        from cnnstudio.workspace.watched_sweep import WatchedSweep

        self.is_running = self.is_latest = True
        self._summary = None
        self._follower.begin()
        self.card.set_running(is_running=True)
        self._session.start(WatchedSweep(job), control)

    # the repetition tells

    def _on_told(self, event: object) -> None:
        match event:
            case RepeatStarted():
                self._key, self._count = event.key, event.count
            case MemberStarted():
                self._on_member(event)
            case MemberFailed():
                self.message_requested.emit(event.message, "warning")
            case MemberEnded():
                self.card.show_summary(event.summary)
                self._workspace.runs.notify_changed()
            case RepeatEnded():
                self._on_ended(event)

    def _on_member(self, event: MemberStarted) -> None:
        """Follow the next training from its beginning."""
        self._place = event.number
        self.card.show_place(event)
        self._session.begin_next()
        self._follower.begin()

    def _on_ended(self, event: RepeatEnded) -> None:
        self._summary = event.summary
        self._session.end(is_stopped=event.status == "stopped")
        self.card.show_end(event.summary)
        complete = event.summary.complete
        if complete:
            self.run_ended.emit(complete[-1].path)
        self.show_all()

    def _show_share(self, event: StepEnded) -> None:
        if self.is_running:
            epochs = max(1, self._session.epochs_planned)
            training = (event.epoch - 1 + event.step / event.steps) / epochs
            self.card.show_share(min(1.0, (self._place - 1 + training) / self._count))

    def _on_state(self, state: SessionState) -> None:
        if state.is_busy:
            if not self.is_running:
                self.is_latest = False
                self.card.forget()
            return
        if self.is_running:
            self.is_running = False
            self._throttle.clear()
            self.card.set_running(is_running=False)
            self._workspace.runs.notify_changed()

    # showing

    def show_all(self) -> None:
        """Show mean, spread and curves of the last repetition."""
        if self._summary is not None and self._summary.complete:
            from cnnstudio.workspace.compare_job import CompareJob

            self._jobs.start(CompareJob((self._summary,)), slot=CURVES_SLOT, quiet=True, on_event=self._on_curves)

    def _on_curves(self, event: "Compared") -> None:
        self.shown.emit(event.subjects[0].row, event.subjects[0])

    # the user and the workspace

    def _on_go_on(self) -> None:
        if self._key:
            self.go_on(self._key)

    def _on_split(self, *_: object) -> None:
        folds = self._workspace.split_config.folds
        self.card.set_folds(folds if folds > 1 else USUAL_FOLDS)


def _repeated(prototype: "TrainingJob", wish: RepeatWish) -> Any:
    """Return the job; dividing the images into folds takes a while, so this is done in its thread."""
    from cnnstudio.workspace.repeated_training import RepeatedTrainingJob

    return RepeatedTrainingJob(prototype, "folds" if wish.kind == "folds" else "seeds", wish.count)
