"""Which pictures show nearly the same: resized, re-encoded, slightly changed copies."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.folder.likeness import Pictures, least_product, strictness
from cnnstudio.data.folder.measures import NO_OUTLINE, outlines
from cnnstudio.data.thread_pool import ProgressCallback, ProgressReport, never_stop, stop_if_asked

if TYPE_CHECKING:
    from cnnstudio.data.folder.image_folder import ImageFile

_BLOCK = 1024  # outlines compared at a time: 4 MB of products, which stay in the cache; some 3 ms
_KEPT_AXES = 23  # of 64; with them, one pair in a thousand has to be looked at in full
_ROUNDING = 1e-5
_CONFIRMED_AT_ONCE = 4096
_CROWDED = 25_000  # candidates in a block, as in the frames of a film; then the nearest of each picture must do
_COMPARED_EACH = 64
_NEIGHBOURHOOD = 12_000  # pictures; two of these are kept at a small size
_SEARCH_SHARE = 0.25  # of the work, for the progress that is shown


class _Part:
    """A part of the work, from one count to another."""

    def __init__(self, report: ProgressReport, start: int, end: int) -> None:
        self._report, self._start, self._end = report, start, end

    def advance_to(self, share: float) -> None:
        """Say that this share of the part, 0 to 1, is done."""
        self._report.advance(self._start + round(share * (self._end - self._start)))


class DisjointSets:
    """Sets of numbers from 0 that can be joined (union-find)."""

    def __init__(self, count: int) -> None:
        self._parents = np.arange(count)

    def roots(self, members: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return for each member the number that stands for its set."""
        found = self._parents[members]
        while True:
            above = self._parents[found]
            if np.array_equal(above, found):
                return found
            found = above

    def join(self, one: int, other: int) -> None:
        """Make one set of the sets of two numbers; the smallest member stands for it."""
        low, high = sorted((self._root(one), self._root(other)))
        self._parents[high] = low

    def _root(self, member: int) -> int:
        while (above := int(self._parents[member])) != member:
            self._parents[member] = self._parents[above]
            member = above
        return member


def near_duplicate_groups(
    files: "Sequence[ImageFile]", *, should_stop: Callable[[], bool] = never_stop,
    on_progress: ProgressCallback | None = None,
) -> dict[int, str]:
    """Return the group of each file that has pictures like it: index into ``files`` -> name of the group.

    Equal pictures (by digest) are in one group. Others are found by their outlines and confirmed on their pixels, read
    once more; pictures alike a third one are in its group. A group is called as the first of its files by name.
    Mirrored and turned pictures count as different ones, for a network they are; so do pictures with nothing on them.

    Parameters
    ----------
    files : checked ones; those without measures have no group
    should_stop : asked often
    on_progress : called with (done, total) pictures, as far as all work can be counted in pictures

    Raises
    ------
    JobCancelledError
        ``should_stop`` said so.
    """
    sets = DisjointSets(len(files))
    firsts = [index for index in _join_equal(files, sets) if _has_outline(files[index])]
    if len(firsts) > 1:
        _join_alike(files, np.array(firsts), sets, should_stop, ProgressReport(on_progress, len(firsts)))
    return _named(files, sets)


def _has_outline(file: "ImageFile") -> bool:
    return file.measures is not None and file.measures.outline != NO_OUTLINE


def _join_equal(files: "Sequence[ImageFile]", sets: DisjointSets) -> list[int]:
    """Join files with equal digests and return the first file of each picture."""
    first_of: dict[str, int] = {}
    firsts = []
    for index, file in enumerate(files):
        first = first_of.setdefault(file.digest, index) if file.digest else index
        if first == index:
            firsts.append(index)
        else:
            sets.join(first, index)
    return firsts


def _join_alike(files: "Sequence[ImageFile]", chosen: NDArray[np.int64], sets: DisjointSets,
                should_stop: Callable[[], bool], report: ProgressReport) -> None:
    """Join the chosen files whose pictures look alike."""
    vectors = outlines([measures.outline for index in chosen if (measures := files[index].measures) is not None])
    factors = strictness(vectors)
    searched = int(_SEARCH_SHARE * len(chosen))
    found = [np.zeros((0, 2), np.int64), *_candidates(vectors, factors, should_stop, _Part(report, 0, searched))]
    pairs = _by_neighbourhood(np.concatenate(found))
    looking, pictures = _Part(report, searched, len(chosen)), Pictures(files, should_stop)
    for start in range(0, len(pairs), _CONFIRMED_AT_ONCE):
        some = pairs[start:start + _CONFIRMED_AT_ONCE]
        _confirm(chosen[some], factors[some].min(axis=1), sets, pictures)
        looking.advance_to((start + len(some)) / len(pairs))
    looking.advance_to(1.0)


def _by_neighbourhood(pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """Sort (M, 2) pairs of rows so that those of few pictures follow each other, and these are decoded once for all."""
    first, second = (pairs // _NEIGHBOURHOOD).T
    return pairs[np.lexsort((second, first))]


def _candidates(vectors: NDArray[np.float32], factors: NDArray[np.float32], should_stop: Callable[[], bool],
                report: "_Part") -> Iterator[NDArray[np.int64]]:
    """Yield (M, 2) pairs of rows of ``vectors`` that may look alike, the smaller first; block by block."""
    limits, short = least_product(factors), _shortened(vectors)
    most = max(1, _COMPARED_EACH // (len(vectors) // _BLOCK + 1))
    table = np.empty(min(len(vectors), _BLOCK) ** 2, np.float32)
    for top in range(0, len(vectors), _BLOCK):
        rows, least = slice(top, top + _BLOCK), limits[top:top + _BLOCK, None]
        for left in range(top, len(vectors), _BLOCK):
            stop_if_asked(should_stop)
            columns = slice(left, left + _BLOCK)
            places = _possible(short[rows], short[columns], least, table)
            if len(places) > _CROWDED:
                one, other = _nearest(vectors[rows] @ vectors[columns].T, least, most)
            else:
                one, other = np.divmod(places, len(short[columns]))
            yield _settled(one + top, other + left, vectors, limits)
        report.advance_to(min(top + _BLOCK, len(vectors)) / len(vectors))


def _shortened(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return (N, 24) vectors whose products are at least those of the (N, 64) given ones, and mostly not much more.

    They are the coordinates along the principal axes, and the length of what is left as the last one: the product of
    what is left of two is at most that of its lengths (Cauchy and Schwarz).
    """
    axes = np.linalg.eigh(vectors.T @ vectors)[1][:, ::-1]
    turned = vectors @ axes.astype(np.float32)
    rest = np.linalg.norm(turned[:, _KEPT_AXES:], axis=1, keepdims=True)
    return np.hstack((turned[:, :_KEPT_AXES], rest))


def _possible(rows: NDArray[np.float32], columns: NDArray[np.float32], least: NDArray[np.float32],
              table: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the places in a table of rows and columns where the product may reach ``least``; ``table`` is scratch."""
    products = table[:len(rows) * len(columns)].reshape(len(rows), len(columns))
    np.matmul(rows, columns.T, out=products)
    return np.flatnonzero(products >= least - _ROUNDING)


def _settled(one: NDArray[np.int64], other: NDArray[np.int64], vectors: NDArray[np.float32],
             limits: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the pairs of rows whose product reaches the limits of both, the smaller row first."""
    ascend = one < other
    one, other = one[ascend], other[ascend]
    products = np.einsum("ij,ij->i", vectors[one], vectors[other])
    is_pair = products >= np.maximum(limits[one], limits[other])
    return np.column_stack((one[is_pair], other[is_pair]))


def _nearest(products: NDArray[np.float32], least: NDArray[np.float32], most: int) -> tuple[NDArray[np.int64], ...]:
    """Return rows and columns of the products that are large enough; in a crowd, the ``most`` largest of each row."""
    places = np.flatnonzero(products >= least)
    if len(places) > _CROWDED:
        kept = min(most + 1, products.shape[1])  # one may be the picture itself
        columns = np.argpartition(products, -kept, axis=1)[:, -kept:]
        rows = np.arange(len(products))[:, None]
        places = (rows * products.shape[1] + columns)[products[rows, columns] >= least]
    one, other = np.divmod(places, products.shape[1])
    return one, other


def _confirm(pairs: NDArray[np.int64], factors: NDArray[np.float32], sets: DisjointSets, pictures: Pictures) -> None:
    """Join the pairs of files whose pixels agree; pairs that are together already are not looked at."""
    are_apart = sets.roots(pairs[:, 0]) != sets.roots(pairs[:, 1])
    apart = pairs[are_apart]
    for one, other in apart[pictures.agree(apart, factors[are_apart])] if len(apart) else ():
        sets.join(int(one), int(other))


def _named(files: "Sequence[ImageFile]", sets: DisjointSets) -> dict[int, str]:
    members: dict[int, list[int]] = defaultdict(list)
    for index, root in enumerate(sets.roots(np.arange(len(files))).tolist()):
        members[root].append(index)
    groups = [group for group in members.values() if len(group) > 1]
    names = [min(files[index].relative for index in group) for group in groups]
    return {index: name for name, group in zip(names, groups, strict=True) for index in group}
