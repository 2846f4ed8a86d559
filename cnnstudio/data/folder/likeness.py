"""Whether two pictures are nearly the same, judged on their pixels at a small size."""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.folder.measures import shrunk
from cnnstudio.data.thread_pool import in_order, never_stop
from cnnstudio.errors import ImageError

if TYPE_CHECKING:
    from pathlib import Path

    from cnnstudio.data.folder.image_folder import ImageFile

_SIDE_PX = 24
_DECODED_PX = 48  # at least: what JPEG leaves out when it decodes smaller than this is still in other formats
_CELLS = 8  # the picture is divided into 8 x 8 cells, so that a small object that differs is seen
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # ITU-R BT.601
_THIRDS = np.full(3, 1 / 3, np.float32)
_LEAST_DEVIATION = 3.0  # of 255: what is flatter is not stretched any further
_LARGEST_TINT = 0.2
_COLOR_WEIGHT = 0.5  # of single pixels; JPEG keeps colours at half the resolution and less exactly
_COMPARED_AT_ONCE = 512
_KEPT_PICTURES = 25_000  # 45 MB; three times as much for very small ones

# Measured on photographs, parts of photographs, objects pasted on few backgrounds, textures, stripes and digits: copies
# (JPEG quality 30 to 95, scale 0.3 to 2, other formats) against different pictures of the same set.
_PRODUCT_GAP = 0.15
_DIFFERENCE = 0.65
_CELL_DIFFERENCE = 0.55
_CELL_POWER = 0.8  # the worst of 64 cells shrinks more slowly in a crowd than the mean does
_USUAL_CROWD = 0.3
_LEAST_FACTOR = 0.12  # so that frames of one film that differ in noise alone are still one picture
_SAMPLED = 4096


def strictness(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (N,) factors in (0, 1] for the limits of N pictures, given by their (N, 64) outlines.

    Where pictures resemble each other (digits, X-rays, parts on a belt), different ones come as close as copies of
    photographs do. So the limits shrink with the third root of the number of neighbours a picture has, at least of the
    number most have; the number of pairs below a limit was seen to grow with the sixth power of the limit. One
    neighbour is free, for it may well be a copy.
    """
    step = max(1, len(vectors) // _SAMPLED)
    sample = vectors[::step].T
    blocks = (vectors[top:top + _SAMPLED] @ sample for top in range(0, len(vectors), _SAMPLED))
    neighbours = np.concatenate([(block >= 1 - _PRODUCT_GAP).sum(axis=1) for block in blocks]) * step - 1
    crowd = np.maximum(neighbours - 1, 0) / 2
    crowd = np.maximum(crowd, np.median(crowd))
    factors = (_USUAL_CROWD / np.maximum(crowd, 1e-9)) ** (1 / 3)
    return np.asarray(np.clip(factors, _LEAST_FACTOR, 1), np.float32)


def least_product(factors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the scalar products that the outlines of copies have at least, for factors of `strictness`."""
    return np.asarray(1 - _PRODUCT_GAP * factors, np.float32)


class _Small(NamedTuple):
    """A picture at a small size."""

    pixels: NDArray[np.uint8]
    """(24, 24, 3)."""
    source: NDArray[np.uint8]
    """(H, W, 3): what it was made from, when that is hardly larger."""


class Pictures:
    """The pictures of some files at a small size, decoded when they are wanted first."""

    def __init__(self, files: "Sequence[ImageFile]", should_stop: Callable[[], bool] = never_stop) -> None:
        self._files = files
        self._should_stop = should_stop
        self._small: dict[int, _Small | None] = {}

    def agree(self, pairs: NDArray[np.int64], factors: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Return (M,) whether the pictures of (M, 2) pairs of files are nearly the same; False where one is gone.

        ``factors`` are (M,), of `strictness`.
        """
        self._load(np.unique(pairs))
        parts = [self._agree(pairs[start:start + _COMPARED_AT_ONCE], factors[start:start + _COMPARED_AT_ONCE])
                 for start in range(0, len(pairs), _COMPARED_AT_ONCE)]
        return np.concatenate(parts) if parts else np.zeros(0, np.bool_)

    def _load(self, wanted: NDArray[np.int64]) -> None:
        if len(self._small) > _KEPT_PICTURES:  # what is wanted now will be wanted again
            self._small = {index: self._small[index] for index in wanted.tolist() if index in self._small}
        missing = [int(index) for index in wanted if int(index) not in self._small]
        results = in_order(_small, [self._files[index].path for index in missing], should_stop=self._should_stop)
        with closing(results):
            self._small.update(zip(missing, results, strict=True))

    def _agree(self, pairs: NDArray[np.int64], factors: NDArray[np.float32]) -> NDArray[np.bool_]:
        are_there = np.array([self._small[int(one)] is not None and self._small[int(other)] is not None
                              for one, other in pairs], np.bool_)
        result = np.zeros(len(pairs), np.bool_)
        if are_there.any():
            first, second = pairs[are_there].T
            one, other = self._stack(first, second), self._stack(second, first)
            result[are_there] = nearly_equal(one, other, factors[are_there])
        return result

    def _stack(self, indices: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.uint8]:
        """Return the small pictures of files with no more details than the files they are compared with can show."""
        return np.stack([_at_size_of(self._files[other], small) for index, other in zip(indices, others, strict=True)
                         if (small := self._small[int(index)]) is not None])


def _small(path: "Path") -> _Small | None:
    try:
        pixels = decode(path, at_least=(_DECODED_PX, _DECODED_PX)).pixels
    except ImageError:
        return None
    reduced = shrunk(pixels, _SIDE_PX)
    return _Small(reduced, pixels if max(pixels.shape) <= _DECODED_PX else reduced)


def _at_size_of(other: "ImageFile", small: _Small) -> NDArray[np.uint8]:
    """Return (24, 24, 3): a picture as it looks when it is made as small as another file is."""
    import cv2

    height, width = min(other.height, len(small.source)), min(other.width, small.source.shape[1])
    if min(height, width) == 0 or min(height, width) >= _SIDE_PX:
        return small.pixels
    coarse = np.asarray(cv2.resize(small.source, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    return shrunk(coarse, _SIDE_PX)


def nearly_equal(one: NDArray[np.uint8], other: NDArray[np.uint8], factors: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return (M,) whether (M, 24, 24, 3) pictures agree with others, whatever their brightness and contrast.

    Compared are the pixels and the means of 8 x 8 cells, in deviations of the picture: noise and lost details cancel
    out in a cell, an object that is there in one of them only does not. Colours count in full in the cells and less in
    single pixels. A grey picture is compared with the luma of a coloured one. ``factors`` (M,) make the limits
    narrower.
    """
    first, second = one.astype(np.float32), other.astype(np.float32)
    mixed = _are_grey(one) != _are_grey(other)
    for pictures in (first, second):
        pictures[mixed] = (pictures[mixed] @ _LUMA)[..., None]
    tints = np.abs(_tint(first) - _tint(second)).max(axis=1)
    errors = _normalised(first) - _normalised(second)
    lumas = (errors @ _LUMA)[..., None]
    weighted = (lumas + _COLOR_WEIGHT * (errors - lumas)).reshape(len(errors), -1)
    worst_cells = np.sqrt((_cells(errors) ** 2) @ _THIRDS).max(axis=(1, 2))
    return np.asarray((np.sqrt(np.einsum("ij,ij->i", weighted, weighted) / weighted.shape[1]) < _DIFFERENCE * factors)
                      & (worst_cells < _CELL_DIFFERENCE * factors ** _CELL_POWER)
                      & (tints < _LARGEST_TINT), np.bool_)


def _cells(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (M, 8, 8, 3): the means of the cells of (M, 24, 24, 3); step by step, a tenth of the time."""
    width = _SIDE_PX // _CELLS
    rows = pictures.reshape(len(pictures), _CELLS, width, _SIDE_PX * 3).sum(axis=2)
    return np.asarray(rows.reshape(len(pictures), _CELLS, _CELLS, width, 3).sum(axis=3) / width**2, np.float32)


def _means(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (M, 3): the mean of each channel of (M, 24, 24, 3), one axis after the other."""
    rows = pictures.reshape(len(pictures), _SIDE_PX, _SIDE_PX * 3).sum(axis=1)
    return np.asarray(rows.reshape(len(pictures), _SIDE_PX, 3).sum(axis=1) / _SIDE_PX**2, np.float32)


def _are_grey(pictures: NDArray[np.uint8]) -> NDArray[np.bool_]:
    red, green, blue = (pictures[..., channel].astype(np.int16) for channel in range(3))
    spread = np.maximum(np.maximum(red, green), blue) - np.minimum(np.minimum(red, green), blue)
    most = spread.reshape(len(pictures), -1).max(axis=1)
    return np.asarray(most <= 4, np.bool_)  # 4: JPEG and averaging move the channels a little


def _normalised(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    centred = pictures - _means(pictures)[:, None, None]
    flat = centred.reshape(len(centred), -1)
    deviation = np.sqrt(np.einsum("ij,ij->i", flat, flat) / flat.shape[1])
    return np.asarray(centred / np.maximum(deviation, _LEAST_DEVIATION)[:, None, None, None], np.float32)


def _tint(pictures: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (M, 3): the mean of each channel in proportion to that of all three."""
    means = _means(pictures)
    return np.asarray(means / np.maximum(means.mean(axis=1, keepdims=True), 8), np.float32)
