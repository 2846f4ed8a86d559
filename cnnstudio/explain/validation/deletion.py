"""Covers an image piece by piece in a map's order, and uncovers it, against random orders. Free of torch."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.heatmap import Floats, Pixels

CoverFill = Literal["blur", "mean", "inpaint"]
COVER_FILLS: tuple[CoverFill, ...] = get_args(CoverFill)
"""What stands in for covered places: the image blurred, its mean colour, its surroundings continued."""

CELLS = 14
STEPS = 14
ORDERS = 9
"""Random orders beside the map's own: the map is better than all of them by luck in one of ten cases."""

_BLUR_SHARE = 0.1
_INPAINT_SIDE = 64

Score = Callable[[Pixels], Floats]
"""Inputs (n, h, w, C) uint8 -> the explained class's probability (n,)."""


@dataclass(frozen=True, slots=True, eq=False)
class DeletionCurves:
    """The class's probability while the image is covered, and while it is uncovered (Petsiuk et al. 2018, RISE).

    Attributes
    ----------
    shares : (S + 1,) of the image covered, or uncovered, 0 to 1
    deletion, insertion : (S + 1,) the map's hottest cells first
    random_deletion, random_insertion : (R, S + 1) the same with cells in random orders
    """

    shares: Floats
    deletion: Floats
    insertion: Floats
    random_deletion: Floats
    random_insertion: Floats

    def area(self, curve: Floats) -> npt.NDArray[np.float64]:
        """Return the area under one curve (S + 1,), as (), or many (R, S + 1), as (R,), by trapezia; 0 to 1."""
        return np.asarray(np.trapezoid(curve, self.shares, axis=-1), dtype=np.float64)

    @property
    def deletion_rank(self) -> int:
        """How many random orders lose the probability more slowly than the map's."""
        return int((self.area(self.random_deletion) > self.area(self.deletion)).sum())

    @property
    def insertion_rank(self) -> int:
        """How many random orders win it back more slowly."""
        return int((self.area(self.random_insertion) < self.area(self.insertion)).sum())


def deletion_curves(score: Score, pixels: Pixels, raw: npt.ArrayLike, *, cells: int = CELLS, steps: int = STEPS,
                    orders: int = ORDERS, fill: CoverFill = "blur", seed: int = 0) -> Iterator[int | DeletionCurves]:
    """Yield after each curve how many are done, of ``orders + 2``, and in the end the curves.

    A random order is one for both kinds: what is uncovered first is what is covered last.

    Parameters
    ----------
    pixels : (h, w, C) uint8, the network's input
    raw : (h', w'), signed, over the whole input
    cells : the input is divided into this many rows and columns, at most as many as it has pixels
    steps : covered in this many about equal parts
    """
    rows, columns = (min(cells, side) for side in pixels.shape[:2])
    counts = np.rint(np.linspace(0, rows * columns, min(steps, rows * columns) + 1)).astype(np.intp)
    cover = _Cover(pixels, rows, columns, fill)

    def curve(order: npt.NDArray[np.intp]) -> Floats:
        return score(np.stack([cover.without(order[:count]) for count in counts]))

    own = hottest_first(raw, rows, columns)
    deletion = curve(own)
    yield 1
    insertion = curve(own[::-1])[::-1]
    yield 2
    random = np.random.default_rng(seed)
    drawn = []
    for done in range(orders):
        drawn.append(curve(random.permutation(rows * columns)))
        yield 3 + done
    deleted = np.array(drawn, np.float32)
    yield DeletionCurves((counts / counts[-1]).astype(np.float32), deletion, insertion, deleted, deleted[:, ::-1])


def hottest_first(raw: npt.ArrayLike, rows: int, columns: int) -> npt.NDArray[np.intp]:
    """Return the cells of a grid, numbered row by row, by the mean of the map in them, the highest first.

    A map coarser than the grid is interpolated bilinearly.
    """
    values = np.asarray(raw, dtype=np.float32)
    is_finer = values.shape[0] >= rows and values.shape[1] >= columns
    means = cv2.resize(values, (columns, rows), interpolation=cv2.INTER_AREA if is_finer else cv2.INTER_LINEAR)
    return np.argsort(-means.ravel(), kind="stable")


class _Cover:
    """One image, and how it looks with some cells covered."""

    def __init__(self, pixels: Pixels, rows: int, columns: int, fill: CoverFill) -> None:
        self._pixels, self._fill = pixels, fill
        height, width = pixels.shape[:2]
        y, x = np.arange(height) * rows // height, np.arange(width) * columns // width
        self._cell = y[:, None] * columns + x
        self._count = rows * columns
        self._whole = _filling(pixels, fill)

    def without(self, covered: npt.NDArray[np.intp]) -> Pixels:
        """Return the image with these cells filled."""
        flags = np.zeros(self._count, np.bool_)
        flags[covered] = True
        mask = flags[self._cell]
        filling = self._whole
        if self._fill == "inpaint" and mask.any() and not mask.all():
            filling = _continued(self._pixels, mask)
        return np.where(mask[..., None], filling, self._pixels)


def _filling(pixels: Pixels, fill: CoverFill) -> Pixels:
    """Return an image of nothing but filling; where nothing is left to continue, the mean colour."""
    if fill == "blur":
        deviation = max(1.0, _BLUR_SHARE * max(pixels.shape[:2]))
        return np.asarray(cv2.GaussianBlur(pixels, (0, 0), deviation, borderType=cv2.BORDER_REFLECT_101),
                          np.uint8).reshape(pixels.shape)
    mean = np.rint(pixels.mean(axis=(0, 1))).astype(np.uint8)
    return np.broadcast_to(mean, pixels.shape)


def _continued(pixels: Pixels, mask: npt.NDArray[np.bool_]) -> Pixels:
    """Continue what is not covered into what is (Telea 2004), on at most 64 pixels a side: it is smooth anyway."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _INPAINT_SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    holes = cv2.resize(mask.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST)
    filled = cv2.inpaint(small, holes, 3, cv2.INPAINT_TELEA)
    large = np.asarray(cv2.resize(filled, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)
    return large.reshape(pixels.shape)
