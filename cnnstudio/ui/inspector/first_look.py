"""What a network sees that was trained on ImageNet: the whole page for an image before anything was trained here."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.inspector.image_input import IMAGE_FILE_FILTER

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace

SLOT = "first_look"


class FirstLook(QObject):
    """Offers the published network for the image that is selected, or one that is asked for.

    Attributes
    ----------
    start : the button, which whoever shows this puts where nothing is to be seen yet
    """

    ready = Signal(object, object)
    """The network as a `RunRecord`, and the image (a `Path`) to look at."""
    failed = Signal(str)

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._jobs, self._page = workspace, jobs, page
        self._image = Path()
        self.start = described(QPushButton(self.tr("What does ImageNet's network see?")), "first_look_button",
                               self.tr("Look at the selected image with the 1,000 classes of ImageNet; "
                                       "nothing has to be trained"))
        self.start.clicked.connect(self._on_start)

    def _on_start(self) -> None:
        if self._workspace.selected_image is not None:
            self.look_at(self._workspace.selected_image)
        else:
            self.ask()

    def ask(self) -> None:
        """Let the user choose a file and look at it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("Image to look at"), "", self.tr("Images ({patterns});;All files (*)").format(
                patterns=IMAGE_FILE_FILTER))
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, image: Path) -> None:
        """Have the page look at an image with the published network."""
        from cnnstudio.workspace.published_network_job import PublishedNetworkJob

        self._image = image
        self._jobs.start(PublishedNetworkJob(), slot=SLOT, on_event=self._on_event, on_failed=self._on_failed,
                         quiet=True)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.published_network_job import PublishedNetworkReady

        if isinstance(event, PublishedNetworkReady) and self._workspace.runs.current is None:
            self.ready.emit(event.record, self._image)

    def _on_failed(self, message: str, _details: str) -> None:
        self.failed.emit(message)
