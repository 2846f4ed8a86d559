"""Plots in the theme's colours; the only file that knows pyqtgraph."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import ArrayLike
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.plot_axis import BOTTOM_PX, TEXT_PX, AxisFace
from cnnstudio.ui.plot_curves import CurveSet
from cnnstudio.ui.plot_line import LineFace
from cnnstudio.ui.plot_parts import CurveLook, PlotHead
from cnnstudio.ui.plot_probe import Probe, Readings
from cnnstudio.ui.plot_zoom import Zoom
from cnnstudio.ui.point_series import Floats
from cnnstudio.ui.theme import theme

_BEFORE, _AHEAD, _LOOSEST = 0.02, 0.12, 1.3
"""What is left free at the ends, and how much wider than the curves the axis may be, all in widths of the curves."""


class _ValueAxis(pg.AxisItem):
    """An axis that shows an `AxisFace`."""

    def __init__(self, face: AxisFace) -> None:
        super().__init__("left" if face.is_vertical else "bottom")
        self.face = face
        self.enableAutoSIPrefix(enable=False)
        if face.is_vertical:
            self.setGrid(255)
            self.setZValue(-1)  # the lines behind the curves
            self.setWidth(face.width_px(0))
        else:
            self.setHeight(BOTTOM_PX)

    def linkedViewChanged(self, view: Any, newRange: Any = None) -> None:  # noqa: N802, N803
        """Take the range and the size of the view."""
        super().linkedViewChanged(view, newRange)
        self._divide()

    def setLogMode(self, *args: bool, **wanted: bool) -> None:  # noqa: N802
        """Divide by values or by their logarithms."""
        super().setLogMode(*args, **wanted)
        self._divide()

    def _divide(self) -> None:
        """Find the ticks; where their texts need more room, the axis becomes wider."""
        view = self.linkedView()
        if view is not None:
            length = view.height() if self.face.is_vertical else view.width()
            low, high = self.range
            self.face.divide(low, high, length, is_log=self.logMode)
        if self.face.is_vertical and self.face.width_px(self.fixedWidth) != self.fixedWidth:
            self.setWidth(self.face.width_px(self.fixedWidth))

    def boundingRect(self) -> QRectF:  # noqa: N802
        """Return what is painted: the text of the lowest tick reaches below the curves."""
        return super().boundingRect().adjusted(0, 0, 0, TEXT_PX / 2 if self.face.is_vertical else 0)

    def paint(self, p: QPainter, _option: Any, _widget: Any) -> None:
        """Paint it directly, which takes a tenth of the time of recording and playing a picture of it."""
        view = self.linkedView()
        if view is not None:
            self.face.paint(p, view.mapRectToItem(self, view.boundingRect()))


class _LineItem(pg.UIGraphicsItem):
    """An item that shows a `LineFace`."""

    def __init__(self, look: CurveLook) -> None:
        super().__init__()
        self.face = LineFace(look)
        self.setZValue(look.z)

    def retint(self) -> None:
        """Take the colours of the scheme."""
        self.face.retint()
        self.update()

    def set_points(self, xs: Floats, ys: Floats, *, with_marks: bool) -> None:
        """Draw these points, (N,) each."""
        self.face.set_points(xs, ys, with_marks=with_marks)
        self.update()

    def setLogMode(self, x: bool, y: bool) -> None:  # noqa: N802 - as the plot calls it
        """Draw the logarithms of one or both."""
        self.face.set_log(is_x_log=x, is_y_log=y)
        self.update()

    def dataBounds(self, axis: int, frac: float = 1.0, orthoRange: Any = None) -> Any:  # noqa: ARG002, N802, N803
        """Return the ends on one axis of what lies in a stretch of the other; all of it, whatever ``frac``."""
        return self.face.bounds(axis, orthoRange)

    def paint(self, painter: QPainter, _option: Any, _widget: Any) -> None:
        """Paint the line and its marks."""
        self.face.paint(painter, self.boundingRect())


class _Canvas(pg.PlotWidget):
    """The axes and what is between them; places on the horizontal axis are its values, also where it is logarithmic."""

    def __init__(self, x_title: str, parent: QWidget, *, percent: bool, x_log: bool) -> None:
        axes = {"left": _ValueAxis(AxisFace(is_vertical=True, percent=percent)),
                "bottom": _ValueAxis(AxisFace(is_vertical=False, title=x_title))}
        super().__init__(parent, axisItems=axes, background=None)
        self.setObjectName("canvas")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 110)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.setFrameShape(self.Shape.NoFrame)
        self.setStyleSheet("border: 0; background: transparent;")
        self._x_log = x_log
        self.setLogMode(x_log, False)
        self.box = self.getPlotItem().getViewBox()
        self.box.setDefaultPadding(0.04)
        self.box.setMouseEnabled(x=True, y=False)
        self.box.setAutoVisible(y=True)
        self.box.enableAutoRange(x=False, y=True)
        if percent:
            self.setLimits(yMin=-0.02, yMax=1.04)

    def add_line(self, look: CurveLook) -> _LineItem:
        """Add an item without points."""
        line = _LineItem(look)
        self.addItem(line)
        return line

    def set_log(self, *, is_log: bool) -> None:
        """Make the vertical axis logarithmic or linear; the stretch that is shown stays."""
        ends = self.box.viewRange()[0]
        self.setLogMode(self._x_log, is_log)  # which has both axes show everything
        self.box.enableAutoRange(x=False, y=True)
        self.setXRange(*ends, padding=0)

    def retint(self) -> None:
        """Take the colours of the scheme."""
        self.viewport().update()

    @property
    def columns(self) -> int:
        """Pixels of the horizontal axis."""
        return round(self.box.width())

    @property
    def stretch(self) -> tuple[float, float]:
        """The part of the horizontal axis that is shown."""
        low, high = self.box.viewRange()[0]
        return (10.0 ** low, 10.0 ** high) if self._x_log else (low, high)

    def show_stretch(self, low: float, high: float) -> bool:
        """Show a part of the horizontal axis; return false when it was shown already."""
        ends = self._on_axis(low, high)
        is_new = not np.allclose(self.box.viewRange()[0], ends, rtol=1e-9, atol=0)
        if is_new:
            self.setXRange(*ends, padding=0)
        return is_new

    def cover(self, low: float, high: float) -> None:
        """Show the whole of this, and a little more ahead; the range grows in steps, for a new one costs everything."""
        low, high = self._on_axis(low, high)
        now_low, now_high = self.box.viewRange()[0]
        span = (high - low) or 1.0
        if not (now_low <= low and high <= now_high and now_high - now_low <= _LOOSEST * span):
            self.setXRange(low - _BEFORE * span, high + _AHEAD * span, padding=0)

    def _on_axis(self, *values: float) -> tuple[float, ...]:
        return tuple(math.log10(value) for value in values) if self._x_log else values


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
        self._log = False
        x_title = x_title or self.tr("epoch")
        self._canvas = _Canvas(x_title, self, percent=percent, x_log=x_log)
        self._curves = CurveSet(self._canvas.add_line, self._canvas.removeItem)
        self._readings = Readings(self._curves.read_series, x_title, percent=percent)
        self._head = PlotHead(title, unit, with_log=not percent, parent=self)
        self._probe = Probe(self, self._canvas, pg.InfiniteLine(angle=90, movable=False), self._readings)
        self.zoom = Zoom(self._canvas, self._draw_anew, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._head)
        layout.addWidget(self._canvas, 1)
        self._connect()
        self._retint()

    def _connect(self) -> None:
        self._head.log_toggled.connect(self.set_log_scale)
        self._head.whole_requested.connect(self.reset_view)
        self.zoom.changed.connect(self._head.show_zoomed)
        self._canvas.box.sigResized.connect(self._draw_anew)
        theme().changed.connect(self._retint)

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
        if self._curves.put(name, look or _look_name(dashed=dashed, faint=faint), xs, ys):
            self._head.remove_sample(name)
            if self._curves[name].look.in_legend:
                self._head.add_sample(name, self._curves[name].look)
        self.draw()

    def append(self, name: str, xs: ArrayLike, ys: ArrayLike) -> None:
        """Add points to the curve ``name``, which `set_curve` has made; the next `draw` draws them."""
        self._curves.append(name, xs, ys)

    def rename_curve(self, name: str, new: str) -> None:
        """Call the curve ``name`` otherwise, in legend and crosshair too."""
        self._curves.rename(name, new)
        self._head.rename_sample(name, new)

    def draw(self) -> None:
        """Draw what has come, and fit the view to it while nothing is zoomed."""
        if self._curves.is_stale:
            self._curves.draw(self.zoom.stretch, self._canvas.columns)
            self._fit()

    @property
    def is_waiting(self) -> bool:
        """Whether there are points that are not drawn yet."""
        return self._curves.is_stale

    def remove_curve(self, name: str) -> None:
        """Take one curve away; an unknown name is no error."""
        self._curves.remove(name)
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

    def values(self, name: str) -> tuple[Floats, Floats]:
        """Return all points of ``name``."""
        return self._curves.points(name)

    def drawn(self, name: str) -> tuple[Floats, Floats]:
        """Return the points of ``name`` that are drawn in the next frame."""
        self.zoom.catch_up()
        self.draw()
        return self._curves[name].item.face.points

    # the view

    @property
    def is_log_scale(self) -> bool:
        """Whether the vertical axis is logarithmic."""
        return self._log

    def set_log_scale(self, wanted: bool) -> None:
        """Make the vertical axis logarithmic or linear."""
        self._log = wanted
        self._head.log.setChecked(wanted)
        self._canvas.set_log(is_log=wanted)
        self._canvas.box.updateAutoRange()
        self._probe.hide()

    def reset_view(self) -> None:
        """Show everything again after zooming."""
        self.zoom.show_whole()

    def show_stretch(self, low: float, high: float) -> None:
        """Zoom to the stretch from ``low`` to ``high`` on the horizontal axis."""
        self.zoom.show(low, high)

    def link_x(self, other: "CurvePlot") -> None:
        """Show the same stretch as ``other``, whichever of the two is zoomed; the other follows as soon as it can."""
        self.zoom.follow(other.zoom)
        other.zoom.follow(self.zoom)

    @property
    def is_zoomed(self) -> bool:
        """Whether a part is shown that the user has chosen."""
        return self.zoom.is_zoomed

    # reading values

    def set_position_text(self, text: Callable[[float], str]) -> None:
        """Let ``text`` say what an x is called by the crosshair."""
        self._readings.position_text = text

    def describe_at(self, x: float) -> str:
        """Return the values at the place nearest to ``x`` in one line."""
        return self._readings.line_at(x)

    # the user

    def _draw_anew(self, *_: object) -> None:
        self._curves.forget_drawn()
        self.draw()

    def _fit(self) -> None:
        ends = self._curves.x_ends
        if ends is not None and not self.zoom.is_zoomed:
            self._canvas.cover(*ends)
        self._canvas.box.updateAutoRange()  # now, not while it is painted, which would paint everything twice

    def _retint(self) -> None:
        self._canvas.retint()
        self._probe.retint()
        for item in self._curves.items():
            item.retint()

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
