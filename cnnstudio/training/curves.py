"""ROC and precision-recall curves of one class against the rest, with the areas under them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.errors import InputError
from cnnstudio.wording import translate

DRAWN_POINTS = 400

Points = tuple[NDArray[np.float64], NDArray[np.float64]]
"""xs and ys of a curve, (M,) each."""


@dataclass(frozen=True, slots=True, eq=False)
class RankingCurves:
    """What becomes of one class when an image is called it from a probability on; M distinct probabilities.

    Attributes
    ----------
    thresholds : (M,) descending; an image is called the class when its probability is at least this
    hits : (M,) of the class's images, the share called it (true positive rate, recall), ascending to 1
    false_alarms : (M,) of the other images, the share called it (false positive rate), ascending to 1
    precision : (M,) of the images called it, the share that are
    """

    thresholds: NDArray[np.float64]
    hits: NDArray[np.float64]
    false_alarms: NDArray[np.float64]
    precision: NDArray[np.float64]

    @property
    def auc(self) -> float:
        """The area under the ROC curve by trapezoids (Fawcett, 2006).

        It is the chance that an image of the class gets a higher probability than another one; 0.5 is guessing.
        """
        x, y = np.append(0.0, self.false_alarms), np.append(0.0, self.hits)
        return float(np.sum(np.diff(x) * (y[1:] + y[:-1])) / 2)

    @property
    def average_precision(self) -> float:
        """The sum of each gain in recall times the precision there, without interpolation (AP)."""
        return float(np.sum(np.diff(self.hits, prepend=0.0) * self.precision))

    def roc(self) -> Points:
        """Return false alarms and hits from (0, 0) to (1, 1), for drawing."""
        return np.append(0.0, self.false_alarms), np.append(0.0, self.hits)

    def precision_recall(self) -> Points:
        """Return recall and precision, recall ascending from 0, for drawing."""
        return np.append(0.0, self.hits), np.append(self.precision[0], self.precision)


def ranking_curves(is_class: NDArray[Any], scores: NDArray[Any]) -> RankingCurves:
    """Work out the curves of one class.

    Parameters
    ----------
    is_class : (N,) bool, whether an image belongs to the class
    scores : (N,) its probability of the class, or anything that grows with it

    Raises
    ------
    InputError
        When there is no image of the class or none of the others.
    """
    truth = np.asarray(is_class, dtype=np.bool_)
    positives = int(truth.sum())
    if positives in (0, len(truth)):
        raise InputError(translate("training", "A ROC curve needs images of the class and images of others."))
    order = np.argsort(-np.asarray(scores, dtype=np.float64), kind="stable")
    ranked = np.asarray(scores, dtype=np.float64)[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    right = np.cumsum(truth[order])[last].astype(np.float64)
    called = (last + 1).astype(np.float64)
    return RankingCurves(ranked[last], right / positives, (called - right) / (len(truth) - positives), right / called)


def one_against_rest(labels: NDArray[Any], probabilities: NDArray[Any], index: int) -> RankingCurves | None:
    """Return the curves of class ``index``; None when all images or none are of it.

    Parameters
    ----------
    labels : (N,) true class indices
    probabilities : (N, K)
    index : from 0 to K - 1
    """
    is_class = np.asarray(labels) == index
    return ranking_curves(is_class, probabilities[:, index]) if 0 < int(is_class.sum()) < len(is_class) else None


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """What is kept of one class's curves.

    Attributes
    ----------
    auc, average_precision : exact, see `RankingCurves`
    roc, precision_recall : (xs, ys) of at most `DRAWN_POINTS` points, for drawing
    """

    auc: float
    average_precision: float
    roc: Points
    precision_recall: Points


def rankings(labels: NDArray[Any], probabilities: NDArray[Any],
             stop: Callable[[], None] = lambda: None) -> tuple[Ranking | None, ...]:
    """Return the curves of each class against the rest; None where there are no such images, or no others.

    Parameters as `one_against_rest`; ``stop`` is called before each class and may raise.
    """
    found: list[Ranking | None] = []
    for index in range(probabilities.shape[1]):
        stop()
        curves = one_against_rest(labels, probabilities, index)
        found.append(None if curves is None else _kept(curves))
    return tuple(found)


def _kept(curves: RankingCurves) -> Ranking:
    return Ranking(curves.auc, curves.average_precision, thinned(*curves.roc(), DRAWN_POINTS),
                   thinned(*curves.precision_recall(), DRAWN_POINTS))


def thinned(xs: NDArray[np.float64], ys: NDArray[np.float64], limit: int) -> Points:
    """Return at most ``limit`` (at least 2) of the points of a curve, the first and the last among them, for drawing.

    Points are taken at equal distances along the curve, so that steep parts keep theirs.
    """
    if len(xs) <= limit:
        return xs, ys
    along = np.append(0.0, np.cumsum(np.abs(np.diff(xs)) + np.abs(np.diff(ys))))
    wanted = np.linspace(0, along[-1], limit)
    places = np.unique(np.append(np.searchsorted(along, wanted[:-1]), len(xs) - 1))
    return xs[places], ys[places]
