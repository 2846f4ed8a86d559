"""Shows the certificate of an export, which many a desktop has no program for."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described

_SIZE_PX = (680, 640)
_MARKDOWN = (QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML)


class CertificateDialog(QDialog):
    """The certificate as text that can be selected; closed by Escape.

    Parameters
    ----------
    path : the readable certificate, Markdown in UTF-8
    title : of the window, in the user's language
    """

    def __init__(self, path: Path, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("certificate_dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE_PX)
        self.page = described(QTextBrowser(), "certificate_page", title)
        self.page.setOpenLinks(False)
        self.page.document().setMarkdown(path.read_text(encoding="utf-8"), _MARKDOWN)
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
