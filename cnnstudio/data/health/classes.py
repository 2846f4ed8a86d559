"""Checks of the classes of an image folder: missing, empty, alike in name, unequal, small."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from cnnstudio.data.health.case import Case
from cnnstudio.data.health.finding import Finding, Remedy, Severity, number
from cnnstudio.data.listing.natural_order import printable
from cnnstudio.data.listing.reading import EMPTY_CLASS
from cnnstudio.data.split import SPLITS
from cnnstudio.wording import translate

FEW_IMAGES = 20
"""A class with fewer images is hard to learn and harder to judge."""

IMBALANCE = 3.0
"""The largest class may have this many times the images of the smallest before it is said."""

_LISTED = 5
_MISSING = {
    "train": ("{listed} not in the training images", "The training images show nothing of {classes} that other splits "
              "have."),
    "validation": ("{listed} not in the validation images", "The validation images show nothing of {classes} that "
                   "other splits have."),
    "test": ("{listed} not in the test images", "The test images show nothing of {classes} that other splits have."),
}
"""What is said of classes that a split lacks: title and explanation."""


def missing_class(case: Case) -> Iterable[Finding]:
    """Report a class that one split has and another lacks."""
    splits = np.array([split or "" for split in case.split_of])
    counts = {name: np.bincount(case.classes[splits == name], minlength=len(case.folder.class_names))
              for name in SPLITS if (splits == name).any()}
    present = sum(counts.values(), np.zeros(len(case.folder.class_names), np.int64)) > 0
    for split, found in counts.items():
        missing = [name for name, count, is_used in zip(case.folder.class_names, found, present, strict=True)
                   if is_used and not count]
        if missing:
            severity: Severity = "error" if split == "train" else "warning"
            title, detail = _MISSING[split]
            effect = (translate("data", "Nothing can be learned about it.") if split == "train" else
                      translate("data", "It is not judged there."))
            classes = number(len(missing), translate("data", "class"), translate("data", "classes"))
            yield Finding("missing class", severity, translate("data", title, listed=_listed(missing)),
                          f"{translate('data', detail, classes=classes)} {effect}")


def empty_class(case: Case) -> Iterable[Finding]:
    """Report classes without images: in the list, gone because all of theirs are left out, and folders of nothing."""
    empty = [name for name, count in case.folder.class_counts.items() if not count]
    if empty:
        yield Finding("empty class", "warning", translate("data", "{listed} without images", listed=_listed(empty)),
                      translate(
                          "data", "The network keeps an output for it, which never learns anything. Add images, or "
                          "take the class out of the list."))
    used = {file.relative for file in case.files}
    origin = case.folder.origin
    still_used = {origin.class_names[file.class_index] for file in origin.files if file.relative in used}
    gone = [name for name, count in origin.class_counts.items()
            if count and name not in still_used and name not in case.folder.class_names]
    if gone:
        yield Finding(
            "empty class", "info", translate("data", "{listed} not in the list any more", listed=_listed(gone)),
            translate(
                "data", "All images are left out, so the network has no output for it. Keep the class if runs are to "
                "be compared with earlier ones."), remedies=_keep(gone))
    yield from _empty_folders(case)


def _empty_folders(case: Case) -> Iterable[Finding]:
    """Report class folders that never had images; in another split the class may have some."""
    met = (printable(aside.path.name) for aside in case.folder.ignored if aside.reason == EMPTY_CLASS)
    known = {*case.folder.class_names, *case.folder.origin.class_names}
    names = [name for name in dict.fromkeys(met) if name not in known]
    if names:
        yield Finding(
            "empty class", "info", number(len(names), translate("data", "class folder without images"), translate(
                "data", "class folders without images")),
            translate(
                "data", "There is nothing to learn from in {listed}, so the network has no output for it. Add images "
                "and open the folder again, or keep the class if images are to come or runs to be compared.",
                listed=_listed(names)),
            remedies=_keep(names))


def _keep(names: list[str]) -> tuple[Remedy, ...]:
    if len(names) == 1:
        return (Remedy(translate("data", "Keep the class"), keep_class=names[0]),)
    return tuple(Remedy(translate("data", "Keep {name}", name=name), keep_class=name) for name in names[:_LISTED])


def _listed(names: list[str]) -> str:
    more = translate("data", " and {count} more", count=len(names) - _LISTED) if len(names) > _LISTED else ""
    return ", ".join(names[:_LISTED]) + more


def similar_names(case: Case) -> Iterable[Finding]:
    """Report classes whose names differ in capitals, spaces, signs, accents or a plural s only."""
    spellings: dict[str, list[str]] = defaultdict(list)
    for name in case.folder.class_names:
        spellings[_plain(name)].append(name)
    counts = case.folder.class_counts
    for names in spellings.values():
        if len(names) > 1:
            into = max(names, key=lambda name: (counts[name], -names.index(name)))
            yield Finding(
                "similar names", "warning", translate(
                    "data", "Classes {map} differ only in spelling", map=', '.join(map(repr, names))),
                translate("data", "They count as different classes. If they mean the same, count them as one."),
                remedies=tuple(Remedy(translate(
                    "data", "Count {name} as {into}", name=name,
                    into=into), merge=(name, into)) for name in names if name != into))


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    plain = re.sub(r"[\s_\-.]+", "", plain) or plain
    return plain.removesuffix("s") if len(plain) > 3 and not plain.endswith("ss") else plain


def imbalance(case: Case) -> Iterable[Finding]:
    """Report a class that is much larger than another."""
    counts = {name: count for name, count in case.folder.class_counts.items() if count}
    if not counts:
        return
    largest, smallest = max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
    if counts[largest] > IMBALANCE * counts[smallest]:
        share = counts[largest] / case.folder.used
        yield Finding(
            "imbalance", "warning",
            translate(
                "data", "{largest} has {count:.1f} × the images of {smallest}", largest=largest,
                count=counts[largest] / counts[smallest], smallest=smallest),
            translate(
                "data", "{count:,} against {counts:,}. Always answering {largest} would already be right for "
                "{share:.1%}; judge by the scores of each class, or weight the classes.", count=counts[largest],
                counts=counts[smallest], largest=largest, share=share))


def too_few(case: Case) -> Iterable[Finding]:
    """Report classes with few images."""
    few = {name: count for name, count in case.folder.class_counts.items() if 0 < count < FEW_IMAGES}
    if few:
        listed = _listed([f"{name} ({count})" for name, count in few.items()])
        yield Finding(
            "too few", "warning", number(len(few), translate("data", "class has few images"), translate(
                "data", "classes have few images")),
            translate(
                "data", "Fewer than {few_images}: {listed}. Expect overfitting and a wide interval around the "
                "accuracy; add images or switch augmentation on.", few_images=FEW_IMAGES, listed=listed))
