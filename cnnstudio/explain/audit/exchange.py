"""What exchanging a background did to the answers: shares that kept their class, and how likely that is by chance."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.background_trial import Trial

_FLIPS = 9_999
_SEED = 43
_WIDE = 1.96


@dataclass(frozen=True, slots=True)
class Exchange:
    """Figures of some images of a trial.

    Attributes
    ----------
    images : how many
    kept : share still given its own class on another background of that class (the control)
    swapped : the same on the background of another class
    followed : share that was given the class of that background
    gap : kept - swapped
    gap_range : where the gap lies in 95 of 100 repetitions, by its standard error
    chance : how often the mean change of the log-odds is as large when each change may as well have the other sign
    alone : share of the images that were given their class without the object
    alone_others : share of the other classes' images that were given it without theirs; all classes: the guess, 1 / K
    """

    images: int
    kept: float
    swapped: float
    followed: float
    gap: float
    gap_range: tuple[float, float]
    chance: float
    alone: float
    alone_others: float


def exchange_of(trial: Trial, rows: npt.NDArray[np.bool_]) -> Exchange:
    """Return the figures of the images where ``rows`` (n,) is true."""
    labels = trial.labels[rows]
    kept = trial.kept[rows].argmax(axis=1) == labels
    answers = trial.swapped[rows].argmax(axis=1)
    swapped, followed = answers == labels, answers == trial.labels[trial.other[rows]]
    gaps = kept.astype(np.float64) - swapped
    error = _WIDE * float(gaps.std()) / len(gaps) ** 0.5
    change = log_odds(trial.kept[rows], labels) - log_odds(trial.swapped[rows], labels)
    gap = float(gaps.mean())
    return Exchange(len(labels), float(kept.mean()), float(swapped.mean()), float(followed.mean()), gap,
                    (max(-1.0, gap - error), min(1.0, gap + error)), sign_chance(change), *_alone(trial, rows))


def _alone(trial: Trial, rows: npt.NDArray[np.bool_]) -> tuple[float, float]:
    answers = trial.alone.argmax(axis=1)
    names = np.unique(trial.labels[rows])
    shares = [float((answers[trial.labels == name] == name).mean()) for name in names]
    others = [float((answers[trial.labels != name] == name).mean()) for name in names if (trial.labels != name).any()]
    return float(np.mean(shares)), float(np.mean(others)) if others else 0.0


def log_odds(logits: npt.NDArray[np.float32], labels: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return log p_c - log(1 - p_c) of each image's class, (n,), of logits (n, K): z_c - logsumexp of the others."""
    own = np.eye(logits.shape[1], dtype=bool)[labels]
    values = logits.astype(np.float64)
    others = np.where(own, -np.inf, values)
    top = others.max(axis=1)
    return np.asarray(values[own] - top - np.log(np.exp(others - top[:, None]).sum(axis=1)))


def sign_chance(changes: npt.NDArray[np.float64]) -> float:
    """Return how often changes with random signs have at least their sum: a paired permutation test, one-sided."""
    if not len(changes):
        return 1.0
    signs = np.random.default_rng(_SEED).integers(0, 2, (_FLIPS, len(changes)), dtype=np.int8) * 2 - 1
    reached = int((signs @ changes >= changes.sum() - 1e-12).sum())
    return (reached + 1) / (_FLIPS + 1)
