"""The Data page: filters, thumbnails, settings with a live strip, and the health of the folder."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cnnstudio.data.listing.layouts import layout_words
from cnnstudio.ui.arranging import Arranger
from cnnstudio.ui.data.browser import ImageBrowser
from cnnstudio.ui.data.decision_files import DecisionFiles
from cnnstudio.ui.data.folder_line import FolderLine
from cnnstudio.ui.data.health_panel import HealthPanel
from cnnstudio.ui.data.image_sets import ADDED, CHANGED
from cnnstudio.ui.data.image_words import decided
from cnnstudio.ui.data.label_review import LabelReview
from cnnstudio.ui.data.notice import Notice
from cnnstudio.ui.data.remedy_steps import RemedySteps
from cnnstudio.ui.data.settings_panel import SettingsPanel
from cnnstudio.ui.data.states import FolderStates
from cnnstudio.ui.label_reviews import label_reviews
from cnnstudio.ui.opening import SCAN_SLOT
from cnnstudio.ui.pieces import Pieces
from cnnstudio.ui.review_line import ReviewLine
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.data.folder.difference import FolderDifference
    from cnnstudio.data.health.checks import Finding
    from cnnstudio.workspace.workspace import Workspace

_CLASSES_PX = 232


class DataPage(QWidget):
    """Shows the images of the workspace's folder; the folder on disk is never touched."""

    IN_PIECES = True
    """It can be built piece by piece."""

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)
    scan_requested = Signal(object, object)
    """A folder and the `ScanOptions` to look through it with (None: the usual ones)."""
    browse_requested = Signal()
    cancel_requested = Signal()
    """Stop looking through the folder that is being opened or checked."""

    def __init__(self, workspace: "Workspace", jobs: JobRunner, arranger: Arranger | None = None,
                 parent: QWidget | None = None, *, in_pieces: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("data_page")
        self._workspace, self._jobs = workspace, jobs
        self._arranger = arranger or Arranger(workspace, jobs, QUndoStack(self), self)
        self.pieces = Pieces(self._build())
        if not in_pieces:
            self.pieces.build_rest()

    def _build(self) -> Iterator[None]:
        """Build the parts from the outside to the inside: what a full widget is put into styles all of it anew."""
        workspace, jobs = self._workspace, self._jobs
        body = QWidget(self)
        self.states = FolderStates(body, jobs, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.states)
        left, middle, across = self._divide(body)
        yield
        self.browser = ImageBrowser(jobs, self._arranger, self)
        self.classes, self.model, self.grid = self.browser.classes, self.browser.model, self.browser.grid
        self.grid.empty_text = self.tr("No image passes the filters.")
        for one in (self, body):
            one.setFocusProxy(self.grid)
        yield
        left.addWidget(self.classes)
        self.folder_line = FolderLine()
        self.notice = Notice(self._arranger.stack, self.grid)
        self.files = DecisionFiles(workspace, jobs, self._arranger, self)
        yield
        self._place_browser(middle)
        yield
        self.health = HealthPanel(workspace, jobs, RemedySteps(workspace, self._arranger, self))
        self.reviews = label_reviews(workspace, jobs)
        self.health.list.set_above(ReviewLine(self.reviews))
        middle.addWidget(self.health)
        yield
        self.settings = SettingsPanel(workspace, jobs, in_pieces=True)
        across.addWidget(self.settings)
        while self.settings.pieces.build_next():
            yield
        self.review = LabelReview(self.reviews, self._arranger)
        self.review.hide()
        column.addWidget(self.review)
        yield
        self._connect()
        self._on_arranged()
        if self.reviews.is_wanted:
            self._open_review()

    @staticmethod
    def _divide(body: QWidget) -> tuple[QVBoxLayout, QVBoxLayout, QHBoxLayout]:
        """Return the columns at the left and in the middle, and the row the settings are to be put in."""
        across = QHBoxLayout(body)
        across.setContentsMargins(16, 12, 0, 16)
        across.setSpacing(12)
        frame = QFrame(body)
        frame.setProperty("card", True)
        frame.setFixedWidth(_CLASSES_PX)
        left = QVBoxLayout(frame)
        left.setContentsMargins(0, 0, 0, 0)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        across.addWidget(frame)
        across.addLayout(middle, 1)
        return left, middle, across

    def _place_browser(self, middle: QVBoxLayout) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        middle.addLayout(head)
        head.addWidget(self.browser.title)
        head.addWidget(self.folder_line, 1)
        for widget, stretch in ((self.browser.bar, 0), (self.grid, 1), (self.browser.details, 0)):
            middle.addWidget(widget, stretch)

    def _connect(self) -> None:
        workspace, commands = self._workspace, self.browser.commands
        for signal, receiver in (
            (self.browser.image_selected, workspace.select_image),
            (self.browser.contents_shown, self._on_contents),
            (commands.look_requested, self._go_look), (commands.rescan_requested, self._rescan),
            (self.reviews.opened, self._open_review), (self.review.left, self._close_review),
            (self.review.training_requested, self._train_again),
            (self.health.rescan_requested, self._rescan),
            (self.health.distributions.rows_requested, self.browser.show_rows),
            (self.health.distributions.class_requested, self._on_show_class),
            (self.health.show_requested, self._on_show_finding), (self.health.findings_changed, self._on_findings),
            (self.settings.message_requested, self.message_requested),
            (self._arranger.changed, self.notice.say), (self._arranger.failed, self._on_failed),
            (self.folder_line.layout_requested, self._on_layout_requested),
            (self.folder_line.check_requested, self._rescan),
            (self.folder_line.cancel_requested, self.cancel_requested),
            (self.folder_line.save_requested, self.files.save_decisions),
            (self.folder_line.load_requested, self.files.load_decisions),
            (self.folder_line.take_back_requested, self.files.take_back),
            (self.folder_line.save_list_requested, self.files.save_labels),
            (self.files.message_requested, self.message_requested),
            (self.states.scan_requested, self.scan_requested), (self.states.browse_requested, self.browse_requested),
            (self.states.cancel_requested, self.cancel_requested), (self.states.welcome_requested, self._go_welcome),
            (self._jobs.job_started, self._on_job), (self._jobs.job_progressed, self._on_job),
            (self._jobs.job_ended, self._on_job),
        ):
            signal.connect(receiver)
        for changed in (workspace.folder_changed, workspace.split_changed, workspace.curation_changed):
            changed.connect(self._on_arranged)
        workspace.selected_image_changed.connect(self._on_selected_elsewhere)

    @property
    def shown_count(self) -> int:
        """How many images pass the filter."""
        return self.model.rowCount()

    def shut_down(self) -> None:
        """End the threads that decode thumbnails."""
        self.model.close()
        self.states.opening.model.close()
        self.review.shut_down()

    def show_difference(self, difference: "FolderDifference | None") -> None:
        """Offer the images that changed since last time in the filters."""
        self.browser.loader.set_difference(difference)

    def show_changed(self) -> None:
        """Show the images that changed since last time, or else those that are new."""
        next(filter(self.browser.show_set, (CHANGED, ADDED)), None)

    def _on_arranged(self) -> None:
        workspace = self._workspace
        self.browser.load(workspace.folder, workspace.splits, workspace.curation)
        self.states.set_has_folder(has_folder=workspace.folder is not None)
        if workspace.folder is None:
            self.health.refresh()

    def _on_contents(self) -> None:
        """Show the images, now that they are arranged."""
        contents = self.browser.contents
        if contents is None:
            return
        folder = contents.folder
        self.states.end_opening()
        self.folder_line.set_folder(layout_words(folder.layout), decided(contents),
                                    has_decisions=not contents.curation.is_empty,
                                    is_checked=folder.is_checked)
        self.health.refresh()
        self._on_selected_elsewhere()

    def _on_findings(self) -> None:
        self.browser.set_findings(self.health.findings)

    def _on_show_finding(self, finding: "Finding") -> None:
        self.browser.show_finding(finding)

    def _on_show_class(self, class_index: int, split: str) -> None:
        self.classes.choose(class_index, split or None)

    def _on_selected_elsewhere(self) -> None:
        self.browser.select_path(self._workspace.selected_image)

    def _on_job(self, slot: str) -> None:
        if slot == SCAN_SLOT:
            running = next((job for job in self._jobs.active() if job.slot == SCAN_SLOT), None)
            self.folder_line.set_progress(running)
            if running is not None and not self.review.isHidden():
                self.review.leave()

    def _open_review(self) -> None:
        self.states.hide()
        self.review.open()

    def _close_review(self) -> None:
        self.review.hide()
        self.states.show()
        self.grid.setFocus()

    def _train_again(self) -> None:
        self.review.leave()
        self.navigate_requested.emit("train")
        self.reviews.request_training()

    def _on_failed(self, text: str) -> None:
        self.message_requested.emit(text, "error")

    def _on_layout_requested(self) -> None:
        if self._workspace.folder is not None:
            self.states.ask_layout(self._workspace.folder.root)

    def _rescan(self) -> None:
        if self._workspace.folder is not None:
            self.scan_requested.emit(self._workspace.folder.root, None)

    def _go_look(self) -> None:
        self.navigate_requested.emit("look")

    def _go_welcome(self) -> None:
        self.navigate_requested.emit("welcome")
