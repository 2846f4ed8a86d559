"""Rows of the Data page's grid, each made when it is looked at."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, overload

import numpy as np

from cnnstudio.data.decoding.note_words import note_words
from cnnstudio.ui.images import Thumbnail

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.ui.data.contents import FolderContents

EXCLUDED_SIGN = "exclude"
RELABELLED_SIGN = "tag"


class GridRows(Sequence[Thumbnail]):
    """Some files of a folder in an order.

    Parameters
    ----------
    contents
        What the numbers count in.
    numbers
        (N,) rows of ``contents``.
    grouped_by
        See `ImageSet`; each image then says its class and split, which is what copies differ in.
    """

    def __init__(self, contents: "FolderContents", numbers: "NDArray[np.int64]", grouped_by: str = "") -> None:
        self.contents, self.numbers, self.grouped_by = contents, numbers, grouped_by
        self.groups: NDArray[np.int64] | None = _groups(contents, numbers, grouped_by)
        """(N,) a number for each image, equal for neighbours that belong together; None when there are no groups."""

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> Thumbnail: ...
    @overload
    def __getitem__(self, place: slice) -> "GridRows": ...
    def __getitem__(self, place: int | slice) -> "Thumbnail | GridRows":
        if isinstance(place, slice):
            return GridRows(self.contents, self.numbers[place], self.grouped_by)
        return self._thumbnail(int(self.numbers[place]))

    def __iter__(self) -> Iterator[Thumbnail]:
        return (self._thumbnail(number) for number in self.numbers.tolist())

    def place_of(self, row: int) -> int:
        """Return where a row of the contents is shown, or -1."""
        places = np.flatnonzero(self.numbers == row)
        return int(places[0]) if len(places) else -1

    def _thumbnail(self, row: int) -> Thumbnail:
        contents = self.contents
        path: Path = contents.path(row)
        describe = partial(describe_row, contents, row)
        if contents.file(row) is None:
            return Thumbnail(path, caption=path.name, describe=describe)
        is_out = contents.labels[row] < 0
        sign = EXCLUDED_SIGN if is_out else RELABELLED_SIGN if contents.is_relabelled(row) else ""
        caption = f"{contents.class_name(row)} · {contents.state(row)}" if self.grouped_by else ""
        return Thumbnail(path, caption=caption, describe=describe, sign=sign, is_dim=bool(is_out))


def _groups(contents: "FolderContents", numbers: "NDArray[np.int64]", grouped_by: str) -> "NDArray[np.int64] | None":
    if not grouped_by or bool((numbers >= len(contents.scan.files)).any()):
        return None
    column: NDArray[np.int64] = getattr(contents.scan, grouped_by)
    return column[numbers]


def describe_row(contents: "FolderContents", row: int) -> str:
    """Return a file in words: ``cats/1.jpg · cats · train``, and what decoding did to it."""
    file = contents.file(row)
    if file is None:
        return f"{contents.path(row)}: {contents.reason(row)}"
    return " · ".join([file.relative, contents.class_name(row), contents.state(row), *map(note_words, file.notes)])
