"""What several trainings of the same settings say together: mean and spread, what they mean, curves with their band."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnnstudio.runs.group_results import GroupSummary, accuracy_of, number_of
from cnnstudio.runs.group_words import accuracy_text, meaning, members_text
from cnnstudio.runs.summaries import RunSummary
from cnnstudio.ui.cards import label
from cnnstudio.ui.curve_chooser import CurveChooser, CurveOwner

if TYPE_CHECKING:
    from cnnstudio.workspace.compare_job import Subject


class GroupView(QWidget):
    """Shows a `GroupSummary` at once, and its curves as soon as they are read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("group_view")
        self._path: object = None
        self._accuracy = label("", "title", name="group_accuracy", wrap=True)
        self._members = label("", "quiet", name="group_members", wrap=True)
        self._meaning = label("", name="group_meaning", wrap=True)
        self._meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.curves = CurveChooser()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._accuracy, self._members, self.curves, self._meaning):
            column.addWidget(widget)

    def show_group(self, group: GroupSummary) -> None:
        """Show the figures; curves of another group are taken away."""
        self._accuracy.setText(accuracy_text(group) or self.tr("No training is complete yet"))
        each = ", ".join(f"{_which(group, one)} {100 * accuracy_of(one):.1f} %" for one in group.complete)
        self._members.setText(f"{members_text(group)}: {each}" if each and group.is_repeat else members_text(group))
        self._meaning.setText("\n\n".join(meaning(group)))
        self._meaning.setVisible(bool(meaning(group)))
        if group.path != self._path:
            self._path = group.path
            self.curves.hide()

    def show_curves(self, subject: "Subject") -> None:
        """Show the curves of the group that is shown."""
        self.curves.show_owners([CurveOwner(self.tr("mean"), subject.curves, subject.mean)])
        self.curves.setVisible(any(len(curve.epochs) for curve in subject.curves))


def _which(group: GroupSummary, run: RunSummary) -> str:
    """Return which of a group a run is: ``"seed 3"``, ``"fold 2"``."""
    if group.group.kind == "seeds" and run.train is not None:
        return f"seed {run.train.seed}"
    return f"fold {number_of(run)}"
