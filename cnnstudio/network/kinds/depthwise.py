"""Depthwise convolution: every channel has kernels of its own and sees no other channel."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

from cnnstudio.network.kinds.convolution import BIAS, WINDOW_PARAMETERS, convolution_formula, convolved_size
from cnnstudio.network.kinds.windows import image_shape, kernel_window, window_summary
from cnnstudio.network.layer_kinds import LayerKind, Parameter, Shape
from cnnstudio.wording import translate


def _shape(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape:
    channels = image_shape(inputs)[0] * parameters["channel_multiplier"]
    return (channels, *convolved_size(inputs, parameters))


def _kernel_weights(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    return int(inputs[0][0] * parameters["channel_multiplier"] * prod(parameters["kernel_size"]))


def _weights(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> int:
    biases = inputs[0][0] * int(parameters["channel_multiplier"]) if parameters["bias"] else 0
    return _kernel_weights(inputs, parameters) + biases


def _multiply_adds(inputs: Sequence[Shape], output: Shape, parameters: Mapping[str, Any]) -> int:
    """Every kernel value is multiplied once at each output pixel: H·W·C_in·multiplier·kh·kw."""
    return output[1] * output[2] * _kernel_weights(inputs, parameters)


def _summary(parameters: Mapping[str, Any]) -> str:
    multiplier = parameters["channel_multiplier"]
    each = translate("network", "{multiplier} a channel, ", multiplier=multiplier) if multiplier > 1 else ""
    return f"{each}{window_summary(parameters)}"


def _formula(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    size = convolution_formula(inputs, parameters)
    multiplier = parameters["channel_multiplier"]
    if not size or multiplier == 1:
        return size
    return translate(
        "network", "{size}\n{input} · {multiplier} = {inputs:,} channels", size=size, input=inputs[0][0],
        multiplier=multiplier, inputs=inputs[0][0] * multiplier)


KINDS = (
    LayerKind(
        name="DepthwiseConv2d", title="Depthwise convolution", family="convolution", is_linear=True, is_weighted=True,
        parameters=(
            Parameter("channel_multiplier", "Kernels a channel", "int", 1, 1, 64,
                      help="How many kernels, and so how many feature maps, each channel gets."),
            *WINDOW_PARAMETERS, BIAS,
        ),
        shape=_shape, weights=_weights, multiply_adds=_multiply_adds, summary=_summary, formula=_formula,
        window=kernel_window,
        help="Each channel is filtered by kernels of its own and the channels are not mixed. A 1×1 convolution behind "
             "it does that. The two together do the work of a convolution with about a ninth of the weights and of "
             "the multiply-adds of a 3×3 one (MobileNet, Howard and others, 2017). In PyTorch it is Conv2d with as "
             "many groups as channels."),
)
