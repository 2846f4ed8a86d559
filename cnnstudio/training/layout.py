"""Which convolutions get the values of a batch channel beside channel in memory: many are faster with it."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import nn

from cnnstudio.training.modes import evaluation_mode

ENOUGH_POSITIONS = 4096
"""Places (images of a batch × height × width) a convolution fills, from which on it is faster with channels last.

Measured on two cores with AVX-512, oneDNN, float32, training steps: a 3 × 3 convolution with channels last is 1.2
to 1.4 times as fast at 8,192 places and more, equally fast at 2,048 to 4,096, and 0.55 times as fast at 128, where its
weights outweigh its images."""
FEW_POSITIONS = 1000
"""With fewer places a convolution loses more with channels last than it costs to bring its values into the usual order:
with 1,024 the tutorial's last one is 4 % slower when they are brought, with 512 those of ResNet-18 are faster."""
ENOUGH_SHARE = 0.3
"""Part of the multiply-adds that must lie in such convolutions, or turning the images round costs what it saves.

Whole networks: tutorial, LeNet-5 and small 1.13 to 1.46 times as fast. ResNet-18 with batches of 32, where the last
layers get their values in the usual order: 1.15 times at 128 px, 1.05 at 64 px (all channels last: 1.09 and 0.85)."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the values of a network's convolutions lie in memory."""

    starts_last: bool
    """Whether the images come with channels last; if not, everything is in the usual order."""
    usual: tuple[nn.Module, ...] = ()
    """Convolutions whose values are brought into the usual order first."""


def channels_last(images: torch.Tensor) -> torch.Tensor:
    """Return the same (N, C, H, W) values with those of one place side by side; a copy only where one is needed.

    With a single channel both orders are the same bytes, and only the strides tell torch which one is meant.
    """
    _count, channels, height, width = images.shape
    if channels == 1 and images.is_contiguous():
        return images.as_strided(images.shape, (height * width, 1, width, 1))
    return images.contiguous(memory_format=torch.channels_last)


def plan(module: nn.Module, images: torch.Tensor, batch_size: int) -> Plan:
    """Find out which of a network's convolutions are faster with channels last, by the rule above.

    It follows from the shapes alone, so that the same training always computes the same way. Weights keep their
    layout. On CUDA nothing is changed: there it would need half precision to pay, and nothing was ever measured.

    Parameters
    ----------
    module : one image runs through it in evaluation mode; weights, buffers and modes stay as they are
    images : (N, C, H, W), at least one
    batch_size : images a step
    """
    if images.ndim != 4 or images.device.type != "cpu":
        return Plan(starts_last=False)
    found = _Work(batch_size)
    handles = [layer.register_forward_hook(found) for layer in module.modules() if isinstance(layer, nn.Conv2d)]
    try:
        if handles:
            with evaluation_mode(module), torch.no_grad():
                module(images[:1])
    finally:
        for handle in handles:
            handle.remove()
    return Plan(starts_last=True, usual=tuple(found.narrow)) if found.is_worth_it else Plan(starts_last=False)


def pays(module: nn.Module, images: torch.Tensor, batch_size: int) -> bool:
    """Whether images come to the network with channels last; see `plan`."""
    return plan(module, images, batch_size).starts_last


@contextlib.contextmanager
def in_force(chosen: Plan) -> Iterator[None]:
    """Bring values into the usual order before the convolutions that want it, inside the block."""
    handles = [layer.register_forward_pre_hook(_in_usual_order) for layer in chosen.usual]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def _in_usual_order(_layer: nn.Module, inputs: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
    return tuple(values.contiguous() for values in inputs)


class _Work:
    """A forward hook that sums the multiply-adds of convolutions and notes those with few places."""

    def __init__(self, batch_size: int) -> None:
        self.batch_size, self.all, self.wide = batch_size, 0, 0
        self.narrow: list[nn.Module] = []

    def __call__(self, layer: nn.Module, _inputs: object, output: torch.Tensor) -> None:
        places = output.shape[2] * output.shape[3]
        work = places * layer.get_parameter("weight").numel()
        self.all += work
        if places * self.batch_size >= ENOUGH_POSITIONS:
            self.wide += work
        elif places * self.batch_size < FEW_POSITIONS and layer not in self.narrow:
            self.narrow.append(layer)

    @property
    def is_worth_it(self) -> bool:
        return self.wide > 0 and self.wide >= ENOUGH_SHARE * self.all
