"""Walk through a folder of images: what counts, which class and split it belongs to, what is set aside and why."""

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, TypeVar

from cnnstudio.data.file_kinds import (
    HEAD_BYTES,
    IMAGE_ENDINGS,
    OTHER_ENDINGS,
    UNREADABLE_IMAGE_ENDINGS,
    looks_like_image,
)
from cnnstudio.data.thread_pool import ProgressReport, stop_if_asked

Item = TypeVar("Item")

DEPTH_LIMIT = 16
"""Folders deeper than this below the root are not entered."""

SPLIT_NAMES: dict[str, str] = {
    "train": "train", "training": "train", "val": "validation", "valid": "validation", "validation": "validation",
    "test": "test", "testing": "test",
}
"""Names of folders (lower case) that hold a split, and the split's name."""

_SYSTEM_NAMES = frozenset((
    "__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "@eadir", "#recycle", "$recycle.bin",
    "system volume information", "lost+found"))
_JUNCTION_TAG = 0xA0000003
"""What Windows marks a junction with (IO_REPARSE_TAG_MOUNT_POINT): a link to a folder that is no symbolic link."""
_LOOK_UP_EVERY = 256


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file, or a folder that was not entered, that is not used, and why."""

    path: Path
    reason: str


class Candidate(NamedTuple):
    """A file that looks like an image and has a class; whether it decodes is not known yet."""

    path: Path
    relative: str
    class_name: str
    split: str | None
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Level:
    """One folder's content, naturally sorted; the system's own entries are kept apart."""

    path: Path
    relative: str
    depth: int
    folders: tuple["os.DirEntry[str]", ...] = ()
    files: tuple["os.DirEntry[str]", ...] = ()
    system: tuple["os.DirEntry[str]", ...] = ()
    links: tuple["os.DirEntry[str]", ...] = ()
    problem: str = ""
    """Why the folder cannot be listed; empty when it can."""

    @property
    def has_images(self) -> bool:
        """Whether an image, by its ending, lies directly in this folder."""
        return any(_ending(entry.name) in IMAGE_ENDINGS for entry in self.files)


def natural_key(name: str) -> tuple[list[str | int], str]:
    """Sort as people do: ``img2`` before ``img10``, capitals beside small letters."""
    parts = re.split(r"(\d+)", name.casefold())
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], name


def printable(name: str) -> str:
    """Return a file name as text that can be written anywhere (bytes that are no UTF-8 become �)."""
    return os.fsencode(name).decode("utf-8", "replace") if not name.isascii() else name


def _ending(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a Path for each of 100,000 names is slow


def is_system(name: str) -> bool:
    """Whether a name belongs to the operating system or a tool, such as ``.DS_Store`` or ``._photo.jpg``."""
    return name.startswith(".") or name.casefold() in _SYSTEM_NAMES


def _group(entry: "os.DirEntry[str]") -> str:
    try:
        if entry.is_dir():
            if _is_link(entry):
                return "links"
            return "system" if is_system(entry.name) else "folders"
    except OSError:  # such as a link to itself; reported as a file
        pass
    return "system" if is_system(entry.name) else "files"


def _is_link(entry: "os.DirEntry[str]") -> bool:
    return entry.is_symlink() or getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION_TAG


@dataclass(slots=True)
class FolderWalk:
    """Collects candidates and what is set aside; every file met lands in exactly one of the three lists."""

    should_stop: Callable[[], bool]
    report: ProgressReport
    candidates: list[Candidate] = field(default_factory=list)
    ignored: list[SetAside] = field(default_factory=list)
    refused: list[SetAside] = field(default_factory=list)
    _spellings: dict[str, str] = field(default_factory=dict)
    _seen: int = 0

    def list_folder(self, path: Path, relative: str = "", depth: int = 0) -> Level:
        """List one folder; an unreadable one has no entries and a ``problem``."""
        try:
            with os.scandir(path) as entries:
                found = sorted((natural_key(entry.name), entry) for entry in self.interruptible(entries))
        except OSError as error:
            return Level(path, relative, depth, problem=error.strerror or str(error))
        groups: dict[str, list[os.DirEntry[str]]] = {"folders": [], "files": [], "system": [], "links": []}
        for _, entry in self.interruptible(found):
            groups[_group(entry)].append(entry)
        folders, files, system, links = map(tuple, groups.values())
        return Level(path, relative, depth, folders, files, system, links)

    def below(self, entry: "os.DirEntry[str]", parent: Level) -> Level:
        """List a folder found in ``parent``."""
        return self.list_folder(Path(entry.path), _join(parent.relative, entry.name), parent.depth + 1)

    def interruptible(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, asking now and then whether the user wants to stop."""
        for place, item in enumerate(items):
            if place % _LOOK_UP_EVERY == 0:
                stop_if_asked(self.should_stop)
            yield item

    def enter(self, level: Level) -> Level:
        """Note what can be said of a folder's entries without looking into them, and return it again."""
        stop_if_asked(self.should_stop)
        if level.problem:
            self._refuse(level.path, f"this folder cannot be opened: {level.problem}")
        for link in level.links:
            self._ignore(Path(link.path), "link to a folder, not followed")
        for entry in level.system:
            self._ignore_all(entry, level.depth, "system file")
        return level

    def walk_class(self, entry: "os.DirEntry[str]", parent: Level, split: str | None) -> None:
        """Take every image in and below a class folder."""
        level = self.below(entry, parent)
        before = len(self.candidates) + len(self.refused)
        self._walk(level, self._class_name(entry.name), split)
        if len(self.candidates) + len(self.refused) == before:
            self._ignore(level.path, "class folder without images")

    def ignore_files(self, level: Level, reason: str) -> None:
        """Set aside what lies directly in a folder that is no class."""
        for entry in level.files:
            self._ignore(Path(entry.path), reason)

    def ignore_folder(self, entry: "os.DirEntry[str]", parent: Level, reason: str) -> None:
        """Set aside every file in and below a folder that is no class."""
        self._ignore_all(entry, parent.depth, reason)

    def _walk(self, level: Level, class_name: str, split: str | None) -> None:
        self.enter(level)
        for entry in level.files:
            self._take(entry, level, class_name, split)
        for entry in level.folders:
            if level.depth + 1 > DEPTH_LIMIT:
                self._ignore(Path(entry.path), f"deeper than {DEPTH_LIMIT} folders, not entered")
            else:
                self._walk(self.below(entry, level), class_name, split)

    def _take(self, entry: "os.DirEntry[str]", level: Level, class_name: str, split: str | None) -> None:
        self._count()
        path = level.path / entry.name
        try:
            verdict = _verdict(entry)
            status = entry.stat() if verdict is None else None
        except OSError as error:
            self.refused.append(SetAside(path, f"cannot be read: {error.strerror or error}"))
            return
        if verdict is not None:
            target = self.refused if verdict.is_loss else self.ignored
            target.append(SetAside(path, verdict.reason))
        elif status is not None:
            relative = _join(level.relative, entry.name)
            self.candidates.append(
                Candidate(path, relative, class_name, split, status.st_size, status.st_mtime_ns))

    def _class_name(self, name: str) -> str:
        """Return the folder's name; one that differs only in how accents are stored is the same class."""
        shown = printable(name)
        return self._spellings.setdefault(unicodedata.normalize("NFC", shown), shown)

    def _ignore_all(self, entry: "os.DirEntry[str]", depth: int, reason: str) -> None:
        for path in self._files_below(Path(entry.path), depth + 1):
            self._ignore(path, reason)

    def _files_below(self, path: Path, depth: int) -> Iterator[Path]:
        """Yield the file itself, or every file below a folder; links are yielded, not followed."""
        if path.is_symlink() or not path.is_dir() or depth > DEPTH_LIMIT:
            yield path
            return
        level = self.list_folder(path)
        for entry in (*level.system, *level.files, *level.links, *level.folders):
            yield from self._files_below(Path(entry.path), depth + 1)

    def _ignore(self, path: Path, reason: str) -> None:
        self._count()
        self.ignored.append(SetAside(path, reason))

    def _refuse(self, path: Path, reason: str) -> None:
        self._count()
        self.refused.append(SetAside(path, reason))

    def _count(self) -> None:
        self._seen += 1
        if self._seen % _LOOK_UP_EVERY == 0:
            self.report.advance(self._seen)
            stop_if_asked(self.should_stop)


def _join(folder: str, name: str) -> str:
    return f"{folder}/{printable(name)}" if folder else printable(name)


@dataclass(frozen=True, slots=True)
class _Verdict:
    reason: str
    is_loss: bool
    """Whether it was meant to be a picture: refused, not only ignored."""


_NO_IMAGE = _Verdict("not an image file", is_loss=False)


def _verdict(entry: "os.DirEntry[str]") -> _Verdict | None:
    """Return why a file in a class folder is not used, or None when it seems to be an image."""
    ending = _ending(entry.name)
    if not entry.is_file():
        return _verdict_on_odd(entry, is_loss=ending in IMAGE_ENDINGS)
    if ending in IMAGE_ENDINGS:
        return None
    if ending in UNREADABLE_IMAGE_ENDINGS:
        return _Verdict(f"{ending[1:].upper()} pictures cannot be read; save it as JPEG or PNG", is_loss=True)
    if ending in OTHER_ENDINGS:
        return _NO_IMAGE
    with Path(entry.path).open("rb") as file:
        return None if looks_like_image(file.read(HEAD_BYTES)) else _NO_IMAGE


def _verdict_on_odd(entry: "os.DirEntry[str]", *, is_loss: bool) -> _Verdict:
    if entry.is_symlink() and not stat.S_IFMT(_mode(entry)):
        return _Verdict("link to a file that does not exist", is_loss)
    return _Verdict("not a regular file", is_loss=False)


def _mode(entry: "os.DirEntry[str]") -> int:
    """Return the mode of what a link leads to, 0 when it leads nowhere."""
    try:
        return entry.stat().st_mode
    except OSError:
        return 0
