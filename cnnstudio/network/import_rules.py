"""The steps of imported networks that are more than one layer, or less: flattening, joining, gates, borders."""

from collections.abc import Sequence
from math import prod
from typing import Any

from cnnstudio.errors import NetworkError
from cnnstudio.network.import_assembly import Assembly, Wire
from cnnstudio.network.kinds.merge import MAX_INPUTS
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.wording import translate


def pair(value: Any) -> tuple[int, int]:
    """Return a number or two of them as (rows, columns)."""
    sides = [value, value] if isinstance(value, int) else list(value)
    if len(sides) == 1:
        sides *= 2
    if len(sides) != 2:
        raise NetworkError(translate(
            "network", "is not made for images of height and width. Import a network for images."))
    return sides[0], sides[1]


BATCH = -2
"""Stands for the number of images in shapes that are read."""


def require(condition: object, setting: str) -> None:
    """Refuse a setting that no layer here has."""
    if not condition:
        raise NetworkError(translate(
            "network", "has {setting}, which no layer here has. Import a network without it.", setting=setting))


def flattened(assembly: Assembly, value: Any) -> Any:
    """Add a Flatten, unless a vector arrives."""
    return value if len(assembly.shape(value)) == 1 else assembly.layer("Flatten", [value])


def reshaped(assembly: Assembly, value: Any, wanted: Sequence[Any]) -> Any:
    """Add what a new shape (with the batch) needs: nothing, or a Flatten.

    A vector that becomes maps of one pixel stays a vector: as a factor of each channel it means the same.

    Raises
    ------
    NetworkError
        When it is another order of the values than flattening.
    """
    shape = assembly.shape(value)
    batch, *sides = wanted
    is_whole = sides == [prod(shape)] or (sides == [-1] and batch != -1)
    if len(shape) == 1 and len(sides) == 3 and sides[1:] == [1, 1]:
        sides = sides[:1]
    keeps = len(sides) == len(shape) and _fits(sides, shape) and not (batch == -1 and -1 in sides)
    require(batch in (BATCH, -1, 0, assembly.batch) and (is_whole or keeps),
            translate("network", "another order of the values than flattening"))
    return value if keeps else flattened(assembly, value)


def _fits(target: Sequence[Any], shape: Shape) -> bool:
    """Return whether a shape with at most one -1 in it is ``shape``."""
    return sum(side == -1 for side in target) <= 1 and all(
        side in (-1, own) for side, own in zip(target, shape, strict=True))


_GATES = {"Sigmoid": "SiLU", "Hardsigmoid": "Hardswish"}


def as_factor(assembly: Assembly, value: Any, new: Sequence[int]) -> Any:
    """Let a vector that gets directions behind its values stay a vector: as a factor of each channel it is the same."""
    require(len(assembly.shape(value)) == 1 and all(side in (2, 3, -1) for side in new), translate(
        "network", "a new direction"))
    return value


def multiplied(assembly: Assembly, first: Any, second: Any) -> Wire:
    """Add a product; x · sigmoid(x) is SiLU, and x · hardsigmoid(x) is Hardswish."""
    for value, gate in ((first, second), (second, first)):
        if isinstance(gate, Wire) and assembly.kind(gate) in _GATES and assembly.sources(gate) == (value,):
            return assembly.layer(_GATES[assembly.kind(gate)], [value])
    return assembly.layer("Multiply", _gated_last(assembly, first, second))


def _gated_last(assembly: Assembly, first: Any, second: Any) -> list[Any]:
    """Put the factor of each channel behind the feature maps."""
    swap = assembly.shape(first)[1:] == (1, 1) != assembly.shape(second)[1:]
    return [second, first] if swap else [first, second]


def concatenated(assembly: Assembly, wires: Sequence[Any]) -> Any:
    """Add a Concatenate of layers, in port order.

    What was joined before is joined once: in a dense block, where every layer takes all before it, each layer takes
    the layer before and one join. More inputs than a Concatenate has are joined in a row.
    """
    known = next((count for count in range(len(wires), 1, -1) if tuple(wires[:count]) in assembly.joined), 1)
    joined = assembly.joined[tuple(wires[:known])] if known > 1 else wires[0]
    while known < len(wires):
        following = wires[known:known + MAX_INPUTS - 1]
        joined = assembly.layer("Concatenate", [joined, *following])
        known += len(following)
        assembly.joined[tuple(wires[:known])] = joined
    return joined


def padded(assembly: Assembly, value: Any, edges: Sequence[int]) -> Any:
    """Add a ZeroPad2d for borders (left, right, top, bottom), unless all are 0."""
    left, right, top, bottom = edges
    require(min(edges) >= 0, translate("network", "a border that cuts pixels off"))
    if not any(edges):
        return value
    return assembly.layer("ZeroPad2d", [value], left=left, right=right, top=top, bottom=bottom)


def enlarged(assembly: Assembly, value: Any, size: Sequence[int], mode: str) -> Any:
    """Add an Upsample to ``size``, (rows, columns), which must be whole multiples; nothing when it is the size now."""
    _channels, *sides = assembly.shape(value)
    require(len(sides) == 2 and all(new % old == 0 for new, old in zip(size, sides, strict=True)),
            translate("network", "a new size that is no multiple of the old one"))
    factors = (size[0] // sides[0], size[1] // sides[1])
    return value if factors == (1, 1) else assembly.layer("Upsample", [value], scale_factor=factors, mode=mode)
