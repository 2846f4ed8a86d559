"""Transposed convolution: every pixel spreads a kernel, so that the feature map gets larger."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import Any

from cnnstudio.errors import ShapeError
from cnnstudio.network.kinds.convolution import BIAS, check_groups
from cnnstudio.network.kinds.windows import both_axes, image_shape, spread_kernel, window_summary
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape, Window, short_pair
from cnnstudio.wording import translate


def _shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    channels, *sides = image_shape(inputs)
    check_groups(channels, parameters)
    _check_output_padding(parameters)
    rows, columns = (_size(side, axis, parameters) for axis, side in enumerate(sides))
    if rows < 1 or columns < 1:
        raise ShapeError(
            translate(
                "network", "has nothing left after its padding of {short_pair}: {side} × {sides} pixels would become "
                "{rows} × {columns}.", short_pair=short_pair(parameters['padding']), side=sides[0], sides=sides[1],
                rows=rows, columns=columns))
    return (parameters["out_channels"], rows, columns)


def _check_output_padding(parameters: Mapping[str, Any]) -> None:
    for extra, stride, dilation in zip(
            parameters["output_padding"], parameters["stride"], parameters["dilation"], strict=True):
        if extra >= max(stride, dilation):
            raise ShapeError(
                translate(
                    "network", "needs an output padding below its stride or its dilation ({stride}), not {extra}.",
                    stride=max(stride, dilation), extra=extra))


def _size(size: int, axis: int, parameters: Mapping[str, Any]) -> int:
    """Return (size − 1)·stride − 2·padding + kernel span + output padding (torch.nn.ConvTranspose2d)."""
    span = spread_kernel(parameters)[axis]
    return int((size - 1) * parameters["stride"][axis] - 2 * parameters["padding"][axis] + span
               + parameters["output_padding"][axis])


def _kernel_weights(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    per_input = parameters["out_channels"] // parameters["groups"] * prod(parameters["kernel_size"])
    return int(inputs[0][0] * per_input)


def _weights(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    return _kernel_weights(inputs, parameters) + (int(parameters["out_channels"]) if parameters["bias"] else 0)


def _multiply_adds(inputs: Sequence[Shape], _output: Shape, parameters: Mapping[str, Any]) -> int:
    """Every input pixel is multiplied with its whole kernel: H_in·W_in·C_in·C_out/groups·kh·kw."""
    return inputs[0][1] * inputs[0][2] * _kernel_weights(inputs, parameters)


def _window(_inputs: Sequence[Shape], _output: Shape, parameters: Mapping[str, Any]) -> Window:
    """Return the input pixels under the widest place; the output's pixels lie a stride's fraction of one apart."""
    rows, columns = (_reach(parameters, axis) for axis in (0, 1))
    stride = parameters["stride"]
    return Window((rows, columns), (Fraction(1, stride[0]), Fraction(1, stride[1])))


def _reach(parameters: Mapping[str, Any], axis: int) -> int:
    """Return from the first to the last input pixel that meets one output pixel, at the place where that is most.

    Output pixel p takes kernel value k from input pixel (p + padding − dilation·k) / stride, where that is whole.
    """
    stride, kernel, gap = (parameters[name][axis] for name in ("stride", "kernel_size", "dilation"))
    most = 1
    for place in range(stride):
        met = [(place - gap * value) // stride for value in range(kernel) if (place - gap * value) % stride == 0]
        most = max(most, met[0] - met[-1] + 1 if met else 1)
    return most


def _summary(parameters: Mapping[str, Any]) -> str:
    groups = translate("network", ", {groups} groups", groups=parameters['groups']) if parameters["groups"] > 1 else ""
    return f"{parameters['out_channels']} × {window_summary(parameters)}{groups}"


def _formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    if not inputs or len(inputs[0]) != 3:
        return ""
    return both_axes([_axis_formula(inputs[0][1 + axis], axis, parameters) for axis in (0, 1)])


def _axis_formula(size: int, axis: int, parameters: Mapping[str, Any]) -> str:
    stride, padding, extra = (parameters[name][axis] for name in ("stride", "padding", "output_padding"))
    more = f" + {extra}" if extra else ""
    span = spread_kernel(parameters)[axis]
    return f"({size} − 1) · {stride} − 2·{padding} + {span}{more} = {_size(size, axis, parameters)}"


KINDS = (
    LayerKind(
        name="ConvTranspose2d", title="Transposed convolution", family="convolution", is_linear=True, is_weighted=True,
        count_parameter="out_channels",
        parameters=(
            Parameter("out_channels", "Feature maps", "int", 32, 1, 8192, help="How many feature maps come out."),
            Parameter("kernel_size", "Kernel size", "pair", (2, 2), 1, 256,
                      help="Rows and columns of what each pixel spreads over the output."),
            Parameter("stride", "Stride", "pair", (2, 2), 1, 64,
                      help="How far apart neighbouring pixels spread their kernels; 2 doubles the size."),
            Parameter("padding", "Padding", "pair", (0, 0), 0, 256,
                      help="Rings of pixels cut off the output: the opposite of a convolution's padding."),
            Parameter("output_padding", "Output padding", "pair", (0, 0), 0, 63,
                      help="Rows and columns added at the lower and right border, below the stride."),
            Parameter("dilation", "Dilation", "pair", (1, 1), 1, 64,
                      help="Distance between the kernel's values; 2 leaves a gap of one pixel."),
            Parameter("groups", "Groups", "int", 1, 1, 8192,
                      help="Parts the channels are divided into; each feature map is made of one part."),
            BIAS,
        ),
        shape=_shape, weights=_weights, multiply_adds=_multiply_adds, summary=_summary, formula=_formula,
        window=_window,
        help="A convolution turned round: each pixel is multiplied with a kernel, the products are laid down a stride "
             "apart, and where they overlap they are added. So the feature map gets larger, as a decoder or a U-Net "
             "needs it, and how it is filled in is learned. A kernel that is no multiple of the stride leaves a "
             "chequered pattern. Output size: (input − 1) · stride − 2·padding + kernel + output padding."),
)
