"""How the learning rate will go, drawn and said before the training starts."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.schedules import schedule_curve
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.training.line_canvas import Axis, Line, LineCanvas

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace

_POINTS = 240
_STEPS_WITHOUT_IMAGES = 50
_HEIGHT_PX = 84


class ScheduleView(QWidget):
    """A small plot of the learning rate over the epochs with a sentence below; `show_recipe` fills it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("schedule_view")
        self._workspace: Workspace | None = None
        self.canvas = described(
            LineCanvas((160, _HEIGHT_PX)), "schedule_plot", self.tr("Learning rate over the epochs"),
            self.tr("The learning rate of every update, from the first epoch to the last"))
        self.canvas.setFixedHeight(_HEIGHT_PX)
        self._words = label(role="caption", name="schedule_words", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.canvas)
        column.addWidget(self._words)
        self.show_recipe(TrainConfig(), 0)

    def follow(self, workspace: "Workspace") -> None:
        """Show the recipe of ``workspace`` from now on, whenever it or the images change."""
        self._workspace = workspace
        for signal in (workspace.train_config_changed, workspace.split_changed):
            signal.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        if self._workspace is not None:
            splits = self._workspace.splits
            self.show_recipe(self._workspace.train_config, 0 if splits is None else len(splits.train))

    @property
    def words(self) -> str:
        """The sentence below the plot."""
        return self._words.text()

    def show_recipe(self, config: TrainConfig, train_images: int) -> None:
        """Draw the schedule of ``config`` for so many training images; 0 when there are none yet."""
        steps = steps_per_epoch(train_images, config.batch_size) if train_images else _STEPS_WITHOUT_IMAGES
        positions, rates = (np.array(values) for values in schedule_curve(config, steps, _POINTS))
        top = float(rates.max())
        x = Axis(0, config.epochs, ((0, "0"), (config.epochs, self._epochs(config.epochs))))
        y = Axis(0, 1.08 * top, ((0, "0"), (top, f"{top:.3g}")))
        # The last update belongs to the end of the last epoch, although it begins a step before it.
        self.canvas.set_picture(x, y, [Line(
            np.append(positions, config.epochs), np.append(rates, rates[-1]), "train_curve")])
        text = self._sentence(config, positions, rates)
        self._words.setText(text)
        self.canvas.setAccessibleDescription(text)

    def _epochs(self, count: int) -> str:
        return self.tr("1 epoch") if count == 1 else self.tr("{count} epochs").format(count=f"{count:,}")

    def _sentence(self, config: TrainConfig, positions: np.ndarray, rates: np.ndarray) -> str:
        """Say where the rate starts, how high it gets and where it ends."""
        first, top, last = f"{rates[0]:.3g}", f"{rates.max():.3g}", f"{rates[-1]:.3g}"
        if first == top == last:
            text = self.tr("{rate} from the first update to the last.").format(rate=first)
        elif first == top:
            text = self.tr("Starts at {first} and falls to {last}.").format(first=first, last=last)
        elif top == last:
            text = self.tr("Rises from {first} to {top} in {epochs}.").format(
                first=first, top=top, epochs=self._after(positions, rates))
        else:
            text = self.tr("Rises from {first} to {top} in {epochs}, then falls to {last}.").format(
                first=first, top=top, last=last, epochs=self._after(positions, rates))
        if config.schedule == "plateau":
            fall = self.tr("Drawn as if every epoch were better than the one before; else it falls to {share} of its "
                           "value after {patience} epochs without a lower validation loss.")
            text += " " + fall.format(share=f"{config.fall_factor:g}", patience=config.plateau_patience)
        return text

    def _after(self, positions: np.ndarray, rates: np.ndarray) -> str:
        epochs = positions[int(np.argmax(rates > 0.999 * rates.max()))]
        return self.tr("{count} epochs").format(count=f"{epochs:.2g}")


def steps_per_epoch(images: int, batch_size: int) -> int:
    """Return how many batches an epoch has; a single image left over joins the batch before, as in `Batches`."""
    full, rest = divmod(images, batch_size)
    return max(1, full + (rest > 1))
