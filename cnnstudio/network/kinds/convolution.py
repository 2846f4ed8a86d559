"""Convolution: kernels that slide over the image."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.kinds.windows import (
    axis_formula,
    both_axes,
    image_shape,
    kernel_window,
    size_formula,
    spread_kernel,
    window_summary,
    windowed_size,
)
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, short_pair
from cnnstudio.wording import translate


def _shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    check_groups(image_shape(inputs)[0], parameters)
    return (parameters["out_channels"], *convolved_size(inputs, parameters))


def convolved_size(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> tuple[int, int]:
    """Return (H, W) after a convolution that pads by ``padding`` or, with ``same``, keeps the size.

    Raises
    ------
    ShapeError
        When the kernel is larger than the padded input, or ``same`` meets a stride.
    """
    _channels, height, width = image_shape(inputs)
    if not parameters["same"]:
        return windowed_size(inputs, parameters)
    if tuple(parameters["stride"]) != (1, 1):
        raise ShapeError(
            translate(
                "network", "cannot keep the size with stride {short_pair}: padding 'same' needs stride 1.",
                short_pair=short_pair(parameters['stride'])))
    return height, width


def check_groups(channels: int, parameters: Mapping[str, Any]) -> None:
    """Raise `ShapeError` when ``groups`` does not divide the channels that come in and go out."""
    groups, out_channels = parameters["groups"], parameters["out_channels"]
    if channels % groups:
        raise ShapeError(translate(
            "network", "needs input channels that divide by its {groups} groups and gets {channels}.", groups=groups,
            channels=channels))
    if out_channels % groups:
        raise ShapeError(translate(
            "network", "needs output channels that divide by its {groups} groups, and {out_channels} do not.",
            groups=groups, out_channels=out_channels))


def _kernel_weights(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    per_output = inputs[0][0] // parameters["groups"] * prod(parameters["kernel_size"])
    return int(parameters["out_channels"] * per_output)


def _weights(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    biases = parameters["out_channels"] if parameters["bias"] else 0
    return _kernel_weights(inputs, parameters) + int(biases)


def _multiply_adds(inputs: Sequence[Shape], output: Shape, parameters: Mapping[str, Any]) -> int:
    """Every kernel value is multiplied once at each output pixel: H·W·C_out·C_in/groups·kh·kw."""
    return output[1] * output[2] * _kernel_weights(inputs, parameters)


def _summary(parameters: Mapping[str, Any]) -> str:
    groups = translate("network", ", {groups} groups", groups=parameters['groups']) if parameters["groups"] > 1 else ""
    return f"{parameters['out_channels']} × {window_summary(parameters)}{groups}"


def convolution_formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    """Return the output size in the user's numbers."""
    if not parameters["same"] or not inputs or len(inputs[0]) != 3:
        return size_formula(inputs, parameters)
    kernel = spread_kernel(parameters)
    axes = [_same_formula(inputs[0][1 + axis], kernel[axis], parameters["stride"][axis]) for axis in (0, 1)]
    return both_axes(axes)


def _same_formula(size: int, kernel: int, stride: int) -> str:
    """Show that padding of kernel - 1 in all keeps the size; an odd sum is split unevenly."""
    if kernel % 2:
        return axis_formula(size, kernel, stride, (kernel - 1) // 2)
    return f"({size} − {kernel} + {kernel - 1}) / {stride} + 1 = {(size - 1) // stride + 1}"


WINDOW_PARAMETERS = (
    Parameter("kernel_size", "Kernel size", "pair", (3, 3), 1, 256,
              help="Rows and columns of the window that slides over the image."),
    Parameter("stride", "Stride", "pair", (1, 1), 1, 64,
              help="How many pixels the window moves at a time; 2 halves the size."),
    Parameter("padding", "Padding", "pair", (0, 0), 0, 256,
              help="Rings of zeros around the image, so that the window reaches the border."),
    Parameter("same", "Same size", "bool", False,
              help="Pad so that height and width stay as they are (only with stride 1)."),
    Parameter("dilation", "Dilation", "pair", (1, 1), 1, 64,
              help="Distance between the kernel's values; 2 leaves a gap of one pixel."),
)
BIAS = Parameter(
    "bias", "Bias", "bool", True,
    help="Learn a number that is added to each feature map. Before batch normalisation it is not needed: the mean is "
         "taken off again, and the bias with it.")

KINDS = (
    LayerKind(
        name="Conv2d", title="Convolution", family="convolution",
        parameters=(
            Parameter("out_channels", "Feature maps", "int", 32, 1, 8192,
                      help="How many kernels, and so how many feature maps come out."),
            *WINDOW_PARAMETERS,
            Parameter("groups", "Groups", "int", 1, 1, 8192,
                      help="Parts the channels are divided into; each kernel sees only its part."),
            BIAS,
        ),
        shape=_shape, weights=_weights, multiply_adds=_multiply_adds, summary=_summary, formula=convolution_formula,
        window=kernel_window, is_linear=True, is_weighted=True, count_parameter="out_channels",
        help="A kernel, a small window of weights, slides over the image. At each place its weights are "
             "multiplied with the pixels below and summed: this dot product becomes one pixel of the feature map. "
             "Each kernel looks for one pattern, such as an edge or a colour, everywhere in the image. Output size: "
             "(input − kernel + 2·padding) / stride + 1, rounded down."),
)
