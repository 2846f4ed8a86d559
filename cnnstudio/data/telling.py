"""How well a few numbers of each image alone tell its class: cross-validated, and against chance by permutation."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.thread_pool import never_stop, stop_if_asked

Numbers = NDArray[np.float64]
Labels = NDArray[np.int64]

FEWEST = 8
"""Images a class must have to be judged."""

_MOST = 2000
_SHUFFLES = 99
_FEWEST_NEIGHBOURS, _MOST_NEIGHBOURS = 6, 60
_MARGIN = 1.1  # the largest of some shuffles is a rough estimate: a cut this much above it is passed less often still


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """What one table of numbers tells of the classes.

    Attributes
    ----------
    classes : (K,) the classes that were judged
    accuracy : balanced accuracy of all of them: the mean of the shares of each class that was recognised
    one_accuracy : (K,) the same of each class against the rest: the mean of both shares; chance is 0.5
    cut, one_cut : what `accuracy` and any of `one_accuracy` must exceed; from shuffled labels, the largest value over
        all tables that were judged together, so that looking at many tables is paid for
    rows : (n,) the images that were judged
    belief : (n, K) how much of each image's class the numbers say, rows sum to 1, not learnt from the image itself
    """

    classes: Labels
    accuracy: float
    one_accuracy: Numbers
    cut: float
    one_cut: float
    rows: Labels
    belief: Numbers

    @property
    def chance(self) -> float:
        """The balanced accuracy of a guess."""
        return 1 / len(self.classes)

    @property
    def is_beyond_chance(self) -> bool:
        """Whether all classes together are told apart better than any shuffle was."""
        return self.accuracy > self.cut

    @property
    def skill(self) -> float:
        """0 for a guess, 1 for every class recognised: Cohen's kappa with classes of one size."""
        return (self.accuracy - self.chance) / (1 - self.chance)

    def told(self, least: float) -> list[int]:
        """Return the classes that are told from the rest beyond chance, with at least this balanced accuracy."""
        limit = max(least, self.one_cut)
        return [int(name) for name, value in zip(self.classes, self.one_accuracy, strict=True) if value > limit]


def tells(tables: Mapping[str, Numbers], labels: Labels, *, groups: Sequence[str] = (), seed: int = 0,
          shuffles: int = _SHUFFLES, should_stop: Callable[[], bool] = never_stop) -> dict[str, Telling]:
    """Judge what each table alone tells of the class.

    Each column votes by itself: an image is compared with the images that are next to it in the column's order, never
    with itself, their classes weighted as if all had the same number of images (k nearest neighbours, k about a quarter
    of a class); columns are put together as if they were independent (naive Bayes).

    Parameters
    ----------
    tables : name -> (N,) or (N, P) numbers; NaN, where nothing is known, is a value of its own
    labels : (N,) class indices
    groups : of each image, images of one series or near copies; one of each is judged. Empty strings are no group.
    seed : of the order among equal numbers, of the shuffles, and of the 2,000 images that stand for more

    Returns
    -------
    Nothing where fewer than two classes have `FEWEST` images.

    Raises
    ------
    JobCancelledError
        ``should_stop`` said so.
    """
    chance = np.random.default_rng(seed)
    rows = _judged(labels, groups, chance)
    classes, place = np.unique(labels[rows], return_inverse=True)
    if len(classes) < 2 or not tables:
        return {}
    orders = {name: _orders(values[rows], chance) for name, values in tables.items()}
    beliefs = {name: _belief(order, place, len(classes)) for name, order in orders.items()}
    cut, one_cut = _cuts(list(orders.values()), place, chance, shuffles, should_stop)
    return {name: _telling(classes, place, belief, (cut, one_cut), rows) for name, belief in beliefs.items()}


def _telling(classes: Labels, place: Labels, belief: Numbers, cuts: tuple[float, float], rows: Labels) -> Telling:
    accuracy, one = _accuracies(belief, place)
    return Telling(classes, accuracy, one, *cuts, rows, belief)


def _judged(labels: Labels, groups: Sequence[str], chance: np.random.Generator) -> Labels:
    """Return the places that are judged: one of each group, of classes with enough of them, not too many."""
    rows = chance.permutation(len(labels))
    if groups:
        names = np.array([groups[row] or f"\0{row}" for row in rows])
        rows = rows[np.sort(np.unique(names, return_index=True)[1])]
    counts = np.bincount(labels[rows], minlength=1) if len(rows) else np.zeros(1, np.int64)
    rows = rows[counts[labels[rows]] >= FEWEST]
    return np.sort(_thinned(rows, labels[rows]))


def _thinned(rows: Labels, labels: Labels) -> Labels:
    """Keep at most `_MOST`, of each class the same number as far as it has them."""
    if len(rows) <= _MOST:
        return rows
    most = max(FEWEST, _MOST // len(np.unique(labels)))
    return np.concatenate([rows[labels == name][:most] for name in np.unique(labels)])


def _orders(values: Numbers, chance: np.random.Generator) -> Labels:
    """Return (P, n): the images in the order of each column, equal ones in random order."""
    columns = values.reshape(len(values), -1).astype(np.float64)
    known = np.where(np.isnan(columns), -np.inf, columns)
    ties = chance.random(known.shape)
    return np.array([np.lexsort((ties[:, index], known[:, index])) for index in range(known.shape[1])], np.int64)


def _belief(orders: Labels, place: Labels, classes: int) -> Numbers:
    """Return (n, K), rows sum to 1, what the neighbours in all columns say."""
    total = np.zeros((len(place), classes))
    counts = np.bincount(place, minlength=classes)
    size = int(np.clip(len(place) // (4 * classes), _FEWEST_NEIGHBOURS, _MOST_NEIGHBOURS))
    for order in orders:
        votes = _votes(order, place, classes, size) / counts   # not less itself: that would break ties by the label
        share = votes / np.maximum(votes.sum(axis=1, keepdims=True), 1e-12)
        total += np.log(share + 0.5 / size)
    total = np.exp(total - total.max(axis=1, keepdims=True))
    return np.asarray(total / total.sum(axis=1, keepdims=True))


def _votes(order: Labels, place: Labels, classes: int, size: int) -> Numbers:
    """Return (n, K): how many of the ``size`` nearest in one order are of each class, without the image itself."""
    count = len(order)
    one_hot = np.eye(classes)[place[order]]
    sums = np.zeros((count + 1, classes))
    np.cumsum(one_hot, axis=0, out=sums[1:])
    start = np.clip(np.arange(count) - size // 2, 0, max(count - size - 1, 0))
    end = np.minimum(start + size + 1, count)
    votes = np.empty((count, classes))
    votes[order] = sums[end] - sums[start] - one_hot
    return votes


def _accuracies(belief: Numbers, place: Labels) -> tuple[float, Numbers]:
    """Return the balanced accuracy of all classes, and (K,) of each against the rest."""
    classes = belief.shape[1]
    members = np.eye(classes, dtype=bool)[place]
    hits = belief.argmax(axis=1) == place
    accuracy = float(np.mean(np.bincount(place, hits, classes) / np.bincount(place, minlength=classes)))
    # each class stands for 1 / K; against the rest, both sides count as much
    odds = belief * (classes - 1) > 1 - belief
    inside = (odds & members).sum(axis=0) / members.sum(axis=0)
    outside = (~odds & ~members).sum(axis=0) / (~members).sum(axis=0)
    return accuracy, np.asarray((inside + outside) / 2)


def _cuts(orders: list[Labels], place: Labels, chance: np.random.Generator, shuffles: int,
          should_stop: Callable[[], bool]) -> tuple[float, float]:
    """Return what no table and no class reaches with shuffled labels, a little above the largest that was seen."""
    largest = np.array(list(_shuffled(orders, place, chance, shuffles, should_stop))).max(axis=0)
    classes = int(place.max()) + 1
    guess = np.array([1 / classes, 0.5])
    cut, one_cut = (guess + (largest - guess) * _MARGIN).tolist()
    return cut, one_cut


def _shuffled(orders: list[Labels], place: Labels, chance: np.random.Generator, shuffles: int,
              should_stop: Callable[[], bool]) -> Iterator[tuple[float, float]]:
    classes = int(place.max()) + 1
    for _ in range(shuffles):
        stop_if_asked(should_stop)
        labels = chance.permutation(place)
        found = [_accuracies(_belief(order, labels, classes), labels) for order in orders]
        yield max(accuracy for accuracy, _ in found), max(float(one.max()) for _, one in found)
