"""How a network's weights start, from a seed of its own."""

import math
from collections.abc import Callable, Collection, Mapping

import torch
from torch import nn

from cnnstudio.torch_network.backbone import Backbone
from cnnstudio.training.config import InitializationName
from cnnstudio.training.randomness import global_randomness_kept

NORMAL_DEVIATION = 0.01

Weighted = nn.Conv2d | nn.ConvTranspose2d | nn.Linear
# Weights that start with the same numbers whatever the scheme.
_STARTING_ALIKE = (nn.BatchNorm1d, nn.BatchNorm2d, nn.LayerNorm, nn.GroupNorm, nn.PReLU)


def initialise(network: nn.Module, scheme: InitializationName, seed: int, *,
               complete: Collection[nn.Module] = ()) -> None:
    """Set all weights anew; the same seed gives the same weights on every device. torch's own random state is kept.

    Convolutions and dense layers, also those within other layers, get, with n inputs a unit (kernel values times
    channels of the group):

    * ``kaiming``: normal with variance 2 / n, for ReLU (He and others, 2015)
    * ``xavier``: normal with variance 1 / n, for sigmoid and tanh (Glorot and Bengio, 2010, in the form with the
      inputs alone)
    * ``normal``: normal with deviation 0.01
    * ``zeros``: all 0; units of a layer stay alike and nothing is learned
    * ``framework``: torch's own default, biases included

    A transposed convolution gives each output value the products of C_in / groups · kh · kw / (sh · sw) inputs on
    average, because its kernels lie a stride apart; that is its n. (torch's own functions take C_out there, which is
    right for the gradient only.) Biases start at 0 but for ``framework``; normalisation starts at scale 1 and shift 0
    with statistics forgotten, the slopes of PReLU at 0.25. What is not learned, such as a fixed kernel, stays. A
    backbone starts with its published weights whatever the scheme, where it asks for them and is not among
    ``complete``, the layers that get theirs from elsewhere.
    """
    if scheme == "framework":
        _reset_as_torch_does(network, seed)
    else:
        _draw(network, scheme, seed)
    for module in network.modules():
        if isinstance(module, Backbone) and not any(module is other for other in complete):
            module.take_starting_weights()


def _draw(network: nn.Module, scheme: InitializationName, seed: int) -> None:
    generator = torch.Generator("cpu").manual_seed(seed)
    for module in network.modules():
        if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
            _fill(module, _DEVIATIONS[scheme](inputs_a_unit(module)), generator)
        elif isinstance(module, _STARTING_ALIKE):
            module.reset_parameters()


def inputs_a_unit(module: Weighted) -> float:
    """Return how many products are added to make one output value, on average where places differ."""
    if not isinstance(module, nn.ConvTranspose2d):
        return float(module.weight[0].numel())
    channels = module.in_channels // module.groups
    return channels * max(1.0, math.prod(module.kernel_size) / math.prod(module.stride))


def _fill(module: Weighted, deviation: float, generator: torch.Generator) -> None:
    """Draw on the CPU and copy, so that the device does not matter."""
    drawn = torch.empty(module.weight.shape, device="cpu").normal_(0.0, 1.0, generator=generator).mul_(deviation)
    with torch.no_grad():
        module.weight.copy_(drawn)
        if module.bias is not None:
            module.bias.zero_()


def _reset_as_torch_does(network: nn.Module, seed: int) -> None:
    device = next((weight.device for weight in network.parameters()), torch.device("cpu"))
    devices = [device] if device.type == "cuda" else []
    with global_randomness_kept(devices):
        torch.manual_seed(seed)
        for module in network.modules():
            reset: Callable[[], None] | None = getattr(module, "reset_parameters", None)
            if reset is not None:
                reset()


_DEVIATIONS: Mapping[str, Callable[[float], float]] = {
    "kaiming": lambda inputs: math.sqrt(2 / inputs),
    "xavier": lambda inputs: math.sqrt(1 / inputs),
    "normal": lambda _inputs: NORMAL_DEVIATION,
    "zeros": lambda _inputs: 0.0,
}
