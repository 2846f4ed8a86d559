"""Reads the runs of a folder in the background: the table, and the curves of those on the same images."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.errors import RunError
from cnnstudio.runs.group_results import Row, gather
from cnnstudio.runs.store import RunFolder
from cnnstudio.runs.summaries import RunSummary, list_runs
from cnnstudio.training.events import EpochEnded
from cnnstudio.workspace.jobs import ShouldStop


@dataclass(frozen=True, slots=True)
class RunsListed:
    """The runs of a folder, newest first; the result of a `ListRunsJob`."""

    runs: tuple[RunSummary, ...]
    rows: tuple[Row, ...] = ()
    """The same with seeds, folds and sweeps gathered, each in one row."""


@dataclass(frozen=True, slots=True)
class RunCurves:
    """The history of one run."""

    path: Path
    name: str
    epochs: tuple[EpochEnded, ...]


@dataclass(frozen=True, slots=True)
class EarlierCurves:
    """The histories of the newest runs on the same images; the result of an `EarlierCurvesJob`."""

    runs: tuple[RunCurves, ...]


class ListRunsJob:
    """List the runs in ``directory``: `RunsListed`. Damaged ones are listed with the reason."""

    title = "Reading the runs"

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Read and yield the table."""
        runs = list_runs(self._directory)
        yield RunsListed(runs, gather(self._directory, runs))


class EarlierCurvesJob:
    """Read the histories of the newest ``limit`` runs on the images in ``folder``: `EarlierCurves`.

    Runs that are damaged or have no epoch are left out.
    """

    title = "Reading earlier runs"

    def __init__(self, directory: Path, folder: Path, limit: int, *, leave_out: Path | None = None) -> None:
        self._directory, self._folder, self._limit = directory, folder, limit
        self._leave_out = leave_out

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Read and yield the histories."""
        found: list[RunCurves] = []
        for summary in list_runs(self._directory):
            fits = summary.is_sound and Path(summary.folder) == self._folder and summary.path != self._leave_out
            if fits and summary.epochs and len(found) < self._limit:
                found += self._curves(summary)
        yield EarlierCurves(tuple(found))

    @staticmethod
    def _curves(summary: RunSummary) -> list[RunCurves]:
        try:
            history = RunFolder.load(summary.path).record.history
        except RunError:
            return []
        return [RunCurves(summary.path, summary.name, tuple(history))]
