"""Opens image folders and samples: a job looks through the files and tells what it found, piece by piece."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.ui.workers import JobRunner, LazyJob
from cnnstudio.workspace.jobs import Job, Progress

if TYPE_CHECKING:
    from cnnstudio.data.config import SplitConfig
    from cnnstudio.data.listing.scan_options import ScanOptions

SCAN_SLOT = "scan"


class FolderOpener(QObject):
    """Starts the scan in a thread and reports; whoever listens takes the result."""

    began = Signal(object)
    """The folder that is being looked through; None: a sample."""
    first_images = Signal(object)
    """A `cnnstudio.workspace.scan_job.FirstImages`."""
    listed = Signal(object)
    """A `FolderListed`: everything can be shown, nothing trained yet."""
    scanned = Signal(object)
    """A `ScanFinished`."""
    unclear = Signal(object)
    """A `LayoutUnclear`: the user has to say how the folder is to be read."""
    progressed = Signal(str, int, int)
    """What is being done, done, total; an empty text at the end."""
    failed = Signal(object, str)
    """The folder (None: a sample) and the sentence."""
    stopped = Signal()
    """The user cancelled."""

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._title = ""
        self._root: Path | None = None

    def open_folder(self, path: Path, options: "ScanOptions | None" = None,
                    split_config: "SplitConfig | None" = None) -> None:
        """Look through ``path`` in the background."""
        root = path.absolute()
        title = self.tr("Looking through {name}").format(name=path.name or path)
        self._start(LazyJob(title, lambda: _scan_job(root, options, split_config)), root)

    def open_sample(self, name: str) -> None:
        """Unpack a sample where need be and look through it in the background."""
        title = self.tr("Opening the sample {name}").format(name=name)
        self._start(LazyJob(title, lambda: _sample_job(name)), None)

    def cancel(self) -> None:
        """Stop looking; what is listed already stays open."""
        self._jobs.cancel(SCAN_SLOT)

    def _start(self, job: LazyJob, root: Path | None) -> None:
        self._title, self._root = job.title, root
        self.progressed.emit(self._title, 0, 0)
        self._jobs.start(job, slot=SCAN_SLOT, on_event=self._on_event, on_finished=self._on_end,
                         on_failed=self._on_failed, on_cancelled=self._on_cancelled, in_turns=True)
        self.began.emit(root)

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(f"{self._title}: {event.text}", event.done, event.total)
            return
        tell = self._tellers().get(type(event).__name__)
        if tell is not None:
            tell(event)

    def _tellers(self) -> dict[str, Callable[[object], None]]:
        """Return what tells of each kind of event; by name, for the job's module is loaded in its thread."""
        return {"FirstImages": self.first_images.emit, "FolderListed": self.listed.emit,
                "ScanFinished": self.scanned.emit, "LayoutUnclear": self.unclear.emit}

    def _on_end(self) -> None:
        self.progressed.emit("", 0, 0)

    def _on_cancelled(self) -> None:
        self._on_end()
        self.stopped.emit()

    def _on_failed(self, message: str, details: str) -> None:
        self._on_end()
        if details:  # a fault of the program is shown by the runner
            self.stopped.emit()
        else:
            self.failed.emit(self._root, message)


def _scan_job(path: Path, options: "ScanOptions | None", split_config: "SplitConfig | None") -> Job:
    from cnnstudio.data.config import SplitConfig
    from cnnstudio.data.listing.scan_options import ScanOptions
    from cnnstudio.workspace.scan_job import ScanJob

    return ScanJob(path, options or ScanOptions(), split_config or SplitConfig())


def _sample_job(name: str) -> Job:
    from cnnstudio.workspace.scan_job import SampleJob

    return SampleJob(name)
