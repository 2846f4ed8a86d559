"""Finds patterns that lie at the same place, pixel for pixel, in many images of one class and in few of the others."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Floats, Labels, Pixels
from cnnstudio.explain.audit.exactness import amounts, is_exact
from cnnstudio.explain.audit.fine_detail import DetailTable, class_means, detail_table, means_by

_SHUFFLES = 24
_WINDOWS = (0.0, 1.0, 2.5)    # standard deviations in pixels over which evidence is gathered: points, strokes, patches
_OUTLINE = 1.5
_NEIGHBOURHOOD = 4.0
_REGIONS = 5                  # places that are looked at in a class, the strongest first
_GUMBEL_MEAN, _GUMBEL_SCALE = 0.5772, 6 ** 0.5 / np.pi
_SURE = 0.999                 # of an audit in which no class has a mark, the chance to find none
_FEWEST = 8                   # images of a class
_AT_ONCE = 40                 # means of classes that are held in memory together

Stop = Callable[[], bool]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place where a class differs in fine detail.

    Attributes
    ----------
    mask : (h, w), at the scale of the search
    strength : largest gathered evidence, in standard deviations of its largest value when labels are shuffled
    limit : what shuffled labels reach in 1 of 1,000 audits
    amounts : (N,) how much of the pattern each image has: the others 0 on average, the class 1
    """

    class_index: int
    mask: Mask
    amounts: Floats
    strength: float
    limit: float


def find_places(pixels: Pixels, labels: Labels, classes: int, should_stop: Stop, seed: int = 0) -> Iterator[Place]:
    """Yield the strongest such place of each class that has one, at most one a class.

    At each pixel the fine detail of a class is compared with that of all others (Welch's t with the variance of all
    images), t² is gathered over neighbourhoods of several sizes at two scales, and where other classes differ from
    each other at the same place it counts less. The limit is Gumbel's, fitted to the largest value over all places,
    scales, neighbourhoods and classes when labels are shuffled, so that it holds for all of them together. A
    place above it counts only when its pattern is exact, see `is_exact`: a mark is, an object is not.

    Parameters
    ----------
    pixels, labels : (N, H, W, C) uint8 and (N,)
    should_stop : asked before each few shuffles; then nothing more is yielded
    """
    counts = np.bincount(labels, minlength=classes).astype(np.float32)
    usable = np.flatnonzero((counts >= _FEWEST) & (counts <= counts.sum() - _FEWEST))
    if len(usable) == 0:
        return
    tables = [detail_table(pixels, scale) for scale in (1, 2)]
    shuffled = _shuffled_peaks(tables, labels, counts, should_stop, seed)
    if should_stop():
        return
    rule = _Rule.fitted(shuffled[:, usable])
    means = [class_means(table, labels, classes) for table in tables]
    for row, index in enumerate(usable):
        place = _best_exact(tables, means, counts, int(index), rule, row, labels)
        if place is not None:
            yield place


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """What shuffled labels reach: mean (K, S), spread (S,) of each statistic's peak; the limit for all together."""

    mean: npt.NDArray[np.float64]
    spread: npt.NDArray[np.float64]
    limit: float

    @classmethod
    def fitted(cls, peaks: npt.NDArray[np.float64]) -> "_Rule":
        """Fit to peaks (shuffles, K, S)."""
        mean = peaks.mean(axis=0)
        spread = np.sqrt(peaks.var(axis=0, ddof=1).mean(axis=0)) + 1e-9
        largest = ((peaks - mean) / spread).max(axis=(1, 2))
        # A deviation known from so few shuffles may be too small: its one-sided 95 % bound.
        unsure = 1 + 1.645 / (2 * len(largest)) ** 0.5
        scale = largest.std(ddof=1) * _GUMBEL_SCALE * unsure
        limit = largest.mean() - _GUMBEL_MEAN * scale - scale * np.log(-np.log(_SURE))
        return cls(mean, spread, float(limit))

    def strength(self, row: int, peaks: npt.NDArray[np.float64]) -> float:
        """Return the largest of a class's standardised peaks (S,)."""
        return float(((peaks - self.mean[row]) / self.spread).max())


def _shuffled_peaks(tables: list[DetailTable], labels: Labels, counts: Floats, should_stop: Stop,
                    seed: int) -> npt.NDArray[np.float64]:
    """Return the peaks (shuffles, K, S) of every statistic when labels are shuffled."""
    generator = np.random.default_rng(seed)
    orders = np.array([generator.permutation(labels) for _ in range(_SHUFFLES)])
    found: list[npt.NDArray[np.float64]] = []
    for group in np.array_split(orders, min(_SHUFFLES, -(-_SHUFFLES * len(counts) // _AT_ONCE))):
        if should_stop():
            break
        means = [means_by(table, group, len(counts)) for table in tables]
        found.extend(np.concatenate([_peaks(gathered(mean[row], counts, table.variance))
                                     for table, mean in zip(tables, means, strict=True)], axis=1)
                     for row in range(len(group)))
    return np.array(found)


def gathered(means: Floats, counts: Floats, variance: Floats, windows: tuple[float, ...] = _WINDOWS) -> Floats:
    """Return t² of each class against all others, mean over colours, gathered over each window: (K, W, h, w)."""
    total: Floats = np.asarray(np.tensordot(counts, means, axes=1), dtype=np.float32)
    result = np.empty((len(means), len(windows), *means.shape[1:3]), np.float32)
    for index, mean in enumerate(means):
        rest = max(float(counts.sum() - counts[index]), 1.0)
        error = variance * (1 / max(float(counts[index]), 1.0) + 1 / rest)
        squared = ((mean - (total - mean * counts[index]) / rest) ** 2 / error).mean(axis=2)
        for column, window in enumerate(windows):
            result[index, column] = cv2.GaussianBlur(squared, (0, 0), window) if window else squared
    return result


def _peaks(evidence: Floats) -> npt.NDArray[np.float64]:
    return np.asarray(np.sqrt(evidence.max(axis=(2, 3))), dtype=np.float64)


def _tempered(means: Floats, counts: Floats, variance: Floats, index: int, windows: tuple[float, ...]) -> Floats:
    """Return a class's evidence (W, h, w), divided by that between the others there where they differ, too."""
    own: Floats = gathered(means, counts, variance, windows)[index]
    others = [other for other in range(len(means)) if other != index and counts[other] >= _FEWEST]
    if len(others) < 2:
        return own
    between = gathered(means[others], counts[others], variance, (_NEIGHBOURHOOD,))[:, 0].mean(axis=0)
    return np.asarray(own / np.maximum(between, 1), dtype=np.float32)


def _best_exact(tables: list[DetailTable], means: list[Floats], counts: Floats, index: int, rule: _Rule, row: int,
                labels: Labels) -> Place | None:
    """Return the strongest exact place of a class above the limit."""
    evidence = [_tempered(mean, counts, table.variance, index, _WINDOWS)
                for table, mean in zip(tables, means, strict=True)]
    outline = _tempered(means[0], counts, tables[0].variance, index, (_OUTLINE,))[0]
    for _ in range(_REGIONS):
        strength = rule.strength(row, np.concatenate([np.sqrt(part.max(axis=(1, 2))) for part in evidence]))
        if strength <= rule.limit:
            return None
        mask = _region(outline, _strongest_place(evidence, rule, row, outline.shape))
        if is_exact(tables[0], labels, index, mask):
            return Place(index, mask, amounts(tables[0], labels, index, mask), strength, rule.limit)
        evidence = [_without(part, mask) for part in evidence]
    return None


def _strongest_place(evidence: list[Floats], rule: _Rule, row: int, shape: tuple[int, ...]) -> tuple[int, int]:
    """Return row and column, at the first scale, of the strongest standardised evidence."""
    best, place = -np.inf, (0, 0)
    for number, part in enumerate(evidence):
        for column in range(len(part)):
            statistic = number * len(part) + column
            value = (np.sqrt(part[column].max()) - rule.mean[row, statistic]) / rule.spread[statistic]
            if value > best:
                at = np.unravel_index(int(part[column].argmax()), part[column].shape)
                best = value
                place = (int((at[0] + 0.5) * shape[0] / part.shape[1]), int((at[1] + 0.5) * shape[1] / part.shape[2]))
    return place


def _region(outline: Floats, place: tuple[int, int]) -> Mask:
    """Return what hangs together around a place and is at least a quarter as strong as the strongest near it."""
    top, left = (max(0, at - 3) for at in place)
    near = outline[top:place[0] + 4, left:place[1] + 4]
    row, column = np.unravel_index(int(near.argmax()), near.shape)
    _, parts = cv2.connectedComponents((outline >= 0.25 * near.max()).astype(np.uint8))
    return np.asarray(parts == parts[top + row, left + column])


def _without(evidence: Floats, mask: Mask) -> Floats:
    """Return evidence (W, h, w) with nothing at a mask and around it."""
    wide = cv2.dilate(mask.astype(np.uint8), np.ones((7, 7), np.uint8))
    here = cv2.resize(wide, (evidence.shape[2], evidence.shape[1]), interpolation=cv2.INTER_NEAREST)
    return np.asarray(np.where(here[None] > 0, 0, evidence), dtype=np.float32)
