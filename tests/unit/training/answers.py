"""Made-up answers of networks, for tests of figures."""

import numpy as np


def softmax(logits: np.ndarray) -> np.ndarray:
    """Return (N, K) float64 probabilities."""
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def made_answers(seed: int, count: int, classes: int, *, sharpness: float = 1.0,
                 skill: float = 1.5) -> tuple[np.ndarray, np.ndarray]:
    """Return labels (N,) and logits (N, K) of a network that is calibrated at ``sharpness`` 1.

    Labels are drawn from the softmax of the logits, which are then multiplied by ``sharpness``.
    """
    random = np.random.default_rng(seed)
    logits = random.normal(0, skill, (count, classes))
    below = np.cumsum(softmax(logits), axis=1)[:, :-1]
    labels = (random.random((count, 1)) > below).sum(axis=1)
    return labels, logits * sharpness
