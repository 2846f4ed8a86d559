"""Whether one training is really better than another: on the same images, and what chance alone can do."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.errors import InputError
from cnnstudio.training.metrics import Z_95
from cnnstudio.wording import translate

COARSE_FROM = 0.05
"""A validation set that cannot tell trainings apart that differ by this is called small."""

_CHANCE = 0.05
_WIDTH = 12
"""Standard deviations beyond which binomial numbers are left out: less than 1e-30 lies there."""


@dataclass(frozen=True, slots=True)
class McNemar:
    """Two networks on the same images."""

    both: int
    """Images that both get right."""
    only_first: int
    only_second: int
    neither: int
    p_value: float
    """Chance of a difference as large as this between two networks that are equally good, 0 to 1."""

    @property
    def images(self) -> int:
        """All images."""
        return self.both + self.only_first + self.only_second + self.neither

    @property
    def difference(self) -> float:
        """Accuracy of the first less that of the second, -1 to 1."""
        return (self.only_first - self.only_second) / self.images

    @property
    def is_significant(self) -> bool:
        """Whether chance would make such a difference in less than 5 % of the cases."""
        return self.p_value < _CHANCE

    @property
    def interval(self) -> tuple[float, float]:
        """95 % interval of the difference, with half an image added to each of the four counts.

        Agresti & Min, "Simple improved confidence intervals for comparing matched proportions", 2005.
        """
        n, b, c = self.images + 2, self.only_first + 0.5, self.only_second + 0.5
        middle = (b - c) / n
        half = Z_95 * math.sqrt(b + c - (b - c) ** 2 / n) / n
        return (max(-1.0, middle - half), min(1.0, middle + half))


def mcnemar(labels: NDArray[Any], first: NDArray[Any], second: NDArray[Any]) -> McNemar:
    """Compare two networks' answers to the same images by McNemar's exact test (McNemar, 1947; two-sided).

    Parameters
    ----------
    labels : (N,) true class indices
    first, second : (N,) answered class indices

    Raises
    ------
    InputError
        When the lengths differ or there is no image.
    """
    truth, one, two = np.asarray(labels), np.asarray(first), np.asarray(second)
    if not len(truth) == len(one) == len(two) or not len(truth):
        raise InputError(translate(
            "training", "Two trainings are compared on the same images, but there are {count:,} labels, {one_count:,} "
            "answers of the first and {two_count:,} of the second.", count=len(truth), one_count=len(one),
            two_count=len(two)))
    a, b = one == truth, two == truth
    only_first, only_second = int((a & ~b).sum()), int((b & ~a).sum())
    return McNemar(int((a & b).sum()), only_first, only_second, int((~a & ~b).sum()),
                   exact_p_value(only_first, only_second))


def exact_p_value(only_first: int, only_second: int) -> float:
    """Return min(1, 2 P(X <= the smaller count)) for X ~ Binomial(sum of both counts, 1/2); 1 when both are 0."""
    n, least = only_first + only_second, min(only_first, only_second)
    if 2 * least == n:
        return 1.0
    # The largest term is exact; each one below it follows by a ratio, so that nothing overflows.
    largest: float = math.comb(n, least) / 2**n
    counts = np.arange(least, 0, -1, dtype=np.float64)
    terms = np.cumprod(np.append(1.0, counts / (n - counts + 1)))
    return min(1.0, 2 * largest * math.fsum(terms))


def smallest_difference(right: int, images: int) -> int:
    """Return by how many right images two trainings must differ to be told apart with 95 % certainty.

    Two equally good networks that are tested on as many images each differ by this or more in at most 5 % of the
    cases: the smallest k with P(|X - Y| >= k) <= 0.05 for independent X, Y ~ Binomial(images, p), summed exactly.
    Their common accuracy p is not known; taken is the middle of the Wilson interval, (right + z²/2) / (images + z²).
    On the very same images networks make some of the same mistakes, so that they may be told apart by a little less;
    `mcnemar` answers that for two that are there.

    Parameters
    ----------
    right : images right in one of them, 0 to images
    images : at least 1

    Returns
    -------
    int
        From 1 to images + 1, the latter when no difference would do.
    """
    share = (right + Z_95**2 / 2) / (images + Z_95**2)
    chances = _binomial(images, share)
    differences = np.convolve(chances, chances[::-1])
    middle = len(chances) - 1
    from_k = 2 * np.cumsum(differences[:middle:-1])[::-1]  # P(|X - Y| >= k) for k = 1, 2, ...
    return min(images, int(np.sum(from_k > _CHANCE))) + 1


def _binomial(n: int, p: float) -> NDArray[np.float64]:
    """Return the chances of the numbers 0 to n, without those far out on both sides."""
    spread = _WIDTH * math.sqrt(n * p * (1 - p)) + _WIDTH
    low, high = max(0, math.floor(n * p - spread)), min(n, math.ceil(n * p + spread))
    logs = np.append(0.0, np.cumsum(np.log(np.arange(1, n + 1))))
    k = np.arange(low, high + 1)
    chances = np.exp(logs[n] - logs[k] - logs[n - k] + k * math.log(p) + (n - k) * math.log1p(-p))
    return np.asarray(chances / chances.sum())


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a set of validation images can tell apart."""

    images: int
    difference: int
    """Images that two trainings must differ by, see `smallest_difference`."""

    @property
    def points(self) -> float:
        """The difference in percentage points."""
        return 100 * self.difference / self.images

    @property
    def is_coarse(self) -> bool:
        """Whether trainings that differ by 5 points cannot be told apart."""
        return self.difference > COARSE_FROM * self.images


def resolution(right: int, images: int) -> Resolution:
    """Return what ``images`` can tell apart when ``right`` of them are. Parameters as `smallest_difference`."""
    return Resolution(images, smallest_difference(right, images))
