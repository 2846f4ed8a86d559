"""What the table of runs asks of the disk: notes and stars kept, and runs deleted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop


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


class AnnotateGroupJob:
    """Keep what the user says about a group, in its folder: `RunAnnotated`. What is None stays as it is.

    Raises
    ------
    StorageError
        From `run`, when that cannot be written.
    """

    title = "Saving notes"

    def __init__(self, path: Path, *, notes: str | None = None, starred: bool | None = None,
                 tags: Sequence[str] | None = None) -> None:
        self._path, self._notes, self._starred, self._tags = path, notes, starred, tags

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Save and yield the result."""
        from cnnstudio.runs.group_folder import annotate_group

        annotate_group(self._path, notes=self._notes, starred=self._starred, tags=self._tags)
        yield RunAnnotated(self._path)


@dataclass(frozen=True, slots=True)
class RunsDeleted:
    """Runs are gone for good; the result of a `DeleteRunsJob`."""

    paths: tuple[Path, ...]


class DeleteRunsJob:
    """Delete runs with their weights, and the folder of the group they make up: `RunsDeleted`.

    A run disappears at once, under a name that no list shows, and then file by file.

    Parameters
    ----------
    group : the folder of a group all of whose runs are among ``paths``

    Raises
    ------
    RunError
        From `run`, before anything is deleted, when one of them is being trained.
    StorageError
        When one cannot be deleted, naming it and the reason; those before it are gone.
    """

    title = "Deleting runs"

    def __init__(self, paths: Sequence[Path], group: Path | None = None) -> None:
        self._paths, self._group = tuple(paths), group

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - half a deletion serves nobody
        """Delete and yield the result."""
        from cnnstudio.runs.deletion import delete_run, refuse_running
        from cnnstudio.runs.group_folder import remove_group_folder

        refuse_running(self._paths)
        for number, path in enumerate(self._paths):
            yield Progress(number, len(self._paths), translate("workspace", "deleting runs"))
            delete_run(path)
        if self._group is not None:
            remove_group_folder(self._group)
        yield RunsDeleted(self._paths)
