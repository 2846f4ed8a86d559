"""Draws the curves of a training as SVG text."""

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 460, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 12, 36
_TICKS = 5


@dataclass(frozen=True, slots=True)
class Curve:
    """One line of a plot: a value an epoch, from epoch 1."""

    name: str
    """Also its CSS class, so one word."""
    values: Sequence[float]


def plot(title: str, curves: Sequence[Curve], *, limits: tuple[float, float] | None = None,
         as_percent: bool = False) -> str:
    """Return one plot as an ``<svg>`` element; colours come from the style sheet's classes.

    Parameters
    ----------
    title
        What a screen reader says.
    limits
        Lowest and highest value of the axis; 0 to a round number over all finite values otherwise.
    as_percent
        Label the axis in percent of 1.
    """
    finite = [value for curve in curves for value in curve.values if math.isfinite(value)]
    low, high = limits or (0.0, round_up(max(finite, default=1.0)))
    epochs = max((len(curve.values) for curve in curves), default=1)
    parts = [*_grid(low, high, as_percent), *_epoch_labels(epochs)]
    parts += [f'<polyline class="curve {html.escape(curve.name)}" points="{_points(curve.values, epochs, low, high)}"/>'
              for curve in curves]
    return (f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{html.escape(title)}">'
            f'{"".join(parts)}</svg>')


def round_up(value: float) -> float:
    """Return the next number of the row 1, 2, 5, 10, ... (times a power of ten) that is not below ``value``."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next((step * power for step in (1, 2, 5) if step * power >= value), 10 * power)


def _x(epoch: float, epochs: int) -> float:
    """Return the place of an epoch; a single one stands in the middle."""
    share = 0.5 if epochs == 1 else (epoch - 1) / (epochs - 1)
    return _LEFT + share * (WIDTH - _LEFT - _RIGHT)


def _y(value: float, low: float, high: float) -> float:
    share = min(max((value - low) / (high - low), 0.0), 1.0)
    return HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM)


def _points(values: Sequence[float], epochs: int, low: float, high: float) -> str:
    places = [(_x(epoch, epochs), _y(value, low, high)) for epoch, value in enumerate(values, start=1)
              if math.isfinite(value)]
    if len(places) == 1:
        places = [(places[0][0] - 3, places[0][1]), (places[0][0] + 3, places[0][1])]
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def _grid(low: float, high: float, as_percent: bool) -> list[str]:
    lines = []
    for step in range(_TICKS + 1):
        value = low + (high - low) * step / _TICKS
        y = _y(value, low, high)
        text = f"{value * 100:.0f} %" if as_percent else f"{value:.3g}"
        lines.append(f'<line class="grid" x1="{_LEFT}" x2="{WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
                     f'<text class="tick" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{text}</text>')
    return lines


def _epoch_labels(epochs: int) -> list[str]:
    stride = max(1, math.ceil(epochs / 10))
    shown = range(1, epochs + 1, stride)
    labels = [f'<text class="tick" x="{_x(epoch, epochs):.1f}" y="{HEIGHT - _BOTTOM + 16}" '
              f'text-anchor="middle">{epoch}</text>' for epoch in shown]
    middle = (_LEFT + WIDTH - _RIGHT) / 2
    return [*labels, f'<text class="tick" x="{middle}" y="{HEIGHT - 4}" text-anchor="middle">epoch</text>']
