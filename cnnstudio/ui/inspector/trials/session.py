"""The changes made to the image on show, and the jobs that ask about them; only the newest answer counts."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from cnnstudio.explain.trials.areas import hottest
from cnnstudio.explain.trials.edits import Edit, EditStack, Erase, Patch, cut
from cnnstudio.ui.inspector.tabs import is_same

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.trial_job import TrialReady

SLOT = "trial"
Image = Path | np.ndarray | None


class TrialSession(QObject):
    """Keeps what was changed; every change starts a job."""

    answered = Signal(object)
    """The `TrialReady` of the newest changes."""
    failed = Signal(str)
    changed = Signal()
    """Other changes than before: what can be undone may be another."""

    def __init__(self, jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.run_path: Path | None = None
        """The run that is asked."""
        self._image: Image = None
        self.stack = EditStack()
        """The changes that are kept."""
        self.ready: TrialReady | None = None
        """The newest answer about the image on show."""
        self.course: dict[int, np.ndarray] = {}
        """Number of kept changes -> the probabilities (K,) then; changes that followed at once may be missing."""
        self._hot: Erase | None = None
        """The last change, when the slider of the hottest part made it."""
        self._asked = self.stack
        """The changes of the newest question; others than those kept while a mark is under way."""

    # what is looked at

    def look_at(self, run_path: Path | None, image: Image) -> None:
        """Begin afresh with an image; the same one again keeps its changes."""
        if run_path == self.run_path and is_same(image, self._image):
            return
        self.run_path, self._image = run_path, image
        self.stack, self.ready, self._hot, self.course = EditStack(), None, None, {}
        self._jobs.cancel(SLOT)
        self.changed.emit()
        self._ask(self.stack)

    @property
    def original(self) -> np.ndarray | None:
        """What the network is given of the image, (h, w, C); None before the first answer."""
        return None if self.ready is None else self.ready.original

    # changes

    def preview(self, edit: Edit) -> None:
        """Ask about one more change that is not kept yet."""
        self._ask(self.stack.with_edit(edit))

    def add(self, edit: Edit) -> None:
        """Keep one more change."""
        self._hot = None
        self._keep(self.stack.with_edit(edit))

    def preview_hottest(self, share: float, fill: str) -> None:
        """Ask about erasing the hottest pixels, in place of those the slider erased before."""
        self._ask(self._with_hottest(share, fill)[0])

    def erase_hottest(self, share: float, fill: str) -> None:
        """Erase the hottest pixels, in place of those the slider erased before."""
        stack, edit = self._with_hottest(share, fill)
        self._hot = edit
        self._keep(stack)

    def _with_hottest(self, share: float, fill: str) -> tuple[EditStack, Erase | None]:
        base = self.stack
        if self._hot is not None and base.done and base.done[-1] is self._hot:
            base = EditStack(base.done[:-1])
        if self.ready is None or self.ready.raw is None or self.original is None:
            return base, None
        mask = hottest(self.ready.raw, share, *self.original.shape[:2])
        if not mask.any():
            return base, None
        edit = Erase(mask, fill, seed=len(base.done))
        return base.with_edit(edit), edit

    def undo(self) -> None:
        """Take the last change back."""
        self._keep(self.stack.undo())

    def redo(self) -> None:
        """Make it again."""
        self._keep(self.stack.redo())

    def reset(self) -> None:
        """Take all changes back; they can be made again."""
        stack = self.stack
        while stack.done:
            stack = stack.undo()
        self._keep(stack)

    def refill(self, fill: str) -> None:
        """Fill the part that was erased last with something else."""
        last = self.stack.done[-1] if self.stack.done else None
        if isinstance(last, Erase) and last.fill != fill:
            edit = Erase(last.mask, fill, last.seed)
            self._hot = edit if last is self._hot else None
            self._keep(EditStack(self.stack.done[:-1]).with_edit(edit))

    def copied(self) -> Patch | None:
        """Return the part that was changed, as it was before."""
        if self.original is None or not self.stack.done:
            return None
        name = self._image.name if isinstance(self._image, Path) else ""
        return cut(self.original, self.stack.area(*self.original.shape[:2]), name)

    def _keep(self, stack: EditStack) -> None:
        if stack is not self.stack:
            self.stack = stack
            self.changed.emit()
        self._ask(stack)

    # answers

    def _ask(self, stack: EditStack) -> None:
        self._asked = stack
        if self.run_path is None or self._image is None:
            return
        from cnnstudio.workspace.trial_job import TrialJob

        self._jobs.start(TrialJob(self.run_path, self._image, stack), slot=SLOT, on_event=self._on_event,
                         on_failed=self._on_failed, quiet=True)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.trial_job import TrialReady

        if isinstance(event, TrialReady) and self._image is not None:
            self.ready = event
            if self._asked is self.stack:
                count = len(self.stack.done)
                self.course = {known: found for known, found in self.course.items() if known < count}
                self.course[count] = event.after
            self.answered.emit(event)

    def _on_failed(self, message: str, _details: str) -> None:
        self.ready = None
        self.failed.emit(message)
