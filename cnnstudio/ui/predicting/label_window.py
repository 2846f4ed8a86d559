"""Asks about the images a network was unsure of, one after another, with a key for each class."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QStackedLayout, QVBoxLayout, QWidget

from cnnstudio.errors import CNNStudioError
from cnnstudio.ui.dialog_size import open_size
from cnnstudio.ui.predicting.label_ending import LabelEnding
from cnnstudio.ui.predicting.label_view import LabelView
from cnnstudio.ui.predicting.queue_pictures import QueuePictures
from cnnstudio.ui.workers import JobRunner, LazyJob

if TYPE_CHECKING:
    from collections.abc import Callable

    from cnnstudio.workspace.jobs import Job
    from cnnstudio.workspace.unsure_queue import QueuedImage, UnsureQueue

_SIZE_PX = (1100, 760)
_AHEAD = 4
_ASKING, _ENDING = range(2)


def queue_job(out: Path, below: float, title: str) -> "Job":
    """Return the job that reads the queue; what it needs is imported in its thread."""
    def make() -> "Job":
        from cnnstudio.workspace.unsure_queue import QueueJob

        return QueueJob(out, below)

    return LazyJob(title, make)


class LabelWindow(QDialog):
    """One image at a time, the least sure first; each label is kept on the disk as it is given.

    Parameters
    ----------
    out : folder for the results of a prediction
    below : answers of a lower probability are asked about, 0 to 1
    """

    def __init__(self, out: Path, below: float, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("label_window")
        self.setWindowTitle(self.tr("Label the unsure images"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        open_size(self, *_SIZE_PX)
        self._jobs = jobs
        self.queue: UnsureQueue | None = None
        self._is_closed = False
        self.view, self.ending, self.pictures = LabelView(), LabelEnding(jobs), QueuePictures(self)
        ending = QWidget()
        framed = QVBoxLayout(ending)
        framed.setContentsMargins(24, 12, 24, 16)
        framed.addWidget(self.ending)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(ending)
        self._connect()
        self.view.say_step(self.tr("Reading the answers…"))
        # a slot for each folder: what one window reads must not be dropped because another one reads
        jobs.start(queue_job(out, below, self.tr("Reading the answers")), slot=f"queue {out}",
                   on_event=self._on_event, on_failed=self._on_failed)

    def _connect(self) -> None:
        view = self.view
        view.given.connect(self.give)
        view.accepted.connect(self.accept_suggestion)
        view.skipped.connect(self.skip)
        view.taken_back.connect(self.take_back)
        view.stopped.connect(self.show_ending)
        view.order_chosen.connect(self._on_order)
        view.picture.size_settled.connect(self._on_size)
        self.pictures.arrived.connect(self._on_picture)
        self.ending.go_on_requested.connect(self._on_go_on)
        self.ending.again_requested.connect(self._on_again)
        self.ending.close_requested.connect(self.close)

    # the queue

    def _on_event(self, event: Any) -> None:
        queue: UnsureQueue | None = getattr(event, "queue", None)
        if queue is None:
            return
        if self._is_closed:
            queue.close()
            return
        self.queue = queue
        self.view.set_classes(queue.class_names)
        self.pictures.set_size(self.view.picture.device_size)
        self.view.picture.setFocus()
        self._show_current()

    def _on_failed(self, message: str, _details: str) -> None:
        self.view.say_step(self.tr("There is nothing to label"))
        self.view.error.say(message)

    def _show_current(self) -> None:
        """Show the image that is asked about, and have the next ones decoded."""
        queue = self.queue
        image = queue.current if queue is not None else None
        if queue is None or image is None:
            self.show_ending()
            return
        self._stack.setCurrentIndex(_ASKING)
        self.view.show_image(queue, image)
        self._look_ahead(queue)
        self._show_picture(queue, image)

    def _look_ahead(self, queue: "UnsureQueue") -> None:
        self.pictures.wish([(one.key, queue.folder / one.key.name) for one in queue.upcoming(_AHEAD)])

    def _show_picture(self, queue: "UnsureQueue", image: "QueuedImage") -> None:
        """Show the picture of the current image where it is there; one that cannot be shown is passed over."""
        self.view.show_picture(self.pictures.picture(image.key))
        reason = self.pictures.reason(image.key)
        if not reason:
            return
        if not queue.folder.is_dir():
            self.view.error.say(self.tr(
                "{folder} is not there any more. Your labels are kept: plug the drive in and open this window again."
            ).format(folder=queue.folder))
            return
        queue.lose(image, reason)
        self.view.passed.say(self.tr("{name} cannot be shown and is left out: {reason}").format(
            name=image.key.name, reason=reason))
        self._show_current()

    def _on_picture(self, key: object) -> None:
        queue = self.queue
        image = queue.current if queue is not None else None
        if queue is not None and image is not None and image.key == key and self._stack.currentIndex() == _ASKING:
            self._show_picture(queue, image)

    def _on_size(self, size: QSize) -> None:
        if self.queue is not None:
            self.pictures.set_size(size)
            self._look_ahead(self.queue)

    # what the user says

    def give(self, number: int) -> None:
        """Give the current image a class."""
        if self.queue is not None:
            self.view.passed.say("")
            self._try(partial(self.queue.give, number))

    def skip(self) -> None:
        """Put the current image aside."""
        if self.queue is not None:
            self.view.passed.say("")
            self._try(self.queue.skip)

    def accept_suggestion(self) -> None:
        """Give the current image the class the network takes it for."""
        image = self.queue.current if self.queue is not None else None
        if image is not None:
            self.give(image.suggestion)

    def take_back(self) -> None:
        """Open the image that was decided last again."""
        if self.queue is not None:
            self.view.picture.setFocus()
            self._try(self.queue.take_back)

    def _try(self, change: "Callable[[], object]") -> None:
        try:
            change()
        except CNNStudioError as error:
            self.view.error.say(str(error))
            return
        self.view.error.say("")
        self._show_current()

    def _on_order(self, order: Any) -> None:
        if self.queue is not None:
            self.queue.set_order(order)
            self._show_current()

    def _on_again(self) -> None:
        if self.queue is not None:
            self._try(self.queue.ask_again)
            self.view.picture.setFocus()

    def _on_go_on(self) -> None:
        self.view.picture.setFocus()
        self._show_current()

    def show_ending(self) -> None:
        """Say what came of it; what is open stays open for the next time."""
        if self.queue is not None:
            self._stack.setCurrentIndex(_ENDING)
            self.ending.show_queue(self.queue)
            self.ending.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take a key; one that is held down counts once. At the end, too, the last label can be taken back."""
        is_asking = self._stack.currentIndex() == _ASKING
        if self.queue is not None and (event.matches(QKeySequence.StandardKey.Undo) or (
                event.key() == Qt.Key.Key_Backspace and not is_asking)):
            self.take_back()
        elif self.queue is None or event.isAutoRepeat() or not is_asking or not self.view.take_key(event):
            super().keyPressEvent(event)

    # closing

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Keep everything."""
        self._let_go()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Keep everything and close."""
        self._let_go()
        super().done(result)

    def _let_go(self) -> None:
        """Write the list, end the threads and let others label here."""
        self._is_closed = True
        self.pictures.close()
        queue, self.queue = self.queue, None
        if queue is not None:
            if queue.labelled:
                self.ending.write(queue.out)
            try:
                queue.close()
            except CNNStudioError as error:
                self._jobs.job_failed.emit(str(error), "")
