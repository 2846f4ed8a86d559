"""What changed in an image folder since it was last looked through."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class FolderDifference:
    """The images that came, went and changed; each tuple holds `ImageFile.relative`, in the folder's order.

    Attributes
    ----------
    since : the day it was last looked through
    added, removed : there now but not then, and the other way round
    changed : same name, other content
    moved : (then, now) of files that lie under another name or in another class now
    """

    since: date
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.added or self.removed or self.changed or self.moved)

    @property
    def sentence(self) -> str:
        """Return ``"3 files changed, 1 is missing and 12 are new since 21 November"``; empty when nothing changed."""
        return _sentence(self)


def _sentence(difference: FolderDifference) -> str:
    counts = ((len(difference.changed), "changed", "changed"), (len(difference.removed), "is missing", "are missing"),
              (len(difference.moved), "was moved", "were moved"), (len(difference.added), "is new", "are new"))
    parts = [f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count]
    if not parts:
        return ""
    first, _, rest = parts[0].partition(" ")
    parts[0] = f"{first} {'file' if first == '1' else 'files'} {rest}"
    listed = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
    return f"{listed} since {difference.since.day} {difference.since:%B}"
