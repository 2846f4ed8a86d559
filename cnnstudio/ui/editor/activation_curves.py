"""The curves of activation functions, from their formulas with the kinds' default parameters."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cnnstudio.network.registry import layer_kind

Function = Callable[[float], float]
_SELU_SCALE, _SELU_ALPHA = 1.0507009873554805, 1.6732632423543772


@dataclass(frozen=True, slots=True)
class Curve:
    """A function, the part of it that is shown, and what is dashed beside it.

    Attributes
    ----------
    reach : shown from −reach to reach
    low, high : lowest and highest value shown
    others : what it is made of, or might become
    """

    function: Function
    reach: float = 4.0
    low: float = -1.6
    high: float = 4.0
    others: tuple[Function, ...] = ()


def _leaky(slope: float) -> Function:
    return lambda x: x if x > 0 else slope * x


def _exponential(alpha: float) -> Function:
    return lambda x: x if x > 0 else alpha * math.expm1(x)


def _selu(x: float) -> float:
    return _SELU_SCALE * (x if x > 0 else _SELU_ALPHA * math.expm1(x))


def _gelu(x: float) -> float:
    return x * (1 + math.erf(x / math.sqrt(2))) / 2


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x))


def _ramp(x: float) -> float:
    return min(max(0.0, x + 3), 6.0) / 6


CURVES: Mapping[str, Curve] = {
    "ReLU": Curve(lambda x: max(0.0, x)),
    "ReLU6": Curve(lambda x: min(max(0.0, x), 6.0), 9, -1.5, 8),
    "LeakyReLU": Curve(_leaky(layer_kind("LeakyReLU").defaults()["negative_slope"])),
    "PReLU": Curve(_leaky(0.25), others=(_leaky(0.05), _leaky(0.4))),
    "ELU": Curve(_exponential(layer_kind("ELU").defaults()["alpha"])),
    "SELU": Curve(_selu, low=-2.2, others=(lambda x: x,)),
    "GELU": Curve(_gelu, 3, -0.6, 3),
    "SiLU": Curve(lambda x: x * _sigmoid(x), 6, -0.8, 4),
    "Hardswish": Curve(lambda x: x * _ramp(x), 6, -0.8, 4),
    "Hardsigmoid": Curve(_ramp, 7, -0.3, 1.3),
    "Sigmoid": Curve(_sigmoid, 7, -0.3, 1.3),
    "Tanh": Curve(math.tanh, 4, -1.3, 1.3),
    "Maxout": Curve(lambda x: max(-0.8 * x - 0.6, 0.9 * x), 4, -2.6, 3.6,
                    (lambda x: -0.8 * x - 0.6, lambda x: 0.9 * x)),
}
"""Layer kind -> its curve."""
