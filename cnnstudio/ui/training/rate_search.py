"""The button that finds a learning rate for the recipe, and what it needs for that."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from cnnstudio import paths
from cnnstudio.ui.cards import SentenceLine, described
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.training.rate_dialog import RateDialog
from cnnstudio.ui.training.readiness import find_obstacle
from cnnstudio.ui.workers import TRAIN_SLOT

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace


class RateSearch(QWidget):
    """What stands in the way of a search for a rate, if anything, and the button that begins one.

    Attributes
    ----------
    button : opens the dialog; it stands beside the field it fills, and not in this widget
    """

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rate_search")
        self._workspace, self._jobs = workspace, jobs
        self.dialog: RateDialog | None = None
        self.button = described(
            QToolButton(), "find_rate", self.tr("Find learning rate"),
            self.tr("Try rising learning rates on a copy of the network and suggest one. Takes some seconds."))
        set_icon(self.button, "chart")
        self.button.clicked.connect(self.search)
        self._obstacle = SentenceLine("warning", "warning", name="rate_obstacle")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._obstacle)
        for signal in (jobs.job_started, jobs.job_ended):
            signal.connect(self._on_jobs)

    def search(self) -> None:
        """Open the dialog and begin, unless a training would not be possible either."""
        workspace, obstacle = self._workspace, find_obstacle(self._workspace)
        self._obstacle.say(obstacle.text if obstacle else "")
        if obstacle is not None or workspace.folder is None or workspace.splits is None:
            return
        from cnnstudio.workspace.rate_job import RateJob

        self.dialog = RateDialog(self._jobs, self.window())
        self.dialog.rate_taken.connect(self._take)
        self.dialog.finished.connect(self._forget)
        self.dialog.open()
        self.dialog.search(RateJob(
            workspace.folder, workspace.splits, workspace.preprocess, workspace.augment, workspace.graph,
            workspace.train_config, paths.cache_dir()))

    def _take(self, rate: float) -> None:
        config = self._workspace.train_config
        self._workspace.set_train_config(config.model_copy(update={"learning_rate": rate}))

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _on_jobs(self, _slot: str) -> None:
        self.button.setEnabled(not self._jobs.is_running(TRAIN_SLOT))
