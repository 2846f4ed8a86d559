"""How each layer kind is written in PyTorch: the text that makes its module, its expression, and modules of our own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cnnstudio.export.backbone_source import BACKBONE_MODULES, backbone_constructor
from cnnstudio.network.freezing import is_frozen
from cnnstudio.network.kinds.attention import squeezed
from cnnstudio.network.kinds.fixed_kernel import applied_kernel
from cnnstudio.network.kinds.resizing import crop_corner
from cnnstudio.network.layer_kinds import Shape

ConstructorRule = Callable[[Sequence[Shape], Mapping[str, Any]], str]
ExpressionRule = Callable[[Sequence[str], Sequence[Shape], Mapping[str, Any]], str]


def _convolution(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    options = [
        _option("stride", parameters["stride"], (1, 1)),
        "padding='same'" if parameters["same"] else _option("padding", parameters["padding"], (0, 0)),
        _option("dilation", parameters["dilation"], (1, 1)),
        _option("groups", parameters["groups"], 1),
        _option("bias", parameters["bias"], True)]
    return _call("nn.Conv2d", inputs[0][0], parameters["out_channels"],
                 f"kernel_size={_number(parameters['kernel_size'])}", *options)


def _depthwise(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    channels = inputs[0][0]
    return _convolution(inputs, {
        **parameters, "out_channels": channels * parameters["channel_multiplier"], "groups": channels})


def _transposed(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    options = [
        _option(name, parameters[name], default) for name, default in (
            ("stride", (1, 1)), ("padding", (0, 0)), ("output_padding", (0, 0)), ("groups", 1), ("bias", True),
            ("dilation", (1, 1)))]
    return _call("nn.ConvTranspose2d", inputs[0][0], parameters["out_channels"],
                 f"kernel_size={_number(parameters['kernel_size'])}", *options)


def _fixed_kernel(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    padding = len(parameters["kernel"]) // 2 if parameters["same"] else 0
    return _call("FixedKernel", f"{[list(row) for row in applied_kernel(parameters)]}", _option("padding", padding, 0))


def _upsample(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _call("nn.Upsample", f"scale_factor={_number(parameters['scale_factor'])}",
                 _option("mode", parameters["mode"], "nearest"))


def _zero_pad(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    edges = tuple(parameters[name] for name in ("left", "right", "top", "bottom"))
    return _call("nn.ZeroPad2d", f"{edges}")


def _crop(arguments: Sequence[str], inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    (top, left), (height, width) = crop_corner(inputs[0], parameters), parameters["size"]
    return f"{arguments[0]}[:, :, {top}:{top + height}, {left}:{left + width}]"


def _multiply(arguments: Sequence[str], inputs: Sequence[Shape], _parameters: Mapping[str, Any]) -> str:
    """Write the product, with height and width put behind a vector that scales channels."""
    is_image = any(len(shape) == 3 for shape in inputs)
    return " * ".join(
        f"{argument}[:, :, None, None]" if is_image and len(shape) == 1 else argument
        for argument, shape in zip(arguments, inputs, strict=True))


def _pool(name: str) -> ConstructorRule:
    def constructor(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
        return _call(
            name, f"kernel_size={_number(parameters['kernel_size'])}", f"stride={_number(parameters['stride'])}",
            _option("padding", parameters["padding"], (0, 0)), _option("ceil_mode", parameters["ceil_mode"], False))
    return constructor


def _linear(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _call("nn.Linear", inputs[0][0], parameters["out_features"], _option("bias", parameters["bias"], True))


def _batch_norm(name: str) -> ConstructorRule:
    return lambda inputs, parameters: _call(
        name, inputs[0][0], _option("eps", parameters["eps"], 1e-5), _option("momentum", parameters["momentum"], 0.1))


def _layer_norm(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _call("nn.LayerNorm", f"{inputs[0]}", _option("eps", parameters["eps"], 1e-5),
                 _option("elementwise_affine", parameters["elementwise_affine"], True))


def _group_norm(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _call("nn.GroupNorm", parameters["num_groups"], inputs[0][0], _option("eps", parameters["eps"], 1e-5))


def _prelu(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _call("nn.PReLU", inputs[0][0] if parameters["per_channel"] else "")


def _gelu(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _call("nn.GELU", _option("approximate", parameters["approximate"], "none"))


def _squeeze_excitation(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _call("SqueezeExcitation", inputs[0][0], squeezed(inputs[0][0], parameters))


def _plain(text: str) -> ConstructorRule:
    return lambda _inputs, _parameters: text


def _with(name: str, parameter: str) -> ConstructorRule:
    return lambda _inputs, parameters: _call(name, f"{parameter}={_number(parameters[parameter])}")


def _call(name: str, *arguments: object) -> str:
    return f"{name}({', '.join(str(argument) for argument in arguments if argument != '')})"


def _option(name: str, value: Any, default: Any) -> str:
    """Return ``name=value``, or nothing when PyTorch's default says the same."""
    return "" if value == default else f"{name}={_number(value)}"


def _number(value: Any) -> str:
    """Return a checked parameter as a literal; equal pairs as one number."""
    if isinstance(value, tuple) and value[0] == value[1]:
        return repr(value[0])
    return repr(value)


CONSTRUCTORS: Mapping[str, ConstructorRule] = {
    "Input": _plain(""),
    "Backbone": backbone_constructor,
    "Conv2d": _convolution,
    "DepthwiseConv2d": _depthwise,
    "ConvTranspose2d": _transposed,
    "FixedKernel": _fixed_kernel,
    "MaxPool2d": _pool("nn.MaxPool2d"),
    "AvgPool2d": _pool("nn.AvgPool2d"),
    "AdaptiveAvgPool2d": _with("nn.AdaptiveAvgPool2d", "output_size"),
    "AdaptiveMaxPool2d": _with("nn.AdaptiveMaxPool2d", "output_size"),
    "GlobalAvgPool2d": _plain(""),
    "GlobalMaxPool2d": _plain(""),
    "Upsample": _upsample,
    "ZeroPad2d": _zero_pad,
    "Crop2d": _plain(""),
    "ReLU": _plain("nn.ReLU()"),
    "ReLU6": _plain("nn.ReLU6()"),
    "LeakyReLU": _with("nn.LeakyReLU", "negative_slope"),
    "PReLU": _prelu,
    "ELU": _with("nn.ELU", "alpha"),
    "SELU": _plain("nn.SELU()"),
    "GELU": _gelu,
    "SiLU": _plain("nn.SiLU()"),
    "Hardswish": _plain("nn.Hardswish()"),
    "Hardsigmoid": _plain("nn.Hardsigmoid()"),
    "Sigmoid": _plain("nn.Sigmoid()"),
    "Tanh": _plain("nn.Tanh()"),
    "Maxout": _with("Maxout", "pieces"),
    "Softmax": _plain("nn.Softmax(dim=1)"),
    "BatchNorm2d": _batch_norm("nn.BatchNorm2d"),
    "BatchNorm1d": _batch_norm("nn.BatchNorm1d"),
    "LayerNorm": _layer_norm,
    "GroupNorm": _group_norm,
    "Dropout": _with("nn.Dropout", "p"),
    "Dropout2d": _with("nn.Dropout2d", "p"),
    "SqueezeExcitation": _squeeze_excitation,
    "Flatten": _plain("nn.Flatten()"),
    "Linear": _linear,
    "Add": _plain(""),
    "Multiply": _plain(""),
    "Concatenate": _plain(""),
    "Output": _plain(""),
}
"""Layer kind -> the text that makes its module; empty where the forward pass says it all."""

EXPRESSIONS: Mapping[str, ExpressionRule] = {
    "GlobalAvgPool2d": lambda arguments, _inputs, _parameters: f"{arguments[0]}.mean(dim=(2, 3))",
    "GlobalMaxPool2d": lambda arguments, _inputs, _parameters: f"{arguments[0]}.amax(dim=(2, 3))",
    "Crop2d": _crop,
    "Multiply": _multiply,
    "Add": lambda arguments, _inputs, _parameters: " + ".join(arguments),
    "Concatenate": lambda arguments, _inputs, _parameters: f"torch.cat([{', '.join(arguments)}], dim=1)",
}
"""Layer kind -> the expression of its value, where it is not the call of its module: (names of the inputs' values,
input shapes, parameters) -> text."""

_STEADY = '''\
class SteadyBatchNorm{axes}d(nn.BatchNorm{axes}d):
    """A frozen batch normalisation: its statistics stay as they are, also in training."""

    def train(self, mode: bool = True) -> "SteadyBatchNorm{axes}d":
        return super().train(False)'''


def written_constructor(kind: str, inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    """Return the text that makes a layer's module; a frozen one wants no gradient and keeps its statistics."""
    text = CONSTRUCTORS[kind](inputs, parameters)
    if not text or not is_frozen(parameters):
        return text
    return text.replace("nn.BatchNorm", "SteadyBatchNorm", 1) + ".requires_grad_(False)"


OWN_MODULES: Mapping[str, str] = {
    "Maxout": '''\
class Maxout(nn.Module):
    """The largest of every few neighbouring channels or values."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.pieces = pieces

    def forward(self, values: Tensor) -> Tensor:
        return values.reshape(values.shape[0], -1, self.pieces, *values.shape[2:]).amax(dim=2)''',
    "FixedKernel": '''\
class FixedKernel(nn.Module):
    """One given kernel over every channel by itself; not learned, nor saved with the weights."""

    def __init__(self, kernel: list[list[float]], padding: int = 0) -> None:
        super().__init__()
        self.register_buffer("kernel", torch.tensor([[kernel]]), persistent=False)
        self.padding = padding

    def forward(self, images: Tensor) -> Tensor:
        channels = images.shape[1]
        kernels = self.kernel.expand(channels, -1, -1, -1)
        return nn.functional.conv2d(images, kernels, padding=self.padding, groups=channels)''',
    "SqueezeExcitation": '''\
class SqueezeExcitation(nn.Module):
    """Feature maps weighed by what all of them show in the mean (Hu and others, 2018)."""

    def __init__(self, channels: int, few: int) -> None:
        super().__init__()
        self.squeeze = nn.Linear(channels, few)
        self.excite = nn.Linear(few, channels)

    def forward(self, images: Tensor) -> Tensor:
        weights = torch.sigmoid(self.excite(torch.relu(self.squeeze(images.mean(dim=(2, 3))))))
        return images * weights[:, :, None, None]''',
    **{f"SteadyBatchNorm{axes}d": _STEADY.format(axes=axes) for axes in (1, 2)},
    **BACKBONE_MODULES,
}
"""Class name -> the text of a module PyTorch does not have."""
