"""What may listen to a training and ask it to end."""

import math
from typing import TYPE_CHECKING

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingFinished, TrainingStarted
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

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

    def training_resumed(self, rows: "Sequence[EpochEnded]", patience_from: int) -> None:
        """Before the start of a training that goes on after these epochs.

        Parameters
        ----------
        patience_from : epoch from which patience counts anew, because the user wished to go on after the end; else 0
        """

    def step_ended(self, event: StepEnded, module: "nn.Module") -> None:
        """After each update of the weights."""

    def epoch_ended(self, event: EpochEnded, module: "nn.Module") -> None:
        """After each validation."""

    def training_finished(self, event: TrainingFinished, module: "nn.Module") -> None:
        """At the end, also of a stopped training; not after an error."""


class EarlyStopping(Callback):
    """Ends the training by `early_stop_reason`.

    Parameters
    ----------
    config : its ``early_stopping`` is at least 1
    """

    def __init__(self, config: TrainConfig) -> None:
        self.config = config
        self._rows: list[EpochEnded] = []
        self._patience_from = 0

    def training_resumed(self, rows: "Sequence[EpochEnded]", patience_from: int) -> None:
        """Take over the epochs done."""
        self._rows, self._patience_from = list(rows), patience_from
        self.stop_reason = early_stop_reason(self.config, self._rows, patience_from)

    def epoch_ended(self, event: EpochEnded, module: "nn.Module") -> None:  # noqa: ARG002
        """Look at the epochs so far."""
        self._rows.append(event)
        self.stop_reason = early_stop_reason(self.config, self._rows, self._patience_from)


def early_stop_reason(config: TrainConfig, rows: "Sequence[EpochEnded]", patience_from: int = 0) -> str:
    """Return why a training ends now by its recipe's early stopping (Prechelt, 1998); empty when it goes on.

    It ends when for ``early_stopping`` epochs the watched figure has not been better than ever before by more than
    ``early_stopping_change``: the validation's loss lower, or its accuracy (0 to 1) higher.

    Parameters
    ----------
    rows : the epochs so far, in order
    patience_from : epoch from which the patience counts at the earliest
    """
    is_loss = config.early_stopping_metric == "loss"
    best, best_epoch = math.inf, 0
    for row in rows:
        value = row.val_loss if is_loss else -row.val_accuracy
        if value < best - config.early_stopping_change or best_epoch == 0:
            best, best_epoch = value, row.epoch
    if not config.early_stopping or not rows or (
            rows[-1].epoch - max(best_epoch, patience_from) < config.early_stopping):
        return ""
    count = translate(
        "training", "{early_stopping} epochs",
        early_stopping=config.early_stopping) if config.early_stopping > 1 else translate("training", "one epoch")
    margin = translate(
        "training", " by more than {early_stopping_change:g}",
        early_stopping_change=config.early_stopping_change) if config.early_stopping_change else ""
    last = _last_time(best_epoch, margin, is_loss=is_loss)
    return translate(
        "training", "Stopped early: the validation loss has not fallen{margin} for {count}; {last}.", margin=margin,
        count=count, last=last) if is_loss else translate(
        "training", "Stopped early: the validation accuracy has not risen{margin} for {count}; {last}.", margin=margin,
        count=count, last=last)


def _last_time(epoch: int, margin: str, *, is_loss: bool) -> str:
    """Say when the watched figure was at its best."""
    if margin:
        return translate("training", "the last time was epoch {best_epoch}", best_epoch=epoch)
    return translate("training", "it was lowest in epoch {best_epoch}", best_epoch=epoch) if is_loss else translate(
        "training", "it was highest in epoch {best_epoch}", best_epoch=epoch)
