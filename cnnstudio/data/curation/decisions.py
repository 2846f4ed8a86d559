"""What the user decided about single images: left out, another class, another split; the folder is never touched."""

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import repeat
from operator import attrgetter
from types import MappingProxyType
from typing import Any

from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.listing.walk import SetAside
from cnnstudio.errors import ImageFolderError
from cnnstudio.wording import translate

EXCLUDED = "left out by you"
"""The reason of files that the user excluded, among `ImageFolder.ignored`."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decided about one image; the default decides nothing."""

    excluded: bool = False
    class_name: str | None = None
    """Another class than its folder's."""
    split: str | None = None
    """``"train"``, ``"validation"`` or ``"test"``, whatever the folder or the shares say."""
    readable_part: bool = False
    """Use what can be read of a file whose end is missing; taken into account by the next scan."""
    confirmed: bool = False
    """The label was doubted and is right: it is not doubted again."""


Decisions = Mapping[str, Decision]
"""By `ImageFile.relative`."""

_UNDECIDED = Decision()
_WORDS = (
    ("excluded", "left out", "left out"),
    ("class_name", "relabelled", "relabelled"),
    ("split", "moved to a split", "moved to a split"),
    ("readable_part", "used as far as readable", "used as far as readable"),
    ("confirmed", "confirmed", "confirmed"),
    ("merged_classes", "class merged", "classes merged"),
    ("kept_classes", "empty class kept", "empty classes kept"),
)
"""What is counted, with the words after the number for one and for several."""


@dataclass(frozen=True, slots=True)
class Curation:
    """All decisions about the images of one folder.

    Attributes
    ----------
    decisions : by the file's place below the root; a file that is gone keeps its decision
    merged_classes : name of a class -> name of the class it counts as
    kept_classes : classes that stay in the list though they have no images
    class_names : all classes the project ever had, in the order of their indices, so that a class index does not
        depend on what a scan happens to meet; it is remembered and not decided, and does not count in comparisons
    """

    decisions: Decisions = field(default_factory=lambda: MappingProxyType({}))
    merged_classes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    kept_classes: tuple[str, ...] = ()
    class_names: tuple[str, ...] = field(default=(), compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is decided."""
        return self == Curation()

    @property
    def counts(self) -> dict[str, int]:
        """How many files (at last: classes) each kind of decision is about, kinds without any left out.

        The keys are the fields of `Decision`, ``"merged_classes"`` and ``"kept_classes"``.
        """
        found: Counter[str] = Counter()
        for decision in self.decisions.values():
            found.update(name for name in Decision.__slots__ if getattr(decision, name))
        found.update({"merged_classes": len(self.merged_classes), "kept_classes": len(self.kept_classes)})
        return {name: found[name] for name, _, _ in _WORDS if found[name]}

    @property
    def sentence(self) -> str:
        """Return ``"3 left out, 2 relabelled, 1 class merged"``; empty when nothing is decided."""
        counts = self.counts
        return ", ".join(f"{counts[name]:,} {translate('data', one if counts[name] == 1 else many)}"
                         for name, one, many in _WORDS if name in counts)

    @property
    def readable_parts(self) -> frozenset[str]:
        """The files (`ImageFile.relative`) of which the next scan is to use the part that can be read."""
        return frozenset(name for name, decision in self.decisions.items() if decision.readable_part)

    def of(self, relative: str) -> Decision:
        """Return what is decided about a file."""
        return self.decisions.get(relative, _UNDECIDED)

    def with_decisions(self, changes: Decisions) -> "Curation":
        """Return this curation with these decisions in place of earlier ones; a default `Decision` takes one back."""
        merged = {**self.decisions, **changes}
        kept = {relative: decision for relative, decision in merged.items() if decision != _UNDECIDED}
        return replace(self, decisions=MappingProxyType(kept))

    def with_change(self, relatives: Iterable[str], **changes: Any) -> "Curation":
        """Return this curation with some fields of these files' decisions changed, the others as they were.

        ``with_change(names, excluded=False)`` brings images back, ``class_name=None`` gives them their folder's class.
        """
        return self.with_decisions({name: replace(self.of(name), **changes) for name in relatives})

    def with_merged(self, name: str, into: str) -> "Curation":
        """Return this curation with class ``name`` counted as class ``into``; into itself takes that back.

        Classes that counted as ``name`` follow it, so that there are no chains.
        """
        followed = {k: into if v == name and into != name else v for k, v in self.merged_classes.items()}
        merged = {**followed, name: into}
        return replace(self, merged_classes=MappingProxyType({k: v for k, v in merged.items() if k != v}))

    def with_kept(self, name: str, *, kept: bool = True) -> "Curation":
        """Return this curation with class ``name`` staying in the list without images, or no longer."""
        others = tuple(one for one in self.kept_classes if one != name)
        return replace(self, kept_classes=(*others, name) if kept else others)


def relabelled(curation: Curation, scanned: ImageFolder, relatives: Iterable[str], class_name: str) -> Curation:
    """Return the curation with these images in another class; in their folder's own, the decision is taken back."""
    own = {file.relative: scanned.origin.class_names[file.class_index] for file in scanned.origin.files}
    changes = {name: replace(curation.of(name), class_name=None if own.get(name) == class_name else class_name)
               for name in relatives}
    return curation.with_decisions(changes)


def left_out(scanned: ImageFolder, curation: Curation) -> tuple[ImageFile, ...]:
    """Return the images the user excluded, as the scan found them; a page shows them to be brought back."""
    return tuple(file for file in scanned.origin.files if curation.of(file.relative).excluded)


def curate(scanned: ImageFolder, curation: Curation) -> ImageFolder:
    """Return ``scanned`` as the user wants it, in the scan's order; ``scanned`` itself when nothing changes.

    Classes have the order of the project's list, then the scan's, new ones come last; those left without images go
    (unless kept). Excluded files are among the ignored ones, so that found = used + ignored + refused still holds.

    Raises
    ------
    ImageFolderError
        When fewer than two classes with images would be left.
    """
    scanned = scanned.origin
    if curation.is_empty and _keeps_classes(scanned, curation):
        return scanned
    labelled, excluded = _labelled(scanned, curation)
    class_names = _class_names(scanned, curation, {name for _, name, _ in labelled})
    index = {name: place for place, name in enumerate(class_names)}
    files = _decided(labelled, index)
    return replace(scanned, class_names=class_names, files=files, ignored=(*scanned.ignored, *excluded),
                   scanned=scanned)


def _keeps_classes(scanned: ImageFolder, curation: Curation) -> bool:
    """Whether the project's list says the same of the classes as the scan."""
    used = {scanned.class_names[index] for index in {file.class_index for file in scanned.files}}
    return not curation.class_names or _class_names(scanned, curation, used) == scanned.class_names


_Labelled = tuple[ImageFile, str, Decision]


def _labelled(scanned: ImageFolder, curation: Curation) -> tuple[list[_Labelled], list[SetAside]]:
    """Return the files that stay with their classes' names and decisions, and those that the user excluded."""
    own = [_counted_as(name, curation) for name in scanned.class_names]
    labelled: list[_Labelled] = []
    excluded: list[SetAside] = []
    for file in scanned.files:
        decision = curation.decisions.get(file.relative, _UNDECIDED)
        if decision.excluded:
            excluded.append(SetAside(file.path, EXCLUDED))
            continue
        name = own[file.class_index] if decision.class_name is None else _counted_as(decision.class_name, curation)
        labelled.append((file, name, decision))
    return labelled, excluded


def _counted_as(name: str, curation: Curation) -> str:
    """Return the class that ``name`` counts as; a circle of merged classes ends where it began."""
    followed: set[str] = set()
    while name in curation.merged_classes and name not in followed:
        followed.add(name)
        name = curation.merged_classes[name]
    return name


def _decided(labelled: Sequence[_Labelled], index: Mapping[str, int]) -> tuple[ImageFile, ...]:
    """Return the files with their class indices and the user's splits; those that stay as they are, themselves."""
    files = [file for file, _, _ in labelled]
    changed = [place for place, (file, name, decision) in enumerate(labelled)
               if index[name] != file.class_index or decision.split is not None]
    for place, copy in zip(changed, _copies([files[place] for place in changed]), strict=True):
        _, name, decision = labelled[place]
        _FIELDS["class_index"](copy, index[name])
        if decision.split is not None:
            _FIELDS["split"](copy, decision.split)
            _FIELDS["is_split_decided"](copy, True)
        files[place] = copy
    return tuple(files)


_FIELDS = {name: getattr(ImageFile, name).__set__ for name in ImageFile.__slots__}


def _copies(files: Sequence[ImageFile]) -> list[ImageFile]:
    """Copy frozen records field by field: ten times as fast as `dataclasses.replace`, which counts for 100,000."""
    copies: list[ImageFile] = list(map(object.__new__, repeat(ImageFile, len(files))))
    for name, put in _FIELDS.items():
        deque(map(put, copies, map(attrgetter(name), files)), maxlen=0)
    return copies


def _class_names(scanned: ImageFolder, curation: Curation, used: set[str]) -> tuple[str, ...]:
    if len(used) < 2:
        raise ImageFolderError(translate(
            "data", "At least two classes need images: take a decision back, or leave fewer images out."))
    wanted = used.union(curation.kept_classes)
    known = dict.fromkeys((*curation.class_names, *scanned.class_names, *sorted(wanted)))
    return tuple(name for name in known if name in wanted)


def with_classes_of(curation: Curation, folder: ImageFolder) -> Curation:
    """Return the curation with the folder's classes at the end of the project's list, where they are new."""
    names = tuple(dict.fromkeys((*curation.class_names, *folder.class_names)))
    return curation if names == curation.class_names else replace(curation, class_names=names)
