"""What is shown when the queue is through or was left: what came of it, and what can be done with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.icons import set_icon

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.unsure_queue import UnsureQueue
    from cnnstudio.workspace.write_labels_job import LabelsWritten

WRITE_SLOT = "write labels"
SORTED = "labelled"
"""Folder for the copies, beside the list."""


class LabelEnding(QWidget):
    """Writes the list, says where it is, and offers copies, the skipped images and what is still open."""

    go_on_requested = Signal()
    again_requested = Signal()
    """The images that were put aside are to be asked about again."""
    close_requested = Signal()

    def __init__(self, jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._queue: UnsureQueue | None = None
        self.heading = label("", "heading", name="labels_heading", wrap=True)
        self.told = label("", name="labels_told", wrap=True)
        self.lost = label("", "quiet", name="labels_lost", wrap=True)
        self._good = SentenceLine("good", "good", name="labels_written")
        self._bad = SentenceLine("error", "bad", name="labels_failed")
        self._note = SentenceLine("warning", "warning", name="labels_note")
        self.go_on = self._button("labels_go_on", self.tr("Go on labelling"), "play")
        self.again = self._button("labels_again", self.tr("Ask about the skipped ones again"), "refresh")
        self.sort = self._button("labels_sort", self.tr("Copies sorted into class folders"), "copy")
        self._close = self._button("labels_close", self.tr("Close"), "close")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a key too many must not press a button
        self._close.clicked.connect(self.close_requested)
        self.go_on.clicked.connect(self.go_on_requested)
        self.again.clicked.connect(self.again_requested)
        self.sort.clicked.connect(self.write_copies)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(12)
        for widget in (self.heading, self.told, self.lost, self._good, self._note, self._bad):
            column.addWidget(widget)
        row = QHBoxLayout()
        for button in (self.go_on, self.again, self.sort, self._close):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    @staticmethod
    def _button(name: str, title: str, icon: str) -> QPushButton:
        button = described(QPushButton(title), name, title)
        button.setAutoDefault(False)
        set_icon(button, icon)
        return button

    def show_queue(self, queue: "UnsureQueue") -> None:
        """Say how far it is and write the list."""
        self._queue = queue
        is_over = queue.current is None
        if not queue.total:
            self.heading.setText(self.tr("The network is unsure of no image"))
            self.told.setText(self.tr("No answer is less sure than you asked for. Give a higher value for \"List "
                                      "answers less sure than\" to look at more."))
        else:
            self.heading.setText(self.tr("All images are done") if is_over else self.tr("Stopped"))
            self.told.setText(self.tr("{labelled} of {total} images have a label. Skipped: {skipped}. Open: {open}."
                                      ).format(labelled=f"{queue.labelled:,}", total=f"{queue.total:,}",
                                                      skipped=f"{queue.skipped:,}",
                                                      open=f"{queue.total - queue.done:,}"))
        self._tell_lost(queue)
        self.go_on.setVisible(not is_over)
        self.again.setVisible(queue.skipped > 0)
        self.sort.setVisible(queue.labelled > 0)
        for line in (self._good, self._bad, self._note):
            line.say("")
        if queue.labelled:
            self.write(queue.out)

    def _tell_lost(self, queue: "UnsureQueue") -> None:
        self.lost.setVisible(bool(queue.lost))
        if queue.lost:
            first, reason = next(iter(queue.lost.items()))
            self.lost.setText(self.tr("Left out, because they cannot be shown: {count}. The first: {name}, {reason}"
                                      ).format(count=f"{len(queue.lost):,}", name=first.name, reason=reason))

    def write(self, out: Path, into: Path | None = None) -> None:
        """Write the list of labels of a prediction into ``out``, and copies into class folders in ``into``."""
        from cnnstudio.workspace.write_labels_job import WriteLabelsJob

        self._jobs.start(WriteLabelsJob(out, into), slot=WRITE_SLOT, on_event=self._on_event,
                         on_failed=self._on_failed, on_cancelled=self._on_cancelled)

    def write_copies(self) -> None:
        """Write the list, and copies of the labelled images into one folder a class."""
        if self._queue is not None:
            self.sort.setEnabled(False)
            self.write(self._queue.out, self._queue.out / SORTED)

    def _on_event(self, event: Any) -> None:
        if hasattr(event, "agreeing"):
            self._bad.say("")
            self.sort.setEnabled(True)
            self._show(event)

    def _show(self, done: "LabelsWritten") -> None:
        labels = sum(done.counts)
        text = self.tr("The list of labels is {path}. {agreeing} of {labels} labels are the network's answer.").format(
            path=done.path, agreeing=f"{done.agreeing:,}", labels=f"{labels:,}")
        if done.copies:
            text += " " + self.tr("{count} copies lie in {folder}; each was compared with its image.").format(
                count=f"{done.copies:,}", folder=done.path.parent / SORTED)
        self._good.say(text)
        self._note.say(" ".join(self._notes(done)))

    def _notes(self, done: "LabelsWritten") -> list[str]:
        """Return what went otherwise, in sentences."""
        notes = []
        if done.missing:
            notes.append(self.tr("Not copied, because they are gone or have changed: {count} (the first: {name})."
                                 ).format(count=f"{len(done.missing):,}", name=done.missing[0]))
        if done.stale:
            notes.append(self.tr("Copies from before lie in the folder of another class: {count}. Nothing is ever "
                                 "removed; look at {path}.").format(count=f"{len(done.stale):,}", path=done.stale[0]))
        if done.unlisted:
            notes.append(self.tr("Not in the list, because their names are no text: {count}.").format(
                count=f"{len(done.unlisted):,}"))
        return notes

    def _on_failed(self, message: str, _details: str) -> None:
        self.sort.setEnabled(True)
        self._bad.say(message)

    def _on_cancelled(self) -> None:
        self.sort.setEnabled(True)
