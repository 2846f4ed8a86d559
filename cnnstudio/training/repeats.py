"""What the accuracies of several trainings say together: mean, spread, and whether two sets of them really differ."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from cnnstudio.errors import InputError
from cnnstudio.wording import translate

CHANCE = 0.05
"""Below this a difference is called more than chance."""
_HALVINGS = 200
_TERMS = 10_000
_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Spread:
    """Accuracies of trainings that differ by chance alone, shares from 0 to 1."""

    values: tuple[float, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.values)

    @property
    def mean(self) -> float:
        """Their mean."""
        return statistics.fmean(self.values)

    @property
    def deviation(self) -> float | None:
        """Sample standard deviation (divisor count - 1); None for a single one."""
        return statistics.stdev(self.values) if self.count > 1 else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % interval of the mean by Student's t, kept within 0 and 1; None for a single training.

        mean ± t(0.975; count - 1) deviation / √count (Student, "The probable error of a mean", 1908).
        """
        if self.deviation is None:
            return None
        half = t_quantile(self.count - 1) * self.deviation / math.sqrt(self.count)
        return (max(0.0, self.mean - half), min(1.0, self.mean + half))


def spread(values: Sequence[float]) -> Spread:
    """Return what ``values`` say together.

    Raises
    ------
    InputError
        When there are none.
    """
    if not values:
        raise InputError(translate("training", "There is no accuracy to take a mean of."))
    return Spread(tuple(values))


@dataclass(frozen=True, slots=True)
class Welch:
    """Two sets of trainings, compared by Welch's test."""

    difference: float
    """Mean of the first less that of the second."""
    interval: tuple[float, float]
    """95 % interval of the difference."""
    freedom: float
    """Degrees of freedom, by Welch and Satterthwaite; infinite when neither set has any spread."""
    p_value: float
    """Chance of a difference as large as this, either way, when both means are the same."""

    @property
    def is_significant(self) -> bool:
        """Whether chance would make such a difference in less than 5 % of the cases."""
        return self.p_value < CHANCE


def welch(first: Sequence[float], second: Sequence[float]) -> Welch:
    """Compare the means of two sets whose deviations may differ (Welch, Biometrika 34, 1947; two-sided).

    Raises
    ------
    InputError
        When one of them holds fewer than two values, so that nothing is known of its spread.
    """
    if min(len(first), len(second)) < 2:
        raise InputError(translate(
            "training", "Two trainings of each kind at least are needed to know how much chance does."))
    difference = statistics.fmean(first) - statistics.fmean(second)
    one, two = (statistics.variance(values) / len(values) for values in (first, second))
    error = math.sqrt(one + two)
    if error == 0:
        return Welch(difference, (difference, difference), math.inf, 0.0 if difference else 1.0)
    freedom = (one + two) ** 2 / (one**2 / (len(first) - 1) + two**2 / (len(second) - 1))
    half = t_quantile(freedom) * error
    return Welch(difference, (difference - half, difference + half), freedom, two_sided(difference / error, freedom))


def t_quantile(freedom: float, outside: float = CHANCE) -> float:
    """Return the t beyond which, on both sides together, a share ``outside`` of Student's distribution lies.

    ``t_quantile(4)`` is 2.776: the 97.5 % point for five values.
    """
    low, high = 0.0, 1.0
    while two_sided(high, freedom) > outside:
        high *= 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if not low < middle < high:
            break
        low, high = (middle, high) if two_sided(middle, freedom) > outside else (low, middle)
    return (low + high) / 2


def two_sided(t: float, freedom: float) -> float:
    """Return P(|T| >= |t|) for Student's T: the regularised incomplete beta function I_x(freedom/2, 1/2).

    With x = freedom / (freedom + t²): Abramowitz & Stegun, 26.7.1 and 26.5.27.
    """
    square = t * t
    return _beta_share(freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square))


def _beta_share(a: float, b: float, x: float, rest: float) -> float:
    """Return I_x(a, b); ``rest`` is 1 - x without the rounding."""
    if x <= 0 or rest <= 0:
        return 0.0 if x <= 0 else 1.0
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)
    front = math.exp(log_front)
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(a, b, x) / a
    return 1.0 - front * _fraction(b, a, rest) / b


def _fraction(a: float, b: float, x: float) -> float:
    """Work out the continued fraction of the incomplete beta function (DLMF 8.17.22) by Lentz's method."""
    c, d = 1.0, 1.0 / _not_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, _TERMS):
        for term in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                     -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1.0 / _not_zero(1 + term * d)
            c = _not_zero(1 + term / c)
            value *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
