"""What is wrong with an image folder, or may become so, in words: from the scan alone."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from cnnstudio.data.curation import Decision
from cnnstudio.data.image_folder import ImageFile, ImageFolder

Severity = Literal["error", "warning", "info"]

FEW_IMAGES = 20
"""A class with fewer images is hard to learn and harder to judge."""

IMBALANCE = 3.0
"""The largest class may have this many times the images of the smallest before it is said."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about a folder.

    Attributes
    ----------
    kind : ``"damaged"``, ``"conflict"``, ``"leak"``, ``"duplicates"``, ``"missing class"``, ``"similar names"``,
        ``"imbalance"`` or ``"too few"``
    severity : ``"error"``: results will be wrong; ``"warning"``: they may be; ``"info"``: good to know
    title : a few words with the number
    detail : what it means and what to do
    files : those concerned, equal pictures beside each other
    remedies : ways out at a click, the recommended one first
    """

    kind: str
    severity: Severity
    title: str
    detail: str
    files: tuple[Path, ...] = ()
    remedies: tuple["Remedy", ...] = ()


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way out of a finding: decisions about images, classes that are one, or another pattern of groups."""

    title: str
    """What the button says: ``"Exclude the copies"``."""
    decisions: Mapping[str, Decision] = field(default_factory=lambda: MappingProxyType({}))
    """By `ImageFile.relative`; for `Curation.with_decisions`."""
    merge: tuple[str, str] | None = None
    """(class, class it counts as), for `Curation.with_merged`."""
    keep_class: str = ""
    """A class without images that stays in the list."""
    group_pattern: str = ""
    """For `SplitConfig.group_pattern`."""
    needs_rescan: bool = False
    """Whether the files have to be looked at again, as with the readable part of a damaged one."""


def findings(folder: ImageFolder) -> tuple[Finding, ...]:
    """Return what there is to know about a folder, the gravest first; empty when all is well."""
    found = [finding for check in _CHECKS for finding in check(folder)]
    return tuple(sorted(found, key=lambda finding: _GRAVITY[finding.severity]))


_GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def _number(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _damaged(folder: ImageFolder) -> Iterable[Finding]:
    if folder.refused:
        first = folder.refused[0]
        yield Finding(
            "damaged", "warning", _number(len(folder.refused), "file cannot be used", "files cannot be used"),
            f"They are left out. The first: {first.path.name}: {first.reason}.",
            tuple(one.path for one in folder.refused))


def _equal_pictures(folder: ImageFolder) -> list[list[ImageFile]]:
    """Return the files of each picture that is there more than once."""
    groups: dict[str, list[ImageFile]] = defaultdict(list)
    for file in folder.files:
        if file.digest:
            groups[file.digest].append(file)
    return [group for group in groups.values() if len(group) > 1]


def _paths(groups: Iterable[Sequence[ImageFile]]) -> tuple[Path, ...]:
    return tuple(file.path for group in groups for file in group)


def _conflict(folder: ImageFolder) -> Iterable[Finding]:
    groups = [group for group in _equal_pictures(folder) if len({file.class_index for file in group}) > 1]
    if groups:
        names = " and ".join(sorted({folder.class_names[file.class_index] for file in groups[0]}))
        yield Finding(
            "conflict", "error", _number(len(groups), "picture under two classes", "pictures under two classes"),
            f"The same pixels carry different labels, so one of them is wrong. The first is under {names}. Remove the "
            "wrong copies.", _paths(groups))


def _leak(folder: ImageFolder) -> Iterable[Finding]:
    groups = [group for group in _equal_pictures(folder) if len({file.split for file in group}) > 1]
    if groups:
        yield Finding(
            "leak", "error",
            _number(len(groups), "picture in more than one split", "pictures in more than one split"),
            "What was trained on is tested on as well, so the accuracy comes out too high. Keep each picture in one "
            "of train, validation and test.", _paths(groups))


def _duplicates(folder: ImageFolder) -> Iterable[Finding]:
    groups = _equal_pictures(folder)
    copies = sum(len(group) - 1 for group in groups)
    if copies:
        yield Finding(
            "duplicates", "info", _number(copies, "exact copy", "exact copies"),
            f"{_number(len(groups), 'picture is', 'pictures are')} there more than once. Splits made here keep copies "
            "together; copies still count more in training.", _paths(groups))


def _missing_class(folder: ImageFolder) -> Iterable[Finding]:
    """Report a class that one given split has and another lacks."""
    splits = [split for split in ("train", "validation", "test") if any(folder.counts(split).values())]
    for split in splits:
        missing = [name for name, count in folder.counts(split).items() if not count]
        if missing:
            severity: Severity = "error" if split == "train" else "warning"
            yield Finding(
                "missing class", severity, f"{', '.join(missing)} not in {split}",
                f"The {split} folder has no images of {_number(len(missing), 'class', 'classes')} that other splits "
                "have. " + ("Nothing can be learned about it." if split == "train" else "It is not judged there."))


def _similar_names(folder: ImageFolder) -> Iterable[Finding]:
    spellings: dict[str, list[str]] = defaultdict(list)
    for name in folder.class_names:
        spellings[name.casefold().strip()].append(name)
    for names in spellings.values():
        if len(names) > 1:
            yield Finding(
                "similar names", "warning", f"Classes {', '.join(map(repr, names))} differ only in spelling",
                "They count as different classes. If they mean the same, give their folders one name.")


def _imbalance(folder: ImageFolder) -> Iterable[Finding]:
    counts = folder.class_counts
    largest, smallest = max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
    if counts[largest] > IMBALANCE * counts[smallest]:
        share = counts[largest] / folder.used
        yield Finding(
            "imbalance", "warning",
            f"{largest} has {counts[largest] / counts[smallest]:.1f} × the images of {smallest}",
            f"{counts[largest]:,} against {counts[smallest]:,}. Always answering {largest} would already be right for "
            f"{share:.1%}; judge by the scores of each class, or weight the classes.")


def _too_few(folder: ImageFolder) -> Iterable[Finding]:
    few = {name: count for name, count in folder.class_counts.items() if count < FEW_IMAGES}
    if few:
        listed = ", ".join(f"{name} ({count})" for name, count in few.items())
        yield Finding(
            "too few", "warning", _number(len(few), "class has few images", "classes have few images"),
            f"Fewer than {FEW_IMAGES}: {listed}. Expect overfitting and a wide interval around the accuracy; add "
            "images or switch augmentation on.")


_CHECKS: tuple[Callable[[ImageFolder], Iterable[Finding]], ...] = (
    _conflict, _leak, _missing_class, _damaged, _similar_names, _imbalance, _too_few, _duplicates)
