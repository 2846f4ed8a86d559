"""How the learning rate changes: the rate of any update as a pure function of its place in the training."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cnnstudio.training.config import ScheduleName, TrainConfig

ONE_CYCLE_RISE = 0.3
"""Share of a training in which one-cycle rises, when the recipe names no warm-up."""
ONE_CYCLE_START = 25.0
"""The learning rate over the rate one-cycle starts with."""
ONE_CYCLE_END = 1e4
"""The rate one-cycle starts with over the rate it ends with."""
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class _Place:
    """One update: where it lies in the training, and what the validations before it gave."""

    update: float
    """Updates before it."""
    updates: int
    """In the whole training."""
    warm_up: float
    """Updates of the warm-up; the schedule begins after them."""
    epochs: float
    """Epochs since the warm-up, with their fraction."""
    val_losses: Sequence[float]
    """Of the epochs since the warm-up."""


def learning_rate(config: TrainConfig, position: float, steps_per_epoch: int, val_losses: Sequence[float]) -> float:
    """Return the learning rate of one update.

    The same arguments give the same rate, so that nothing of a schedule has to be saved. In the warm-up, of W updates,
    update k (from 0) has ``(k + 1) / (W + 1)`` of the recipe's rate; the schedule runs from its end on. One-cycle rises
    by itself: the warm-up is then the length of its rise. Beyond the last epoch of ``config`` the rate stays
    that of its last update; a training that goes on for more epochs has a recipe of so many.

    Parameters
    ----------
    config : the schedule, its settings and the number of epochs
    position : epochs done when the update begins, with the fraction of the present one: 0 is the first update
    steps_per_epoch : at least 1
    val_losses : of the epochs so far, in order; only *plateau* reads them, and none after ``position``

    Returns
    -------
    float
        At least 0, and at most ``config.learning_rate``.
    """
    updates = config.epochs * steps_per_epoch
    update = min(position * steps_per_epoch, updates - 1.0)
    warm_up = config.warm_up_epochs * steps_per_epoch
    if config.schedule != "one_cycle" and update < warm_up - _ROUNDING:
        return config.learning_rate * (update + 1) / (warm_up + 1)
    known = val_losses[math.floor(config.warm_up_epochs):math.floor(position + _ROUNDING)]
    place = _Place(update, updates, warm_up, position - config.warm_up_epochs, known)
    return config.learning_rate * _SHARES[config.schedule](config, place)


def schedule_curve(config: TrainConfig, steps_per_epoch: int, points: int) -> tuple[list[float], list[float]]:
    """Return positions in epochs and the learning rates there, to draw the schedule before a training.

    *Plateau* is drawn as if each epoch were better than the one before.

    Parameters
    ----------
    points : how many at most, at least 2; evenly from the first update to the last
    """
    updates = config.epochs * steps_per_epoch
    count = min(points, updates)
    places = [index * (updates - 1) / max(1, count - 1) / steps_per_epoch for index in range(count)]
    return places, [learning_rate(config, place, steps_per_epoch, ()) for place in places]


def _step(config: TrainConfig, place: _Place) -> float:
    """Return the share of the rate: multiplied by ``fall_factor`` every ``step_epochs`` epochs (``StepLR``)."""
    return float(config.fall_factor ** math.floor(place.epochs / config.step_epochs + _ROUNDING))


def _cosine(_config: TrainConfig, place: _Place) -> float:
    """Return half a cosine from 1 to 0 (Loshchilov and Hutter, 2017, without restarts; ``CosineAnnealingLR``)."""
    return _fall((place.update - place.warm_up) / (place.updates - place.warm_up))


def _one_cycle(_config: TrainConfig, place: _Place) -> float:
    """Rise along a cosine from 1/25 and fall to 1/250,000 (Smith and Topin, 2018; ``OneCycleLR``)."""
    wanted = place.warm_up or ONE_CYCLE_RISE * place.updates
    top, last = max(wanted, 1.0) - 1, place.updates - 1
    low, end = 1 / ONE_CYCLE_START, 1 / (ONE_CYCLE_START * ONE_CYCLE_END)
    if place.update < top:
        return 1 + (low - 1) * _fall(place.update / top)
    return end + (1 - end) * _fall((place.update - top) / max(last - top, 1.0))


def _fall(progress: float) -> float:
    """Return half a cosine: 1 at 0, 0 at 1."""
    return (1 + math.cos(math.pi * progress)) / 2


def _plateau(config: TrainConfig, place: _Place) -> float:
    """Return the share after the falls so far: one after each ``plateau_patience`` epochs without a lower loss.

    torch's ``ReduceLROnPlateau`` with ``threshold=0`` and a patience of one less: it counts the epochs it bears,
    the recipe counts the one with which the patience ends, as early stopping does.
    """
    lowest, waited, falls = math.inf, 0, 0
    for loss in place.val_losses:
        waited = 0 if loss < lowest else waited + 1
        lowest = min(lowest, loss)
        if waited == config.plateau_patience:
            waited, falls = 0, falls + 1
    return float(config.fall_factor ** falls)


_SHARES: Mapping[ScheduleName, Callable[[TrainConfig, _Place], float]] = {
    "constant": lambda _config, _place: 1.0,
    "step": _step,
    "cosine": _cosine,
    "one_cycle": _one_cycle,
    "plateau": _plateau,
}
"""Each schedule's share of the recipe's learning rate, after the warm-up."""
