"""Remembers what checking a folder found, so that opening it again decodes only what changed."""

import contextlib
import hashlib
import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any, get_type_hints

import numpy as np
import PIL
from numpy.typing import NDArray

from cnnstudio import __version__
from cnnstudio.data.folder.column_file import read_columns, write_columns
from cnnstudio.data.folder.difference import Past
from cnnstudio.data.folder.image_folder import CHECK_VERSION, ImageFile, ImageFolder, RefusedImage
from cnnstudio.data.folder.measures import NO_TRAITS, OUTLINE_VALUES, ImageMeasures, measure
from cnnstudio.data.listing.natural_order import printable
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.errors import StorageError

FORMAT_VERSION = 2
SUFFIX = ".scan"

KEPT_BYTES = 200_000_000
"""Memories used longest ago are removed when all together are larger than this; 100,000 images take some 19 MB."""

_STALE_S = 24 * 3600
_DTYPES = {float: "<f8", bool: "u1", bytes: f"V{OUTLINE_VALUES}"}
_MEASURES: dict[str, type] = get_type_hints(ImageMeasures)
_COLUMNS: dict[str, tuple[str, tuple[int, ...]]] = {
    "size": ("<i8", ()), "modified_ns": ("<i8", ()), "height": ("<i4", ()), "width": ("<i4", ()),
    "class_index": ("<i4", ()), "text": ("<i4", ()), "group": ("<i4", ()), "state": ("u1", ()), "digest": ("u1", (16,)),
    **{f"measure {name}": (_DTYPES[kind], ()) for name, kind in _MEASURES.items()},
}
"""Name, dtype and shape of a row. ``text`` is the place of the notes, or of the reason of a refused file; ``group`` the
row of the file whose name the group has, -1 for none."""

_RECALLED = ("size", "modified_ns", "height", "width", "class_index", "text", "state")
_READABLE_PART, _REFUSED, _MEASURED = 1, 2, 4
"""Bits of ``state``."""


@dataclass(frozen=True)
class ScanMemory:
    """What one check of a folder found.

    Attributes
    ----------
    names : `ImageFile.relative` of every file that was used or refused
    columns : see the table in this module; each has a row for each name
    texts : notes, and reasons as tuples of one
    layout, class_names : as in `ImageFolder`
    options : the layout the user chose, when the folder can be read in several ways
    since : the day of the check
    """

    names: Sequence[str]
    columns: dict[str, NDArray[Any]]
    texts: tuple[tuple[str, ...], ...]
    layout: str
    class_names: tuple[str, ...]
    options: ScanOptions
    since: date

    @cached_property
    def _rows(self) -> dict[str, int]:
        """The row of each name, but for names that held bytes that are no text: two files may share them."""
        return {name: row for row, name in enumerate(self.names) if "�" not in name}

    @cached_property
    def _lists(self) -> dict[str, list[Any]]:
        """The columns as Python's own numbers, which are faster to take one by one."""
        return {name: self.columns[name].tolist() for name in _COLUMNS if name in _RECALLED}

    @cached_property
    def _measures(self) -> list[ImageMeasures]:
        kinds = [self.columns[f"measure {name}"].astype(bool if kind is bool else _DTYPES[kind]).tolist()
                 for name, kind in _MEASURES.items()]
        kinds[-1] = [NO_TRAITS if one == NO_TRAITS else one for one in kinds[-1]]   # one object for the many
        return list(map(ImageMeasures, *kinds))

    @cached_property
    def _digests(self) -> str:
        return self.columns["digest"].tobytes().hex()

    def recall(self, file: ImageFile) -> ImageFile | RefusedImage | None:
        """Return what checking the file found, or None when it is new or its size or time of change differ."""
        row = self._rows.get(file.relative)
        if row is None or not self._is_unchanged(row, file):
            return None
        lists = self._lists
        text = self.texts[lists["text"][row]]
        if lists["state"][row] & _REFUSED:
            return RefusedImage(file.path, text[0], file)
        measures = self._measures[row] if lists["state"][row] & _MEASURED else None
        return ImageFile(  # `replace` would take twice as long
            file.path, file.relative, file.class_index, file.split, self._digest(row), text, file.size,
            file.modified_ns, lists["height"][row], lists["width"][row], measures, file.group, file.readable_part,
            file.row, file.is_split_decided)

    def groups(self, files: Sequence[ImageFile]) -> dict[int, str] | None:
        """Return the groups of pictures that are alike: place in ``files`` -> name; None when these are others."""
        if not self._are_same(files):
            return None
        rows = self.columns["group"][:len(files)]
        grouped = np.flatnonzero(rows >= 0)
        return {place: self.names[row] for place, row in zip(grouped.tolist(), rows[grouped].tolist(), strict=True)}

    def is_of(self, folder: ImageFolder) -> bool:
        """Whether a checked folder is in everything as it was."""
        refused = [item for item in folder.refused if isinstance(item, RefusedImage)]
        files = [*folder.files, *(item.file for item in refused)]
        return (folder.layout == self.layout and folder.class_names == self.class_names
                and self._are_same(folder.files) and [file.relative for file in files] == list(self.names)
                and all([getattr(file, name) for file in files] == self._lists[name]
                        for name in ("size", "modified_ns", "class_index"))
                and [(item.reason,) for item in refused] == [
                    self.texts[text] for text in self._lists["text"][folder.used:]])

    def _are_same(self, files: Sequence[ImageFile]) -> bool:
        """Whether the pictures that were used then are these, in this order."""
        used = int(np.count_nonzero(self.columns["state"] & _REFUSED == 0))
        return (len(files) == used and [file.relative for file in files] == list(self.names[:used])
                and "".join([file.digest for file in files]) == self._digests[:32 * used])

    def past(self) -> dict[str, Past]:
        """Return what `difference.compare` wants to know of each file."""
        size, label, state = (self._lists[name] for name in ("size", "class_index", "state"))
        return {name: Past("", size[row], "") if state[row] & _REFUSED
                else Past(self._digest(row), size[row], self.class_names[label[row]])
                for name, row in self._rows.items()}

    def _is_unchanged(self, row: int, file: ImageFile) -> bool:
        lists = self._lists
        return (lists["size"][row] == file.size and lists["modified_ns"][row] == file.modified_ns
                and bool(lists["state"][row] & _READABLE_PART) == file.readable_part)

    def _digest(self, row: int) -> str:
        return self._digests[row * 32:row * 32 + 32]


def memory_file(root: Path, directory: Path) -> Path:
    """Return where the memory of the folder ``root`` lies."""
    place = os.path.normcase(Path(root).absolute())
    name = hashlib.blake2b(os.fsencode(place), digest_size=16).hexdigest()
    return directory / (name + SUFFIX)


def recollect(root: Path, directory: Path) -> ScanMemory | None:
    """Return what is remembered of the folder ``root``.

    None when it was never looked through, when the memory is damaged, or when the program has changed since in a way
    that may give other pixels or figures.
    """
    path = memory_file(root, directory)
    try:
        header, names, columns = read_columns(path, _COLUMNS)
        memory = _from_header(header, names, columns)
    except (StorageError, KeyError, TypeError, ValueError):
        return None
    is_ours = header["version"] == FORMAT_VERSION and header["checked_by"] == _checked_by()
    if not is_ours or header["root"] != _place(root) or not _is_sound(memory):
        return None
    with contextlib.suppress(OSError):
        path.touch()
    return memory


def remember(folder: ImageFolder, options: ScanOptions, directory: Path) -> None:
    """Keep what checking ``folder`` found, whole or not at all; older memories go when there are too many.

    Raises
    ------
    StorageError
        When it cannot be written; nothing is lost but time.
    """
    path = memory_file(folder.root, directory)
    refused = [item for item in folder.refused if isinstance(item, RefusedImage)]
    files = [*folder.files, *(item.file for item in refused)]
    said = [*(file.notes for file in folder.files), *((item.reason,) for item in refused)]
    texts = {text: place for place, text in enumerate(dict.fromkeys(said))}
    header = {"version": FORMAT_VERSION, "checked_by": _checked_by(), "root": _place(folder.root),
              "layout": folder.layout, "class_names": folder.class_names, "texts": list(texts),
              "time_s": int(time.time()), "options": _chosen(options)}
    columns = _columns(files, len(refused), [texts[text] for text in said])
    write_columns(path, header, [file.relative for file in files], columns)
    _make_room(directory, path)


def _place(root: Path) -> str:
    return printable(str(Path(root).absolute()))


def _chosen(options: ScanOptions) -> dict[str, str]:
    """Return the layout the user chose, as JSON; a list whose name is no text has to be chosen again."""
    csv_file = str(options.csv_file or "")
    is_text = csv_file == printable(csv_file)
    return {"layout": options.layout if is_text else "auto", "csv_file": csv_file if is_text else "",
            "name_pattern": options.name_pattern}


def _columns(files: Sequence[ImageFile], refused: int, texts: Sequence[int]) -> dict[str, NDArray[Any]]:
    """Return the columns of the files; the last ``refused`` of them could not be used."""
    used = len(files) - refused
    values: dict[str, Iterable[Any]] = {
        name: [getattr(file, name) for file in files]
        for name in ("size", "modified_ns", "height", "width", "class_index")}
    values["text"] = texts
    row_of = {file.relative: row for row, file in enumerate(files)}
    values["group"] = [row_of.get(file.group, -1) if file.group else -1 for file in files]
    values["state"] = [_READABLE_PART * file.readable_part | _REFUSED * (row >= used)
                       | _MEASURED * (file.measures is not None) for row, file in enumerate(files)]
    values["digest"] = [list(bytes.fromhex(file.digest)) or [0] * 16 for file in files]
    for place, (name, kind) in enumerate(_MEASURES.items()):
        values[f"measure {name}"] = [kind() if file.measures is None else file.measures[place] for file in files]
    return {name: np.array(values[name], np.dtype(dtype)).reshape(len(files), *shape)
            for name, (dtype, shape) in _COLUMNS.items()}


def _from_header(header: dict[str, Any], names: Sequence[str], columns: dict[str, NDArray[Any]]) -> ScanMemory:
    chosen = header["options"]
    csv_file = Path(chosen["csv_file"]) if chosen["csv_file"] else None
    options = ScanOptions(layout=chosen["layout"], csv_file=csv_file, name_pattern=chosen["name_pattern"])
    since = date.fromtimestamp(int(header["time_s"]))  # noqa: DTZ012 - the user's own day
    texts = tuple(tuple(map(str, text)) for text in header["texts"])
    class_names = tuple(map(str, header["class_names"]))
    return ScanMemory(names, columns, texts, str(header["layout"]), class_names, options, since)


def _is_sound(memory: ScanMemory) -> bool:
    """Whether every number in the table stands for something."""
    text, label, state, group = (memory.columns[name] for name in ("text", "class_index", "state", "group"))
    if not len(text):
        return True
    in_range = text.min() >= 0 and text.max() < len(memory.texts) and label[state & _REFUSED == 0].min(initial=0) >= 0
    in_range &= group.min() >= -1 and group.max() < len(group)
    has_classes = label[state & _REFUSED == 0].max(initial=-1) < len(memory.class_names)
    return bool(in_range and has_classes) and all(memory.texts[row] for row in set(text[state & _REFUSED > 0].tolist()))


@cache
def _checked_by() -> str:
    """Return a text that changes when checking a picture may give something else: versions, and what one test gives."""
    pixels = np.add.outer(np.arange(64) * 3, np.arange(64))[..., None] * np.array([1, 2, 3]) % 251
    figures = measure(np.ascontiguousarray(pixels, dtype=np.uint8))
    return f"{__version__} {CHECK_VERSION} {PIL.__version__} {figures!r}"


def _make_room(directory: Path, keep: Path) -> None:
    """Remove leftovers of killed programs, and the memories used longest ago when there are too many."""
    room = KEPT_BYTES
    for _, path, size, is_stale in sorted(_others(directory, keep), reverse=True):
        room -= size
        if is_stale or room < 0:
            with contextlib.suppress(OSError):
                path.unlink()


def _others(directory: Path, keep: Path) -> Iterable[tuple[float, Path, int, bool]]:
    """Yield time of last use, path, size, and whether it is the leftover of a program that was killed."""
    for path in (*directory.glob(f"*{SUFFIX}"), *directory.glob(f".*{SUFFIX}.*.part")):
        with contextlib.suppress(OSError):
            if path != keep:
                status = path.stat()
                is_part = path.suffix != SUFFIX
                yield status.st_mtime, path, status.st_size, is_part and time.time() - status.st_mtime > _STALE_S
