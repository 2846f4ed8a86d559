"""Puts copies of images, or links to them, into one folder a class; the images themselves are never touched."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from cnnstudio.errors import StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.runs.folder_names import free_name
from cnnstudio.storage import atomic_file
from cnnstudio.wording import translate

Manner = Literal["copies", "links"]
MANNERS: tuple[Manner, ...] = ("copies", "links")

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LENGTH_LIMIT = 80
_BLOCK_BYTES = 1_048_576


def class_folder_names(class_names: Sequence[str]) -> tuple[str, ...]:
    """Return a folder name for each class that every system can have; two classes never share one."""
    taken: set[str] = set()
    names = []
    for class_name in class_names:
        names.append(free_name(_safe(class_name), lambda name: name.casefold() in taken))
        taken.add(names[-1].casefold())
    return tuple(names)


def _safe(name: str) -> str:
    text = _UNSAFE.sub("_", name)[:_LENGTH_LIMIT].strip(" .") or "class"
    return f"_{text}" if _RESERVED.fullmatch(text) else text


class ClassFolders:
    """One folder a class below a root.

    Files of the same name get a number; a file that is there already with the same bytes is that copy, so that work
    that was interrupted goes on where it was, and any other file is left alone.

    Parameters
    ----------
    manner : ``"copies"`` are read again and compared; ``"links"`` are symbolic
    """

    def __init__(self, root: Path, class_names: Sequence[str], manner: Manner = "copies") -> None:
        self._folders = [root / name for name in class_folder_names(class_names)]
        self._manner = manner
        self._taken: set[tuple[int, str]] = set()

    def put(self, source: Path, number: int) -> Path:
        """Put ``source`` into the folder of class ``number`` and return where.

        Raises
        ------
        StorageError
            When it cannot be read or written, the copy differs, or the system allows no links.
        """
        try:
            return self._put(source, number)
        except OSError as error:
            raise StorageError(translate(
                "workspace", "{source} cannot be put into {folder}: {reason}.", source=source,
                folder=self._folders[number], reason=os_reason(error))) from error

    def _put(self, source: Path, number: int) -> Path:
        folder, digest = self._folders[number], ""
        folder.mkdir(parents=True, exist_ok=True)
        suffix = 1
        while True:
            target = folder / (source.name if suffix == 1 else f"{source.stem}-{suffix}{source.suffix}")
            suffix += 1
            if (number, target.name.casefold()) in self._taken:
                continue
            if target.exists() or target.is_symlink():
                digest = digest or _digest(source)
                if not self._is_the_same(source, digest, target):
                    continue
            else:
                self._make(source, target)
            self._taken.add((number, target.name.casefold()))
            return target

    def _is_the_same(self, source: Path, digest: str, target: Path) -> bool:
        if self._manner == "links":
            return target.is_symlink() and target.readlink() == source.absolute()
        return target.is_file() and not target.is_symlink() and _digest(target) == digest

    def _make(self, source: Path, target: Path) -> None:
        if self._manner == "links":
            _link(source, target)
            return
        digest = _copy(source, target)
        if _digest(target) != digest:
            raise StorageError(translate(
                "workspace", "The copy {target} differs from {source}. The disk may be failing: check it, then predict "
                "the folder again.", target=target, source=source))


def _link(source: Path, target: Path) -> None:
    try:
        target.symlink_to(source.absolute())
    except (OSError, NotImplementedError) as error:
        raise StorageError(translate(
            "workspace", "No link can be made in {folder}: {reason}. Ask for copies instead.", folder=target.parent,
            reason=os_reason(error))) from error


def _copy(source: Path, target: Path) -> str:
    """Copy whole or not at all and return the SHA-256 of what was read."""
    digest = hashlib.sha256()
    with source.open("rb") as read, atomic_file(target) as written:
        while block := read.read(_BLOCK_BYTES):
            digest.update(block)
            written.write(block)
    return digest.hexdigest()


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
