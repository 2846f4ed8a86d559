"""Where the object is in each picture: a CSV file with a box a line, usually boxes.csv in the image folder."""

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cnnstudio.data.listing.csv_cells import plain_cell
from cnnstudio.data.listing.csv_list import table_text
from cnnstudio.data.listing.reading import BOXES_NAME
from cnnstudio.errors import ImageFolderError
from cnnstudio.wording import translate

_DELIMITERS = ",;\t|"
_FILE_NAMES = ("file", "filename", "file_name", "path", "image", "image_id", "name")
_CLASS_NAMES = ("class", "class_name", "label", "category")
_SPLIT_NAMES = ("split", "set", "subset")
_CORNERS = (("x0", "y0", "x1", "y1"), ("xmin", "ymin", "xmax", "ymax"), ("x_min", "y_min", "x_max", "y_max"),
            ("left", "top", "right", "bottom"))
_SIZES = (("x", "y", "width", "height"), ("x", "y", "w", "h"), ("left", "top", "width", "height"))
_LARGEST = 1e6

EXPECTED = ("expected is a first line such as file,x0,y0,x1,y1 (perhaps with split and class), and a line for each box "
            "in pixels of the image, right and bottom exclusive")
"""How a list of boxes looks, half a sentence."""


class BoxRow(NamedTuple):
    """One line of a list of boxes; an empty text where a column is missing."""

    line: int
    file: str
    class_name: str
    split: str
    box: tuple[float, float, float, float]
    """x0, y0, x1, y1 in pixels of the upright image, right and bottom exclusive."""


@dataclass(frozen=True, slots=True)
class BoxList:
    """What a file says about boxes.

    Attributes
    ----------
    problems : a sentence for each line that cannot be used, with its number and field
    """

    path: Path
    rows: tuple[BoxRow, ...]
    problems: tuple[str, ...]


class _Columns(NamedTuple):
    """Where the columns are; counts from 0."""

    file: int
    class_name: int | None
    split: int | None
    box: tuple[int, ...]
    is_size: bool
    """The last two are width and height."""


def find_box_list(root: Path) -> Path | None:
    """Return the list of boxes that lies directly in an image folder, None when there is none."""
    try:
        return next((path for path in sorted(root.iterdir()) if path.name.casefold() == BOXES_NAME), None)
    except OSError:
        return None


def read_box_list(path: Path) -> BoxList:
    """Read a list of boxes; lines that cannot be used become sentences.

    Raises
    ------
    ImageFolderError
        When the file cannot be read or has no such columns.
    """
    text = table_text(path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=first.count))
    rows: list[BoxRow] = []
    problems: list[str] = []
    try:
        names = next((cells for cells in reader if any(map(str.strip, cells))), [])
        columns = _columns(names)
        if columns is None:
            raise ImageFolderError(translate(
                "data", "{path} is no list of boxes: {expected}.", path=path, expected=translate("data", EXPECTED)))
        for cells in reader:
            if any(map(str.strip, cells)):
                found = _row(reader.line_num, cells, columns, names)
                (problems if isinstance(found, str) else rows).append(found)  # type: ignore[arg-type]
    except csv.Error as error:
        raise ImageFolderError(translate(
            "data", "{path}: line {line_num:,} cannot be read: {reason}.", path=path, line_num=reader.line_num,
            reason=error)) from error
    return BoxList(path, tuple(rows), tuple(problems))


def _columns(names: Sequence[str]) -> _Columns | None:
    plain = [name.strip().casefold().replace(" ", "_") for name in names]
    place = {name: number for number, name in reversed(list(enumerate(plain)))}
    file = next((place[name] for name in _FILE_NAMES if name in place), None)
    corners = next((four for four in (*_CORNERS, *_SIZES) if all(name in place for name in four)), None)
    if file is None or corners is None:
        return None
    return _Columns(file, _first(place, _CLASS_NAMES), _first(place, _SPLIT_NAMES),
                    tuple(place[name] for name in corners), corners in _SIZES)


def _first(place: dict[str, int], names: Sequence[str]) -> int | None:
    return next((place[name] for name in names if name in place), None)


def _row(line: int, cells: list[str], columns: _Columns, names: Sequence[str]) -> BoxRow | str:
    """Return the row, or the sentence that says why there is none."""
    def cell(number: int | None) -> str:
        return plain_cell(cells[number].strip()) if number is not None and number < len(cells) else ""

    file = cell(columns.file).replace("\\", "/")
    if not file:
        return translate(
            "data", "Line {line:,}: the field {name} is empty; name the image there.", line=line,
            name=names[columns.file].strip())
    values = [_number(cell(number)) for number in columns.box]
    for number, value in zip(columns.box, values, strict=True):
        if value is None:
            return translate(
                "data", "Line {line:,}: the field {name} holds {cell!r}, which is no number of pixels.", line=line,
                name=names[number].strip(), cell=cell(number))
    x0, y0, x1, y1 = (value or 0.0 for value in values)
    if columns.is_size:
        x1, y1 = x0 + x1, y0 + y1
    if x1 <= x0 or y1 <= y0:
        return translate(
            "data", "Line {line:,}: the box of {file} is empty, from ({x0:g}, {y0:g}) to ({x1:g}, {y1:g}).", line=line,
            file=file, x0=x0, y0=y0, x1=x1, y1=y1)
    return BoxRow(line, file, cell(columns.class_name), cell(columns.split), (x0, y0, x1, y1))


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= _LARGEST else None
