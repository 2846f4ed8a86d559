"""The page of everything that was trained: single runs, and sweeps that tried many settings."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from cnnstudio.runs.group_results import GroupSummary
from cnnstudio.ui.cards import described
from cnnstudio.ui.runs.page import RunsPage
from cnnstudio.ui.sweep_wishes import sweep_wishes
from cnnstudio.ui.sweeps.view import SweepsView
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace


class RunsTabs(QWidget):
    """Two tabs; a wish to see a sweep turns to the second."""

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)
    resume_requested = Signal(object)
    """A `ResumeWish`: a run is to go on."""

    def __init__(self, workspace: "Workspace", jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runs_tabs_page")
        self.runs, self.sweeps = RunsPage(workspace, jobs), SweepsView(workspace, jobs)
        self._wishes = sweep_wishes(workspace)
        self.tabs = described(QTabWidget(), "runs_tabs", self.tr("Runs and sweeps"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.runs, self.tr("Runs"))
        self.tabs.addTab(self.sweeps, self.tr("Sweeps"))
        self.tabs.setTabToolTip(1, self.tr("Which combination of several settings learned best."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.tabs)
        for part in (self.runs, self.sweeps):
            part.navigate_requested.connect(self.navigate_requested)
            part.message_requested.connect(self.message_requested)
        self.runs.resume_requested.connect(self.resume_requested)
        self._wishes.show_requested.connect(self._on_show)
        if self._wishes.is_waiting:
            self._on_show()

    @property
    def selected_run(self) -> Path | None:
        """The folder of the one run that is selected and can be used; None where there is none, or several."""
        rows = self.runs.table.selected_runs() if self.tabs.currentWidget() is self.runs else []
        if len(rows) != 1 or isinstance(rows[0], GroupSummary) or not rows[0].is_sound or not rows[0].best_epoch:
            return None
        return rows[0].path

    def _on_show(self) -> None:
        self.tabs.setCurrentWidget(self.sweeps)
        if self.sweeps.isVisible():
            self.sweeps.reload()

    def shut_down(self) -> None:
        """Keep notes that are being written; the window is closing."""
        self.runs.shut_down()
