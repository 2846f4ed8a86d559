"""Background work on a project file: open, save, take its runs over, look for what a crash left."""

import os
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.errors import CNNStudioError
from cnnstudio.project import backups
from cnnstudio.project.contents import FolderHint, PackedRun, Packing, ProjectContents, RunToPack
from cnnstudio.project.folder_hint import hint_to, places
from cnnstudio.project.origin import is_ours, sealed
from cnnstudio.project.reading import read_project
from cnnstudio.project.recovery import Recovery, decline, recover, recoverable
from cnnstudio.project.run_files import size_of_run
from cnnstudio.project.saving import save_project
from cnnstudio.project.unpacking import unpack_run
from cnnstudio.runs.summaries import RunSummary, list_runs
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Progress, ShouldStop

Result = TypeVar("Result")
_ASK_S = 0.05
_PARTS = 1000


@dataclass(frozen=True, slots=True)
class ProjectOpened:
    """A project that was read; the result of an `OpenProjectJob` and of a `RecoverJob`.

    Attributes
    ----------
    path : its file; None when it never was saved
    folder : the images, found where this user's own file says; None when they are not there or nobody may look
    asks_for : a local place that a file from elsewhere names; nobody has looked there
    can_write : whether the file can be saved over
    missing_runs : packed runs that are not among the runs of this machine
    """

    path: Path | None
    contents: ProjectContents
    folder: Path | None = None
    asks_for: Path | None = None
    can_write: bool = True
    missing_runs: tuple[PackedRun, ...] = ()


class OpenProjectJob:
    """Read a project file: `ProjectOpened`.

    Raises
    ------
    ProjectError
        From `run`, when it cannot be opened.
    """

    def __init__(self, path: Path, runs_directory: Path) -> None:
        self._path, self._runs_directory = path, runs_directory
        self.title = translate("workspace", "Opening {name}", name=path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - a moment
        """Read and yield it."""
        contents = read_project(self._path)
        found, asks_for = _images(contents, self._path)
        yield ProjectOpened(self._path, contents, found, asks_for, _can_write(self._path),
                            _missing(contents, self._runs_directory))


class RecoverJob:
    """Read what a window that died had not saved: `ProjectOpened`, raising ProjectError as `recovery.recover`."""

    def __init__(self, recovery: Recovery, runs_directory: Path) -> None:
        self._recovery, self._runs_directory = recovery, runs_directory
        self.title = translate("workspace", "Recovering {name}", name=recovery.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - a moment
        """Read and yield it; the journal is this user's own, so that its folder is looked for."""
        contents, path = recover(self._recovery), self._recovery.project
        place = Path(contents.folder.absolute) if contents.folder is not None and contents.folder.absolute else None
        folder = place if place is not None and place.is_dir() else None
        yield ProjectOpened(path, contents, folder, None, path is None or _can_write(path),
                            _missing(contents, self._runs_directory))


def _images(contents: ProjectContents, path: Path) -> tuple[Path | None, Path | None]:
    hint = contents.folder
    candidates = places(hint, path) if hint is not None else ()
    if hint is None or not candidates:
        return None, None
    if not is_ours(hint):
        return None, candidates[0]
    return next((place for place in candidates if place.is_dir()), None), None


def _can_write(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _missing(contents: ProjectContents, directory: Path) -> tuple[PackedRun, ...]:
    return tuple(run for run in contents.runs if not (directory / run.run_id).exists())


@dataclass(frozen=True, slots=True)
class ImagesCompared:
    """How a folder's images differ from those a project was saved with, in a sentence; empty where they do not."""

    difference: str


class CompareImagesJob:
    """Hold images against what a project file says of them: `ImagesCompared`.

    Parameters
    ----------
    folder : the images with the project's decisions in force, each of them decoded
    """

    def __init__(self, folder: ImageFolder, hint: FolderHint) -> None:
        self._folder, self._hint = folder, hint
        self.title = translate("workspace", "Comparing {name}", name=folder.root.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - a moment
        """Compare and yield it."""
        yield ImagesCompared(self._difference())

    def _difference(self) -> str:
        now, then = self._folder.used, self._hint.images
        if then and now != then:
            return translate("workspace", "The images have changed since the project was saved: {then:,} were used, "
                             "now {now:,} are.", then=then, now=now)
        if self._hint.fingerprint and self._folder.fingerprint != self._hint.fingerprint:
            return translate("workspace", "The images have changed since the project was saved: there are as many, but "
                             "names or pixels of some are others.")
        return ""


@dataclass(frozen=True, slots=True)
class ProjectSaved:
    """A project that is on disk; the result of a `SaveProjectJob`."""

    path: Path
    contents: ProjectContents


class SaveProjectJob:
    """Save a project, with a backup of the file as it was: `ProjectSaved`.

    Parameters
    ----------
    folder : the images that are open; None leaves the hint as it is
    packed_in : the file that the contents' runs are in
    """

    def __init__(self, path: Path, contents: ProjectContents, folder: ImageFolder | None,
                 runs_to_pack: tuple[RunToPack, ...] = (), packed_in: Path | None = None) -> None:
        self._path, self._contents, self._folder = path, contents, folder
        self._runs_to_pack, self._packed_in = runs_to_pack, packed_in
        self.title = translate("workspace", "Saving {name}", name=path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Save and yield what is in the file."""
        contents = self._contents
        if self._folder is not None:
            # Until every file is decoded, the fingerprint is of the times they were written, which a copy changes.
            known = self._folder.fingerprint if self._folder.is_checked else ""
            hint = hint_to(self._folder.root, self._path.absolute(), fingerprint=known, images=self._folder.used)
            contents = replace(contents, folder=sealed(hint))
        saved = yield from told(partial(save_project, self._path, contents, runs_to_pack=self._runs_to_pack,
                                        packed_in=self._packed_in, should_stop=should_stop))
        yield ProjectSaved(self._path, saved)


@dataclass(frozen=True, slots=True)
class RunsUnpacked:
    """Runs that were taken over; the result of an `UnpackRunsJob`."""

    count: int
    problems: tuple[str, ...]


class UnpackRunsJob:
    """Take runs out of a project file: `RunsUnpacked`; one that is damaged keeps no other back."""

    def __init__(self, path: Path, runs: tuple[PackedRun, ...], directory: Path) -> None:
        self._path, self._runs, self._directory = path, runs, directory
        self.title = translate("workspace", "Taking runs over from {name}", name=path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Unpack one after the other."""
        problems = []
        for run in self._runs:
            try:
                yield from told(partial(unpack_run, self._path, run.run_id, self._directory, should_stop=should_stop))
            except CNNStudioError as error:
                problems.append(str(error))
        yield RunsUnpacked(len(self._runs) - len(problems), tuple(problems))


@dataclass(frozen=True, slots=True)
class RunOffer:
    """A run that may go into a project file, with the bytes it adds by how much of it goes in."""

    summary: RunSummary
    sizes: dict[Packing, int]


@dataclass(frozen=True, slots=True)
class RunOffers:
    """The runs on some images; the result of a `RunOffersJob`."""

    runs: tuple[RunOffer, ...]


class RunOffersJob:
    """List the sound runs on the images in ``folder`` with their sizes: `RunOffers`; the newest first."""

    def __init__(self, directory: Path, folder: Path | None) -> None:
        self._directory, self._folder = directory, folder
        self.title = translate("workspace", "Reading the runs")

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Measure and yield them."""
        offers = []
        for summary in list_runs(self._directory):
            if should_stop():
                break
            if summary.is_sound and self._folder is not None and Path(summary.folder) == self._folder:
                offers += _offer(summary)
        yield RunOffers(tuple(offers))


def _offer(summary: RunSummary) -> list[RunOffer]:
    try:
        sizes: dict[Packing, int] = {packing: size_of_run(summary.path, packing)
                                     for packing in ("results", "weights", "everything")}
    except CNNStudioError:
        return []
    return [RunOffer(summary, sizes)]


@dataclass(frozen=True, slots=True)
class RecoveriesFound:
    """What windows that died had not saved; the result of a `FindRecoveriesJob`."""

    recoveries: tuple[Recovery, ...]


class FindRecoveriesJob:
    """Look for what a crash left: `RecoveriesFound`."""

    def __init__(self) -> None:
        self.title = translate("workspace", "Looking for changes that were not saved")

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - a moment
        """Look and yield."""
        yield RecoveriesFound(tuple(one for one in recoverable() if one.contents is not None))


class DeclineJob:
    """Put what could be recovered into the bin, where it stays for a week."""

    def __init__(self, recoveries: tuple[Recovery, ...]) -> None:
        self._recoveries = recoveries
        self.title = translate("workspace", "Putting changes aside")

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - a moment
        """Move the journals."""
        for recovery in self._recoveries:
            decline(recovery)
        yield RecoveriesFound(())


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup of a project and what is in it; ``contents`` is None where it cannot be read."""

    backup: backups.Backup
    contents: ProjectContents | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class BackupsListed:
    """The backups of a project file, the newest first; the result of a `ListBackupsJob`."""

    rows: tuple[BackupRow, ...]


class ListBackupsJob:
    """Read the backups of a project file: `BackupsListed`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.title = translate("workspace", "Reading the backups of {name}", name=path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Read one after the other."""
        rows = []
        for backup in backups.backups_of(self._path):
            if should_stop():
                break
            rows.append(_row(backup))
        yield BackupsListed(tuple(rows))


def _row(backup: backups.Backup) -> BackupRow:
    try:
        return BackupRow(backup, read_project(backup.path))
    except CNNStudioError as error:
        return BackupRow(backup, None, str(error))


@dataclass(frozen=True, slots=True)
class BackupRestored:
    """A project file that is as it was; the result of a `RestoreBackupJob`."""

    path: Path


class RestoreBackupJob:
    """Bring a backup back: `BackupRestored`; the present file becomes a backup itself."""

    def __init__(self, backup: Path, path: Path) -> None:
        self._backup, self._path = backup, path
        self.title = translate("workspace", "Bringing a backup of {name} back", name=path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - half a restore would be none
        """Copy and yield."""
        backups.restore(self._backup, self._path)
        yield BackupRestored(self._path)


def told(work: Callable[..., Result]) -> Generator[object, None, Result]:
    """Do work that reports its share by a function, in a thread of its own, and yield its progress; return its result.

    Parameters
    ----------
    work : called with ``progress``, which takes a share from 0 to 1; what it raises is raised here
    """
    shares: SimpleQueue[float] = SimpleQueue()
    results: list[Result] = []
    errors: list[BaseException] = []
    thread = Thread(target=_work, args=(work, shares, results, errors), name="cnnstudio-project")
    thread.start()
    while thread.is_alive():
        try:
            yield Progress(round(_PARTS * shares.get(timeout=_ASK_S)), _PARTS, "")
        except Empty:
            continue
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def _work(work: Callable[..., Result], shares: "SimpleQueue[float]", results: list[Result],
          errors: list[BaseException]) -> None:
    try:
        results.append(work(progress=shares.put))
    except BaseException as error:  # noqa: BLE001 - it is raised where somebody waits for it
        errors.append(error)
