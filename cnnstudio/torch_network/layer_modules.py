"""One torch module for each layer kind."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.network.layer_kinds import Shape

ModuleFactory = Callable[[Sequence[Shape], Mapping[str, Any]], nn.Module]


class GlobalAveragePool(nn.Module):
    """The mean of each feature map: (N, C, H, W) -> (N, C)."""

    def forward(self, images: Tensor) -> Tensor:
        """Average over height and width."""
        return images.mean(dim=(2, 3))


class Maxout(nn.Module):
    """The largest of every ``pieces`` neighbouring channels or values (Goodfellow and others, 2013)."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.pieces = pieces

    def forward(self, values: Tensor) -> Tensor:
        """Map (N, C, ...) to (N, C / pieces, ...)."""
        return values.reshape(values.shape[0], -1, self.pieces, *values.shape[2:]).amax(dim=2)

    def extra_repr(self) -> str:
        """Show the setting."""
        return f"pieces={self.pieces}"


class Add(nn.Module):
    """The sum of inputs of one shape; nothing is broadcast."""

    def forward(self, first: Tensor, *others: Tensor) -> Tensor:
        """Add from left to right."""
        result = first
        for other in others:
            if other.shape != first.shape:
                raise ValueError(f"cannot add {tuple(other.shape)} to {tuple(first.shape)}")
            result = result + other
        return result


class Concatenate(nn.Module):
    """Inputs one behind the other along the channels."""

    def forward(self, *inputs: Tensor) -> Tensor:
        """Join along dimension 1."""
        return torch.cat(inputs, dim=1)


def _convolution(inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> nn.Module:
    return nn.Conv2d(
        inputs[0][0], parameters["out_channels"], parameters["kernel_size"], stride=parameters["stride"],
        padding="same" if parameters["same"] else parameters["padding"], dilation=parameters["dilation"],
        groups=parameters["groups"], bias=parameters["bias"])


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


FACTORIES: Mapping[str, ModuleFactory] = {
    "Input": lambda _inputs, _parameters: nn.Identity(),
    "Conv2d": _convolution,
    "MaxPool2d": _max_pool,
    "AvgPool2d": _average_pool,
    "AdaptiveAvgPool2d": lambda _inputs, parameters: nn.AdaptiveAvgPool2d(parameters["output_size"]),
    "GlobalAvgPool2d": lambda _inputs, _parameters: GlobalAveragePool(),
    "ReLU": lambda _inputs, _parameters: nn.ReLU(),
    "LeakyReLU": lambda _inputs, parameters: nn.LeakyReLU(parameters["negative_slope"]),
    "ELU": lambda _inputs, parameters: nn.ELU(parameters["alpha"]),
    "Sigmoid": lambda _inputs, _parameters: nn.Sigmoid(),
    "Tanh": lambda _inputs, _parameters: nn.Tanh(),
    "Maxout": lambda _inputs, parameters: Maxout(parameters["pieces"]),
    "Softmax": lambda _inputs, _parameters: nn.Softmax(dim=1),
    "BatchNorm2d": lambda inputs, parameters: nn.BatchNorm2d(
        inputs[0][0], eps=parameters["eps"], momentum=parameters["momentum"]),
    "Dropout": lambda _inputs, parameters: nn.Dropout(parameters["p"]),
    "Flatten": lambda _inputs, _parameters: nn.Flatten(),
    "Linear": _linear,
    "Add": lambda _inputs, _parameters: Add(),
    "Concatenate": lambda _inputs, _parameters: Concatenate(),
    "Output": lambda _inputs, _parameters: nn.Identity(),
}
"""Layer kind -> factory: (input shapes in port order, parameters) -> module. Nothing works in place."""
