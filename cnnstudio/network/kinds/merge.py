"""Merges: several inputs become one."""

from collections.abc import Mapping, Sequence
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.layer_kinds import LayerKind, Shape, shape_text
from cnnstudio.wording import translate

MAX_INPUTS = 8


def _add_shape(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    if any(shape != inputs[0] for shape in inputs):
        raise ShapeError(translate(
            "network", "expects inputs of the same shape and gets {all_shapes}.", all_shapes=_all_shapes(inputs)))
    return inputs[0]


def _add_formula(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> str:
    return " + ".join(f"x{_SUBSCRIPTS[number]}" for number in range(1, max(2, len(inputs)) + 1))


def _multiply_shape(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    whole = max(inputs, key=lambda shape: (len(shape), shape[1:]))
    if any(shape != whole and not is_channel_factor(shape, whole) for shape in inputs):
        raise ShapeError(
            translate(
                "network", "expects inputs of the same shape, or volumes and one value for each of their channels, "
                "and gets {all_shapes}.", all_shapes=_all_shapes(inputs)))
    return whole


def is_channel_factor(shape: Shape, whole: Shape) -> bool:
    """Tell whether ``shape`` is one value for each channel of the volume ``whole``: (C,) or (C, 1, 1)."""
    return len(whole) == 3 and shape in ((whole[0],), (whole[0], 1, 1))


def _multiply_formula(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> str:
    return " · ".join(f"x{_SUBSCRIPTS[number]}" for number in range(1, max(2, len(inputs)) + 1))


def _concatenate_shape(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    if any(shape[1:] != inputs[0][1:] for shape in inputs):
        raise ShapeError(translate(
            "network", "expects inputs of the same height and width and gets {all_shapes}.",
            all_shapes=_all_shapes(inputs)))
    return (sum(shape[0] for shape in inputs), *inputs[0][1:])


def _concatenate_formula(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> str:
    if not inputs:
        return ""
    noun = translate("network", "channels") if len(inputs[0]) == 3 else translate("network", "values")
    return f"{' + '.join(str(shape[0]) for shape in inputs)} = {sum(shape[0] for shape in inputs):,} {noun}"


def _all_shapes(inputs: Sequence[Shape]) -> str:
    return translate("network", " and ").join(shape_text(shape) for shape in inputs)


_SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈"

KINDS = (
    LayerKind(
        name="Add", title="Add", family="merge", min_inputs=2, max_inputs=MAX_INPUTS,
        shape=_add_shape, formula=_add_formula, keeps_count=True, is_linear=True,
        help="Adds its inputs value by value; all must have the same shape. With a shortcut around a few layers "
             "it makes a residual block: the layers learn only what to change, and gradients reach the "
             "front of a deep network (He and others, 2015)."),
    LayerKind(
        name="Multiply", title="Multiply", family="merge", min_inputs=2, max_inputs=MAX_INPUTS,
        shape=_multiply_shape, formula=_multiply_formula, keeps_count=True,
        help="Multiplies its inputs value by value. They have the same shape, or one is a volume and another a vector "
             "with one value for each of its channels, which then scales that whole channel. With a sigmoid before "
             "one input it is a gate that lets through what matters; squeeze and excitation is built this way."),
    LayerKind(
        name="Concatenate", title="Concatenate", family="merge", min_inputs=2, max_inputs=MAX_INPUTS,
        shape=_concatenate_shape, formula=_concatenate_formula, is_linear=True,
        help="Puts the channels of its inputs one behind the other; height and width must be equal, channels are "
             "added up. It joins branches that looked at the image in different ways, or in a U-Net brings early, "
             "fine feature maps back."),
)
