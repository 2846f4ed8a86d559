"""Groups of images of a class that are decided at similar places: PCA of their maps and k-means, as SpRAy does."""

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Floats
from cnnstudio.explain.audit.map_words import strongest_ninth
from cnnstudio.explain.audit.one_pass import Places
from cnnstudio.explain.audit.percentages import percent
from cnnstudio.explain.audit.report import Accuracy, HeatmapCluster
from cnnstudio.wording import translate

_FEWEST = 12        # images below which groups mean nothing
_SMALLEST, _SMALLEST_SHARE = 4, 0.05     # images of a group, at least
_COMPONENTS = 8
_STARTS = 4
_TURNS = 30
_LARGEST_K = 4
_CLEAR = 0.25       # mean silhouette below which one group describes the class better (Kaufman and Rousseeuw, 1990)
_GRID = 14

Matrix = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def clusters_of(maps: Floats, places: Places, right: Flags, seed: int = 0) -> tuple[HeatmapCluster, ...]:
    """Group the maps of a class (Lapuschkin and others, 2019, in small).

    Parameters
    ----------
    maps : (n, h, w), positive evidence, each with sum 1
    places : (n,) of the images
    right : (n,) whether they were recognised

    Returns
    -------
    groups : the largest first; none where the maps do not fall into groups
    """
    if len(maps) < _FEWEST or not maps.any():
        return ()
    # roots, whose distance is Hellinger's: else the few maps with one hot cell lie apart from all others
    points = components(np.sqrt(at_most(maps, _GRID)).reshape(len(maps), -1), _COMPONENTS)
    labels = best_grouping(points, seed)
    if labels.max() == 0:
        return ()
    order = np.argsort(-np.bincount(labels), kind="stable")
    return tuple(_cluster(maps, points, places, right, labels == group) for group in order)


def components(rows: npt.NDArray[np.floating], count: int) -> Matrix:
    """Return rows (n, d), centred, along their first principal components: (n, at most ``count``)."""
    centred = np.asarray(rows, np.float64) - rows.mean(axis=0, dtype=np.float64)
    left, scale, _ = np.linalg.svd(centred, full_matrices=False)
    kept = min(count, int((scale > 1e-12 * max(scale[0], 1e-300)).sum())) or 1
    return np.asarray(left[:, :kept] * scale[:kept])


def best_grouping(points: Matrix, seed: int) -> Places:
    """Return the grouping of points (n, d) into 2 to 4 with the best mean silhouette; all 0 where none is clear.

    A grouping that sets a few points apart is none: a group is a kind of image, not an exception.
    """
    distance = np.sqrt(np.maximum(squared_distances(points, points), 0))
    best, grouping = _CLEAR, np.zeros(len(points), np.int64)
    smallest = max(_SMALLEST, _SMALLEST_SHARE * len(points))
    for k in range(2, _LARGEST_K + 1):
        labels = k_means(points, k, seed)
        value = silhouette(distance, labels)
        if value > best and np.bincount(labels).min() >= smallest:
            best, grouping = value, labels
    return grouping


def k_means(points: Matrix, k: int, seed: int) -> Places:
    """Return the group (n,) of each point (n, d): Lloyd's algorithm from the best of some k-means++ starts."""
    generator = np.random.default_rng(seed)
    runs = [_lloyd(points, _first_centres(points, k, generator)) for _ in range(_STARTS)]
    return min(runs, key=lambda run: run[1])[0]


def _first_centres(points: Matrix, k: int, generator: np.random.Generator) -> Matrix:
    """Choose k points by chance, far ones rather than near ones: k-means++ (Arthur and Vassilvitskii, 2007)."""
    chosen = [points[generator.integers(len(points))]]
    while len(chosen) < k:
        nearest = np.maximum(squared_distances(points, np.array(chosen)).min(axis=1), 0)
        total = nearest.sum()
        chance = nearest / total if total > 0 else None
        chosen.append(points[generator.choice(len(points), p=chance)])
    return np.array(chosen)


def _lloyd(points: Matrix, centres: Matrix) -> tuple[Places, float]:
    labels = np.zeros(len(points), np.int64)
    for _ in range(_TURNS):
        labels = squared_distances(points, centres).argmin(axis=1)
        moved = np.array([points[labels == group].mean(axis=0) if (labels == group).any() else centres[group]
                          for group in range(len(centres))])
        if np.array_equal(moved, centres):
            break
        centres = moved
    return labels, float(((points - centres[labels]) ** 2).sum())


def squared_distances(points: Matrix, others: Matrix) -> Matrix:
    """Return (n, m) squared distances of points (n, d) and (m, d); rounding may leave some just below 0."""
    return np.asarray((points ** 2).sum(axis=1)[:, None] + (others ** 2).sum(axis=1) - 2 * points @ others.T)


def silhouette(distance: Matrix, labels: Places) -> float:
    """Return the mean silhouette of a grouping, -1 to 1 (Rousseeuw, 1987); a group of one counts 0.

    Parameters
    ----------
    distance : (n, n)
    labels : (n,) groups 0 to k - 1
    """
    member = np.eye(labels.max() + 1)[labels]
    sizes = member.sum(axis=0)
    if (sizes == 0).any() or len(sizes) < 2:
        return -1.0
    totals = distance @ member
    own = sizes[labels]
    inside = totals[np.arange(len(labels)), labels] / np.maximum(own - 1, 1)
    outside = np.where(member > 0, np.inf, totals / sizes).min(axis=1)
    value = (outside - inside) / np.maximum(np.maximum(inside, outside), 1e-300)
    return float(np.where(own > 1, value, 0.0).mean())


def at_most(maps: Floats, cells: int) -> Floats:
    """Return maps (n, h, w) with at most ``cells`` a side, by adding up whole neighbours."""
    steps = [-(-size // cells) for size in maps.shape[1:]]
    height, width = (-(-size // step) * step for size, step in zip(maps.shape[1:], steps, strict=True))
    padded = np.pad(maps, ((0, 0), (0, height - maps.shape[1]), (0, width - maps.shape[2])))
    blocks = padded.reshape(len(maps), height // steps[0], steps[0], width // steps[1], steps[1])
    return np.asarray(blocks.sum(axis=(2, 4)), dtype=np.float32)


def _cluster(maps: Floats, points: Matrix, places: Places, right: Flags, inside: Flags) -> HeatmapCluster:
    centre = points[inside].mean(axis=0)
    nearest = np.argsort(((points[inside] - centre) ** 2).sum(axis=1), kind="stable")
    mean = np.asarray(maps[inside].mean(axis=0, dtype=np.float64), dtype=np.float32)
    accuracy = Accuracy(int(right[inside].sum()), int(inside.sum()))
    others = Accuracy(int(right[~inside].sum()), int((~inside).sum()))
    return HeatmapCluster(tuple(int(place) for place in places[inside][nearest]), mean, accuracy,
                          _words(mean, accuracy, others))


def _words(mean: Floats, accuracy: Accuracy, others: Accuracy) -> str:
    total = float(mean.sum())
    if total <= 0:
        return translate(
            "explain", "{images} images without evidence for the class; {right} of them are recognised.",
            images=accuracy.images, right=accuracy.right)
    part, share, _ = strongest_ninth(np.asarray(mean / total, dtype=np.float32))
    return translate(
        "explain", "{images} images with {share} of their evidence {part}: {right} of them are recognised "
        "({accuracy_right}), of the {others_images} other images {others_right} ({other_right}).",
        images=accuracy.images, share=percent(share), part=part, right=accuracy.right,
        accuracy_right=percent(accuracy.right / accuracy.images), others_images=others.images,
        others_right=others.right, other_right=percent(others.right / max(others.images, 1)))
