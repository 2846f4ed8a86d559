"""Where the values of a sweep's combinations lie on parallel axes, from 0 at the bottom to 1 at the top."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from cnnstudio.sweeps.axes import Axis, usually_log
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.ui.field_texts import tried_title, value_text

_MOST_TICKS = 6
_SPREAD = 0.3
"""Of the room a category has, so much on either side of its middle is used to tell lines apart."""
_ACCURACY_STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places on an axis, and back.

    Attributes
    ----------
    low, high : the values at 0 and at 1; numbers of categories for categories
    ticks : places with what is written there
    is_category : whether places stand for categories, each with a room around its middle
    """

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    is_log: bool = False
    is_category: bool = False

    def place(self, values: np.ndarray) -> np.ndarray:
        """Return the places (N,) of values (N,); NaN for NaN."""
        low, high = self.low, self.high
        if self.is_log:
            values, low, high = np.log(values), math.log(low), math.log(high)
        return np.asarray((values - low) / (high - low), dtype=np.float64)

    def value(self, place: float) -> float:
        """Return the value at a place."""
        if self.is_log:
            return float(math.exp(math.log(self.low) + place * math.log(self.high / self.low)))
        return self.low + place * (self.high - self.low)


@dataclass(frozen=True, slots=True, eq=False)
class PlotAxis:
    """One of the parallel axes.

    Attributes
    ----------
    places : (N,) of the combinations, 0 to 1; NaN where there is no value
    middles : (N,) the same without the spread within categories
    """

    title: str
    scale: Scale
    places: np.ndarray
    middles: np.ndarray


def plot_axes(plan: SweepPlan, rows: Sequence[TrialRow]) -> tuple[PlotAxis, ...]:
    """Return an axis for each setting that is varied, and the accuracy's as the last."""
    accuracies = np.array([np.nan if row.mean is None else row.mean for row in rows], dtype=np.float64)
    last = accuracy_scale(accuracies)
    places = last.place(accuracies)
    title = QCoreApplication.translate("Sweeps", "Validation accuracy")
    return (*(_plot_axis(axis, rows, accuracies) for axis in plan.axes), PlotAxis(title, last, places, places))


def _plot_axis(axis: Axis, rows: Sequence[TrialRow], accuracies: np.ndarray) -> PlotAxis:
    scale, order = setting_scale(axis)
    values = np.array([_number(row, axis.field, order) for row in rows], dtype=np.float64)
    middles = scale.place(values)
    places = middles + _spread(values, accuracies, len(order)) if scale.is_category else middles
    return PlotAxis(tried_title(axis.field), scale, places, middles)


def _number(row: TrialRow, field: str, order: dict[object, int]) -> float:
    value = row.combination.get(field)
    if value is None:
        return math.nan
    return order.get(value, math.nan) if order else float(value)


def setting_scale(axis: Axis) -> tuple[Scale, dict[object, int]]:
    """Return the scale of a setting, and the numbers of its categories; numbers have none."""
    if not axis.choices:
        make = _log_ticks if axis.is_log else _ticks
        return Scale(axis.low, axis.high, make(axis.low, axis.high), is_log=axis.is_log), {}
    numbers = [value for value in axis.choices if isinstance(value, int | float) and not isinstance(value, bool)]
    if len(numbers) == len(axis.choices) > 1:
        low, high = float(min(numbers)), float(max(numbers))
        scale = Scale(low, high, (), is_log=usually_log(axis.field) and low > 0)
        places = scale.place(np.array(numbers, dtype=np.float64)).tolist()
        return Scale(low, high, tuple((place, f"{number:g}") for place, number in zip(places, numbers, strict=True)),
                     is_log=scale.is_log), {}
    return _categories(axis)


def _categories(axis: Axis) -> tuple[Scale, dict[object, int]]:
    count = len(axis.choices)
    scale = Scale(-0.5, count - 0.5, tuple(
        ((number + 0.5) / count, value_text(axis.field, value)) for number, value in enumerate(axis.choices)),
        is_category=True)
    return scale, {value: number for number, value in enumerate(axis.choices)}


def _spread(values: np.ndarray, accuracies: np.ndarray, count: int) -> np.ndarray:
    """Return how far lines of one category stand from its middle, by the rank of their accuracy (N,)."""
    result = np.zeros(len(values))
    for number in range(count):
        inside = np.flatnonzero(values == number)
        if len(inside) > 1:
            ranks = np.argsort(np.argsort(np.nan_to_num(accuracies[inside], nan=-1.0), kind="stable"), kind="stable")
            result[inside] = (ranks / (len(inside) - 1) - 0.5) * 2 * _SPREAD / count
    return result


def accuracy_scale(accuracies: np.ndarray) -> Scale:
    """Return a scale of percents around the accuracies (N,) that are there, its ends at round values."""
    known = accuracies[np.isfinite(accuracies)]
    if not len(known):
        return Scale(0, 1, ((0.0, "0 %"), (1.0, "100 %")))
    low, high = float(known.min()), float(known.max())
    step = next((step for step in _ACCURACY_STEPS if (high - low) / step <= _MOST_TICKS), _ACCURACY_STEPS[-1])
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    last = max(last, first + 1)
    digits = 1 if step < 0.01 else 0
    ticks = tuple(((number - first) / (last - first), f"{100 * number * step:.{digits}f} %")
                  for number in range(first, last + 1))
    return Scale(first * step, last * step, ticks)


def _ticks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Return both ends and round values between them."""
    step = 10.0 ** math.floor(math.log10((high - low) / 2))
    step *= next(factor for factor in (1, 2, 5, 10) if (high - low) / (factor * step) <= _MOST_TICKS)
    inside = [number * step for number in range(math.ceil(low / step), math.floor(high / step) + 1)]
    return _kept([low, *inside, high], lambda value: (value - low) / (high - low))


def _log_ticks(low: float, high: float) -> tuple[tuple[float, str], ...]:
    """Return both ends and the powers of ten between them, or round values when there is none."""
    powers = [10.0 ** power for power in range(math.ceil(math.log10(low)), math.floor(math.log10(high)) + 1)]
    if len(powers) < 2:
        powers = [factor * 10.0 ** power for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)))
                  for factor in (1, 2, 5)]
    inside = [value for value in powers if low < value < high]
    return _kept([low, *inside, high], lambda value: math.log(value / low) / math.log(high / low))


def _kept(values: Sequence[float], place: Callable[[float], float]) -> tuple[tuple[float, str], ...]:
    """Leave out round values whose text would run into that of an end."""
    first, *inside, last = [(place(value), f"{value:.6g}") for value in values]
    room = 0.6 / _MOST_TICKS
    return (first, *(tick for tick in inside if first[0] + room < tick[0] < last[0] - room), last)
