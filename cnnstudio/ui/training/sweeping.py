"""Trying several settings from the Train page: the dialog, the job, and what its card shows."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cnnstudio import paths
from cnnstudio.training.clocks import Stopwatch
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import StepEnded
from cnnstudio.ui.measuring import measurer_of
from cnnstudio.ui.sweep_wishes import sweep_wishes
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.training.durations import time_left
from cnnstudio.ui.training.readiness import find_obstacle
from cnnstudio.ui.training.session import SessionState, TrainingSession
from cnnstudio.ui.training.sweep_card import SweepCard
from cnnstudio.workspace.sweep_events import SeedStarted, SweepEnded, SweepStarted, TrialEnded, TrialStarted

if TYPE_CHECKING:
    from cnnstudio.sweeps.plan import SweepPlan
    from cnnstudio.ui.training.follower import TrainingFollower
    from cnnstudio.ui.training.sweep_dialog import SweepDialog
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.jobs import Job
    from cnnstudio.workspace.workspace import Workspace

_SHARE_MS = 500


class Sweeping(QObject):
    """Ties a sweep to the page's session, so that its trainings are followed like any other."""

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", session: TrainingSession,
                 follower: "TrainingFollower", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._session, self._follower = session, follower
        self._wishes = sweep_wishes(workspace)
        self.why_not = ""
        """Why none can be begun; empty when one can."""
        self.card = SweepCard()
        self.dialog: SweepDialog | None = None
        self._plan: SweepPlan | None = None
        self._is_running = False
        self.is_latest = False
        """Whether the session's job, or its last one, is a sweep."""
        self._training, self._done_before, self._clock = 0, 0, Stopwatch()
        self._throttle = Throttle(_SHARE_MS, self._show_share, self)
        session.told.connect(self._on_told)
        session.step_ended.connect(self._throttle.push)
        session.state_changed.connect(self._on_state)
        self.card.show_requested.connect(self._on_show)
        self.card.go_on_requested.connect(self._on_go_on)

    @property
    def is_running(self) -> bool:
        """Whether the session works on a sweep."""
        return self._is_running

    # doing

    def ask(self) -> None:
        """Open the dialog, unless something stands in the way or a training runs."""
        if self._session.state.is_busy or find_obstacle(self._workspace) is not None or self._why_not():
            return
        from cnnstudio.ui.training.sweep_dialog import SweepDialog
        from cnnstudio.workspace.sweep_plan_job import sweep_subject

        window = self._window()
        self.dialog = SweepDialog(
            sweep_subject(self._workspace), measurer_of(self._workspace, self._jobs), self._jobs, window)
        self.dialog.planned.connect(self.begin)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()

    def _why_not(self) -> str:
        """Return, and tell, why several settings cannot be tried with what the next training starts from."""
        if self.why_not:
            self.message_requested.emit(self.why_not, "info")
        return self.why_not

    def _window(self) -> Any:
        parent: Any = self.parent()
        return parent.window() if parent is not None else None

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def begin(self, plan: "SweepPlan") -> None:
        """Make a sweep and try its combinations."""
        from cnnstudio.workspace.sweep_jobs import BeginSweepJob

        workspace, control = self._workspace, TrainingControl()
        if workspace.folder is not None:
            self._start(BeginSweepJob(plan, workspace.folder, workspace.runs.directory, paths.cache_dir(), control),
                        control)

    def go_on(self, name: str) -> None:
        """Try what is left of a sweep; its images must be open."""
        from cnnstudio.workspace.sweep_jobs import ContinueSweepJob

        workspace, control = self._workspace, TrainingControl()
        if workspace.folder is not None and not self._session.state.is_busy:
            self._start(ContinueSweepJob(name, workspace.folder, workspace.runs.directory, paths.cache_dir(), control),
                        control)

    def _start(self, job: "Job", control: TrainingControl) -> None:
        from cnnstudio.workspace.watched_sweep import WatchedSweep

        if self._session.state.is_busy:
            return
        self._is_running = self.is_latest = True
        self._follower.begin()
        self._session.start(WatchedSweep(job), control)

    # the sweep tells

    def _on_told(self, event: object) -> None:
        match event:
            case SweepStarted():
                self._on_started(event)
            case TrialStarted():
                self.card.show_trial(event)
            case SeedStarted():
                self._on_seed(event)
            case TrialEnded():
                self.card.show_row(event.row)
                self._tell_change()
            case SweepEnded():
                self.card.show_rows(event.rows)
                self._session.end()

    def _on_started(self, event: SweepStarted) -> None:
        self._plan = event.plan
        directory = self._workspace.runs.directory
        self.card.show_plan(event.plan, event.rows, directory, is_usual=directory == paths.runs_dir())
        self._done_before, self._clock = self._ended(), Stopwatch()
        self._clock.go()
        self._wishes.running = event.plan.name
        self._tell_change()

    def _on_seed(self, event: SeedStarted) -> None:
        """Follow the next training from its beginning."""
        self._training = event.training
        self.card.show_seed(event)
        self._session.begin_next()
        self._follower.begin()

    def _ended(self) -> int:
        return sum(row.state not in ("waiting", "running") for row in self.card.rows.values())

    def _show_share(self, event: StepEnded) -> None:
        """Show how much of the sweep is done; the time left follows from what was done since it was begun here."""
        if not self._is_running or self._plan is None:
            return
        epochs = max(1, self._session.epochs_planned)
        training = (event.epoch - 1 + event.step / event.steps) / epochs
        begun = (self._training - 1 + training) / self._plan.seeds
        count, ended = max(1, len(self.card.rows)), self._ended()
        here = (ended - self._done_before + begun) / max(1, count - self._done_before)
        self.card.show_share(min(1.0, (ended + begun) / count), time_left(min(1.0, here), self._clock.seconds))

    def _on_state(self, state: SessionState) -> None:
        if state.is_busy or not self._is_running:
            self.is_latest = self._is_running or (self.is_latest and not state.is_busy)
            return
        self._is_running = False
        self._clock.halt()
        self._throttle.clear()
        self._wishes.running = ""
        self.card.set_running(is_running=False)
        self._workspace.runs.notify_changed()
        self._tell_change()

    def _tell_change(self) -> None:
        if self._plan is not None:
            self._wishes.changed.emit(self._plan.name)

    # the user

    def _on_show(self) -> None:
        if self._plan is not None:
            self._wishes.show(self._plan.name)
            self.navigate_requested.emit("runs")

    def _on_go_on(self) -> None:
        if self._plan is not None:
            self._wishes.go_on_requested.emit(self._plan.name, self._plan.folder)
