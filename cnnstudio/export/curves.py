"""The geometry of a training's curves, for a template to draw as SVG."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cnnstudio.wording import translate

WIDTH, HEIGHT = 520, 270
"""Of a chart, in SVG units."""
LEFT, RIGHT, TOP, BOTTOM = 58, 506, 12, 222
"""Edges of the plotted area."""
_X_LABELS = 9
_Y_STEPS = 5


@dataclass(frozen=True, slots=True)
class Tick:
    """One labelled place on an axis."""

    position: float
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One curve."""

    name: str
    """``"training"`` or ``"validation"``; also its CSS class."""
    segments: tuple[str, ...]
    """Points of each unbroken part, as SVG wants them; a value that is not finite breaks the curve."""
    dots: tuple[tuple[float, float], ...]
    """Where a part has one point only."""
    last: str
    """The newest value, as text."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One plot over the epochs."""

    title: str
    y_title: str
    lines: tuple[Line, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    best: Tick | None
    """The epoch whose weights were kept."""


def chart(title: str, y_title: str, curves: Sequence[tuple[str, Sequence[float]]], *, best_epoch: int = 0,
          highest: float | None = None, text: Callable[[float], str] = lambda value: f"{value:.4g}") -> Chart:
    """Place curves, a value an epoch from epoch 1, in a chart with round numbers on its axes.

    Parameters
    ----------
    curves : (name, values) each
    best_epoch : marked by a line; 0 for none
    highest : upper end of the value axis; a round number above all values when None
    text : writes a value
    """
    epochs = max((len(values) for _, values in curves), default=0)
    finite = [value for _, values in curves for value in values if math.isfinite(value)]
    steps = round_steps(min(finite, default=0.0), max(finite, default=1.0), highest)
    x, y = _scale(1, max(epochs, 1), LEFT, RIGHT), _scale(steps[0], steps[-1], BOTTOM, TOP)
    return Chart(
        title, y_title, tuple(_line(name, values, x, y, text) for name, values in curves),
        tuple(Tick(x(epoch), str(epoch)) for epoch in epoch_labels(epochs)),
        tuple(Tick(y(step), text(step)) for step in steps),
        Tick(x(best_epoch), translate(
            "export", "epoch {best_epoch}", best_epoch=best_epoch)) if 0 < best_epoch <= epochs else None)


def round_steps(low: float, high: float, highest: float | None = None) -> list[float]:
    """Return three to seven evenly spaced round numbers from at or below ``low`` to at or above ``high``.

    ``highest`` is the last of them when it is given.
    """
    top = high if highest is None else highest
    span = (top - low) or abs(top) or 1.0
    power = 10.0 ** math.floor(math.log10(span / _Y_STEPS))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if span / (factor * power) <= _Y_STEPS + 1e-9)
    first = math.floor(low / step + 1e-9)
    last = math.ceil(top / step - 1e-9)
    if last - first < 2:
        first, last = (last - 2, last) if highest is not None else (first, first + 2)
    return [round(number * step, 12) for number in range(first, last + 1)]


def epoch_labels(epochs: int) -> list[int]:
    """Return the epochs to label: the first, the last, and round ones between."""
    if epochs <= _X_LABELS:
        return list(range(1, epochs + 1))
    power = 10 ** math.floor(math.log10(epochs / _X_LABELS))
    step = next(factor * power for factor in (1, 2, 5, 10) if epochs / (factor * power) <= _X_LABELS)
    between = [epoch for epoch in range(step, epochs, step) if epoch > 1 and epochs - epoch > step / 2]
    return [1, *between, epochs]


def _scale(start: float, end: float, first: float, last: float) -> Callable[[float], float]:
    """Map start ... end to first ... last; a single value goes to the middle."""
    if start == end:
        return lambda _value: (first + last) / 2
    return lambda value: round(first + (value - start) / (end - start) * (last - first), 2)


def _line(name: str, values: Sequence[float], x: Callable[[float], float], y: Callable[[float], float],
          text: Callable[[float], str]) -> Line:
    parts: list[list[tuple[float, float]]] = [[]]
    for epoch, value in enumerate(values, start=1):
        if math.isfinite(value):
            parts[-1].append((x(epoch), y(value)))
        else:
            parts.append([])
    return Line(
        name, tuple(" ".join(f"{px:g},{py:g}" for px, py in part) for part in parts if len(part) > 1),
        tuple(part[0] for part in parts if len(part) == 1),
        text(values[-1]) if values and math.isfinite(values[-1]) else "–")
