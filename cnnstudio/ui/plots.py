"""Plots in the theme's colours; the only file that knows pyqtgraph."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.plot_parts import LOOKS, CurveLook, PlotHead, Readout, look_pen, plain_pen
from cnnstudio.ui.point_series import PointSeries
from cnnstudio.ui.theme import CAPTION_PX, font, theme

_MARKER_LIMIT = 40
_MARK_PX = 5
_LEAST_COLUMNS = 200
_KEY_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -20, Qt.Key.Key_PageDown: 20}
"""By how many points a key moves the crosshair."""


@dataclass(slots=True)
class _Curve:
    """One line: all its points, how it looks, and its item on the plot."""

    item: Any
    look: CurveLook
    series: PointSeries


class _ValueAxis(pg.AxisItem):
    """An axis with short tick texts; shares are shown as percent."""

    def __init__(self, orientation: str, *, percent: bool = False) -> None:
        super().__init__(orientation)
        self._percent = percent
        self.enableAutoSIPrefix(enable=False)
        self.setStyle(tickFont=font(CAPTION_PX), tickLength=0)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:  # noqa: N802
        """Return the texts at ``values``."""
        if self.logMode:
            return [f"{10**value:.3g}" for value in values]
        if self._percent:
            decimals = max(0, math.ceil(-math.log10(max(spacing, 1e-9) * 100)))
            return [f"{value * 100:.{decimals}f} %" for value in values]
        return [f"{value * scale:.6g}" for value in values]


class CurvePlot(QWidget):
    """Curves over epochs or steps, with a legend, a crosshair that reads values, and a logarithmic scale.

    Every point is kept; of long curves as much is drawn as can be seen (`PointSeries`), and zooming in (wheel, drag)
    comes down to the points themselves. The crosshair follows the mouse and, with the focus, the arrow keys.

    Parameters
    ----------
    title
        What is plotted: ``"Loss"``.
    unit
        Of the values; shown behind the title.
    percent
        The values are shares, 0 to 1, shown in percent; the vertical axis then keeps within 0 and 1.
    x_title
        What the horizontal axis counts.
    x_log
        Whether the horizontal axis is logarithmic.
    """

    def __init__(self, title: str, unit: str = "", parent: QWidget | None = None, *, percent: bool = False,
                 x_title: str = "", x_log: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(f"plot_{title.lower().replace(' ', '_')}")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._percent, self._log, self._x_log = percent, False, x_log
        self._x_title = x_title or self.tr("epoch")
        self._curves: dict[str, _Curve] = {}
        self._readings = _Readings(self._curves, self._x_title, percent=percent)
        self._plot = self._make_plot()
        self._head = PlotHead(title, unit, with_log=not percent, parent=self)
        self._probe = _Probe(self, self._plot, self._readings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self._plot, 1)
        self._head.log_toggled.connect(self.set_log_scale)
        self._head.whole_requested.connect(self.reset_view)
        self._box.sigXRangeChanged.connect(self._on_view_changed)
        self._box.sigResized.connect(self._draw_all)
        self._plot.scene().sigMouseClicked.connect(self._on_mouse_clicked)
        theme().changed.connect(self._retint)
        self._retint()

    # curves

    def set_curve(self, name: str, xs: ArrayLike, ys: ArrayLike, dashed: bool = False, faint: bool = False, *,
                  look: str = "") -> None:
        """Draw or replace the curve ``name``.

        Parameters
        ----------
        name
            As the legend and the crosshair call it.
        xs, ys
            (N,) each.
        dashed, faint
            Dashed is the validation curve; faint curves are earlier runs, drawn behind and left out of the legend.
        look
            A row of `plot_parts.LOOKS`; overrides the two.
        """
        wanted = LOOKS[look or _look_name(dashed=dashed, faint=faint)]
        curve = self._curves.get(name)
        if curve is None or curve.look is not wanted:
            self.remove_curve(name)
            curve = self._add_curve(name, wanted)
        curve.series = PointSeries(xs, ys)
        self._draw(curve)

    def append(self, name: str, xs: ArrayLike, ys: ArrayLike) -> None:
        """Add points to the curve ``name``, which `set_curve` has made."""
        curve = self._curves[name]
        curve.series.append(xs, ys)
        self._draw(curve)

    def remove_curve(self, name: str) -> None:
        """Take one curve away; an unknown name is no error."""
        curve = self._curves.pop(name, None)
        if curve is not None:
            self._plot.removeItem(curve.item)
        self._head.remove_sample(name)

    def clear(self) -> None:
        """Take all curves away."""
        for name in list(self._curves):
            self.remove_curve(name)
        self._probe.hide()

    @property
    def curve_names(self) -> tuple[str, ...]:
        """The curves drawn, in the order they came."""
        return tuple(self._curves)

    def values(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Return all points of ``name``."""
        return self._curves[name].series.xs, self._curves[name].series.ys

    def drawn(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Return the points of ``name`` that are drawn now."""
        xs, ys = self._curves[name].item.getOriginalDataset()
        return (np.empty(0), np.empty(0)) if xs is None else (xs, ys)

    # the view

    @property
    def is_log_scale(self) -> bool:
        """Whether the vertical axis is logarithmic."""
        return self._log

    def set_log_scale(self, wanted: bool) -> None:
        """Make the vertical axis logarithmic or linear."""
        self._log = wanted
        self._head.log.setChecked(wanted)
        self._plot.setLogMode(self._x_log, wanted)
        self._plot.enableAutoRange(y=True)
        self._probe.hide()

    def reset_view(self) -> None:
        """Show everything again after zooming."""
        self._plot.enableAutoRange()
        self._head.show_zoomed(is_zoomed=False)
        self._draw_all()

    def link_x(self, other: "CurvePlot") -> None:
        """Show the same stretch as ``other``, whichever of the two is zoomed."""
        self._plot.setXLink(other._plot)  # noqa: SLF001 - a plot of the same class

    def show_stretch(self, low: float, high: float) -> None:
        """Zoom to the stretch from ``low`` to ``high`` on the horizontal axis."""
        ends = (math.log10(low), math.log10(high)) if self._x_log else (low, high)
        self._plot.setXRange(*ends, padding=0)

    @property
    def is_zoomed(self) -> bool:
        """Whether a part is shown that the user has chosen."""
        return not self._box.autoRangeEnabled()[0]

    # reading values

    def set_position_text(self, text: Callable[[float], str]) -> None:
        """Let ``text`` say what an x is called by the crosshair."""
        self._readings.position_text = text

    def describe_at(self, x: float) -> str:
        """Return the values at the place nearest to ``x`` in one line."""
        place, values = self._readings.at(x)
        return f"{place}:  {'   '.join(values)}" if place else ""

    # building and drawing

    def _make_plot(self) -> Any:
        axes = {"left": _ValueAxis("left", percent=self._percent), "bottom": _ValueAxis("bottom")}
        plot = pg.PlotWidget(self, axisItems=axes, background=None)
        plot.setObjectName("canvas")
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        plot.setMinimumSize(160, 110)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setFrameShape(plot.Shape.NoFrame)
        plot.setStyleSheet("border: 0; background: transparent;")
        plot.setAntialiasing(True)
        plot.showGrid(x=False, y=True, alpha=0.25)
        plot.setLogMode(self._x_log, False)
        self._box = plot.getPlotItem().getViewBox()
        self._box.setDefaultPadding(0.04)
        self._box.setMouseEnabled(x=True, y=False)
        self._box.setAutoVisible(y=True)
        if self._percent:
            plot.setLimits(yMin=-0.02, yMax=1.04)
        return plot

    def _add_curve(self, name: str, look: CurveLook) -> _Curve:
        curve = _Curve(pg.PlotDataItem(connect="finite"), look, PointSeries())
        curve.item.setZValue(look.z)
        self._plot.addItem(curve.item)
        self._curves[name] = curve
        _tint(curve)
        if look.in_legend:
            self._head.add_sample(name, look)
        return curve

    def _draw(self, curve: _Curve) -> None:
        """Give the plot the points that can be seen."""
        low, high = self._box.viewRange()[0] if self.is_zoomed else (-math.inf, math.inf)
        if self._x_log:
            low, high = 10.0 ** low, 10.0 ** high
        xs, ys = curve.series.between(low, high, max(_LEAST_COLUMNS, round(self._box.width())))
        has_marks = bool(curve.look.mark) and len(xs) <= _MARKER_LIMIT and (curve.look.in_legend or self.is_zoomed)
        curve.item.setData(xs, ys, symbol=curve.look.mark if has_marks else None)

    def _draw_all(self, *_: object) -> None:
        for curve in self._curves.values():
            self._draw(curve)

    def _retint(self) -> None:
        quiet, line = theme().color("quiet"), theme().color("line")
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setTextPen(quiet)
            axis.setPen(line)
        self._plot.setLabel("bottom", self._x_title, **{"color": quiet.name(), "font-size": "11px"})
        self._probe.retint()
        for curve in self._curves.values():
            _tint(curve)

    # the user

    def _on_view_changed(self, *_: object) -> None:
        self._head.show_zoomed(is_zoomed=self.is_zoomed)
        if self.is_zoomed:
            self._draw_all()

    def _on_mouse_clicked(self, event: Any) -> None:
        if event.double():
            self.reset_view()

    def leaveEvent(self, event: Any) -> None:  # noqa: N802
        """Take the crosshair away with the pointer."""
        self._probe.hide()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the crosshair from point to point; Escape takes it away."""
        if not self._probe.take_key(event.key()):
            super().keyPressEvent(event)


class _Readings:
    """The values of a plot's curves at one place, in words."""

    def __init__(self, curves: dict[str, _Curve], x_title: str, *, percent: bool) -> None:
        self._curves, self._percent = curves, percent
        self.position_text: Callable[[float], str] = lambda x: f"{x_title} {x:.4g}"

    def at(self, x: float) -> tuple[str, list[str]]:
        """Return what the place nearest to ``x`` is called, and name and value of each curve there that is read."""
        read = self._read()
        finest = self._finest()
        if finest is None:
            return "", []
        place = self.position_text(float(finest.xs[finest.nearest(x)]))
        return place, [f"{name} {self._format(float(series.ys[series.nearest(x)]))}" for name, series in read.items()]

    def neighbour(self, x: float | None, step: int) -> float | None:
        """Return the x of the point ``step`` places on from the one nearest to ``x``; the last one's without ``x``."""
        finest = self._finest()
        if finest is None:
            return None
        place = len(finest) - 1 if x is None else finest.nearest(x) + step
        return float(finest.xs[min(max(0, place), len(finest) - 1)])

    def _read(self) -> dict[str, PointSeries]:
        return {name: curve.series for name, curve in self._curves.items() if curve.look.is_read and len(curve.series)}

    def _finest(self) -> PointSeries | None:
        """Return the curve with the most points, on whose points the crosshair stands."""
        return max(self._read().values(), key=len, default=None)

    def _format(self, value: float) -> str:
        return f"{value * 100:.1f} %" if self._percent else f"{value:.4g}"


class _Probe:
    """The crosshair: a line at one x, and the values there."""

    def __init__(self, owner: CurvePlot, plot: Any, readings: _Readings) -> None:
        self._owner, self._plot, self._readings = owner, plot, readings
        self._x: float | None = None
        self._line = pg.InfiniteLine(angle=90, movable=False)
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
        if not box.sceneBoundingRect().contains(position) or not self._owner.curve_names:
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
        self._owner.setAccessibleDescription(self._owner.describe_at(x))


def _look_name(*, dashed: bool, faint: bool) -> str:
    if faint:
        return "earlier validation" if dashed else "earlier"
    return "validation" if dashed else "train"


def _tint(curve: _Curve) -> None:
    """Give a curve the colours of the scheme."""
    color = theme().color(curve.look.token)
    curve.item.setPen(look_pen(curve.look))
    curve.item.setSymbolBrush(color)
    curve.item.setSymbolPen(None)
    curve.item.setSymbolSize(_MARK_PX)
