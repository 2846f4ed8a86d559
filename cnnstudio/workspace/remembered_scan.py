"""Lists and checks a folder with the help of what is remembered of it, as events of a job."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cnnstudio import paths
from cnnstudio.data.folder.difference import FolderDifference, compare
from cnnstudio.data.folder.image_folder import ImageFolder, check_images, list_images
from cnnstudio.data.folder.memory import ScanMemory, recollect, remember
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import ImageFolderError, StorageError
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import COMPARING, Progress, ShouldStop
from cnnstudio.workspace.progress import Emit, OnProgress, Outcome, report_events


@dataclass(frozen=True, slots=True)
class FirstImages:
    """Images met first, while a large folder is still being listed: something to look at."""

    paths: tuple[Path, ...]
    found: int
    """How many files have been met by now."""


def memories_directory() -> Path:
    """Return where the memories of folders lie."""
    return paths.cache_dir() / "scans"


class RememberedScan:
    """One scan of ``root``: first `list_events`, then `check_events`.

    Parameters
    ----------
    fresh
        Decode every file, whatever is remembered; it is remembered afterwards all the same.
    """

    def __init__(self, root: Path, options: ScanOptions, should_stop: ShouldStop, *, fresh: bool = False) -> None:
        self._root, self._options, self._should_stop, self._fresh = root, options, should_stop, fresh
        self._memory: ScanMemory | None = None
        self._difference: FolderDifference | None = None

    @property
    def difference(self) -> FolderDifference | None:
        """What changed since the folder was last checked; None when it never was, and before this check."""
        return self._difference

    def list_events(self, outcome: Outcome[ImageFolder]) -> Iterator[object]:
        """List the folder into ``outcome``: `Progress` ... and perhaps `FirstImages`.

        A layout the user chose earlier is taken again, as long as the folder can still be read that way.
        """
        yield from report_events(self._list, translate(
            "workspace", "listing files"), self._should_stop, outcome, may_leave=True)

    def check_events(self, folder: ImageFolder, outcome: Outcome[ImageFolder]) -> Iterator[object]:
        """Check a listed folder into ``outcome``: `Progress` ...; what is found is remembered."""
        yield from report_events(lambda stop, on_progress, emit: self._check(folder, stop, on_progress, emit),
                                 translate("workspace", "checking images"), self._should_stop, outcome, may_leave=True)

    def _compare(self, folder: ImageFolder) -> FolderDifference | None:
        memory = self._memory
        if memory is None:
            return None
        if memory.is_of(folder):
            return FolderDifference(memory.since)
        return compare(memory.past(), folder, memory.since, same_layout=memory.layout == folder.layout)

    def _list(self, stop: ShouldStop, on_progress: OnProgress, emit: Emit) -> ImageFolder:
        def listed(options: ScanOptions) -> ImageFolder:
            self._options = options
            return list_images(self._root, options, should_stop=stop, on_progress=on_progress,
                               on_first=lambda found, seen: emit(FirstImages(found, seen)))

        self._memory = recollect(self._root, memories_directory())
        options = self._options
        if options.layout == "auto" and self._memory is not None and self._memory.options.layout != "auto":
            chosen = self._memory.options
            with contextlib.suppress(ImageFolderError):
                return listed(replace(options, layout=chosen.layout, csv_file=chosen.csv_file,
                                      name_pattern=chosen.name_pattern))
        return listed(options)

    def _check(self, folder: ImageFolder, stop: ShouldStop, on_progress: OnProgress, emit: Emit) -> ImageFolder:
        memory = self._memory if not self._fresh else None
        checked = check_images(folder, self._options, memory=memory, should_stop=stop, on_progress=on_progress,
                               on_compared=lambda done, total: emit(Progress(done, total, COMPARING)))
        self._difference = self._compare(checked)
        stop_if_asked(stop)
        with contextlib.suppress(StorageError):  # a full disk costs time the next time, nothing else
            remember(checked, self._options, memories_directory())
        return checked
