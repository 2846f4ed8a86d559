"""What of an image folder the Data page shows: counts for each class and split, and the images that pass a filter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, overload

import numpy as np

from cnnstudio.ui.images import Thumbnail

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.folder_walk import SetAside
    from cnnstudio.data.image_folder import ImageFile, ImageFolder
    from cnnstudio.data.split import Splits

SPLIT_NAMES = ("train", "validation", "test")
ASIDE = "aside"
"""The files that are not used, as if they were a split."""


@dataclass(frozen=True, slots=True)
class ImageFilter:
    """Which images are wanted; None means all."""

    class_index: int | None = None
    split: str | None = None
    files: frozenset[Path] | None = None
    """Only these, such as those of a finding."""


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


@dataclass(eq=False)
class FolderContents:
    """A folder with its splits, arranged for quick answers."""

    folder: "ImageFolder"
    splits: "Splits"
    labels: "NDArray[np.int64]" = field(init=False)
    split_of: "NDArray[np.int8]" = field(init=False)
    """Place in `SPLIT_NAMES` of each file."""

    def __post_init__(self) -> None:
        count = len(self.folder.files)
        self.labels = np.fromiter((file.class_index for file in self.folder.files), np.int64, count)
        self.split_of = np.zeros(count, np.int8)
        for number, name in enumerate(SPLIT_NAMES):
            self.split_of[getattr(self.splits, name)] = number

    def class_rows(self) -> list[ClassRow]:
        """Return every class with its counts, in the order of the class indices."""
        classes = len(self.folder.class_names)
        counts = [np.bincount(self.labels[self.split_of == number], minlength=classes)
                  for number in range(len(SPLIT_NAMES))]
        return [ClassRow(name, tuple(int(count[index]) for count in counts))
                for index, name in enumerate(self.folder.class_names)]

    def rows(self, wanted: ImageFilter) -> "Sequence[Thumbnail]":
        """Return the images that pass ``wanted``, made into rows when they are looked at."""
        if wanted.files is not None:
            return self._listed(wanted.files)
        if wanted.split == ASIDE:
            return AsideRows((*self.folder.refused, *self.folder.ignored))
        chosen = np.ones(len(self.labels), bool)
        if wanted.class_index is not None:
            chosen &= self.labels == wanted.class_index
        if wanted.split is not None:
            chosen &= self.split_of == SPLIT_NAMES.index(wanted.split)
        return FileRows(self, np.flatnonzero(chosen))

    def _listed(self, files: frozenset[Path]) -> "Sequence[Thumbnail]":
        aside = tuple(one for one in self.folder.refused if one.path in files)
        if aside:
            return AsideRows(aside)
        numbers = [number for number, file in enumerate(self.folder.files) if file.path in files]
        # equal pictures beside each other, so that the eye can compare them
        numbers.sort(key=lambda number: self.folder.files[number].digest)
        return FileRows(self, np.array(numbers, np.int64))

    def thumbnail(self, number: int) -> Thumbnail:
        """Return the row of file ``number``."""
        file = self.folder.files[number]
        return Thumbnail(file.path, tooltip=self.describe(file, number))

    def describe(self, file: "ImageFile", number: int) -> str:
        """Return a file in words: ``cats/1.jpg · cats · train``, and what decoding did to it."""
        parts = [file.relative, self.folder.class_names[file.class_index], SPLIT_NAMES[self.split_of[number]]]
        return " · ".join([*parts, *file.notes])


class FileRows(Sequence[Thumbnail]):
    """Rows of used images, each made when it is looked at."""

    def __init__(self, contents: FolderContents, numbers: "NDArray[np.int64]") -> None:
        self._contents, self._numbers = contents, numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> Thumbnail: ...
    @overload
    def __getitem__(self, place: slice) -> "FileRows": ...
    def __getitem__(self, place: int | slice) -> "Thumbnail | FileRows":
        if isinstance(place, slice):
            return FileRows(self._contents, self._numbers[place])
        return self._contents.thumbnail(int(self._numbers[place]))

    def __iter__(self) -> Iterator[Thumbnail]:
        return (self._contents.thumbnail(int(number)) for number in self._numbers)


class AsideRows(Sequence[Thumbnail]):
    """Rows of files that are not used, with the reason."""

    def __init__(self, files: "tuple[SetAside, ...]") -> None:
        self._files = files

    def __len__(self) -> int:
        return len(self._files)

    @overload
    def __getitem__(self, place: int) -> Thumbnail: ...
    @overload
    def __getitem__(self, place: slice) -> "AsideRows": ...
    def __getitem__(self, place: int | slice) -> "Thumbnail | AsideRows":
        if isinstance(place, slice):
            return AsideRows(self._files[place])
        file = self._files[place]
        return Thumbnail(file.path, caption=file.path.name, tooltip=f"{file.path}: {file.reason}")
