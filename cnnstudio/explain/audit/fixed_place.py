"""Finds patterns that lie at the same place, pixel for pixel, in many images of one class and in few of the others."""

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Floats, Labels, Pixels
from cnnstudio.explain.audit.exactness import amounts, is_exact
from cnnstudio.explain.audit.fine_detail import DetailTable, class_means, detail_table, means_by
from cnnstudio.explain.pixels.question import ShouldStop, stop_if_wanted

_SHUFFLES = 24
_WINDOWS = (0.0, 1.0, 2.5)    # standard deviations in pixels over which evidence is gathered: points, strokes, patches
_OUTLINE = 1.5
_OF_SMOOTH, _OF_POINTS = 0.25, 0.3   # of the strongest evidence belongs to a mark, gathered or of single pixels
_GAP = 2                      # pixels between parts of one mark, such as letters
_HOLE = 0.2                   # of the picture; a larger hole is what a frame surrounds
_NEIGHBOURHOOD = 4.0
_REGIONS = 5                  # places that are looked at in a class, the strongest first
_GUMBEL_MEAN, _GUMBEL_SCALE = 0.5772, 6 ** 0.5 / np.pi
_SURE = 0.999                 # of an audit in which no class has a mark, the chance to find none
_FEWEST = 8                   # images of a class
_AT_ONCE = 40                 # means of classes that are held in memory together

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


def find_places(pixels: Pixels, labels: Labels, classes: int, should_stop: ShouldStop,
                seed: int = 0) -> Iterator[Place]:
    """Yield the strongest such place of each class that has one, at most one a class.

    At each pixel the fine detail of a class is compared with that of all others (Welch's t with the variance of all
    images), t² is gathered over neighbourhoods of several sizes at two scales, and where other classes differ from
    each other at the same place it counts less. The limit is Gumbel's, fitted to the largest value over all places,
    scales, neighbourhoods and classes when labels are shuffled, so that it holds for all of them together. A
    place above it counts only when its pattern is exact, see `is_exact`: a mark is, an object is not.

    Parameters
    ----------
    pixels, labels : (N, H, W, C) uint8 and (N,)
    should_stop : asked at each step, a fraction of a second each

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so.
    """
    counts = np.bincount(labels, minlength=classes).astype(np.float32)
    usable = np.flatnonzero((counts >= _FEWEST) & (counts <= counts.sum() - _FEWEST))
    if len(usable) == 0:
        return
    tables = [detail_table(pixels, scale, should_stop) for scale in (1, 2)]
    shuffled = _shuffled_peaks(tables, labels, counts, should_stop, seed)
    rule = _Rule.fitted(shuffled[:, usable])
    means = [class_means(table, labels, classes) for table in tables]
    for row, index in enumerate(usable):
        stop_if_wanted(should_stop)
        place = _best_exact(tables, means, counts, int(index), rule, row, labels, should_stop)
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


def _shuffled_peaks(tables: list[DetailTable], labels: Labels, counts: Floats, should_stop: ShouldStop,
                    seed: int) -> npt.NDArray[np.float64]:
    """Return the peaks (shuffles, K, S) of every statistic when labels are shuffled."""
    generator = np.random.default_rng(seed)
    orders = np.array([generator.permutation(labels) for _ in range(_SHUFFLES)])
    found: list[npt.NDArray[np.float64]] = []
    for group in np.array_split(orders, min(_SHUFFLES, -(-_SHUFFLES * len(counts) // _AT_ONCE))):
        means = [means_by(table, group, len(counts), should_stop) for table in tables]
        for row in range(len(group)):
            stop_if_wanted(should_stop)
            found.append(np.concatenate([_peaks(gathered(mean[row], counts, table.variance))
                                         for table, mean in zip(tables, means, strict=True)], axis=1))
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
                labels: Labels, should_stop: ShouldStop) -> Place | None:
    """Return the strongest exact place of a class above the limit."""
    evidence = [_tempered(mean, counts, table.variance, index, _WINDOWS)
                for table, mean in zip(tables, means, strict=True)]
    outline = _tempered(means[0], counts, tables[0].variance, index, (_OUTLINE,))[0]
    for _ in range(_REGIONS):
        strength = rule.strength(row, np.concatenate([np.sqrt(part.max(axis=(1, 2))) for part in evidence]))
        if strength <= rule.limit:
            return None
        place = _strongest_place(evidence, rule, row, outline.shape)
        mask = _outlined(evidence[0][0], outline, place, float(rule.mean[row, 0] ** 2))
        if _carries(means[0], counts, index, mask) and is_exact(tables[0], labels, index, mask, should_stop):
            return Place(index, mask, amounts(tables[0], labels, index, mask), strength, rule.limit)
        evidence = [_without(part, mask) for part in evidence]
    return None


def _carries(means: Floats, counts: Floats, index: int, mask: Mask) -> bool:
    """Say whether it is the class that has a pattern there, and not all others: of two classes both differ alike."""
    others = np.tensordot(np.delete(counts, index), np.delete(means, index, axis=0), axes=1)
    others = others / max(float(counts.sum() - counts[index]), 1.0)
    return bool((means[index][mask] ** 2).sum() > (others[mask] ** 2).sum())


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


def _outlined(points: Floats, smooth: Floats, place: tuple[int, int], chance: float) -> Mask:
    """Return a mark's outline (h, w) with gaps and holes closed, from the evidence of single pixels if that suffices.

    Parameters
    ----------
    points, smooth : (h, w) evidence of single pixels, and gathered from around each
    place : row and column near its strongest
    chance : what the evidence of single pixels reaches somewhere when labels are shuffled
    """
    top, left = (max(0, at - 3) for at in place)
    near = points[top:place[0] + 4, left:place[1] + 4]
    if near.max() < 2 * chance:
        least = _OF_SMOOTH * float(smooth[top:place[0] + 4, left:place[1] + 4].max())
        return _hanging_together(smooth, place, least, 0)
    mask = _hanging_together(points, place, max(_OF_POINTS * float(near.max()), chance), _GAP)
    return _without_holes(mask)


def _hanging_together(evidence: Floats, place: tuple[int, int], least: float, gap: int) -> Mask:
    """Return what has at least so much evidence and hangs together, over gaps of some pixels, around a place."""
    top, left = (max(0, at - 3) for at in place)
    near = evidence[top:place[0] + 4, left:place[1] + 4]
    row, column = np.unravel_index(int(near.argmax()), near.shape)
    enough = (evidence >= least).astype(np.uint8)
    _, parts = cv2.connectedComponents(cv2.dilate(enough, np.ones((2 * gap + 1, 2 * gap + 1), np.uint8)))
    return np.asarray((parts == parts[top + row, left + column]) & (enough > 0))


def _without_holes(mask: Mask) -> Mask:
    """Return a mask with its gaps closed and its holes filled, but for one as large as a frame's."""
    wide = cv2.copyMakeBorder(mask.astype(np.uint8), *(3 * _GAP,) * 4, cv2.BORDER_CONSTANT, value=0)
    closed = cv2.morphologyEx(wide, cv2.MORPH_CLOSE, np.ones((2 * _GAP + 1, 2 * _GAP + 1), np.uint8))
    inside = closed[3 * _GAP:-3 * _GAP, 3 * _GAP:-3 * _GAP]
    _, parts, sizes, _ = cv2.connectedComponentsWithStats(1 - inside, connectivity=4)
    small = sizes[:, cv2.CC_STAT_AREA] < _HOLE * mask.size
    edge = np.concatenate([parts[0], parts[-1], parts[:, 0], parts[:, -1]])
    small[np.unique(edge)] = False
    return np.asarray((inside > 0) | small[parts])


def _without(evidence: Floats, mask: Mask) -> Floats:
    """Return evidence (W, h, w) with nothing at a mask and around it."""
    wide = cv2.dilate(mask.astype(np.uint8), np.ones((7, 7), np.uint8))
    here = cv2.resize(wide, (evidence.shape[2], evidence.shape[1]), interpolation=cv2.INTER_NEAREST)
    return np.asarray(np.where(here[None] > 0, 0, evidence), dtype=np.float32)
