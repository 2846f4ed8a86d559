"""Whether a pattern lies pixel for pixel at its place, as a mark does, or about there, as an object does."""

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Floats, Labels
from cnnstudio.explain.audit.fine_detail import DetailTable, class_means
from cnnstudio.explain.pixels.question import ShouldStop, never, stop_if_wanted

# Times as much as elsewhere: digits, whole and in pairs, had 1.4 to 3.0; marks on photographs and drawings 0.8 to 1.2.
_AT_EDGES = 1.35
# Of the pattern's own strength; below it what varies is too little to come from an object's outline.
_OF_PATTERN = 0.6

Mask = npt.NDArray[np.bool_]


def is_exact(table: DetailTable, labels: Labels, class_index: int, mask: Mask,
             should_stop: ShouldStop = never) -> bool:
    """Say whether what distinguishes a class at a place does not move from image to image.

    An object's outline is now here, now there: images differ most along the edges of their mean. A mark is blended
    over images that know nothing of it: they differ along its edges as they do elsewhere. Asked of the class's images
    (after what each has of the pattern is taken away) and of all others, for a class may also be told by what only the
    others have.

    Parameters
    ----------
    mask : (h, w) of the place, at the table's scale

    Raises
    ------
    JobCancelledError
        When ``should_stop``, asked every few images, says so.
    """
    own, others, pattern = _means(table, labels, class_index)
    around = cv2.dilate(mask.astype(np.uint8), np.ones((7, 7), np.uint8)) > 0
    slope = slope_of(pattern) * around
    strength = (pattern ** 2).sum(axis=2)
    if not (slope * strength).any():
        return False
    return all(_stays(_left_over(table, rows, mean, pattern, mask, should_stop), slope, strength, around)
               for rows, mean in ((labels == class_index, own), (labels != class_index, others)))


def amounts(table: DetailTable, labels: Labels, class_index: int, mask: Mask) -> Floats:
    """Return how much of what distinguishes a class at a place each image has, (N,): others have 0 on average, it 1."""
    _, others, pattern = _means(table, labels, class_index)
    inside = pattern * mask[:, :, None]
    norm = max(float((inside ** 2).sum()), 1e-9)
    parts = [np.tensordot(values.astype(np.float32) - others, inside, axes=3)
             for values in np.array_split(table.values, max(1, len(labels) // 64))]
    return np.asarray(np.concatenate(parts) / norm, dtype=np.float32)


def _means(table: DetailTable, labels: Labels, class_index: int) -> tuple[Floats, Floats, Floats]:
    """Return the mean detail of a class, of all others, and the difference, (h, w, C)."""
    two = class_means(table, np.asarray(labels == class_index, dtype=np.int64), 2)
    return two[1], two[0], np.ascontiguousarray(two[1] - two[0])


def slope_of(pattern: Floats) -> Floats:
    """Return the squared gradient of a pattern, (h, w), summed over the colours."""
    across = cv2.Sobel(pattern, cv2.CV_32F, 1, 0, ksize=3).reshape(pattern.shape)
    down = cv2.Sobel(pattern, cv2.CV_32F, 0, 1, ksize=3).reshape(pattern.shape)
    return np.asarray((across ** 2 + down ** 2).sum(axis=2))


def _left_over(table: DetailTable, rows: Mask, mean: Floats, pattern: Floats, mask: Mask,
               should_stop: ShouldStop) -> Floats:
    """Return how images vary, (h, w), beyond having more or less of the pattern."""
    inside = pattern * mask[:, :, None]
    norm = max(float((inside ** 2).sum()), 1e-9)
    total = np.zeros(pattern.shape, np.float64)
    for values in np.array_split(table.values[rows], max(1, int(rows.sum()) // 32)):
        stop_if_wanted(should_stop)
        centred = values.astype(np.float32) - mean
        amounts = np.tensordot(centred, inside, axes=3) / norm
        total += ((centred - amounts[:, None, None, None] * pattern) ** 2).sum(axis=0)
    return np.asarray(total.sum(axis=2) / max(int(rows.sum()), 1), dtype=np.float32)


def _stays(varying: Floats, slope: Floats, strength: Floats, around: Mask) -> bool:
    """Say whether what varies from image to image is not gathered at a pattern's edges, or is little beside it.

    Parameters
    ----------
    varying : (h, w) variance that is left over
    slope, strength : (h, w) of the pattern: its squared gradient, see `slope_of`, and its square
    around : (h, w) where to look
    """
    even = slope[around].mean() * varying[around].sum()
    at_edges = (slope * varying)[around].sum()
    return bool(at_edges <= _AT_EDGES * even or at_edges <= _OF_PATTERN * (slope * strength)[around].sum())
