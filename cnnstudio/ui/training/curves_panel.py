"""Loss and accuracy while the network learns: every step faint, every epoch strong, earlier runs behind."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.ui.cards import EmptyState, card
from cnnstudio.ui.plots import CurvePlot
from cnnstudio.ui.throttle import Throttle

if TYPE_CHECKING:
    from cnnstudio.workspace.list_runs_job import RunCurves

UPDATE_MS = 50
_STEP_POINTS = 800
_STEPS = "steps"


def thin_out(xs: np.ndarray, ys: np.ndarray, limit: int) -> tuple[np.ndarray, np.ndarray]:
    """Return at most ``limit`` points: the means of equal groups of neighbours; the last group may be smaller.

    Parameters
    ----------
    xs, ys : (N,)
    limit : at least 1

    >>> thin_out(np.array([1.0, 2.0, 3.0]), np.array([4.0, 6.0, 9.0]), 2)
    (array([1.5, 3. ]), array([5., 9.]))
    """
    group = -(-len(xs) // limit)
    if group <= 1:
        return xs, ys
    starts = np.arange(0, len(xs), group)
    sizes = np.diff(np.append(starts, len(xs)))
    return np.add.reduceat(xs, starts) / sizes, np.add.reduceat(ys, starts) / sizes


class CurvesPanel(QWidget):
    """Two plots over the same epochs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: list[tuple[float, float]] = []
        self._epochs: list[EpochEnded] = []
        self._earlier: list[str] = []
        self.loss = CurvePlot(self.tr("Loss"), x_title=self.tr("epoch"))
        self.accuracy = CurvePlot(self.tr("Accuracy"), percent=True, x_title=self.tr("epoch"))
        self.loss.setToolTip(self.tr("Strong: every epoch. Thin: every step, and earlier runs on these images."))
        self.accuracy.setToolTip(self.tr("Strong: every epoch. Faint: earlier runs on these images."))
        self._throttle = Throttle(UPDATE_MS, self._draw_steps, self)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState(
            "chart", self.tr("Nothing trained yet"),
            self.tr("Start the training: loss and accuracy are drawn here while the network learns."),
            name="no_curves"))
        self._stack.addWidget(self._make_plots())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._stack)

    def _make_plots(self) -> QWidget:
        plots = QWidget()
        column = QVBoxLayout(plots)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for name, plot in (("loss_card", self.loss), ("accuracy_card", self.accuracy)):
            frame, inner = card(name=name)
            inner.addWidget(plot)
            column.addWidget(frame, 1)
        return plots

    def begin(self) -> None:
        """Make room for the curves of a training that starts."""
        self.clear()
        self._stack.setCurrentIndex(1)

    def clear(self) -> None:
        """Forget the last training; earlier runs stay."""
        self._throttle.clear()
        self._steps, self._epochs = [], []
        for name in (_STEPS, self.tr("training"), self.tr("validation")):
            self.loss.remove_curve(name)
            self.accuracy.remove_curve(name)

    def add_step(self, event: StepEnded) -> None:
        """Keep a step's loss, and draw when the last drawing is long enough ago."""
        self._steps.append((event.epoch - 1 + event.step / event.steps, event.loss))
        self._throttle.push(len(self._steps))

    def add_epoch(self, event: EpochEnded) -> None:
        """Draw an epoch's points at once."""
        self._epochs.append(event)
        self._throttle.flush()
        self._draw(self._epochs)

    @property
    def epochs_shown(self) -> int:
        """Epochs that are drawn."""
        return len(self._epochs)

    def show_earlier(self, runs: "Sequence[RunCurves]") -> None:
        """Draw earlier runs faintly behind the current one."""
        for name in self._earlier:
            self.loss.remove_curve(name)
            self.accuracy.remove_curve(name)
        self._earlier = []
        if runs:
            self._stack.setCurrentIndex(1)
        for run in runs:
            self._draw(run.epochs, f"{run.path.name} ", faint=True)

    @property
    def earlier_shown(self) -> tuple[str, ...]:
        """The names of the faint curves."""
        return tuple(self._earlier)

    def _draw(self, epochs: Sequence[EpochEnded], prefix: str = "", *, faint: bool = False) -> None:
        """Draw training and validation, loss and accuracy, over the epochs."""
        xs = [event.epoch for event in epochs]
        for kind, name, dashed in (("train", self.tr("training"), False), ("val", self.tr("validation"), True)):
            if faint:
                self._earlier.append(prefix + name)
            for plot, quantity in ((self.loss, "loss"), (self.accuracy, "accuracy")):
                ys = [getattr(event, f"{kind}_{quantity}") for event in epochs]
                plot.set_curve(prefix + name, xs, ys, dashed=dashed, faint=faint)

    def _draw_steps(self, _count: int) -> None:
        points = np.array(self._steps)
        xs, ys = thin_out(points[:, 0], points[:, 1], _STEP_POINTS)
        self.loss.set_curve(_STEPS, xs, ys, faint=True)
