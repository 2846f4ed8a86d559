"""The box around the hottest part of a map, in pixels of the image, and how much of the evidence is in it."""

from dataclasses import dataclass

import numpy as np

from cnnstudio.explain.explanation import Explanation
from cnnstudio.explain.validation.localisation import box_of_map, fine_map

HALF = 0.5


@dataclass(frozen=True, slots=True)
class HotBox:
    """The tight box around the largest part of a map that reaches half of its peak.

    Attributes
    ----------
    left, top, right, bottom : in pixels of the image, cut off at its border; right and bottom exclusive
    share : of the positive evidence that lies in it, 0 to 1
    """

    left: float
    top: float
    right: float
    bottom: float
    share: float


def hot_box(explanation: Explanation) -> HotBox | None:
    """Return the hot box of an explanation; None when there is no positive evidence."""
    box = box_of_map(explanation.heatmap.raw, HALF)
    if box is None:
        return None
    where = explanation.provenance.placement
    fine = fine_map(explanation.heatmap.raw)
    rows, columns = fine.shape
    left, top, right, bottom = (round(float(share) * cells) for share, cells in zip(
        box, (columns, rows, columns, rows), strict=True))
    held = float(fine[top:bottom, left:right].sum(dtype=np.float64) / fine.sum(dtype=np.float64))

    def x(share: float) -> float:
        return min(max(where.left + share * where.width, 0.0), float(where.source_w))

    def y(share: float) -> float:
        return min(max(where.top + share * where.height, 0.0), float(where.source_h))

    return HotBox(x(left / columns), y(top / rows), x(right / columns), y(bottom / rows), held)
