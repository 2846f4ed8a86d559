"""Whether a network is as often right as it is sure: reliability, expected calibration error and what chance makes."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

BINS = 15
"""As in Guo et al. (2017)."""

_DRAWS = 400


@dataclass(frozen=True, slots=True, eq=False)
class Reliability:
    """Images gathered by how sure the network was; M bins, empty ones with zeros.

    Attributes
    ----------
    low, high : (M,) edges of the bins; an image lies in the bin with low < confidence <= high
    images : (M,) int64
    confidence : (M,) mean probability of the answer
    accuracy : (M,) share of the answers that are right
    """

    low: NDArray[np.float64]
    high: NDArray[np.float64]
    images: NDArray[np.int64]
    confidence: NDArray[np.float64]
    accuracy: NDArray[np.float64]

    @property
    def error(self) -> float:
        """Mean distance of accuracy and confidence, weighted by images: the expected calibration error, 0 to 1."""
        return float(np.sum(self.images * np.abs(self.accuracy - self.confidence)) / self.images.sum())

    @property
    def overconfidence(self) -> float:
        """Mean confidence less accuracy over all images: above 0 the network is surer than it may be."""
        return float(np.sum(self.images * (self.confidence - self.accuracy)) / self.images.sum())


def reliability(confidences: NDArray[Any], right: NDArray[Any], bins: int = BINS) -> Reliability:
    """Gather images in bins of equal width (Guo et al., "On calibration of modern neural networks", 2017).

    Parameters
    ----------
    confidences : (N,) probability of each answer, 0 to 1
    right : (N,) bool, whether the answer is right
    bins : M
    """
    edges = np.linspace(0, 1, bins + 1)
    sure = np.asarray(confidences, dtype=np.float64)
    places = (np.searchsorted(edges, sure, side="left") - 1).clip(0, bins - 1)
    return _gathered(places, sure, right, edges[:-1], edges[1:])


def adaptive_reliability(confidences: NDArray[Any], right: NDArray[Any], bins: int = BINS) -> Reliability:
    """Gather images in bins of about as many images each (Nguyen & O'Connor, 2015); equal confidences stay together.

    Parameters as `reliability`; there are fewer bins where images are few or equal.
    """
    sure = np.asarray(confidences, dtype=np.float64)
    ranked = np.sort(sure)
    ends = np.arange(1, bins + 1) * len(sure) // bins
    upper = np.unique(ranked[ends[ends > 0] - 1])
    return _gathered(np.searchsorted(upper, sure, side="left"), sure, right, np.append(0.0, upper[:-1]), upper)


def _gathered(places: NDArray[np.int64], sure: NDArray[np.float64], right: NDArray[Any], low: NDArray[np.float64],
              high: NDArray[np.float64]) -> Reliability:
    count = len(high)
    images = np.bincount(places, minlength=count)
    there = np.maximum(images, 1)
    confidence = np.bincount(places, weights=sure, minlength=count) / there
    accuracy = np.bincount(places, weights=np.asarray(right, dtype=np.float64), minlength=count) / there
    return Reliability(low, high, images, confidence, accuracy)


def error_by_chance(confidences: NDArray[Any], bins: int = BINS, *, draws: int = _DRAWS, seed: int = 0) -> float:
    """Return the calibration error that a perfectly calibrated network stays below in 95 % of the cases.

    Even such a network has an error on few images. Answers are drawn that are right with exactly the probability
    given (consistency resampling; Bröcker & Smith, 2007). The number right in a bin is drawn as a sum of independent
    answers where it has up to 200 images, and by the normal distribution with the same mean and variance above.

    Parameters
    ----------
    confidences : (N,), 0 to 1
    bins : as in `reliability`
    draws, seed : how many times to draw, and from which numbers
    """
    sure = np.asarray(confidences, dtype=np.float64)
    places = (np.searchsorted(np.linspace(0, 1, bins + 1), sure, side="left") - 1).clip(0, bins - 1)
    random = np.random.default_rng(seed)
    distances = np.zeros(draws)
    for place in np.unique(places):
        inside = sure[places == place]
        distances += np.abs(_right_drawn(inside, draws, random) - inside.sum())
    return float(np.quantile(distances / len(sure), 0.95))


def _right_drawn(confidences: NDArray[np.float64], draws: int, random: np.random.Generator) -> NDArray[np.float64]:
    """Return (draws,) how many of the images are right."""
    if len(confidences) <= 200:
        drawn = random.random((draws, len(confidences))) < confidences
        return np.asarray(drawn.sum(axis=1), dtype=np.float64)
    variance = float(np.sum(confidences * (1 - confidences)))
    return random.normal(float(confidences.sum()), np.sqrt(variance), draws)
