"""How one value comes out of one value: activation functions, batch normalisation, dropout, and the Input."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from cnnstudio.explain.walk_values import (
    Cell,
    CellWalk,
    Curve,
    Doubles,
    LayerValues,
    WalkRule,
    at,
    bracketed,
    number,
    point_patch,
)
from cnnstudio.wording import translate

_SELU_SCALE, _SELU_ALPHA = 1.0507009873554805, 1.6732632423543772
"""Klambauer and others, 2017; the digits are torch.nn.SELU's."""
_CURVE_POINTS = 161
_LEAST_REACH = 3.0

Settings = Mapping[str, float]
Rule = Callable[[Doubles, Settings], Doubles]
Text = Callable[[float, Settings], str]


@dataclass(frozen=True, slots=True)
class PointFunction:
    """An activation function that looks at each value by itself.

    Attributes
    ----------
    rule : values and settings -> values, float64
    formula : with x in it
    text : a value and settings -> the formula with the number put in
    settings : which of the layer's parameters it takes
    """

    rule: Rule
    formula: Callable[[Settings], str]
    text: Text
    settings: tuple[str, ...] = ()


def _sigmoid(x: Doubles) -> Doubles:
    # By sign, so that the exponential of a large number is never asked for.
    shrunk = np.exp(-np.abs(x))
    return np.asarray(np.where(x >= 0, 1 / (1 + shrunk), shrunk / (1 + shrunk)))


def _ramp(x: Doubles) -> Doubles:
    return np.asarray((x + 3).clip(0, 6) / 6)


def _bent(x: Doubles, slope: float) -> Doubles:
    return np.asarray(np.where(x > 0, x, slope * x))


def _exponential(x: Doubles, alpha: float) -> Doubles:
    return np.asarray(np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))))


def _gelu(x: Doubles, settings: Settings) -> Doubles:
    if settings["tanh"]:
        return np.asarray(0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x ** 3))))
    return np.asarray(x * (1 + np.vectorize(math.erf, otypes=[np.float64])(x / math.sqrt(2))) / 2)


def _gelu_formula(settings: Settings) -> str:
    return (translate("explain", "0.5 · x · (1 + tanh(√(2/π) · (x + 0.044715 · x³)))") if settings["tanh"]
            else translate("explain", "x · Φ(x) = x · (1 + erf(x / √2)) / 2"))


def _gelu_text(x: float, settings: Settings) -> str:
    if settings["tanh"]:
        return translate(
            "explain", "0.5 · {bracketed} · (1 + tanh(0.7979 · ({number} + 0.044715 · {bracketed}³)))",
            bracketed=bracketed(x), number=number(x))
    return translate(
        "explain", "{bracketed} · (1 + erf({number} / 1.414)) / 2", bracketed=bracketed(x), number=number(x))


def _says(formula: str) -> Callable[[Settings], str]:
    return lambda _settings: formula


def _linear_or(x: float, below: str) -> str:
    """Say which half of a bent function a value falls into."""
    return translate("explain", "{number} > 0, so it stays", number=number(x)) if x > 0 else translate(
        "explain", "{number} ≤ 0, so {below}", number=number(x), below=below)


POINT_FUNCTIONS: Mapping[str, PointFunction] = {
    "ReLU": PointFunction(
        lambda x, _: np.maximum(x, 0), _says("max(0, x)"), lambda x, _: f"max(0, {number(x)})"),
    "ReLU6": PointFunction(
        lambda x, _: x.clip(0, 6), _says("min(max(0, x), 6)"), lambda x, _: f"min(max(0, {number(x)}), 6)"),
    "LeakyReLU": PointFunction(
        lambda x, s: _bent(x, s["negative_slope"]), lambda s: translate(
            "explain", "x for x > 0, else {negative_slope:g} · x", negative_slope=s['negative_slope']),
        lambda x, s: _linear_or(x, f"{s['negative_slope']:g} · {bracketed(x)}"), ("negative_slope",)),
    "PReLU": PointFunction(
        lambda x, s: _bent(x, s["slope"]), lambda s: translate(
            "explain", "x for x > 0, else {number} · x (a learned slope)", number=number(s['slope'])),
        lambda x, s: _linear_or(x, f"{bracketed(s['slope'])} · {bracketed(x)}")),
    "ELU": PointFunction(
        lambda x, s: _exponential(x, s["alpha"]), lambda s: translate(
            "explain", "x for x > 0, else {alpha:g} · (eˣ − 1)", alpha=s['alpha']),
        lambda x, s: _linear_or(x, f"{s['alpha']:g} · (e^{bracketed(x)} − 1)"), ("alpha",)),
    "SELU": PointFunction(
        lambda x, _: _SELU_SCALE * _exponential(x, _SELU_ALPHA),
        _says("1.0507 · x for x > 0, else 1.0507 · 1.6733 · (eˣ − 1)"),
        lambda x, _: f"1.0507 · {number(x)}" if x > 0 else f"1.0507 · 1.6733 · (e^{bracketed(x)} − 1)"),
    "GELU": PointFunction(_gelu, _gelu_formula, _gelu_text, ("tanh",)),
    "SiLU": PointFunction(
        lambda x, _: x * _sigmoid(x), _says("x · sigmoid(x) = x / (1 + e⁻ˣ)"),
        lambda x, _: f"{bracketed(x)} / (1 + e^{bracketed(-x)})"),
    "Hardswish": PointFunction(
        lambda x, _: x * _ramp(x), _says("x · min(max(0, x + 3), 6) / 6"),
        lambda x, _: translate(
            "explain", "{bracketed} · min(max(0, {number}), 6) / 6", bracketed=bracketed(x), number=number(x + 3))),
    "Hardsigmoid": PointFunction(
        lambda x, _: _ramp(x), _says("min(max(0, x + 3), 6) / 6"),
        lambda x, _: f"min(max(0, {number(x + 3)}), 6) / 6"),
    "Sigmoid": PointFunction(
        lambda x, _: _sigmoid(x), _says("1 / (1 + e⁻ˣ)"), lambda x, _: f"1 / (1 + e^{bracketed(-x)})"),
    "Tanh": PointFunction(
        lambda x, _: np.tanh(x), _says("(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)"), lambda x, _: f"tanh({number(x)})"),
}
"""Layer kind -> its function."""


def _settings(values: LayerValues, cell: Cell) -> Settings:
    """Return the numbers a function takes besides x, at this place."""
    kind, parameters = values.outline.kind, values.parameters
    if kind == "GELU":
        return {"tanh": float(parameters["approximate"] == "tanh")}
    if kind == "PReLU":
        slopes = values.weights["weight"]
        return {"slope": float(slopes[cell[0] if len(slopes) > 1 else 0])}
    return {name: float(parameters[name]) for name in POINT_FUNCTIONS[kind].settings}


def _activation(values: LayerValues, cell: Cell) -> CellWalk:
    function, settings = POINT_FUNCTIONS[values.outline.kind], _settings(values, cell)
    x = at(values.inputs[0], cell)
    result = float(function.rule(np.array([x], np.float64), settings)[0])
    lines = (function.formula(settings), f"{function.text(x, settings)} = {number(result)}")
    return CellWalk(cell, lines, result, at(values.output, cell), max(abs(x), abs(result)),
                    point_patch(0, cell, values.inputs[0]), curve=_curve(function, settings, x, result))


def _curve(function: PointFunction, settings: Settings, x: float, y: float) -> Curve | None:
    if not (math.isfinite(x) and math.isfinite(y)):
        return None
    reach = max(_LEAST_REACH, 1.25 * abs(x))
    xs = np.linspace(-reach, reach, _CURVE_POINTS)
    return Curve(xs, np.asarray(function.rule(xs, settings), dtype=np.float64), x, y)


def _batch_norm(values: LayerValues, cell: Cell) -> CellWalk:
    """(x − mean) / √(variance + ε) · γ + β with the running figures (Ioffe and Szegedy, 2015)."""
    mean, variance, gamma, beta = (float(values.weights[name][cell[0]]) for name in (
        "running_mean", "running_var", "weight", "bias"))
    x, eps = at(values.inputs[0], cell), float(values.parameters["eps"])
    return normalised(values, cell, x, (mean, variance, eps), (gamma, beta), translate(
        "explain", "mean and variance measured in training"))


def normalised(values: LayerValues, cell: Cell, x: float, figures: tuple[float, float, float],
               scale: tuple[float, float] | None, whose: str) -> CellWalk:
    """Tell one normalised value.

    Parameters
    ----------
    figures : mean, variance and ε
    scale : γ and β; None where the layer has none
    whose : what mean and variance were taken over
    """
    mean, variance, eps = figures
    deviation = math.sqrt(variance + eps)
    plain = (x - mean) / deviation
    gamma, beta = scale or (1.0, 0.0)
    result = plain * gamma + beta
    lines = [f"(x − mean) / √(variance + ε){' · γ + β' if scale else ''}; {whose}",
             f"({number(x)} − {bracketed(mean)}) / √({number(variance)} + {eps:g}) = {number(plain)}"]
    if scale:
        lines.append(f"{bracketed(plain)} · {bracketed(gamma)} (γ) + {bracketed(beta)} (β) = {number(result)}")
    size = (abs(x) + abs(mean)) / deviation * abs(gamma) + abs(beta)
    return CellWalk(cell, tuple(lines), result, at(values.output, cell), size, point_patch(0, cell, values.inputs[0]))


def _nothing(values: LayerValues, cell: Cell) -> CellWalk:
    x = at(values.inputs[0], cell)
    lines = (translate("explain", "does nothing when predicting; only in training are values set to 0 at random"),
             f"{number(x)} = {number(x)}")
    return CellWalk(cell, lines, x, at(values.output, cell), abs(x), point_patch(0, cell, values.inputs[0]))


def _input(values: LayerValues, cell: Cell) -> CellWalk:
    """(pixel / 255 − mean) / deviation, as in training."""
    pixel = at(values.inputs[0], cell)
    mean, deviation = (float(values.weights[name][cell[0]]) for name in ("mean", "std"))
    share = pixel / 255
    result = (share - mean) / deviation
    lines = (translate("explain", "(pixel / 255 − mean) / deviation, as in training"),
             f"{pixel:g} / 255 = {number(share)}",
             f"({number(share)} − {bracketed(mean)}) / {number(deviation)} = {number(result)}")
    size = (abs(share) + abs(mean)) / deviation
    return CellWalk(cell, lines, result, at(values.output, cell), size, point_patch(0, cell, values.inputs[0]))


POINT_WALKS: Mapping[str, WalkRule] = {
    **dict.fromkeys(POINT_FUNCTIONS, _activation), "BatchNorm2d": _batch_norm, "BatchNorm1d": _batch_norm,
    "Dropout": _nothing, "Dropout2d": _nothing, "Input": _input,
}

