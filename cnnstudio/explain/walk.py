"""Takes any one value of any layer apart into the numbers it is made of, and carries a place from layer to layer."""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from cnnstudio.errors import InputError
from cnnstudio.explain.walk_points import POINT_WALKS
from cnnstudio.explain.walk_values import Cell, CellWalk, LayerOutline, LayerValues, WalkRule, at, number
from cnnstudio.explain.walk_vectors import VECTOR_WALKS
from cnnstudio.explain.walk_windows import WINDOW_WALKS
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.wording import translate

WALKS: Mapping[str, WalkRule] = MappingProxyType({**WINDOW_WALKS, **POINT_WALKS, **VECTOR_WALKS})
"""Layer kind -> how one of its values is taken apart."""

WITHOUT_WALK: Mapping[str, str] = MappingProxyType({
    "Backbone": "A pretrained network is one layer here: what happens between its many layers is not taken apart. You "
                "see what goes in and what comes out.",
})
"""Layer kind -> why its values are not taken apart."""


def walk(values: LayerValues, cell: Cell) -> CellWalk:
    """Take one output value apart.

    Raises
    ------
    InputError
        When the layer has no such value.
    """
    shape = values.output.shape
    if len(cell) != len(shape) or any(not 0 <= place < side for place, side in zip(cell, shape, strict=True)):
        raise InputError(translate(
            "explain", "{outline} gives {map} values; there is none at {cell}.", outline=values.outline.name,
            map=' × '.join(map(str, shape)), cell=cell))
    rule = WALKS.get(values.outline.kind)
    return _not_taken_apart(values, cell) if rule is None else rule(values, cell)


def _not_taken_apart(values: LayerValues, cell: Cell) -> CellWalk:
    given = at(values.output, cell)
    reason = translate("explain", WITHOUT_WALK[values.outline.kind])
    return CellWalk(cell, (f"= {number(given)}",), given, given, abs(given), reason=reason)


def first_cell(shape: Shape) -> Cell:
    """Return where a walk begins: the first value."""
    return (0,) * len(shape)


def next_cell(cell: Cell, shape: Shape, steps: int = 1) -> Cell | None:
    """Return the place ``steps`` further in reading order of the same channel; None beyond its first or last value.

    In a vector it is the next value.
    """
    if len(shape) == 1:
        return (cell[0] + steps,) if 0 <= cell[0] + steps < shape[0] else None
    index = cell[1] * shape[2] + cell[2] + steps
    if not 0 <= index < shape[1] * shape[2]:
        return None
    return (cell[0], *divmod(index, shape[2]))


def carried_on(cell: Cell, before: Shape, after: LayerOutline, port: int = 0) -> Cell:
    """Return the place of a layer that the value at ``cell`` of what feeds it has most to do with.

    Parameters
    ----------
    before : shape of the layer that feeds it
    port : by which of its inputs it does
    """
    shape = after.shape
    if after.kind == "Flatten" and len(before) == 3:
        return (int(np.ravel_multi_index(cell, before)),)
    if after.kind == "Concatenate":
        channel = cell[0] + sum(inputs[0] for inputs in after.input_shapes[:port])
    elif after.kind == "Maxout":
        channel = cell[0] // after.parameters["pieces"]
    else:
        channel = cell[0] if shape[0] == before[0] else 0
    channel = min(channel, shape[0] - 1)
    if len(shape) == 1:
        return (channel,)
    row, column = (_scaled(cell[1 + axis], before[1 + axis], shape[1 + axis]) if len(before) == 3 else shape[1 + axis]
                   // 2 for axis in (0, 1))
    return (channel, row, column)


def _scaled(place: int, length: int, wanted: int) -> int:
    return min(wanted - 1, int((place + 0.5) * wanted / length))


def carried_back(found: CellWalk, before: Shape, channel: int, port: int = 0) -> Cell:
    """Return the place, in what feeds a layer, that a value was made from: the winner or the middle of its window.

    Parameters
    ----------
    before : shape of the layer that feeds it by ``port``
    channel : of what comes in, where the value takes several
    """
    patches = [patch for patch in found.patches if patch.source == port]
    if len(before) == 1 or not patches:
        return _without_place(found, before)
    patch = next((patch for patch in patches if patch.channel == channel), patches[0])
    middle = patch.winner or (len(patch.rows) // 2, len(patch.columns) // 2)
    row, column = int(patch.rows[middle[0]]), int(patch.columns[middle[1]])
    return (patch.channel, min(max(row, 0), before[1] - 1), min(max(column, 0), before[2] - 1))


def _without_place(found: CellWalk, before: Shape) -> Cell:
    """Return the strongest term of a sum, the same number, or the middle of the first map."""
    if found.table is not None and len(before) == 1 and found.table.summed == 3:
        return (min(int(found.table.rows[0, 0]) - 1, before[0] - 1),)
    if len(before) == 1:
        return (found.cell[0] if found.cell[0] < before[0] else 0,)
    return (min(found.cell[0], before[0] - 1), before[1] // 2, before[2] // 2)
