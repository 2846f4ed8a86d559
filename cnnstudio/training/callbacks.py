"""What may listen to a training and ask it to end."""

import math
from typing import TYPE_CHECKING

from cnnstudio.training.events import EpochEnded, StepEnded, TrainingFinished, TrainingStarted

if TYPE_CHECKING:
    from torch import nn


class Callback:
    """Listens to a training; override what is of interest.

    Called in the training's thread, just before the event is handed out, so the module may be read but must be
    left as it is.
    """

    stop_reason: str = ""
    """Set to a sentence to end the training after the present epoch."""

    def training_started(self, event: TrainingStarted, module: "nn.Module") -> None:
        """Before the first step."""

    def step_ended(self, event: StepEnded, module: "nn.Module") -> None:
        """After each update of the weights."""

    def epoch_ended(self, event: EpochEnded, module: "nn.Module") -> None:
        """After each validation."""

    def training_finished(self, event: TrainingFinished, module: "nn.Module") -> None:
        """At the end, also of a stopped training; not after an error."""


class EarlyStopping(Callback):
    """Ends the training when the validation loss has not fallen for ``patience`` epochs (Prechelt, 1998).

    Parameters
    ----------
    patience : epochs without a new lowest validation loss, at least 1
    """

    def __init__(self, patience: int) -> None:
        self.patience = patience
        self._lowest, self._best_epoch = math.inf, 0

    def epoch_ended(self, event: EpochEnded, module: "nn.Module") -> None:  # noqa: ARG002
        """Note the lowest validation loss and compare."""
        if event.val_loss < self._lowest:
            self._lowest, self._best_epoch = event.val_loss, event.epoch
        elif event.epoch - self._best_epoch >= self.patience:
            count = f"{self.patience} epochs" if self.patience > 1 else "one epoch"
            self.stop_reason = (f"Stopped early: the validation loss has not fallen for {count}; "
                                f"it was lowest in epoch {self._best_epoch}.")
