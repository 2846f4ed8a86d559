"""Walks through a folder once: every file with what its name says of it, whatever it may turn out to mean."""

import os
import stat
import time
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
from cnnstudio.data.listing.natural_order import natural_key, printable
from cnnstudio.data.long_paths import extended
from cnnstudio.data.thread_pool import ProgressReport, stop_if_asked
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

Item = TypeVar("Item")
FirstCallback = Callable[[tuple[Path, ...], int], None]
"""Gets the first images that were met and how many files were met by then."""

DEPTH_LIMIT = 16
"""Folders deeper than this below the root are not entered."""

SYSTEM_FILE = "system file"
"""The reason of what belongs to the operating system or a tool."""

FIRST_IMAGES = 200
FIRST_AFTER_S = 0.3
"""What was met first is shown when there is so much of it, or after this time."""

_SYSTEM_NAMES = frozenset((
    "__macosx", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "@eadir", "#recycle", "$recycle.bin",
    "system volume information", "lost+found"))
_JUNCTION_TAG = 0xA0000003
"""What Windows marks a junction with (IO_REPARSE_TAG_MOUNT_POINT): a link to a folder that is no symbolic link."""
_IN_THE_CLOUD = 0x00400000
"""What Windows marks a placeholder with (FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS): reading it would download it."""
_LOOK_UP_EVERY = 256


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file, or a folder that was not entered, that is not used, and why."""

    path: Path
    reason: str


class FoundFile(NamedTuple):
    """A file as it was met."""

    name: str
    size: int = 0
    modified_ns: int = 0
    problem: str = ""
    """Why it is no image; empty when it seems to be one (whether it decodes is not known yet)."""
    is_loss: bool = False
    """Whether it was meant to be a picture: refused, not only ignored."""


@dataclass(slots=True, eq=False)
class Folder:
    """One folder and all below it; everything in natural order.

    Attributes
    ----------
    relative : its place below the root, with ``/``; empty for the root
    files : the files that are not the system's
    aside : system files, links and folders that are not entered, each with the reason
    problem : why it cannot be listed; empty when it can
    """

    path: Path
    relative: str = ""
    depth: int = 0
    folders: "list[Folder]" = field(default_factory=list)
    files: list[FoundFile] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    problem: str = ""

    @property
    def name(self) -> str:
        """Its name as the system has it."""
        return self.path.name

    @property
    def images(self) -> int:
        """How many files directly in it seem to be images."""
        return sum(not file.problem for file in self.files)

    def below(self) -> "Iterator[Folder]":
        """Yield this folder and all below it."""
        yield self
        for folder in self.folders:
            yield from folder.below()

    def place(self, file: FoundFile) -> str:
        """Return where a file of this folder lies below the root."""
        return join(self.relative, file.name)


def join(folder: str, name: str) -> str:
    """Return the place of ``name`` in ``folder``, both below the root, fit to be shown."""
    return f"{folder}/{printable(name)}" if folder else printable(name)


def is_system(name: str) -> bool:
    """Whether a name belongs to the operating system or a tool, such as ``.DS_Store`` or ``._photo.jpg``."""
    return name.startswith(".") or name.casefold() in _SYSTEM_NAMES


@dataclass(slots=True)
class FolderWalk:
    """Walks through folders; ``root = FolderWalk(...).walk(path)``.

    Attributes
    ----------
    follow_links : enter links to folders that have not been looked through; else they are set aside
    on_first : called once with the first images, when there are many or listing takes long
    """

    should_stop: Callable[[], bool]
    report: ProgressReport
    follow_links: bool = False
    on_first: FirstCallback | None = None
    _links: "list[tuple[Folder, str]]" = field(default_factory=list)
    _visited: set[tuple[int, int] | str] = field(default_factory=set)
    _seen: int = 0
    _first: list[Path] = field(default_factory=list)
    _first_until_s: float = 0.0

    def walk(self, path: Path) -> Folder:
        """Return everything below ``path``.

        Real folders come first, so that a link into the folder itself never takes their place.

        Raises
        ------
        JobCancelledError
            When the user wants the work to end.
        """
        self._first_until_s = time.monotonic() + FIRST_AFTER_S
        root = self._enter(Folder(path))
        while self._links:
            links, self._links = self._links, []
            for parent, name in links:
                self._follow(parent, name)
        return root

    def _enter(self, folder: Folder) -> Folder:
        """Fill ``folder`` with what is below it."""
        stop_if_asked(self.should_stop)
        self._visited.add(_identity(folder.path))
        try:
            with os.scandir(extended(str(folder.path))) as entries:
                found = sorted([(natural_key(entry.name), entry) for entry in self._met(folder, entries)])
        except OSError as error:
            folder.problem = os_reason(error)
            return folder
        for _, entry in self._interruptible(found):
            self._sort_in(folder, entry)
        return folder

    def _sort_in(self, folder: Folder, entry: "os.DirEntry[str]") -> None:
        name = entry.name
        is_folder, is_link = _is_folder(entry)
        if is_link:
            self._links.append((folder, name))
        elif is_system(name):
            folder.aside.extend(SetAside(path, SYSTEM_FILE) for path in self._system_files(folder.path / name, 0))
        elif not is_folder:
            folder.files.append(_look_at(entry))
        else:
            self._enter_below(folder, name)

    def _enter_below(self, parent: Folder, name: str) -> None:
        path = parent.path / name
        if parent.depth + 1 > DEPTH_LIMIT:
            parent.aside.append(SetAside(path, translate(
                "data", "deeper than {limit} folders, not entered", limit=DEPTH_LIMIT)))
        else:
            parent.folders.append(self._enter(Folder(path, join(parent.relative, name), parent.depth + 1)))

    def _follow(self, parent: Folder, name: str) -> None:
        path = parent.path / name
        if not self.follow_links:
            parent.aside.append(SetAside(path, translate("data", "link to a folder, not followed")))
        elif is_system(name):
            parent.aside.append(SetAside(path, SYSTEM_FILE))
        elif _identity(path) in self._visited:
            parent.aside.append(SetAside(path, translate("data", "link to a folder that is looked through already")))
        else:
            self._enter_below(parent, name)
            parent.folders.sort(key=lambda folder: natural_key(folder.name))

    def _system_files(self, path: Path, depth: int) -> Iterator[Path]:
        """Yield the file itself, or every file below a folder of the system; links are yielded, not followed."""
        self._count()
        if path.is_symlink() or not path.is_dir() or depth > DEPTH_LIMIT:
            yield path
            return
        try:
            names = sorted(os.listdir(extended(str(path))))  # noqa: PTH208 - names are enough
        except OSError:
            yield path
            return
        for name in names:
            yield from self._system_files(path / name, depth + 1)

    def _interruptible(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the items, asking now and then whether the user wants to stop."""
        for place, item in enumerate(items):
            if place % _LOOK_UP_EVERY == 0:
                stop_if_asked(self.should_stop)
            yield item

    def _met(self, folder: Folder, entries: "Iterable[os.DirEntry[str]]") -> "Iterator[os.DirEntry[str]]":
        """Pass entries on as the disk gives them; count them and show the first images."""
        for entry in entries:
            self._count()
            if self.on_first is not None and _ending(entry.name) in IMAGE_ENDINGS and not is_system(entry.name):
                self._show_first(folder.path / entry.name)
            yield entry

    def _show_first(self, path: Path) -> None:
        self._first.append(path)
        if self.on_first is not None and (
                len(self._first) >= FIRST_IMAGES or time.monotonic() > self._first_until_s):
            self.on_first(tuple(self._first), self._seen)
            self.on_first = None

    def _count(self) -> None:
        self._seen += 1
        if self._seen % _LOOK_UP_EVERY == 0:
            self.report.advance(self._seen)
            stop_if_asked(self.should_stop)


def _identity(path: Path) -> tuple[int, int] | str:
    """Return what two paths to the same folder have in common."""
    try:
        status = os.stat(extended(str(path)))  # noqa: PTH116 - the long form of the path is wanted
    except OSError:
        return str(path)
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)


def _is_folder(entry: "os.DirEntry[str]") -> tuple[bool, bool]:
    """Return whether it is a folder, and whether it is a link (or junction) to one."""
    try:
        if not entry.is_dir():
            return False, False
        is_link = entry.is_symlink() or (
            getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION_TAG)
    except OSError:  # such as a link to itself; reported as a file
        return False, False
    return True, is_link


def _ending(name: str) -> str:
    """Return the ending with its dot, in small letters; the whole name when it has none."""
    _, dot, ending = name.rpartition(".")
    return dot + ending.lower()


def _look_at(entry: "os.DirEntry[str]") -> FoundFile:
    """Return a file with what its name and, where that says nothing, its first bytes say of it."""
    try:
        status = entry.stat()
        if not stat.S_ISREG(status.st_mode):
            return FoundFile(entry.name, problem=translate("data", "not a regular file"))
        problem, is_loss = _problem(entry, status)
    except FileNotFoundError:
        return _gone(entry)
    except OSError as error:
        return FoundFile(entry.name, problem=translate(
            "data", "cannot be read: {reason}", reason=os_reason(error)), is_loss=True)
    return FoundFile(entry.name, status.st_size, status.st_mtime_ns, problem, is_loss)


def _gone(entry: "os.DirEntry[str]") -> FoundFile:
    problem = translate("data", "link to a file that does not exist") if entry.is_symlink() else translate(
        "data", "it has vanished meanwhile")
    return FoundFile(entry.name, problem=problem, is_loss=_ending(entry.name) in IMAGE_ENDINGS)


_NO_IMAGE = "not an image file"


def _problem(entry: "os.DirEntry[str]", status: os.stat_result) -> tuple[str, bool]:
    """Return why a regular file is no image, and whether it was meant to be a picture."""
    ending = _ending(entry.name)
    if ending in IMAGE_ENDINGS:
        return "", False
    if ending in UNREADABLE_IMAGE_ENDINGS:
        return translate(
            "data", "{ending} pictures cannot be read; save it as JPEG or PNG", ending=ending[1:].upper()), True
    if ending in OTHER_ENDINGS or getattr(status, "st_file_attributes", 0) & _IN_THE_CLOUD:
        return _NO_IMAGE, False
    with open(entry.path, "rb") as file:  # noqa: PTH123 - the entry's path has the long form
        return ("" if looks_like_image(file.read(HEAD_BYTES)) else _NO_IMAGE), False
