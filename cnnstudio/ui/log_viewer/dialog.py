"""Shows the log, with a search, a choice of how serious, and a copy for a bug report."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.os_reasons import os_reason
from cnnstudio.ui.cards import label
from cnnstudio.ui.log_viewer.entries import LEVELS, LogEntry, bug_report, filtered, read_log
from cnnstudio.ui.workers import JobRunner

if TYPE_CHECKING:
    from cnnstudio.workspace.jobs import ShouldStop

LOG_SLOT, REPORT_SLOT = "read log", "bug report"
_SHOWN_CHARS = 200_000


class _ReadJob:
    """Read the log: a tuple of `LogEntry`."""

    def __init__(self, path: Path, title: str) -> None:
        self._path, self.title = path, title

    def run(self, should_stop: "ShouldStop") -> Iterator[object]:  # noqa: ARG002 - a moment
        """Read and yield; a log that cannot be read is told as one entry."""
        try:
            yield read_log(self._path)
        except OSError as error:
            yield (LogEntry("ERROR", f"{self._path}: {os_reason(error)}"),)


class _ReportJob:
    """Gather a bug report: a string."""

    def __init__(self, entries: tuple[LogEntry, ...], device: str, title: str) -> None:
        self._entries, self._device, self.title = entries, device, title

    def run(self, should_stop: "ShouldStop") -> Iterator[object]:  # noqa: ARG002 - a moment
        """Gather and yield it."""
        yield bug_report(self._entries, self._device)


class LogDialog(QDialog):
    """The newest entries of the log; the newest is at the end and in sight.

    Parameters
    ----------
    device
        What trains, for the report: ``"CPU, 2 threads"``.
    """

    def __init__(self, path: Path, jobs: JobRunner, device: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("log_dialog")
        self.setWindowTitle(self.tr("Log"))
        self.resize(860, 560)
        self._path, self._jobs, self._device = path, jobs, device
        self._entries: tuple[LogEntry, ...] = ()
        self.search, self.level, self.text = QLineEdit(self), QComboBox(self), QPlainTextEdit(self)
        self.said = label("", "quiet", wrap=True)
        self.buttons = self._make_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(self._make_filters())
        for widget in (self.text, self.said, self.buttons):
            column.addWidget(widget, 1 if widget is self.text else 0)
        self._set_up_text()
        self.finished.connect(self.deleteLater)
        jobs.start(_ReadJob(path, self.tr("Reading the log")), slot=LOG_SLOT, on_event=self._on_read, quiet=True)

    def _make_filters(self) -> QHBoxLayout:
        self.search.setObjectName("log_search")
        self.search.setPlaceholderText(self.tr("Find in the log"))
        self.search.setAccessibleName(self.tr("Find in the log"))
        self.search.setClearButtonEnabled(True)
        self.level.setObjectName("log_level")
        self.level.setAccessibleName(self.tr("How serious"))
        for name, title in zip(LEVELS, (self.tr("Everything"), self.tr("Warnings and errors"), self.tr("Errors only")),
                               strict=True):
            self.level.addItem(title, name)
        self.search.textChanged.connect(self._show)
        self.level.currentIndexChanged.connect(self._show)
        row = QHBoxLayout()
        row.addWidget(self.search, 1)
        row.addWidget(self.level)
        return row

    def _set_up_text(self) -> None:
        self.text.setObjectName("log_text")
        self.text.setAccessibleName(self.tr("Log"))
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setProperty("role", "code")

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy for a bug report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copy_report")
        copy.setProperty("primary", True)
        copy.clicked.connect(self.copy_report)
        show = buttons.addButton(self.tr("Show the file"), QDialogButtonBox.ButtonRole.ActionRole)
        show.clicked.connect(self._show_file)
        buttons.rejected.connect(self.reject)
        return buttons

    def copy_report(self) -> None:
        """Put versions, system, device and the last lines on the clipboard, without the user's name."""
        self._jobs.start(_ReportJob(self._entries, self._device, self.tr("Gathering the report")), slot=REPORT_SLOT,
                         on_event=self._on_report, quiet=True)

    def _on_report(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.setText(self.tr("Copied. Your name and home folder are written as ~; look through it before you send "
                                  "it."))

    def _on_read(self, entries: tuple[LogEntry, ...]) -> None:
        self._entries = entries
        self._show()

    def _show(self) -> None:
        """Show what passes the filters, the newest of it."""
        found = filtered(self._entries, self.level.currentData(), self.search.text())
        self.text.setPlainText("\n".join(entry.text for entry in found)[-_SHOWN_CHARS:])
        self.text.verticalScrollBar().setValue(self.text.verticalScrollBar().maximum())
        if not self._entries:
            self.said.setText(self.tr("The log is empty: nothing unexpected has happened."))
        else:
            text = self.tr("{shown} of {all} entries").format(shown=f"{len(found):,}", all=f"{len(self._entries):,}")
            self.said.setText(text)

    def _show_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
