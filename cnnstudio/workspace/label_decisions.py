"""What the user says about a doubtful label: it is right, it is another one, or the image is left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.health.doubtful_labels import DoubtfulLabel

Verdict = Literal["open", "confirmed", "corrected", "left out"]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A doubtful label and the class the image has in the folder, whatever was decided about it."""

    doubt: DoubtfulLabel
    own_class: str

    def verdict(self, curation: Curation) -> Verdict:
        """Return what is decided about the label."""
        decision = curation.of(self.doubt.relative)
        if decision.excluded:
            return "left out"
        if self.class_name(curation) != self.doubt.given:
            return "corrected"
        return "confirmed" if decision.confirmed else "open"

    def class_name(self, curation: Curation) -> str:
        """Return the class the image counts as."""
        name = curation.of(self.doubt.relative).class_name or self.own_class
        return curation.merged_classes.get(name, name)

    def kept(self) -> Callable[[Curation], Curation]:
        """Return the step that confirms the label."""
        return self.counted_as(self.doubt.given)

    def counted_as(self, name: str) -> Callable[[Curation], Curation]:
        """Return the step that makes ``name`` the label; it is not doubted again."""
        class_name = None if name == self.own_class else name
        return lambda curation: curation.with_change(
            [self.doubt.relative], class_name=class_name, excluded=False, confirmed=True)

    def left_out(self) -> Callable[[Curation], Curation]:
        """Return the step that leaves the image out."""
        return lambda curation: curation.with_change([self.doubt.relative], excluded=True, confirmed=False)


def with_own_classes(doubts: tuple[DoubtfulLabel, ...], own: Mapping[str, str]) -> tuple[Reviewed, ...]:
    """Return the doubts with the classes of ``own``, by `DoubtfulLabel.relative`."""
    return tuple(Reviewed(doubt, own[doubt.relative]) for doubt in doubts)
