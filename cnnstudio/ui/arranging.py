"""Puts decisions about images into force: at once for small folders, in a thread for large ones, each an undo step."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.errors import CNNStudioError
from cnnstudio.ui.undo import EditCommand
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.arrangement import Arrangement, arrange
from cnnstudio.workspace.curation_edits import SetCuration
from cnnstudio.workspace.curation_store import finish_saving, save_curation_later, saving_problem
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace

ARRANGE_SLOT = "arrange"
AT_ONCE = 1000
"""Folders with more images are arranged in a thread."""

SAVED_AFTER_MS = 2000
"""So long after a change it should be on disk."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the user's: a change of the decisions, and what it is called."""

    label: str
    """For the undo button: ``"Leave out 12 images"``."""
    said: str
    """What is said afterwards: ``"12 images left out"``."""
    apply: Callable[[Curation], Curation]
    """May be called in a thread."""


@dataclass(frozen=True, slots=True, eq=False)
class _Arranged:
    """What a job made of the changes."""

    base: Curation
    """Before the first change."""
    curations: tuple[Curation, ...]
    """After each change."""
    arrangement: Arrangement


class _ChangeJob:
    """Apply changes to decisions, and arrange the images by the last."""

    title = "Arranging the images"

    def __init__(self, scanned: ImageFolder, curation: Curation, changes: Sequence[Change],
                 config: SplitConfig) -> None:
        self._scanned, self._curation, self._changes, self._config = scanned, curation, tuple(changes), config

    def run(self, should_stop: ShouldStop) -> Iterator[_Arranged]:  # noqa: ARG002 - a second at most
        """Change, arrange and yield the result."""
        curations, last = [], self._curation
        for change in self._changes:
            last = change.apply(last)
            curations.append(last)
        arrangement = arrange(self._scanned, last, self._config)
        yield _Arranged(self._curation, (*curations[:-1], arrangement.curation) if curations else (), arrangement)


class Arranger(QObject):
    """Changes the decisions about the workspace's images; stands in for `Workspace.rearrange`.

    Changes made while an earlier one is still being worked out are collected, so that none is lost.
    """

    changed = Signal(str)
    """What was done, in words; it can be undone."""
    failed = Signal(str)

    def __init__(self, workspace: "Workspace", jobs: JobRunner, stack: QUndoStack,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._jobs, self.stack = workspace, jobs, stack
        self._base = workspace.curation
        self._config = workspace.split_config
        self._changes: list[Change] = []
        self._is_finished = False
        workspace.rearrange = self.rearrange

    @property
    def is_busy(self) -> bool:
        """Whether decisions are being worked out in a thread."""
        return self._jobs.is_running(ARRANGE_SLOT)

    def change(self, change: Change) -> None:
        """Take a step and put it on the undo stack; errors are told by `failed`."""
        if not self.is_busy:
            self._base, self._config, self._changes = self._workspace.curation, self._workspace.split_config, []
        self._changes.append(change)
        try:
            self._start()
        except CNNStudioError as error:
            self._on_failed(str(error), "")

    def rearrange(self, curation: Curation, config: SplitConfig) -> None:
        """Put decisions and shares into force.

        Raises
        ------
        ImageFolderError
            At once, for a small folder, when the images cannot be arranged so; nothing has changed then.
        """
        if not self.is_busy or curation != self._base:  # undo, redo: what was not in force yet is overtaken
            self._base, self._changes = curation, []
        self._config = config
        self._start()

    def _start(self) -> None:
        scanned = self._workspace.scanned
        if scanned is None:
            return
        job = _ChangeJob(scanned, self._base, self._changes, self._config)
        if len(scanned.files) <= AT_ONCE:
            for event in job.run(_never):
                self._on_arranged(event)
        else:
            self._jobs.start(job, slot=ARRANGE_SLOT, on_event=self._on_arranged, on_failed=self._on_failed)

    def _on_arranged(self, event: object) -> None:
        scanned = self._workspace.scanned
        if not isinstance(event, _Arranged) or scanned is None or scanned.root != event.arrangement.folder.root:
            return
        if self._is_finished:
            return
        if scanned is not event.arrangement.folder.origin or event.base is not self._base:
            self._start()  # looked through once more meanwhile, or undone
            return
        before, count = self._base, len(event.curations)
        changes, self._changes = self._changes[:count], self._changes[count:]
        self._base = event.arrangement.curation
        self._workspace.set_arrangement(event.arrangement)
        QTimer.singleShot(SAVED_AFTER_MS, self, self.tell_saving_problem)
        for change, after in zip(changes, event.curations, strict=True):
            if after != before:
                edit = SetCuration(before, after, change.label, scanned.root)
                self.stack.push(EditCommand(self._workspace, edit))
                self.changed.emit(change.said)
            before = after
        if self._changes:  # the job that had these too was cancelled before it began
            self._start()

    def finish(self) -> None:
        """Return when all decisions are on disk, also those that are still being worked out; the window is closing."""
        self._is_finished = True
        scanned = self._workspace.scanned
        if self.is_busy and scanned is not None:
            job = _ChangeJob(scanned, self._base, self._changes, self._config)
            with suppress(CNNStudioError):  # the images cannot be arranged so: it would not have come into force
                for event in job.run(_never):
                    save_curation_later(scanned.root, event.arrangement.curation)
        finish_saving()

    def tell_saving_problem(self) -> None:
        """Say by `failed` when the newest decisions could not be saved."""
        problem = saving_problem()
        if problem:
            self.failed.emit(problem)

    def _on_failed(self, message: str, details: str) -> None:
        self._changes = []
        if not details:
            self.failed.emit(message)


def _never() -> bool:
    return False
