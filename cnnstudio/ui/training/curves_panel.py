"""Loss and accuracy while the network learns: every batch faint, every epoch strong, earlier runs behind."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.ui.cards import EmptyState, card
from cnnstudio.ui.pieces import Pieces
from cnnstudio.ui.plots import CurvePlot
from cnnstudio.ui.point_series import Smoothing
from cnnstudio.ui.throttle import Throttle

if TYPE_CHECKING:
    from cnnstudio.workspace.list_runs_job import RunCurves

UPDATE_MS = 50
_TURN_MS = UPDATE_MS // 2
"""The two plots are drawn in turn, so that each piece of work is half as long."""
_SMOOTHED_SHARE, _SMOOTHED_MOST = 0.25, 200
"""The smoothed line looks back a quarter of an epoch, at most so many batches."""


class BatchCurve:
    """The values of every batch on one plot, as they are and smoothed; drawn when told to, not with each batch."""

    def __init__(self, plot: CurvePlot, raw: str, smoothed: str, steps_per_epoch: int) -> None:
        self._plot, self._raw, self._smoothed = plot, raw, smoothed
        self._smoothing = Smoothing(min(_SMOOTHED_MOST, _SMOOTHED_SHARE * steps_per_epoch))
        self._waiting: list[tuple[float, float]] = []
        plot.set_curve(raw, (), (), look="raw")
        plot.set_curve(smoothed, (), (), look="smoothed")

    def rename(self, raw: str, smoothed: str) -> None:
        """Know the two curves by their new names on the plot."""
        self._raw, self._smoothed = raw, smoothed

    def add(self, position: float, value: float) -> None:
        """Keep one batch."""
        self._waiting.append((position, value))

    @property
    def is_waiting(self) -> bool:
        """Whether the plot lacks batches."""
        return bool(self._waiting)

    def hand_over(self) -> None:
        """Give the plot what has come since the last time; it draws it when it is told to."""
        if self._waiting:
            points = np.array(self._waiting)
            self._waiting.clear()
            self._plot.append(self._raw, points[:, 0], points[:, 1])
            self._plot.append(self._smoothed, points[:, 0], self._smoothing.add(points[:, 1]))


class CurvesPanel(QWidget):
    """Two plots over the same epochs; zooming into one zooms the other."""

    def __init__(self, parent: QWidget | None = None, *, in_pieces: bool = False) -> None:
        super().__init__(parent)
        self._batches: dict[str, BatchCurve] = {}
        self._plots: dict[str, CurvePlot] = {}
        self._called = self._names()
        self._steps_per_epoch = 1
        self._epochs_shown = 0
        self._earlier: list[str] = []
        self._throttle = Throttle(_TURN_MS, self._draw_next, self)
        self.pieces = Pieces(self._build())
        if not in_pieces:
            self.pieces.build_rest()

    def _build(self) -> Iterator[None]:
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._stack)
        self._stack.addWidget(EmptyState(
            "chart", self.tr("Nothing trained yet"),
            self.tr("Start the training: loss and accuracy are drawn here while the network learns."),
            name="no_curves"))
        yield
        self.loss = CurvePlot(self.tr("Loss"), x_title=self.tr("epoch"))
        yield
        self.accuracy = CurvePlot(self.tr("Accuracy"), percent=True, x_title=self.tr("epoch"))
        self.accuracy.link_x(self.loss)
        yield
        self._plots = {"loss": self.loss, "accuracy": self.accuracy}
        for plot in self._plots.values():
            plot.set_position_text(self.position_text)
            plot.setToolTip(self.tr("Strong: every epoch. Thin: every batch, and their running mean. Grey: earlier "
                                    "runs on these images. The wheel zooms, dragging moves, a double click shows all."))
        self._place_plots()

    def _names(self) -> dict[str, str]:
        """Return what the curves are called in the language of now."""
        return {"train": self.tr("training"), "val": self.tr("validation"), "raw": self.tr("batch"),
                "smoothed": self.tr("smoothed")}

    def retranslate(self) -> None:
        """Call all curves as another language does; until then they keep their names, for points are added by name."""
        before, self._called = self._called, self._names()

        def renamed(name: str) -> str:
            ending = next((key for key, old in before.items() if name == old or name.endswith(f" {old}")), None)
            return name if ending is None else name.removesuffix(before[ending]) + self._called[ending]

        for plot in self._plots.values():
            for name in plot.curve_names:
                plot.rename_curve(name, renamed(name))
        self._earlier = [renamed(name) for name in self._earlier]
        for batches in self._batches.values():
            batches.rename(self._called["raw"], self._called["smoothed"])

    def _place_plots(self) -> None:
        plots = QWidget()
        self._stack.addWidget(plots)
        column = QVBoxLayout(plots)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for name, plot in (("loss_card", self.loss), ("accuracy_card", self.accuracy)):
            frame, inner = card(name=name)
            column.addWidget(frame, 1)
            inner.addWidget(plot)

    def begin(self) -> None:
        """Make room for the curves of a training that starts."""
        self.clear()
        self._stack.setCurrentIndex(1)

    def clear(self) -> None:
        """Forget the last training; earlier runs stay."""
        self._throttle.clear()
        self._batches, self._epochs_shown = {}, 0
        for plot in self._plots.values():
            for name in set(plot.curve_names) - set(self._earlier):
                plot.remove_curve(name)
            plot.reset_view()

    def add_step(self, event: StepEnded) -> None:
        """Keep a batch's loss and accuracy, and draw when the last drawing is long enough ago."""
        if not self._batches:
            self._begin_batches(event.steps)
        position = event.epoch - 1 + event.step / event.steps
        self._batches["loss"].add(position, event.loss)
        self._batches["accuracy"].add(position, event.accuracy)
        if not self._throttle.is_busy:
            self._throttle.push("loss")

    def _begin_batches(self, steps_per_epoch: int) -> None:
        self._steps_per_epoch = steps_per_epoch
        names = self._called["raw"], self._called["smoothed"]
        self._batches = {"loss": BatchCurve(self.loss, *names, steps_per_epoch),
                         "accuracy": BatchCurve(self.accuracy, *names, steps_per_epoch)}

    def _draw_next(self, quantity: str) -> None:
        """Draw one plot and come back for the other."""
        self._draw(quantity)
        other = "accuracy" if quantity == "loss" else "loss"
        if self._is_waiting(other):
            self._throttle.push(other)

    def _is_waiting(self, quantity: str) -> bool:
        batches = self._batches.get(quantity)
        return self._plots[quantity].is_waiting or (batches is not None and batches.is_waiting)

    def _draw(self, quantity: str) -> None:
        if quantity in self._batches:
            self._batches[quantity].hand_over()
        self._plots[quantity].draw()

    def draw_batches(self) -> None:
        """Draw at once what has come."""
        self._throttle.clear()
        for quantity in self._plots:
            self._draw(quantity)

    def add_epoch(self, event: EpochEnded) -> None:
        """Draw an epoch's points, one plot after the other."""
        if not self._epochs_shown:
            self._make_epoch_curves((), "")
        self._epochs_shown += 1
        for plot, name, quantity in self._epoch_curves(""):
            plot.append(name, event.epoch, getattr(event, quantity))
        for plot in self._plots.values():
            plot.setAccessibleDescription(plot.describe_at(event.epoch))
        self._throttle.push("loss")

    @property
    def epochs_shown(self) -> int:
        """Epochs that are drawn."""
        return self._epochs_shown

    def show_earlier(self, runs: "Sequence[RunCurves]") -> None:
        """Draw earlier runs faintly behind the current one."""
        for name in self._earlier:
            self.loss.remove_curve(name)
            self.accuracy.remove_curve(name)
        self._earlier = []
        if runs:
            self._stack.setCurrentIndex(1)
        for run in runs:
            prefix = f"{run.path.name} "
            self._make_epoch_curves(run.epochs, prefix, faint=True)
            self._earlier += [prefix + self._called["train"], prefix + self._called["val"]]

    @property
    def earlier_shown(self) -> tuple[str, ...]:
        """The names of the faint curves."""
        return tuple(self._earlier)

    def position_text(self, position: float) -> str:
        """Return which batch is meant by a place on the horizontal axis: ``"epoch 7, batch 31"``."""
        batch = max(1, round(position * self._steps_per_epoch))
        epoch, inside = divmod(batch - 1, self._steps_per_epoch)
        if self._steps_per_epoch == 1:
            return self.tr("epoch {epoch}").format(epoch=epoch + 1)
        return self.tr("epoch {epoch}, batch {batch} of {batches}").format(
            epoch=epoch + 1, batch=inside + 1, batches=self._steps_per_epoch)

    def _epoch_curves(self, prefix: str) -> list[tuple[CurvePlot, str, str]]:
        """Return the plot, name and column of every curve that has a point an epoch."""
        return [(plot, prefix + self._called[split], f"{split}_{quantity}")
                for plot, quantity in ((self.loss, "loss"), (self.accuracy, "accuracy")) for split in ("train", "val")]

    def _make_epoch_curves(self, epochs: Sequence[EpochEnded], prefix: str, *, faint: bool = False) -> None:
        """Draw training and validation, loss and accuracy, over the epochs."""
        xs = [event.epoch for event in epochs]
        for plot, name, quantity in self._epoch_curves(prefix):
            ys = [getattr(event, quantity) for event in epochs]
            plot.set_curve(name, xs, ys, dashed=quantity.startswith("val"), faint=faint)
