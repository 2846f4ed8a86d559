"""Which column of a list of labels is which: by the names in its first line, else by what the cells hold."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cnnstudio.data.file_kinds import IMAGE_ENDINGS

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_CHARACTERS = 65_536
_SAMPLE_ROWS = 50

_PATH_NAMES = ("path", "filepath", "file_path", "image_path", "img_path", "relative_path", "filename", "file_name",
               "image_name", "file", "image", "img", "images", "picture", "photo", "image_id", "id", "name")
_LABEL_NAMES = ("class_name", "label_name", "category_name", "class", "label", "labels", "category", "target", "breed",
                "species", "diagnosis", "y")
_SPLIT_NAMES = ("split", "set", "subset", "partition", "usage")
_SPLITS = frozenset(("train", "training", "val", "valid", "validation", "test", "testing", ""))


@dataclass(frozen=True, slots=True)
class Columns:
    """How the lines of a list are to be read; columns count from 0."""

    delimiter: str
    has_header: bool
    path: int
    label: int
    split: int | None
    is_certain: bool
    """Whether a name in the first line says which column has the labels, or there is only one that can have them."""


def find_columns(text: str) -> Columns | None:
    """Return the columns of a list, or None when it has no two columns."""
    delimiter, rows = max(((mark, _sample(text, mark)) for mark in _DELIMITERS), key=lambda pair: _regularity(pair[1]))
    if _regularity(rows) == (0, 0):
        return None
    if _has_header(rows):
        return _by_names(delimiter, rows)
    path = _most_images(rows)
    label = _beside(path)
    split = _split_column(rows, {path, label})
    return Columns(delimiter, False, path, label, split, len(rows[0]) - (split is not None) == 2)


def _by_names(delimiter: str, rows: Sequence[Sequence[str]]) -> Columns:
    """Return the columns by the names in the first line, and what these leave open by the cells below."""
    names = [_plain(cell) for cell in rows[0]]
    path, label = _named(names, _PATH_NAMES), _named(names, _LABEL_NAMES)
    if path is None:
        path = _most_images(rows[1:] or rows)
    is_certain = label not in {None, path} or len(rows[0]) == 2
    if label is None or label == path:
        label = _beside(path)
    return Columns(delimiter, True, path, label, _named(names, _SPLIT_NAMES), is_certain)


def _has_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first line has names: one that is known, or no image where every other line has one."""
    if any(map(_is_image, rows[0])):
        return False
    known = {*_PATH_NAMES, *_LABEL_NAMES}.intersection(map(_plain, rows[0]))
    return bool(known) or (len(rows) > 1 and all(any(map(_is_image, row)) for row in rows[1:]))


def _plain(cell: str) -> str:
    return cell.strip().casefold().replace(" ", "_")


def _beside(path: int) -> int:
    """Return the first column that is not the paths'."""
    return 0 if path else 1


def _sample(text: str, delimiter: str) -> list[list[str]]:
    """Return the first lines that are not empty."""
    part = text[:_SAMPLE_CHARACTERS]
    whole = part if len(part) == len(text) else part.rpartition("\n")[0]
    rows: list[list[str]] = []
    try:
        for cells in csv.reader(io.StringIO(whole, newline=""), delimiter=delimiter):
            if any(map(str.strip, cells)):
                rows.append(cells)
            if len(rows) == _SAMPLE_ROWS:
                break
    except csv.Error:
        return []
    return rows


def _regularity(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return how many lines have as many cells as the first, and how many cells these are; zeros below two."""
    if not rows or len(rows[0]) < 2:
        return 0, 0
    return sum(len(row) == len(rows[0]) for row in rows), len(rows[0])


def _named(names: Sequence[str], wanted: Iterable[str]) -> int | None:
    return next((names.index(name) for name in wanted if name in names), None)


def _is_image(cell: str) -> bool:
    _, dot, ending = cell.strip().rpartition(".")
    return bool(dot) and f".{ending.lower()}" in IMAGE_ENDINGS


def _most_images(rows: Sequence[Sequence[str]]) -> int:
    """Return the column with most names of images; the first where there are none."""
    width = max(map(len, rows))
    return max(range(width), key=lambda place: sum(place < len(row) and _is_image(row[place]) for row in rows))


def _split_column(rows: Sequence[Sequence[str]], taken: set[int]) -> int | None:
    for place in range(min(map(len, rows))):
        if place not in taken and all(row[place].strip().casefold() in _SPLITS for row in rows):
            return place
    return None
