"""Looks in the background for runs whose training a program left without an end, and sets such runs aside."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.resuming import ResumeOffer, interrupted_runs, set_aside


@dataclass(frozen=True, slots=True)
class InterruptedFound:
    """The runs that may go on, the newest first; the result of an `InterruptedRunsJob`."""

    runs: tuple[ResumeOffer, ...]


class InterruptedRunsJob:
    """Look through the runs in ``directory``: `InterruptedFound`. Runs that a program trains now are left out.

    Parameters
    ----------
    left : a run that was stopped only because the window was closed, which counts as interrupted
    """

    title = "Looking for interrupted trainings"

    def __init__(self, directory: Path, left: Path | None = None) -> None:
        self._directory, self._left = directory, left

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Look and yield what was found."""
        yield InterruptedFound(interrupted_runs(self._directory, self._left))


class SetAsideJob:
    """Mark interrupted runs as stopped, so that they are not offered again; they can still go on.

    Raises
    ------
    StorageError, RunError
        From `run`, when that cannot be saved.
    """

    title = "Setting interrupted trainings aside"

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self._paths = paths

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Mark them."""
        for path in self._paths:
            set_aside(path)
        yield InterruptedFound(())
