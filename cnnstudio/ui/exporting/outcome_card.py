"""Shows what came of an export: the verdict in words, where it is, and what can be done with it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.exporting.certificate_dialog import CertificateDialog
from cnnstudio.ui.exporting.outcome import ExportOutcome
from cnnstudio.ui.icons import set_icon

_SIGNS = {"good": ("check", "good"), "warning": ("warning", "warning"), "bad": ("error", "bad")}


class OutcomeCard(QFrame):
    """Hidden until there is an outcome or a failure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "export_outcome")
        self.setProperty("card", True)
        self._shown: ExportOutcome | None = None
        self._verdict = SentenceLine("check", "good", name="export_verdict")
        self._advice = label("", "quiet", name="export_advice", wrap=True)
        self._place = label("", "quiet", name="export_place", wrap=True)
        self._open = self._button(self.tr("Open folder"), "open", "export_open_folder")
        self._copy = self._button(self.tr("Copy path"), "copy", "export_copy_path")
        self._read = self._button(self.tr("Read the certificate"), "info", "export_read_certificate")
        self._open.clicked.connect(self.open_folder)
        self._copy.clicked.connect(self.copy_path)
        self._read.clicked.connect(self.read_certificate)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._open, self._copy, self._read):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (self._verdict, self._advice, self._place):
            column.addWidget(widget)
        column.addLayout(row)
        self.hide()

    @staticmethod
    def _button(text: str, icon: str, name: str) -> QPushButton:
        button = described(QPushButton(text), name, text)
        set_icon(button, icon)
        return button

    @property
    def texts(self) -> tuple[str, str]:
        """The verdict and the advice that are shown."""
        return self._verdict.text, self._advice.text()

    def show_outcome(self, shown: ExportOutcome) -> None:
        """Show what was written, and how it compares."""
        self._shown = shown
        self._say(shown.verdict, shown.sentence, shown.advice)
        self._place.setText(str(shown.path))
        self._place.show()
        self._read.setVisible(shown.certificate is not None)
        for button in (self._open, self._copy):
            button.show()
        self.show()

    def show_failure(self, sentence: str) -> None:
        """Say why nothing was written."""
        self._shown = None
        self._say("bad", sentence, "")
        for widget in (self._place, self._open, self._copy, self._read):
            widget.hide()
        self.show()

    def _say(self, verdict: str, sentence: str, advice: str) -> None:
        self._verdict.set_sign(*_SIGNS[verdict])
        self._verdict.say(sentence)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))

    def open_folder(self) -> None:
        """Show in the desktop's file browser what was written."""
        if self._shown is not None:
            path = self._shown.path
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))

    def copy_path(self) -> None:
        """Put the path into the clipboard."""
        if self._shown is not None:
            QGuiApplication.clipboard().setText(str(self._shown.path))

    def read_certificate(self) -> None:
        """Show the certificate; its folder when it cannot be read any more."""
        if self._shown is None or self._shown.certificate is None:
            return
        try:
            dialog = CertificateDialog(self._shown.certificate, self._read.text(), self.window())
        except (OSError, UnicodeDecodeError):
            self.open_folder()
        else:
            dialog.open()
