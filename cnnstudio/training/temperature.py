"""Temperature scaling: one number that makes a network as sure as it may be, fitted and honestly judged."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.training.scoring import log_loss

LIMITS = (0.05, 20.0)
"""Temperatures looked at; a network without a mistake wants ever lower ones."""
FEWEST_IMAGES = 10
"""With fewer images half of them says nothing about a temperature."""

_SMALLEST = 1e-45
"""The smallest probability of float32: a zero stands for anything below it."""
_STEPS = 100
_PRECISION = 1e-9
"""Newton's last step, relative; what is left after it is about its square."""


@dataclass(frozen=True, slots=True, eq=False)
class Temperature:
    """What dividing the logits by one number does.

    Attributes
    ----------
    value : fitted on all images, the one to use; above 1 the answers become less sure
    is_at_limit : whether a still lower or higher one would have been better
    probabilities : (N, K) float64 after scaling, out of sample: each half of the images by the temperature fitted
        on the other half
    log_loss_before, log_loss_after : in nats; after is out of sample
    """

    value: float
    is_at_limit: bool
    probabilities: NDArray[np.float64]
    log_loss_before: float
    log_loss_after: float


def fit_temperature(labels: NDArray[Any], probabilities: NDArray[Any]) -> float:
    """Return the temperature T within `LIMITS` with the least log loss of softmax(logits / T) (Guo et al., 2017).

    The log loss is convex in 1/T: Newton's steps lead to the place where its slope is 0, and the interval that holds
    it is halved wherever such a step would leave it.

    Parameters
    ----------
    labels : (N,) true class indices
    probabilities : (N, K); their logarithms are logits but for a constant an image, which does not matter
    """
    logits = _logits(probabilities)
    own = float(logits[np.arange(len(labels)), labels].mean())
    low, high = 1 / LIMITS[1], 1 / LIMITS[0]
    if _slope(logits, own, low)[0] >= 0:
        return LIMITS[1]
    if _slope(logits, own, high)[0] <= 0:
        return LIMITS[0]
    return 1 / _root(logits, own, low, high)


def _root(logits: NDArray[np.float64], own: float, low: float, high: float) -> float:
    """Return the 1/T from ``low`` to ``high`` where the slope of the log loss is 0."""
    place = min(max(1.0, low), high)
    for _ in range(_STEPS):
        slope, bend = _slope(logits, own, place)
        low, high = (low, place) if slope > 0 else (place, high)
        step = place - slope / bend if bend > 0 else low
        following = step if low < step < high else (low + high) / 2
        if abs(following - place) <= _PRECISION * place:
            return following
        place = following
    return place


def _slope(logits: NDArray[np.float64], own: float, inverse: float) -> tuple[float, float]:
    """Return the first and second derivative of the mean log loss by 1/T.

    They are the mean over the images of the expected logit, less that of the true classes, and of its variance.
    """
    weights = np.exp(inverse * logits)
    weights /= weights.sum(axis=1, keepdims=True)
    expected = np.einsum("nk,nk->n", weights, logits)
    squares = np.einsum("nk,nk,nk->n", weights, logits, logits)
    return float(expected.mean() - own), float((squares - expected**2).mean())


def scaled(probabilities: NDArray[Any], temperature: float) -> NDArray[np.float64]:
    """Return (N, K) softmax(logits / temperature); the order of the classes never changes."""
    weights = np.exp(_logits(probabilities) / temperature)
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))


def fit_and_judge(labels: NDArray[Any], probabilities: NDArray[np.float64]) -> Temperature | None:
    """Fit a temperature and judge it by cross-fitting: what is fitted on one half is applied to the other.

    Parameters as `fit_temperature`, rows as `cnnstudio.training.scoring.normalized` returns them.

    Returns
    -------
    Temperature or None
        None with fewer than `FEWEST_IMAGES` images.
    """
    if len(labels) < FEWEST_IMAGES:
        return None
    labels = np.asarray(labels)
    value = fit_temperature(labels, probabilities)
    after = np.empty_like(probabilities)
    first = halves(labels)
    for half in (first, ~first):
        after[half] = scaled(probabilities[half], fit_temperature(labels[~half], probabilities[~half]))
    return Temperature(value, value in LIMITS, after, log_loss(labels, probabilities), log_loss(labels, after))


def halves(labels: NDArray[Any], seed: int = 0) -> NDArray[np.bool_]:
    """Return (N,) whether an image is in the first of two halves, drawn so that each class is halved."""
    order = np.random.default_rng(seed).permutation(len(labels))
    by_class = order[np.argsort(np.asarray(labels)[order], kind="stable")]
    result = np.zeros(len(labels), dtype=np.bool_)
    result[by_class[::2]] = True
    return result


def _logits(probabilities: NDArray[Any]) -> NDArray[np.float64]:
    """Return logits whose highest of each image is 0."""
    logs = np.log(np.maximum(np.asarray(probabilities, dtype=np.float64), _SMALLEST))
    return np.asarray(logs - logs.max(axis=1, keepdims=True))
