"""The Runs page: every training so far, sorted, filtered, starred, annotated, compared, opened again."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from cnnstudio import storage
from cnnstudio.errors import CNNStudioError
from cnnstudio.runs.group_results import GroupSummary, Row
from cnnstudio.ui.cards import EmptyState, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.run_uses import run_uses
from cnnstudio.ui.runs.csv_export import to_csv
from cnnstudio.ui.runs.detail_panel import DetailPanel
from cnnstudio.ui.runs.following import Following
from cnnstudio.ui.runs.table import RunsModel, RunsTable, members_of
from cnnstudio.ui.training_starts import training_starts
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.compare_job import Compared, CompareJob, letter_of
from cnnstudio.workspace.list_runs_job import ListRunsJob, RunsListed
from cnnstudio.workspace.open_run_job import OpenRunJob, RunRead
from cnnstudio.workspace.runs_page_jobs import AnnotateGroupJob, AnnotateRunJob, DeleteRunsJob, RunsDeleted

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace

LIST_SLOT = "list runs"
OPEN_SLOT = "open run"
COMPARE_SLOT = "compare runs"
DELETE_SLOT = "delete runs"


class RunsPage(QWidget):
    """Lists the runs of the workspace's runs folder."""

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)
    resume_requested = Signal(object)
    """A `ResumeWish`: a run is to go on."""

    def __init__(self, workspace: "Workspace", jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs_page")
        self._workspace, self._jobs = workspace, jobs
        self.model = RunsModel(self)
        self.table = RunsTable(self.model)
        self.details = DetailPanel()
        self._build()
        self._connect()

    def _build(self) -> None:
        self._search = QLineEdit()
        self._search.setObjectName("runs_search")
        self._search.setAccessibleName(self.tr("Find runs"))
        self._search.setPlaceholderText(self.tr("Find runs: words of any column"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(360)
        self._starred = QPushButton(self.tr("Starred"))
        self._starred.setObjectName("only_starred")
        self._starred.setAccessibleName(self.tr("Only starred runs"))
        self._starred.setCheckable(True)
        set_icon(self._starred, "star")
        self._export = QPushButton(self.tr("Export CSV…"))
        self._export.setObjectName("export_csv")
        self._export.setAccessibleName(self.tr("Export the runs shown as CSV"))
        set_icon(self._export, "save")
        self._count = label("", "quiet", name="run_count")
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget, stretch in ((self._search, 1), (self._starred, 0), (self._count, 0)):
            line.addWidget(widget, stretch)
        line.addStretch(1)
        line.addWidget(self._export)
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(16, 16, 16, 16)
        across.setSpacing(12)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(line)
        left.addWidget(self.table, 1)
        across.addLayout(left, 1)
        across.addWidget(self.details)
        self._empty = EmptyState(
            "runs", self.tr("No runs yet"),
            self.tr("Every training is kept here with its settings and results, so that nothing you tried is lost."),
            self.tr("Go to the Train page"), name="runs_empty")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(body)

    def _connect(self) -> None:
        self.following = Following(self, self._workspace.runs, self._jobs, self.reload, self._is_read)
        self._search.textChanged.connect(self._on_filter)
        self._starred.toggled.connect(self._on_filter)
        self._export.clicked.connect(self.export_csv)
        self._empty.action_requested.connect(self._go_train)
        self.table.selection_changed.connect(self._on_selection)
        self.table.star_clicked.connect(self.toggle_star)
        self.table.run_activated.connect(self.open_run)
        self.details.open_requested.connect(self.open_run)
        self.details.settings_requested.connect(self.use_settings)
        self.details.start_requested.connect(self.train_on)
        self.details.resume_requested.connect(self.resume_requested)
        self.details.notes_edited.connect(self._annotate)
        self.details.delete_requested.connect(self.delete)
        for signal in (self.details.use_requested, self.table.use_requested):
            signal.connect(run_uses(self._workspace).ask_for)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the panel at the right its share."""
        super().resizeEvent(event)
        self.details.set_room(self.width())

    def shut_down(self) -> None:
        """Keep notes that are being written; the window is closing."""
        run = self.details.pending_notes()
        if run is not None:
            try:
                for _ in _annotation(run).run(lambda: False):
                    pass
            except CNNStudioError as error:
                self.message_requested.emit(str(error), "error")

    # the list

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read the folder, which another program may have changed."""
        super().showEvent(event)
        self.reload()

    def _is_read(self) -> bool:
        """Whether the user reads or writes about runs at the right."""
        return bool(self.table.selected_runs())

    def reload(self) -> None:
        """Read the runs folder in the background."""
        job = ListRunsJob(self._workspace.runs.directory)
        self._jobs.start(job, slot=LIST_SLOT, on_event=self._on_listed, quiet=True)

    def _on_listed(self, event: RunsListed) -> None:
        selected, unfolded = [run.path for run in self.table.selected_runs()], self.table.expanded_paths()
        self.model.set_runs(event.rows)
        self._stack.setCurrentIndex(1 if event.runs else 0)
        self._on_filter()
        self.table.expand_paths(unfolded)
        if len(selected) == 1:
            self.table.select_path(selected[0])

    def _on_filter(self) -> None:
        self.table.filter.set_filter(self._search.text(), only_starred=self._starred.isChecked())
        shown, all_runs = len(self.table.shown_runs()), len(self.model.runs)
        every = self.tr("1 run") if all_runs == 1 else self.tr("{all} runs")
        text = self.tr("{shown} of {all} runs") if shown != all_runs else every
        self._count.setText(text.format(shown=shown, all=all_runs))

    def _on_selection(self) -> None:
        rows = self.table.selected_runs()
        if len(rows) == 1:
            self.details.show_run(rows[0])
        elif len(rows) > 1 and all(row.is_sound for row in rows):
            self.details.show_rows(rows, [letter_of(number) for number in range(len(rows))])
        else:
            self.details.show_nothing()
        if len(rows) > 1 or (rows and isinstance(rows[0], GroupSummary)):
            self._jobs.start(CompareJob(rows), slot=COMPARE_SLOT, quiet=True, on_event=self._on_compared,
                             on_failed=self._on_not_compared)

    def _on_compared(self, event: Compared) -> None:
        if tuple(run.path for run in self.table.selected_runs()) == event.paths:
            self.details.show_comparison(event)

    def _on_not_compared(self, message: str, details: str) -> None:
        """Say why; nothing is read again, for that would select and compare again."""
        if not details:
            self.message_requested.emit(message, "error")

    # what is done with a run

    def toggle_star(self, run: Row) -> None:
        """Give or take the star."""
        if run.is_sound:
            self._annotate(replace(run, starred=not run.starred))

    def _annotate(self, run: Row) -> None:
        self.model.replace(run)
        # a slot for each run, so that one run's notes never take the place of another's
        self._jobs.start(_annotation(run), slot=f"annotate {run.path.name}", quiet=True, on_failed=self._on_failed)

    def delete(self, run: Row) -> None:
        """Delete a run, or all runs of a group; the user has been asked."""
        paths = [member.path for member in members_of(run)]
        job = DeleteRunsJob(paths, run.path if isinstance(run, GroupSummary) else None)
        self._jobs.start(job, slot=DELETE_SLOT, on_event=self._on_deleted, on_failed=self._on_failed)

    def _on_deleted(self, event: object) -> None:
        if not isinstance(event, RunsDeleted):
            return
        current = self._workspace.runs.current
        if current is not None and current.path in event.paths:
            self._workspace.runs.close()
        self.details.show_nothing()
        self._workspace.runs.notify_changed()
        self.reload()

    def open_run(self, run: Row) -> None:
        """Make ``run`` the one looked at, and go there."""
        if isinstance(run, GroupSummary):
            return
        if run.is_sound and run.best_epoch:
            self._jobs.start(OpenRunJob(run.path), slot=OPEN_SLOT, on_event=self._on_opened, on_failed=self._on_failed)
        else:
            text = run.problem or self.tr("No epoch of this run ended, so there is nothing to look inside.")
            self.message_requested.emit(text, "warning")

    def _on_opened(self, event: RunRead) -> None:
        self._workspace.runs.open(event.run)
        self.navigate_requested.emit("look")

    def use_settings(self, run: Row) -> None:
        """Take network, recipe, preparation, splits and augmentation of ``run`` over; of a group those of its first."""
        path = members_of(run)[0].path
        self._jobs.start(OpenRunJob(path), slot=OPEN_SLOT, on_event=self._on_settings, on_failed=self._on_failed)

    def train_on(self, run: Row) -> None:
        """Let the next training start from the weights of ``run``, and go where it is begun."""
        self.navigate_requested.emit("train")
        training_starts(self._workspace, self._jobs).take(run.path)

    def _on_settings(self, event: RunRead) -> None:
        from cnnstudio.workspace.run_settings import use_settings

        record = event.run.record
        try:
            use_settings(self._workspace, record)
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")
            return
        text = self.tr("Network, recipe, preparation, splits and augmentation of {name} are in use again.")
        self.message_requested.emit(text.format(name=record.name), "good")
        self.navigate_requested.emit("train")

    def _on_failed(self, message: str, details: str) -> None:
        if not details:
            self.message_requested.emit(message, "error")
        self.reload()

    def export_csv(self) -> None:
        """Save the runs shown, with all settings, where the user wants."""
        start = str(Path.home() / "runs.csv")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export the runs"), start, self.tr("CSV (*.csv)"))
        if not chosen:
            return
        path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.csv")
        try:
            storage.write_text(path, to_csv(self.table.shown_runs()))
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")
            return
        text = self.tr("{count} runs were saved in {path}.")
        self.message_requested.emit(text.format(count=len(self.table.shown_runs()), path=path), "good")

    def _go_train(self) -> None:
        self.navigate_requested.emit("train")


def _annotation(run: Row) -> AnnotateRunJob | AnnotateGroupJob:
    """Return what keeps the user's words about a run or group."""
    job = AnnotateGroupJob if isinstance(run, GroupSummary) else AnnotateRunJob
    return job(run.path, notes=run.notes, starred=run.starred, tags=run.tags)
