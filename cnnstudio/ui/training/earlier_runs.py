"""Fetches the curves of earlier runs on the same images, to stand faintly behind the current one."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from cnnstudio.ui.training.session import TrainingSession
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace

EARLIER_SLOT = "earlier_runs"
SHOWN = 5


class EarlierRunsLoader(QObject):
    """Reads again whenever the folder, the runs, or the run on show change."""

    arrived = Signal(object)
    """A tuple of `RunCurves`, newest first."""

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", session: "TrainingSession",
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._session = workspace, jobs, session
        workspace.folder_changed.connect(self.load)
        workspace.runs.changed.connect(self.load)
        session.run_created.connect(self.load)

    def load(self, *_: object) -> None:
        """Read the curves; the run that is on show itself is left out."""
        folder = self._workspace.folder
        if folder is None:
            self.arrived.emit(())
            return
        from cnnstudio.workspace.list_runs_job import EarlierCurvesJob

        job = EarlierCurvesJob(self._workspace.runs.directory, folder.root, SHOWN, leave_out=self._session.run_path)
        self._jobs.start(job, slot=EARLIER_SLOT, on_event=self._on_event, quiet=True)

    def _on_event(self, event: Any) -> None:
        self.arrived.emit(event.runs)
