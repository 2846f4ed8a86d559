"""Lets batch normalisation and dropout treat the images of several processes as the one batch they are."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
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
    ways: Mapping[type[nn.Module], Forward] = {
        _BatchNorm: lambda layer, values: batch_norm_over_all(layer, values, present.images, total),
        nn.Dropout: partial(_dropout, present), nn.Dropout1d: partial(_dropout_of_channels, present),
        nn.Dropout2d: partial(_dropout_of_channels, present)}
    changed = [layer for layer in module.modules() if isinstance(layer, tuple(ways))]
    for layer in changed:
        way = next(way for kind, way in ways.items() if isinstance(layer, kind))
        # An attribute of the one layer, which hides the method of its class.
        layer.forward = partial(_forward, layer, type(layer).forward, way)
    try:
        yield
    finally:
        for layer in changed:
            del layer.forward


def _forward(layer: nn.Module, usual: Forward, way: Forward, values: Tensor) -> Tensor:
    return way(layer, values) if layer.training else usual(layer, values)


def _dropout(present: Present, layer: nn.Dropout, values: Tensor) -> Tensor:
    return values * _mask(present, layer.p, values.shape[1:], values)


def _dropout_of_channels(present: Present, layer: nn.Dropout2d, values: Tensor) -> Tensor:
    shape = (values.shape[1], *([1] * (values.ndim - 2)))
    return values * _mask(present, layer.p, shape, values)


def _mask(present: Present, share: float, shape: tuple[int, ...], values: Tensor) -> Tensor:
    """Draw what ``torch.nn.functional.dropout`` multiplies all images by, and return this process's rows."""
    ones = torch.ones(present.images, *shape, dtype=values.dtype, device=values.device)
    if len(shape) == 3 and _is_channels_last(values):
        ones = ones.contiguous(memory_format=torch.channels_last)
    return present.of_all(functional.dropout(ones, share, training=True))


def _is_channels_last(values: Tensor) -> bool:
    return values.shape[1] > 1 and values.stride(1) == 1 and values.stride(3) != 1
