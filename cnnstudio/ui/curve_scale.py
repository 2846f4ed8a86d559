"""The scale of an axis that is fitted to values: where a value lies, and the round ones that are written beside."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cnnstudio.ui.plot_ticks import round_step

_AIR = 0.04
"""Left free at both ends, as a share of the span."""


@dataclass(frozen=True, slots=True)
class ScaleTick:
    """A value and its text."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Scale:
    """From the least to the largest value shown."""

    low: float
    high: float
    is_log: bool = False
    is_percent: bool = False

    def share(self, value: float) -> float:
        """Return where ``value`` lies: 0 at the low end, 1 at the high one."""
        low, high, here = (math.log10(max(one, 1e-300)) if self.is_log else one
                           for one in (self.low, self.high, value))
        return (here - low) / (high - low)

    def value(self, share: float) -> float:
        """Return what lies at ``share``."""
        if self.is_log:
            return float(self.low * (self.high / self.low) ** share)
        return self.low + share * (self.high - self.low)

    def ticks(self, most: int = 5, *, whole: bool = False) -> list[ScaleTick]:
        """Return about ``most`` round values at most; only whole numbers when that is wished."""
        if self.is_log and self.high / self.low >= 10:
            powers = range(math.ceil(math.log10(self.low) - 1e-9), math.floor(math.log10(self.high) + 1e-9) + 1)
            return [ScaleTick(10.0**power, f"{10.0**power:.6g}") for power in powers]
        step = round_step(self.high - self.low, most)
        step = max(1.0, step) if whole else step
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        return [ScaleTick(number * step, self._text(number * step, step)) for number in range(first, last + 1)]

    def _text(self, value: float, step: float) -> str:
        if self.is_percent:
            return f"{100 * value:.{max(0, math.ceil(-math.log10(step * 100) - 1e-9))}f} %"
        return f"{value + 0.0:,.{max(0, math.ceil(-math.log10(step) - 1e-9))}f}"


def scale_of(values: Sequence[np.ndarray], *, is_log: bool = False, is_percent: bool = False,
             limits: tuple[float, float] = (-math.inf, math.inf)) -> Scale:
    """Return a scale that shows all finite ``values`` with some air, but nothing beyond ``limits``."""
    every = np.concatenate([*values, np.empty(0)])
    usable = every[np.isfinite(every) & ((every > 0) | (not is_log))]
    if not len(usable):
        return Scale(0.1 if is_log else 0.0, 1.0, is_log, is_percent)
    low, high = float(usable.min()), float(usable.max())
    if is_log:
        return Scale(low / 1.1, high * 1.1, is_log, is_percent)
    air = _AIR * (high - low) or 0.05 * abs(high) or 0.5
    return Scale(max(low - air, min(low, limits[0])), min(high + air, max(high, limits[1])), is_log, is_percent)
