"""Works out in a thread what there is to know about the open folder; an answer that comes too late is dropped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from cnnstudio.ui.workers import JobRunner, LazyJob
from cnnstudio.workspace.jobs import Job, ShouldStop

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.config import PreprocessConfig
    from cnnstudio.data.curation.decisions import Curation
    from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
    from cnnstudio.data.health.checks import Finding
    from cnnstudio.data.health.distributions import Distributions
    from cnnstudio.data.split import Splits
    from cnnstudio.workspace.remedies import RemedyStep

SLOT = "health"


@dataclass(frozen=True, slots=True, eq=False)
class HealthSubject:
    """What is looked at."""

    folder: "ImageFolder"
    splits: "Splits | None"
    preprocess: "PreprocessConfig"
    curation: "Curation"
    group_pattern: str = ""
    steps: "tuple[RemedyStep, ...]" = ()
    """Remedies chosen so far; the answer says which of them hold."""


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """What the charts count, by image, so that a click on a bar finds its images at once.

    Attributes
    ----------
    rows : (N,) places in the scan
    widths, heights : (N,) pixels, NaN where not known
    brightness : (N,) mean luma, 0 to 1, NaN where not measured
    """

    rows: "NDArray[np.int64]"
    widths: "NDArray[np.float64]"
    heights: "NDArray[np.float64]"
    brightness: "NDArray[np.float64]"

    @classmethod
    def of(cls, folder: "ImageFolder") -> "Figures":
        """Collect the figures of a folder's images."""
        files = folder.files
        is_scan = folder.scanned is None
        rows = np.arange(len(files)) if is_scan else np.array([file.row for file in files], np.int64)
        return cls(rows, _column(files, lambda file: file.width or np.nan),
                   _column(files, lambda file: file.height or np.nan),
                   _column(files, lambda file: file.measures.brightness if file.measures is not None else np.nan))


def _column(files: "tuple[ImageFile, ...]", value: "Callable[[ImageFile], float]") -> "NDArray[np.float64]":
    return np.fromiter(map(value, files), np.float64, len(files))


@dataclass(frozen=True, slots=True, eq=False)
class HealthFacts:
    """What is known about a `HealthSubject`."""

    subject: HealthSubject
    findings: "tuple[Finding, ...]"
    """The gravest first."""
    distributions: "Distributions"
    figures: Figures
    steps: "tuple[RemedyStep, ...]"
    """The chosen remedies that are in force."""


class HealthLoader(QObject):
    """Asks for the facts; the newest question wins."""

    loaded = Signal(object)
    """`HealthFacts` of the newest subject."""

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._subject: HealthSubject | None = None

    @property
    def is_loading(self) -> bool:
        """Whether an answer is awaited."""
        return self._subject is not None

    def load(self, subject: HealthSubject) -> None:
        """Work out the facts of ``subject``."""
        self._subject = subject
        self._jobs.start(LazyJob(self.tr("Looking for problems in the images"), lambda: _job(subject)), slot=SLOT,
                         on_event=self._on_loaded, quiet=True)

    def clear(self) -> None:
        """Wait for no answer any more."""
        self._subject = None

    def _on_loaded(self, facts: HealthFacts) -> None:
        if facts.subject is self._subject:
            self._subject = None
            self.loaded.emit(facts)


class _FactsJob:
    """Run a `HealthJob` and add what the page needs besides."""

    title = "Looking for problems in the images"

    def __init__(self, subject: HealthSubject) -> None:
        self._subject = subject

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Yield `HealthFacts`."""
        from cnnstudio.workspace.health_job import HealthJob, HealthReady

        subject = self._subject
        for event in HealthJob(subject.folder, subject.splits, subject.preprocess).run(should_stop):
            if isinstance(event, HealthReady):
                steps = tuple(step for step in subject.steps
                              if step.is_in_force(subject.curation, subject.group_pattern))
                yield HealthFacts(subject, event.findings, event.distributions, Figures.of(subject.folder), steps)


def _job(subject: HealthSubject) -> Job:
    return _FactsJob(subject)
