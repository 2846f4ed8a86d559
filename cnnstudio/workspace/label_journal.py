"""Keeps the labels a user gives to a network's unsure answers as they are given, so that a kill loses none."""

import errno
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Self

from cnnstudio.errors import StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate
from cnnstudio.workspace.journal_lines import value_of

NAME = "labels.jsonl"
SKIPPED = -1
"""Stands where a class number stands for an image that was put aside."""
_VERSION = 1


@dataclass(frozen=True, slots=True)
class ImageKey:
    """A file as it was looked at: one that has changed since is another image and has no label yet.

    Attributes
    ----------
    name : its place below the folder, with ``/``
    size, modified_ns : of the file
    """

    name: str
    size: int
    modified_ns: int


class LabelJournal:
    """What was decided about each image, one line a decision behind a first line that says of what folder.

    A line that a kill cut short is cut off when the file is opened; what stands before it is kept.

    Parameters
    ----------
    path : the file; made when it is not there
    folder : the folder with the images
    class_names : K names; labels are numbers from 0 to K - 1

    Raises
    ------
    StorageError
        When the file holds labels for another folder or other classes, is damaged at its beginning, or cannot be read
        or written.
    """

    def __init__(self, path: Path, folder: str, class_names: Sequence[str]) -> None:
        self._path = path
        self._decided: dict[ImageKey, int] = {}
        try:
            self._file: FileIO = path.open("a+b", buffering=0)  # what could not be written must not come later
        except OSError as error:
            raise self._error(error) from error
        try:
            self._open({"version": _VERSION, "folder": folder, "classes": list(class_names)}, len(class_names))
        except OSError as error:
            self._file.close()
            raise self._error(error) from error
        except StorageError:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    @property
    def decided(self) -> dict[ImageKey, int]:
        """The class number of each image with a label, `SKIPPED` for one put aside; the newest decision last."""
        return self._decided

    def decide(self, image: ImageKey, number: int | None) -> None:
        """Note a label, `SKIPPED`, or with None that the image is open again; a kill afterwards does not lose it.

        Raises
        ------
        StorageError
            When the disk is full or gone; then nothing has changed.
        """
        try:
            self._append([image.name, image.size, image.modified_ns, number])
        except OSError as error:
            raise self._error(error) from error
        _note(self._decided, image, number)

    def close(self) -> None:
        """Have everything survive a power cut, too, and let go of the file."""
        try:
            with self._file:
                os.fsync(self._file.fileno())
        except OSError as error:
            raise self._error(error) from error

    def _append(self, value: object) -> None:
        """Write a whole line or none: half a line would cut off all that follow it."""
        line = json.dumps(value).encode() + b"\n"
        place = self._file.seek(0, os.SEEK_END)
        is_whole = False
        try:
            is_whole = self._file.write(line) == len(line)
        finally:
            if not is_whole:
                self._file.truncate(place)
        if not is_whole:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _open(self, wanted: dict[str, object], classes: int) -> None:
        self._file.seek(0)
        first, *lines = self._file.readall().splitlines(keepends=True) or [b""]
        if not first.endswith(b"\n"):  # killed before there was a whole line
            self._file.truncate(0)
            self._append(wanted)
            return
        header = value_of(first)
        if header is None:
            raise _is_damaged(self._path)
        if header != wanted:
            raise StorageError(translate(
                "workspace", "{folder} holds labels for another folder or other classes. Predict into another folder "
                "for the results, or move {name} away to begin anew.", folder=self._path.parent, name=self._path.name))
        self._decided, whole = _decisions(lines, classes)
        self._file.truncate(len(first) + whole)

    def _error(self, error: OSError) -> StorageError:
        return StorageError(translate(
            "workspace", "{path} cannot be written: {reason}. The labels given before are kept: make room, or see "
            "whether the drive is still there.", path=self._path, reason=os_reason(error)))


@dataclass(frozen=True, slots=True)
class KeptLabels:
    """What a journal says.

    Attributes
    ----------
    folder : where the images lie
    decided : the class number of each image with a label, `SKIPPED` for one put aside; the newest decision last
    """

    folder: Path
    class_names: tuple[str, ...]
    decided: dict[ImageKey, int]


def read_labels(path: Path) -> KeptLabels:
    """Return what a journal says, up to the first line that is not whole; nothing is changed.

    Raises
    ------
    StorageError
        When there is none, not even a whole first line, or it begins with anything else.
    """
    try:
        first, *lines = path.read_bytes().splitlines(keepends=True) or [b""]
    except OSError as error:
        raise _is_empty(path) from error
    if not first.endswith(b"\n"):  # killed before there was a whole line
        raise _is_empty(path)
    header = value_of(first)
    names = header.get("classes") if isinstance(header, dict) else None
    if header is None or not isinstance(names, list) or not all(isinstance(name, str) for name in names) \
            or header != {"version": _VERSION, "folder": header.get("folder"), "classes": names} \
            or not isinstance(header["folder"], str):
        raise _is_damaged(path)
    return KeptLabels(Path(header["folder"]), tuple(names), _decisions(lines, len(names))[0])


def _is_empty(path: Path) -> StorageError:
    return StorageError(translate(
        "workspace", "{folder} holds no labels of yours yet. Label the unsure images in the window first "
        "(Predict a folder).", folder=path.parent))


def _is_damaged(path: Path) -> StorageError:
    return StorageError(translate("workspace", "{path} is damaged: its first line says neither folder nor classes. "
                                  "Move it away and label again.", path=path))


def _decisions(lines: Iterable[bytes], classes: int) -> tuple[dict[ImageKey, int], int]:
    """Return what lines say up to the first that is not whole, and how many bytes that is."""
    decided: dict[ImageKey, int] = {}
    whole = 0
    for line in lines:
        found = _decision(line, classes)
        if found is None:
            break
        _note(decided, *found)
        whole += len(line)
    return decided, whole


def _note(decided: dict[ImageKey, int], image: ImageKey, number: int | None) -> None:
    decided.pop(image, None)
    if number is not None:
        decided[image] = number


def _decision(line: bytes, classes: int) -> tuple[ImageKey, int | None] | None:
    """Return what a line says; None when it is not whole."""
    values = value_of(line)
    if not isinstance(values, list) or [type(value) for value in values[:3]] != [str, int, int] or len(values) != 4:
        return None
    number = values[3]
    if number is not None and (type(number) is not int or not SKIPPED <= number < classes):
        return None
    return ImageKey(values[0], values[1], values[2]), number
