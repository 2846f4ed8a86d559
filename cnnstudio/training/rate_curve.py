"""Reads a learning rate off the losses of a trial with rising rates, and says why; free of torch."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LOWEST, HIGHEST = 1e-6, 10.0
"""The rates a trial begins and ends with."""
STEPS = 100
"""Rates tried, evenly on a logarithmic scale: 14 for each power of ten."""
DIVERGED = 4.0
"""A smoothed loss so many times the lowest one ends the trial."""
_WIDTH = 3.0
"""Standard deviation of the smoothing, in steps."""
_SMALLEST_FALL = 0.03
"""Share of its first value that the loss must fall by, and so many times its noise, to suggest anything."""
_NOISES = 3.0
BELOW_LOWEST = 10.0
"""How far below the rate with the lowest loss the second rule stays."""
_TINY = 1e-9
"""Added to losses before their logarithm."""
_MOST_OF_FALL = 0.98
"""Share of the whole fall after which the loss counts as lowest: a flat bottom begins there."""
_FEWEST_BEFORE = 5
"""Steps that must lie before the lowest loss: less is no fall one can see."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RateTried:
    """One update of a trial.

    Attributes
    ----------
    step, steps : from 0, of so many at most
    loss : of the batch before the update with ``rate``, in nats; infinity when it could not be computed any more
    """

    step: int
    steps: int
    rate: float
    loss: float


@dataclass(frozen=True, slots=True)
class RateAdvice:
    """What came of a trial.

    Attributes
    ----------
    rate : the suggestion, to two digits; None when there is none
    reason : why, in a sentence with the figures, or why nothing can be suggested
    steepest, lowest : the rates where the smoothed loss falls fastest and where it is as good as lowest; None without a
        suggestion
    """

    rate: float | None
    reason: str
    steepest: float | None = None
    lowest: float | None = None


def rate_of(step: int, steps: int) -> float:
    """Return the rate of update ``step``, from 0, of ``steps``: `LOWEST` first, `HIGHEST` last, evenly by factors."""
    return float(LOWEST * (HIGHEST / LOWEST) ** (step / (steps - 1)))


def smooth(losses: Sequence[float] | Floats) -> Floats:
    """Return a mean over neighbours by a bell curve of 3 steps, (N,): it looks both ways, so nothing is shifted.

    Values that are not finite are left aside; one with nothing near it stays infinite.
    """
    values = np.asarray(losses, float)
    places, known = np.arange(len(values)), np.isfinite(values)
    weights = np.exp(-0.5 * ((places[:, None] - places) / _WIDTH) ** 2) * known
    sums = weights.sum(axis=1)
    means = weights @ np.where(known, values, 0.0) / np.where(sums > 0, sums, 1.0)
    return np.where(sums > 0, means, np.inf)


def has_diverged(losses: Sequence[float]) -> bool:
    """Whether a trial can end: the loss is no number any more, or far above its lowest (both smoothed)."""
    if not math.isfinite(losses[-1]):
        return True
    smoothed = smooth(losses)
    return bool(smoothed[-1] > DIVERGED * smoothed.min())


def advise(rates: Sequence[float], losses: Sequence[float], chance: float = math.inf) -> RateAdvice:
    """Return the rate halfway, on the logarithmic scale, between what two rules of thumb say.

    The one takes the rate at which the loss falls fastest, here as a share of its value and only below the loss of
    guessing: a network that starts far above it falls there quickly, and has learned nothing by that. The other takes
    a tenth of the rate from which the loss falls no further, for there steps already undo one another (both as in
    fastai, after Smith, 2017). Either is now and then far off where the other is not.

    Parameters
    ----------
    rates, losses : (N,) of a trial, in order; N at least 1
    chance : the loss of guessing, in nats, as far as it is known: the logarithm of the number of classes
    """
    smoothed = smooth(losses)
    least = int(np.argmin(smoothed))
    start = float(np.median(smoothed[:max(1, min(len(smoothed) // 8, least + 1))]))
    fall = start - float(smoothed[least])
    if least < _FEWEST_BEFORE or fall < max(_SMALLEST_FALL * abs(start), _noise(losses, smoothed)):
        return RateAdvice(None, _no_advice(rates, losses, start))
    bottom = int(np.argmax(smoothed <= start - _MOST_OF_FALL * fall))
    slopes = np.gradient(np.log(np.minimum(smoothed, chance) + _TINY), np.log(np.asarray(rates)))
    slopes = slopes if slopes[:bottom + 1].min() < 0 else np.gradient(smoothed)  # it never came below chance
    steepest, lowest = rates[int(np.argmin(slopes[:bottom + 1]))], rates[bottom]
    rate = float(f"{math.sqrt(steepest * lowest / BELOW_LOWEST):.1e}")
    reason = (f"The loss falls fastest at a rate of {steepest:.2g}. From {lowest:.2g} on it falls no further "
              f"({start:.2f} has become {smoothed[bottom]:.2f}), for steps undo one another; a tenth of that, "
              f"{lowest / BELOW_LOWEST:.2g}, is safe. Halfway between the two: {rate:.2g}.")
    return RateAdvice(rate, reason, steepest, lowest)


def _noise(losses: Sequence[float], smoothed: Floats) -> float:
    """Return how much of a fall may be chance: `_NOISES` standard deviations of a smoothed value."""
    before = min(int(np.argmin(smoothed)) + 1, len(smoothed))
    rest = np.asarray(losses, float)[:before] - smoothed[:before]
    neighbours = 2 * math.sqrt(math.pi) * _WIDTH
    return _NOISES * float(np.std(rest)) / math.sqrt(neighbours)


def _no_advice(rates: Sequence[float], losses: Sequence[float], start: float) -> str:
    """Say why nothing can be suggested, and what may be the cause."""
    tried = f"from {rates[0]:.2g} to {rates[-1]:.2g}"
    if has_diverged(losses):
        return (f"No rate can be suggested: the loss only grew, from {start:.3g}, at every rate {tried}. The network "
                "starts too far off: choose another initialisation, or put batch normalisation after its layers.")
    return (f"No rate can be suggested: the loss stayed near {start:.3g} at every rate {tried}, no more than chance "
            "moves it. The network does not learn: look at its initialisation (zeros learn nothing), its "
            "activations and the labels of the images.")
