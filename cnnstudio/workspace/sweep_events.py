"""What a sweep tells besides the events of its trainings."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cnnstudio.sweeps.axes import Combination
    from cnnstudio.sweeps.plan import SweepPlan
    from cnnstudio.sweeps.trial_row import TrialRow


@dataclass(frozen=True, slots=True, eq=False)
class SweepStarted:
    """The process takes part; comes before the first combination."""

    plan: "SweepPlan"
    rows: "tuple[TrialRow, ...]"


@dataclass(frozen=True, slots=True)
class TrialStarted:
    """A combination is about to be tried."""

    number: int
    """From 0."""
    combination: "Combination"
    count: int = 0
    """Combinations of the sweep."""


@dataclass(frozen=True, slots=True)
class SeedStarted:
    """A training of a combination is about to begin, or to go on."""

    trial: int
    """From 0."""
    trials: int
    training: int
    """From 1."""
    trainings: int
    """Of each combination, with a seed of its own each."""


@dataclass(frozen=True, slots=True)
class TrialEnded:
    """What came of a combination."""

    row: "TrialRow"


@dataclass(frozen=True, slots=True)
class SweepEnded:
    """No combination is left for this process; the result of a `SweepJob`."""

    rows: "tuple[TrialRow, ...]"
