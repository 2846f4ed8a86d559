"""One torch module for each layer kind."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from torch import nn

from cnnstudio.network.freezing import is_frozen
from cnnstudio.network.kinds.attention import squeezed
from cnnstudio.network.kinds.fixed_kernel import applied_kernel
from cnnstudio.network.kinds.output import is_single_logit
from cnnstudio.network.kinds.resizing import crop_corner
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.torch_network.backbone import Backbone
from cnnstudio.torch_network.own_modules import (
    Add,
    Concatenate,
    Crop,
    FixedKernel,
    GlobalAveragePool,
    GlobalMaxPool,
    Maxout,
    Multiply,
    SqueezeExcitation,
    SteadyBatchNorm1d,
    SteadyBatchNorm2d,
    TwoLogits,
)

ModuleFactory = Callable[[Sequence[Shape], Mapping[str, Any]], nn.Module]


def _convolution(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    return nn.Conv2d(
        inputs[0][0], parameters["out_channels"], parameters["kernel_size"], stride=parameters["stride"],
        padding="same" if parameters["same"] else parameters["padding"], dilation=parameters["dilation"],
        groups=parameters["groups"], bias=parameters["bias"])


def _depthwise(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    channels = inputs[0][0]
    return _convolution(inputs, {
        **parameters, "out_channels": channels * parameters["channel_multiplier"], "groups": channels})


def _transposed(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    return nn.ConvTranspose2d(
        inputs[0][0], parameters["out_channels"], parameters["kernel_size"], stride=parameters["stride"],
        padding=parameters["padding"], output_padding=parameters["output_padding"], groups=parameters["groups"],
        bias=parameters["bias"], dilation=parameters["dilation"])


def _upsample(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    rows, columns = parameters["scale_factor"]
    return nn.Upsample(scale_factor=(float(rows), float(columns)), mode=parameters["mode"])


def _zero_pad(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    return nn.ZeroPad2d((parameters["left"], parameters["right"], parameters["top"], parameters["bottom"]))


def _batch_norm(learning: Callable[..., nn.Module], steady: Callable[..., nn.Module]) -> ModuleFactory:
    def make(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
        module = steady if is_frozen(parameters) else learning
        return module(inputs[0][0], eps=parameters["eps"], momentum=parameters["momentum"])

    return make


def _freezable(factory: ModuleFactory) -> ModuleFactory:
    """Return a factory whose modules want no gradient where the layer is frozen."""
    def make(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
        module = factory(inputs, parameters)
        return module.requires_grad_(False) if is_frozen(parameters) else module

    return make


def _layer_norm(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    return nn.LayerNorm(inputs[0], eps=parameters["eps"], elementwise_affine=parameters["elementwise_affine"])


def _linear(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    in_features = parameters["in_features"] or inputs[0][0]
    return nn.Linear(in_features, parameters["out_features"], bias=parameters["bias"])


def _max_pool(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    return nn.MaxPool2d(
        parameters["kernel_size"], stride=parameters["stride"], padding=parameters["padding"],
        ceil_mode=parameters["ceil_mode"])


def _average_pool(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    return nn.AvgPool2d(
        parameters["kernel_size"], stride=parameters["stride"], padding=parameters["padding"],
        ceil_mode=parameters["ceil_mode"])


_FACTORIES: Mapping[str, ModuleFactory] = {
    "Input": lambda _inputs, _parameters: nn.Identity(),
    "Backbone": lambda _inputs, parameters: Backbone(parameters),
    "Conv2d": _convolution,
    "DepthwiseConv2d": _depthwise,
    "ConvTranspose2d": _transposed,
    "FixedKernel": lambda _inputs, parameters: FixedKernel(applied_kernel(parameters), same=parameters["same"]),
    "MaxPool2d": _max_pool,
    "AvgPool2d": _average_pool,
    "AdaptiveAvgPool2d": lambda _inputs, parameters: nn.AdaptiveAvgPool2d(parameters["output_size"]),
    "AdaptiveMaxPool2d": lambda _inputs, parameters: nn.AdaptiveMaxPool2d(parameters["output_size"]),
    "GlobalAvgPool2d": lambda _inputs, _parameters: GlobalAveragePool(),
    "GlobalMaxPool2d": lambda _inputs, _parameters: GlobalMaxPool(),
    "Upsample": _upsample,
    "ZeroPad2d": _zero_pad,
    "Crop2d": lambda inputs, parameters: Crop(*crop_corner(inputs[0], parameters), *parameters["size"]),
    "ReLU": lambda _inputs, _parameters: nn.ReLU(),
    "ReLU6": lambda _inputs, _parameters: nn.ReLU6(),
    "LeakyReLU": lambda _inputs, parameters: nn.LeakyReLU(parameters["negative_slope"]),
    "PReLU": lambda inputs, parameters: nn.PReLU(inputs[0][0] if parameters["per_channel"] else 1),
    "ELU": lambda _inputs, parameters: nn.ELU(parameters["alpha"]),
    "SELU": lambda _inputs, _parameters: nn.SELU(),
    "GELU": lambda _inputs, parameters: nn.GELU(parameters["approximate"]),
    "SiLU": lambda _inputs, _parameters: nn.SiLU(),
    "Hardswish": lambda _inputs, _parameters: nn.Hardswish(),
    "Hardsigmoid": lambda _inputs, _parameters: nn.Hardsigmoid(),
    "Sigmoid": lambda _inputs, _parameters: nn.Sigmoid(),
    "Tanh": lambda _inputs, _parameters: nn.Tanh(),
    "Maxout": lambda _inputs, parameters: Maxout(parameters["pieces"]),
    "Softmax": lambda _inputs, _parameters: nn.Softmax(dim=1),
    "BatchNorm2d": _batch_norm(nn.BatchNorm2d, SteadyBatchNorm2d),
    "BatchNorm1d": _batch_norm(nn.BatchNorm1d, SteadyBatchNorm1d),
    "LayerNorm": _layer_norm,
    "GroupNorm": lambda inputs, parameters: nn.GroupNorm(
        parameters["num_groups"], inputs[0][0], eps=parameters["eps"]),
    "Dropout": lambda _inputs, parameters: nn.Dropout(parameters["p"]),
    "Dropout2d": lambda _inputs, parameters: nn.Dropout2d(parameters["p"]),
    "SqueezeExcitation": lambda inputs, parameters: SqueezeExcitation(
        inputs[0][0], squeezed(inputs[0][0], parameters)),
    "Flatten": lambda _inputs, _parameters: nn.Flatten(),
    "Linear": _linear,
    "Add": lambda _inputs, _parameters: Add(),
    "Multiply": lambda _inputs, _parameters: Multiply(),
    "Concatenate": lambda _inputs, _parameters: Concatenate(),
    "Output": lambda inputs, parameters: TwoLogits() if is_single_logit(inputs, parameters) else nn.Identity(),
}
FACTORIES: Mapping[str, ModuleFactory] = {name: _freezable(factory) for name, factory in _FACTORIES.items()}
"""Layer kind -> factory: (input shapes in port order, parameters) -> module. Nothing works in place."""
