"""Looks for doubtful labels with the run that is open, for pages that do not know each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio import paths
from cnnstudio.ui.workers import JobRunner, LazyJob
from cnnstudio.workspace.jobs import Job, ShouldStop
from cnnstudio.workspace.label_decisions import Reviewed, with_own_classes

if TYPE_CHECKING:
    from cnnstudio.data.folder.image_folder import ImageFolder
    from cnnstudio.workspace.label_review_job import LabelsReviewed
    from cnnstudio.workspace.workspace import Workspace

SLOT = "label review"


class ReviewState(Enum):
    """Where the search for doubtful labels is."""

    IMPOSSIBLE = "impossible"
    """There is no run, or no checked folder."""
    POSSIBLE = "possible"
    RUNNING = "running"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, eq=False)
class ReviewFound:
    """What came of the search."""

    result: "LabelsReviewed"
    labels: tuple[Reviewed, ...]
    """The most doubtful first."""


class LabelReviews(QObject):
    """Keeps what was found until another folder or run is open; decisions about it are in the curation."""

    changed = Signal()
    opened = Signal()
    """The user wants to go through the labels."""
    training_requested = Signal()

    def __init__(self, workspace: "Workspace", jobs: JobRunner) -> None:
        super().__init__(jobs)
        self.workspace, self._jobs = workspace, jobs
        self.state = ReviewState.IMPOSSIBLE
        self.found: ReviewFound | None = None
        self.failure = ""
        self.is_wanted = False
        """Whether the review is to be shown as soon as there is a page that can."""
        self._about: tuple[object, object] = (None, None)
        workspace.runs.opened.connect(self._on_other)
        workspace.folder_changed.connect(self._on_other)
        self._on_other()

    @property
    def labels(self) -> tuple[Reviewed, ...]:
        """The doubtful labels, the most doubtful first."""
        return self.found.labels if self.found is not None else ()

    @property
    def decided(self) -> int:
        """About how many of them the user has decided."""
        return sum(one.verdict(self.workspace.curation) != "open" for one in self.labels)

    def _on_other(self) -> None:
        workspace = self.workspace
        folder, run = workspace.folder, workspace.runs.current
        is_possible = folder is not None and folder.is_checked and run is not None
        about = (folder.root, run.path) if folder is not None and run is not None and is_possible else (None, None)
        if about != self._about:
            self._about, self.found, self.is_wanted = about, None, False
            self._jobs.cancel(SLOT)
            self._set_state(ReviewState.POSSIBLE if is_possible else ReviewState.IMPOSSIBLE)

    def _set_state(self, state: ReviewState, failure: str = "") -> None:
        self.state, self.failure = state, failure
        self.changed.emit()

    def start(self) -> None:
        """Look for doubtful labels with the run that is open."""
        workspace = self.workspace
        folder, run = workspace.folder, workspace.runs.current
        if folder is None or run is None or self.state is ReviewState.IMPOSSIBLE:
            return
        confirmed = frozenset(name for name, one in workspace.curation.decisions.items() if one.confirmed)
        path, threads = run.path, workspace.train_config.threads
        self._set_state(ReviewState.RUNNING)
        self._jobs.start(LazyJob(self.tr("Looking for doubtful labels"),
                                 lambda: _ReviewJob(path, folder, confirmed, threads)),
                         slot=SLOT, on_event=self._on_event, on_failed=self._on_failed, on_cancelled=self._on_cancelled)

    def cancel(self) -> None:
        """Stop looking."""
        self._jobs.cancel(SLOT)

    def open(self) -> None:
        """Ask for the review to be shown."""
        self.is_wanted = True
        self.opened.emit()

    def request_training(self) -> None:
        """Ask for a training with the labels as they are now."""
        self.training_requested.emit()

    def _on_event(self, event: object) -> None:
        if isinstance(event, ReviewFound):
            self.found = event
            self._set_state(ReviewState.READY)

    def _on_failed(self, message: str, _details: str) -> None:
        self._set_state(ReviewState.FAILED, message)

    def _on_cancelled(self) -> None:
        if self.state is ReviewState.RUNNING:
            self._set_state(ReviewState.POSSIBLE)


class _ReviewJob:
    """Run a `LabelReviewJob` and look up the classes that the folder itself gives."""

    title = "Looking for doubtful labels"

    def __init__(self, run_path: Path, folder: "ImageFolder", confirmed: frozenset[str], threads: int) -> None:
        self._run_path, self._folder, self._confirmed, self._threads = run_path, folder, confirmed, threads

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Yield `Progress` ..., then `ReviewFound`."""
        from cnnstudio.workspace.label_review_job import LabelReviewJob, LabelsReviewed

        job: Job = LabelReviewJob(self._run_path, self._folder, self._confirmed, cache_directory=paths.cache_dir(),
                                  threads=self._threads)
        for event in job.run(should_stop):
            if isinstance(event, LabelsReviewed):
                origin = self._folder.origin
                wanted = {one.relative for one in event.doubtful}
                own = {file.relative: origin.class_names[file.class_index] for file in origin.files
                       if file.relative in wanted}
                yield ReviewFound(event, with_own_classes(event.doubtful, own))
            else:
                yield event


def label_reviews(workspace: "Workspace", jobs: JobRunner) -> LabelReviews:
    """Return the one search of a workspace; it lives as long as ``jobs``."""
    for child in jobs.findChildren(LabelReviews):
        if child.workspace is workspace:
            return child
    return LabelReviews(workspace, jobs)
