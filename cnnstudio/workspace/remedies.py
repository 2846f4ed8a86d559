"""Ways out of findings put into force and taken back: what a remedy changes, and whether it still holds."""

from dataclasses import dataclass, fields, replace

from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.health.checks import Remedy


@dataclass(frozen=True, slots=True)
class RemedyStep:
    """A remedy that was chosen, with what it came after.

    Attributes
    ----------
    title : of the finding, as it was
    remedy : what was chosen
    curation, group_pattern : what was in force before
    """

    title: str
    remedy: Remedy
    curation: Curation
    group_pattern: str = ""

    def is_in_force(self, curation: Curation, group_pattern: str) -> bool:
        """Whether these decisions hold everything the remedy asks for."""
        if self.remedy.group_pattern and self.remedy.group_pattern != group_pattern:
            return False
        return self.remedy.applied_to(curation) == curation

    def taken_from(self, curation: Curation) -> Curation:
        """Return the curation without what the remedy changed; what was decided since about other things stays."""
        result = curation.with_decisions(
            {name: _restored(curation.of(name), decision, self.curation.of(name))
             for name, decision in self.remedy.decisions.items()})
        if self.remedy.merge is not None:
            name = self.remedy.merge[0]
            result = result.with_merged(name, self.curation.merged_classes.get(name, name))
        if self.remedy.keep_class:
            result = result.with_kept(self.remedy.keep_class,
                                      kept=self.remedy.keep_class in self.curation.kept_classes)
        return result


def _restored(now: Decision, asked: Decision, before: Decision) -> Decision:
    """Return ``now`` with those fields that were asked for as they were ``before``."""
    changes = {one.name: getattr(before, one.name) for one in fields(Decision) if getattr(asked, one.name)}
    return replace(now, **changes)
