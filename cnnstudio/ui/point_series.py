"""Long rows of points, and which of them suffice to draw a stretch as all of them would."""

import math

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnnstudio.training.step_history import GrowingArray

_FIRST_GROUP = 16
Floats = NDArray[np.float64]


class _Level:
    """Where in each whole group of ``size`` neighbours the lowest and the highest value is."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.lowest, self.highest = GrowingArray("i8"), GrowingArray("i8")

    def update(self, ys: Floats) -> None:
        """Work out the groups that have become whole."""
        done = len(self.lowest)
        rows = ys[done * self.size:len(ys) // self.size * self.size].reshape(-1, self.size)
        if len(rows):
            starts = (done + np.arange(len(rows))) * self.size
            self.lowest.append(starts + np.where(np.isnan(rows), np.inf, rows).argmin(axis=1))
            self.highest.append(starts + np.where(np.isnan(rows), -np.inf, rows).argmax(axis=1))

    def update_from(self, finer: "_Level", ys: Floats) -> None:
        """Work out the groups that have become whole from those half as large."""
        done, whole = len(self.lowest), len(finer.lowest) // 2
        if whole > done:
            pairs = slice(2 * done, 2 * whole)
            for mine, theirs, sign in ((self.lowest, finer.lowest, 1), (self.highest, finer.highest, -1)):
                found = theirs.values[pairs].reshape(-1, 2)
                values = np.where(np.isnan(ys[found]), np.inf, sign * ys[found])
                mine.append(found[np.arange(len(found)), values.argmin(axis=1)])


class PointSeries:
    """Points in the order they came, and which of them suffice to draw a stretch of them truly.

    For groups of 16, 32, 64 ... neighbours the places of the lowest and the highest value are kept up to date as
    points arrive, so that a drawing costs what it has pixels, not what there are points. Where the xs do not rise
    (a curve in the plane) all points are always drawn.
    """

    def __init__(self, xs: ArrayLike = (), ys: ArrayLike = ()) -> None:
        self._xs, self._ys = GrowingArray(), GrowingArray()
        self._levels: list[_Level] = []
        self.is_rising = True
        """Whether no x is smaller than the one before."""
        self.append(xs, ys)

    def __len__(self) -> int:
        return len(self._xs)

    @property
    def xs(self) -> Floats:
        """(N,)."""
        return self._xs.values

    @property
    def ys(self) -> Floats:
        """(N,)."""
        return self._ys.values

    @property
    def x_ends(self) -> tuple[float, float]:
        """The smallest and the largest x; there must be a point."""
        xs = self.xs
        return (float(xs[0]), float(xs[-1])) if self.is_rising else (float(xs.min()), float(xs.max()))

    def append(self, xs: ArrayLike, ys: ArrayLike) -> None:
        """Add points, (n,) each."""
        new = np.atleast_1d(np.asarray(xs, float))
        before = self.xs[-1:]
        self.is_rising = self.is_rising and bool((np.diff(new, prepend=before) >= 0).all())
        self._xs.append(new)
        self._ys.append(np.atleast_1d(np.asarray(ys, float)))
        self._update_levels()

    def _update_levels(self) -> None:
        size = _FIRST_GROUP * 2 ** len(self._levels)
        while len(self) >= 2 * size:
            self._levels.append(_Level(size))
            size *= 2
        for number, level in enumerate(self._levels):
            if number:
                level.update_from(self._levels[number - 1], self.ys)
            else:
                level.update(self.ys)

    def nearest(self, x: float) -> int:
        """Return the place of the point nearest to ``x``; there must be one."""
        if not self.is_rising:
            return int(np.argmin(np.abs(self.xs - x)))
        right = min(int(np.searchsorted(self.xs, x)), len(self) - 1)
        left = max(right - 1, 0)
        return left if abs(self.xs[left] - x) <= abs(self.xs[right] - x) else right

    def between(self, low: float, high: float, columns: int) -> tuple[Floats, Floats]:
        """Return points that draw the stretch from ``low`` to ``high`` as all of them would, ``columns`` px wide.

        All points when there are at most four a column, otherwise the lowest and the highest of groups narrower than
        a column, in the order they came; with one neighbour at each side, so that lines leave the picture.
        """
        if not self.is_rising:
            return self.xs, self.ys
        first = max(0, int(np.searchsorted(self.xs, low)) - 1)
        last = min(len(self), int(np.searchsorted(self.xs, high, "right")) + 1)
        level = self._level_for(last - first, max(2, columns))
        if level is None:
            return self.xs[first:last], self.ys[first:last]
        places = self._places(level, first, last)
        return self.xs[places], self.ys[places]

    def _level_for(self, points: int, columns: int) -> _Level | None:
        """Return the coarsest level with a group or more for each column; None when all points can be drawn."""
        fitting = [level for level in self._levels if level.size * columns <= points]
        return fitting[-1] if points > 4 * columns and fitting else None

    def _places(self, level: _Level, first: int, last: int) -> NDArray[np.int64]:
        """Return where the lowest and highest values of whole groups are, and the ends point by point."""
        begin, end = -(-first // level.size), min(last // level.size, len(level.lowest))
        inner = _in_turn(level.lowest.values[begin:end], level.highest.values[begin:end])
        ends = (self._extremes(first, begin * level.size), self._extremes(end * level.size, last))
        return np.concatenate([[first], ends[0], inner, ends[1], [last - 1]])

    def _extremes(self, first: int, last: int) -> NDArray[np.int64]:
        """Return the places of the lowest and highest value of a stretch shorter than a group; none of an empty one."""
        ys = self.ys[first:last]
        if not len(ys):
            return np.empty(0, np.int64)
        low, high = (np.where(np.isnan(ys), fill, ys) for fill in (np.inf, -np.inf))
        return _in_turn(np.atleast_1d(first + low.argmin()), np.atleast_1d(first + high.argmax()))


def _in_turn(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return both places of each group, (2n,), the earlier one first."""
    return np.stack([np.minimum(one, other), np.maximum(one, other)], axis=1).ravel()


class Smoothing:
    """A running mean that forgets, unbiased from the first value on (Kingma and Ba, 2015, section 3).

    Parameters
    ----------
    reach : about how many values the mean is taken over, at least 1; a value that is not a number is left aside
    """

    def __init__(self, reach: float) -> None:
        self._keep = 1 - 1 / max(1.0, reach)
        self._mean, self._count = 0.0, 0

    def add(self, values: Floats) -> Floats:
        """Return the mean after each of the next values, (n,)."""
        means = np.empty(len(values))
        for place, value in enumerate(values.tolist()):
            if not math.isnan(value):
                self._mean += (1 - self._keep) * (value - self._mean)
                self._count += 1
            means[place] = self._mean / (1 - self._keep ** self._count) if self._count else np.nan
        return means
