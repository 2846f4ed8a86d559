"""The sweeps so far: a list, and the plot and the table of the chosen one, kept up to date while it is worked on."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from cnnstudio import paths, storage
from cnnstudio.errors import CNNStudioError
from cnnstudio.sweeps.table import best_first, sweep_csv
from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.sweeps.words import worker_command
from cnnstudio.ui.cards import EmptyState, described, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.sweep_wishes import sweep_wishes
from cnnstudio.ui.sweeps.result import SweepResult
from cnnstudio.ui.sweeps.sweep_list import SweepList
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.sweep_jobs import ListSweepsJob, ReadSweepJob, SweepRead, SweepsListed

if TYPE_CHECKING:
    from cnnstudio.workspace.open_run_job import RunRead
    from cnnstudio.workspace.workspace import Workspace

LIST_SLOT, READ_SLOT, OPEN_SLOT = "list sweeps", "read sweep", "open run"
LOOK_AGAIN_MS = 3000
"""So often what others do is looked for, while something of the sweep is left."""


class SweepsView(QWidget):
    """Reads the sweeps beside the runs of the workspace; works only while it is to be seen."""

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)

    def __init__(self, workspace: "Workspace", jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweeps_view")
        self._workspace, self._jobs = workspace, jobs
        self._wishes = sweep_wishes(workspace)
        self.list, self.result = SweepList(), SweepResult()
        self._title = label(role="heading", name="sweep_heading")
        self._facts = label(role="quiet", name="sweep_facts", wrap=True)
        self._go_on = described(QPushButton(self.tr("Go on")), "sweeps_go_on", self.tr("Go on with the sweep"), self.tr(
            "Try what is left; its images are opened first, when others are."))
        self._command = described(QPushButton(self.tr("Copy command")), "sweeps_command", self.tr(
            "Copy the command for another terminal"))
        set_icon(self._go_on, "play")
        set_icon(self._command, "code")
        self._empty = EmptyState(
            "grid", self.tr("No sweeps yet"),
            self.tr("Try several settings at once: each combination is trained, and you see here which learned best. "
                    "The button is on the Train page, below Start training."),
            self.tr("Go to the Train page"), name="sweeps_empty")
        self._timer = QTimer(self, interval=LOOK_AGAIN_MS)
        self._build()
        self._connect()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        line.addLayout(words, 1)
        line.addWidget(self._command)
        line.addWidget(self._go_on)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(line)
        right.addWidget(self.result, 1)
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(16, 12, 16, 12)
        across.setSpacing(12)
        across.addWidget(self.list)
        across.addLayout(right, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(body)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.read)
        self._empty.action_requested.connect(self._on_train)
        self.list.sweep_chosen.connect(self.read)
        self._go_on.clicked.connect(self._on_go_on)
        self._command.clicked.connect(self._on_command)
        self.result.settings_requested.connect(self.use_settings)
        self.result.run_requested.connect(self.open_run)
        self.result.export_requested.connect(self.export_csv)
        self.result.copied.connect(self._on_copied)
        self._wishes.changed.connect(self._on_changed)
        self._wishes.running_changed.connect(self._show_state)

    # reading

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Read what there is."""
        super().showEvent(event)
        self.reload()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Look for nothing any more."""
        self._timer.stop()
        super().hideEvent(event)

    def reload(self) -> None:
        """Read the list of sweeps in the background, then the one that is chosen."""
        self._jobs.start(ListSweepsJob(self._workspace.runs.directory), slot=LIST_SLOT, quiet=True,
                         on_event=self._on_listed, on_failed=self._on_failed)

    def read(self, *_: object) -> None:
        """Read the chosen sweep in the background."""
        if self.list.name and self.isVisible() and not self._jobs.is_running(READ_SLOT):
            self._jobs.start(ReadSweepJob(self._workspace.runs.directory, self.list.name), slot=READ_SLOT, quiet=True,
                             on_event=self._on_read, on_failed=self._on_failed)

    def _on_listed(self, event: SweepsListed) -> None:
        self.list.set_sweeps(event.sweeps)
        self._stack.setCurrentIndex(1 if event.sweeps else 0)
        wanted = self._wishes.take()
        if wanted:
            self.list.choose(wanted)
        self.read()

    def _on_read(self, event: SweepRead) -> None:
        if event.plan.name != self.list.name:
            self.read()
            return
        self.result.show_sweep(event.plan, event.rows)
        self._show_state()

    def _on_failed(self, message: str, _details: str) -> None:
        self._timer.stop()
        self.message_requested.emit(message, "error")

    def _on_changed(self, name: str) -> None:
        if not self.isVisible():
            return
        if name == self.list.name:
            self.read()
        else:
            self.reload()

    def _show_state(self) -> None:
        """Say what the sweep is about, and look again while something of it is left."""
        plan, rows = self.result.plan, self.result.rows
        if plan is None:
            return
        left = sum(row.state in ("waiting", "running") for row in rows)
        is_ours = self._wishes.running == plan.name
        self._title.setText(plan.name)
        self._facts.setText(self._words(left))
        self._go_on.setVisible(bool(left) and not is_ours)
        self._command.setVisible(left > 1)
        self._command.setToolTip(self.tr("Another terminal helps with: {command}").format(command=self._worker()))
        if left and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def _words(self, left: int) -> str:
        plan, rows = self.result.plan, self.result.rows
        assert plan is not None  # noqa: S101 - asked for a sweep that is shown
        methods = {"grid": self.tr("Grid"), "random": self.tr("Random"), "bayes": self.tr("Bayesian")}
        parts = [methods[plan.method], Path(plan.folder).name,
                 self.tr("{done} of {count} combinations done").format(
                     done=f"{len(rows) - left:,}", count=f"{len(rows):,}")]
        running = sum(row.state == "running" for row in rows)
        parts += [self.tr("{count} running").format(count=running)] if running else []
        parts += [self.tr("{count} trainings each").format(count=plan.seeds)] if plan.seeds > 1 else []
        return "  ·  ".join(parts)

    # doing

    def _worker(self) -> str:
        directory = self._workspace.runs.directory
        return worker_command(self.list.name, None if directory == paths.runs_dir() else directory)

    def _on_command(self) -> None:
        QGuiApplication.clipboard().setText(self._worker())
        text = self.tr("The command is on the clipboard: {command}")
        self.message_requested.emit(text.format(command=self._worker()), "good")

    def _on_go_on(self) -> None:
        if self.result.plan is not None:
            self._wishes.go_on_requested.emit(self.result.plan.name, self.result.plan.folder)

    def _on_train(self) -> None:
        self.navigate_requested.emit("train")

    def _on_copied(self, count: int) -> None:
        text = self.tr("{count} combinations are on the clipboard.").format(count=f"{count:,}")
        self.message_requested.emit(text, "good")

    def use_settings(self, row: TrialRow) -> None:
        """Take network, recipe, preparation, splits and augmentation of a combination over."""
        from cnnstudio.workspace.sweep_settings import use_combination

        plan = self.result.plan
        if plan is None:
            return
        try:
            use_combination(self._workspace, plan, row.combination)
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")
            return
        text = self.tr("The settings of combination {number} of {name} are in use.")
        self.message_requested.emit(text.format(number=row.number + 1, name=plan.name), "good")
        self.navigate_requested.emit("train")

    def open_run(self, row: TrialRow) -> None:
        """Make the run of a combination's first training the one looked at, and go there."""
        from cnnstudio.workspace.open_run_job import OpenRunJob

        path = self._workspace.runs.directory / row.runs[0]
        if not path.is_dir():
            text = self.tr("The run {name} is not on this machine: it was trained elsewhere, or deleted.")
            self.message_requested.emit(text.format(name=path.name), "warning")
            return
        self._jobs.start(OpenRunJob(path), slot=OPEN_SLOT, on_event=self._on_opened)

    def _on_opened(self, event: "RunRead") -> None:
        self._workspace.runs.open(event.run)
        self.navigate_requested.emit("look")

    def export_csv(self) -> None:
        """Save all combinations, the best first, where the user wants."""
        plan = self.result.plan
        start = str(Path.home() / "sweep.csv")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the table"), start, self.tr("CSV (*.csv)"))
        if not chosen or plan is None:
            return
        path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.csv")
        try:
            storage.write_bytes(path, sweep_csv(best_first(self.result.rows), plan))
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")
            return
        text = self.tr("{count} combinations were saved in {path}.")
        self.message_requested.emit(text.format(count=f"{len(self.result.rows):,}", path=path), "good")
