"""How the images of a folder are distributed over classes, splits, sizes, proportions, brightness and kinds."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.file_kinds import IMAGE_ENDINGS
from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.split import SPLITS, Splits

BINS = 24
"""Bars of a histogram."""

_ASPECTS = (1 / 4, 4.0)


@dataclass(frozen=True, slots=True)
class Histogram:
    """How often values fall between edges.

    Attributes
    ----------
    edges : N + 1 ascending numbers; the last bar holds its right edge too
    counts : N numbers of images
    """

    edges: tuple[float, ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Distributions:
    """Figures for small charts; images that were not decoded are in none of the histograms.

    Attributes
    ----------
    class_names : in the order of the rows of ``per_class``
    splits : the columns of ``per_class``: of ``"train"``, ``"validation"``, ``"test"`` those with images, and
        ``"undivided"``
    per_class : images of each class in each split
    widths, heights : pixels of the upright pictures
    aspects : width / height, from 1 : 4 to 4 : 1 in equal steps of the logarithm; what is beyond counts at the end
    brightness : mean luma, 0 to 1
    kinds : kind of file by its ending, with the number of images, the most frequent first
    """

    class_names: tuple[str, ...]
    splits: tuple[str, ...]
    per_class: tuple[tuple[int, ...], ...]
    widths: Histogram
    heights: Histogram
    aspects: Histogram
    brightness: Histogram
    kinds: tuple[tuple[str, int], ...]


def distributions(folder: ImageFolder, splits: Splits | None = None) -> Distributions:
    """Count the images of a folder; ``splits`` say how they are divided where the folder does not."""
    files = folder.files
    names, per_class = _per_class(folder, splits)
    sizes = np.array([(file.width, file.height) for file in files if file.height], np.float64).reshape(-1, 2)
    brightness = np.array([file.measures.brightness for file in files if file.measures is not None], np.float64)
    aspects = np.clip(sizes[:, 0] / sizes[:, 1], *_ASPECTS)
    return Distributions(
        folder.class_names, names, per_class, _sides(sizes[:, 0]), _sides(sizes[:, 1]),
        _histogram(aspects, np.geomspace(*_ASPECTS, BINS + 1)), _histogram(brightness, np.linspace(0, 1, BINS + 1)),
        _kinds(files))


def _per_class(folder: ImageFolder, splits: Splits | None) -> tuple[tuple[str, ...], tuple[tuple[int, ...], ...]]:
    place = {name: number for number, name in enumerate(SPLITS)}
    of_file = np.array([place.get(file.split or "", len(SPLITS)) for file in folder.files], np.int64)
    if splits is not None:
        for name, number in place.items():
            of_file[getattr(splits, name)] = number
    classes = np.array([file.class_index for file in folder.files], np.int64)
    width = len(SPLITS) + 1
    table = np.bincount(classes * width + of_file, minlength=len(folder.class_names) * width).reshape(-1, width)
    used = np.flatnonzero(table.any(axis=0)).tolist()
    names = (*SPLITS, "undivided")
    return tuple(names[column] for column in used), tuple(map(tuple, table[:, used].tolist()))


def _sides(values: NDArray[np.float64]) -> Histogram:
    """Return a histogram whose edges are whole pixels."""
    low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    bars = int(min(BINS, high - low + 1))
    step = np.ceil((high - low + 1) / bars)
    return _histogram(values, low + step * np.arange(bars + 1))


def _histogram(values: NDArray[np.float64], edges: NDArray[np.float64]) -> Histogram:
    counts, _ = np.histogram(values, edges)
    return Histogram(tuple(edges.tolist()), tuple(counts.tolist()))


def _kinds(files: Iterable[ImageFile]) -> tuple[tuple[str, int], ...]:
    endings = Counter("." + file.relative.rpartition(".")[2].lower() for file in files)
    kinds: Counter[str] = Counter()
    for ending, count in endings.items():
        kinds[IMAGE_ENDINGS.get(ending, "other")] += count
    return tuple(kinds.most_common())
