"""What changed in an image folder since it was last looked through."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from cnnstudio.data.folder.image_folder import ImageFolder, RefusedImage
from cnnstudio.wording import joined, translate


class Past(NamedTuple):
    """What is known of a file from before."""

    digest: str
    """Of the pixels; empty when it could not be used."""
    size: int
    class_name: str
    """Empty when it could not be used."""


@dataclass(frozen=True, slots=True)
class FolderDifference:
    """The images that came, went and changed; each tuple holds `ImageFile.relative`, in the folder's order.

    Attributes
    ----------
    since : the day it was last looked through
    added, removed : there now but not then, and the other way round
    changed : same name, other pixels
    moved : (then, now) of pictures that lie under another name or in another folder now
    relabelled : same place, another class by the list or the pattern of names
    """

    since: date
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    relabelled: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.added or self.removed or self.changed or self.moved or self.relabelled)

    @property
    def sentence(self) -> str:
        """Return ``"3 files changed, 1 is missing and 12 are new since 21 November"``; empty when nothing changed."""
        return _sentence(self)


def _sentence(difference: FolderDifference) -> str:
    changed = translate("data", "changed")
    counts = ((len(difference.changed), changed, changed),
              (len(difference.removed), translate("data", "is missing"), translate("data", "are missing")),
              (len(difference.moved), translate("data", "was moved"), translate("data", "were moved")),
              (len(difference.relabelled), translate("data", "has another class"),
               translate("data", "have another class")),
              (len(difference.added), translate("data", "is new"), translate("data", "are new")))
    parts = [f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count]
    if not parts:
        return ""
    first, _, rest = parts[0].partition(" ")
    parts[0] = f"{first} {translate('data', 'file') if first == '1' else translate('data', 'files')} {rest}"
    listed = joined(parts)
    return translate(
        "data", "{listed} since {day} {since:%B}", listed=listed, day=difference.since.day, since=difference.since)


def compare(
    before: Mapping[str, Past], folder: ImageFolder, since: date, *, same_layout: bool = True,
) -> FolderDifference:
    """Return what changed from ``before`` (by `ImageFile.relative`) to a checked folder.

    A picture that is gone from one place and new in another is moved: the pixels are compared, and of several equal
    ones those with the same name belong together. Files that could never be used do not count.

    Parameters
    ----------
    same_layout : classes mean the same; else nothing counts as relabelled
    """
    now = _state(folder)
    both = before.keys() & now.keys()
    changed = {name for name in both if _is_other(before[name], now[name])}
    relabelled = {name for name in both - changed if same_layout and before[name].class_name
                  and before[name].class_name != now[name].class_name}
    removed = [name for name, past in before.items() if name not in now and past.digest]
    added = [name for name, past in now.items() if name not in before and past.digest]
    moved = _moves(removed, added, before, now)
    gone, come = {then for then, _ in moved}, {here for _, here in moved}
    return FolderDifference(
        since, tuple(name for name in added if name not in come), tuple(name for name in removed if name not in gone),
        tuple(name for name in now if name in changed), moved, tuple(name for name in now if name in relabelled))


def _state(folder: ImageFolder) -> dict[str, Past]:
    state = {file.relative: Past(file.digest, file.size, folder.class_names[file.class_index])
             for file in folder.files}
    refused = (item.file for item in folder.refused if isinstance(item, RefusedImage))
    return state | {file.relative: Past("", file.size, "") for file in refused}


def _is_other(past: Past, now: Past) -> bool:
    if past.digest:
        return past.digest != now.digest
    return past.size != now.size   # refused then and used now, of the same size: its readable part was asked for


def _moves(
    removed: list[str], added: list[str], before: Mapping[str, Past], now: Mapping[str, Past],
) -> tuple[tuple[str, str], ...]:
    """Pair pictures that are gone with equal ones that are new."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for name in removed:
        waiting[before[name].digest].append(name)
    moves = []
    for name in added:
        if candidates := waiting.get(now[name].digest):
            then = next((one for one in candidates if _last(one) == _last(name)), candidates[0])
            candidates.remove(then)
            moves.append((then, name))
    return tuple(moves)


def _last(relative: str) -> str:
    return relative.rpartition("/")[2]
