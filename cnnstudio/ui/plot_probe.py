"""The crosshair of a plot: where it stands, and the values of the curves there in words."""

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.plot_parts import Readout, plain_pen
from cnnstudio.ui.point_series import PointSeries
from cnnstudio.ui.theme import theme

_KEY_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -20, Qt.Key.Key_PageDown: 20}
"""By how many points a key moves the crosshair."""


class Readings:
    """The values of a plot's curves at one place, in words."""

    def __init__(self, series: Callable[[], dict[str, PointSeries]], x_title: str, *, percent: bool) -> None:
        self._series, self._percent = series, percent
        self.position_text: Callable[[float], str] = lambda x: f"{x_title} {x:.4g}"

    def at(self, x: float) -> tuple[str, list[str]]:
        """Return what the place nearest to ``x`` is called, and name and value of each curve there that is read."""
        read = self._series()
        finest = self._finest()
        if finest is None:
            return "", []
        place = self.position_text(float(finest.xs[finest.nearest(x)]))
        return place, [f"{name} {self._format(float(series.ys[series.nearest(x)]))}" for name, series in read.items()]

    def line_at(self, x: float) -> str:
        """Return the values at the place nearest to ``x`` in one line."""
        place, values = self.at(x)
        return f"{place}:  {'   '.join(values)}" if place else ""

    @property
    def has_values(self) -> bool:
        """Whether there is anything to read."""
        return bool(self._series())

    def neighbour(self, x: float | None, step: int) -> float | None:
        """Return the x of the point ``step`` places on from the one nearest to ``x``; the last one's without ``x``."""
        finest = self._finest()
        if finest is None:
            return None
        place = len(finest) - 1 if x is None else finest.nearest(x) + step
        return float(finest.xs[min(max(0, place), len(finest) - 1)])

    def _finest(self) -> PointSeries | None:
        """Return the curve with the most points, on whose points the crosshair stands."""
        return max(self._series().values(), key=len, default=None)

    def _format(self, value: float) -> str:
        return f"{value * 100:.1f} %" if self._percent else f"{value:.4g}"


class Probe:
    """The crosshair: a line at one x, and the values there."""

    def __init__(self, owner: QWidget, plot: Any, line: Any, readings: Readings) -> None:
        self._owner, self._plot, self._readings = owner, plot, readings
        self._x: float | None = None
        self._line = line
        self._line.setVisible(False)
        plot.addItem(self._line, ignoreBounds=True)
        self._readout = Readout(plot)
        plot.scene().sigMouseMoved.connect(self._on_mouse_moved)

    def retint(self) -> None:
        """Take the colours of the scheme."""
        self._line.setPen(plain_pen(theme().color("quiet")))

    def hide(self) -> None:
        """Take the crosshair away."""
        self._x = None
        self._line.setVisible(False)
        self._readout.hide()

    def take_key(self, key: int) -> bool:
        """Move by a key; return whether it was one of the probe's."""
        if key == Qt.Key.Key_Escape and self._x is not None:
            self.hide()
            return True
        step = _KEY_STEPS.get(key)
        x = None if step is None else self._readings.neighbour(self._x, step)
        if x is None:
            return False
        self._show(x, None)
        return True

    def _on_mouse_moved(self, position: QPointF) -> None:
        box = self._plot.getPlotItem().getViewBox()
        if not box.sceneBoundingRect().contains(position) or not self._readings.has_values:
            self.hide()
            return
        x = box.mapSceneToView(position).x()
        self._show(10.0 ** x if self._plot.getAxis("bottom").logMode else x, position)

    def _show(self, x: float, position: QPointF | None) -> None:
        """Show the values at ``x``, beside ``position`` in the scene or at the top of the plot."""
        box = self._plot.getPlotItem().getViewBox()
        at = math.log10(x) if self._plot.getAxis("bottom").logMode else x
        self._x = x
        self._line.setPos(at)
        self._line.setVisible(True)
        place = position or QPointF(box.mapViewToScene(QPointF(at, 0)).x(), box.sceneBoundingRect().top())
        head, values = self._readings.at(x)
        self._readout.show_at("\n".join(filter(None, (head, *values))), self._plot.mapFromScene(place))
        self._owner.setAccessibleDescription(self._readings.line_at(x))
