"""Takes the files that macOS asks a running program to open: there a double click gives no argument but an event."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class OpenedFiles(QObject):
    """Tells of each file or folder that the system wants opened, for as long as it lives."""

    wanted = Signal(object)
    """The path."""

    def __init__(self, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the events that name a file, and let all others pass."""
        if event.type() != QEvent.Type.FileOpen:
            return super().eventFilter(watched, event)
        file = cast("QFileOpenEvent", event).file()
        if file:
            self.wanted.emit(Path(file))
        return True
