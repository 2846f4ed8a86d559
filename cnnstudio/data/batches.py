"""Shuffled, augmented, normalised batches on the device, the next ones prepared while the last one is learned from."""

import hashlib
import math
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from cnnstudio.data.augment.chance import ALL
from cnnstudio.data.augment.changes import augment, augment_pixels
from cnnstudio.data.augment.mixing import mix
from cnnstudio.data.config import AugmentConfig
from cnnstudio.data.normalization import normalize, standardize, to_device, to_unit
from cnnstudio.data.pixels.source import PixelSource

__all__ = ["Batch", "Batches", "normalize"]

_DEPTH = 2
_LARGE_BATCH_BYTES = 64_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Some images with what they show.

    Attributes
    ----------
    images : (N, C, H, W) float32, normalised, on the device; of the ``rows`` alone where `Batches` makes only these
    labels : (N,) int64 class indices, on the device; of a mixed image, the class it shows most of
    indices : (N,) int64, which files of the folder these are
    other_labels : (N,) int64, what else a mixed image shows, on the device; None when nothing was mixed
    share : (N,) float32 in [0.5, 1], how much of a mixed image belongs to ``labels``; None when nothing was mixed
    """

    images: Tensor
    labels: Tensor
    indices: NDArray[np.int64]
    other_labels: Tensor | None = None
    share: Tensor | None = None


class Batches:
    """The images of one split, in batches, epoch after epoch.

    Everything random follows from the seed, the epoch's number and the batch's place in it; the program's global
    random state is neither read nor changed, and it does not matter where the pixels come from or in how many threads
    they are decoded. A last batch of a single image joins the one before, because batch normalisation cannot learn
    from one image.

    Parameters
    ----------
    source : the pixels, and the labels unless others are given
    indices : which of its images, in this order unless they are shuffled
    batch_size : images a batch, at least 1
    mean, std : (C,) for pixel values in [0, 1]
    shuffle : a new order in each epoch
    seed : another seed gives other orders and other augmentations
    augment : random changes; None for validation
    labels : (N,) class indices instead of the source's own
    channels_last : lay images out as ``torch.channels_last``
    rows : which images of each batch are made, the same as if all were; labels and indices are of the whole batch. So
        several processes can share its work
    """

    def __init__(
        self, source: PixelSource, indices: NDArray[np.int64], *, batch_size: int,
        mean: Sequence[float] | NDArray[Any], std: Sequence[float] | NDArray[Any], shuffle: bool, seed: int,
        augment: AugmentConfig | None = None, device: torch.device | str = "cpu",
        labels: NDArray[np.int64] | None = None, channels_last: bool = False,
        rows: slice = ALL,
    ) -> None:
        if batch_size < 1:
            raise ValueError(f"The batch size is {batch_size}, but a batch has at least one image.")
        self._source = source
        self._labels = source.labels if labels is None else labels
        self._indices = np.asarray(indices, dtype=np.int64)
        self._batch_size = batch_size
        self._mean, self._std = np.asarray(mean, np.float64), np.asarray(std, np.float64)
        self._shuffle = shuffle
        self._seed = seed
        self._augment = augment if augment is not None and not augment.is_identity else None
        self._device = torch.device(device)
        self._channels_last = channels_last
        self._rows = rows

    @property
    def image_count(self) -> int:
        """How many images an epoch has."""
        return len(self._indices)

    def __len__(self) -> int:
        """Return how many batches (steps) an epoch has."""
        full, rest = divmod(len(self._indices), self._batch_size)
        joins_the_last = rest == 1 and full > 0
        return full + (rest > 0 and not joins_the_last)

    def epoch(self, number: int, start: int = 0) -> Generator[Batch, None, None]:
        """Yield the batches of one epoch; the same number gives the same batches, whatever was done before.

        One thread prepares the next batches. It ends with the iterator, also when that is closed or dropped early;
        what goes wrong in it is raised here, and so is what the source raises.

        Parameters
        ----------
        start : batches left out at the beginning; those after them are the same as ever
        """
        order = self._order(number)
        thread = ThreadPoolExecutor(1, thread_name_prefix="cnnstudio-batches")
        with self._source.reading_ahead(self._read(order, start)):
            try:
                steps = iter(range(start, len(self)))
                ahead = deque(thread.submit(self._batch, order, number, step) for step in islice(steps, self._depth))
                while ahead:
                    batch = ahead.popleft().result()
                    ahead.extend(thread.submit(self._batch, order, number, step) for step in islice(steps, 1))
                    yield batch
            finally:
                thread.shutdown(wait=True, cancel_futures=True)

    @property
    def _depth(self) -> int:
        """How many batches may wait: of large ones only the next, to spare the memory."""
        batch_bytes = 4 * math.prod(self._source.shape) * self._batch_size
        return _DEPTH if batch_bytes <= _LARGE_BATCH_BYTES else 1

    def _order(self, number: int) -> NDArray[np.int64]:
        if not self._shuffle:
            return self._indices
        places = torch.randperm(len(self._indices), generator=_generator(self._seed, number, "order"))
        return np.asarray(self._indices[places.numpy()], np.int64)

    def _numbers(self, order: NDArray[np.int64], step: int) -> NDArray[np.int64]:
        """Return which images the batch at a place of an epoch has."""
        end = (step + 1) * self._batch_size if step + 1 < len(self) else len(order)
        return order[step * self._batch_size:end]

    def _read(self, order: NDArray[np.int64], start: int) -> NDArray[np.int64]:
        """Return which images are read from the batch at a place of an epoch on."""
        if self._made == ALL:
            return order[start * self._batch_size:]
        parts = [self._numbers(order, step)[self._made] for step in range(start, len(self))]
        return np.concatenate([*parts, order[:0]])

    @property
    def _made(self) -> slice:
        """Which images of a batch are made: of mixed ones all, for each has a part of another."""
        is_mixed = self._augment is not None and (self._augment.is_on("mixup") or self._augment.is_on("cutmix"))
        return ALL if is_mixed else self._rows

    def _batch(self, order: NDArray[np.int64], number: int, step: int) -> Batch:
        indices = self._numbers(order, step)
        pixels = self._source.take(indices[self._made])
        labels = to_device(torch.from_numpy(self._labels[indices]), self._device)
        if self._augment is None:
            images = normalize(pixels, self._mean, self._std, self._device, channels_last=self._channels_last)
            return Batch(images, labels, indices)
        chance = _generator(self._seed, number, step)
        changed = self._changed(pixels, self._augment, chance, len(indices))
        mixed = mix(changed, labels, self._augment, chance)
        own = mixed.images if self._made == self._rows else mixed.images[self._rows]
        images = standardize(own, self._mean, self._std, channels_last=self._channels_last)
        return Batch(images, mixed.labels, indices, mixed.other_labels, mixed.share)

    def _changed(self, pixels: NDArray[np.uint8], config: AugmentConfig, chance: torch.Generator,
                 count: int) -> Tensor:
        """Return images (N, C, H, W) of a batch of ``count`` in [0, 1], changed at random, on the device."""
        if not len(pixels):
            return to_unit(pixels, self._device)
        batch: dict[str, Any] = {"count": count, "rows": self._made}
        if self._device.type == "cpu":
            layout = torch.channels_last if self._channels_last else torch.contiguous_format
            return augment_pixels(pixels, config, chance, memory_format=layout, **batch)
        return augment(to_unit(pixels, self._device), config, chance, **batch)


def _generator(*what: object) -> torch.Generator:
    """Return a generator of its own for each seed, epoch and purpose; similar seeds give unlike numbers."""
    digest = hashlib.blake2b(repr(what).encode(), digest_size=8).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest, "big") >> 1)
