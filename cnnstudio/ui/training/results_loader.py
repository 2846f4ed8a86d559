"""Shows the results of whatever run is open, worked out from the answers it keeps, in a thread."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio import paths

if TYPE_CHECKING:
    from cnnstudio.ui.training.results_view import ResultsView
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.assessment_job import RunAssessed
    from cnnstudio.workspace.evaluation_job import FolderEvaluated
    from cnnstudio.workspace.workspace import Workspace

ASSESS_SLOT = "assess"


class ResultsLoader(QObject):
    """Listens to the workspace; a run that opens, also at the end of its training, is measured and shown."""

    arrived = Signal()
    """The view shows the results of the open run."""
    message_requested = Signal(str, str)
    """A sentence about what was found, and its severity."""

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", results: "ResultsView",
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self._results = workspace, jobs, results
        workspace.runs.opened.connect(self._on_opened)
        results.measure_requested.connect(self.measure_again)
        self._on_opened()

    def _on_opened(self) -> None:
        run = self._workspace.runs.current
        if run is None or run.record.evaluation is None:
            return
        from cnnstudio.workspace.assessment_job import AssessmentJob

        self._jobs.start(AssessmentJob(run.path), slot=ASSESS_SLOT, on_event=self._on_event,
                         on_failed=self._on_failed, quiet=True)

    def measure_again(self) -> None:
        """Look at the open run's validation images once more; its answers are kept from then on."""
        run = self._workspace.runs.current
        if run is None:
            return
        from cnnstudio.workspace.evaluation_job import EvaluationJob

        self._results.show_measuring()
        job = EvaluationJob(run.path, Path(run.record.folder), cache_directory=paths.cache_dir(), which="validation")
        self._jobs.start(job, slot=ASSESS_SLOT, on_event=self._on_event, on_failed=self._on_not_measured,
                         on_cancelled=self._show_record)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.assessment_job import RunAssessed
        from cnnstudio.workspace.evaluation_job import FolderEvaluated

        if isinstance(event, RunAssessed):
            self._show(event)
        elif isinstance(event, FolderEvaluated):
            self._show_measured(event)

    def _show(self, event: "RunAssessed") -> None:
        name = event.record.name or event.path.name
        if event.assessment is not None and event.epoch == event.record.best_epoch:
            self._results.show_assessment(event.assessment, name)
        elif event.record.evaluation is not None:
            self._results.show_nothing_kept(event.record.evaluation, name)
        self.arrived.emit()

    def _show_measured(self, event: "FolderEvaluated") -> None:
        run = self._workspace.runs.current
        if run is not None and run.path == event.run:
            self._results.show_assessment(event.assessment, run.record.name or run.path.name)
            self.arrived.emit()
        if event.notes:
            self.message_requested.emit(" ".join(event.notes), "info")

    def _on_not_measured(self, message: str, _details: str) -> None:
        self.message_requested.emit(message, "warning")
        self._show_record()

    def _on_failed(self, _message: str, _details: str) -> None:
        """Show what the record says: damaged answers cost the other figures only."""
        self._show_record()

    def _show_record(self) -> None:
        run = self._workspace.runs.current
        if run is not None and run.record.evaluation is not None:
            self._results.show_nothing_kept(run.record.evaluation, run.record.name or run.path.name)
            self.arrived.emit()
