"""A copy of a network that gives the same answers in less time, for whoever asks it about many images."""

import copy
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.explain.layer_trace import followers_of
from cnnstudio.explain.pass_hooks import Hook, first_output, hooked, plain_arithmetic
from cnnstudio.training.modes import evaluation_mode

_SAME = 1e-4
"""Largest difference of the answers, as a share of the largest, by which the copy counts as the network itself; that of
float32 is 1e-6, a normalisation that was folded in wrongly makes it near 1."""


class Folded(nn.Module):
    """Stands where a batch normalisation was that the convolution before it does now; hands on what it is given."""

    def forward(self, values: Tensor) -> Tensor:
        """Return ``values``."""
        return values


def quick_copy(network: nn.Module, images: Tensor) -> nn.Module:
    """Return a copy in evaluation mode that gives the same answers within the rounding of float32.

    A batch normalisation that alone takes what a convolution gives is folded into that one's weights, in float64:
    ``(w * x + b - mean) / sqrt(var + eps) * gamma + beta`` is a convolution too. Its place, name and output stay; only
    such a convolution's own output is another. Whether it holds is seen on ``images``; where not, nothing is folded.
    The copy's convolutions have weights of their own, laid out as they are fastest on a processor with images whose
    channels come last; all others share the network's memory.

    Parameters
    ----------
    network : left as found
    images : (n, C, H, W), a few, normalised, on the network's device
    """
    for make in (_folded_copy, _plain_copy):
        found = make(network, images).to(memory_format=torch.channels_last)
        if _answers_alike(network, found, images):
            return found
    return _plain_copy(network, images)


def _folded_copy(network: nn.Module, images: Tensor) -> nn.Module:
    found = _plain_copy(network, images)
    for pair in list(_pairs(found, images)):
        _fold(found, pair)
    return found


def _plain_copy(network: nn.Module, _images: Tensor) -> nn.Module:
    """Return a copy that shares the memory of weights and statistics: those that are changed get new memory."""
    shared: dict[int, Any] = {id(weight): nn.Parameter(_constant(weight), requires_grad=False)
                              for weight in network.parameters()}
    shared |= {id(buffer): _constant(buffer) for buffer in network.buffers()}
    return copy.deepcopy(network, shared).eval()


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    """A convolution and the normalisation, of this dotted name, that alone takes its output."""

    convolution: nn.Conv2d
    normalisation: nn.BatchNorm2d
    name: str


class _Watch:
    """Hooks that note which operation made a convolution's output, and which one made what a normalisation takes."""

    def __init__(self) -> None:
        self.calls = Counter[nn.Module]()
        self.made: dict[Any, nn.Conv2d] = {}
        self.taken: dict[nn.BatchNorm2d, Any] = {}

    def __call__(self, part: nn.Module, inputs: Any, output: Tensor) -> None:
        """Note one call of a part."""
        self.calls[part] += 1
        if isinstance(part, nn.Conv2d):
            self.made[output.grad_fn] = part
        elif isinstance(part, nn.BatchNorm2d):
            self.taken[part] = inputs[0].grad_fn


def _pairs(network: nn.Module, images: Tensor) -> Iterator[_Pair]:
    """Yield what can be folded: both ran once, and nothing else takes what the convolution gives."""
    watch, names = _Watch(), {part: name for name, part in network.named_modules()}
    hooks: dict[nn.Module, Hook] = {part: watch for part in names if type(part) is nn.Conv2d or _is_foldable(part)}
    with plain_arithmetic(images.device), hooked(hooks):
        output = first_output(network(images[:1].clone().requires_grad_().clone()))
    followers = followers_of(output.grad_fn if isinstance(output, Tensor) else None)
    for part, maker in watch.taken.items():
        convolution = watch.made.get(maker) if len(followers.get(maker, ())) == 1 else None
        if convolution is not None and watch.calls[part] == watch.calls[convolution] == 1:
            yield _Pair(convolution, part, names[part])


def _is_foldable(part: nn.Module) -> bool:
    return type(part) is nn.BatchNorm2d and part.running_mean is not None


def _fold(network: nn.Module, pair: _Pair) -> None:
    convolution, (factor, shift) = pair.convolution, _factor_and_shift(pair.normalisation)
    weight, bias = convolution.weight, convolution.bias
    convolution.weight = _weight(weight.double() * factor[:, None, None, None], weight)
    convolution.bias = _weight(shift if bias is None else bias.double() * factor + shift, weight)
    parent, _, own = pair.name.rpartition(".")
    setattr(network.get_submodule(parent), own, Folded().eval())


def _factor_and_shift(normalisation: nn.BatchNorm2d) -> tuple[Tensor, Tensor]:
    """Return by channel, in float64, what a batch normalisation multiplies with and then adds."""
    held = {name: values.detach().double() for name, values in normalisation.state_dict().items()}
    factor = (held["running_var"] + normalisation.eps).rsqrt() * held.get("weight", torch.ones(()))
    return factor, held.get("bias", torch.zeros(())) - held["running_mean"] * factor


def _constant(values: Tensor) -> Tensor:
    return values.detach().clone() if values.is_inference() else values.detach()


def _weight(values: Tensor, like: Tensor) -> nn.Parameter:
    return nn.Parameter(values.to(like.dtype), requires_grad=False)


def _answers_alike(network: nn.Module, other: nn.Module, images: Tensor) -> bool:
    """Whether a copy gives the same answers; not where the network counts on how its values lie in memory."""
    with torch.no_grad(), evaluation_mode(network):
        one = first_output(network(images))
        try:
            two = first_output(other(images.contiguous(memory_format=torch.channels_last)))
        except RuntimeError:
            return False
    return not isinstance(one, Tensor) or bool((one - two).abs().max() <= _SAME * one.abs().max())
