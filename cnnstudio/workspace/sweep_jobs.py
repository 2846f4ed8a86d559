"""Sweeps in the background: begun or gone on with, listed, read."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.errors import CNNStudioError
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.study import Sweep, address_in
from cnnstudio.sweeps.table import best_first
from cnnstudio.sweeps.trial_row import TrialRow, TrialState
from cnnstudio.training.control import TrainingControl
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.progress import Outcome, report_progress
from cnnstudio.workspace.sweep_plan_job import known_names
from cnnstudio.workspace.training_job import check_writable


class BeginSweepJob:
    """Make a sweep and try its combinations: `Progress` ..., then the events of a `SweepJob`; raises as that.

    When stopped while its combinations are put into the queue, there is no sweep.
    """

    def __init__(self, plan: SweepPlan, folder: ImageFolder, runs_directory: Path, cache_directory: Path,
                 control: TrainingControl) -> None:
        self._plan, self._folder, self._control = plan, folder, control
        self._runs_directory, self._cache_directory = runs_directory, cache_directory

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Trying settings: {plan}", plan=self._plan.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Make it, try, and yield the events."""
        check_writable(self._runs_directory)
        made: Outcome[Sweep] = Outcome()
        noting: Any = report_progress(
            lambda stop, on_progress: Sweep.create(
                address_in(self._runs_directory), self._plan, on_progress=on_progress, should_stop=stop),
            translate("workspace", "noting combinations"), should_stop, made)
        with closing(noting):
            yield from noting
        yield from _take_part(made.get(), self._folder, self._runs_directory, self._cache_directory, self._control,
                              should_stop)


class ContinueSweepJob:
    """Try what is left of a sweep: the events of a `SweepJob`; raises as that."""

    def __init__(self, name: str, folder: ImageFolder, runs_directory: Path, cache_directory: Path,
                 control: TrainingControl) -> None:
        self._name, self._folder, self._control = name, folder, control
        self._runs_directory, self._cache_directory = runs_directory, cache_directory

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Trying settings: {name}", name=self._name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Try and yield the events."""
        check_writable(self._runs_directory)
        sweep = Sweep.open(address_in(self._runs_directory), self._name)
        yield from _take_part(sweep, self._folder, self._runs_directory, self._cache_directory, self._control,
                              should_stop)


def _take_part(sweep: Sweep, folder: ImageFolder, runs_directory: Path, cache_directory: Path,
               control: TrainingControl, should_stop: ShouldStop) -> Iterator[object]:
    from cnnstudio.workspace.sweep_job import SweepJob

    events: Any = SweepJob(sweep, folder, runs_directory, cache_directory, control=control).run(should_stop)
    with closing(events):
        yield from events


@dataclass(frozen=True, slots=True)
class SweepSummary:
    """A sweep in a line.

    Attributes
    ----------
    created : ISO 8601 in UTC; empty when it is not known
    counts : combinations in each state
    best : accuracy, 0 to 1, of the best combination; None before one has ended
    problem : why it cannot be read; empty for a sound one
    """

    name: str
    created: str = ""
    folder: str = ""
    method: str = ""
    fields: tuple[str, ...] = ()
    counts: tuple[tuple[TrialState, int], ...] = ()
    best: float | None = None
    problem: str = ""

    def count(self, *states: TrialState) -> int:
        """Return the combinations in these states; all without any."""
        return sum(count for state, count in self.counts if not states or state in states)


@dataclass(frozen=True, slots=True)
class SweepsListed:
    """The sweeps whose runs are in a folder, the newest first; the result of a `ListSweepsJob`."""

    sweeps: tuple[SweepSummary, ...]


class ListSweepsJob:
    """List the sweeps beside the runs in ``directory``: `SweepsListed`.

    One that cannot be read is listed with the reason. Raises StorageError when the database cannot be read.
    """

    title = "Reading the sweeps"

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Read and yield the list."""
        names = known_names(self._directory)
        yield SweepsListed(tuple(_summary(self._directory, name) for name in reversed(names)))


@dataclass(frozen=True, slots=True, eq=False)
class SweepRead:
    """A sweep as it is now; the result of a `ReadSweepJob`."""

    plan: SweepPlan
    rows: tuple[TrialRow, ...]


class ReadSweepJob:
    """Read one sweep: `SweepRead`. Raises InputError, StorageError as `Sweep.open`."""

    title = "Reading a sweep"

    def __init__(self, directory: Path, name: str) -> None:
        self._directory, self._name = directory, name

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Read and yield it."""
        sweep = Sweep.open(address_in(self._directory), self._name)
        yield SweepRead(sweep.plan, sweep.rows())


def _summary(directory: Path, name: str) -> SweepSummary:
    try:
        sweep = Sweep.open(address_in(directory), name)
        return summarise(sweep.plan, sweep.rows())
    except CNNStudioError as error:
        return SweepSummary(name, problem=str(error))


def summarise(plan: SweepPlan, rows: tuple[TrialRow, ...]) -> SweepSummary:
    """Return a sweep in a line."""
    finished = best_first([row for row in rows if row.state == "finished"])
    return SweepSummary(
        plan.name, plan.created, plan.folder, plan.method, tuple(axis.field for axis in plan.axes),
        tuple(Counter(row.state for row in rows).items()), finished[0].mean if finished else None)
