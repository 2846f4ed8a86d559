"""Where a mean map looks, in words with numbers."""

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Floats
from cnnstudio.explain.audit.percentages import percent
from cnnstudio.explain.audit.report import Accuracy
from cnnstudio.wording import translate

_EVEN = 1.5      # times an even share: below it the strongest ninth says where, but not what is looked at
_ROWS = ("upper", "middle", "lower")
_COLUMNS = ("left", "middle", "right")


def look_words(name: str, mean: Floats, accuracy: Accuracy) -> str:
    """Say what a class looks at.

    Parameters
    ----------
    mean : (h, w), mean positive evidence, sum 1 or 0
    """
    if not accuracy.images:
        return translate("explain", "There are no images of {name}, so nothing can be said about it.", name=name)
    told = translate(
        "explain", "{right} of {images} images of {name} are recognised.", right=accuracy.right, images=accuracy.images,
        name=name)
    if mean.sum() <= 0:
        return translate(
            "explain", "{told} No place speaks for {name}: the evidence is weak everywhere.", told=told, name=name)
    part, share, area = strongest_ninth(mean)
    if share < _EVEN * area:
        return translate(
            "explain", "{told} The positive evidence is spread over the whole picture: the strongest ninth, {part}, "
            "holds {share} of it ({area} if it were spread evenly).", told=told, part=part, share=percent(share),
            area=percent(area))
    return translate(
        "explain", "{told} {share} of the positive evidence lies {part}, {area} of the picture{rim}.", told=told,
        share=percent(share), part=part, area=percent(area), rim=rim_words(mean))


def strongest_ninth(mean: Floats) -> tuple[str, float, float]:
    """Return which ninth of the picture holds most of a map with sum 1, in words, its share, and its area's share."""
    weights = [np.asarray(_overlap(size), dtype=np.float64) for size in mean.shape]
    ninths = weights[0] @ mean @ weights[1].T
    row, column = np.unravel_index(int(ninths.argmax()), ninths.shape)
    return ninth_words(int(row), int(column)), float(ninths[row, column]), 1 / 9


def ninth_words(row: int, column: int) -> str:
    """Return "in the lower right corner", "in the middle", "at the upper edge" for a ninth of the picture."""
    if row == 1 and column == 1:
        return translate("explain", "in the middle")
    row_name, column_name = translate("explain", _ROWS[row]), translate("explain", _COLUMNS[column])
    if row != 1 and column != 1:
        return translate("explain", "in the {row} {column} corner", row=row_name, column=column_name)
    return translate("explain", "at the {row} edge", row=row_name) if column == 1 else translate(
        "explain", "at the {column} edge", column=column_name)


def rim_words(mean: Floats) -> str:
    """Return a half-sentence on the share in the outer quarter on each side; what an even map would have beside it."""
    inner = np.outer(_inside(mean.shape[0]), _inside(mean.shape[1]))
    rim = float((mean * (1 - inner)).sum())
    even = float((1 - inner).mean())
    return translate(
        "explain", "; {rim} lies in the outer rim ({even} if it were spread evenly)", rim=percent(rim),
        even=percent(even))


def _overlap(size: int) -> list[list[float]]:
    """Return how much of each of ``size`` cells lies in each third of the axis, (3, size)."""
    edges = [third * size / 3 for third in range(4)]
    return [[max(0.0, min(cell + 1, edges[third + 1]) - max(cell, edges[third])) for cell in range(size)]
            for third in range(3)]


def _inside(size: int) -> npt.NDArray[np.float64]:
    """Return how much of each cell of an axis lies in its middle 70 %, (size,)."""
    low, high = 0.15 * size, 0.85 * size
    return np.array([max(0.0, min(cell + 1, high) - max(cell, low)) for cell in range(size)])
