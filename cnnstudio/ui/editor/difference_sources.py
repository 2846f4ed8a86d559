"""The menu of what the canvas can be compared with: as it was opened, a known network, a run's, a file's."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from cnnstudio.errors import CNNStudioError
from cnnstudio.network import document
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.runs.summaries import RunSummary
from cnnstudio.ui.editor.difference_session import ComparisonSession
from cnnstudio.ui.editor.listening import listen
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.list_runs_job import ListRunsJob, RunsListed
from cnnstudio.workspace.open_run_job import OpenRunJob, RunRead

LIST_SLOT, READ_SLOT = "list runs to compare", "read run to compare"
_MOST_RUNS = 15


class CompareMenu(QMenu):
    """Starts a comparison with what is chosen; files and runs that cannot be read become messages."""

    message_requested = Signal(str, str)

    def __init__(self, session: EditorSession, comparison: ComparisonSession, jobs: JobRunner,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare_menu")
        self._session, self._comparison, self._jobs = session, comparison, jobs
        self.addAction(self.tr("As it was opened"), comparison.start_with_opened).setObjectName("compare_opened")
        self.known = QMenu(self.tr("A known network"), self)
        self.runs = QMenu(self.tr("A run's network"), self)
        self.addMenu(self.known)
        self.addMenu(self.runs)
        self.addAction(self.tr("A file…"), self.ask_for_file).setObjectName("compare_file")
        self._is_stale = True
        self._fill_known()
        self._fill_runs(())
        self.aboutToShow.connect(self.list_runs)
        listen(self, session.workspace.runs.changed, self._on_runs_changed)

    def _fill_known(self) -> None:
        for info in PRESETS:
            self.known.addAction(tr(info.title, "Presets"), partial(self.compare_with_preset, info.name))

    # known networks and files

    def compare_with_preset(self, name: str) -> None:
        """Compare with a known network, fitted to the input and classes of the canvas where it can be."""
        title = tr(next(info.title for info in PRESETS if info.name == name), "Presets")
        graph = self._session.graph
        source, end = graph.input_node, graph.output_node
        shape = tuple(int(source.parameters[key]) for key in ("channels", "height", "width")) if source else None
        try:
            self._comparison.start(
                preset(name, input_shape=shape, classes=end.parameters["classes"] if end else None), title)
        except CNNStudioError:
            self._comparison.start(preset(name), title)

    def ask_for_file(self) -> None:
        """Ask for a file and compare with it."""
        path, _kind = QFileDialog.getOpenFileName(self.parentWidget(), self.tr("Compare with a network"), "",
                                                  self.tr("Network (*.json)"))
        if path:
            self.compare_with_file(Path(path))

    def compare_with_file(self, path: Path) -> None:
        """Compare with the network in a file."""
        try:
            self._comparison.start(document.load(path), path.name)
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")

    # runs

    def list_runs(self) -> None:
        """Read which runs there are, in the background, when they may have changed."""
        if self._is_stale:
            self._is_stale = False
            job = ListRunsJob(self._session.workspace.runs.directory)
            self._jobs.start(job, slot=LIST_SLOT, on_event=self._on_listed, quiet=True)

    def compare_with_run(self, path: Path) -> None:
        """Read a run in the background and compare with its network."""
        self._jobs.start(OpenRunJob(path), slot=READ_SLOT, on_event=self._on_read, on_failed=self._on_failed)

    def _on_runs_changed(self) -> None:
        self._is_stale = True

    def _on_listed(self, event: RunsListed) -> None:
        self._fill_runs([run for run in event.runs if run.is_sound][:_MOST_RUNS])

    def _fill_runs(self, runs: Sequence[RunSummary]) -> None:
        self.runs.clear()
        for number, run in enumerate(runs):
            title = self.tr("{name} (the newest)").format(name=run.name) if number == 0 else run.name
            self.runs.addAction(title.replace("&", "&&"), partial(self.compare_with_run, run.path))
        if not runs:
            self.runs.addAction(self.tr("No runs yet")).setEnabled(False)

    def _on_read(self, event: RunRead) -> None:
        record = event.run.record
        try:
            self._comparison.start(document.from_document(record.graph), record.name or event.run.path.name)
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")

    def _on_failed(self, message: str, _details: str) -> None:
        self.message_requested.emit(message, "error")
