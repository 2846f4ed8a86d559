"""A place to write about the project, in plain text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from cnnstudio.ui.cards import label

_LIMIT = 100_000


class NotesDialog(QDialog):
    """Shows the notes; they are taken over when it is closed by *Keep*."""

    written = Signal(str)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes_dialog")
        self.setWindowTitle(self.tr("Notes about the project"))
        self.resize(560, 440)
        said = label(self.tr("What you tried and what you found. The notes are saved in the project file."), "quiet",
                     wrap=True)
        self.editor = QPlainTextEdit(self)
        self.editor.setObjectName("notes")
        self.editor.setAccessibleName(self.tr("Notes"))
        self.editor.setPlaceholderText(self.tr("Write here"))
        self.editor.setTabChangesFocus(True)
        self.editor.setPlainText(text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        keep = buttons.addButton(self.tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("primary", True)
        buttons.accepted.connect(self._keep)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for widget in (said, self.editor, buttons):
            column.addWidget(widget, 1 if widget is self.editor else 0)
        self.finished.connect(self.deleteLater)
        self.editor.setFocus()

    def _keep(self) -> None:
        self.written.emit(self.editor.toPlainText()[:_LIMIT])
        self.accept()
