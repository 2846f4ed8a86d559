"""Where axes and places of the plot with parallel axes are in pixels, and what is near a point."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from cnnstudio.ui.sweeps.scales import PlotAxis

_HOLD_PX, _NEAR_PX = 16, 8
"""So near to an axis it is taken hold of; so near to a line it is meant."""


@dataclass(frozen=True, slots=True)
class PlotGeometry:
    """``count`` axes stand evenly in an area, from its left to its right side."""

    area: QRectF
    count: int

    @property
    def xs(self) -> list[float]:
        """Where each axis stands."""
        step = self.area.width() / max(1, self.count - 1)
        return [self.area.left() + step * axis for axis in range(self.count)]

    def point(self, axis: int, place: float) -> QPointF:
        """Return the point of a place on an axis."""
        return QPointF(self.xs[axis], self.area.bottom() - place * self.area.height())

    def place(self, y: float) -> float:
        """Return the place, 0 to 1 on the axes, at a height."""
        return (self.area.bottom() - y) / self.area.height()

    def axis_at(self, x: float) -> int | None:
        """Return the axis that is taken hold of at ``x``, if any."""
        near = [(abs(at - x), axis) for axis, at in enumerate(self.xs)]
        distance, axis = min(near, default=(np.inf, 0))
        return axis if distance <= _HOLD_PX else None

    def line_at(self, point: QPointF, axes: Sequence[PlotAxis], meant: np.ndarray) -> int:
        """Return the nearest of the lines that can be meant, (N,) bool; -1 when none is near."""
        area = self.area
        if len(axes) < 2 or not meant.any() or not area.adjusted(-2, -_NEAR_PX, 2, _NEAR_PX).contains(point):
            return -1
        along = (point.x() - area.left()) / area.width() * (len(axes) - 1)
        first = int(min(max(along, 0), len(axes) - 2))
        one, other = axes[first].places, axes[first + 1].places
        places = one + (other - one) * (along - first)
        distances = np.where(meant, np.abs(places - self.place(point.y())) * area.height(), np.inf)
        distances = np.nan_to_num(distances, nan=np.inf)
        nearest = int(np.argmin(distances))
        return nearest if distances[nearest] <= _NEAR_PX else -1
