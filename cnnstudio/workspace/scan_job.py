"""Looks through an image folder, or unpacks a sample first, in the background."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.data import samples
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.image_folder import ImageFolder, scan
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.progress import Outcome, report_progress
from cnnstudio.workspace.suggestion import suggest_preprocess


@dataclass(frozen=True, slots=True)
class ScanFinished:
    """The images that were found, and first settings that fit them."""

    folder: ImageFolder
    preprocess: PreprocessConfig
    """Suggested; see `suggest_preprocess`."""
    name: str = ""
    """What to call the project."""


class ScanJob:
    """Scan ``root``: `Progress` ..., then `ScanFinished`.

    Raises
    ------
    ImageFolderError
        From `run`, when the folder cannot be used as an image folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def title(self) -> str:
        """What the status line says."""
        return f"Scanning {self._root.name or self._root}"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Scan and yield the events."""
        yield from _scan(self._root, self._root.name or str(self._root), should_stop)


class SampleJob:
    """Unpack the sample ``name`` where that has not been done, and scan it: `Progress` ..., `ScanFinished`.

    Raises
    ------
    InputError
        From `run`, when there is no such sample or it cannot be unpacked.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    @property
    def title(self) -> str:
        """What the status line says."""
        return f"Opening the sample {self._name}"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Unpack, scan and yield the events."""
        yield Progress(0, 0, "unpacking the sample")
        root = samples.unpack(self._name)
        yield from _scan(root, self._name, should_stop)


def scan_events(root: Path, should_stop: ShouldStop, outcome: Outcome[ImageFolder]) -> Iterator[Progress]:
    """Scan ``root`` into ``outcome``, yielding the progress."""
    yield from report_progress(
        lambda stop, on_progress: scan(root, should_stop=stop, on_progress=on_progress),
        "looking at images", should_stop, outcome)


def _scan(root: Path, name: str, should_stop: ShouldStop) -> Iterator[object]:
    outcome: Outcome[ImageFolder] = Outcome()
    yield from scan_events(root, should_stop, outcome)
    folder = outcome.get()
    yield ScanFinished(folder, suggest_preprocess(folder), name)
