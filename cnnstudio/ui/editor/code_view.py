"""The network as PyTorch code, always current, worked out only while someone looks."""
# ruff: noqa: N802 -- Qt's names

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QGuiApplication, QShowEvent, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from cnnstudio.errors import CNNStudioError
from cnnstudio.ui import icons
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.theme import code_font, theme

_RULES = (
    (re.compile(r"\b(import|from|as|class|def|return|for|in|if|else|super|not|and|or|raise|with|None|True|False)\b"),
     "convolution"),
    (re.compile(r"\b(self)\b"), "normalisation"),
    (re.compile(r"\b\d[\d_]*(\.\d+)?(e-?\d+)?\b"), "activation"),
    (re.compile(r"(\"\"\".*?\"\"\"|\"[^\"\n]*\"|'[^'\n]*')"), "dense"),
)
_COMMENT = re.compile(r"#.*$")
_IN_STRING, _OUTSIDE = 1, 0


class PythonHighlighter(QSyntaxHighlighter):
    """Colours keywords, numbers, strings and comments with the theme's colours."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        theme().changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Colour one line; long strings go on from line to line."""
        for pattern, family in _RULES:
            self._mark(pattern, text, theme().family_color(family))
        self._mark(_COMMENT, text, theme().color("quiet"))
        self._mark_long_string(text)

    def _mark(self, pattern: re.Pattern[str], text: str, color: QColor) -> None:
        look = QTextCharFormat()
        look.setForeground(color)
        for found in pattern.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), look)

    def _mark_long_string(self, text: str) -> None:
        was_inside = self.previousBlockState() == _IN_STRING
        is_inside = was_inside != (text.count('"""') % 2 == 1)
        self.setCurrentBlockState(_IN_STRING if is_inside else _OUTSIDE)
        look = QTextCharFormat()
        look.setForeground(theme().family_color("dense"))
        if was_inside:
            end = text.find('"""')
            self.setFormat(0, len(text) if end < 0 else end + 3, look)
        elif is_inside:
            start = text.rfind('"""')
            self.setFormat(start, len(text) - start, look)


class CodeView(QWidget):
    """Read-only source with a button that copies it."""

    message_requested = Signal(str, str)

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_view")
        self._session = session
        self._is_stale = True
        self.text = QPlainTextEdit()
        self._status = label(role="quiet")
        self._copy = QPushButton(self.tr("Copy"))
        self._highlighter = PythonHighlighter(self.text.document())
        self._build()
        session.analysed.connect(self._on_changed)

    def _build(self) -> None:
        self.text.setObjectName("code_text")
        self.text.setAccessibleName(self.tr("The network as PyTorch code"))
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(code_font())
        self.text.setStyleSheet("QPlainTextEdit { border: 0; border-radius: 0; padding: 4px 8px; }")
        self._copy.setObjectName("copy_code")
        self._copy.setAccessibleName(self.tr("Copy the code"))
        icons.set_icon(self._copy, "copy")
        self._copy.clicked.connect(self.copy)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 4)
        top.addWidget(self._status, 1)
        top.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.text, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Work the code out if it is not current."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the code of the graph as it is now, keeping the place in the text."""
        if not self._is_stale:
            return
        from cnnstudio.export.pytorch_source import source

        self._is_stale = False
        try:
            code = source(self._session.graph)
        except CNNStudioError as error:
            self._show("", self.tr("No code yet: {reason}").format(reason=error))
            return
        lines = code.count("\n")
        self._show(code, self.tr("PyTorch, {lines} lines; follows every change").format(lines=lines))

    def copy(self) -> None:
        """Put the code into the clipboard."""
        self.refresh()
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.message_requested.emit(self.tr("The code is in the clipboard."), "good")

    def _show(self, code: str, status: str) -> None:
        place = self.text.verticalScrollBar().value()
        self.text.setPlainText(code)
        self.text.verticalScrollBar().setValue(place)
        self._status.setText(status)
        self._copy.setEnabled(bool(code))

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()
