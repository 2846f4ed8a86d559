"""Makes what the Data page shows of an arrangement: at once for small folders, in a thread for large ones."""

import gc
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.ui.arranging import AT_ONCE
from cnnstudio.ui.data.contents import FolderContents, ImageSet
from cnnstudio.ui.data.image_sets import SetsJob, image_sets
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.jobs import Job, ShouldStop

if TYPE_CHECKING:
    from cnnstudio.data.curation.decisions import Curation
    from cnnstudio.data.folder.difference import FolderDifference
    from cnnstudio.data.folder.image_folder import ImageFolder
    from cnnstudio.data.health.checks import Finding
    from cnnstudio.data.split import Splits

CONTENTS_SLOT, SETS_SLOT = "contents", "image sets"


class _ContentsJob:
    """Make the columns of a folder."""

    title = "Arranging the images"

    def __init__(self, folder: "ImageFolder", splits: "Splits", curation: "Curation",
                 before: FolderContents | None) -> None:
        self._arguments = (folder, splits, curation, before)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - a second at most
        """Yield `FolderContents`."""
        yield FolderContents(*self._arguments)


class ContentsLoader(QObject):
    """Follows the workspace; the newest arrangement wins."""

    loaded = Signal(object)
    """The `FolderContents` of the newest arrangement."""
    sets_loaded = Signal(object)
    """A tuple of `ImageSet`, of the contents loaded last."""

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.contents: FolderContents | None = None
        self._wanted: tuple[ImageFolder, Splits] | None = None
        self._findings: Sequence[Finding] = ()
        self._difference: FolderDifference | None = None

    def load(self, folder: "ImageFolder", splits: "Splits", curation: "Curation") -> None:
        """Make the contents of an arrangement, unless they are shown or being made already."""
        if self._wanted is not None and self._wanted[0] is folder and self._wanted[1] is splits:
            return
        self._wanted = (folder, splits)
        if self.contents is not None and self.contents.folder.root != folder.root:
            self.contents, self._findings, self._difference = None, (), None
        self._run(_ContentsJob(folder, splits, curation, self.contents), CONTENTS_SLOT, folder)

    def clear(self) -> None:
        """Forget everything: no folder is open."""
        self.contents, self._wanted, self._findings, self._difference = None, None, (), None

    def set_findings(self, findings: Sequence["Finding"]) -> None:
        """Offer the images of these findings."""
        self._findings = findings
        self._load_sets()

    def set_difference(self, difference: "FolderDifference | None") -> None:
        """Offer the images that changed."""
        self._difference = difference
        self._load_sets()

    def _load_sets(self) -> None:
        contents = self.contents
        if contents is None:
            return
        if self._is_small(contents.folder):
            self.sets_loaded.emit(image_sets(contents, self._findings, self._difference))
        else:
            self._run(SetsJob(contents, self._findings, self._difference), SETS_SLOT, contents.folder)

    @staticmethod
    def _is_small(folder: "ImageFolder") -> bool:
        return len(folder.origin.files) <= AT_ONCE

    def _run(self, job: Job, slot: str, folder: "ImageFolder") -> None:
        if self._is_small(folder):
            for event in job.run(_never):
                self._on_event(event)
        else:
            self._jobs.start(job, slot=slot, on_event=self._on_event, quiet=True)

    def _on_event(self, event: object) -> None:
        if isinstance(event, FolderContents):
            if self._wanted is None or event.folder is not self._wanted[0] or event.splits is not self._wanted[1]:
                return
            self.contents = event
            if not self._is_small(event.folder):
                gc.freeze()  # or each full collection walks through every image: a third of a second for 100,000
            self.loaded.emit(event)
            self._load_sets()
        elif isinstance(event, tuple) and all(isinstance(one, ImageSet) for one in event):
            self.sets_loaded.emit(event)


def _never() -> bool:
    return False
