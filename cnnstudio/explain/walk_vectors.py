"""How one value comes out of many: dense layers, softmax, flattening, merges, and means over a whole image."""

from collections.abc import Mapping

import numpy as np

from cnnstudio.explain.walk_points import normalised
from cnnstudio.explain.walk_values import (
    Cell,
    CellWalk,
    Doubles,
    Floats,
    LayerValues,
    Patch,
    Table,
    WalkRule,
    at,
    bracketed,
    number,
    point_patch,
    signed_sum,
)
from cnnstudio.network.kinds.output import is_single_logit
from cnnstudio.wording import translate

_PLAIN_EXPONENT = 50.0
"""Up to this logit the exponentials are shown as they are; above, the largest logit is taken off first, as torch does.
"""


def _products(values: Floats, weights: Floats) -> Doubles:
    """Return rows of number (from 1), value, weight and product, the largest product first."""
    products = values.astype(np.float64) * weights.astype(np.float64)
    order = np.argsort(-np.abs(products), kind="stable")
    return np.column_stack([order + 1, values[order], weights[order], products[order]]).astype(np.float64)


def _across(source: Floats, cell: Cell) -> Doubles:
    """Return all channels at the place of ``cell``, or all of a vector."""
    return (source[:, cell[1], cell[2]] if len(cell) == 3 else source).astype(np.float64)


def _dense(values: LayerValues, cell: Cell) -> CellWalk:
    rows = _products(values.inputs[0], values.weights["weight"][cell[0]])
    bias = float(values.weights["bias"][cell[0]]) if "bias" in values.weights else None
    total = float(rows[:, 3].sum())
    result = total + (bias or 0.0)
    lines = [translate(
        "explain", "Σ value · weight over {count:,} values = {number}", count=len(rows), number=number(total))]
    if bias is not None:
        lines.append(f"{signed_sum([total, bias])} (bias) = {number(result)}")
    size = float(np.abs(rows[:, 3]).sum()) + abs(bias or 0.0)
    return CellWalk(cell, tuple(lines), result, at(values.output, cell), size,
                    table=Table(("value", "x", "weight", translate("explain", "x · weight")), rows, summed=3))


def _softmax(values: LayerValues, cell: Cell) -> CellWalk:
    """e^xᵢ / Σ e^xⱼ over a vector, or over the channels at one pixel."""
    exponents = _across(values.inputs[0], cell)
    largest = float(exponents.max())
    shift = largest if largest > _PLAIN_EXPONENT else 0.0
    powers = np.exp(exponents - shift)
    total = float(powers.sum())
    result = float(powers[cell[0]]) / total
    order = np.argsort(-exponents, kind="stable")
    titles = ("number", "x", f"e^(x − {number(shift)})" if shift else "eˣ", "share")
    rows = np.column_stack([order + 1, exponents[order], powers[order], powers[order] / total])
    own = translate(
        "explain", "the largest is taken off every x first, which changes no share") if shift else translate(
        "explain", "sum of all exponentials")
    lines = (translate("explain", "e^xᵢ / Σ e^xⱼ"), translate(
        "explain", "Σ of {count:,} exponentials = {number} ({own})", count=len(powers), number=number(total), own=own),
             f"{number(float(powers[cell[0]]))} / {number(total)} = {number(result)}")
    table = Table(titles, rows, summed=2, marked=cell[0] + 1, names_classes=len(cell) == 1)
    return CellWalk(cell, lines, result, at(values.output, cell), result, point_patch(0, cell, values.inputs[0]), table)


def _maxout(values: LayerValues, cell: Cell) -> CellWalk:
    pieces = values.parameters["pieces"]
    first = cell[0] * pieces
    rivals = _across(values.inputs[0], cell)[first:first + pieces]
    winner = int(np.argmax(rivals))
    result = float(rivals[winner])
    rows = np.column_stack([np.arange(first, first + pieces) + 1, rivals])
    lines = (translate("explain", "the largest of {pieces} neighbouring channels", pieces=pieces) if len(cell) == 3 else
             translate("explain", "the largest of {pieces} neighbouring values", pieces=pieces),
             translate(
                 "explain", "max({rival}{value}) = {number}, from number {first}",
                 rival=', '.join(number(float(value)) for value in rivals[:8]), value=', …' if pieces > 8 else '',
                 number=number(result), first=first + winner + 1))
    patches = tuple(_with_winner(point_patch(0, (first + piece, *cell[1:]), values.inputs[0]), is_it=piece == winner)
                    for piece in range(pieces)) if len(cell) == 3 else ()
    table = Table(("number", "x"), rows, marked=first + winner + 1)
    return CellWalk(cell, lines, result, at(values.output, cell), abs(result),
                    tuple(patch for group in patches for patch in group), table)


def _with_winner(patches: tuple[Patch, ...], *, is_it: bool) -> tuple[Patch, ...]:
    return tuple(Patch(patch.source, patch.channel, patch.rows, patch.columns, patch.values, patch.inside,
                       winner=(0, 0) if is_it else None) for patch in patches)


def _flatten(values: LayerValues, cell: Cell) -> CellWalk:
    """Find where value f was: (f / (h · w), f / w mod h, f mod w)."""
    source = values.inputs[0]
    if source.ndim == 1:
        return _copied(values, cell, cell, (translate("explain", "already a vector"),))
    place = tuple(int(part) for part in np.unravel_index(cell[0], source.shape))
    channel, row, column = place
    height, width = source.shape[1:]
    lines = (translate("explain", "channel · height · width + row · width + column, all counted from 0"),
             f"{channel} · {height} · {width} + {row} · {width} + {column} = {cell[0]}")
    return _copied(values, cell, place, lines)


def _copied(values: LayerValues, cell: Cell, place: Cell, lines: tuple[str, ...], source: int = 0) -> CellWalk:
    x = at(values.inputs[source], place)
    return CellWalk(cell, (*lines, f"= {number(x)}"), x, at(values.output, cell), abs(x),
                    point_patch(source, place, values.inputs[source]))


# merges

def _add(values: LayerValues, cell: Cell) -> CellWalk:
    parts = [at(source, cell) for source in values.inputs]
    result = sum(parts)
    patches = tuple(patch for port, source in enumerate(values.inputs) for patch in point_patch(port, cell, source))
    return CellWalk(cell, (translate(
        "explain", "the same place of every input, added"), f"{signed_sum(parts)} = {number(result)}"), result,
                    at(values.output, cell), sum(abs(part) for part in parts), patches)


def _multiply(values: LayerValues, cell: Cell) -> CellWalk:
    places = [_factor_place(source, cell) for source in values.inputs]
    parts = [at(source, place) for source, place in zip(values.inputs, places, strict=True)]
    result = float(np.prod(np.array(parts, np.float64)))
    patches = tuple(patch for port, (source, place) in enumerate(zip(values.inputs, places, strict=True))
                    for patch in point_patch(port, place, source))
    lines = (translate(
        "explain", "the same place of every input, multiplied; a vector has one factor for a whole channel"),
             f"{' · '.join(bracketed(part) for part in parts)} = {number(result)}")
    return CellWalk(cell, lines, result, at(values.output, cell), abs(result), patches)


def _factor_place(source: Floats, cell: Cell) -> Cell:
    """Return where in an input the factor stands: one for a whole channel where it has no places."""
    if source.ndim == 1:
        return (cell[0],)
    return cell if source.shape[1:] != (1, 1) else (cell[0], 0, 0)


def _concatenate(values: LayerValues, cell: Cell) -> CellWalk:
    counts = [len(source) for source in values.inputs]
    ends = np.cumsum(counts)
    port = int(np.searchsorted(ends, cell[0], side="right"))
    inner = cell[0] - int(ends[port]) + counts[port]
    told = " + ".join(str(count) for count in counts)
    if len(cell) == 3:
        lines = (translate("explain", "{counts} channels, one behind the other", counts=told),
                 translate("explain", "channel {cell} is channel {inner} of input {port}", cell=cell[0] + 1,
                           inner=inner + 1, port=port + 1))
    else:
        lines = (translate("explain", "{counts} values, one behind the other", counts=told),
                 translate("explain", "value {cell} is value {inner} of input {port}", cell=cell[0] + 1,
                           inner=inner + 1, port=port + 1))
    return _copied(values, cell, (inner, *cell[1:]), lines, port)


# means over the whole image

def _layer_norm(values: LayerValues, cell: Cell) -> CellWalk:
    source = values.inputs[0].astype(np.float64)
    figures = (float(source.mean()), float(source.var()), float(values.parameters["eps"]))
    scale = (at(values.weights["weight"], cell), at(values.weights["bias"], cell)) if values.weights else None
    return normalised(values, cell, at(values.inputs[0], cell), figures, scale,
                      translate("explain", "mean and variance of all {size:,} values of this image", size=source.size))


def _group_norm(values: LayerValues, cell: Cell) -> CellWalk:
    groups = values.parameters["num_groups"]
    each = len(values.inputs[0]) // groups
    first = cell[0] // each * each
    group = values.inputs[0][first:first + each].astype(np.float64)
    figures = (float(group.mean()), float(group.var()), float(values.parameters["eps"]))
    scale = (float(values.weights["weight"][cell[0]]), float(values.weights["bias"][cell[0]]))
    return normalised(values, cell, at(values.inputs[0], cell), figures, scale,
                      translate(
                          "explain", "mean and variance of {size:,} values, channels {first} to {other_first}",
                          size=group.size, first=first + 1, other_first=first + each))


def _squeeze_excitation(values: LayerValues, cell: Cell) -> CellWalk:
    """Weigh a map: x · sigmoid(W₂ · ReLU(W₁ · mean + b₁) + b₂) (Hu and others, 2018)."""
    weights = {name: value.astype(np.float64) for name, value in values.weights.items()}
    means = values.inputs[0].mean(axis=(1, 2), dtype=np.float64)
    few = np.maximum(weights["squeeze.weight"] @ means + weights["squeeze.bias"], 0)
    row, bias = weights["excite.weight"][cell[0]], float(weights["excite.bias"][cell[0]])
    before = float(row @ few) + bias
    gate = 1 / (1 + np.exp(-before))
    x = at(values.inputs[0], cell)
    result = x * float(gate)
    lines = (translate(
        "explain", "the means of {count:,} maps go through {few_count:,} hidden units (ReLU) to one gate a map",
        count=len(means), few_count=len(few)),
             translate(
                 "explain", "gate {cell}: Σ hidden · weight + bias = {signed_sum} = {number}", cell=cell[0] + 1,
                 signed_sum=signed_sum([before - bias, bias]), number=number(before)),
             f"sigmoid({number(before)}) = {number(float(gate))}",
             f"{bracketed(x)} · {number(float(gate))} = {number(result)}")
    table = Table((translate("explain", "hidden unit"), "x", "weight", translate("explain", "x · weight")), _products(
        few.astype(np.float32), row.astype(np.float32)), summed=3)
    # The rounding of the sum before the sigmoid (slope at most 1/4) reaches the result, too.
    size = abs(x) * (1 + float(np.abs(row) @ few) + abs(bias))
    return CellWalk(cell, lines, result, at(values.output, cell), size, point_patch(0, cell, values.inputs[0]), table)


def _output(values: LayerValues, cell: Cell) -> CellWalk:
    source = values.inputs[0]
    shape = (len(source),)
    if not is_single_logit((shape,), values.parameters):
        return _copied(values, cell, cell, (translate("explain", "the logit of this class, as it comes in"),))
    z = at(source, (0,))
    result = z / 2 if cell[0] else -z / 2
    sign = "" if cell[0] else "−"
    lines = (translate(
        "explain", "one number z for two classes: (−z/2, z/2)"), f"{sign}{bracketed(z)} / 2 = {number(result)}")
    return CellWalk(cell, lines, result, at(values.output, cell), abs(z))


VECTOR_WALKS: Mapping[str, WalkRule] = {
    "Linear": _dense, "Softmax": _softmax, "Maxout": _maxout, "Flatten": _flatten, "Add": _add, "Multiply": _multiply,
    "Concatenate": _concatenate, "LayerNorm": _layer_norm, "GroupNorm": _group_norm,
    "SqueezeExcitation": _squeeze_excitation, "Output": _output,
}
