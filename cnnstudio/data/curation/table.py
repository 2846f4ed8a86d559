"""Decisions about images as a table (CSV) that a spreadsheet program opens, there and back; and as a list of labels."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.listing.csv_cells import csv_bytes, plain_cell
from cnnstudio.data.split import SPLITS, Splits
from cnnstudio.errors import InputError
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from _csv import Reader

COLUMNS = ("relative", "class", "split", "excluded", "readable_part", "confirmed", "counts_as")
"""A row without ``relative`` is about a class: what it counts as, or that it stays in the list without images."""
LABEL_COLUMNS = ("path", "label", "split")
LIMIT_BYTES = 64_000_000

_YES, _NO = frozenset({"yes", "true", "1", "x"}), frozenset({"no", "false", "0", ""})
_SPLIT_WORDS = {"": None, "train": "train", "training": "train", "val": "validation", "valid": "validation",
                "validation": "validation", "test": "test"}


def curation_csv(curation: Curation) -> bytes:
    """Return all decisions as CSV: UTF-8 with a byte order mark, as spreadsheet programs expect it."""
    return csv_bytes(COLUMNS, _rows(curation))


def _rows(curation: Curation) -> Iterator[Sequence[str]]:
    for relative, one in curation.decisions.items():
        flags = ["yes" if flag else "no" for flag in (one.excluded, one.readable_part, one.confirmed)]
        yield relative, one.class_name or "", one.split or "", *flags, ""
    for name, other in curation.merged_classes.items():
        yield "", name, "", "", "", "", other
    for name in curation.kept_classes:
        yield "", name, "", "", "", "", ""


def labels_csv(folder: ImageFolder, splits: Splits) -> bytes:
    """Return every used image with its label and split as a CSV list, which a scan reads as a layout of its own."""
    split_of = {index: name for name in SPLITS for index in getattr(splits, name).tolist()}
    rows = ((file.relative, folder.class_names[file.class_index], split_of[place])
            for place, file in enumerate(folder.files))
    return csv_bytes(LABEL_COLUMNS, rows)


def read_curation_csv(data: bytes, name: str) -> Curation:
    """Read decisions from CSV, with commas, semicolons or tabs between the cells; columns may be missing.

    Parameters
    ----------
    name : what an error message calls the file

    Raises
    ------
    InputError
        Naming file, line and field: unknown columns, a split or a yes/no that is none, a file named twice.
    """
    if len(data) > LIMIT_BYTES:
        raise InputError(translate(
            "data", "{name} is larger than the {limit_bytes:,} bytes allowed for such a table.", name=name,
            limit_bytes=LIMIT_BYTES))
    text = data.decode("utf-8-sig", "surrogateescape")
    first = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count), strict=True)
    return _Table(reader, name).curation()


class _Table:
    """A table that is being read; it knows its line."""

    def __init__(self, reader: "Reader", name: str) -> None:
        self._reader, self._name = reader, name
        self._decisions: dict[str, Decision] = {}
        self._merged: dict[str, str] = {}
        self._kept: dict[str, None] = {}

    def curation(self) -> Curation:
        """Read all rows."""
        try:
            columns = self._columns()
            for cells in self._reader:
                if any(cells):
                    self._row(self._by_column(columns, cells))
        except csv.Error as error:
            raise self._error(str(error)) from error
        return Curation(MappingProxyType(self._decisions), MappingProxyType(self._merged), tuple(self._kept))

    def _columns(self) -> list[str]:
        columns = [cell.strip().lower() for cell in next(self._reader, [])]
        unknown = [column for column in columns if column not in COLUMNS]
        if "relative" not in columns or unknown:
            wrong = translate(
                "data", "there is no column {unknown!r}",
                unknown=unknown[0]) if unknown and "relative" in columns else (
                translate("data", "the column 'relative' is missing"))
            raise self._error(translate(
                "data", "{wrong}. The first line names the columns: {columns}", wrong=wrong,
                columns=', '.join(COLUMNS)))
        if len(set(columns)) < len(columns):
            raise self._error(translate("data", "a column is named twice"))
        return columns

    def _by_column(self, columns: Sequence[str], cells: Sequence[str]) -> Mapping[str, str]:
        if len(cells) != len(columns):
            raise self._error(translate(
                "data", "there are {count} cells instead of {columns_count}", count=len(cells),
                columns_count=len(columns)))
        return {column: plain_cell(cell) for column, cell in zip(columns, cells, strict=True)}

    def _row(self, row: Mapping[str, str]) -> None:
        relative = row["relative"]
        if not relative:
            self._class_row(row)
            return
        if relative in self._decisions:
            raise self._error(translate("data", "relative: {relative!r} has a line already", relative=relative))
        decision = Decision(
            self._flag(row, "excluded"), row.get("class") or None, self._split(row), self._flag(row, "readable_part"),
            self._flag(row, "confirmed"))
        if decision != Decision():
            self._decisions[relative] = decision

    def _class_row(self, row: Mapping[str, str]) -> None:
        name, other = row.get("class", ""), row.get("counts_as", "")
        if not name:
            raise self._error(translate("data", "relative: the name of the file is missing"))
        if other:
            self._merged[name] = other
        else:
            self._kept[name] = None

    def _split(self, row: Mapping[str, str]) -> str | None:
        word = row.get("split", "").strip().lower()
        if word not in _SPLIT_WORDS:
            raise self._error(translate(
                "data", "split: {split!r} is neither train, validation nor test", split=row['split']))
        return _SPLIT_WORDS[word]

    def _flag(self, row: Mapping[str, str], column: str) -> bool:
        word = row.get(column, "").strip().lower()
        if word not in _YES | _NO:
            raise self._error(translate(
                "data", "{column}: {row!r} is neither yes nor no", column=column, row=row[column]))
        return word in _YES

    def _error(self, problem: str) -> InputError:
        return InputError(translate(
            "data", "{name}, line {value}: {problem}.", name=self._name, value=max(1, self._reader.line_num),
            problem=problem))
