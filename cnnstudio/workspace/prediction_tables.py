"""Writes what a network answered for a folder as tables: all images, and those it was unsure of."""

import csv
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.listing.csv_cells import safe_cell
from cnnstudio.storage import atomic_file
from cnnstudio.workspace.prediction_journal import PredictedImage

COLUMNS = ("file", "class", "probability", "margin", "entropy", "problem")
"""Before one column for each class."""
_DIGITS = 6


@dataclass(frozen=True, slots=True, eq=False)
class PredictedTable:
    """The answers for N files in the order of the folder, as a view sorts them.

    Attributes
    ----------
    names : (N,) places below the folder
    classes : (N,) int32 class numbers; -1 for a file that was refused
    probability : (N,) float32 of that class; not a number where refused, as the next two
    margin : (N,) float32, probability less the second highest
    entropy : (N,) float32 in nats, 0 to ln K
    problems : row -> why the file was refused
    """

    names: tuple[str, ...]
    classes: NDArray[np.int32]
    probability: NDArray[np.float32]
    margin: NDArray[np.float32]
    entropy: NDArray[np.float32]
    problems: dict[int, str]

    def counts(self, classes: int) -> tuple[int, ...]:
        """Return how many files were given each of K classes."""
        found = np.bincount(self.classes[self.classes >= 0], minlength=classes)
        return tuple(int(count) for count in found)

    def unsure(self, below: float) -> NDArray[np.int64]:
        """Return the rows whose probability is less than ``below``, the least sure first."""
        rows = np.flatnonzero(self.probability < below)
        return rows[np.argsort(self.probability[rows], kind="stable")]


@dataclass(frozen=True, slots=True)
class Figures:
    """What is told of one answer: ``(class number, probability, margin, entropy in nats)``."""

    number: int
    probability: float
    margin: float
    entropy: float


def figures(probabilities: Sequence[float]) -> Figures:
    """Return the figures of one answer, K probabilities that sum to 1.

    The entropy is Shannon's, the negative sum of p ln p; the margin is the highest less the second highest.
    """
    values = np.asarray(probabilities, np.float64)
    number = int(values.argmax())
    second = float(np.delete(values, number).max(initial=0.0))
    positive = values[values > 0]
    entropy = max(0.0, float(-(positive * np.log(positive)).sum()))
    return Figures(number, float(values[number]), float(values[number]) - second, entropy)


def write_table(path: Path, images: Iterable[PredictedImage], class_names: Sequence[str]) -> PredictedTable:
    """Write one line a file, whole or not at all, and return the columns a view sorts; no image is read twice.

    Names that a spreadsheet program would take for formulas are made plain (`safe_cell`). UTF-8 with a byte order
    mark; the bytes of odd file names survive.

    Raises
    ------
    StorageError
        When it cannot be written; a table that was there stays.
    """
    rows = _Rows()
    with atomic_file(path) as file:
        text = io.TextIOWrapper(file, "utf-8-sig", "surrogateescape", newline="", write_through=True)
        try:
            writer = csv.writer(text)
            writer.writerow(_header(class_names))
            writer.writerows(_cells(image, rows.add(image), class_names) for image in images)
        finally:
            text.detach()
    return rows.table()


def _header(class_names: Sequence[str]) -> list[str]:
    return [*COLUMNS, *(safe_cell(f"p({name})") for name in class_names)]


class _Rows:
    """The columns of a table as they grow."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._figures: list[Figures] = []
        self._problems: dict[int, str] = {}

    def add(self, image: PredictedImage) -> Figures | None:
        found = None if image.problem else figures(image.probabilities)
        if found is None:
            self._problems[len(self._names)] = image.problem
        self._names.append(image.name)
        self._figures.append(found or Figures(-1, math.nan, math.nan, math.nan))
        return found

    def table(self) -> PredictedTable:
        return PredictedTable(
            tuple(self._names), np.array([one.number for one in self._figures], np.int32),
            self._column("probability"), self._column("margin"), self._column("entropy"), self._problems)

    def _column(self, name: str) -> NDArray[np.float32]:
        return np.array([getattr(one, name) for one in self._figures], np.float32)


def _cells(image: PredictedImage, found: Figures | None, class_names: Sequence[str]) -> Iterator[str]:
    yield safe_cell(image.name)
    if found is None:
        yield from ("", "", "", "", safe_cell(image.problem), *("" for _ in class_names))
        return
    yield safe_cell(class_names[found.number])
    yield from (_number(value) for value in (found.probability, found.margin, found.entropy))
    yield ""
    yield from (_number(value) for value in image.probabilities)


def _number(value: float) -> str:
    return f"{value:.{_DIGITS}f}"
