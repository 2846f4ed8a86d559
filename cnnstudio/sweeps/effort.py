"""How much work a sweep is, told before it begins."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cnnstudio.sweeps.axes import Axis, count_combinations


@dataclass(frozen=True, slots=True)
class Effort:
    """A sweep in numbers; a combination that is given up early makes it less.

    Attributes
    ----------
    combinations : that are tried
    trainings : of all of them, with every seed
    epochs : of all trainings; expected ones where their number is drawn
    """

    combinations: int
    trainings: int
    epochs: float


def effort(axes: Sequence[Axis], *, is_grid: bool, trials: int, seeds: int, epochs: int) -> Effort:
    """Return the work of a sweep.

    Parameters
    ----------
    trials : combinations that are tried when the values are drawn; a grid has its own
    seeds : trainings of each
    epochs : of a training when they are not varied
    """
    combinations = count_combinations(axes) if is_grid else trials
    varied = next((axis for axis in axes if axis.field == "epochs"), None)
    mean = epochs if varied is None else _mean(varied, is_grid=is_grid)
    return Effort(combinations, combinations * seeds, combinations * seeds * mean)


def _mean(axis: Axis, *, is_grid: bool) -> float:
    """Return the mean of the values of an axis: of those of a grid, or of those that are drawn."""
    if axis.choices or is_grid:
        values = [float(value) for value in axis.values()]
        return math.fsum(values) / len(values)
    if axis.is_log:  # the logarithm is drawn evenly
        return (axis.high - axis.low) / math.log(axis.high / axis.low)
    return (axis.low + axis.high) / 2
