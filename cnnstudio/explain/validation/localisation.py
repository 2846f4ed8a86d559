"""A box from a map: threshold, largest connected part, tight box; and how well such boxes fit. Free of torch."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.heatmap import Floats, resize

THRESHOLDS = np.arange(1, 50, dtype=np.float64) / 50
"""The thresholds that are tried, as shares of a map's peak."""

OVERLAPS = (0.3, 0.5, 0.7)
"""The overlaps (IoU) MaxBoxAccV2 is the mean over; MaxBoxAcc is that at 0.5 (Choe et al. 2020)."""

FINE_SIDE = 112
"""Maps are brought to this many cells a side before they are cut; a quarter of the time of 224."""

_BINS = 256


@dataclass(frozen=True, slots=True, eq=False)
class Localisation:
    """Boxes cut from a map at each of `THRESHOLDS`, against the known ones.

    Attributes
    ----------
    largest : (T,) overlap of the largest part's box with the known box it fits best
    best : (T,) overlap of the part that fits best, as MaxBoxAccV2 counts
    otsu : overlap of the largest part at the threshold that needs no boxes, see `otsu_threshold`
    """

    largest: Floats
    best: Floats
    otsu: float


def fine_map(raw: npt.ArrayLike, side: int = FINE_SIDE) -> Floats:
    """Return the positive part of a signed map (h, w) as (side, side) in [0, 1]; all 0 without positive evidence.

    Choe et al. scale between the least and the greatest value; here 0 means *no evidence*, so only the peak counts.
    """
    fine = resize(np.maximum(np.asarray(raw, dtype=np.float32), 0), side, side)
    peak = float(fine.max())
    return np.asarray(fine / np.float32(peak) if peak > 0 else fine, dtype=np.float32)


def box_of_map(raw: npt.ArrayLike, threshold: float | None = None) -> Floats | None:
    """Return the box around the largest connected part of a map above a threshold.

    Parameters
    ----------
    raw : (h, w), signed, over the whole network input
    threshold : share of the peak; None for `otsu_threshold`

    Returns
    -------
    (4,) x0, y0, x1, y1 as shares of the input; None for a map without positive evidence
    """
    fine = fine_map(raw)
    if not fine.any():
        return None
    found: Floats = parts(fine, otsu_threshold(fine) if threshold is None else threshold)[0]
    return found


def parts(fine: Floats, threshold: float) -> Floats:
    """Return the boxes (m, 4) of the parts above ``threshold``, the largest part first; shares of the input.

    Cells belong together when they touch at a side or a corner. Of equally large parts the upper left one is first.

    Parameters
    ----------
    fine : (H, W) in [0, 1]
    threshold : 0 to below the peak
    """
    _, _, stats, _ = cv2.connectedComponentsWithStats((fine > threshold).astype(np.uint8), connectivity=8)
    found = stats[1:]
    found = found[np.argsort(-found[:, cv2.CC_STAT_AREA], kind="stable")].astype(np.float32)
    left, top, width, height = (found[:, column] for column in (
        cv2.CC_STAT_LEFT, cv2.CC_STAT_TOP, cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT))
    rows, columns = fine.shape
    return np.stack([left / columns, top / rows, (left + width) / columns, (top + height) / rows], axis=1)


def otsu_threshold(fine: npt.ArrayLike) -> float:
    """Return the threshold that parts a map's values best in two groups (Otsu 1979), in steps of 1/256.

    It makes the variance between the groups greatest, and needs no boxes. Where several thresholds do (no value lies
    between them), the lowest is taken.
    """
    values = np.asarray(fine, dtype=np.float64).ravel()
    steps = np.minimum((values * _BINS).astype(np.int64), _BINS - 1)
    count, total = np.bincount(steps, minlength=_BINS), np.bincount(steps, values, _BINS)
    below, below_sum = np.cumsum(count)[:-1], np.cumsum(total)[:-1]
    above, above_sum = values.size - below, values.sum() - below_sum
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (below_sum / below - above_sum / above) ** 2
    return float(np.nan_to_num(between).argmax() + 1) / _BINS - 1e-9


def localise(raw: npt.ArrayLike, boxes: Floats) -> Localisation:
    """Cut a map at every threshold and compare with the known boxes (n, 4), shares of the input."""
    fine = fine_map(raw)
    if not fine.any():
        nothing = np.zeros(len(THRESHOLDS), np.float32)
        return Localisation(nothing, nothing, 0.0)
    overlaps = [overlap(parts(fine, float(threshold)), boxes).max(axis=1) for threshold in THRESHOLDS]
    otsu = overlap(parts(fine, otsu_threshold(fine))[:1], boxes).max()
    return Localisation(np.array([found[0] for found in overlaps], np.float32),
                        np.array([found.max() for found in overlaps], np.float32), float(otsu))


def overlap(first: Floats, second: Floats) -> Floats:
    """Return intersection over union of boxes (m, 4) with boxes (n, 4), as (m, n) in [0, 1]."""
    low = np.maximum(first[:, None, :2], second[None, :, :2])
    high = np.minimum(first[:, None, 2:], second[None, :, 2:])
    shared = np.maximum(high - low, 0).prod(axis=2)
    areas = [(boxes[:, 2:] - boxes[:, :2]).prod(axis=1) for boxes in (first, second)]
    return np.asarray(shared / (areas[0][:, None] + areas[1][None] - shared), dtype=np.float32)
