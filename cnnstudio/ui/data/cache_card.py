"""How much the decoded images take on the disk, with the limit and a button that clears them."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cnnstudio import paths
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.forms import FloatField, QuietWheel
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.cache_job import CacheJob, CacheState

SLOT = "pixel cache"
_BAR_STEPS = 1000
_BAR_PX = 6
_LARGEST_GB = 100_000.0


class CacheCard(QWidget):
    """Shows and changes the pixel cache; looks again whenever it comes into view and when a job has ended."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._size = label("", name="cache_size", wrap=True)
        self._note = label("", "caption", name="cache_note", wrap=True)
        self._bar = described(QProgressBar(), "cache_bar", self.tr("Share of the limit that is used"))
        self._clear = described(QPushButton(self.tr("Clear")), "cache_clear", self.tr("Clear the decoded images"),
                                self.tr("Remove all decoded images; they are decoded again when they are needed"))
        self.limit = described(FloatField(), "cache_limit", self.tr("Limit in gigabytes"),
                               self.tr("What was used longest ago is removed when there is more"))
        self._fill()
        self._clear.clicked.connect(self._on_clear)
        self.limit.valueChanged.connect(self._on_limit)
        jobs.job_ended.connect(self._on_job_ended)

    def _fill(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setRange(0, _BAR_STEPS)
        self._bar.setFixedHeight(_BAR_PX)
        self.limit.setRange(0.0, _LARGEST_GB)
        self.limit.setEnabled(False)
        self.limit.installEventFilter(QuietWheel(self.limit))
        self._clear.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("At most")))
        row.addWidget(self.limit, 1)
        row.addWidget(label(self.tr("GB")))
        row.addWidget(self._clear)
        for widget in (self._size, self._bar):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self._note)

    def refresh(self) -> None:
        """Look at the disk again, in the background."""
        self._run(CacheJob(paths.cache_dir()))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Look whenever the card comes into view."""
        super().showEvent(event)
        self.refresh()

    def _on_clear(self) -> None:
        self._run(CacheJob(paths.cache_dir(), wants_clear=True))

    def _on_limit(self, gigabytes: float) -> None:
        self._run(CacheJob(paths.cache_dir(), limit_gb=gigabytes))

    def _on_job_ended(self, slot: str) -> None:
        if slot == "train" and self.isVisible():
            self.refresh()

    def _run(self, job: CacheJob) -> None:
        self._jobs.start(job, slot=SLOT, on_event=self._on_event, quiet=True)

    def _on_event(self, state: CacheState) -> None:
        self._size.setText(self.tr("{size} of {limit} used").format(
            size=_bytes_text(state.size), limit=_bytes_text(state.limit)))
        self._bar.setValue(round(_BAR_STEPS * min(1.0, state.size / state.limit)) if state.limit else 0)
        self._clear.setEnabled(state.size > 0)
        self._note.setText(self._note_text(state))
        self.limit.setEnabled(True)
        with QSignalBlocker(self.limit):
            self.limit.setValue(state.limit / 1e9)

    def _note_text(self, state: CacheState) -> str:
        if state.cleared.in_use and not state.cleared.freed:
            return self.tr("All of it is in use by a running training and stays until that ends.")
        if state.cleared.in_use:
            return self.tr("Freed {size}. What a running training uses stays until it ends.").format(
                size=_bytes_text(state.cleared.freed))
        if state.cleared.freed:
            return self.tr("Freed {size}.").format(size=_bytes_text(state.cleared.freed))
        return self.tr("Each image is decoded once and kept on this disk, so that the next training starts at once.")


def _bytes_text(size: int) -> str:
    return f"{size / 1e9:,.1f} GB" if size >= 1e9 else f"{size / 1e6:,.0f} MB"
