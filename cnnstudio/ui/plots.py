"""Plots in the theme's colours; the only file that knows pyqtgraph."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.dense_line import LineStyle, paint_line
from cnnstudio.ui.plot_parts import LOOKS, CurveLook, PlotHead, look_pen
from cnnstudio.ui.plot_probe import Probe, Readings
from cnnstudio.ui.point_series import PointSeries
from cnnstudio.ui.theme import CAPTION_PX, font, theme

_MARKER_LIMIT = 40
_MARK_PX = 5
_BEFORE, _AHEAD, _LOOSEST = 0.02, 0.12, 1.3
"""What is left free at the ends, and how much wider than the curves the axis may be, all in widths of the curves."""
_DENSE_FROM = 600
"""Lines of more points than this are drawn as a picture; as lines they would take tens of milliseconds."""
_LEAST_COLUMNS = 200


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


class _LineItem(pg.PlotCurveItem):
    """A line that is drawn as a picture where it has more points than can be told apart."""

    def paint(self, painter: Any, option: Any, widget: Any) -> None:
        """Paint the line."""
        box = self.getViewBox()
        if self.xData is None or len(self.xData) <= _DENSE_FROM or box is None:
            super().paint(painter, option, widget)
            return
        pen = self.opts["pen"]
        style = LineStyle(pen.color(), pen.widthF(), bool(pen.dashPattern()))
        paint_line(painter, self.mapRectFromParent(box.viewRect()), self.xData, self.yData, style)


class _Line(pg.PlotDataItem):
    """A curve whose line is a `_LineItem`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.curve.setParentItem(None)
        self.curve: Any = _LineItem()
        self.curve.setParentItem(self)


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

    stretch_shown = Signal(float, float)
    """The user has zoomed to a stretch of the horizontal axis."""
    whole_shown = Signal()
    """The user wants to see everything again."""

    def __init__(self, title: str, unit: str = "", parent: QWidget | None = None, *, percent: bool = False,
                 x_title: str = "", x_log: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(f"plot_{title.lower().replace(' ', '_')}")
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._percent, self._log, self._x_log = percent, False, x_log
        self._is_zoomed = False
        self._x_title = x_title or self.tr("epoch")
        self._curves: dict[str, _Curve] = {}
        self._readings = Readings(self._read_series, self._x_title, percent=percent)
        self._plot = self._make_plot()
        self._head = PlotHead(title, unit, with_log=not percent, parent=self)
        self._probe = Probe(self, self._plot, pg.InfiniteLine(angle=90, movable=False), self._readings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self._plot, 1)
        self._head.log_toggled.connect(self.set_log_scale)
        self._head.whole_requested.connect(self.reset_view)
        self._box.sigRangeChangedManually.connect(self._on_view_changed)
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
        self._fit()

    def append(self, name: str, xs: ArrayLike, ys: ArrayLike, *, is_last: bool = True) -> None:
        """Add points to the curve ``name``, which `set_curve` has made; the view is fitted with the last of several."""
        curve = self._curves[name]
        curve.series.append(xs, ys)
        self._draw(curve)
        if is_last:
            self._fit()

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
        was_zoomed, self._is_zoomed = self._is_zoomed, False
        self._head.show_zoomed(is_zoomed=False)
        self._draw_all()
        if was_zoomed:
            self.whole_shown.emit()

    def show_stretch(self, low: float, high: float) -> None:
        """Zoom to the stretch from ``low`` to ``high`` on the horizontal axis."""
        ends = (math.log10(low), math.log10(high)) if self._x_log else (low, high)
        if not (self._is_zoomed and np.allclose(self._box.viewRange()[0], ends, rtol=1e-9, atol=0)):
            self._plot.setXRange(*ends, padding=0)
            self._on_view_changed()

    def link_x(self, other: "CurvePlot") -> None:
        """Show the same stretch as ``other``, whichever of the two is zoomed."""
        for one, two in ((self, other), (other, self)):
            one.stretch_shown.connect(two.show_stretch)
            one.whole_shown.connect(two.reset_view)

    @property
    def is_zoomed(self) -> bool:
        """Whether a part is shown that the user has chosen."""
        return self._is_zoomed

    # reading values

    def set_position_text(self, text: Callable[[float], str]) -> None:
        """Let ``text`` say what an x is called by the crosshair."""
        self._readings.position_text = text

    def describe_at(self, x: float) -> str:
        """Return the values at the place nearest to ``x`` in one line."""
        return self._readings.line_at(x)

    def _read_series(self) -> dict[str, PointSeries]:
        return {name: curve.series for name, curve in self._curves.items() if curve.look.is_read and len(curve.series)}

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
        self._box.enableAutoRange(x=False, y=True)
        for axis in axes.values():
            axis.setCacheMode(axis.CacheMode.DeviceCoordinateCache)
        if self._percent:
            plot.setLimits(yMin=-0.02, yMax=1.04)
        return plot

    def _add_curve(self, name: str, look: CurveLook) -> _Curve:
        curve = _Curve(_Line(connect="finite"), look, PointSeries())
        curve.item.setZValue(look.z)
        self._plot.addItem(curve.item)
        self._curves[name] = curve
        _tint(curve)
        if look.in_legend:
            self._head.add_sample(name, look)
        return curve

    def _draw(self, curve: _Curve) -> None:
        """Give the plot the points that can be seen."""
        low, high = self._box.viewRange()[0] if self._is_zoomed else (-math.inf, math.inf)
        if self._x_log:
            low, high = 10.0 ** low, 10.0 ** high
        xs, ys = curve.series.between(low, high, max(_LEAST_COLUMNS, round(self._box.width())))
        has_marks = bool(curve.look.mark) and len(xs) <= _MARKER_LIMIT and (curve.look.in_legend or self._is_zoomed)
        curve.item.setData(xs, ys, symbol=curve.look.mark if has_marks else None)

    def _draw_all(self, *_: object) -> None:
        for curve in self._curves.values():
            self._draw(curve)
        self._fit()

    def _fit(self) -> None:
        """Show all points while nothing is zoomed; the range grows in steps, for a new one costs all axes and lines."""
        ends = [end for curve in self._curves.values() if len(curve.series) for end in curve.series.x_ends]
        if ends and not self._is_zoomed:
            low, high = (math.log10(end) if self._x_log else end for end in (min(ends), max(ends)))
            now_low, now_high = self._box.viewRange()[0]
            span = (high - low) or 1.0
            if not (now_low <= low and high <= now_high and now_high - now_low <= _LOOSEST * span):
                self._plot.setXRange(low - _BEFORE * span, high + _AHEAD * span, padding=0)
        self._box.updateAutoRange()  # now, not while it is painted, which would paint everything twice

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
        self._is_zoomed = True
        self._head.show_zoomed(is_zoomed=True)
        self._draw_all()
        low, high = self._box.viewRange()[0]
        self.stretch_shown.emit(*((10.0 ** low, 10.0 ** high) if self._x_log else (low, high)))

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
