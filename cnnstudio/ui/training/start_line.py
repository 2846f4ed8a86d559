"""What the next training starts from, as a line with a menu: random weights, a run's, or those of a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QMenu, QPushButton, QSizePolicy, QWidget

from cnnstudio.errors import CNNStudioError
from cnnstudio.ui.cards import described, label, plain_tip
from cnnstudio.ui.elided_button import ElidedButton
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.training.readiness import Obstacle
from cnnstudio.ui.training.run_chooser import RunChooser
from cnnstudio.ui.training_starts import TrainingStarts

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.start_check_job import StartChecked

RUNS_SLOT = "runs to start from"
_AGAIN_MS = 300
_NAMED = 2
"""So many differences are named in the line; all of them in its tip."""


class StartLine(QWidget):
    """Shows and changes what `TrainingStarts` knows; follows the network while it is visible."""

    def __init__(self, starts: TrainingStarts, jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_line")
        self._starts, self._jobs = starts, jobs
        self.chooser: RunChooser | None = None
        self._throttle = Throttle(_AGAIN_MS, self._look_again, self)
        self._make_menu()
        self._words = label("", "quiet", name="start_words", wrap=True)
        self._freeze = described(QPushButton(), "freeze_taken")
        self._freeze.clicked.connect(self._on_freeze)
        self._build()
        starts.changed.connect(self._show)
        self._show()

    def _make_menu(self) -> None:
        self._button = described(ElidedButton(), "start_choice", self.tr("What the training starts from"))
        self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._menu.addAction(self.tr("A run…"), self.ask_run)
        self._menu.addAction(self.tr("A file of weights…"), self.ask_file)
        self._menu.addSeparator()
        self._random = self._menu.addAction(self.tr("Random weights again"), self._starts.clear)
        self._button.setMenu(self._menu)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(self.tr("Starts from"), "quiet"), 0, 0)
        grid.addWidget(self._button, 0, 1)
        grid.addWidget(self._words, 1, 0, 1, 2)
        grid.addWidget(self._freeze, 2, 0, 1, 2)

    # what is shown

    @property
    def obstacle(self) -> Obstacle | None:
        """Why a training has to wait; None when it has not."""
        if not self._starts.is_looking:
            return None
        return Obstacle(self.tr("The weights to start from are still being looked at; this takes a moment."))

    @property
    def sweep_obstacle(self) -> str:
        """Why several settings cannot be tried; empty when they can."""
        if self._starts.path is None and not self._starts.is_looking:
            return ""
        return self.tr("Trying several settings starts from random weights each time: choose those under What is "
                       "trained first.")

    def _show(self) -> None:
        checked = self._starts.checked
        name = checked.start.source if checked is not None else self.tr("Random weights")
        self._button.setText(self.tr("Looking at it…") if self._starts.is_looking else name.replace("&", "&&"))
        self._random.setEnabled(checked is not None or self._starts.is_looking)
        self._words.setText(self._taken_over(checked) if checked is not None else "")
        tip = self._tip(checked)
        self._button.setToolTip(plain_tip(tip))
        self._words.setToolTip(plain_tip(tip))
        self._words.setVisible(checked is not None)
        self._freeze.setVisible(checked is not None)
        self._name_freeze()

    def _taken_over(self, checked: "StartChecked") -> str:
        others = checked.start.differences
        text = self.tr("{count} of {all} layers are taken over").format(
            count=len(checked.start.layers), all=checked.layers)
        if not others:
            return f"{text}."
        more = self.tr("; and {count} more").format(count=len(others) - _NAMED) if len(others) > _NAMED else ""
        return self.tr("{taken}; not {others}{more}.").format(taken=text, others="; ".join(others[:_NAMED]), more=more)

    def _tip(self, checked: "StartChecked | None") -> str:
        if checked is None:
            return self.tr("Let layers start with what another network has learned: that of a run, or of a file.")
        lines = [self.tr("{source}, in {path}").format(source=checked.start.source, path=checked.path),
                 self.tr("Taken over: {layers}").format(layers=", ".join(checked.start.layers))]
        if checked.start.differences:
            lines.append(self.tr("Starting anew: {layers}").format(layers="; ".join(checked.start.differences)))
        lines.append(self.tr("A layer whose setting Frozen is on, on the Network page, keeps its weights as they are; "
                             "the others go on learning."))
        return "\n".join(lines)

    def _name_freeze(self) -> None:
        checked = self._starts.checked
        if checked is None:
            return
        from cnnstudio.network.freezing_layers import are_frozen

        is_frozen = are_frozen(self._starts.workspace.graph, checked.start.layers)
        self._freeze.setText(self.tr("Let the layers taken over learn") if is_frozen else
                             self.tr("Freeze the layers taken over"))
        self._freeze.setAccessibleName(self._freeze.text())
        self._freeze.setToolTip(plain_tip(
            self.tr("All of them learn again. Undo takes it back.") if is_frozen else
            self.tr("They keep their weights and only the others learn: for few images that resemble the earlier "
                    "ones. Where all layers are taken over, the last one still learns. Undo takes it back.")))

    # what changes

    def refresh(self) -> None:
        """Compare with the network as it is now, soon."""
        self._name_freeze()
        self._throttle.push(None)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Compare with what the network has become meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _look_again(self, _: object) -> None:
        if self.isVisible():
            self._starts.look_again()

    def set_locked(self, *, is_locked: bool) -> None:
        """Let nothing be changed while a training runs."""
        for button in (self._button, self._freeze):
            button.setEnabled(not is_locked)

    # the user

    def ask_run(self) -> None:
        """Let the user choose one of the runs, which are read first."""
        from cnnstudio.workspace.list_runs_job import ListRunsJob

        job = ListRunsJob(self._starts.workspace.runs.directory)
        self._jobs.start(job, slot=RUNS_SLOT, quiet=True, on_event=self._on_runs)

    def _on_runs(self, event: Any) -> None:
        self.chooser = RunChooser(event.runs, self.window())
        self.chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.chooser.chosen.connect(self._starts.take)
        self.chooser.finished.connect(self._forget)
        self.chooser.open()

    def _forget(self) -> None:
        self.chooser = None

    def ask_file(self) -> None:
        """Let the user choose a file of weights."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Start from a file of weights"), str(Path.home()),
                                                self.tr("Weights (*.safetensors)"))
        if chosen:
            self._starts.take(Path(chosen))

    def _on_freeze(self) -> None:
        checked = self._starts.checked
        if checked is None:
            return
        from cnnstudio.network.freezing_layers import are_frozen, freeze_taken, unfreeze_taken

        workspace, names = self._starts.workspace, checked.start.layers
        edit = unfreeze_taken if are_frozen(workspace.graph, names) else freeze_taken
        try:
            workspace.edit_graph(edit(workspace.graph, names))
        except CNNStudioError as error:
            self._starts.message_requested.emit(str(error), "error")
        self._name_freeze()
