"""One combination of a sweep with what came of it, as a value."""

import statistics
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from cnnstudio.sweeps.axes import Combination

if TYPE_CHECKING:
    import optuna

TrialState = Literal["waiting", "running", "finished", "pruned", "failed"]

COMBINATION, PLACE, RUNS, ACCURACIES, MESSAGE = "combination", "place", "runs", "accuracies", "message"
UNFINISHED, SECONDS, HOST = "unfinished", "seconds", "host"
"""What a trial notes in the database."""
STATES: Mapping[str, TrialState] = {
    "WAITING": "waiting", "RUNNING": "running", "COMPLETE": "finished", "PRUNED": "pruned", "FAIL": "failed"}


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One combination and what came of it.

    Attributes
    ----------
    number : its place in the queue, from 0; it keeps it when it is tried again
    accuracies : best validation accuracy, 0 to 1, of each of its trainings that ended
    runs : names of the runs' folders
    message : why it failed or was given up
    seconds : of work, once it has ended; None before, and when nobody noted it
    epochs : epochs of its training that have ended while it runs
    latest : validation accuracy, 0 to 1, of the last of them
    """

    number: int
    state: TrialState
    combination: Combination
    accuracies: tuple[float, ...] = ()
    runs: tuple[str, ...] = ()
    message: str = ""
    seconds: float | None = None
    epochs: int = 0
    latest: float | None = None

    @property
    def mean(self) -> float | None:
        """Mean accuracy over the seeds; None before the first training has ended."""
        return statistics.fmean(self.accuracies) if self.accuracies else None

    @property
    def deviation(self) -> float | None:
        """Sample standard deviation over the seeds; None for fewer than two."""
        return statistics.stdev(self.accuracies) if len(self.accuracies) > 1 else None


@dataclass(slots=True)
class Progress:
    """How far a combination is: kept in the database, so that whoever takes it up goes on from there.

    Attributes
    ----------
    unfinished : name of the folder of the run that is being trained; empty between two trainings
    seconds : of work before this process took it
    """

    accuracies: list[float] = field(default_factory=list)
    runs: list[str] = field(default_factory=list)
    unfinished: str = ""
    seconds: float = 0.0


def read_row(trial: "optuna.trial.FrozenTrial") -> TrialRow:
    """Return what the database knows of a trial."""
    notes: dict[str, Any] = trial.user_attrs
    told = trial.intermediate_values if trial.state.name == "RUNNING" else {}
    return TrialRow(
        place_of(trial), STATES[trial.state.name], dict(notes.get(COMBINATION, {})), tuple(notes.get(ACCURACIES, ())),
        tuple(notes.get(RUNS, ())), notes.get(MESSAGE, ""), _seconds(trial), max(told, default=0),
        told[max(told)] if told else None)


def read_progress(notes: Mapping[str, Any]) -> Progress:
    """Return how far a trial is by its notes."""
    return Progress(list(notes.get(ACCURACIES, ())), list(notes.get(RUNS, ())), str(notes.get(UNFINISHED, "")),
                    float(notes.get(SECONDS, 0.0)))


def place_of(trial: "optuna.trial.FrozenTrial | optuna.Trial") -> int:
    """Return the number of a combination, which it keeps when it is put back into the queue."""
    return int(trial.user_attrs.get(PLACE, trial.number))


def _seconds(trial: "optuna.trial.FrozenTrial") -> float | None:
    if trial.state.name in ("WAITING", "RUNNING"):
        return None
    if SECONDS in trial.user_attrs:
        return float(trial.user_attrs[SECONDS])
    return trial.duration.total_seconds() if trial.duration is not None else None
