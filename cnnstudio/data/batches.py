"""Shuffled, augmented, normalised batches on the device, the next one prepared while the last one is learned from."""

import hashlib
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from cnnstudio.data.augment import augment
from cnnstudio.data.config import AugmentConfig
from cnnstudio.data.pixel_cache import PixelCache


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some images with what they show.

    Attributes
    ----------
    images : (N, C, H, W) float32, normalised, on the device
    labels : (N,) int64 class indices, on the device
    indices : (N,) int64, which files of the folder these are
    """

    images: Tensor
    labels: Tensor
    indices: NDArray[np.int64]


class Batches:
    """The images of one split, in batches, epoch after epoch.

    Everything random follows from the seed, the epoch's number and the batch's place in it; the program's global
    random state is neither read nor changed. A last batch of a single image joins the one before, because batch
    normalisation cannot learn from one image.

    Parameters
    ----------
    cache : the pixels and labels of the folder
    indices : which of its images, in this order unless they are shuffled
    batch_size : images a batch, at least 1
    mean, std : (C,) for pixel values in [0, 1]
    shuffle : a new order in each epoch
    seed : another seed gives other orders and other augmentations
    augment : random changes; None for validation
    """

    def __init__(
        self, cache: PixelCache, indices: NDArray[np.int64], *, batch_size: int, mean: Sequence[float] | NDArray[Any],
        std: Sequence[float] | NDArray[Any], shuffle: bool, seed: int, augment: AugmentConfig | None = None,
        device: torch.device | str = "cpu",
    ) -> None:
        if batch_size < 1:
            raise ValueError(f"The batch size is {batch_size}, but a batch has at least one image.")
        self._cache = cache
        self._indices = np.asarray(indices, dtype=np.int64)
        self._batch_size = batch_size
        self._mean, self._std = np.asarray(mean, np.float64), np.asarray(std, np.float64)
        self._shuffle = shuffle
        self._seed = seed
        self._augment = augment if augment is not None and not augment.is_identity else None
        self._device = torch.device(device)

    @property
    def image_count(self) -> int:
        """How many images an epoch has."""
        return len(self._indices)

    def __len__(self) -> int:
        """Return how many batches (steps) an epoch has."""
        full, rest = divmod(len(self._indices), self._batch_size)
        joins_the_last = rest == 1 and full > 0
        return full + (rest > 0 and not joins_the_last)

    def epoch(self, number: int) -> Generator[Batch, None, None]:
        """Yield the batches of one epoch; the same number gives the same batches, whatever was done before.

        One thread prepares the next batch. It ends with the iterator, also when that is closed or dropped early; what
        goes wrong in it is raised here.
        """
        order = self._order(number)
        steps = len(self)
        with ThreadPoolExecutor(1, thread_name_prefix="cnnstudio-batches") as thread:
            ahead = thread.submit(self._batch, order, number, 0) if steps else None
            for step in range(steps):
                assert ahead is not None  # noqa: S101 - for the type checker
                batch = ahead.result()
                ahead = thread.submit(self._batch, order, number, step + 1) if step + 1 < steps else None
                yield batch

    def _order(self, number: int) -> NDArray[np.int64]:
        if not self._shuffle:
            return self._indices
        places = torch.randperm(len(self._indices), generator=_generator(self._seed, number, "order"))
        return np.asarray(self._indices[places.numpy()], np.int64)

    def _batch(self, order: NDArray[np.int64], number: int, step: int) -> Batch:
        end = (step + 1) * self._batch_size if step + 1 < len(self) else len(order)
        indices = order[step * self._batch_size:end]
        pixels = self._cache.pixels.take(indices, axis=0)
        if self._augment is None:
            images = normalize(pixels, self._mean, self._std, self._device)
        else:
            images = augment(_to_unit(pixels, self._device), self._augment, _generator(self._seed, number, step))
            images = _standardize(images, self._mean, self._std)
        labels = torch.from_numpy(self._cache.labels[indices]).to(self._device)
        return Batch(images, labels, indices)


def normalize(
    pixels: NDArray[np.uint8], mean: NDArray[Any], std: NDArray[Any], device: torch.device | str = "cpu",
) -> Tensor:
    """Turn input pixels into what a network is given: the one way, for training, prediction and explanation.

    Parameters
    ----------
    pixels : (N, H, W, C) uint8
    mean, std : (C,) for values in [0, 1]

    Returns
    -------
    (N, C, H, W) float32 on ``device``: ``(pixels / 255 - mean) / std``.
    """
    return _standardize(_to_unit(pixels, device), mean, std)


def _to_unit(pixels: NDArray[np.uint8], device: torch.device | str) -> Tensor:
    """Return (N, C, H, W) float32 in [0, 1]; the bytes travel to the device, a quarter of what floats would be."""
    images = torch.from_numpy(np.ascontiguousarray(pixels)).to(device)
    return images.permute(0, 3, 1, 2).to(torch.float32, memory_format=torch.contiguous_format).mul_(1 / 255)


def _standardize(images: Tensor, mean: NDArray[Any], std: NDArray[Any]) -> Tensor:
    """Return ``(images - mean) / std``; works in place, on images that are ours."""
    factor, offset = (torch.as_tensor(values, dtype=torch.float32, device=images.device)[:, None, None]
                      for values in (1 / np.asarray(std), -np.asarray(mean) / np.asarray(std)))
    return images.mul_(factor).add_(offset)


def _generator(*what: object) -> torch.Generator:
    """Return a generator of its own for each seed, epoch and purpose; similar seeds give unlike numbers."""
    digest = hashlib.blake2b(repr(what).encode(), digest_size=8).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest, "big") >> 1)
