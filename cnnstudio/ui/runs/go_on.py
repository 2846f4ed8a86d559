"""Goes on with a run from the Runs page: one that was stopped or interrupted, or a complete one for more epochs."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from cnnstudio.runs.group_results import GroupSummary, Row
from cnnstudio.runs.training_lock import is_being_trained
from cnnstudio.training.config import EPOCHS_LIMIT
from cnnstudio.ui.cards import described
from cnnstudio.ui.forms import IntField
from cnnstudio.ui.icons import set_icon

_COMPLETE = ("finished", "early_stopped")
_MORE_EPOCHS = 5


@dataclass(frozen=True, slots=True)
class ResumeWish:
    """A run the user wishes to go on with."""

    run: Path
    folder: Path
    """Where its images were."""
    more_epochs: int
    """Beyond its recipe."""
    group: str = ""
    """Key of the group whose missing trainings are wanted; ``run`` is then one of it."""


class GoOnRow(QWidget):
    """A button, and for complete runs the number of epochs."""

    resume_requested = Signal(object)
    """A `ResumeWish`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("go_on_row")
        self._run: Row | None = None
        self._button = described(QPushButton(self.tr("Go on")), "go_on_run", self.tr("Go on"), "")
        set_icon(self._button, "play")
        self._button.clicked.connect(self._on_clicked)
        self._count = described(IntField(), "go_on_epochs", self.tr("How many epochs more"))
        self._count.setRange(1, EPOCHS_LIMIT)
        self._count.setValue(_MORE_EPOCHS)
        self._count.setSuffix(self.tr(" more epochs"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._button, 1)
        row.addWidget(self._count)

    def show_run(self, run: Row) -> None:
        """Offer to go on with ``run``, unless it is damaged or being trained; of a group with what is missing."""
        self._run = run
        self.setVisible(not isinstance(run, GroupSummary) or bool(run.missing and run.is_repeat))
        if isinstance(run, GroupSummary):
            self._show_group(run)
            return
        is_complete = run.status in _COMPLETE
        is_in_use = run.status == "unfinished" and is_being_trained(run.path)
        self._button.setText(self.tr("Continue for") if is_complete else self.tr("Go on"))
        self._button.setAccessibleName(self._button.text())
        self._count.setVisible(is_complete)
        self._button.setEnabled(run.is_sound and not is_in_use)
        self._button.setToolTip(self._tip(is_complete=is_complete, is_in_use=is_in_use))

    def _show_group(self, group: GroupSummary) -> None:
        missing = len(group.missing)
        is_in_use = any(member.status == "unfinished" and is_being_trained(member.path) for member in group.members)
        self._button.setText(self.tr("Train the missing one") if missing == 1 else
                             self.tr("Train the {count} missing").format(count=missing))
        self._button.setAccessibleName(self._button.text())
        self._count.hide()
        self._button.setEnabled(group.can_go_on and not is_in_use)
        self._button.setToolTip(
            self.tr("This run is being trained now.") if is_in_use else
            self.tr("Interrupted trainings go on exactly where they were; those that have not begun are trained.")
            if group.can_go_on else self.tr("It is not known any more how its trainings were divided."))

    def _tip(self, *, is_complete: bool, is_in_use: bool) -> str:
        if is_in_use:
            return self.tr("This run is being trained now.")
        if is_complete:
            return self.tr("Train this run for more epochs, as if its recipe had had them.")
        return self.tr("Go on exactly where the training was.")

    def _on_clicked(self) -> None:
        run = self._run
        if isinstance(run, GroupSummary):
            self.resume_requested.emit(ResumeWish(run.first.path, Path(run.folder), 0, run.group.key))
        elif run is not None:
            more = self._count.value() if run.status in _COMPLETE else 0
            self.resume_requested.emit(ResumeWish(run.path, Path(run.folder), more))
