"""Small modules and batch sources for tests of the training."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn


@dataclass(frozen=True)
class TensorBatch:
    """One batch of ready-made tensors."""

    images: torch.Tensor
    labels: torch.Tensor
    indices: np.ndarray


@dataclass(frozen=True)
class MixedBatch(TensorBatch):
    """Ready-made tensors of images mixed from two."""

    other_labels: torch.Tensor | None
    share: torch.Tensor | None


class TensorSource:
    """Batches of tensors, shuffled by epoch; ``closed`` counts the epochs whose iterator ended or was closed."""

    def __init__(self, images: torch.Tensor, labels: torch.Tensor, batch_size: int = 8, *, shuffle: bool = False,
                 before_batch: Callable[[], object] = lambda: None) -> None:
        self.images, self.labels, self.batch_size, self.shuffle = images, labels, batch_size, shuffle
        self.before_batch, self.closed, self.served = before_batch, 0, 0

    @property
    def image_count(self) -> int:
        return len(self.labels)

    def __len__(self) -> int:
        return math.ceil(len(self.labels) / self.batch_size)

    def epoch(self, number: int, start: int = 0) -> Iterator[TensorBatch]:
        count = len(self.labels)
        order = np.random.default_rng(number).permutation(count) if self.shuffle else np.arange(count)
        try:
            for first in range(start * self.batch_size, count, self.batch_size):
                self.before_batch()
                self.served += 1
                chosen = order[first:first + self.batch_size]
                yield TensorBatch(self.images[chosen], self.labels[chosen], chosen)
        finally:
            self.closed += 1


def blobs(count: int, classes: int = 3, *, seed: int = 0, noise: float = 0.5) -> tuple[torch.Tensor, torch.Tensor]:
    """Return images (N, 1, 8, 8) with a bright square whose place is the class, and their labels."""
    generator = torch.Generator().manual_seed(seed)
    labels = torch.arange(count) % classes
    images = noise * torch.randn(count, 1, 8, 8, generator=generator)
    for image, label in zip(images, labels.tolist(), strict=True):
        image[:, 2 * label:2 * label + 3, 2 * label:2 * label + 3] += 2.0
    return images, labels


def tiny_network(classes: int = 3, *, seed: int = 0, dropout: float = 0.3) -> nn.Sequential:
    """Return a convolution, normalisation, dropout and a dense layer, with the same weights for the same seed."""
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        return nn.Sequential(
            nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(),
            nn.Dropout(dropout), nn.Linear(4 * 4 * 4, classes))


def state_bytes(module: nn.Module) -> bytes:
    """Return all weights and buffers of a module as bytes."""
    return b"".join(tensor.detach().numpy().tobytes() for tensor in module.state_dict().values())
