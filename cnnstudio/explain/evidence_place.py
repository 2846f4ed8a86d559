"""Where in an image the evidence lies, as a sentence and as numbers; free of torch and Qt."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.heatmap import place_name
from cnnstudio.wording import translate

Floats = npt.NDArray[np.float32]

TENTH = 0.1
_SPREAD = 0.2
_ZERO = 1e-12


@dataclass(frozen=True, slots=True)
class EvidencePlace:
    """The tenth of an image that holds most of the positive evidence.

    Attributes
    ----------
    share : of the positive evidence that lies in it, 0 to 1
    left, top, right, bottom : where it is, as shares of the image
    """

    share: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def name(self) -> str:
        """Where its middle lies, such as ``"lower right"``."""
        row, column = (min(2, int(1.5 * (first + second))) for first, second in (
            (self.top, self.bottom), (self.left, self.right)))
        return place_name(row, column)


def densest_tenth(values: Floats) -> EvidencePlace | None:
    """Find the rectangle of a tenth of the image, with the image's proportions, that holds most positive evidence.

    Parameters
    ----------
    values : (H, W); what is not over 0, or NaN, counts as no evidence

    Returns
    -------
    None when there is no evidence. Of several equal ones, the first from the upper left.
    """
    positive = np.maximum(np.nan_to_num(values, nan=0.0), 0).astype(np.float64)
    total = float(positive.sum())
    if total <= _ZERO:
        return None
    height, width = positive.shape
    rows, columns = (max(1, round(side * np.sqrt(TENTH))) for side in positive.shape)
    sums = cv2.integral(positive)
    held = sums[rows:, columns:] - sums[:-rows, columns:] - sums[rows:, :-columns] + sums[:-rows, :-columns]
    top, left = (int(place) for place in np.unravel_index(int(held.argmax()), held.shape))
    return EvidencePlace(min(1.0, float(held[top, left]) / total), left / width, top / height,
                         (left + columns) / width, (top + rows) / height)


def evidence_sentence(values: Floats, subject: str, *, weak: bool, padding_share: float = 0.0) -> str:
    """Say where the positive evidence lies.

    Parameters
    ----------
    values : (H, W), over the image
    subject : what the evidence is for: ``"cat"`` or ``"cat rather than dog"``
    weak : whether most of what the layer holds speaks against it
    padding_share : share of the evidence, 0 to 1, in a border that was added around the image
    """
    place = densest_tenth(values)
    if place is None:
        return translate(
            "explain", "No evidence: at this layer nothing in the image speaks for {subject}.", subject=subject)
    share = place.share * (1 - padding_share)
    if share < _SPREAD:
        text = translate(
            "explain", "The positive evidence for {subject} is spread out: no tenth of the image holds over "
            "{share:.0f} % of it.", subject=subject, share=100 * share)
    else:
        text = translate(
            "explain", "{share:.0f} % of the positive evidence for {subject} lies in the {place} tenth of the image.",
            share=100 * share, subject=subject, place=place.name)
    if padding_share >= 0.05:
        text += translate(
            "explain", " {padding_share:.0f} % of it lies in the border that was added around the image.",
            padding_share=100 * padding_share)
    return translate(
        "explain", "Weak evidence: most of what this layer holds speaks against {subject}. {text}", subject=subject,
        text=text) if weak else text
