"""What a finding about an image folder is, and the ways out of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.folder.image_folder import ImageFile

Severity = Literal["error", "warning", "info"]
Decisions = Mapping[str, Decision]
_EXCLUDED = Decision(excluded=True)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about a folder.

    Attributes
    ----------
    kind : which check found it, such as ``"leak"`` or ``"too few"``
    severity : ``"error"``: results will be wrong; ``"warning"``: they may be; ``"info"``: good to know
    title : a few words with the number
    detail : what it means and what to do
    files : those concerned, equal pictures beside each other
    remedies : ways out at a click, the recommended one first
    figures : measured numbers behind it, by stable keys, for programs
    """

    kind: str
    severity: Severity
    title: str
    detail: str
    files: tuple[Path, ...] = ()
    remedies: tuple["Remedy", ...] = ()
    figures: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way out of a finding: decisions about images, classes that are one, or another pattern of groups."""

    title: str
    """What the button says: ``"Leave out the copies"``."""
    decisions: Decisions = field(default_factory=lambda: MappingProxyType({}))
    """By `ImageFile.relative`; what they leave at its default stays as it was decided."""
    merge: tuple[str, str] | None = None
    """(class, class it counts as), for `Curation.with_merged`."""
    keep_class: str = ""
    """A class without images that stays in the list."""
    group_pattern: str = ""
    """For `SplitConfig.group_pattern`."""
    needs_rescan: bool = False
    """Whether the files have to be looked at again, as with the readable part of a damaged one."""

    def applied_to(self, curation: Curation) -> Curation:
        """Return the curation with this remedy in it; the pattern of groups is a setting and not part of it."""
        result = curation.with_decisions(
            {name: _added(curation.of(name), decision) for name, decision in self.decisions.items()})
        if self.merge is not None:
            result = result.with_merged(*self.merge)
        return result.with_kept(self.keep_class) if self.keep_class else result


def _added(old: Decision, new: Decision) -> Decision:
    values: dict[str, Any] = {one.name: getattr(new, one.name) or getattr(old, one.name) for one in fields(Decision)}
    return Decision(**values)


def number(count: int, one: str, many: str) -> str:
    """Return ``"1 file"`` or ``"1,204 files"``."""
    return f"{count:,} {one if count == 1 else many}"


def exclude(title: str, files: Iterable[ImageFile]) -> Remedy:
    """Return the remedy that leaves these files out."""
    return Remedy(title, MappingProxyType(dict.fromkeys([file.relative for file in files], _EXCLUDED)))
