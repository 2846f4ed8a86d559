"""Ranges that are kept on parallel axes, and which combinations lie in all of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from cnnstudio.ui.sweeps.scales import PlotAxis

Range = tuple[float, float]
_END_PX, _CLICK_PX = 6, 3
"""So near to the end of a range it is taken hold of; a shorter drag is a click."""
_LEAST = 0.004
"""A range is never shorter, so that it can still be seen and taken hold of."""


@dataclass(slots=True)
class Brushes:
    """One range at most for each axis, as places from 0 to 1."""

    ranges: dict[int, Range] = field(default_factory=dict)

    def set(self, axis: int, low: float, high: float) -> None:
        """Keep what lies between two places, in either order, on an axis."""
        low, high = sorted((min(1.0, max(0.0, low)), min(1.0, max(0.0, high))))
        if high - low < _LEAST:
            low, high = max(0.0, low - _LEAST / 2), min(1.0, low + _LEAST / 2)
        self.ranges[axis] = (low, high)

    def move(self, axis: int, begun: Range, by: float) -> None:
        """Shift the range that was at ``begun``; it stays on the axis whole."""
        by = min(1.0 - begun[1], max(-begun[0], by))
        self.ranges[axis] = (begun[0] + by, begun[1] + by)

    def narrow(self, axis: int, *, low_by: float = 0.0, high_by: float = 0.0) -> None:
        """Raise the lower end or lower the upper one of an axis, whose whole length is kept at first."""
        low, high = self.ranges.get(axis, (0.0, 1.0))
        self.set(axis, min(low + low_by, high), max(high - high_by, low))

    def clear(self, axis: int | None = None) -> bool:
        """Keep everything on an axis, or on all; return whether that changes anything."""
        gone = [axis] if axis in self.ranges else list(self.ranges) if axis is None else []
        for one in gone:
            del self.ranges[one]
        return bool(gone)

    def kept(self, axes: Sequence[PlotAxis]) -> np.ndarray:
        """Return for each combination whether it lies in all ranges, (N,) bool; one without a value does not."""
        count = len(axes[0].places) if axes else 0
        inside = np.ones(count, dtype=bool)
        for number, (low, high) in self.ranges.items():
            places = axes[number].places
            with np.errstate(invalid="ignore"):
                inside &= (places >= low - 1e-9) & (places <= high + 1e-9)
        return inside


class RangeDrag:
    """A range that is being drawn, shifted or changed at one end.

    Parameters
    ----------
    place : on the axis, where it was taken hold of
    length_px : of the axis
    """

    def __init__(self, brushes: Brushes, axis: int, place: float, length_px: float) -> None:
        self._brushes, self._axis, self._begun, self._length_px = brushes, axis, place, length_px
        self._before = brushes.ranges.get(axis, (0.0, 1.0))
        self._kind = self._what_is_held()
        self._has_moved = False

    def _what_is_held(self) -> Literal["new", "move", "low", "high"]:
        if self._axis not in self._brushes.ranges:
            return "new"
        low, high = self._before
        reach = _END_PX / self._length_px
        if abs(self._begun - low) <= reach:
            return "low"
        if abs(self._begun - high) <= reach:
            return "high"
        return "move" if low < self._begun < high else "new"

    def to(self, place: float) -> bool:
        """Drag to a place; return whether that changes the range."""
        self._has_moved = self._has_moved or abs(place - self._begun) * self._length_px >= _CLICK_PX
        if not self._has_moved:
            return False
        low, high = self._before
        if self._kind == "move":
            self._brushes.move(self._axis, self._before, place - self._begun)
        else:
            ends = {"new": (self._begun, place), "low": (place, high), "high": (low, place)}
            self._brushes.set(self._axis, *ends[self._kind])
        return True

    @property
    def is_click(self) -> bool:
        """Whether nothing was dragged, and no range was taken hold of."""
        return not self._has_moved and self._kind == "new"
