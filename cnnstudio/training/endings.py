"""The sentences a training ends with, and those about going on for longer than its recipe said."""

from collections.abc import Sequence

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, TrainingFinished
from cnnstudio.wording import counted, translate

_BY_EPOCHS = ("cosine", "one_cycle")
"""Schedules whose rates depend on the number of epochs."""


def ending(rows: Sequence[EpochEnded], config: TrainConfig, seconds: float, *, stopped_in: int = 0,
           stop_reason: str = "") -> TrainingFinished:
    """Return the last event of a training.

    Parameters
    ----------
    stopped_in : the epoch in which the user stopped it; 0 when nobody did
    stop_reason : why it came to an early end by itself; empty when it did not
    """
    epochs = len(rows)
    best = min(rows, key=lambda row: row.val_loss).epoch if rows else 0
    if stopped_in:
        message = translate(
            "training", "Stopped in epoch {stopped_in}; {epochs} of {config_epochs} epochs are complete.",
            stopped_in=stopped_in, epochs=epochs, config_epochs=config.epochs)
        return TrainingFinished("stopped", epochs, best, seconds, message)
    if stop_reason:
        return TrainingFinished("early_stopped", epochs, best, seconds, stop_reason)
    message = counted(epochs, translate(
        "training", "Finished 1 epoch; the validation loss was lowest in epoch {best}.", best=best), translate(
        "training", "Finished {epochs} epochs; the validation loss was lowest in epoch {best}.", epochs=epochs,
        best=best))
    return TrainingFinished("finished", epochs, best, seconds, message)


def more_epochs_notice(config: TrainConfig, epochs: int, position: float) -> str:
    """Say what it means that a training goes on to ``epochs`` epochs instead of those of ``config``.

    A constant or plateau schedule, and the one in steps, do not look at the number of epochs: the training is then
    bit for bit the one that had them from the beginning. The rates of the others do.

    Parameters
    ----------
    position : epochs done
    """
    longer = translate(
        "training", "The training goes on to epoch {epochs} instead of {config_epochs}.", epochs=epochs,
        config_epochs=config.epochs)
    if config.schedule not in _BY_EPOCHS or position == 0:
        return longer
    return translate(
        "training", "{longer} The learning rates of the epochs left are those of a cosine schedule over {epochs}; "
        "those so far were of one over {config_epochs}: this is not the training that had {epochs} from the start.",
        longer=longer, epochs=epochs, config_epochs=config.epochs) if config.schedule == "cosine" else translate(
        "training", "{longer} The learning rates of the epochs left are those of a one-cycle schedule over {epochs}; "
        "those so far were of one over {config_epochs}: this is not the training that had {epochs} from the start.",
        longer=longer, epochs=epochs, config_epochs=config.epochs)
