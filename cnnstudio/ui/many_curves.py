"""A plot of the curves of several runs: each in a colour and a dash of its own, named at its end, with bands."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.curve_scale import Scale, scale_of
from cnnstudio.ui.plot_parts import Readout
from cnnstudio.ui.theme import CAPTION_PX, font, mixed, theme

COLORS = ("convolution", "activation", "dense", "merge", "normalisation", "resizing", "bad", "quiet")
"""Tokens; after the last one the first comes again, with another dash."""
_DASHES: tuple[tuple[float, ...], ...] = ((), (6.0, 3.0), (2.0, 2.0), (8.0, 3.0, 2.0, 3.0), (12.0, 3.0))
_FAINT, _BAND = 0.45, 0.16
_GAP_PX, _END_PX, _TOP_PX = 6, 10, 6
_FEW_POINTS = 30
_MOST_DRAWN = 2000
"""Points of a line; of more, those are drawn that have the least and the largest value of their stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class ManyCurve:
    """A line of the plot.

    Attributes
    ----------
    owner : number of the run or group it belongs to, which decides colour and dash
    name : at its end; empty for lines beside the main one
    xs, ys : (N,) rising xs; values that are not finite leave a gap
    is_faint : whether it is thin and pale: a member of a group, or the training beside the validation
    spread : (N,) half the height of the band around it; None for no band
    """

    owner: int
    name: str
    xs: np.ndarray
    ys: np.ndarray
    is_faint: bool = False
    spread: np.ndarray | None = None


def curve_pen(owner: int, *, is_faint: bool = False) -> QPen:
    """Return the pen of a run's curves in the colours of the scheme."""
    color = theme().color(COLORS[owner % len(COLORS)])
    if is_faint:
        color = mixed(theme().color("surface"), color, _FAINT)
    pen = QPen(color, 1.0 if is_faint else 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dash = _DASHES[(owner + owner // len(COLORS)) % len(_DASHES)]
    if dash:
        pen.setDashPattern(dash)
    return pen


class ManyCurves(QWidget):
    """Shows what `show_curves` is given; the pointer, or the arrow keys, read the values."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMinimumSize(240, 150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._curves: tuple[ManyCurve, ...] = ()
        self._hidden: frozenset[int] = frozenset()
        self._x, self._y = Scale(0, 1), Scale(0, 1)
        self._is_percent = self._is_log = False
        self._x_title = ""
        self._probe: float | None = None
        self._readout = Readout(self)
        theme().changed.connect(self.update)

    # what is shown

    def show_curves(self, curves: Sequence[ManyCurve], x_title: str, *, is_percent: bool = False,
                    is_log: bool = False) -> None:
        """Show ``curves``; shares are written in percent, a logarithmic scale leaves out what is not above 0."""
        self._curves, self._x_title = tuple(curves), x_title
        self._is_percent, self._is_log = is_percent, is_log
        self._probe = None
        self._readout.hide()
        self._fit()

    def set_hidden(self, owners: Collection[int]) -> None:
        """Hide the curves of some runs."""
        self._hidden = frozenset(owners)
        self._fit()

    @property
    def shown(self) -> tuple[ManyCurve, ...]:
        """The curves that are drawn."""
        return tuple(curve for curve in self._curves if curve.owner not in self._hidden)

    def _fit(self) -> None:
        curves = self.shown
        self._x = scale_of([curve.xs for curve in curves])
        ys = [curve.ys for curve in curves]
        ys += [curve.ys + side * curve.spread for curve in curves if curve.spread is not None for side in (-1, 1)]
        limits = (0.0, 1.0) if self._is_percent else (0.0, math.inf)
        self._y = scale_of(ys, is_log=self._is_log, is_percent=self._is_percent, limits=limits)
        self.update()

    # reading

    def describe_at(self, x: float) -> str:
        """Return the values of the named curves at the place nearest to ``x``, a line each."""
        found = []
        for curve in self.shown:
            if not len(curve.xs) or not curve.name:
                continue
            place = int(np.abs(curve.xs - x).argmin())
            value = curve.ys[place]
            text = f"{100 * value:.1f} %" if self._is_percent else f"{value:.4g}"
            if curve.spread is not None and curve.spread[place] > 0:
                half = curve.spread[place]
                text += f" ± {100 * half:.1f} %" if self._is_percent else f" ± {half:.2g}"
            found.append(f"{curve.name}  {text}")
        return "\n".join([f"{self._x_title} {x:,.4g}", *found]) if found else ""

    def _read_at(self, x: float) -> None:
        xs = np.concatenate([curve.xs for curve in self.shown] or [np.empty(0)])
        if not len(xs):
            return
        self._probe = float(xs[np.abs(xs - x).argmin()])
        text = self.describe_at(self._probe)
        self.setAccessibleDescription(text.replace("\n", ", "))
        area = self._area()
        place = self._point(area, self._probe, self._y.low)
        self._readout.show_at(text, QPointF(place.x(), area.center().y()).toPoint())
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Read the values under the pointer."""
        area = self._area()
        self._read_at(self._x.value((event.position().x() - area.left()) / area.width()))

    def leaveEvent(self, _event: QEvent) -> None:  # noqa: N802
        """Read no more."""
        self._probe = None
        self._readout.hide()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Read the values one place further left or right."""
        step = {int(Qt.Key.Key_Left): -1, int(Qt.Key.Key_Right): 1}.get(event.key())
        xs = np.unique(np.concatenate([curve.xs for curve in self.shown] or [np.empty(0)]))
        if step is None or not len(xs):
            super().keyPressEvent(event)
            return
        beside = -1 if step > 0 else len(xs)
        here = beside if self._probe is None else int(np.searchsorted(xs, self._probe))
        self._read_at(float(xs[min(max(0, here + step), len(xs) - 1)]))

    # painting

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size that reads well."""
        return QSize(420, 220)

    def _area(self) -> QRectF:
        """Return where the curves are; the rest is for the texts of the axes and the names at the ends."""
        metrics = QFontMetricsF(font(CAPTION_PX))
        left = max((metrics.horizontalAdvance(tick.text) for tick in self._y.ticks()), default=20.0) + _GAP_PX
        right = max((metrics.horizontalAdvance(curve.name) for curve in self.shown), default=0.0) + _END_PX
        below = 2 * metrics.height() + _GAP_PX
        return QRectF(left, _TOP_PX, max(10.0, self.width() - left - right - 2),
                      max(10.0, self.height() - _TOP_PX - below))

    def _point(self, area: QRectF, x: float, y: float) -> QPointF:
        return QPointF(area.left() + self._x.share(x) * area.width(), area.bottom() - self._y.share(y) * area.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint everything."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(CAPTION_PX, tabular=True))
        area = self._area()
        self._paint_axes(painter, area)
        painter.save()
        painter.setClipRect(area.adjusted(-3, -3, 3, 3))
        curves = sorted(self.shown, key=lambda curve: not curve.is_faint)
        for curve in curves:
            self._paint_band(painter, area, curve)
        for curve in curves:
            self._paint_curve(painter, area, curve)
        painter.restore()
        self._paint_names(painter, area)
        if self._probe is not None:
            painter.setPen(QPen(theme().color("strong_line"), 1))
            x = self._point(area, self._probe, self._y.low).x()
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        painter.end()

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        height = painter.fontMetrics().height()
        for tick in self._y.ticks():
            y = self._point(area, self._x.low, tick.value).y()
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme().color("quiet"))
            painter.drawText(QRectF(0, y - height / 2, area.left() - _GAP_PX, height),
                             Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tick.text)
        painter.setPen(theme().color("quiet"))
        for tick in self._x.ticks(most=max(2, int(area.width() / 70)), whole=True):
            x = self._point(area, tick.value, self._y.low).x()
            painter.drawText(QRectF(x - 40, area.bottom() + 3, 80, height), Qt.AlignmentFlag.AlignHCenter, tick.text)
        painter.drawText(QRectF(area.left(), area.bottom() + 3 + height, area.width(), height),
                         Qt.AlignmentFlag.AlignHCenter, self._x_title)

    def _points(self, area: QRectF, xs: np.ndarray, ys: np.ndarray) -> list[QPolygonF]:
        """Return the line in pixels, in pieces where values are missing."""
        usable = np.isfinite(ys) & ((ys > 0) | (not self._is_log))
        pieces, here = [], QPolygonF()
        for x, y, is_there in zip(xs.tolist(), ys.tolist(), usable.tolist(), strict=True):
            if is_there:
                here.append(self._point(area, x, y))
            elif not here.isEmpty():
                pieces.append(here)
                here = QPolygonF()
        return [*pieces, here] if not here.isEmpty() else pieces

    def _paint_band(self, painter: QPainter, area: QRectF, curve: ManyCurve) -> None:
        if curve.spread is None or not len(curve.xs):
            return
        color = theme().color(COLORS[curve.owner % len(COLORS)])
        color.setAlphaF(_BAND)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        least = self._y.low
        xs, keep = curve.xs, _kept(curve.ys)
        above, below = ((curve.ys + side * curve.spread)[keep] for side in (1, -1))
        band = [self._point(area, x, max(least, y)) for x, y in zip(xs[keep].tolist(), above.tolist(), strict=True)]
        band += [self._point(area, x, max(least, y))
                 for x, y in zip(xs[keep].tolist()[::-1], below.tolist()[::-1], strict=True)]
        painter.drawPolygon(QPolygonF(band))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_curve(self, painter: QPainter, area: QRectF, curve: ManyCurve) -> None:
        painter.setPen(curve_pen(curve.owner, is_faint=curve.is_faint))
        keep = _kept(curve.ys)
        for piece in self._points(area, curve.xs[keep], curve.ys[keep]):
            if piece.size() == 1 or (piece.size() <= _FEW_POINTS and not curve.is_faint):
                _paint_dots(painter, piece)
            painter.drawPolyline(piece)

    def _paint_names(self, painter: QPainter, area: QRectF) -> None:
        """Write each name beside the end of its curve, apart from each other."""
        height = float(painter.fontMetrics().height())
        ends = []
        for curve in self.shown:
            usable = np.flatnonzero(np.isfinite(curve.ys) & ((curve.ys > 0) | (not self._is_log)))
            if curve.name and len(usable):
                ends.append((self._point(area, float(curve.xs[usable[-1]]), float(curve.ys[usable[-1]])), curve))
        ends.sort(key=lambda end: end[0].y())
        tops = spread_out([end.y() - height / 2 for end, _ in ends], height, area.top(), area.bottom())
        for top, (end, curve) in zip(tops, ends, strict=True):
            painter.setPen(theme().color(COLORS[curve.owner % len(COLORS)]))
            painter.drawText(QRectF(end.x() + _GAP_PX, top, self.width() - end.x(), height),
                             Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, curve.name)


def _paint_dots(painter: QPainter, piece: QPolygonF) -> None:
    pen = QPen(painter.pen())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pen.color())
    for number in range(piece.size()):
        painter.drawEllipse(piece.at(number), 2.5, 2.5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)


def _kept(ys: np.ndarray) -> np.ndarray:
    """Return which points are drawn: all of few, of many the extremes of equal stretches."""
    if len(ys) <= _MOST_DRAWN:
        return np.arange(len(ys))
    stretches = np.array_split(np.arange(len(ys)), _MOST_DRAWN // 2)
    return np.unique([place for stretch in stretches
                      for place in (stretch[0], stretch[ys[stretch].argmin()], stretch[ys[stretch].argmax()])])


def spread_out(tops: Sequence[float], height: float, low: float, high: float) -> list[float]:
    """Return rising ``tops`` moved apart by at least ``height``, if possible between ``low`` and ``high``."""
    moved: list[float] = []
    for top in tops:
        moved.append(max(low, top, moved[-1] + height) if moved else max(low, top))
    limit = high
    for place in reversed(range(len(moved))):
        limit = min(moved[place], limit - height)
        moved[place] = limit
    return moved
