"""Where the ticks of an axis stand, and what is written beside them."""

import math
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 5.0, 10.0)
_FINE_DECADE = (1.0, 2.0, 5.0)
"""What is marked in each decade where there is room for it."""
_LEAST = 3
"""So many ticks a logarithmic axis has at least; with fewer it is divided like a linear one."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    place: float
    """As the axis counts: the value, or its logarithm to the base of ten."""
    text: str


def ticks(low: float, high: float, most: int, *, is_log: bool = False, percent: bool = False) -> list[Tick]:
    """Return at most about ``most`` ticks at round numbers.

    Parameters
    ----------
    low, high
        The ends of the axis, ``low < high``; of a logarithmic one the logarithms to the base of ten.
    is_log
        Whether the axis is logarithmic.
    percent
        The values are shares, 0 to 1, written as percent.
    """
    if is_log:
        return _log_ticks(low, high, most)
    step = round_step(high - low, most)
    decimals = max(0, math.ceil(-math.log10(step * 100) - 1e-9))
    values = _multiples(low, high, step)
    return [Tick(value, f"{value * 100:.{decimals}f} %" if percent else f"{value:.6g}") for value in values]


def round_step(span: float, most: int) -> float:
    """Return the smallest of 1, 2, 5 times a power of ten that divides ``span`` into at most ``most`` parts."""
    least = span / max(1, most)
    power = 10.0 ** math.floor(math.log10(least)) if least > 0 else 1.0
    return next(step * power for step in _STEPS if step * power >= least * (1 - 1e-9) or step == _STEPS[-1])


def _multiples(low: float, high: float, step: float) -> list[float]:
    """Return the multiples of ``step`` from ``low`` to ``high``; none is minus zero or a hair beside zero."""
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    decimals = max(0, 2 - math.floor(math.log10(step)))
    return [round(number * step, decimals) + 0.0 for number in range(first, last + 1)]


def _log_ticks(low: float, high: float, most: int) -> list[Tick]:
    """Return ticks at 1, 2 and 5 in each decade, at whole decades, or at some of them, as there is room."""
    decades = range(math.floor(low), math.ceil(high) + 1)
    fine = [decade + math.log10(digit) for decade in decades for digit in _FINE_DECADE]
    fine = [place for place in fine if low <= place <= high]
    if len(fine) < _LEAST:
        return [Tick(math.log10(value), f"{value:.6g}")
                for value in _multiples(10.0 ** low, 10.0 ** high, round_step(10.0 ** high - 10.0 ** low, most))
                if value > 0]
    if len(fine) > most:
        every = max(1, math.ceil(len(decades) / max(1, most)))
        fine = [float(decade) for decade in decades if low <= decade <= high and not decade % every]
    return [Tick(place, f"{10.0 ** place:.3g}") for place in fine]
