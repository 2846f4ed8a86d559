"""What a network sees that was trained on ImageNet: an answer and a heatmap before anything was trained here."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.inspector.image_input import IMAGE_FILE_FILTER
from cnnstudio.ui.inspector.image_pane import ImagePane
from cnnstudio.ui.inspector.probability_bars import ProbabilityBars

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace

SLOT = "first_look"
_RIGHT_PX = 300


class FirstLook(QWidget):
    """The image that is selected with what each of 1,000 classes finds in it; shown when its button was pressed.

    Attributes
    ----------
    start : the button, which whoever shows this puts where nothing is to be seen yet
    """

    begun = Signal()
    """An image is looked at; the panel wants the whole page."""

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_look")
        self._workspace, self._jobs = workspace, jobs
        self.image: Path | None = None
        self.pane, self.bars = ImagePane(), ProbabilityBars()
        self.start = described(QPushButton(self.tr("What does ImageNet's network see?")), "first_look_button",
                               self.tr("Look at the selected image with the 1,000 classes of ImageNet; "
                                       "nothing has to be trained"))
        self.other = described(QPushButton(self.tr("Other image…")), "first_look_other",
                               self.tr("Choose an image file to look at"))
        self._answer = QWidget()
        self._build()
        self.reset()
        self.start.clicked.connect(self._on_start)
        self.other.clicked.connect(self.ask)
        self.bars.class_requested.connect(self._look)
        workspace.selected_image_changed.connect(self._on_selected)

    def _build(self) -> None:
        row = QHBoxLayout(self._answer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.pane, 1)
        row.addWidget(self._right())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.addWidget(self._answer, 1)

    def _right(self) -> QFrame:
        frame, column = card(name="first_look_card")
        frame.setFixedWidth(_RIGHT_PX)
        column.addWidget(label(self.tr("What ImageNet's network sees"), "subheading"))
        column.addWidget(label(self.tr("EfficientNet-Lite0 learned 1,000 classes from 1.2 million photographs. "
                                       "Nothing was trained here."), "quiet", wrap=True))
        column.addWidget(self.bars, 1)
        column.addWidget(self.other)
        return frame

    @property
    def is_begun(self) -> bool:
        """Whether an image is shown or asked about."""
        return self.image is not None

    def reset(self) -> None:
        """Show the button alone, and want no answer any more."""
        self._jobs.cancel(SLOT)
        self.image = None
        self.pane.clear()
        self.bars.clear()
        self._show()

    def _show(self) -> None:
        self.start.setVisible(not self.is_begun)
        self._answer.setVisible(self.is_begun)
        self.setVisible(self.is_begun)

    def _on_start(self) -> None:
        if self._workspace.selected_image is not None:
            self.look_at(self._workspace.selected_image)
        else:
            self.ask()

    def ask(self) -> None:
        """Let the user choose a file and look at it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Image to look at"), "", self.tr("Images ({patterns});;All files (*)").format(
                patterns=IMAGE_FILE_FILTER))
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, image: Path) -> None:
        """Look at an image; the answer comes when it is worked out."""
        self.image = image
        self._show()
        self.begun.emit()
        self._look(None)

    def _on_selected(self) -> None:
        selected = self._workspace.selected_image
        if self.is_begun and selected is not None and selected != self.image:
            self.look_at(selected)

    def _look(self, target: int | None) -> None:
        from cnnstudio.explain.target import Target
        from cnnstudio.workspace.loaded_run import IMAGENET_RUN
        from cnnstudio.workspace.look_job import LookJob, LookQuestion

        if self.image is not None:
            self.pane.begin(self.image.name)
            job = LookJob(LookQuestion(IMAGENET_RUN, self.image, Target(index=target)), ahead=False)
            self._jobs.start(job, slot=SLOT, on_event=self._on_event, on_failed=self._on_failed, quiet=True)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.look_answer import LookReady

        if isinstance(event, LookReady) and event.image.image == self.image and self.image is not None:
            image = event.image
            self.pane.show_image(image, self.image.name)
            self.pane.show_map(image, event.map)
            self.pane.end()
            self.bars.show_probabilities(image.class_names, image.probabilities,
                                         target=event.map.key.target.index, true_class=None)

    def _on_failed(self, message: str, _details: str) -> None:
        if self.is_begun:
            self.bars.clear()
            self.pane.show_error(message)
