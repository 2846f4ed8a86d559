"""What a layer kind is: its parameters with limits, its rules and the words that explain it."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from cnnstudio.errors import NetworkError
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.wording import alternatives, translate

Shape = tuple[int, ...]
"""``(C, H, W)`` or ``(F,)``, without the batch."""

Matrix = tuple[tuple[float, ...], ...]
"""Rows of numbers, as many rows as columns."""

ParameterType = Literal["int", "float", "bool", "choice", "pair", "matrix"]
Family = Literal[
    "input", "backbone", "convolution", "pooling", "resizing", "activation", "normalisation", "dense", "merge",
    "output"]

ShapeRule = Callable[[Sequence[Shape], Mapping[str, Any]], Shape]
WeightRule = Callable[[Sequence[Shape], Mapping[str, Any]], int]
MultiplyAddRule = Callable[[Sequence[Shape], Shape, Mapping[str, Any]], int]
SummaryRule = Callable[[Mapping[str, Any]], str]
FormulaRule = Callable[[Sequence[Shape], Mapping[str, Any]], str]
WindowRule = Callable[[Sequence[Shape], Shape, Mapping[str, Any]], "Window"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One setting of a layer kind.

    Attributes
    ----------
    name : PyTorch's name for it, such as ``"kernel_size"``
    title : the form's label
    type : ``"pair"`` is rows and columns; a single int stands for both. ``"matrix"`` is a square of numbers
    default : a normalised value (pairs as tuples, matrices as tuples of rows)
    minimum, maximum : inclusive limits of numbers, of each half of a pair and of each number of a matrix
    choices : the allowed texts of a ``"choice"``
    help : one plain sentence or two
    sides : how many rows a matrix may have
    presets : titles and values a form offers
    """

    name: str
    title: str
    type: ParameterType
    default: Any
    minimum: float = 0
    maximum: float = 0
    choices: tuple[str, ...] = ()
    help: str = ""
    sides: tuple[int, ...] = ()
    presets: tuple[tuple[str, Any], ...] = ()

    def check(self, value: Any) -> Any:
        """Return ``value`` in its normal form: int, float, bool, str, ``(rows, columns)``, or a tuple of rows.

        Raises
        ------
        NetworkError
            Naming this parameter, what came, and what is allowed.
        """
        if self.type == "bool":
            return self._check_bool(value)
        if self.type == "choice":
            return self._check_choice(value)
        if self.type == "pair":
            return self._check_pair(value)
        if self.type == "matrix":
            return self._check_matrix(value)
        return self._check_number(value, float if self.type == "float" else int)

    def _check_bool(self, value: Any) -> bool:
        if isinstance(value, bool):
            return value
        raise NetworkError(translate(
            "network", "{name} must be true or false, not {value}.", name=self.name, value=quoted(value)))

    def _check_choice(self, value: Any) -> str:
        if isinstance(value, str) and value in self.choices:
            return value
        raise NetworkError(translate(
            "network", "{name} must be one of {choices}, not {value}.", name=self.name, choices=', '.join(self.choices),
            value=quoted(value)))

    def _check_pair(self, value: Any) -> tuple[int, int]:
        pair = (value, value) if isinstance(value, int) else value
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            raise NetworkError(
                translate(
                    "network", "{name} must be a whole number or two of them (rows, columns), not {value}.",
                    name=self.name, value=quoted(value)))
        return (self._check_number(pair[0], int), self._check_number(pair[1], int))

    def _check_matrix(self, value: Any) -> Matrix:
        rows = value if isinstance(value, (list, tuple)) else ()
        side = len(rows)
        if side not in self.sides or not all(isinstance(row, (list, tuple)) and len(row) == side for row in rows):
            sizes = alternatives([
                translate("network", "{count} rows of {count}", count=allowed) for allowed in self.sides])
            raise NetworkError(translate(
                "network", "{name} must be {sizes} numbers, not {value}.", name=self.name, sizes=sizes,
                value=quoted(value)))
        return tuple(tuple(self._check_number(number, float) for number in row) for row in rows)

    def _check_number(self, value: Any, wanted: Callable[[Any], int | float]) -> Any:
        right_type = isinstance(value, (int, float) if wanted is float else int) and not isinstance(value, bool)
        if not right_type or (isinstance(value, float) and not math.isfinite(value)):
            raise NetworkError(translate(
                "network", "{name} must be a number, not {value}.", name=self.name, value=quoted(value),
            ) if wanted is float else translate(
                "network", "{name} must be a whole number, not {value}.", name=self.name, value=quoted(value)))
        if not self.minimum <= value <= self.maximum:
            raise NetworkError(
                translate(
                    "network", "{name} must be between {minimum:g} and {maximum:,}, not {value}.", name=self.name,
                    minimum=self.minimum, maximum=self.maximum, value=quoted(value)))
        return wanted(value)


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of its input one output value sees.

    Attributes
    ----------
    size : rows and columns of the input that one output value sees
    step : rows and columns between the windows of neighbouring output values, below 1 when the output is larger
    """

    size: tuple[int, int] = (1, 1)
    step: tuple[Fraction | int, Fraction | int] = (1, 1)


def no_weights(_inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> int:
    """Return 0: the kind learns nothing."""
    return 0


def no_multiply_adds(_inputs: Sequence[Shape], _output: Shape, _parameters: Mapping[str, Any]) -> int:
    """Return 0: comparisons, additions and one-operand functions are not multiply-adds."""
    return 0


def one_to_one(_inputs: Sequence[Shape], _output: Shape, _parameters: Mapping[str, Any]) -> Window:
    """Return the window of a kind whose output values see the input value at the same place."""
    return Window()


def no_summary(_parameters: Mapping[str, Any]) -> str:
    """Return the empty text: there is nothing to set."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerKind:
    """One row of the catalogue of layers.

    Attributes
    ----------
    name : PyTorch's class name where there is one, such as ``"Conv2d"``; also the name of its icon
    title : what the palette shows
    family : decides colour and place in the palette
    parameters : what the user may set
    min_inputs, max_inputs : number of edges it takes
    shape : input shapes in port order and parameters -> output shape; raises `ShapeError`, whose text
        starts with a verb (``"expects 3 channels ..."``), so that the layer's name can be put before it
    weights : number of learned values; running statistics are not learned
    frozen : those of them that training leaves as they are
    multiply_adds : one image's multiplications with a following addition
    summary : the key numbers for the node, such as ``"32 × 3×3, stride 1"``
    formula : the rule with the user's numbers in it; empty while the input shape it needs is not known
    help : one paragraph in plain English
    window : what one output value sees, for the receptive field
    sees_all : whether each output value sees the whole input
    keeps_count : whether as many channels (or values of a vector) come out as go in, whatever the parameters
    is_linear : whether it is an affine function of its inputs when predicting, so that two of them in a row can do no
        more than one
    is_weighted : whether it multiplies its input with learned weights, summed over a window or over all values
    needs_batch : whether training takes a mean over the images of a batch
    is_random : whether training changes the values at random
    count_parameter : the parameter that says how many channels or values come out; empty where there is none
    """

    name: str
    title: str
    family: Family
    shape: ShapeRule
    formula: FormulaRule
    help: str
    parameters: tuple[Parameter, ...] = ()
    min_inputs: int = 1
    max_inputs: int = 1
    weights: WeightRule = no_weights
    frozen: WeightRule = no_weights
    multiply_adds: MultiplyAddRule = no_multiply_adds
    summary: SummaryRule = no_summary
    window: WindowRule = one_to_one
    sees_all: bool = False
    keeps_count: bool = False
    is_linear: bool = False
    is_weighted: bool = False
    needs_batch: bool = False
    is_random: bool = False
    count_parameter: str = ""

    @property
    def icon(self) -> str:
        """Name in the table of icons."""
        return self.name

    @property
    def has_output(self) -> bool:
        """Whether other layers may follow."""
        return self.family != "output"

    def learned(self, inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
        """Return how many of its weights change in training."""
        return self.weights(inputs, parameters) - self.frozen(inputs, parameters)

    def parameter(self, name: str) -> Parameter:
        """Return one parameter.

        Raises
        ------
        NetworkError
            When the kind has none of that name; the nearest one is offered.
        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        hint = did_you_mean(name, (parameter.name for parameter in self.parameters))
        raise NetworkError(translate(
            "network", "{name} has no parameter {other_name}.{hint}", name=self.name, other_name=quoted(name),
            hint=hint))

    def defaults(self) -> dict[str, Any]:
        """Return every parameter's default."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    def check_parameters(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return all parameters in normal form and in the kind's order; absent ones take their default.

        Raises
        ------
        NetworkError
            When one is unknown or outside its limits; the message names it.
        """
        for name in values:
            self.parameter(name)
        return {p.name: p.check(values.get(p.name, p.default)) for p in self.parameters}


def shape_text(shape: Shape) -> str:
    """Return a shape for people: ``"64 × 4 × 4"`` or ``"1,024 values"``."""
    return translate(
        "network", "{channels:,} values",
        channels=shape[0]) if len(shape) == 1 else " × ".join(str(side) for side in shape)


def pair_text(pair: Sequence[int]) -> str:
    """Return ``"3×3"`` for rows and columns."""
    return f"{pair[0]}×{pair[1]}"


def short_pair(pair: Sequence[int]) -> str:
    """Return ``"2"`` when both halves are equal, else ``"2×1"``."""
    return str(pair[0]) if pair[0] == pair[1] else pair_text(pair)
