"""Plots in the theme's colours; the only file that knows pyqtgraph."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.theme import CAPTION_PX, font, theme

_LINE_PX = 2.0
_MARKER_LIMIT = 40
_SAMPLE_PX = (22, 2)


@dataclass(slots=True)
class _Curve:
    """One line: its values as given, and its item on the plot."""

    item: Any
    dashed: bool
    faint: bool
    xs: np.ndarray = field(default_factory=lambda: np.empty(0))
    ys: np.ndarray = field(default_factory=lambda: np.empty(0))

    @property
    def token(self) -> str:
        """The colour token: validation is the dashed one, so colour is never the only sign."""
        return "quiet" if self.faint else "val_curve" if self.dashed else "train_curve"


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
    """

    def __init__(self, title: str, unit: str = "", parent: QWidget | None = None, *, percent: bool = False,
                 x_title: str = "") -> None:
        super().__init__(parent)
        self.setObjectName(f"plot_{title.lower().replace(' ', '_')}")
        self.setAccessibleName(title)
        self._percent = percent
        self._log = False
        self._x_title = x_title or self.tr("epoch")
        self._curves: dict[str, _Curve] = {}
        self._samples: dict[str, QWidget] = {}
        self._plot = self._make_plot()
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._cursor.setVisible(False)
        self._plot.addItem(self._cursor, ignoreBounds=True)
        self._readout = QLabel(self)
        self._readout.setProperty("role", "caption")
        self._readout.setObjectName("readout")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._make_header(title, unit))
        layout.addWidget(self._plot, 1)
        self._plot.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self._plot.scene().sigMouseClicked.connect(self._on_mouse_clicked)
        theme().changed.connect(self._retint)
        self._retint()

    def set_curve(self, name: str, xs: Sequence[float] | np.ndarray, ys: Sequence[float] | np.ndarray,
                  dashed: bool = False, faint: bool = False) -> None:
        """Draw or replace the curve ``name``.

        Dashed is the validation curve; faint curves are earlier runs, drawn behind and left out of the legend.
        """
        curve = self._curves.get(name)
        if curve is None or (curve.dashed, curve.faint) != (dashed, faint):
            self.remove_curve(name)
            curve = self._add_curve(name, dashed=dashed, faint=faint)
        curve.xs, curve.ys = np.asarray(xs, dtype=float), np.asarray(ys, dtype=float)
        curve.item.setData(curve.xs, curve.ys, symbol="o" if self._wants_markers(curve) else None)

    def remove_curve(self, name: str) -> None:
        """Take one curve away; an unknown name is no error."""
        curve = self._curves.pop(name, None)
        if curve is not None:
            self._plot.removeItem(curve.item)
        sample = self._samples.pop(name, None)
        if sample is not None:
            self._legend.removeWidget(sample)
            sample.deleteLater()

    def clear(self) -> None:
        """Take all curves away."""
        for name in list(self._curves):
            self.remove_curve(name)
        self._hide_cursor()

    @property
    def curve_names(self) -> tuple[str, ...]:
        """The curves drawn, in the order they came."""
        return tuple(self._curves)

    def values(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Return what `set_curve` was given for ``name``."""
        return self._curves[name].xs, self._curves[name].ys

    @property
    def is_log_scale(self) -> bool:
        """Whether the vertical axis is logarithmic."""
        return self._log

    def set_log_scale(self, wanted: bool) -> None:
        """Make the vertical axis logarithmic or linear."""
        self._log = wanted
        self._log_button.setChecked(wanted)
        self._plot.setLogMode(False, wanted)
        self._plot.enableAutoRange()
        self._hide_cursor()

    def reset_view(self) -> None:
        """Show everything again after zooming."""
        self._plot.enableAutoRange()

    def describe_at(self, x: float) -> str:
        """Return the values of all legend curves at the point nearest to ``x``, as the crosshair shows them."""
        parts: list[str] = []
        position: float | None = None
        for name, curve in self._curves.items():
            if curve.faint or not len(curve.xs):
                continue
            nearest = int(np.argmin(np.abs(curve.xs - x)))
            position = float(curve.xs[nearest]) if position is None else position
            parts.append(f"{name} {self._format(float(curve.ys[nearest]))}")
        return "" if position is None else f"{self._x_title} {position:.4g}:  " + "   ".join(parts)

    def _format(self, value: float) -> str:
        return f"{value * 100:.1f} %" if self._percent else f"{value:.4g}"

    def _make_plot(self) -> Any:
        axes = {"left": _ValueAxis("left", percent=self._percent), "bottom": _ValueAxis("bottom")}
        plot = pg.PlotWidget(self, axisItems=axes, background=None)
        plot.setObjectName("canvas")
        plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        plot.setMinimumSize(160, 110)
        plot.setMenuEnabled(False)
        plot.hideButtons()
        plot.setFrameShape(plot.Shape.NoFrame)
        plot.setStyleSheet("border: 0; background: transparent;")
        plot.setAntialiasing(True)
        plot.showGrid(x=False, y=True, alpha=0.25)
        plot.getPlotItem().getViewBox().setDefaultPadding(0.04)
        if self._percent:
            plot.setLimits(yMin=-0.02, yMax=1.04)
        return plot

    def _make_header(self, title: str, unit: str) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setSpacing(12)
        heading = QLabel(title, self)
        heading.setProperty("role", "subheading")
        header.addWidget(heading)
        if unit:
            unit_label = QLabel(unit, self)
            unit_label.setProperty("role", "caption")
            header.addWidget(unit_label)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(12)
        header.addLayout(self._legend)
        header.addStretch(1)
        header.addWidget(self._readout)
        self._log_button = QToolButton(self)
        self._log_button.setText(self.tr("log"))
        self._log_button.setCheckable(True)
        self._log_button.setObjectName("log_scale")
        self._log_button.setAccessibleName(self.tr("Logarithmic scale"))
        self._log_button.setToolTip(self.tr("Logarithmic scale: small changes late in a training become visible"))
        self._log_button.toggled.connect(self.set_log_scale)
        self._log_button.setVisible(not self._percent)
        header.addWidget(self._log_button)
        return header

    def _add_curve(self, name: str, *, dashed: bool, faint: bool) -> _Curve:
        curve = _Curve(pg.PlotDataItem(connect="finite"), dashed, faint)
        curve.item.setZValue(-10 if faint else 10)
        self._plot.addItem(curve.item)
        self._curves[name] = curve
        self._style(curve)
        if not faint:
            self._samples[name] = sample = _LegendSample(name, curve.token, dashed=dashed, parent=self)
            self._legend.addWidget(sample)
        return curve

    def _wants_markers(self, curve: _Curve) -> bool:
        return not curve.faint and len(curve.xs) <= _MARKER_LIMIT

    def _style(self, curve: _Curve) -> None:
        color = theme().color(curve.token)
        if curve.faint:
            color.setAlphaF(0.35)
        curve.item.setPen(_pen(color, dashed=curve.dashed, width=1.0 if curve.faint else _LINE_PX))
        curve.item.setSymbolBrush(color)
        curve.item.setSymbolPen(None)
        curve.item.setSymbolSize(5)

    def _retint(self) -> None:
        quiet, line = theme().color("quiet"), theme().color("line")
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.setTextPen(quiet)
            axis.setPen(line)
        self._plot.setLabel("bottom", self._x_title, **{"color": quiet.name(), "font-size": "11px"})
        self._cursor.setPen(_pen(quiet, dashed=False, width=1.0))
        for curve in self._curves.values():
            self._style(curve)

    def _on_mouse_moved(self, position: QPointF) -> None:
        box = self._plot.getPlotItem().getViewBox()
        if not box.sceneBoundingRect().contains(position) or not self._curves:
            self._hide_cursor()
            return
        x = box.mapSceneToView(position).x()
        self._cursor.setPos(x)
        self._cursor.setVisible(True)
        self._readout.setText(self.describe_at(x))

    def _on_mouse_clicked(self, event: Any) -> None:
        if event.double():
            self.reset_view()

    def leaveEvent(self, event: Any) -> None:  # noqa: N802
        """Take the crosshair away with the pointer."""
        self._hide_cursor()
        super().leaveEvent(event)

    def _hide_cursor(self) -> None:
        self._cursor.setVisible(False)
        self._readout.setText("")


def _pen(color: QColor, *, dashed: bool, width: float) -> QPen:
    pen = pg.mkPen(color, width=width)
    if dashed:
        pen.setDashPattern([4.0, 3.0])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


class _LegendSample(QWidget):
    """A short piece of the line and its name."""

    def __init__(self, name: str, token: str, *, dashed: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._token, self._dashed = token, dashed
        self._line = QWidget(self)
        label = QLabel(name, self)
        label.setProperty("role", "caption")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SAMPLE_PX[0] + 6, 0, 0, 0)
        layout.addWidget(label)
        theme().changed.connect(self.update)

    def paintEvent(self, _event: Any) -> None:  # noqa: N802
        """Draw the piece of line."""
        painter = QPainter(self)
        painter.setPen(_pen(theme().color(self._token), dashed=self._dashed, width=_LINE_PX))
        middle = self.height() / 2
        painter.drawLine(QPointF(0, middle), QPointF(_SAMPLE_PX[0], middle))
        painter.end()
