"""How each layer kind is written in PyTorch: the text that makes its module, its expression, and modules of our own."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

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


def _pool(name: str) -> ConstructorRule:
    def constructor(_inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
        return _call(
            name, f"kernel_size={_number(parameters['kernel_size'])}", f"stride={_number(parameters['stride'])}",
            _option("padding", parameters["padding"], (0, 0)), _option("ceil_mode", parameters["ceil_mode"], False))
    return constructor


def _linear(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _call("nn.Linear", inputs[0][0], parameters["out_features"], _option("bias", parameters["bias"], True))


def _batch_norm(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> str:
    return _call("nn.BatchNorm2d", inputs[0][0], _option("eps", parameters["eps"], 1e-5),
                 _option("momentum", parameters["momentum"], 0.1))


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
    "Conv2d": _convolution,
    "MaxPool2d": _pool("nn.MaxPool2d"),
    "AvgPool2d": _pool("nn.AvgPool2d"),
    "AdaptiveAvgPool2d": _with("nn.AdaptiveAvgPool2d", "output_size"),
    "GlobalAvgPool2d": _plain(""),
    "ReLU": _plain("nn.ReLU()"),
    "LeakyReLU": _with("nn.LeakyReLU", "negative_slope"),
    "ELU": _with("nn.ELU", "alpha"),
    "Sigmoid": _plain("nn.Sigmoid()"),
    "Tanh": _plain("nn.Tanh()"),
    "Maxout": _with("Maxout", "pieces"),
    "Softmax": _plain("nn.Softmax(dim=1)"),
    "BatchNorm2d": _batch_norm,
    "Dropout": _with("nn.Dropout", "p"),
    "Flatten": _plain("nn.Flatten()"),
    "Linear": _linear,
    "Add": _plain(""),
    "Concatenate": _plain(""),
    "Output": _plain(""),
}
"""Layer kind -> the text that makes its module; empty where the forward pass says it all."""

EXPRESSIONS: Mapping[str, ExpressionRule] = {
    "GlobalAvgPool2d": lambda arguments, _inputs, _parameters: f"{arguments[0]}.mean(dim=(2, 3))",
    "Add": lambda arguments, _inputs, _parameters: " + ".join(arguments),
    "Concatenate": lambda arguments, _inputs, _parameters: f"torch.cat([{', '.join(arguments)}], dim=1)",
}
"""Layer kind -> the expression of its value, where it is not the call of its module: (names of the inputs' values,
input shapes, parameters) -> text."""

OWN_MODULES: Mapping[str, str] = {
    "Maxout": '''\
class Maxout(nn.Module):
    """The largest of every few neighbouring channels or values."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.pieces = pieces

    def forward(self, values: Tensor) -> Tensor:
        return values.reshape(values.shape[0], -1, self.pieces, *values.shape[2:]).amax(dim=2)''',
}
"""Class name -> the text of a module PyTorch does not have."""
