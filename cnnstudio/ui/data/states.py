"""What the Data page shows: nothing yet, a folder being opened, a choice to make, a problem, or the images."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.ui.cards import EmptyState
from cnnstudio.ui.data.layout_choice import LayoutChoiceView
from cnnstudio.ui.data.opening_view import OpeningView
from cnnstudio.ui.data.problem_view import ProblemView
from cnnstudio.ui.opening import SCAN_SLOT
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.workspace.scan_job import LayoutUnclear


class FolderStates(QStackedWidget):
    """One view at a time; the body stays what it is while another folder is being opened.

    Parameters
    ----------
    body
        Shows the images of the folder that is open.
    jobs
        Whose scan is followed.
    """

    scan_requested = Signal(object, object)
    """A folder and the `ScanOptions` to look through it with."""
    browse_requested = Signal()
    cancel_requested = Signal()
    welcome_requested = Signal()

    def __init__(self, body: QWidget, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body, self._jobs = body, jobs
        self._has_folder = False
        self._empty = EmptyState(
            "data", self.tr("No images yet"),
            self.tr("Open a folder that has one sub-folder for each class, or start with a sample. "
                    "Dropping a folder on the window works too."),
            self.tr("Choose images"), name="data_empty")
        self.opening, self.choice, self.problem = OpeningView(), LayoutChoiceView(), ProblemView()
        for view in (self._empty, body, self.opening, self.choice, self.problem):
            self.addWidget(view)
        for signal, receiver in (
            (self._empty.action_requested, self.welcome_requested),
            (self.opening.cancel_requested, self.cancel_requested),
            (self.choice.chosen, self._on_chosen), (self.choice.cancelled, self.leave),
            (self.problem.browse_requested, self.browse_requested),
            (self.problem.layout_requested, self._on_layout_requested), (self.problem.back_requested, self.leave),
            (jobs.job_progressed, self._on_job),
        ):
            signal.connect(receiver)

    def set_has_folder(self, *, has_folder: bool) -> None:
        """Say whether there is something to show in the body."""
        self._has_folder = has_folder
        if self.currentWidget() in (self._empty, self._body):
            self.leave()

    def leave(self) -> None:
        """Show the images that are open, or that there are none."""
        is_new = self._has_folder and self.currentWidget() is not self._body
        self.setCurrentWidget(self._body if self._has_folder else self._empty)
        if is_new:
            self._body.setFocus()

    def end_opening(self) -> None:
        """Show the images, unless the user is asked something."""
        if self.currentWidget() in (self.opening, self.problem):
            self.leave()

    def begin_opening(self, root: Path) -> None:
        """Show that another folder is being looked through."""
        self.opening.begin(root.name or str(root))
        self.setCurrentWidget(self.opening)

    def show_first_images(self, paths: Sequence[Path], found: int) -> None:
        """Show the images met first while the rest is listed."""
        self.opening.show_images(paths, found)

    def show_choices(self, event: "LayoutUnclear") -> None:
        """Let the user say how a folder is to be read."""
        self.choice.show_choices(event.root, ScanOptions(), event.choices)
        self.setCurrentWidget(self.choice)

    def ask_layout(self, root: Path) -> None:
        """Let the user read a folder in another way."""
        self.choice.show_choices(root, ScanOptions())
        self.setCurrentWidget(self.choice)

    def show_problem(self, root: Path, text: str) -> None:
        """Say why a folder cannot be opened, and how images are expected to lie."""
        self.problem.show_problem(root, text)
        self.setCurrentWidget(self.problem)

    def _on_layout_requested(self) -> None:
        self.ask_layout(self.problem.root)

    def _on_chosen(self, root: Path, options: ScanOptions) -> None:
        self.begin_opening(root)
        self.scan_requested.emit(root, options)

    def _on_job(self, slot: str) -> None:
        if slot != SCAN_SLOT or self.currentWidget() is not self.opening:
            return
        running = next((job for job in self._jobs.active() if job.slot == SCAN_SLOT), None)
        if running is not None and running.progress is not None and not running.progress.total:
            self.opening.set_found(running.progress.done)
