"""Lets batch normalisation and dropout treat the images of several processes as the one batch they are."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.modules.batchnorm import _BatchNorm

from cnnstudio.training.distributed.batch_norm import Total, batch_norm_over_all


@dataclass(slots=True)
class Present:
    """The part of a batch that is computed now: its images in all processes, and which of them are this one's."""

    images: int = 0
    first: int = 0
    every: int = 1

    def of_all(self, values: Tensor) -> Tensor:
        """Return this process's rows of values that stand for all images: (images, ...) -> (n, ...)."""
        return values[self.first::self.every]


Forward = Callable[[Any, Tensor], Tensor]


@contextlib.contextmanager
def over_all(module: nn.Module, present: Present, total: Total) -> Iterator[None]:
    """Let a module's layers look at the images of all processes while they learn, inside the block.

    Batch normalisation takes means over all of them; dropout draws for all of them and takes the own ones, so that the
    random state is everywhere that of one process with the whole batch. Nothing changes in evaluation mode.
    """
    changed = []
    for layer in module.modules():
        way = _way(layer, present, total)
        if way is not None:
            # An attribute of the one layer, which hides the method of its class.
            layer.forward = partial(_forward, layer, type(layer).forward, way)
            changed.append(layer)
    try:
        yield
    finally:
        for layer in changed:
            del layer.forward


def _way(layer: nn.Module, present: Present, total: Total) -> Forward | None:
    """Return what a layer does in training mode in place of its own forward pass; None for most."""
    if isinstance(layer, _BatchNorm):
        return lambda layer, values: batch_norm_over_all(layer, values, present.images, total)
    if isinstance(layer, nn.Dropout):
        return partial(_drawn, present, lambda values: values.shape[1:])
    if isinstance(layer, nn.Dropout1d | nn.Dropout2d):
        return partial(_drawn, present, lambda values: (values.shape[1], *([1] * (values.ndim - 2))))
    if type(layer).__name__ == "StochasticDepth":  # torchvision's, which is not imported for a name
        return partial(_drawn, present, lambda values: [1] * (values.ndim - 1))
    return None


def _forward(layer: nn.Module, usual: Forward, way: Forward, values: Tensor) -> Tensor:
    return way(layer, values) if layer.training else usual(layer, values)


def _drawn(present: Present, drawn_for: Callable[[Tensor], Sequence[int]], layer: nn.Module, values: Tensor) -> Tensor:
    """Multiply by this process's rows of what the layer itself makes of ones for all images.

    Parameters
    ----------
    drawn_for : what of an image has a random number of its own, as a shape that fits its values
    """
    ones = torch.ones(present.images, *drawn_for(values), dtype=values.dtype, device=values.device)
    if ones.shape[1:] == values.shape[1:] and _is_channels_last(values):
        ones = ones.contiguous(memory_format=torch.channels_last)
    factors: Tensor = type(layer).forward(layer, ones)
    return values * present.of_all(factors)


def _is_channels_last(values: Tensor) -> bool:
    return values.ndim == 4 and values.shape[1] > 1 and values.stride(1) == 1 and values.stride(3) != 1
