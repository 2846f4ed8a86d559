"""How good the probabilities themselves are: top-k accuracy, log loss and Brier score."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.errors import InputError
from cnnstudio.wording import translate

SMALLEST = float(np.finfo(np.float64).eps)
"""Probabilities are taken as at least this, so that one sure mistake costs 36 nats and not infinitely many."""


def normalized(probabilities: NDArray[Any]) -> NDArray[np.float64]:
    """Return (N, K) float64 rows that sum to 1 exactly; those of float32 do so only to seven digits.

    Raises
    ------
    InputError
        When there is no image, a value is negative or not finite, or a row sums to nothing.
    """
    values = np.asarray(probabilities, dtype=np.float64)
    if values.ndim != 2 or not values.size:
        raise InputError(translate("training", "There are no images to evaluate."))
    sums = values.sum(axis=1, keepdims=True)
    if not np.isfinite(values).all() or float(values.min()) < 0 or not (sums > 0).all():
        raise InputError(translate(
            "training", "A probability is not a finite number from 0 on: the network's weights are damaged or have "
            "diverged."))
    return np.asarray(values / sums)


def of_true_class(labels: NDArray[Any], probabilities: NDArray[Any]) -> NDArray[Any]:
    """Return (N,) the value of each image's own class."""
    values: NDArray[Any] = np.asarray(probabilities)[np.arange(len(labels)), labels]
    return values


def log_loss(labels: NDArray[Any], probabilities: NDArray[np.float64]) -> float:
    """Return the mean of -ln(probability of the true class), in nats: 0 is perfect, ln K is guessing evenly.

    Parameters
    ----------
    labels : (N,) true class indices
    probabilities : (N, K) as `normalized` returns them
    """
    return float(-np.log(of_true_class(labels, probabilities).clip(SMALLEST, 1)).mean())


def brier_score(labels: NDArray[Any], probabilities: NDArray[np.float64]) -> float:
    """Return the mean squared distance of the probabilities from the truth (Brier, 1950): 0 is perfect.

    Summed over the classes, so from 0 to 2; for two classes half of it, from 0 to 1, as is usual. Parameters as
    `log_loss`.
    """
    classes = probabilities.shape[1]
    squares = np.square(probabilities).sum(axis=1) - 2 * of_true_class(labels, probabilities) + 1
    return float(squares.mean()) / (2 if classes == 2 else 1)


def top_k_accuracy(labels: NDArray[Any], probabilities: NDArray[Any], k: int) -> float:
    """Return the share of images whose class is among the k most probable; of equal ones the first counts as more.

    Parameters as `log_loss`; k from 1.
    """
    own = of_true_class(labels, probabilities)[:, None]
    places = np.arange(probabilities.shape[1])
    before = (probabilities > own) | ((probabilities == own) & (places < np.asarray(labels)[:, None]))
    return float((before.sum(axis=1) < k).mean())
