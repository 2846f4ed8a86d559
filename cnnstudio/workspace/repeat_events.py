"""What trainings that are repeated tell besides the events of each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cnnstudio.runs.group_results import GroupSummary


@dataclass(frozen=True, slots=True)
class RepeatStarted:
    """The trainings of a group are about to begin, or to go on."""

    key: str
    kind: str
    """As in `RunGroup`."""
    name: str
    count: int
    """Trainings in all."""
    done: int
    """Those that were complete before."""


@dataclass(frozen=True, slots=True)
class MemberStarted:
    """The next training begins, or goes on."""

    number: int
    """From 1."""
    count: int
    words: str
    """Which it is: ``"seed 3"``, ``"fold 2"``."""


@dataclass(frozen=True, slots=True)
class MemberFailed:
    """A training could not go on; the others are trained nevertheless."""

    number: int
    message: str


@dataclass(frozen=True, slots=True, eq=False)
class MemberEnded:
    """A training has ended, well or not."""

    number: int
    summary: "GroupSummary"
    """What all trainings so far say together."""


@dataclass(frozen=True, slots=True, eq=False)
class RepeatEnded:
    """What all trainings so far say together; the result of a `RepeatedTrainingJob` or `ContinueRepeatJob`."""

    status: str
    """``"finished"``, or ``"stopped"`` when trainings are missing."""
    summary: "GroupSummary"
