"""Looks through an image folder, or unpacks a sample first, in the background."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from cnnstudio.data import samples
from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.collector import held_back
from cnnstudio.data.folder.difference import FolderDifference
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.listing.layouts import LayoutChoice, LayoutUnclearError
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.wording import translate
from cnnstudio.workspace.arrangement import Arrangement
from cnnstudio.workspace.curation_store import arrange_stored, load_stored
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.progress import Emit, OnProgress, Outcome, report_events
from cnnstudio.workspace.remembered_scan import FirstImages, RememberedScan
from cnnstudio.workspace.suggestion import suggest_preprocess

__all__ = ["CheckJob", "FirstImages", "FolderChecked", "FolderListed", "LayoutUnclear", "SampleJob", "ScanFinished",
           "ScanJob", "scan_events"]

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class FolderListed:
    """All images by name, not one decoded yet: everything can be shown, nothing trained."""

    arrangement: Arrangement
    preprocess: PreprocessConfig
    name: str


@dataclass(frozen=True, slots=True)
class ScanFinished:
    """The images that can be used, arranged as the user decided earlier, and first settings that fit them."""

    arrangement: Arrangement
    preprocess: PreprocessConfig
    """Suggested; see `suggest_preprocess`."""
    name: str = ""
    """What to call the project."""
    difference: FolderDifference | None = None
    """What changed since the folder was last looked through; None when it never was."""
    note: str = ""
    """Why something that was decided earlier is not in force, in a sentence; empty when all is."""

    @property
    def folder(self) -> ImageFolder:
        """The scan, without the user's decisions."""
        return self.arrangement.folder.origin


@dataclass(frozen=True, slots=True)
class LayoutUnclear:
    """The folder can be read in several ways; `LayoutChoice.chosen` makes the options for one of them."""

    root: Path
    choices: tuple[LayoutChoice, ...]
    """The likeliest first."""


@dataclass(frozen=True, slots=True)
class FolderChecked:
    """The result of a `CheckJob`: a scan, without anything the user decided about it."""

    folder: ImageFolder
    difference: FolderDifference | None


class ScanJob:
    """Scan ``root`` and arrange its images as the user decided earlier.

    `Progress` ..., at most one `FirstImages`, `FolderListed`, then `ScanFinished`; or `LayoutUnclear` as the last.

    Parameters
    ----------
    split_config
        How to divide the images.
    fresh
        Decode every file, whatever is remembered of it.

    Raises
    ------
    ImageFolderError
        From `run`, when the folder cannot be used as an image folder, or not be divided.
    """

    def __init__(self, root: Path, options: ScanOptions = ScanOptions(),  # noqa: B008
                 split_config: SplitConfig = SplitConfig(), *, fresh: bool = False) -> None:  # noqa: B008
        self._root, self._options, self._split_config, self._fresh = root, options, split_config, fresh

    @property
    def title(self) -> str:
        """What the status line says."""
        return _title(self._root)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Scan and yield the events."""
        name = self._root.name or str(self._root)
        try:
            yield from _scan(self._root, name, self._options, self._split_config, should_stop, fresh=self._fresh)
        except LayoutUnclearError as error:
            yield LayoutUnclear(self._root, error.choices)


class SampleJob:
    """Unpack the sample ``name`` where that has not been done, and scan it: the events of a `ScanJob`.

    Raises
    ------
    InputError
        From `run`, when there is no such sample or it cannot be unpacked.
    """

    def __init__(self, name: str, split_config: SplitConfig = SplitConfig()) -> None:  # noqa: B008
        self._name, self._split_config = name, split_config

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Opening the sample {name}", name=self._name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Unpack, scan and yield the events."""
        yield Progress(0, 0, translate("workspace", "unpacking the sample"))
        root = samples.unpack(self._name)
        yield from _scan(root, self._name, ScanOptions(), self._split_config, should_stop)


class CheckJob:
    """Scan ``root`` alone, without arranging the images: `Progress` ..., `FirstImages`, then `FolderChecked`.

    Raises
    ------
    ImageFolderError
        From `run`; `LayoutUnclearError` when the folder can be read in several ways.
    """

    def __init__(self, root: Path, options: ScanOptions = ScanOptions(), *, fresh: bool = False) -> None:  # noqa: B008
        self._root, self._options, self._fresh = root, options, fresh

    @property
    def title(self) -> str:
        """What the status line says."""
        return _title(self._root)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Scan and yield the events."""
        scan = RememberedScan(self._root, self._options, should_stop, fresh=self._fresh)
        outcome: Outcome[ImageFolder] = Outcome()
        yield from _events(scan, outcome)
        yield FolderChecked(outcome.get(), scan.difference)


def scan_events(root: Path, should_stop: ShouldStop, outcome: Outcome[ImageFolder],
                options: ScanOptions = ScanOptions()) -> Iterator[object]:  # noqa: B008
    """List and check ``root`` into ``outcome``, yielding the progress and `FirstImages`."""
    yield from _events(RememberedScan(root, options, should_stop), outcome)


def _title(root: Path) -> str:
    return translate("workspace", "Scanning {root}", root=root.name or root)


def _events(scan: RememberedScan, outcome: Outcome[ImageFolder]) -> Iterator[object]:
    listed: Outcome[ImageFolder] = Outcome()
    yield from scan.list_events(listed)
    yield from scan.check_events(listed.get(), outcome)


def _scan(root: Path, name: str, options: ScanOptions, split_config: SplitConfig, should_stop: ShouldStop, *,
          fresh: bool = False) -> Iterator[object]:
    stored = load_stored(root)
    options = replace(options, readable_parts=options.readable_parts | stored.curation.readable_parts)
    scan = RememberedScan(root, options, should_stop, fresh=fresh)
    listed: Outcome[ImageFolder] = Outcome()
    yield from scan.list_events(listed)
    arranged: Outcome[_Listed] = Outcome()
    yield from _at_leisure(lambda: _arrange_listed(listed.get(), stored.curation, split_config), should_stop, arranged)
    arrangement, problem, preprocess = arranged.get()
    yield FolderListed(arrangement, preprocess, name)
    checked: Outcome[ImageFolder] = Outcome()
    yield from scan.check_events(listed.get(), checked)
    curation = arrangement.curation if problem else stored.curation
    final: Outcome[tuple[Arrangement, str]] = Outcome()
    yield from _at_leisure(lambda: arrange_stored(checked.get(), curation, split_config), should_stop, final)
    arrangement, later_problem = final.get()
    note = " ".join(filter(None, (stored.problem, problem or later_problem)))
    yield ScanFinished(arrangement, preprocess, name, scan.difference, note)


_Listed = tuple[Arrangement, str, PreprocessConfig]


def _arrange_listed(folder: ImageFolder, curation: Curation, split_config: SplitConfig) -> _Listed:
    """Return the arrangement, why earlier decisions are not in force, and the suggested preprocessing."""
    return *arrange_stored(folder, curation, split_config), suggest_preprocess(folder)


def _at_leisure(work: Callable[[], Result], should_stop: ShouldStop, outcome: Outcome[Result]) -> Iterator[object]:
    """Do what takes a moment for a large folder; a wish to stop need not wait for it."""
    def undisturbed(_stop: ShouldStop, _on_progress: OnProgress, _emit: Emit) -> Result:
        with held_back():
            return work()

    yield from report_events(undisturbed, translate(
        "workspace", "arranging images"), should_stop, outcome, may_leave=True)
