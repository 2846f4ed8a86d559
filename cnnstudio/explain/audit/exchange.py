"""What exchanging a background did to the answers: shares that kept or took a class, and the part of chance."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.background_trial import Answers

_FLIPS = 9_999
_SEED = 43
_WIDE = 1.96


@dataclass(frozen=True, slots=True)
class Exchange:
    """Figures of one class's objects, and of others, on backgrounds typical of the class and on others.

    Attributes
    ----------
    class_index : whose background it is
    images : objects of the class, and as many of others
    is_matched : see `Pairs.is_matched`
    kept : share of the class's objects still given their class on another background typical of it (the control)
    swapped : the same on a background that is not
    gap : kept - swapped
    gap_range : where the gap lies in 95 of 100 repetitions, by its standard error
    drawn, drawn_control : share of the other classes' objects that are given the class on its background, and on others
    chance : how often the mean change of the log-odds is as large when each change may as well have the other sign
    alone, alone_others : share of the images given the class without their object: of its own, and of others
    """

    class_index: int
    images: int
    is_matched: bool
    kept: float
    swapped: float
    gap: float
    gap_range: tuple[float, float]
    drawn: float
    drawn_control: float
    chance: float
    alone: float
    alone_others: float

    @property
    def pull(self) -> float:
        """By how much more objects of other classes are given the class on its background, as a share."""
        return self.drawn - self.drawn_control


def exchange_of(answers: Answers) -> Exchange:
    """Return the figures of what the network said."""
    pairs = answers.pairs
    name = pairs.class_index
    kept, swapped, drawn, undrawn, alone, others = (
        logits.argmax(axis=1) == name for logits in (answers.kept, answers.swapped, answers.drawn, answers.undrawn,
                                                     answers.alone, answers.alone_others))
    lost = mean_by(pairs.source[0], kept.astype(np.float64) - swapped)
    gap, error = float(kept.mean() - swapped.mean()), _WIDE * float(lost.std()) / len(lost) ** 0.5
    return Exchange(name, len(pairs.own), pairs.is_matched, float(kept.mean()), float(swapped.mean()), gap,
                    (max(-1.0, gap - error), min(1.0, gap + error)), float(drawn.mean()), float(undrawn.mean()),
                    sign_chance(_changes(answers)), float(alone.mean()), float(others.mean()))


def _changes(answers: Answers) -> npt.NDArray[np.float64]:
    """Return by how much each source's pairs speak more for the class on its background, in log-odds, their mean."""
    labels = np.full(len(answers.kept), answers.pairs.class_index)
    own, others = (log_odds(one, labels) - log_odds(two, labels)
                   for one, two in ((answers.kept, answers.swapped), (answers.drawn, answers.undrawn)))
    return mean_by(answers.pairs.source.ravel(), np.concatenate([own, others]))


def mean_by(groups: npt.NDArray[np.int64], values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the mean of the values (n,) of each group, in order of their numbers."""
    _, place, counts = np.unique(groups, return_inverse=True, return_counts=True)
    return np.asarray(np.bincount(place, values) / counts)


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
