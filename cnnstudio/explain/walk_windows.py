"""How one value comes out of a window: convolutions of every kind, pooling, and layers that move pixels."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from cnnstudio.explain.walk_values import (
    Cell,
    CellWalk,
    Doubles,
    Floats,
    LayerValues,
    Numbers,
    Patch,
    Table,
    WalkRule,
    at,
    number,
    signed_sum,
    window,
    windows,
)
from cnnstudio.network.kinds.resizing import crop_corner
from cnnstudio.network.kinds.windows import spread_kernel
from cnnstudio.wording import counted, translate

_TOLD_ONE_BY_ONE = 4
"""Up to so many channels, each one's sum is told in the line."""


# convolutions

def _convolution(values: LayerValues, cell: Cell) -> CellWalk:
    parameters = values.parameters
    groups = parameters.get("groups", 1)
    return _convolved(values, cell, values.weights["weight"], groups, _conv_padding(parameters))


def _depthwise(values: LayerValues, cell: Cell) -> CellWalk:
    return _convolved(values, cell, values.weights["weight"], len(values.inputs[0]), _conv_padding(values.parameters))


def _fixed_kernel(values: LayerValues, cell: Cell) -> CellWalk:
    kernel = values.weights["kernel"][0, 0]
    weight = np.broadcast_to(kernel, (len(values.inputs[0]), 1, *kernel.shape))
    padding = kernel.shape[0] // 2 if values.parameters["same"] else 0
    return _convolved(values, cell, weight, len(values.inputs[0]), (padding, padding))


def _conv_padding(parameters: Mapping[str, Any]) -> tuple[int, int]:
    """Return rows above and columns to the left; torch puts the odd one of ``same`` at the far side."""
    if not parameters["same"]:
        return parameters["padding"][0], parameters["padding"][1]
    spans = spread_kernel(parameters)
    return (spans[0] - 1) // 2, (spans[1] - 1) // 2


def _convolved(values: LayerValues, cell: Cell, weight: Floats, groups: int, padding: tuple[int, int]) -> CellWalk:
    """Take a convolution apart; ``weight`` is (C_out, C_in / groups, kh, kw)."""
    channel, row, column = cell
    seen = weight.shape[1]
    first = channel // (weight.shape[0] // groups) * seen
    rows, columns = (_places(place, axis, weight.shape[2 + axis], values.parameters, padding)
                     for axis, place in enumerate((row, column)))
    return _summed(values, cell, first, (rows, columns), weight[channel])


def _places(place: int, axis: int, size: int, parameters: Mapping[str, Any], padding: tuple[int, int]) -> Numbers:
    stride, gap = parameters.get("stride", (1, 1))[axis], parameters.get("dilation", (1, 1))[axis]
    return np.asarray(np.arange(size) * gap + place * stride - padding[axis])


def _transposed(values: LayerValues, cell: Cell) -> CellWalk:
    """Take a transposed convolution apart: weights are (C_in, C_out / groups, kh, kw).

    Output pixel p takes kernel value k from input pixel (p + padding − dilation · k) / stride, where that is whole.
    """
    channel, row, column = cell
    weight, source, groups = values.weights["weight"], values.inputs[0], values.parameters["groups"]
    out_of_group, seen = channel % weight.shape[1], len(source) // groups
    first = channel // weight.shape[1] * seen
    rows, kernel_rows = _meeting(row, 0, weight.shape[2], source.shape[1], values.parameters)
    columns, kernel_columns = _meeting(column, 1, weight.shape[3], source.shape[2], values.parameters)
    met = (translate(
        "explain", "{count} × {columns_count} pixels of each map reach this place with their kernels' rows {listed} "
        "and columns {other_listed}", count=len(rows), columns_count=len(columns), listed=_listed(kernel_rows),
        other_listed=_listed(kernel_columns)) if len(rows) and len(columns)
           else translate("explain", "no pixel's kernel reaches this place"))
    used = weight[first:first + seen, out_of_group][:, kernel_rows[:, None], kernel_columns]
    return _summed(values, cell, first, (rows, columns), used, note=met)


def _meeting(place: int, axis: int, size: int, length: int, parameters: Mapping[str, Any]) -> tuple[Numbers, Numbers]:
    """Return the input places that meet an output place, ascending, and the kernel's place each meets it with."""
    stride, padding, gap = (parameters[name][axis] for name in ("stride", "padding", "dilation"))
    reach = place + padding - gap * np.arange(size)
    kernel = np.flatnonzero((reach % stride == 0) & (reach >= 0) & (reach < length * stride))[::-1]
    return reach[kernel] // stride, kernel


def _listed(numbers: Numbers) -> str:
    return ", ".join(str(value + 1) for value in numbers)


def _summed(values: LayerValues, cell: Cell, first: int, places: tuple[Numbers, Numbers], weights: Floats,
            note: str = "") -> CellWalk:
    """Add products and bias.

    Parameters
    ----------
    first : the first channel that is seen; the others follow it
    places : rows and columns of the window
    weights : (channels, r, c)
    """
    seen = slice(first, first + len(weights))
    taken, inside = windows(values.inputs[0][seen], *places)
    patches = tuple(Patch(0, first + offset, *places, taken[offset], inside, weights[offset])
                    for offset in range(len(weights))) if inside.size else ()
    products = taken.astype(np.float64) * weights.astype(np.float64)
    totals = products.sum(axis=(1, 2))
    bias = float(values.weights["bias"][cell[0]]) if "bias" in values.weights else None
    result = float(totals.sum()) + (bias or 0.0)
    lines = (*((note,) if note else ()), *_sum_lines(totals, inside.size, bias, result))
    size = float(np.abs(products).sum()) + abs(bias or 0.0)
    return CellWalk(cell, lines, result, at(values.output, cell), size, patches, _channel_table(first, totals))


def _sum_lines(totals: Doubles, count: int, bias: float | None, result: float) -> tuple[str, ...]:
    total = float(totals.sum())
    if len(totals) == 1:
        first = counted(count, translate(
            "explain", "Σ value · weight over 1 value = {number}", number=number(total)), translate(
            "explain", "Σ value · weight over {values:,} values = {number}", values=count, number=number(total)))
    elif len(totals) <= _TOLD_ONE_BY_ONE:
        first = translate(
            "explain", "Σ over {count} channels: {signed_sum} = {number}", count=len(totals),
            signed_sum=signed_sum(totals.tolist()), number=number(total))
    else:
        first = counted(count, translate(
            "explain", "Σ over {channels:,} channels of 1 product each = {number}", channels=len(totals),
            number=number(total)), translate(
            "explain", "Σ over {channels:,} channels of {products:,} products each = {number}", channels=len(totals),
            products=count, number=number(total)))
    return (first,) if bias is None else (first, f"{signed_sum([total, bias])} (bias) = {number(result)}")


def _channel_table(first: int, totals: Doubles) -> Table | None:
    """List the sums of many channels, the largest first."""
    if len(totals) <= _TOLD_ONE_BY_ONE:
        return None
    order = np.argsort(-np.abs(totals), kind="stable")
    return Table(("channel", "Σ x · w"), np.column_stack([order + first + 1, totals[order]]), summed=1)


# pooling

def _max_pool(values: LayerValues, cell: Cell) -> CellWalk:
    return _largest(values, cell, *_pool_places(values, cell))


def _average_pool(values: LayerValues, cell: Cell) -> CellWalk:
    """Divide by the number of places in the padded map, as torch does (count_include_pad)."""
    rows, columns = _pool_places(values, cell)
    padding = values.parameters["padding"]
    height, width = values.inputs[0].shape[1:]
    return _mean(values, cell, rows[rows < height + padding[0]], columns[columns < width + padding[1]])


def _pool_places(values: LayerValues, cell: Cell) -> tuple[Numbers, Numbers]:
    parameters = values.parameters
    rows, columns = (_places(cell[1 + axis], axis, parameters["kernel_size"][axis], parameters, parameters["padding"])
                     for axis in (0, 1))
    return rows, columns


def _adaptive_places(values: LayerValues, cell: Cell) -> tuple[Numbers, Numbers]:
    """Return the window [floor(i·n/m), ceil((i+1)·n/m)) along each axis (torch.nn.AdaptiveAvgPool2d)."""
    found = [np.arange(place * before // after, -(-(place + 1) * before // after)) for place, before, after in zip(
        cell[1:], values.inputs[0].shape[1:], values.output.shape[1:], strict=True)]
    return found[0], found[1]


def _adaptive_average(values: LayerValues, cell: Cell) -> CellWalk:
    return _mean(values, cell, *_adaptive_places(values, cell))


def _adaptive_max(values: LayerValues, cell: Cell) -> CellWalk:
    return _largest(values, cell, *_adaptive_places(values, cell))


def _whole(values: LayerValues) -> tuple[Numbers, Numbers]:
    return np.arange(values.inputs[0].shape[1]), np.arange(values.inputs[0].shape[2])


def _global_average(values: LayerValues, cell: Cell) -> CellWalk:
    return _mean(values, cell, *_whole(values))


def _global_max(values: LayerValues, cell: Cell) -> CellWalk:
    return _largest(values, cell, *_whole(values))


def _mean(values: LayerValues, cell: Cell, rows: Numbers, columns: Numbers) -> CellWalk:
    taken, inside = window(values.inputs[0], cell[0], rows, columns)
    patch = Patch(0, cell[0], rows, columns, taken, inside)
    count = taken.size
    result = patch.total / count
    padded = "" if inside.all() else translate(
        "explain", ", {count} of them zeros that were added", count=count - np.count_nonzero(inside))
    lines = (translate(
        "explain", "mean of {count:,} values{padded}", count=count,
        padded=padded), f"{number(patch.total)} / {count:,} = {number(result)}")
    size = float(np.abs(taken).sum(dtype=np.float64)) / count
    return CellWalk(cell, lines, result, at(values.output, cell), size, (patch,))


def _largest(values: LayerValues, cell: Cell, rows: Numbers, columns: Numbers) -> CellWalk:
    taken, inside = window(values.inputs[0], cell[0], rows, columns)
    seen = np.where(inside, taken, -np.inf)
    row, column = divmod(int(np.argmax(seen)), taken.shape[1])
    result = float(seen[row, column])
    patch = Patch(0, cell[0], rows, columns, taken, inside, winner=(row, column))
    count = int(np.count_nonzero(inside))
    padded = "" if inside.all() else translate("explain", "; places beyond the border never win")
    lines = (translate(
        "explain", "found in row {row}, column {column} of the map that comes in{padded}", row=rows[row] + 1,
        column=columns[column] + 1, padded=padded),
             translate("explain", "the largest of {count:,} values = {number}", count=count, number=number(result)))
    return CellWalk(cell, lines, result, at(values.output, cell), abs(result), (patch,))


# moving pixels

def _upsample(values: LayerValues, cell: Cell) -> CellWalk:
    channel, *place = cell
    is_blended = values.parameters["mode"] == "bilinear"
    axes = [(_blended if is_blended else _nearest)(place[axis], values.parameters["scale_factor"][axis],
                                                    values.inputs[0].shape[1 + axis]) for axis in (0, 1)]
    (rows, row_shares), (columns, column_shares) = axes
    taken, inside = window(values.inputs[0], channel, rows, columns)
    weights = np.outer(row_shares, column_shares).astype(np.float32)
    patch = Patch(0, channel, rows, columns, taken, inside, weights if is_blended else None)
    where = translate("explain", "row {row}, column {column}", row=rows[0] + 1, column=columns[0] + 1)
    lines = ((translate("explain", "blend of {size} neighbours, weighed by nearness", size=taken.size),
              translate("explain", "Σ value · share = {number}", number=number(patch.total))) if is_blended
             else (translate("explain", "copy of {where}", where=where), f"= {number(patch.total)}"))
    size = float(np.abs(taken).sum(dtype=np.float64))
    return CellWalk(cell, lines, patch.total, at(values.output, cell), size, (patch,))


def _nearest(place: int, factor: int, _length: int) -> tuple[Numbers, Floats]:
    return np.array([place // factor]), np.ones(1, np.float32)


def _blended(place: int, factor: int, length: int) -> tuple[Numbers, Floats]:
    """Return the neighbours of (i + 0.5) / factor − 0.5 and their shares (torch, align_corners off)."""
    exact = max(0.0, (place + 0.5) / factor - 0.5)
    first = min(int(exact), length - 1)
    second, share = min(first + 1, length - 1), exact - first
    if second == first or share == 0:
        return np.array([first]), np.ones(1, np.float32)
    return np.array([first, second]), np.array([1 - share, share], np.float32)


def _zero_pad(values: LayerValues, cell: Cell) -> CellWalk:
    return _moved(values, cell, -values.parameters["top"], -values.parameters["left"])


def _crop(values: LayerValues, cell: Cell) -> CellWalk:
    channels, height, width = values.inputs[0].shape
    return _moved(values, cell, *crop_corner((channels, height, width), values.parameters))


def _moved(values: LayerValues, cell: Cell, down: int, right: int) -> CellWalk:
    channel, row, column = cell
    rows, columns = np.array([row + down]), np.array([column + right])
    taken, inside = window(values.inputs[0], channel, rows, columns)
    patch = Patch(0, channel, rows, columns, taken, inside)
    line = (translate(
        "explain", "copy of row {row}, column {column}", row=rows[0] + 1, column=columns[0] + 1) if inside.all()
            else translate("explain", "a zero that was added: this place lies beyond the border of the map"))
    return CellWalk(cell, (line, f"= {number(patch.total)}"), patch.total, at(values.output, cell), abs(patch.total),
                    (patch,))


WINDOW_WALKS: Mapping[str, WalkRule] = {
    "Conv2d": _convolution, "DepthwiseConv2d": _depthwise, "FixedKernel": _fixed_kernel,
    "ConvTranspose2d": _transposed, "MaxPool2d": _max_pool, "AvgPool2d": _average_pool,
    "AdaptiveAvgPool2d": _adaptive_average, "AdaptiveMaxPool2d": _adaptive_max,
    "GlobalAvgPool2d": _global_average, "GlobalMaxPool2d": _global_max, "Upsample": _upsample,
    "ZeroPad2d": _zero_pad, "Crop2d": _crop,
}
