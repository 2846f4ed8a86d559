"""The curves of one plot: all their points, and what of them is given to the canvas to draw."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from numpy.typing import ArrayLike

from cnnstudio.ui.plot_parts import LOOKS, CurveLook
from cnnstudio.ui.point_series import Floats, PointSeries

_MARKER_LIMIT = 40
_LEAST_COLUMNS = 200


@dataclass(slots=True)
class Curve:
    """One line: all its points, how it looks, its item on the canvas, and whether points came that it lacks."""

    item: Any
    look: CurveLook
    series: PointSeries
    is_stale: bool = True


class CurveSet:
    """Curves by name, in the order they came.

    Parameters
    ----------
    make_item
        Makes the item of a curve on the canvas, with a method ``set_points(xs, ys, with_marks=...)``.
    drop_item
        Takes it from there.
    """

    def __init__(self, make_item: Callable[[CurveLook], Any], drop_item: Callable[[Any], None]) -> None:
        self._make_item, self._drop_item = make_item, drop_item
        self._curves: dict[str, Curve] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._curves)

    def __getitem__(self, name: str) -> Curve:
        return self._curves[name]

    def put(self, name: str, look: str, xs: ArrayLike, ys: ArrayLike) -> bool:
        """Make or replace a curve; return whether its item is a new one."""
        curve = self._curves.get(name)
        is_new = curve is None or curve.look is not LOOKS[look]
        if is_new:
            self.remove(name)
            self._curves[name] = Curve(self._make_item(LOOKS[look]), LOOKS[look], PointSeries(xs, ys))
        else:
            self._curves[name].series, self._curves[name].is_stale = PointSeries(xs, ys), True
        return is_new

    def append(self, name: str, xs: ArrayLike, ys: ArrayLike) -> None:
        """Add points to a curve; `draw` brings them to the canvas."""
        curve = self._curves[name]
        curve.series.append(xs, ys)
        curve.is_stale = True

    def rename(self, name: str, new: str) -> None:
        """Call a curve otherwise; its place among the others stays."""
        self._curves = {new if old == name else old: curve for old, curve in self._curves.items()}

    def remove(self, name: str) -> None:
        """Take a curve away; an unknown name is no error."""
        curve = self._curves.pop(name, None)
        if curve is not None:
            self._drop_item(curve.item)

    @property
    def is_stale(self) -> bool:
        """Whether the canvas lacks points."""
        return any(curve.is_stale for curve in self._curves.values())

    def forget_drawn(self) -> None:
        """Have all curves drawn anew by the next `draw`."""
        for curve in self._curves.values():
            curve.is_stale = True

    def draw(self, stretch: tuple[float, float] | None, columns: int) -> None:
        """Give the canvas the points that can be seen.

        Parameters
        ----------
        stretch
            The part of the horizontal axis that is shown; None for all of it.
        columns
            How many pixels it is wide.
        """
        low, high = stretch or (-math.inf, math.inf)
        for curve in self._curves.values():
            if curve.is_stale:
                xs, ys = curve.series.between(low, high, max(_LEAST_COLUMNS, columns))
                is_marked = bool(curve.look.mark) and (curve.look.in_legend or stretch is not None)
                curve.item.set_points(xs, ys, with_marks=is_marked and len(xs) <= _MARKER_LIMIT)
                curve.is_stale = False

    def items(self) -> list[Any]:
        """Return what stands on the canvas."""
        return [curve.item for curve in self._curves.values()]

    def points(self, name: str) -> tuple[Floats, Floats]:
        """Return all points of a curve."""
        return self._curves[name].series.xs, self._curves[name].series.ys

    @property
    def x_ends(self) -> tuple[float, float] | None:
        """The smallest and the largest x of all curves; None while there is no point."""
        ends = [end for curve in self._curves.values() if len(curve.series) for end in curve.series.x_ends]
        return (min(ends), max(ends)) if ends else None

    def read_series(self) -> dict[str, PointSeries]:
        """Return what the crosshair reads."""
        return {name: curve.series for name, curve in self._curves.items() if curve.look.is_read and len(curve.series)}
