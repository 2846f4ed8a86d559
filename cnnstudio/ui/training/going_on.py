"""What the buttons of a training do: pause, go on, more epochs, an interrupted run, and the way out of a failure."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cnnstudio import paths
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import TrainingPaused
from cnnstudio.ui.training.follower import TrainingFollower
from cnnstudio.ui.training.progress_panel import ProgressPanel
from cnnstudio.ui.training.session import SessionState, TrainingSession

if TYPE_CHECKING:
    from cnnstudio.workspace.training_events import RemedyFound, RunResumed
    from cnnstudio.workspace.workspace import Workspace


class GoingOn(QObject):
    """Ties the buttons to the session, and says what the session tells of waits and changes.

    Parameters
    ----------
    start : starts a new training with the workspace's recipe
    """

    message_requested = Signal(str, str)
    message_withdrawn = Signal(str)
    """A sentence that is not true any more."""

    def __init__(self, workspace: "Workspace", session: TrainingSession, progress: ProgressPanel,
                 follower: TrainingFollower, start: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._session, self._progress, self._follower = workspace, session, progress, follower
        self._start = start
        self._waiting_for = ""
        controls = progress.controls
        for signal, receiver in (
            (controls.start_requested, self._on_start), (controls.stop_requested, session.stop),
            (controls.pause_requested, session.pause), (controls.go_on_requested, self.go_on),
            (controls.more_epochs_requested, self._on_more_epochs), (controls.remedy_requested, self._on_remedy),
            (session.paused, self._on_paused), (session.continued, self._on_continued),
            (session.notice, self._on_notice), (session.resumed, self._on_resumed),
            (session.remedy_found, self._on_remedy_found), (session.state_changed, self._on_state),
        ):
            signal.connect(receiver)

    def pause_or_go_on(self) -> None:
        """Pause a training that runs; go on with one that waits or was stopped."""
        if self._session.state is SessionState.TRAINING:
            self._session.pause()
        elif self._session.state in (SessionState.PAUSED, SessionState.STOPPED):
            self.go_on()

    def go_on(self) -> None:
        """End the pause, or take up the run that was stopped."""
        if self._session.state is SessionState.PAUSED:
            self._session.go_on()
        elif self._session.run_path is not None:
            self.resume(self._session.run_path)

    def resume(self, path: Path, more_epochs: int = 0) -> None:
        """Go on with the training of the run at ``path``, as far as its recipe says and ``more_epochs`` farther."""
        if self._session.state.is_busy:
            return
        from cnnstudio.workspace.resume_job import ResumeJob

        control = TrainingControl()
        self._session.start(
            ResumeJob(path, paths.cache_dir(), more_epochs=more_epochs, control=control), control)
        self._session.run_path = path

    def _on_start(self) -> None:
        self._start()

    def _on_more_epochs(self, count: int) -> None:
        if self._session.state.is_busy:
            self._session.add_epochs(count)
        elif self._session.run_path is not None:
            self.resume(self._session.run_path, count)

    def _on_remedy(self, changes: Mapping[str, Any]) -> None:
        self._workspace.set_train_config(self._workspace.train_config.model_copy(update=dict(changes)))
        self._start()

    def _on_paused(self, event: TrainingPaused) -> None:
        self._progress.show_pause(event)
        self._withdraw()
        if event.reason:
            self._waiting_for = self.tr("The training waits. {reason}").format(reason=event.reason)
            self.message_requested.emit(self._waiting_for, "warning")

    def _on_continued(self) -> None:
        if self._waiting_for:
            self._withdraw()
            self.message_requested.emit(self.tr("The images are back, and the training has gone on."), "good")

    def _on_state(self, state: SessionState) -> None:
        self._progress.controls.show_run(has_run=self._session.run_path is not None)
        if not state.is_busy:
            self._withdraw()

    def _withdraw(self) -> None:
        if self._waiting_for:
            self.message_withdrawn.emit(self._waiting_for)
            self._waiting_for = ""

    def _on_notice(self, message: str) -> None:
        self._progress.set_epochs(self._session.epochs_planned)
        self.message_requested.emit(message, "info")

    def _on_remedy_found(self, remedy: "RemedyFound") -> None:
        self._progress.show_remedy(remedy)

    def _on_resumed(self, event: "RunResumed") -> None:
        """Show the epochs done and say what is not as before."""
        self._follower.begin_again(event.history)
        for note in event.notes:
            self.message_requested.emit(note, "info")
        best = next((row for row in reversed(event.history) if row.is_best), None)
        for row in filter(None, (best, *event.history[-1:])):
            self._progress.show_epoch(row)
