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
    steepest, lowest : the rates where the smoothed loss falls fastest and where it is lowest; None without a suggestion
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


def advise(rates: Sequence[float], losses: Sequence[float]) -> RateAdvice:
    """Return the rate in the middle, on the logarithmic scale, between the steepest fall of the loss and its bottom.

    At the bottom the rate is already so large that steps undo one another, and the steepest fall is safe but slow
    (Smith, 2017, takes the rate where the loss begins to fall as the least, and that of the bottom as the most). The
    usual tenth of the bottom's rate lies near the steepest fall.

    Parameters
    ----------
    rates, losses : (N,) of a trial, in order; N at least 1
    """
    smoothed = smooth(losses)
    bottom = int(np.argmin(smoothed))
    start = float(np.median(smoothed[:max(1, min(len(smoothed) // 8, bottom + 1))]))
    fall = start - float(smoothed[bottom])
    if bottom < _FEWEST_BEFORE or fall < max(_SMALLEST_FALL * abs(start), _noise(losses, smoothed)):
        return RateAdvice(None, _no_advice(rates, losses, start))
    slopes = np.gradient(smoothed, np.log(np.asarray(rates)))
    steepest, lowest = rates[int(np.argmin(slopes[:bottom]))], rates[bottom]
    rate = float(f"{math.sqrt(steepest * lowest):.1e}")
    reason = (f"The loss falls fastest at a rate of {steepest:.2g} and is lowest ({smoothed[bottom]:.2f}, from "
              f"{start:.2f}) at {lowest:.2g}, where steps begin to undo one another: {rate:.2g} is halfway between, "
              f"{times_text(lowest / rate)} below the rate of the lowest loss.")
    return RateAdvice(rate, reason, steepest, lowest)


def times_text(factor: float) -> str:
    """Return ``"3.2 times"``, or ``"12 times"`` from ten on."""
    return f"{factor:.1f} times" if factor < 9.95 else f"{factor:.0f} times"


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
