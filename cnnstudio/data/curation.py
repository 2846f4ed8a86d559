"""What the user decided about single images: left out, another class, another split; the folder is never touched."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from cnnstudio.data.folder_walk import SetAside
from cnnstudio.data.image_folder import ImageFile, ImageFolder
from cnnstudio.errors import ImageFolderError

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


@dataclass(frozen=True, slots=True)
class Curation:
    """All decisions about the images of one folder.

    Attributes
    ----------
    decisions : by the file's place below the root; a file that is gone keeps its decision
    merged_classes : name of a class -> name of the class it counts as
    kept_classes : classes that stay in the list though they have no images
    """

    decisions: Decisions = field(default_factory=lambda: MappingProxyType({}))
    merged_classes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    kept_classes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is decided."""
        return self == Curation()

    def of(self, relative: str) -> Decision:
        """Return what is decided about a file."""
        return self.decisions.get(relative, Decision())

    def with_decisions(self, changes: Decisions) -> "Curation":
        """Return this curation with these decisions in place of earlier ones; a default `Decision` takes one back."""
        merged = {**self.decisions, **changes}
        kept = {relative: decision for relative, decision in merged.items() if decision != Decision()}
        return replace(self, decisions=MappingProxyType(kept))

    def with_merged(self, name: str, into: str) -> "Curation":
        """Return this curation with class ``name`` counted as class ``into``; into itself takes that back."""
        merged = {**self.merged_classes, name: into}
        return replace(self, merged_classes=MappingProxyType({k: v for k, v in merged.items() if k != v}))


def curate(scanned: ImageFolder, curation: Curation) -> ImageFolder:
    """Return ``scanned`` as the user wants it, in the scan's order; ``scanned`` itself when nothing is decided.

    Classes keep their order; those left without images go (unless kept), new ones come last. Excluded files are
    among the ignored ones, so that found = used + ignored + refused still holds.

    Raises
    ------
    ImageFolderError
        When fewer than two classes with images would be left.
    """
    scanned = scanned.origin
    if curation.is_empty:
        return scanned
    used = [file for file in scanned.files if not curation.of(file.relative).excluded]
    excluded = [SetAside(file.path, EXCLUDED) for file in scanned.files if curation.of(file.relative).excluded]
    names = [_class_name(file, scanned, curation) for file in used]
    class_names = _class_names(scanned, curation, names)
    index = {name: place for place, name in enumerate(class_names)}
    if len(set(names)) < 2:
        raise ImageFolderError("At least two classes need images: take a decision back, or leave fewer images out.")
    files = tuple(replace(file, class_index=index[name], split=curation.of(file.relative).split or file.split)
                  for file, name in zip(used, names, strict=True))
    return replace(scanned, class_names=class_names, files=files, ignored=(*scanned.ignored, *excluded),
                   scanned=scanned)


def _class_name(file: ImageFile, scanned: ImageFolder, curation: Curation) -> str:
    name = curation.of(file.relative).class_name or scanned.class_names[file.class_index]
    return curation.merged_classes.get(name, name)


def _class_names(scanned: ImageFolder, curation: Curation, used: list[str]) -> tuple[str, ...]:
    wanted = {*used, *curation.kept_classes}
    known = [name for name in scanned.class_names if name in wanted]
    return (*known, *sorted(wanted.difference(known)))
