"""Reads a run from disk in the background, so that checking large weights never stops the window."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from cnnstudio.runs.store import RunFolder


@dataclass(frozen=True, slots=True, eq=False)
class RunRead:
    """A run that is whole; the result of an `OpenRunJob`."""

    run: "RunFolder"


class OpenRunJob:
    """Read and check the run at ``path``: `RunRead`.

    Raises
    ------
    RunError
        From `run`, when there is no run or it is damaged, naming the file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Opening the run {file}", file=self._path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Read and yield the run."""
        from cnnstudio.runs.store import RunFolder

        yield RunRead(RunFolder.load(self._path))
