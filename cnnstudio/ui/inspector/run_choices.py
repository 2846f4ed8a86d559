"""The runs that can be looked at, and the opening of one."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cnnstudio.ui.inspector.choice_bar import RunChoice

if TYPE_CHECKING:
    from cnnstudio.runs.summaries import RunSummary
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace

LIST_SLOT = "list_runs"
OPEN_SLOT = "open_run"


class RunChoices(QObject):
    """Lists the runs folder in the background; opening a run makes it the workspace's."""

    listed = Signal(object, object)
    """A list of `RunChoice`, and the path of the run that is looked at, or None."""
    message_requested = Signal(str, str)

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        workspace.runs.changed.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Read the table of runs."""
        from cnnstudio.workspace.list_runs_job import ListRunsJob

        self._jobs.start(ListRunsJob(self._workspace.runs.directory), slot=LIST_SLOT, on_event=self._on_listed,
                         quiet=True)

    def open(self, path: Path) -> None:
        """Look at the run at ``path``."""
        from cnnstudio.workspace.open_run_job import OpenRunJob

        self._jobs.start(OpenRunJob(path), slot=OPEN_SLOT, on_event=self._on_read, on_failed=self._on_failed,
                         quiet=True)

    def _on_listed(self, event: Any) -> None:
        run = self._workspace.runs.current
        choices = [self._choice(summary) for summary in event.runs if summary.epochs or summary.problem]
        self.listed.emit(choices, None if run is None else run.path)

    def _choice(self, summary: "RunSummary") -> RunChoice:
        score = "" if summary.val_accuracy is None else f", {100 * summary.val_accuracy:.1f} %"
        return RunChoice(summary.path, f"{summary.name}{score}", summary.problem)

    def _on_read(self, event: Any) -> None:
        self._workspace.runs.open(event.run)

    def _on_failed(self, message: str, _details: str) -> None:
        self.message_requested.emit(message, "error")
        self.refresh()
