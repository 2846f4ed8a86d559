"""Keeps what a network answered, image by image, in a file that is only appended to, so that a kill loses little."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from cnnstudio.errors import StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate
from cnnstudio.workspace.journal_lines import value_of

NAME = "answers.jsonl"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class PredictedImage:
    """What the network answered for one file.

    Attributes
    ----------
    name : its place below the folder, with ``/``
    size, modified_ns : of the file as it was looked at
    probabilities : K values that sum to 1; empty for a file that was refused
    problem : why it was refused; empty otherwise
    """

    name: str
    size: int
    modified_ns: int
    probabilities: tuple[float, ...] = ()
    problem: str = ""


class PredictionJournal:
    """The answers so far, each on a line of its own behind a first line that says whose answers they are.

    A line that a kill cut short, and whatever follows damage, is cut off when the file is opened: those images are
    looked at again. In memory are the names and where their lines begin, never the answers.

    Parameters
    ----------
    path : the file; made when it is not there
    origin : strict JSON values that decide the answers (weights, preprocessing, temperature, folder)

    Raises
    ------
    StorageError
        When the file holds answers of another origin, or cannot be read or written.
    """

    def __init__(self, path: Path, origin: Mapping[str, Any]) -> None:
        self._path = path
        self._begins: dict[str, tuple[int, int, int]] = {}
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: BinaryIO = path.open("a+b")
        except OSError as error:
            raise self._error(error) from error
        try:
            self._open(json.loads(json.dumps(origin)))
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._begins)

    def has(self, name: str, size: int, modified_ns: int) -> bool:
        """Whether there is an answer for a file as it is now; one that has changed since counts as new."""
        return self._begins.get(name, (0, -1, -1))[1:] == (size, modified_ns)

    def add(self, images: Iterable[PredictedImage]) -> None:
        """Append answers; a kill afterwards does not lose them.

        Raises
        ------
        StorageError
            When the disk is full or gone; what was added before stays.
        """
        try:
            place = self._file.seek(0, os.SEEK_END)
            lines = []
            for image in images:
                lines.append(_line(image))
                self._begins[image.name] = (place, image.size, image.modified_ns)
                place += len(lines[-1])
            self._file.write(b"".join(lines))
            self._file.flush()
        except OSError as error:
            raise self._error(error) from error

    def sync(self) -> None:
        """Have what was added survive a power cut, too."""
        os.fsync(self._file.fileno())

    def get(self, name: str) -> PredictedImage:
        """Return the newest answer for a file; KeyError when there is none."""
        self._file.seek(self._begins[name][0])
        found = _read_line(self._file.readline())
        if found is None:
            raise StorageError(translate(
                "workspace", "{path} has changed while it was read. Predict the folder again.", path=self._path))
        return found

    def _open(self, origin: Any) -> None:
        self._file.seek(0)
        first = self._file.readline()
        header = value_of(first)
        if header is None:
            self._begin(origin)
        elif header != {"version": _VERSION, "origin": origin}:
            raise StorageError(translate(
                "workspace", "{folder} holds answers of another run, another folder or other settings. Give another "
                "folder for the results, or remove {name} there to begin anew.", folder=self._path.parent,
                name=self._path.name))
        self._index()

    def _begin(self, origin: Any) -> None:
        """Write the first line; a file whose own first line a kill cut short begins anew."""
        try:
            self._file.truncate(0)
            self._file.write(json.dumps({"version": _VERSION, "origin": origin}).encode() + b"\n")
            self._file.flush()
            self._file.seek(0)
            self._file.readline()
        except OSError as error:
            raise self._error(error) from error

    def _index(self) -> None:
        """Note where each line begins, and cut off what is not whole."""
        place = self._file.tell()
        for line in self._file:
            found = _read_line(line)
            if found is None:
                break
            self._begins[found.name] = (place, found.size, found.modified_ns)
            place += len(line)
        self._file.truncate(place)

    def _error(self, error: OSError) -> StorageError:
        return StorageError(translate(
            "workspace", "{path} cannot be written: {reason}. Choose another folder for the results, or make room.",
            path=self._path, reason=os_reason(error)))


def read_answers(path: Path) -> Iterator[Mapping[str, Any] | PredictedImage]:
    """Yield the origin that a journal begins with, then its answers up to the first line that is not whole.

    Nothing is changed, so that this may be asked while somebody predicts. Of a file that was answered twice, the later
    answer counts.

    Raises
    ------
    StorageError
        When there is no journal, or it begins with anything else.
    """
    try:
        with path.open("rb") as file:
            header = value_of(file.readline())
            if not isinstance(header, dict) or header.get("version") != _VERSION \
                    or not isinstance(header.get("origin"), dict):
                raise StorageError(translate(
                    "workspace", "{path} is damaged. Remove it and predict the folder again.", path=path))
            yield header["origin"]
            for line in file:
                found = _read_line(line)
                if found is None:
                    return
                yield found
    except OSError as error:
        raise StorageError(translate(
            "workspace", "{folder} holds no answers of a prediction ({name} cannot be read: {reason}). Give the folder "
            "for the results of a prediction.", folder=path.parent, name=path.name,
            reason=os_reason(error))) from error


def _line(image: PredictedImage) -> bytes:
    values: list[object] = [image.name, image.size, image.modified_ns, list(image.probabilities), image.problem]
    return json.dumps(values).encode() + b"\n"


def _read_line(line: bytes) -> PredictedImage | None:
    """Return what a line holds; None when it is not whole."""
    values = value_of(line)
    if not isinstance(values, list) or [type(value) for value in values] != [str, int, int, list, str]:
        return None
    probabilities: Sequence[Any] = values[3]
    if not all(isinstance(value, float) for value in probabilities):
        return None
    return PredictedImage(values[0], values[1], values[2], tuple(probabilities), values[4])
