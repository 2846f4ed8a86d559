"""What the table of runs asks of the disk: the differences of two runs, and notes and stars kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunRecord


@dataclass(frozen=True, slots=True, eq=False)
class RunsCompared:
    """What differs in the first run from the second; the result of a `CompareRunsJob`."""

    first: Path
    second: Path
    records: "tuple[RunRecord, RunRecord]"
    differences: tuple[str, ...]
    """In words; empty when nothing does."""
    significance: str
    """Whether the difference of their accuracies is more than chance, in a sentence or two."""


class CompareRunsJob:
    """Read two runs and compare them: `RunsCompared`.

    Raises
    ------
    RunError
        From `run`, when one of them is damaged.
    """

    title = "Comparing runs"

    def __init__(self, first: Path, second: Path) -> None:
        self._first, self._second = first, second

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Compare and yield the result."""
        from cnnstudio.runs.comparison import differences
        from cnnstudio.runs.significance import Answers, compare_answers
        from cnnstudio.runs.store import RunFolder
        from cnnstudio.workspace.kept_predictions import sound_predictions

        first, second = (
            Answers(run.record, run.load_images(), sound_predictions(run))
            for run in (RunFolder.load(self._first), RunFolder.load(self._second)))
        images = None if first.images is None or second.images is None else (first.images, second.images)
        found = differences(first.record, second.record, images)
        yield RunsCompared(self._first, self._second, (first.record, second.record), tuple(found),
                           compare_answers(first, second).verdict)


@dataclass(frozen=True, slots=True, eq=False)
class HistoriesRead:
    """The records of some runs; the result of a `ReadHistoriesJob`."""

    paths: tuple[Path, ...]
    records: "tuple[RunRecord, ...]"


class ReadHistoriesJob:
    """Read the curves of some runs: `HistoriesRead`. Raises as `CompareRunsJob`."""

    title = "Reading curves"

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Read and yield the result."""
        from cnnstudio.data.thread_pool import stop_if_asked
        from cnnstudio.runs.store import RunFolder

        records = []
        for path in self._paths:
            stop_if_asked(should_stop)
            records.append(RunFolder.load(path).record)
        yield HistoriesRead(self._paths, tuple(records))


@dataclass(frozen=True, slots=True)
class RunAnnotated:
    """Notes, tags or star are on disk; the result of an `AnnotateRunJob`."""

    path: Path


class AnnotateRunJob:
    """Keep what the user says about a run: `RunAnnotated`. What is None stays as it is.

    Raises
    ------
    RunError, StorageError
        From `run`, when the run is damaged or cannot be written.
    """

    title = "Saving notes"

    def __init__(self, path: Path, *, name: str | None = None, notes: str | None = None,
                 starred: bool | None = None, tags: Sequence[str] | None = None) -> None:
        self._path, self._name, self._notes, self._starred, self._tags = path, name, notes, starred, tags

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Save and yield the result."""
        from cnnstudio.runs.store import RunFolder

        RunFolder.load(self._path).annotate(
            name=self._name, notes=self._notes, starred=self._starred, tags=self._tags)
        yield RunAnnotated(self._path)
