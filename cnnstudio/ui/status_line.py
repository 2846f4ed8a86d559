"""The line at the bottom: the device, the memory, and what runs, how far it is and how to stop it."""

import os
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.patient_bar import PatientBar
from cnnstudio.ui.workers import ActiveJob, JobRunner

_HEIGHT_PX = 32
_MEMORY_MS = 2000
_ESTIMATE_FROM_S = 1.0


class StatusLine(QFrame):
    """Follows a `JobRunner`; the newest job is shown with its bar, further ones as a number."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setFixedHeight(_HEIGHT_PX)
        self._jobs = jobs
        self._shown_slot = ""
        self._device = self._label("status_device", self.tr("Device"))
        self._memory = self._label("status_memory", self.tr("Memory of the program"))
        self._job = self._label("status_job", self.tr("What runs now"))
        self._rest = self._label("status_rest", self.tr("Time left"))
        self._bar = PatientBar(self)
        self._bar.setObjectName("status_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._cancel = self._make_cancel()
        self._fill()
        for signal in (jobs.job_started, jobs.job_progressed, jobs.job_ended):
            signal.connect(self._on_jobs_changed)
        self._timer = QTimer(self)
        self._timer.setInterval(_MEMORY_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        self._show_job(None, 0)
        self._on_tick()

    def set_device(self, text: str) -> None:
        """Show which device trains: ``"CPU, 2 threads"``."""
        self._device.setText(text)

    @property
    def device_text(self) -> str:
        """What stands there about the device."""
        return self._device.text()

    @property
    def job_text(self) -> str:
        """What stands there about the running job; empty when none runs."""
        return self._job.text()

    def _label(self, name: str, title: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setAccessibleName(title)
        return label

    def _make_cancel(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("status_cancel")
        button.setAccessibleName(self.tr("Stop what runs"))
        button.setToolTip(self.tr("Stop"))
        set_icon(button, "close", "quiet", size_px=16)
        button.clicked.connect(self._on_cancel)
        return button

    def _fill(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 0)
        layout.setSpacing(16)
        layout.addWidget(self._device)
        layout.addWidget(self._memory)
        layout.addStretch(1)
        for widget in (self._job, self._bar, self._rest, self._cancel):
            layout.addWidget(widget)

    def _on_jobs_changed(self, _slot: str) -> None:
        active = self._jobs.active()
        self._show_job(active[-1] if active else None, len(active) - 1)

    def _show_job(self, job: ActiveJob | None, others: int) -> None:
        for widget in (self._job, self._bar, self._rest, self._cancel):
            widget.setVisible(job is not None)
        self._shown_slot = job.slot if job is not None else ""
        if job is None:
            self._job.setText("")
            return
        more = self.tr("  (+{count} more)").format(count=others) if others else ""
        self._job.setText(self._describe(job) + more)
        self._rest.setText("" if job.is_stopping else remaining_text(job))
        total = job.progress.total if job.progress is not None else 0
        self._bar.setRange(0, total)
        self._bar.setValue(job.progress.done if job.progress is not None else 0)
        self._cancel.setEnabled(not job.is_stopping)

    def _describe(self, job: ActiveJob) -> str:
        if job.is_stopping:
            return self.tr("{title}: stopping…").format(title=job.title)
        if job.progress is None:
            return job.title
        parts = [f"{job.title}: {job.progress.text}" if job.progress.text else job.title]
        if job.progress.total:
            parts.append(f"{job.progress.done:,} / {job.progress.total:,}")
        return "  ".join(parts)

    def _on_cancel(self) -> None:
        if self._shown_slot:
            self._jobs.cancel(self._shown_slot)
            self._on_jobs_changed(self._shown_slot)

    def _on_tick(self) -> None:
        used = memory_bytes()
        self._memory.setVisible(used is not None)
        if used is not None:
            self._memory.setText(f"{used / 1e6:,.0f} MB")


def remaining_text(job: ActiveJob, now_s: float | None = None) -> str:
    """Return the estimated time left, such as ``"12 s left"``; empty until there is something to go by."""
    progress = job.progress
    elapsed = (time.monotonic() if now_s is None else now_s) - job.started_s
    if progress is None or not progress.total or not progress.done or elapsed < _ESTIMATE_FROM_S:
        return ""
    return f"{duration_text(elapsed * (progress.total - progress.done) / progress.done)} left"


def duration_text(seconds: float) -> str:
    """Return a time span for people: ``"12 s"``, ``"3 min 05 s"``, ``"2 h 10 min"``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"


def memory_bytes() -> int | None:
    """Return the memory this process holds, or None where the system does not tell cheaply."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * int(os.sysconf("SC_PAGE_SIZE"))
    except (OSError, ValueError, IndexError, AttributeError):
        return None
