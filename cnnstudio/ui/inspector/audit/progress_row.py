"""How far an audit is: what it does, a bar, the time left."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.inspector.audit.session import SLOT
from cnnstudio.ui.status_line import remaining_text

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner


class ProgressRow(QWidget):
    """Follows the audit's job; hidden while none runs."""

    def __init__(self, jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._text = label("", "quiet", name="audit_progress_text")
        self._left = label("", "quiet", name="audit_time_left")
        self._bar = described(QProgressBar(), "audit_progress", self.tr("Progress of the audit"))
        self._bar.setTextVisible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._text)
        row.addWidget(self._bar, 1)
        row.addWidget(self._left)
        for signal in (jobs.job_started, jobs.job_progressed, jobs.job_ended):
            signal.connect(self._on_job)
        self.refresh()

    def _on_job(self, slot: str) -> None:
        if slot == SLOT:
            self.refresh()

    def refresh(self) -> None:
        """Show how far the job is now."""
        job = next((job for job in self._jobs.active() if job.slot == SLOT), None)
        self.setVisible(job is not None)
        if job is None:
            return
        progress = job.progress
        self._text.setText(self.tr("Stopping…") if job.is_stopping else "" if progress is None else
                           progress.text[:1].upper() + progress.text[1:])
        self._bar.setRange(0, 0 if progress is None else progress.total)
        self._bar.setValue(0 if progress is None else progress.done)
        self._left.setText("" if job.is_stopping else remaining_text(job))
