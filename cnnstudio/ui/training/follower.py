"""Shows in the page's parts what a training tells: curves, figures, verdict, results, pinned heatmaps."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.training.events import EpochEnded, StepEnded, TrainingFinished
from cnnstudio.training.verdict import verdict
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.training.curves_panel import UPDATE_MS, CurvesPanel
from cnnstudio.ui.training.pinned_strip import PinnedStrip
from cnnstudio.ui.training.progress_panel import ProgressPanel
from cnnstudio.ui.training.results_view import ResultsView
from cnnstudio.ui.training.session import SessionState, TrainingSession

if TYPE_CHECKING:
    from cnnstudio.training.metrics import Evaluation


@dataclass(frozen=True, slots=True)
class TrainParts:
    """The widgets of the page that show a training."""

    curves: CurvesPanel
    progress: ProgressPanel
    results: ResultsView
    pinned: PinnedStrip


class TrainingFollower(QObject):
    """Listens to a `TrainingSession`; what comes often is drawn at most 20 times a second, the newest value."""

    results_ready = Signal()

    def __init__(self, session: TrainingSession, parts: TrainParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._parts = session, parts
        self._baseline, self._images = 0.0, 0
        self._throttle = Throttle(UPDATE_MS, self._show_step, self)
        session.preparation.connect(parts.progress.show_preparation)
        session.started.connect(parts.progress.show_started)
        session.failed.connect(parts.progress.show_error)
        session.step_ended.connect(self._on_step)
        session.epoch_ended.connect(self._on_epoch)
        session.finished.connect(self._on_finished)
        session.evaluated.connect(self._on_evaluated)

    def begin(self, validation_classes: Sequence[int]) -> None:
        """Prepare for a training whose validation images have these classes."""
        self._images = len(validation_classes)
        self._baseline = max(Counter(validation_classes).values(), default=0) / max(1, self._images)
        self._parts.curves.begin()

    def _on_step(self, event: StepEnded) -> None:
        self._parts.curves.add_step(event)
        self._throttle.push(event)

    def _show_step(self, event: StepEnded) -> None:
        if self._session.state is SessionState.TRAINING:
            self._parts.progress.show_step(event, self._session.elapsed_s)

    def _on_epoch(self, event: EpochEnded) -> None:
        self._parts.curves.add_epoch(event)
        self._parts.progress.show_epoch(event)
        self._parts.progress.verdict.show_verdict(verdict(
            self._session.epochs, baseline=self._baseline, validation_images=self._images or None))
        if self._session.run_path is not None:
            self._parts.pinned.refresh(self._session.run_path)

    def _on_finished(self, event: TrainingFinished) -> None:
        self._throttle.clear()
        self._parts.progress.show_end(event)

    def _on_evaluated(self, evaluation: "Evaluation") -> None:
        self._parts.results.show_evaluation(evaluation)
        self._parts.progress.show_evaluation(evaluation)
        self.results_ready.emit()
