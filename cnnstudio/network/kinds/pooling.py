"""Pooling: making feature maps smaller."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.kinds.windows import (
    both_axes,
    image_shape,
    kernel_window,
    size_formula,
    window_summary,
    windowed_size,
)
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, Window, pair_text, short_pair
from cnnstudio.wording import translate

_WINDOW_PARAMETERS = (
    Parameter("kernel_size", "Window size", "pair", (2, 2), 1, 256, help="Rows and columns of the window."),
    Parameter("stride", "Stride", "pair", (2, 2), 1, 64,
              help="How many pixels the window moves at a time; usually the window's size."),
    Parameter("padding", "Padding", "pair", (0, 0), 0, 128,
              help="Rings around the image, at most half the window."),
    Parameter("ceil_mode", "Keep the rest", "bool", False,
              help="Also use the last pixels when they do not fill a whole window."),
)
_SIZE_RULE = "Output size: (input − window + 2·padding) / stride + 1, rounded down."


def _pool_shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    channels = image_shape(inputs)[0]
    kernel, padding = parameters["kernel_size"], parameters["padding"]
    if padding[0] > kernel[0] // 2 or padding[1] > kernel[1] // 2:
        raise ShapeError(
            translate(
                "network", "can pad by at most half its window, {kernel} × {other_kernel}, and is set to {short_pair}.",
                kernel=kernel[0] // 2, other_kernel=kernel[1] // 2, short_pair=short_pair(padding)))
    return (channels, *windowed_size(inputs, parameters))


def _adaptive_shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    return (image_shape(inputs)[0], *parameters["output_size"])


def _adaptive_window(inputs: Sequence[Shape], output: Shape, _parameters: Mapping[str, Any]) -> Window:
    """Return the largest window and the mean step of windows [floor(i·n/m), ceil((i+1)·n/m))."""
    sizes = [max(-(-(i + 1) * before // after) - i * before // after for i in range(after))
             for before, after in zip(inputs[0][1:], output[1:], strict=True)]
    return Window((sizes[0], sizes[1]), (Fraction(inputs[0][1], output[1]), Fraction(inputs[0][2], output[2])))


def _adaptive_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    if not inputs or len(inputs[0]) != 3:
        return ""
    return both_axes([f"{inputs[0][1 + axis]} → {parameters['output_size'][axis]}" for axis in (0, 1)])


def _global_shape(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> Shape:
    return (image_shape(inputs)[0],)


def _global_formula(inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> str:
    if not inputs or len(inputs[0]) != 3:
        return ""
    channels, height, width = inputs[0]
    return translate(
        "network", "mean of {height} · {width} = {other_height:,} values a channel, {channels:,} channels",
        height=height, width=width, other_height=height * width, channels=channels)


def _global_max_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _global_formula(inputs, parameters).replace("mean", "largest", 1)


KINDS = (
    LayerKind(
        name="MaxPool2d", title="Max pooling", family="pooling", parameters=_WINDOW_PARAMETERS, keeps_count=True,
        shape=_pool_shape, summary=window_summary, formula=size_formula, window=kernel_window,
        help="Keeps the strongest value in each window and drops the rest. The feature map gets smaller, later "
             f"layers see more of the image, and small shifts no longer matter. {_SIZE_RULE}"),
    LayerKind(
        name="AvgPool2d", title="Average pooling", family="pooling", parameters=_WINDOW_PARAMETERS,
        keeps_count=True, is_linear=True,
        shape=_pool_shape, summary=window_summary, formula=size_formula, window=kernel_window,
        help="Replaces each window by its mean. It is gentler than max pooling: weak values count as well. "
             f"{_SIZE_RULE}"),
    LayerKind(
        name="AdaptiveAvgPool2d", title="Adaptive average pooling", family="pooling", keeps_count=True,
        is_linear=True,
        parameters=(
            Parameter("output_size", "Output size", "pair", (1, 1), 1, 256, help="Rows and columns that come out."),
        ),
        shape=_adaptive_shape, formula=_adaptive_formula, window=_adaptive_window,
        summary=lambda parameters: translate(
            "network", "to {output_size}", output_size=pair_text(parameters['output_size'])),
        help="Average pooling that is told the output size and chooses its windows to match, whatever the input "
             "size. It lets a network with dense layers at its end take images of other sizes."),
    LayerKind(
        name="AdaptiveMaxPool2d", title="Adaptive max pooling", family="pooling", keeps_count=True,
        parameters=(
            Parameter("output_size", "Output size", "pair", (1, 1), 1, 256, help="Rows and columns that come out."),
        ),
        shape=_adaptive_shape, formula=_adaptive_formula, window=_adaptive_window,
        summary=lambda parameters: translate(
            "network", "to {output_size}", output_size=pair_text(parameters['output_size'])),
        help="Max pooling that is told the output size and chooses its windows to match, whatever the input size: "
             "the strongest value of each part of the feature map."),
    LayerKind(
        name="GlobalAvgPool2d", title="Global average pooling", family="pooling", keeps_count=True,
        is_linear=True,
        shape=_global_shape, formula=_global_formula, sees_all=True,
        help="The mean of each whole feature map: one value a channel. A volume becomes a vector without any "
             "weights, for images of any size, so that far fewer weights are needed than with flatten and a "
             "large dense layer."),
    LayerKind(
        name="GlobalMaxPool2d", title="Global max pooling", family="pooling", keeps_count=True,
        shape=_global_shape, formula=_global_max_formula, sees_all=True,
        help="The largest value of each whole feature map: one value a channel, which says whether its pattern is "
             "anywhere in the image, however small. Only that one place is trained at a step, where global average "
             "pooling trains every place."),
)
