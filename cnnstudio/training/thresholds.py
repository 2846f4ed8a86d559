"""What is gained when a network answers only where it is sure enough: answered share against accuracy."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.training.metrics import wilson_interval


@dataclass(frozen=True, slots=True)
class Answered:
    """What a threshold comes to."""

    threshold: float
    """The least confidence of an answer, 0 to 1."""
    images: int
    answered: int
    """Images whose answer is at least that sure."""
    right: int
    """Answers that are right."""

    @property
    def share(self) -> float:
        """Answered images of all, 0 to 1."""
        return self.answered / self.images

    @property
    def accuracy(self) -> float | None:
        """Right answers of those given; None when none is."""
        return self.right / self.answered if self.answered else None

    @property
    def interval(self) -> tuple[float, float]:
        """95 % interval of the accuracy; (0, 1) when nothing is answered."""
        return wilson_interval(self.right, self.answered)


@dataclass(frozen=True, slots=True, eq=False)
class AnswerCurve:
    """Answered share against accuracy at every confidence there is (El-Yaniv & Wiener, 2010); M distinct ones.

    Attributes
    ----------
    confidences : (M,) descending
    answered : (M,) int64, images at least as sure, ascending to all
    right : (M,) int64, those of them that are right
    """

    confidences: NDArray[np.float64]
    answered: NDArray[np.int64]
    right: NDArray[np.int64]

    @property
    def images(self) -> int:
        """All images."""
        return int(self.answered[-1])

    def at(self, threshold: float) -> Answered:
        """Return what answering from ``threshold`` (0 to 1) on comes to."""
        count = int(np.searchsorted(-self.confidences, -threshold, side="right"))
        if not count:
            return Answered(threshold, self.images, 0, 0)
        return Answered(threshold, self.images, int(self.answered[count - 1]), int(self.right[count - 1]))

    def lowest_for(self, accuracy: float) -> Answered | None:
        """Return what answers the most images with at least ``accuracy`` right (0 to 1); None when nothing does."""
        good = np.flatnonzero(self.right >= accuracy * self.answered)
        return self.at(float(self.confidences[good[-1]])) if len(good) else None

    def drawn(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return answered shares, ascending, and the accuracy of each."""
        return self.answered / self.images, self.right / self.answered


def answer_curve(confidences: NDArray[Any], right: NDArray[Any]) -> AnswerCurve:
    """Work out the curve.

    Parameters
    ----------
    confidences : (N,) probability of each answer, N at least 1
    right : (N,) bool, whether it is right
    """
    sure = np.asarray(confidences, dtype=np.float64)
    order = np.argsort(-sure, kind="stable")
    ranked = sure[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    return AnswerCurve(ranked[last], last + 1, np.cumsum(np.asarray(right)[order], dtype=np.int64)[last])
