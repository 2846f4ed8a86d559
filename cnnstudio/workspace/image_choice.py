"""Which images of a folder a run is tested on: those of its own splits, whatever was decided about them since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

import numpy as np

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import SPLITS, split
from cnnstudio.errors import ImageFolderError, RunError
from cnnstudio.wording import counted, listed, translate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.runs.images import RunImages
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.runs.store import RunFolder

SplitChoice = Literal["auto", "train", "validation", "test", "all"]
SPLIT_CHOICES: tuple[SplitChoice, ...] = ("auto", "train", "validation", "test", "all")
UNSEEN = "unseen"
"""Of an audit: every image that was not learned from, whichever split it is in."""

_OWN_SHARE = 0.5
"""A folder is the run's own when at least this share of its images, or of the run's, is the same."""
_IMAGES = {"train": "training images", "validation": "validation images", "test": "test images", "all": "images"}
_NOW = {
    "new": ("1 new", "{count} new"), "gone": ("1 gone", "{count} gone"), "left out": ("1 left out", "{count} left out"),
    "changed": ("1 changed", "{count} changed"), "moved": ("1 in another class", "{count} in another class"),
}
"""How images may differ from those of a training, one and many."""


@dataclass(frozen=True, slots=True, eq=False)
class ChosenImages:
    """The images to test."""

    indices: "NDArray[np.int64]"
    """Ascending, into `ImageFolder.files`."""
    split: str
    """``"train"``, ``"validation"``, ``"test"`` or ``"all"``."""
    seen_in_training: int
    """How many of them the run learned from, by name or as an equal picture under another."""
    difference: str = ""
    """How the folder differs from the one the run knows, in a sentence; empty when it does not, or is another."""


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What a run knows of the images of a folder."""

    parts: "Mapping[str, NDArray[np.int64]]"
    """Split -> indices; without entries when the folder is not the run's own."""
    seen: "NDArray[np.bool_]"
    """Of each file, whether the run learned from it."""
    difference: str = ""


def choose_images(folder: ImageFolder, run: "RunFolder", which: SplitChoice, *,
                  all_if_undivided: bool = False) -> ChosenImages:
    """Return the images of ``folder`` a run is to be tested on.

    In the folder the run was trained on, the splits are the training's own: the same files with the same pixels,
    whatever was added, left out or moved since. Another folder has the splits it gives itself.

    Parameters
    ----------
    which : ``"auto"`` takes the test images where there are any, else all
    all_if_undivided : take all images of a folder that has no splits, instead of an error

    Raises
    ------
    RunError
        When there are no such images in the folder.
    """
    known = _known(folder, run)
    everything = np.arange(folder.used, dtype=np.int64)
    parts = {**(known.parts or _given(folder)), "all": everything}
    if which == "auto":
        which = "test" if len(parts.get("test", ())) else "all"
    if all_if_undivided and len(parts) == 1:
        which = "all"
    if which not in parts or not len(parts[which]):
        raise RunError(translate(
            "workspace", "There are no {images} in {root}. Give its images in folders train, val and test, or choose "
            "the split all.", images=translate("workspace", _IMAGES.get(which, "images")), root=folder.root))
    chosen = parts[which]
    return ChosenImages(chosen, which, int(known.seen[chosen].sum()), known.difference)


@dataclass(frozen=True, slots=True, eq=False)
class AuditImages:
    """The images an audit is about.

    Attributes
    ----------
    audited, learned : ascending, into `ImageFolder.files`; the second were learned from and are not audited
    split : ``"unseen"``, or which split they are
    seen : how many of ``audited`` were learned from
    difference : how the folder differs from the one the run knows, in a sentence
    """

    audited: "NDArray[np.int64]"
    learned: "NDArray[np.int64]"
    split: str
    seen: int
    difference: str = ""


def audit_images(folder: ImageFolder, run: "RunFolder", which: str = UNSEEN) -> AuditImages:
    """Return what an audit looks at: of a whole folder what was not learned from, or one of its splits.

    Raises
    ------
    RunError
        When there are no such images in the folder.
    """
    known = _known(folder, run)
    if which != UNSEEN:
        chosen = choose_images(folder, run, cast("SplitChoice", which))
        rest = np.setdiff1d(np.flatnonzero(known.seen), chosen.indices).astype(np.int64)
        return AuditImages(chosen.indices, rest, chosen.split, chosen.seen_in_training, chosen.difference)
    audited, learned = (np.flatnonzero(flags).astype(np.int64) for flags in (~known.seen, known.seen))
    if not len(audited):
        raise RunError(translate(
            "workspace", "The network learned from every image in {root}. Give a folder with images that are new to "
            "it, or choose the split all.", root=folder.root))
    return AuditImages(audited, learned, UNSEEN, 0, known.difference)


def _given(folder: ImageFolder) -> "Mapping[str, NDArray[np.int64]]":
    """Return the splits a folder gives itself; empty when it gives none."""
    found = {name: _where([file.split == name for file in folder.files]) for name in SPLITS}
    return found if any(map(len, found.values())) else {}


def _where(flags: Sequence[bool]) -> "NDArray[np.int64]":
    return np.flatnonzero(np.array(flags, dtype=np.bool_)).astype(np.int64)


def _known(folder: ImageFolder, run: "RunFolder") -> _Known:
    images = run.load_images()
    return _known_by_record(folder, run.record) if images is None else _known_by_images(folder, images)


def _known_by_images(folder: ImageFolder, images: "RunImages") -> _Known:
    rows = [_row(images, file.relative, file.digest, file.size) for file in folder.files]
    learned = {digest for digest, name in zip(images.digest, images.split, strict=True) if digest and name == "train"}
    own = [images.split[row] if row >= 0 else "" for row in rows]
    seen = np.array([name == "train" or file.digest in learned for name, file in zip(own, folder.files, strict=True)],
                    dtype=np.bool_)
    matched = sum(row >= 0 for row in rows)
    if not matched or matched < _OWN_SHARE * min(folder.used, len(images)):
        return _Known({}, seen)
    return _Known({name: _where([one == name for one in own]) for name in SPLITS}, seen,
                  _difference(folder, images, rows))


def _row(images: "RunImages", relative: str, digest: str, size: int) -> int:
    """Return the row of a file in the run's images; -1 when it is not there with the same pixels."""
    row = images.row_of.get(relative, -1)
    return row if row >= 0 and images.is_same_picture(row, digest, size) else -1


def _difference(folder: ImageFolder, images: "RunImages", rows: Sequence[int]) -> str:
    """Say how the folder differs from what the run was trained on."""
    used = {file.relative for file in folder.files}
    there = used.union(file.relative for file in folder.origin.files)
    names = [folder.class_names[file.class_index] for file in folder.files]
    matched = [(name, images.class_name[row]) for name, row in zip(names, rows, strict=True) if row >= 0]
    counts = (
        (sum(name not in images.row_of for name in used), _NOW["new"]),
        (sum(name not in there for name in images.relative), _NOW["gone"]),
        (sum(name in there and name not in used for name in images.relative), _NOW["left out"]),
        (sum(row < 0 and file.relative in images.row_of for row, file in zip(rows, folder.files, strict=True)),
         _NOW["changed"]),
        (sum(now != then for now, then in matched), _NOW["moved"]))
    told = listed([counted(count, translate("workspace", one), translate("workspace", many))
                   for count, (one, many) in counts if count])
    return translate(
        "workspace", "The images are not quite those of the training: {listed}.", listed=told) if told else ""


def _known_by_record(folder: ImageFolder, record: "RunRecord") -> _Known:
    """Divide the folder again, as a run does that does not remember its images; only an unchanged one is its own."""
    scanned = folder.origin
    if scanned.fingerprint != record.fingerprint:
        return _Known({}, np.zeros(folder.used, dtype=np.bool_))
    plain = replace(scanned, files=tuple(replace(file, group="") if file.group else file for file in scanned.files))
    try:
        divided = split(plain, record.split)
    except ImageFolderError as error:
        raise RunError(translate(
            "workspace", "The images in {root} cannot be divided as they were for the run: {reason}", root=folder.root,
            reason=error)) from error
    own = {scanned.files[index].relative: name for name in SPLITS for index in getattr(divided, name).tolist()}
    names = [own[file.relative] for file in folder.files]
    return _Known({name: _where([one == name for one in names]) for name in SPLITS},
                  np.array([name == "train" for name in names], dtype=np.bool_))
