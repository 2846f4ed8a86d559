"""Reads a learning rate off the losses of a trial with rising rates, and says why; free of torch."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnstudio.wording import translate

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
BELOW_MIDDLE = 4.0
"""How far the suggestion stays below the middle of the rates that learn well."""
_LEANING = 0.25
"""Weight of the usual rate, on the logarithmic scale: a trial of a hundred batches is noisy."""
_MOST_OF_FALL, _LOST_OF_FALL = 0.75, 0.5
"""Shares of the whole fall: made where good rates begin, lost again where they end."""
_HIGHEST_START = 1.5
"""Times the loss of guessing: a network that starts above has learned nothing by falling to there."""
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
    fallen, risen : the rates where the smoothed loss has made most of its fall, and where it has lost half of it again
        or the trial ended; None without a suggestion
    """

    rate: float | None
    reason: str
    fallen: float | None = None
    risen: float | None = None


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


def advise(rates: Sequence[float], losses: Sequence[float], chance: float = math.inf,
           usual: float | None = None) -> RateAdvice:
    """Return a quarter of the middle, on the logarithmic scale, of the stretch of rates that learn well.

    It begins where the loss has made most of its fall and ends where it has lost half of it again. That end, the
    largest rate a network stands (Smith, 2017), depends least on how many images there are: with few, the loss falls
    at any rate, because all are seen again and again, and rules that look at the fall alone (the steepest place, a
    tenth of the lowest one) suggest too little. Because one trial is noisy, the suggestion leans towards the usual
    rate. The constants were chosen on trials of six pairs of network and optimiser on two sets of images.

    Parameters
    ----------
    rates, losses : (N,) of a trial, in order; N at least 1
    chance : the loss of guessing, in nats, as far as it is known: the logarithm of the number of classes
    usual : the rate most trainings with the optimiser begin well with, as far as it is known
    """
    smoothed = smooth(losses)
    least = int(np.argmin(smoothed))
    start = float(np.median(smoothed[:max(1, min(len(smoothed) // 8, least + 1))]))
    fall = start - float(smoothed[least])
    if least < _FEWEST_BEFORE or fall < max(_SMALLEST_FALL * abs(start), _noise(losses, smoothed)):
        return RateAdvice(None, _no_advice(rates, losses, start))
    begin, end = _good_stretch(smoothed, start, chance)
    fallen, risen = rates[begin], rates[end]
    read = math.sqrt(fallen * risen) / BELOW_MIDDLE
    rate = float(f"{read ** (1 - _LEANING) * usual ** _LEANING if usual else read:.1e}")
    leaning = translate(
        "training", "; leaning a little towards the usual {usual:.2g}, that makes {rate:.2g}", usual=usual,
        rate=rate) if usual else ""
    is_lost = end < len(smoothed) - 1
    rises = translate("training", "half of that is lost again") if is_lost else translate("training", "the trial ended")
    reason = translate(
        "training", "At a rate of {fallen:.2g} the loss has made most of its fall ({start:.2f} has become "
        "{smoothed:.2f}), at {risen:.2g} {rises}. A quarter of the middle of the two, {read:.2g}, is fast and far "
        "enough from that edge for a whole training{leaning}.", fallen=fallen, start=start, smoothed=smoothed[begin],
        risen=risen, rises=rises, read=read, leaning=leaning)
    return RateAdvice(rate, reason, fallen, risen)


def _good_stretch(smoothed: Floats, start: float, chance: float) -> tuple[int, int]:
    """Return the places where most of the fall is made, and where half of it is lost again, or the last place."""
    least = int(np.argmin(smoothed))
    lowest = float(smoothed[least])
    top = min(start, _HIGHEST_START * chance) if lowest < chance else start
    is_low = smoothed <= top - _MOST_OF_FALL * (top - lowest)
    is_lost = smoothed > lowest + _LOST_OF_FALL * (top - lowest)
    lost = np.flatnonzero(is_lost[least:])
    return int(np.argmax(is_low)), least + int(lost[0]) if len(lost) else len(smoothed) - 1


def _noise(losses: Sequence[float], smoothed: Floats) -> float:
    """Return how much of a fall may be chance: `_NOISES` standard deviations of a smoothed value."""
    before = min(int(np.argmin(smoothed)) + 1, len(smoothed))
    rest = np.asarray(losses, float)[:before] - smoothed[:before]
    neighbours = 2 * math.sqrt(math.pi) * _WIDTH
    return _NOISES * float(np.std(rest)) / math.sqrt(neighbours)


def _no_advice(rates: Sequence[float], losses: Sequence[float], start: float) -> str:
    """Say why nothing can be suggested, and what may be the cause."""
    tried = translate("training", "from {lowest:.2g} to {highest:.2g}", lowest=rates[0], highest=rates[-1])
    if has_diverged(losses):
        return translate(
            "training", "No rate can be suggested: the loss only grew, from {start:.3g}, at every rate {tried}. The "
            "network starts too far off: choose another initialisation, or put batch normalisation after its layers.",
            start=start, tried=tried)
    return translate(
        "training", "No rate can be suggested: the loss stayed near {start:.3g} at every rate {tried}, no more than "
        "chance moves it. The network does not learn: look at its initialisation (zeros learn nothing), its "
        "activations and the labels of the images.", start=start, tried=tried)
