"""How much of a map's evidence lies on the object: the pointing game and the energy in the box. Free of torch."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.heatmap import Floats, resize

TOLERANCE = 15 / 224
"""How far beside the box the hottest place still counts, as a share of the input: 15 pixels of 224."""

_ENERGY_SIDE = 224


@dataclass(frozen=True, slots=True)
class BoxEvidence:
    """One map against the boxes of its image.

    Attributes
    ----------
    hit : the hottest place lies in a box, or at most the tolerance beside it (pointing game, Zhang et al. 2016)
    hit_chance : share of all places that would be a hit
    centre_hit : whether the middle of the image would be one; pictures often have their object there
    energy : share (0 to 1) of the positive evidence in the boxes (Wang et al. 2020, Score-CAM, section 4.3)
    area : share of the input the boxes cover, the energy that a map without knowledge would have
    """

    hit: bool
    hit_chance: float
    centre_hit: bool
    energy: float
    area: float


def box_evidence(raw: npt.ArrayLike, boxes: Floats, *, tolerance: float = TOLERANCE) -> BoxEvidence:
    """Compare a map with the boxes of its image.

    Between the centres of its cells a map is interpolated bilinearly, so its hottest place is always the centre of its
    hottest cell, the first of equal ones. A map without positive evidence points nowhere and has no energy.

    Parameters
    ----------
    raw : (h, w), signed, over the whole network input
    boxes : (n, 4), n > 0: x0, y0, x1, y1 as shares of the input
    """
    positive = np.maximum(np.asarray(raw, dtype=np.float32), 0)
    spots = cell_centres(*positive.shape)
    hits = near(spots, boxes, tolerance)
    mask = coverage(boxes, _ENERGY_SIDE, _ENERGY_SIDE)
    return BoxEvidence(
        bool(positive.max() > 0 and hits[positive.argmax()]), float(hits.mean()),
        bool(near(np.array([[0.5, 0.5]]), boxes, tolerance)[0]), energy_in(positive, mask), float(mask.mean()))


def energy_in(positive: Floats, mask: npt.NDArray[np.float64]) -> float:
    """Return the share of a map's positive evidence in ``mask``, (H, W) in [0, 1]; 0 for a map without evidence."""
    fine = resize(positive, mask.shape[0], mask.shape[1]).astype(np.float64)
    total = float(fine.sum())
    return float((fine * mask).sum()) / total if total > 0 else 0.0


def cell_centres(height: int, width: int) -> npt.NDArray[np.float64]:
    """Return (x, y) of the centre of each of height * width cells, row by row, as shares of the input."""
    y, x = np.mgrid[:height, :width] + 0.5
    return np.stack([x.ravel() / width, y.ravel() / height], axis=1)


def near(spots: npt.NDArray[np.float64], boxes: Floats, tolerance: float) -> npt.NDArray[np.bool_]:
    """Return whether each of the places (m, 2) lies in one of the boxes (n, 4) or at most ``tolerance`` beside it."""
    beside = np.maximum(np.maximum(boxes[None, :, :2] - spots[:, None], spots[:, None] - boxes[None, :, 2:]), 0)
    return np.asarray(np.hypot(beside[..., 0], beside[..., 1]).min(axis=1) <= tolerance + 1e-9)


def coverage(boxes: Floats, height: int, width: int) -> npt.NDArray[np.float64]:
    """Return how much of each cell lies in a box, (height, width) in [0, 1]; where boxes overlap the larger share."""
    columns = _overlap(boxes[:, 0], boxes[:, 2], width)
    rows = _overlap(boxes[:, 1], boxes[:, 3], height)
    return np.asarray((rows[:, :, None] * columns[:, None, :]).max(axis=0))


def _overlap(start: Floats, end: Floats, cells: int) -> npt.NDArray[np.float64]:
    """Return the share of each of ``cells`` intervals that lies between ``start`` and ``end``, (n, cells)."""
    edges = np.arange(cells + 1) / cells
    shared = np.minimum(end[:, None], edges[1:]) - np.maximum(start[:, None], edges[:-1])
    return np.asarray(np.maximum(shared, 0) * cells, dtype=np.float64)
