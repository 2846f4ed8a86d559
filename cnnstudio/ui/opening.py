"""Opens image folders and samples: a job looks through the files and tells what it found."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cnnstudio.ui.workers import JobRunner, LazyJob
from cnnstudio.workspace.jobs import Job, Progress

SCAN_SLOT = "scan"


class FolderOpener(QObject):
    """Starts the scan in a thread and reports; whoever listens takes the result."""

    scanned = Signal(object)
    """A `cnnstudio.workspace.scan_job.ScanFinished`."""
    progressed = Signal(str, int, int)
    """What is being done, done, total; an empty text at the end."""
    failed = Signal(str, str)

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._title = ""

    def open_folder(self, path: Path) -> None:
        """Look through ``path`` in the background."""
        title = self.tr("Looking through {name}").format(name=path.name or path)
        self._start(LazyJob(title, lambda: _scan_job(path.absolute())))

    def open_sample(self, name: str) -> None:
        """Unpack a sample where need be and look through it in the background."""
        title = self.tr("Opening the sample {name}").format(name=name)
        self._start(LazyJob(title, lambda: _sample_job(name)))

    def _start(self, job: LazyJob) -> None:
        self._title = job.title
        self.progressed.emit(self._title, 0, 0)
        self._jobs.start(job, slot=SCAN_SLOT, on_event=self._on_event, on_finished=self._on_end,
                         on_failed=self._on_failed, on_cancelled=self._on_end)

    def _on_event(self, event: object) -> None:
        if isinstance(event, Progress):
            self.progressed.emit(f"{self._title}: {event.text}", event.done, event.total)
        elif _is_last(event):
            self.scanned.emit(event)

    def _on_end(self) -> None:
        self.progressed.emit("", 0, 0)

    def _on_failed(self, message: str, details: str) -> None:
        self._on_end()
        if not details:  # a fault of the program is shown by the runner
            self.failed.emit(message, details)


def _is_last(event: object) -> bool:
    from cnnstudio.workspace.scan_job import ScanFinished

    return isinstance(event, ScanFinished)


def _scan_job(path: Path) -> Job:
    from cnnstudio.workspace.scan_job import ScanJob

    return ScanJob(path)


def _sample_job(name: str) -> Job:
    from cnnstudio.workspace.scan_job import SampleJob

    return SampleJob(name)
