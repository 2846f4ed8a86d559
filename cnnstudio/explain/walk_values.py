"""The values a step by step calculation is told in: what a layer took, what one place takes of it, and every number."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cnnstudio.network.layer_kinds import Shape

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]
Cell = tuple[int, ...]
"""One value of a layer's output: (channel, row, column) of a volume, (number,) of a vector; counted from 0."""

AGREEMENT = 1e-5
"""How far torch's float32 and our float64 may lie apart, as a share of the sum of the sizes of all that is added.

Rounding of one float32 sum is at most 6e-8 of that an addition and grows like the root of their number; measured over
random layers it stays below 2e-6.
"""
_LEAST = 1.2e-38
"""Numbers below float32's least normal one have fewer digits."""


@dataclass(frozen=True, slots=True)
class LayerOutline:
    """A layer as the strip of layers shows it.

    Attributes
    ----------
    id : node id in the graph with its repeated blocks written out
    shape : of its output, without the batch
    sources : ids that feed it, in port order
    """

    id: str
    name: str
    kind: str
    parameters: Mapping[str, Any]
    shape: Shape
    input_shapes: tuple[Shape, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class LayerValues:
    """What one layer took and what torch made of it, for one image.

    Attributes
    ----------
    inputs : (C, h, w) or (F,) each, in port order; of the Input the pixels 0 ... 255
    output : what torch gave
    weights : learned and measured numbers by torch's name, such as ``"weight"``, ``"running_mean"``
    """

    outline: LayerOutline
    inputs: tuple[Floats, ...]
    output: Floats
    weights: Mapping[str, Floats]

    @property
    def parameters(self) -> Mapping[str, Any]:
        """The settings of the layer."""
        return self.outline.parameters


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """What one output value takes from one channel of one input.

    Attributes
    ----------
    source, channel : which input and which of its channels
    rows, columns : places in that channel, also those beyond its border
    values : (r, c) the values there; 0 beyond the border
    inside : (r, c) False where the place lies beyond the border
    weights : (r, c) what each is multiplied with; None where nothing is multiplied
    winner : row and column in ``values`` of the one that counts, in a maximum
    """

    source: int
    channel: int
    rows: Numbers
    columns: Numbers
    values: Floats
    inside: Flags
    weights: Floats | None = None
    winner: tuple[int, int] | None = None

    @property
    def products(self) -> Doubles | None:
        """(r, c) float64; None where nothing is multiplied."""
        if self.weights is None:
            return None
        return self.values.astype(np.float64) * self.weights.astype(np.float64)

    @property
    def total(self) -> float:
        """The sum of the products, or of the values where nothing is multiplied."""
        products = self.products
        return float((self.values.astype(np.float64) if products is None else products).sum())


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Many numbers that are added or compared, the most important first.

    Attributes
    ----------
    titles : of the columns; the first column holds whole numbers that name the row
    rows : (n, columns) float64
    summed : number of the column whose sum counts; None where nothing is added
    marked : the name (first column) of the row that is looked at; None without
    names_classes : whether the rows are the classes of the network
    """

    titles: tuple[str, ...]
    rows: Doubles
    summed: int | None = None
    marked: int | None = None
    names_classes: bool = False

    def rest(self, shown: int) -> tuple[int, float]:
        """Return how many rows come after the first ``shown``, and the sum of theirs."""
        if self.summed is None or shown >= len(self.rows):
            return max(0, len(self.rows) - shown), 0.0
        return len(self.rows) - shown, float(self.rows[shown:, self.summed].sum())


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A function of one number and the point that is looked at.

    Attributes
    ----------
    xs, ys : (n,) float64
    """

    xs: Doubles
    ys: Doubles
    x: float
    y: float


@dataclass(frozen=True, slots=True, eq=False)
class CellWalk:
    """How one output value of one layer comes about, number by number.

    Attributes
    ----------
    lines : the formula, then the same with the numbers in it; each line may be shown by itself
    result : what the lines come to, in float64
    given : what torch gave, in float32
    size : the sum of the sizes of all that was added: rounding is measured against it
    patches : where the values come from; of a convolution one for each channel its kernel sees
    table, curve : the sum of a dense layer, the function of an activation
    reason : why the value is not taken apart; empty where it is
    """

    cell: Cell
    lines: tuple[str, ...]
    result: float
    given: float
    size: float
    patches: tuple[Patch, ...] = ()
    table: Table | None = None
    curve: Curve | None = None
    reason: str = ""

    @property
    def agrees(self) -> bool:
        """Whether torch gave the same, within the rounding of float32."""
        if not np.isfinite(self.given) or not np.isfinite(self.result):
            return self.given == self.result or bool(np.isnan(self.given) and np.isnan(self.result))
        return abs(self.result - self.given) <= AGREEMENT * max(self.size, abs(self.given)) + _LEAST


WalkRule = Callable[[LayerValues, Cell], CellWalk]


def number(value: float) -> str:
    """Return a number as it is shown: four digits that count, with a real minus sign."""
    text = f"{value:.4g}"
    return ("0" if float(text) == 0 else text).replace("-", "−")


def signed_sum(values: list[float]) -> str:
    """Return ``0.3 + 0.25 − 0.1``."""
    first, *others = values
    return number(first) + "".join(f" {'−' if value < 0 else '+'} {number(abs(value))}" for value in others)


def bracketed(value: float) -> str:
    """Return a number as a factor or argument: negative ones in brackets."""
    return f"({number(value)})" if value < 0 else number(value)


def window(source: Floats, channel: int, rows: Numbers, columns: Numbers) -> tuple[Floats, Flags]:
    """Return the values (r, c) of (C, h, w) at ``rows`` and ``columns``, 0 beyond the border, and which lie inside."""
    taken, inside = windows(source[channel:channel + 1], rows, columns)
    return taken[0], inside


def windows(source: Floats, rows: Numbers, columns: Numbers) -> tuple[Floats, Flags]:
    """Return the same window (C, r, c) of every channel of (C, h, w), and what of it lies inside (r, c)."""
    height, width = source.shape[1:]
    inside = ((rows >= 0) & (rows < height))[:, None] & ((columns >= 0) & (columns < width))
    taken = source[:, rows.clip(0, height - 1)[:, None], columns.clip(0, width - 1)]
    return np.where(inside, taken, np.float32(0)), inside


def at(values: Floats, cell: Cell) -> float:
    """Return one value as a Python float."""
    return float(values[cell])


def point_patch(source: int, cell: Cell, values: Floats) -> tuple[Patch, ...]:
    """Return the patch of one value of a volume; nothing for a vector, which has no places."""
    if len(cell) != 3:
        return ()
    channel, row, column = cell
    rows, columns = np.array([row]), np.array([column])
    taken, inside = window(values, channel, rows, columns)
    return (Patch(source, channel, rows, columns, taken, inside),)
