"""What of an image folder the Data page shows: counts for each class and split, and the images that pass a filter."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.curation.decisions import Curation
from cnnstudio.ui.data.grid_rows import GridRows
from cnnstudio.ui.data.scan_columns import ScanColumns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
    from cnnstudio.data.split import Splits

SPLIT_NAMES = ("train", "validation", "test")
LEFT_OUT = "left out"
"""The images the user excluded, as if they were a split."""
ASIDE = "aside"
"""The files that are not used, as if they were a split."""
LEFT_OUT_STATE = len(SPLIT_NAMES)
"""The number of `LEFT_OUT` in `FolderContents.states`, after those of the splits."""
_ASIDE_STATE = LEFT_OUT_STATE + 1
_STATES = {name: number for number, name in enumerate((*SPLIT_NAMES, LEFT_OUT, ASIDE))}


@dataclass(frozen=True, eq=False, slots=True)
class ImageSet:
    """Some images with a name, such as those of a finding."""

    key: str
    title: str
    rows: "NDArray[np.int64]"
    """In the order to show them in."""
    grouped_by: str = ""
    """The column of `ScanColumns` whose equal values belong together: ``"copies"``, ``"groups"``; empty: none."""


@dataclass(frozen=True, slots=True)
class ImageFilter:
    """Which images are wanted, and in which order; None and an empty text mean all."""

    class_index: int | None = None
    split: str | None = None
    images: ImageSet | None = None
    text: str = ""
    order: str = ""
    """One of `scan_columns.ORDERS`, ``"name"``, or empty: by class."""

    @property
    def shows_everything(self) -> bool:
        """Whether every used image passes."""
        return self.class_index is None and self.split is None and self.images is None and not self.text


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class and how many of its images each split has."""

    name: str
    counts: tuple[int, ...]
    """In the order of `SPLIT_NAMES`."""

    @property
    def total(self) -> int:
        """All its images."""
        return sum(self.counts)


class FolderContents:
    """A folder with its splits and the user's decisions, arranged for quick answers.

    Parameters
    ----------
    folder, splits, curation
        One arrangement of the workspace.
    before
        What was shown until now: what follows from the scan alone is taken over from it.
    """

    def __init__(self, folder: "ImageFolder", splits: "Splits", curation: Curation | None = None,
                 before: "FolderContents | None" = None) -> None:
        self.folder, self.splits = folder, splits
        self.curation = curation if curation is not None else Curation()
        scanned = folder.origin
        is_known = before is not None and before.scan.scanned is scanned
        self.scan: ScanColumns = before.scan if before is not None and is_known else ScanColumns(scanned)
        self._place()
        self._note_decisions()
        self._by_class = np.argsort(np.where(self.labels < 0, len(folder.class_names), self.labels), kind="stable")
        self.before_in_this = _rows_now(before, self)
        """Row of each file of `before` here, -1 for one that is gone; None when it was the same scan, or another
        folder."""

    def _place(self) -> None:
        """Fill ``labels`` (class index, -1 for none) and ``states`` (split, left out or aside) of each row."""
        used = len(self.scan.files)
        self.labels: NDArray[np.int32] = np.full(self.scan.count, -1, np.int32)
        self.states: NDArray[np.int8] = np.full(self.scan.count, _ASIDE_STATE, np.int8)
        self.states[:used] = LEFT_OUT_STATE
        rows = _scan_rows(self.folder)
        self.labels[rows] = np.fromiter((file.class_index for file in self.folder.files), np.int32, len(rows))
        for number, name in enumerate(SPLIT_NAMES):
            self.states[rows[getattr(self.splits, name)]] = number

    def _note_decisions(self) -> None:
        """Note which images the user gave another class, or a split, and the class of those left out."""
        decided = [(self.scan.row_of.get(relative), one) for relative, one in self.curation.decisions.items()]
        known = [(row, one) for row, one in decided if row is not None]
        self.relabelled = np.array(sorted(row for row, one in known if one.class_name is not None), np.int64)
        self.moved = np.array(sorted(row for row, one in known if one.split is not None), np.int64)
        self._relabelled_set = frozenset(self.relabelled.tolist())
        self._labels_left_out = np.full(self.scan.count, -1, np.int32)
        index = {name: place for place, name in enumerate(self.class_names)}
        out = [row for row, one in known if one.excluded]
        self._labels_left_out[out] = [index.get(self.class_name(row), -1) for row in out]

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes as the user wants them."""
        return self.folder.class_names

    def class_rows(self) -> list[ClassRow]:
        """Return every class with its counts, in the order of the class indices."""
        classes = len(self.class_names)
        counts = [np.bincount(self.labels[self.states == number], minlength=classes)
                  for number in range(len(SPLIT_NAMES))]
        return [ClassRow(name, tuple(int(count[index]) for count in counts))
                for index, name in enumerate(self.class_names)]

    def state_counts(self) -> dict[str, int]:
        """Return how many files each split has, and `LEFT_OUT` and `ASIDE`."""
        counts = np.bincount(self.states, minlength=len(_STATES))
        return {name: int(counts[number]) for name, number in _STATES.items()}

    def rows(self, wanted: ImageFilter) -> GridRows:
        """Return the images that pass ``wanted``, made into rows when they are looked at."""
        chosen = self._chosen(wanted)
        if wanted.images is not None and not wanted.order:
            listed = wanted.images.rows
            return GridRows(self, listed[chosen[listed]], wanted.images.grouped_by)
        return GridRows(self, self._in_order(chosen, wanted.order))

    def _chosen(self, wanted: ImageFilter) -> "NDArray[np.bool_]":
        if wanted.split is not None:
            chosen = self.states == _STATES[wanted.split]
        elif wanted.images is not None:
            chosen = np.ones(self.scan.count, bool)
        else:
            chosen = self.states < LEFT_OUT_STATE
        if wanted.class_index is not None and wanted.split != ASIDE:
            chosen &= (self.labels == wanted.class_index) | (self._labels_left_out == wanted.class_index)
        if wanted.images is not None:
            is_in = np.zeros(self.scan.count, bool)
            is_in[wanted.images.rows] = True
            chosen &= is_in
        return chosen & self.scan.named(wanted.text) if wanted.text else chosen

    def _in_order(self, chosen: "NDArray[np.bool_]", order: str) -> "NDArray[np.int64]":
        if not order:
            return self._by_class[chosen[self._by_class]]
        rows = self.scan.order(order)
        aside = np.flatnonzero(chosen[len(self.scan.files):]) + len(self.scan.files)
        return np.concatenate([rows[chosen[rows]], aside])

    # one file

    def path(self, row: int) -> Path:
        """Return the file of a row."""
        return self.scan.path(row)

    def file(self, row: int) -> "ImageFile | None":
        """Return a row's image as the scan found it, or None for a file set aside."""
        return self.scan.files[row] if row < len(self.scan.files) else None

    def reason(self, row: int) -> str:
        """Return why a file is set aside; empty for an image."""
        used = len(self.scan.files)
        return self.scan.aside[row - used].reason if row >= used else ""

    def state(self, row: int) -> str:
        """Return a row's split, `LEFT_OUT` or `ASIDE`."""
        return (*SPLIT_NAMES, LEFT_OUT, ASIDE)[self.states[row]]

    def class_name(self, row: int) -> str:
        """Return the class a row counts as, of an image left out the one it would; empty for a file set aside."""
        if self.labels[row] >= 0:
            return self.class_names[self.labels[row]]
        file = self.file(row)
        if file is None:
            return ""
        name = self.curation.of(file.relative).class_name or self.scan.scanned.class_names[file.class_index]
        return self.curation.merged_classes.get(name, name)

    def is_relabelled(self, row: int) -> bool:
        """Whether the user gave this image another class."""
        return row in self._relabelled_set

    def is_image(self, path: Path) -> bool:
        """Whether a file is an image that is used, or would be if the user had not left it out."""
        return self.scan.is_image(path)

    def row_of(self, path: Path) -> int:
        """Return the row of a file, or -1."""
        rows = self.scan.rows_of([path])
        return int(rows[0]) if len(rows) else -1

    def relatives(self, rows: Sequence[int]) -> list[str]:
        """Return the places below the root of those rows that are images."""
        return [self.scan.files[row].relative for row in rows if row < len(self.scan.files)]


def _scan_rows(folder: "ImageFolder") -> "NDArray[np.int64]":
    """Return each file's place in the scan."""
    if folder.scanned is None:
        return np.arange(len(folder.files))
    return np.fromiter((file.row for file in folder.files), np.int64, len(folder.files))


def _rows_now(before: FolderContents | None, now: FolderContents) -> "NDArray[np.int64] | None":
    if before is None or before.scan is now.scan or before.folder.root != now.folder.root:
        return None
    return before.scan.rows_in(now.scan)
