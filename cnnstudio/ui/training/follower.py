"""Shows in the page's parts what a training tells: curves, layers, figures, verdict, results, pinned heatmaps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.training.events import EpochEnded, StepEnded, TrainingFinished
from cnnstudio.training.verdict import verdicts
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.training.curves_panel import UPDATE_MS, CurvesPanel
from cnnstudio.ui.training.layers_panel import LayersPanel
from cnnstudio.ui.training.pinned_strip import PinnedStrip
from cnnstudio.ui.training.progress_panel import ProgressPanel
from cnnstudio.ui.training.results_view import ResultsView
from cnnstudio.ui.training.session import SessionState, TrainingSession
from cnnstudio.workspace.training_events import ValidationClasses

if TYPE_CHECKING:
    from cnnstudio.training.metrics import Evaluation
    from cnnstudio.workspace.open_runs import OpenRuns
    from cnnstudio.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class TrainParts:
    """The widgets of the page that show a training."""

    curves: CurvesPanel
    progress: ProgressPanel
    results: ResultsView
    pinned: PinnedStrip
    layers: LayersPanel


class TrainingFollower(QObject):
    """Listens to a `TrainingSession`; what comes often is drawn at most 20 times a second, the newest value."""

    results_ready = Signal()

    def __init__(self, session: TrainingSession, parts: TrainParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._parts = session, parts
        self._classes = ValidationClasses((), ())
        self._runs: OpenRuns | None = None
        self._throttle = Throttle(UPDATE_MS, self._show_step, self)
        session.preparation.connect(parts.progress.show_preparation)
        session.started.connect(parts.progress.show_started)
        session.failed.connect(parts.progress.show_error)
        session.classes_counted.connect(self._on_classes)
        session.step_ended.connect(self._on_step)
        session.epoch_ended.connect(self._on_epoch)
        session.finished.connect(self._on_finished)
        session.evaluated.connect(self._on_evaluated)
        session.heatmaps_ready.connect(parts.pinned.show_heatmaps)
        session.state_changed.connect(self._on_state)

    def follow_open_run(self, workspace: "Workspace") -> None:
        """Show the layers of a run that is opened, as far as it keeps them, while nothing is trained."""
        self._runs = workspace.runs
        workspace.runs.opened.connect(self._on_opened)
        self._on_opened()

    def _on_opened(self) -> None:
        run = self._runs.current if self._runs is not None else None
        if run is None or self._session.state.is_busy or run.path == self._session.run_path:
            return
        self._parts.layers.show_history(run.record.history)

    def begin(self) -> None:
        """Prepare for a training from the start."""
        self._parts.curves.begin()
        self._parts.layers.begin()
        self._parts.pinned.begin()

    def begin_again(self, history: Sequence[EpochEnded]) -> None:
        """Prepare for a training that goes on after these epochs."""
        self._parts.curves.begin()
        self._parts.layers.begin()
        self._parts.pinned.begin()
        for row in history:
            self._parts.curves.add_epoch(row)
            self._parts.layers.add_epoch(row)

    def _on_state(self, state: SessionState) -> None:
        if not state.is_busy:
            self._parts.pinned.end(self._session.run_path)

    def _on_classes(self, event: ValidationClasses) -> None:
        self._classes = event

    def _on_step(self, event: StepEnded) -> None:
        self._parts.curves.add_step(event)
        self._throttle.push(event)

    def _show_step(self, event: StepEnded) -> None:
        if self._session.state is SessionState.TRAINING:
            self._parts.progress.show_step(event, self._session.elapsed_s, self._session.time_left_s)

    def _on_epoch(self, event: EpochEnded) -> None:
        self._parts.curves.add_epoch(event)
        self._parts.progress.show_epoch(event)
        self._parts.layers.add_epoch(event)
        counts = self._classes.counts
        images = sum(counts)
        self._parts.progress.verdict.show_verdicts(verdicts(
            self._session.epochs, baseline=max(counts) / images if images else None, validation_images=images or None,
            class_counts=counts, class_names=self._classes.names, recipe=self._classes.recipe))

    def _on_finished(self, event: TrainingFinished) -> None:
        self._throttle.clear()
        self._parts.curves.draw_batches()
        self._parts.progress.show_end(event)

    def _on_evaluated(self, evaluation: "Evaluation") -> None:
        self._parts.results.show_evaluation(evaluation)
        self._parts.progress.show_evaluation(evaluation)
        self.results_ready.emit()
