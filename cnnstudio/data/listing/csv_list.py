"""Labels from a list: a CSV file with the columns path and label, perhaps split, beside or inside the folder."""

import csv
import io
import os
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from cnnstudio.data.listing.csv_cells import plain_cell
from cnnstudio.data.listing.csv_columns import Columns, find_columns
from cnnstudio.data.listing.name_pattern import without_ending
from cnnstudio.data.listing.natural_order import printable
from cnnstudio.data.listing.reading import Reading
from cnnstudio.data.listing.walk import Folder, FoundFile, SetAside
from cnnstudio.data.long_paths import extended
from cnnstudio.errors import ImageFolderError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

LIST_ENDINGS = (".csv", ".tsv")
BYTES_LIMIT = 64_000_000
"""A larger file is no list of labels."""

_SPLITS = {"train": "train", "training": "train", "val": "validation", "valid": "validation",
           "validation": "validation", "test": "test", "testing": "test", "": None}
_SAMPLE_ROWS, _SAMPLE_BYTES = 50, 65_536
_LABEL_LIMIT = 200
_BESIDE_LIMIT = 20
_Place = tuple[Folder, FoundFile]


class Row(NamedTuple):
    """One line of a list: cells as they stand there, without spaces around them."""

    line: int
    path: str
    label: str
    split: str


def find(root: Folder) -> Path | None:
    """Return the list of labels in or beside a folder: the first whose paths are mostly images of the folder."""
    listed = (*_lists_inside(root), *_lists_beside(root))
    index = _Index(root) if listed else None
    return next((file for file in listed if index is not None and _is_about(file, index)), None)


def only_list(root: Folder) -> Path | None:
    """Return the table that lies directly in a folder, whatever it is about; None when there are none or several."""
    inside = _lists_inside(root)
    return inside[0] if len(inside) == 1 else None


def _lists_inside(root: Folder) -> list[Path]:
    return [root.path / file.name for file in root.files if file.name.lower().endswith(LIST_ENDINGS)]


def _lists_beside(root: Folder) -> list[Path]:
    try:
        with os.scandir(extended(str(root.path.parent))) as entries:
            names = sorted(entry.name for entry in entries if entry.name.lower().endswith(LIST_ENDINGS))
    except OSError:
        return []
    return [root.path.parent / name for name in names[:_BESIDE_LIMIT]]


def _is_about(file: Path, index: "_Index") -> bool:
    try:
        columns = find_columns(table_text(file, sample=True))
        if columns is None or not columns.is_certain:
            return False
        rows = list(islice(read_rows(file, sample=True), _SAMPLE_ROWS))
    except ImageFolderError:
        return False
    found = sum(isinstance(index.find(file, row.path), tuple) for row in rows)
    return found * 2 > len(rows)


def read_into(reading: Reading, root: Folder, file: Path) -> None:
    """Take every listed image of ``root`` into ``reading``; lines that cannot be used are refused by their number.

    Paths count from the list's own folder or from ``root``; a file name alone, also without its ending, does where
    only one file has it. What lies outside ``root`` is refused, wherever ``..`` leads. When two lines differ about a
    file, the first counts.

    Raises
    ------
    ImageFolderError
        When the list cannot be read.
    """
    index = _Index(root)
    wanted: dict[int, Row] = {}
    for row in read_rows(file):
        problem = _claim(row, index.find(file, row.path), wanted)
        if problem:
            reading.refused.append(SetAside(file, translate(
                "data", "line {line:,}: {problem}", line=row.line, problem=problem)))
    for folder in root.below():
        reading.note(folder)
        for one in folder.files:
            _take(reading, folder, one, wanted.get(id(one)), file)


def _claim(row: Row, place: "_Place | str", wanted: dict[int, Row]) -> str:
    """Note the row for its file in ``wanted``; return why that cannot be done, or an empty text."""
    if not row.label or len(row.label) > _LABEL_LIMIT:
        return translate(
            "data", "no label for {path!r}",
            path=row.path) if not row.label else translate("data", "the label is too long")
    if row.split.casefold() not in _SPLITS:
        return translate("data", "the split {split!r} is none of train, val and test", split=row.split)
    if isinstance(place, str):
        return place
    earlier = wanted.setdefault(id(place[1]), row)
    if (earlier.label, earlier.split) != (row.label, row.split):
        return translate(
            "data", "{path!r} is {label!r} in line {line:,}, but {other_label!r} here; the first counts", path=row.path,
            label=earlier.label, line=earlier.line, other_label=row.label)
    return ""


def _take(reading: Reading, folder: Folder, one: FoundFile, row: Row | None, file: Path) -> None:
    if row is not None:
        label = unicodedata.normalize("NFC", row.label)
        reading.take(folder, one, reading.spelling(label), _SPLITS[row.split.casefold()])
    elif folder.path / one.name == file:
        reading.leave(folder, one, translate("data", "the list of labels"))
    elif one.problem and not one.is_loss:
        reading.leave(folder, one, one.problem)
    else:
        reading.leave(folder, one, translate("data", "not in the list {printable}", printable=printable(file.name)))


def read_rows(file: Path, *, sample: bool = False) -> Iterator[Row]:
    """Yield the lines of a list that are not empty.

    Commas, semicolons, tabs or bars stand between the cells; cells may be quoted. A first line of names is found by
    itself, as is the column of paths. A ``sample`` is the lines of the file's beginning.

    Raises
    ------
    ImageFolderError
        When the file cannot be read or is no such list.
    """
    text = table_text(file, sample=sample)
    columns = find_columns(text)
    if columns is None:
        raise ImageFolderError(translate(
            "data", "{file} is no list of labels: expected are lines such as cat/001.jpg,cat with a comma, semicolon "
            "or tab between path and label.", file=file))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=columns.delimiter)
    try:
        for number, cells in enumerate(reader):
            if any(map(str.strip, cells)) and not (number == 0 and columns.has_header):
                yield _row(reader.line_num, cells, columns)
    except csv.Error as error:
        raise ImageFolderError(translate(
            "data", "{file}: line {line_num:,} cannot be read: {reason}.", file=file, line_num=reader.line_num,
            reason=error)) from error


def _row(line: int, cells: list[str], columns: Columns) -> Row:
    def cell(place: int | None) -> str:
        return plain_cell(cells[place].strip()) if place is not None and place < len(cells) else ""

    return Row(line, cell(columns.path), cell(columns.label), cell(columns.split))


def table_text(file: Path, *, sample: bool = False) -> str:
    """Return the text of a table, or the whole lines at its beginning as a ``sample``.

    Raises
    ------
    ImageFolderError
        When the file cannot be read, is too large or not written in UTF-8 or UTF-16.
    """
    data = _read(file, _SAMPLE_BYTES if sample else BYTES_LIMIT + 1)
    if len(data) > BYTES_LIMIT:
        raise ImageFolderError(translate(
            "data", "{file} is larger than {limit:.0f} MB and no list of labels.", file=file, limit=BYTES_LIMIT / 1e6))
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = data.decode(encoding, "replace" if sample else "strict")
    except UnicodeDecodeError as error:
        raise ImageFolderError(translate(
            "data", "{file} is not written in UTF-8. Save it again as CSV in UTF-8.", file=file)) from error
    return text.rpartition("\n")[0] if len(data) == _SAMPLE_BYTES else text


def _read(file: Path, limit: int) -> bytes:
    try:
        with open(extended(str(file)), "rb") as stream:  # noqa: PTH123 - the long form of the path is wanted
            return stream.read(limit)
    except OSError as error:
        raise ImageFolderError(translate(
            "data", "The list {file} cannot be read: {reason}.", file=file, reason=os_reason(error))) from error


@dataclass(slots=True)
class _Index:
    """Finds the files of a tree by what a list calls them."""

    root: Folder
    _places: "dict[str, _Place]" = field(default_factory=dict)
    _names: "dict[str, _Place | None]" = field(default_factory=dict)
    """By name, and by name without ending; None where several files have it."""

    def __post_init__(self) -> None:
        for folder in self.root.below():
            for file in folder.files:
                place = _composed(folder.place(file))
                self._places[place] = folder, file
                name = place.rpartition("/")[2]
                for key in {name, without_ending(name), without_ending(place)}:
                    self._names[key] = None if key in self._names else (folder, file)

    def find(self, file: Path, path: str) -> "_Place | str":
        """Return the place of what ``file`` calls ``path``, or why there is none."""
        if not path:
            return translate("data", "no path")
        path = _composed(path.replace("\\", "/"))
        inside = [place for base in (file.parent, self.root.path) if (place := self._inside(base, path)) is not None]
        if not inside:
            return translate("data", "{path!r} lies outside the folder", path=path)
        hits = (self._places.get(place) for place in inside)
        found = next(filter(None, hits), None) or self._names.get(inside[-1] if "/" in path else path)
        return found or translate("data", "there is no file {path!r}", path=path)

    def _inside(self, base: Path, path: str) -> str | None:
        """Return where ``path``, counted from ``base``, lies below the root; None when it is outside."""
        root = os.path.normpath(self.root.path)
        place = os.path.normpath(os.path.join(base, path))  # noqa: PTH118 - only text is compared
        if not place.startswith(root.rstrip(os.sep) + os.sep):
            return None
        return _composed(place[len(root.rstrip(os.sep)) + 1:].replace(os.sep, "/"))


def _composed(text: str) -> str:
    """Return ``text`` with accents stored in one way, whatever wrote it."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
