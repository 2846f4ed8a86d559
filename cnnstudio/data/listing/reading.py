"""What a folder means under one layout: every file met is a candidate with a class, ignored, or refused."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from cnnstudio.data.listing.natural_order import printable
from cnnstudio.data.listing.walk import Folder, FoundFile, SetAside
from cnnstudio.data.thread_pool import never_stop, stop_if_asked
from cnnstudio.wording import translate

EMPTY_CLASS = "class folder without images"
"""The reason of a class folder with nothing in it that could be used."""

BOXES_NAME = "boxes.csv"
"""What the list of boxes around the objects is called, directly in an image folder; see `box_list`."""

BOXES_REASON = "the list of boxes around the objects"
"""Why that list is no image."""

_LOOK_UP_EVERY = 1024


class Candidate(NamedTuple):
    """A file that looks like an image and has a class; whether it decodes is not known yet."""

    path: Path
    relative: str
    class_name: str
    split: str | None
    size: int
    modified_ns: int


@dataclass(slots=True)
class Reading:
    """Collects what a layout makes of a tree of folders; every file lands in exactly one of the lists.

    Attributes
    ----------
    layout : its name, as people are shown it
    """

    should_stop: Callable[[], bool] = never_stop
    layout: str = ""
    candidates: list[Candidate] = field(default_factory=list)
    ignored: list[SetAside] = field(default_factory=list)
    refused: list[SetAside] = field(default_factory=list)
    _spellings: dict[str, str] = field(default_factory=dict)
    _taken: int = 0

    def note(self, folder: Folder) -> None:
        """Take over what the walk itself set aside in one folder."""
        if folder.problem:
            self.refused.append(SetAside(folder.path, translate(
                "data", "this folder cannot be opened: {problem}", problem=folder.problem)))
        self.ignored.extend(folder.aside)

    def take_class(self, folder: Folder, split: str | None) -> None:
        """Take every image in and below a class folder."""
        before = len(self.candidates) + len(self.refused)
        name = self.spelling(printable(folder.name))
        for inner in folder.below():
            self.note(inner)
            for file in inner.files:
                self.take(inner, file, name, split)
        if len(self.candidates) + len(self.refused) == before:
            self.ignored.append(SetAside(folder.path, EMPTY_CLASS))

    def take(self, folder: Folder, file: FoundFile, class_name: str, split: str | None) -> None:
        """Take a file as an image of a class, unless it is none."""
        self._taken += 1
        if self._taken % _LOOK_UP_EVERY == 0:
            stop_if_asked(self.should_stop)
        path = folder.path / file.name
        if file.problem:
            (self.refused if file.is_loss else self.ignored).append(SetAside(path, file.problem))
        else:
            self.candidates.append(
                Candidate(path, folder.place(file), class_name, split, file.size, file.modified_ns))

    def leave(self, folder: Folder, file: FoundFile, reason: str) -> None:
        """Set one file aside."""
        self.ignored.append(SetAside(folder.path / file.name, reason))

    def leave_files(self, folder: Folder, reason: str) -> None:
        """Set aside what lies directly in a folder that is no class."""
        self.note(folder)
        for file in folder.files:
            is_list = not folder.relative and file.name.casefold() == BOXES_NAME
            self.leave(folder, file, BOXES_REASON if is_list else reason)

    def leave_all(self, folder: Folder, reason: str) -> None:
        """Set aside every file in and below a folder that is no class."""
        for inner in folder.below():
            self.leave_files(inner, reason)

    def spelling(self, name: str) -> str:
        """Return a class's name; one that differs only in how accents are stored is the same class."""
        return self._spellings.setdefault(unicodedata.normalize("NFC", name), name)


def images_below(folder: Folder) -> int:
    """Return how many files in and below a folder seem to be images."""
    return sum(inner.images for inner in folder.below())


def images_of(folder: Folder) -> Iterator[tuple[Folder, FoundFile]]:
    """Yield every file in and below a folder that seems to be an image, with the folder it lies in."""
    for inner in folder.below():
        for file in inner.files:
            if not file.problem:
                yield inner, file
