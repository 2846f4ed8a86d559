"""Which labels look wrong, judged by what a network says that has not learned from these images."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class DoubtfulLabel:
    """One image whose label looks wrong.

    Attributes
    ----------
    relative, path : which image; see `ImageFile`
    given : the class it has
    suggested : the class the network is sure of
    probability_given, probability_suggested : of these classes, 0 to 1
    loss : cross-entropy of the given label in nats
    """

    relative: str
    path: Path
    given: str
    suggested: str
    probability_given: float
    probability_suggested: float
    loss: float


@dataclass(frozen=True, slots=True, eq=False)
class Doubts:
    """Which of N images are doubtful, the most doubtful first: M places and as many suggested class indices."""

    places: NDArray[np.int64]
    suggested: NDArray[np.int64]


def doubts(labels: NDArray[np.int64], probabilities: NDArray[Any]) -> Doubts:
    """Find labels that are probably wrong, by confident learning (Northcutt et al. 2021, arXiv:1911.00068).

    The network is sure of a class when its probability is at least what it gives on average to images labelled so
    (equation 2 there): 0.6 may be sure for a class that is hard, and 0.9 not for one that is easy. An image is doubtful
    when, of the classes it is sure of, the likeliest is another one than the label. They are ranked by how much more
    probable that one is.

    Parameters
    ----------
    labels : (N,) class indices as given
    probabilities : (N, K), of a network that has not learned from these images; else it knows the wrong labels by heart
    """
    if not len(labels):
        return Doubts(np.zeros(0, np.int64), np.zeros(0, np.int64))
    values = np.asarray(probabilities, np.float64)
    rows = np.arange(len(labels))
    sure = np.where(values >= class_thresholds(labels, values), values, -1.0)
    suggested = sure.argmax(axis=1)
    gap = values[rows, suggested] - values[rows, labels]
    places = np.flatnonzero((sure[rows, suggested] >= 0) & (suggested != labels) & (gap > 0))
    places = places[np.argsort(-gap[places], kind="stable")]
    return Doubts(places, suggested[places])


def can_judge(labels: NDArray[np.int64], probabilities: NDArray[Any]) -> bool:
    """Return whether a network knows the classes well enough to doubt a label: better than guessing beyond chance.

    The mean recall of the K classes with images is compared with 1 / K, what guessing gives however unequal they are;
    it must be more by twice the standard error of guessing, sqrt((1 - 1/K) / K^2 * mean(1 / n_c)).

    Parameters
    ----------
    labels, probabilities : as in `doubts`
    """
    counts = np.bincount(labels)
    classes, images = np.flatnonzero(counts), counts[counts > 0]
    if len(classes) < 2:
        return len(classes) == 1
    right = np.asarray(probabilities).argmax(axis=1) == labels
    recall = np.bincount(labels[right], minlength=len(counts))[classes] / images
    guessed = 1 / len(classes)
    error = np.sqrt(guessed * (1 - guessed) * np.mean(1 / images) / len(classes))
    return bool(recall.mean() > guessed + 2 * error)


def class_thresholds(labels: NDArray[np.int64], probabilities: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (K,): the mean probability of each class over the images labelled so.

    A class without images has the mean over all images of the probability of their labels.
    """
    own = probabilities[np.arange(len(labels)), labels]
    counts = np.bincount(labels, minlength=probabilities.shape[1])
    sums = np.bincount(labels, weights=own, minlength=probabilities.shape[1])
    return np.asarray(np.where(counts > 0, sums / np.maximum(counts, 1), own.mean()), np.float64)
