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
_SKETCHED_AT_ONCE = 4096
_KEPT_SKETCHES = 40_000  # 31 MB; more than twice as many as are compared at once
_ROUNDING = 1e-4

Look = tuple[int, int, int]
"""A file's number, and the height and width its picture is made smaller to; both 0 as it is."""

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
        self._small: dict[int, _Small] = {}
        self._gone: set[int] = set()
        self._sketches = Sketches()

    def agree(self, pairs: NDArray[np.int64], factors: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Return (M,) whether the pictures of (M, 2) pairs of files are nearly the same; False where one is gone.

        ``factors`` are (M,), of `strictness`.
        """
        self._load(np.unique(pairs))
        parts = [slice(start, start + _SKETCHED_AT_ONCE) for start in range(0, len(pairs), _SKETCHED_AT_ONCE)]
        may = [self._may_agree(pairs[part], factors[part]) for part in parts]
        places = np.flatnonzero(np.concatenate(may)) if may else np.zeros(0, np.int64)
        result = np.zeros(len(pairs), np.bool_)
        for start in range(0, len(places), _COMPARED_AT_ONCE):
            some = places[start:start + _COMPARED_AT_ONCE]
            first, second = pairs[some].T.tolist()
            one, other = np.stack([*map(self._seen, first, second)]), np.stack([*map(self._seen, second, first)])
            result[some] = nearly_equal(one, other, factors[some])
        return result

    def _load(self, wanted: NDArray[np.int64]) -> None:
        if len(self._small) > _KEPT_PICTURES:  # what is wanted now will be wanted again
            self._small = {index: self._small[index] for index in wanted.tolist() if index in self._small}
        missing = [index for index in wanted.tolist() if index not in self._small and index not in self._gone]
        results = in_order(_small, [self._files[index].path for index in missing], should_stop=self._should_stop)
        with closing(results):
            for index, small in zip(missing, results, strict=True):
                if small is None:
                    self._gone.add(index)
                else:
                    self._small[index] = small

    def _may_agree(self, pairs: NDArray[np.int64], factors: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Return (M,) False for pairs that a look at their sketches tells apart, or one of which is gone."""
        first, second = pairs.T.tolist()
        are_there = np.array([one in self._small and other in self._small
                              for one, other in zip(first, second, strict=True)], np.bool_)
        places = np.flatnonzero(are_there)
        if len(places):
            first, second = pairs[places].T.tolist()
            rows = self._sketches.rows([*map(self._look, first, second), *map(self._look, second, first)], self._drawn)
            one, other = rows.reshape(2, -1)
            are_there[places] = self._sketches.may_agree(one, other, factors[places])
        return are_there

    def _look(self, index: int, other: int) -> Look:
        """Return how a file's picture is looked at beside another: no larger than that, or ``(index, 0, 0)`` as it is.

        It has then no more details than the other one can show.
        """
        small, beside = self._small[index], self._files[other]
        height, width = min(beside.height, len(small.source)), min(beside.width, small.source.shape[1])
        return (index, height, width) if 0 < min(height, width) < _SIDE_PX else (index, 0, 0)

    def _seen(self, index: int, other: int) -> NDArray[np.uint8]:
        return self._drawn(self._look(index, other))

    def _drawn(self, look: Look) -> NDArray[np.uint8]:
        """Return (24, 24, 3): a picture as it looks when it is made that small."""
        import cv2

        index, height, width = look
        small = self._small[index]
        if not height:
            return small.pixels
        coarse = np.asarray(cv2.resize(small.source, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
        return shrunk(coarse, _SIDE_PX)


class Sketches:
    """What is worked out once for each look at a picture, and tells most different ones apart: cells, tint, grey.

    Where pictures resemble each other each has hundreds of neighbours, and comparing all pixels with each of them takes
    minutes for 100,000.
    """

    def __init__(self) -> None:
        self._row_of: dict[Look, int] = {}
        self._cells = np.empty((_KEPT_SKETCHES, 3 * _CELLS * _CELLS), np.float32)
        self._tints = np.empty((_KEPT_SKETCHES, 3), np.float32)
        self._are_grey = np.empty(_KEPT_SKETCHES, np.bool_)

    def rows(self, looks: Sequence[Look], drawn: Callable[[Look], NDArray[np.uint8]]) -> NDArray[np.int64]:
        """Return the rows of `_KEPT_SKETCHES` looks at most; ``drawn`` gives the pixels of one that has none yet."""
        wanted = dict.fromkeys(looks)
        missing = [look for look in wanted if look not in self._row_of]
        if len(self._row_of) + len(missing) > _KEPT_SKETCHES:
            self._row_of.clear()
            missing = list(wanted)
        for start in range(0, len(missing), _COMPARED_AT_ONCE):
            self._add(missing[start:start + _COMPARED_AT_ONCE], drawn)
        return np.array([self._row_of[look] for look in looks], np.int64)

    def _add(self, looks: list[Look], drawn: Callable[[Look], NDArray[np.uint8]]) -> None:
        first = len(self._row_of)
        rows = slice(first, first + len(looks))
        pixels = np.stack([drawn(look) for look in looks])
        pictures = pixels.astype(np.float32)
        self._cells[rows] = _cells(_normalised(pictures)).transpose(0, 3, 1, 2).reshape(len(looks), -1)
        self._tints[rows] = _tint(pictures)
        self._are_grey[rows] = _are_grey(pixels)
        self._row_of.update(zip(looks, range(first, first + len(looks)), strict=True))

    def may_agree(self, one: NDArray[np.int64], other: NDArray[np.int64],
                  factors: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Return (M,) False for rows of pictures that `nearly_equal` tells apart by their cells or tints."""
        parts = [slice(start, start + _COMPARED_AT_ONCE) for start in range(0, len(one), _COMPARED_AT_ONCE)]
        return np.concatenate([self._may_agree(one[part], other[part], factors[part]) for part in parts])

    def _may_agree(self, one: NDArray[np.int64], other: NDArray[np.int64],
                   factors: NDArray[np.float32]) -> NDArray[np.bool_]:
        errors = self._cells[one] - self._cells[other]
        worst_cells = np.sqrt((errors**2).reshape(len(one), 3, -1).sum(axis=1).max(axis=1) / 3)
        tints = np.abs(self._tints[one] - self._tints[other]).max(axis=1)
        mixed = self._are_grey[one] != self._are_grey[other]  # compared by luma: the sketch says nothing of that
        return np.asarray(mixed | ((worst_cells < _least_different_cell(factors) + _ROUNDING)
                                   & (tints < _LARGEST_TINT + _ROUNDING)), np.bool_)


def _least_different_cell(factors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how much the worst cell of different pictures differs at least, in deviations of the picture."""
    return np.asarray(_CELL_DIFFERENCE * factors ** _CELL_POWER, np.float32)


def _small(path: "Path") -> _Small | None:
    try:
        pixels = decode(path, at_least=(_DECODED_PX, _DECODED_PX)).pixels
    except ImageError:
        return None
    reduced = shrunk(pixels, _SIDE_PX)
    return _Small(reduced, pixels if max(pixels.shape) <= _DECODED_PX else reduced)


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
                      & (worst_cells < _least_different_cell(factors))
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
