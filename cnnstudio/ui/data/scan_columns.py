"""The files of a scan as columns of numbers, so that 100,000 of them are filtered and sorted without a loop."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
    from cnnstudio.data.listing.walk import SetAside

_DIGITS = re.compile(r"\d+")
_LONGEST_NUMBER = 12


@dataclass(frozen=True, slots=True)
class OrderInfo:
    """A way to sort the grid."""

    name: str
    value: "Callable[[ImageFile], float]"
    is_descending: bool = False
    needs_check: bool = False
    """Whether the files must have been decoded."""


def _brightness(file: "ImageFile") -> float:
    return file.measures.brightness if file.measures is not None else np.nan


def _sharpness(file: "ImageFile") -> float:
    return file.measures.sharpness if file.measures is not None else np.nan


ORDERS: tuple[OrderInfo, ...] = (
    OrderInfo("newest", lambda file: file.modified_ns, is_descending=True),
    OrderInfo("largest", lambda file: file.size, is_descending=True),
    OrderInfo("fewest pixels", lambda file: file.height * file.width or np.nan, needs_check=True),
    OrderInfo("darkest", _brightness, needs_check=True),
    OrderInfo("brightest", _brightness, is_descending=True, needs_check=True),
    OrderInfo("most blurred", _sharpness, needs_check=True),
    OrderInfo("sharpest", _sharpness, is_descending=True, needs_check=True),
)
"""Besides by class and by name."""


class ScanColumns:
    """What is needed of every file of a scan; made in a thread for large folders.

    Rows count the used images of the scan first, in its order, then the refused and the ignored files.
    """

    def __init__(self, scanned: "ImageFolder") -> None:
        self.scanned = scanned
        self.files = scanned.files
        self.aside: tuple[SetAside, ...] = (*scanned.refused, *scanned.ignored)
        self.count = len(self.files) + len(self.aside)
        self.labels = np.fromiter((file.class_index for file in self.files), np.int32, len(self.files))
        self.names = _searchable(file_name(file) for file in self.files), _searchable(
            one.path.name for one in self.aside)
        self.row_of = {file.relative: row for row, file in enumerate(self.files)}
        """Row of each used image by its place below the root."""
        self.copies = _codes([file.digest for file in self.files])
        self.groups = _codes([file.group for file in self.files])
        self._orders: dict[str, NDArray[np.int64]] = {}
        for info in ORDERS:
            self.order(info.name)
        self.order("name")

    @property
    def refused(self) -> int:
        """How many of the files set aside were refused; they come first."""
        return len(self.scanned.refused)

    def path(self, row: int) -> Path:
        """Return the file of a row."""
        used = len(self.files)
        return self.files[row].path if row < used else self.aside[row - used].path

    def order(self, name: str) -> "NDArray[np.int64]":
        """Return the rows of the used images sorted; equal ones in the scan's order, unknown ones last."""
        if name not in self._orders:
            self._orders[name] = self._sorted(name)
        return self._orders[name]

    def _sorted(self, name: str) -> "NDArray[np.int64]":
        if name == "name":
            keys = [_natural(file_name(file)) for file in self.files]
            return np.array(sorted(range(len(keys)), key=keys.__getitem__), np.int64)
        info = next(info for info in ORDERS if info.name == name)
        values = np.fromiter((info.value(file) for file in self.files), np.float64, len(self.files))
        return np.argsort(-values if info.is_descending else values, kind="stable")

    def named(self, text: str) -> "NDArray[np.bool_]":
        """Return which files have ``text`` in their names, whatever its case."""
        wanted = _folded(text)
        return np.concatenate([np.strings.find(names, wanted) >= 0 for names in self.names])

    def rows_of(self, paths: Iterable[Path]) -> "NDArray[np.int64]":
        """Return the rows of these files in their order; those that are not here are left out."""
        relatives = {one.path: len(self.files) + place for place, one in enumerate(self.aside)}
        found = (self._row(path, relatives) for path in paths)
        return np.array([row for row in found if row is not None], np.int64)

    def is_image(self, path: Path) -> bool:
        """Whether a file is one of the used images."""
        return self._row(path, {}) is not None

    def _row(self, path: Path, aside: "dict[Path, int]") -> int | None:
        try:
            relative = path.relative_to(self.scanned.root).as_posix()
        except ValueError:
            return None
        return self.row_of.get(relative, aside.get(path))

    def alike(self, row: int) -> "tuple[NDArray[np.int64], NDArray[np.int64]]":
        """Return the other rows with the same pixels, and those that show nearly the same."""
        if row >= len(self.files):
            return np.array([], np.int64), np.array([], np.int64)
        copies, groups = (_same(codes, row) for codes in (self.copies, self.groups))
        return copies, groups[~np.isin(groups, copies)]

    def rows_in(self, other: "ScanColumns") -> "NDArray[np.int64]":
        """Return the row of each of these files in another scan of the folder; -1 where it has none."""
        if other is self:
            return np.arange(self.count)
        result = np.full(self.count, -1, np.int64)
        result[:len(self.files)] = [other.row_of.get(file.relative, -1) for file in self.files]
        return result


def file_name(file: "ImageFile") -> str:
    """Return the last part of a file's place."""
    return file.relative.rsplit("/", 1)[-1]


def _same(codes: "NDArray[np.int64]", row: int) -> "NDArray[np.int64]":
    if codes[row] < 0:
        return np.array([], np.int64)
    rows = np.flatnonzero(codes == codes[row])
    return rows[rows != row]


def _codes(values: Sequence[str]) -> "NDArray[np.int64]":
    """Return a number for each value, equal for equal ones; -1 for empty ones."""
    numbers: dict[str, int] = {"": -1}
    return np.fromiter((numbers.setdefault(value, len(numbers)) for value in values), np.int64, len(values))


def _folded(text: str) -> bytes:
    return unicodedata.normalize("NFC", text).casefold().encode("utf-8", "surrogateescape")


def _searchable(names: Iterable[str]) -> "NDArray[np.bytes_]":
    """Return names as bytes to search in: folded, composed, so that an accent typed is an accent found."""
    return np.array([name.lower().encode() if name.isascii() else _folded(name) for name in names], np.bytes_)


def _natural(name: str) -> str:
    """Return a name that sorts as people do: ``img2`` before ``img10``."""
    return _DIGITS.sub(_padded, name.casefold())


def _padded(digits: "re.Match[str]") -> str:
    return digits[0].zfill(_LONGEST_NUMBER)
