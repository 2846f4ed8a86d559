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
_AT_ONCE = 2_000_000   # numbers
_QUICK_ROWS, _QUICK_NUMBERS, _FEWEST_SHUFFLES = 400, 40_000_000, 19
_Z = 1.959964      # of the normal distribution, 95 % within
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
    shuffled, one_shuffled : (S,) the same two for each shuffle of the labels, the largest over all tables; empty where
        nothing came near enough to be asked about
    rows : (n,) the images that were judged
    place : (n,) of each its place in ``classes``
    belief : (n, K) how much of each image's class the numbers say, rows sum to 1, not learnt from the image itself
    """

    classes: Labels
    accuracy: float
    one_accuracy: Numbers
    cut: float
    one_cut: float
    shuffled: Numbers
    one_shuffled: Numbers
    rows: Labels
    place: Labels
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

    @property
    def recalls(self) -> Numbers:
        """(K,) the share of each class that is recognised; `accuracy` is their mean."""
        return self._shares(self.belief.argmax(axis=1) == self.place, self.place, len(self.classes))

    def recognised(self, name: int) -> NDArray[np.bool_]:
        """Return (n,): which images are taken for a class rather than for one of the rest."""
        belief = self.belief[:, int(np.searchsorted(self.classes, name))]
        return np.asarray(_is_likelier(belief, len(self.classes)))

    def interval(self, name: int | None = None) -> tuple[float, float]:
        """Return the 95 % interval of `accuracy`, or of a class's `one_accuracy`, as if images were independent.

        A mean of shares: their Wilson limits put together (Newcombe, 1998, method 10, there for a difference).
        """
        hits, group = self.belief.argmax(axis=1) == self.place, self.place
        if name is not None:
            group = (self.classes[self.place] == name).astype(np.int64)
            hits = self.recognised(name) == (group == 1)
        count = np.bincount(group)
        share = self._shares(hits, group, len(count))
        low, high = _wilson_limits(share, count)
        mean = float(share.mean())
        down, up = (float(np.sqrt(((share - limit) ** 2).sum())) / len(share) for limit in (low, high))
        return mean - down, mean + up

    def likelihood(self, name: int | None = None) -> float:
        """Return how often shuffled labels are told apart as well (a permutation p); at least 1 / (shuffles + 1)."""
        value = self.accuracy if name is None else self.one_accuracy[int(np.searchsorted(self.classes, name))]
        shuffled = self.shuffled if name is None else self.one_shuffled
        return float((1 + (shuffled >= value).sum()) / (1 + len(shuffled)))

    @staticmethod
    def _shares(hits: NDArray[np.bool_], group: Labels, groups: int) -> Numbers:
        return np.asarray(np.bincount(group, hits, groups) / np.bincount(group, minlength=groups))

    def told(self, least: float) -> list[int]:
        """Return the classes that are told from the rest beyond chance, with at least this balanced accuracy."""
        limit = max(least, self.one_cut)
        return [int(name) for name, value in zip(self.classes, self.one_accuracy, strict=True) if value > limit]


def tells(tables: Mapping[str, Numbers], labels: Labels, *, groups: Sequence[str] = (), seed: int = 0,
          shuffles: int = _SHUFFLES, least: float = 0.0, quick: bool = False,
          should_stop: Callable[[], bool] = never_stop) -> dict[str, Telling]:
    """Judge what each table alone tells of the class.

    Each column votes by itself: an image is compared with the images that are next to it in the column's order, never
    with itself, their classes weighted as if all had the same number of images (k nearest neighbours, k about a quarter
    of a class); columns are put together as if they were independent (naive Bayes).

    Parameters
    ----------
    tables : name -> (N,) or (N, P) numbers; NaN, where nothing is known, is a value of its own
    labels : (N,) class indices
    groups : of each image, images of one series or near copies; one of each is judged. Empty strings are no group.
    least : labels are shuffled only when some table tells some class from the rest so well; else nothing counts as told
    quick : shuffle the labels of a part of the images where there are many: a higher limit, and seconds, not minutes
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
    beliefs = dict(zip(orders, _beliefs(list(orders.values()), place, len(classes)), strict=True))
    best = max(float(_accuracies(belief, place)[1].max()) for belief in beliefs.values())
    compared, few = list(orders.values()), place
    if quick:
        compared, few, shuffles = _fewer(compared, place, chance, shuffles)
    shuffled = np.array(list(_shuffled(compared, few, chance, shuffles if best >= least else 0,
                                       should_stop))).reshape(-1, 2)
    return {name: _telling(classes, place, belief, shuffled, rows) for name, belief in beliefs.items()}


def _fewer(orders: list[Labels], place: Labels, chance: np.random.Generator,
           shuffles: int) -> tuple[list[Labels], Labels, int]:
    """Return orders and places of some of the images, of each class the same number, and how often to shuffle."""
    classes = int(place.max()) + 1
    most = max(FEWEST, _QUICK_ROWS // classes)
    rows = chance.permutation(len(place))
    kept = np.zeros(len(place), np.bool_)
    for name in range(classes):
        kept[rows[place[rows] == name][:most]] = True
    number = np.cumsum(kept) - 1
    fewer = [np.array([number[column[kept[column]]] for column in order], np.int64) for order in orders]
    size = sum(map(len, orders)) * int(kept.sum()) * classes
    return fewer, place[kept], int(np.clip(_QUICK_NUMBERS // size, _FEWEST_SHUFFLES, shuffles))


def _telling(classes: Labels, place: Labels, belief: Numbers, shuffled: Numbers, rows: Labels) -> Telling:
    accuracy, one = _accuracies(belief, place)
    cut, one_cut = _cuts(shuffled, len(classes))
    return Telling(classes, accuracy, one, cut, one_cut, shuffled[:, 0], shuffled[:, 1], rows, place, belief)


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


def _beliefs(orders: Sequence[Labels], place: Labels, classes: int) -> Iterator[Numbers]:
    """Yield for each table (n, K), rows sum to 1, what the neighbours in all its columns say."""
    for part in _parts(orders, len(place) * classes):
        starts = np.cumsum([0, *(len(order) for order in part[:-1])])
        total = np.add.reduceat(_log_shares(np.concatenate(part), place, classes), starts, axis=0)
        total = np.exp(total - total.max(axis=2, keepdims=True))
        yield from total / total.sum(axis=2, keepdims=True)


def _parts(orders: Sequence[Labels], numbers: int) -> Iterator[list[Labels]]:
    """Yield tables together, so that many small ones are counted at once, and large ones do not fill the memory."""
    part: list[Labels] = []
    for order in orders:
        if part and (sum(map(len, part)) + len(order)) * numbers > _AT_ONCE:
            yield part
            part = []
        part.append(order)
    yield part


def _log_shares(orders: Labels, place: Labels, classes: int) -> Numbers:
    """Return (P, n, K): the logarithm of the classes' shares among the neighbours in each order, each image apart."""
    columns, count = orders.shape
    size = int(np.clip(count // (4 * classes), _FEWEST_NEIGHBOURS, _MOST_NEIGHBOURS))
    one_hot = np.eye(classes)[place[orders]]
    sums = np.zeros((columns, count + 1, classes))
    np.cumsum(one_hot, axis=1, out=sums[:, 1:])
    start = np.clip(np.arange(count) - size // 2, 0, max(count - size - 1, 0))
    end = np.minimum(start + size + 1, count)
    votes = sums[:, end] - sums[:, start] - one_hot
    votes /= np.bincount(place, minlength=classes)   # not less itself: that would break ties by the label
    votes /= np.maximum(votes.sum(axis=2, keepdims=True), 1e-12)
    result = np.empty_like(votes)
    np.put_along_axis(result, orders[..., None], np.log(votes + 0.5 / size), axis=1)
    return result


def _accuracies(belief: Numbers, place: Labels) -> tuple[float, Numbers]:
    """Return the balanced accuracy of all classes, and (K,) of each against the rest."""
    classes = belief.shape[1]
    members = np.eye(classes, dtype=bool)[place]
    hits = belief.argmax(axis=1) == place
    accuracy = float(np.mean(np.bincount(place, hits, classes) / np.bincount(place, minlength=classes)))
    odds = _is_likelier(belief, classes)
    inside = (odds & members).sum(axis=0) / members.sum(axis=0)
    outside = (~odds & ~members).sum(axis=0) / (~members).sum(axis=0)
    return accuracy, np.asarray((inside + outside) / 2)


def _is_likelier(belief: Numbers, classes: int) -> NDArray[np.bool_]:
    """Whether a class is believed more than the rest; each class stands for 1 / K, both sides count as much."""
    return np.asarray(belief * (classes - 1) > 1 - belief)


def _wilson_limits(share: Numbers, count: Labels) -> tuple[Numbers, Numbers]:
    """Return the 95 % limits of shares of ``count`` images each (Wilson, 1927)."""
    middle = (share + _Z ** 2 / (2 * count)) / (1 + _Z ** 2 / count)
    half = _Z / (1 + _Z ** 2 / count) * np.sqrt(share * (1 - share) / count + (_Z / (2 * count)) ** 2)
    return np.asarray(middle - half), np.asarray(middle + half)


def _cuts(shuffled: Numbers, classes: int) -> tuple[float, float]:
    """Return what no table and no class reaches with shuffled labels, a little above the largest that was seen."""
    guess = np.array([1 / classes, 0.5])
    largest = shuffled.max(axis=0) if len(shuffled) else np.ones(2)
    cut, one_cut = (guess + (largest - guess) * _MARGIN).tolist()
    return cut, one_cut


def _shuffled(orders: list[Labels], place: Labels, chance: np.random.Generator, shuffles: int,
              should_stop: Callable[[], bool]) -> Iterator[tuple[float, float]]:
    classes = int(place.max()) + 1
    for _ in range(shuffles):
        stop_if_asked(should_stop)
        labels = chance.permutation(place)
        found = [_accuracies(belief, labels) for belief in _beliefs(orders, labels, classes)]
        yield max(accuracy for accuracy, _ in found), max(float(one.max()) for _, one in found)
