"""The window's frame: where rail, header, messages, pages and status line stand, and what is dropped on them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPaintEvent,
    QUndoStack,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from cnnstudio import paths
from cnnstudio.ui.actions import make_actions
from cnnstudio.ui.header import Header
from cnnstudio.ui.message_area import MessageAction, MessageArea
from cnnstudio.ui.page_area import PageArea
from cnnstudio.ui.pages import PageStack
from cnnstudio.ui.rail import Rail
from cnnstudio.ui.status_line import StatusLine
from cnnstudio.ui.tour.card import TourCard
from cnnstudio.ui.welcome import WelcomePage
from cnnstudio.ui.workers import JobRunner

_SIZE_PX = (1280, 800)
_SMALLEST_PX = (640, 400)


class Shell(QMainWindow):
    """The parts of the window in their places; it knows no workspace."""

    first_painted = Signal()
    path_dropped = Signal(object)
    """A local file or folder."""

    def __init__(self, receivers: Mapping[str, Callable[[], object]],
                 page_arguments: Callable[[str], tuple[object, ...]]) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("CNN Studio")
        self.jobs = JobRunner(self)
        self.undo_stack = QUndoStack(self)
        self._was_painted = False
        self._actions: dict[str, QAction] = make_actions(self, receivers)
        self.addActions(list(self._actions.values()))
        self.rail = Rail(self)
        self.header = Header(self._actions, self.undo_stack, self)
        self.messages = MessageArea(self)
        self.welcome = WelcomePage()
        self.pages = PageStack(page_arguments, self.welcome, self)
        self.status = StatusLine(self.jobs, self)
        self.tour_card = TourCard(self)
        self._place()
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST_PX)
        self.resize(*_SIZE_PX)
        self.pages.message_requested.connect(self.show_message)
        self.pages.message_withdrawn.connect(self.messages.withdraw)
        self.jobs.job_failed.connect(self.show_error)

    def _place(self) -> None:
        body = QWidget(self)
        across = QHBoxLayout(body)
        down = QVBoxLayout()
        for layout in (across, down):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        across.addWidget(self.rail)
        across.addLayout(down, 1)
        for widget, stretch in ((self.header, 0), (self.messages, 0), (PageArea(self.pages), 1), (self.tour_card, 0),
                                (self.status, 0)):
            down.addWidget(widget, stretch)
        self.setCentralWidget(body)

    def show_message(self, text: str, severity: str = "info") -> None:
        """Show a line above the page; severity is info, good, warning or error."""
        self.messages.show_message(text, severity)

    def show_error(self, text: str, details: str = "") -> None:
        """Show an error above the page, with its details to copy where there are any."""
        actions = (MessageAction(self.tr("Show the log"), self.show_log),) if details else ()
        self.messages.show_message(text, "error", details, actions)

    def show_log(self) -> None:
        """Show the log, to be searched and copied for a bug report."""
        from cnnstudio.ui.log_viewer.dialog import LogDialog

        LogDialog(paths.log_file(), self.jobs, self.status.device_text, self).open()

    def show_about(self) -> None:
        """Show version, licences and credits."""
        from cnnstudio.ui.about import AboutDialog

        AboutDialog(self).open()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Tell once that the window has been painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Accept what is a local folder or file."""
        if dropped_path(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.welcome.set_drop_hint(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        """Take the hint away."""
        self.welcome.set_drop_hint(is_over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Tell what was dropped."""
        self.welcome.set_drop_hint(is_over=False)
        path = dropped_path(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.path_dropped.emit(path)


def dropped_path(data: QMimeData) -> Path | None:
    """Return the first local file or folder of a drop, or None."""
    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return next((path for path in paths if path.exists()), None)
