"""The line that says how far an export is and where its files are."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from cnnstudio.ui.cards import SentenceLine, described
from cnnstudio.ui.icons import set_icon


class ExportLine(QWidget):
    """Hidden until something is exported; progress with a button that stops it, then what came of it."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_line")
        self._sentence = SentenceLine("check", "good", name="export_sentence")
        self._bar = described(QProgressBar(), "export_progress", self.tr("Progress of the export"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._stop = described(QPushButton(self.tr("Stop")), "export_stop", self.tr("Stop the export"))
        self._open = described(QPushButton(self.tr("Open folder")), "export_open", self.tr("Open the folder"))
        self._close = described(QPushButton(), "export_close", self.tr("Close this line"))
        set_icon(self._close, "close", "quiet", size_px=16)
        self._close.setProperty("flat", True)
        self._folder: Path | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 10)
        row.setSpacing(10)
        row.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._bar, self._stop, self._open, self._close):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._stop.clicked.connect(self.stop_requested)
        self._open.clicked.connect(self.open_folder)
        self._close.clicked.connect(self.hide)
        self.hide()

    def show_progress(self, done: int, total: int, text: str) -> None:
        """Say that image ``done`` + 1 of ``total`` is being worked on."""
        self._show(is_running=True)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._sentence.set_sign("save", "accent")
        self._sentence.say(text)

    def say(self, text: str, *, kind: str = "good", folder: Path | None = None) -> None:
        """Say what came of it; ``kind`` is ``"good"``, ``"warning"`` or ``"bad"``."""
        self._folder = folder
        self._show(is_running=False)
        self._sentence.set_sign({"good": "check", "warning": "warning", "bad": "error"}[kind], kind)
        self._sentence.say(text)

    def _show(self, *, is_running: bool) -> None:
        for widget in (self._bar, self._stop):
            widget.setVisible(is_running)
        self._open.setVisible(not is_running and self._folder is not None)
        self._close.setVisible(not is_running)
        self.show()

    def open_folder(self) -> None:
        """Show the files in the system's own window."""
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    @property
    def text(self) -> str:
        """What is said; empty while hidden."""
        return "" if self.isHidden() else self._sentence.text

    @property
    def is_running(self) -> bool:
        """Whether progress is shown."""
        return not self.isHidden() and not self._stop.isHidden()
