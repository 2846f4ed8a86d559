"""The network as PyTorch code, always current, worked out only while someone looks."""
# ruff: noqa: N802 -- Qt's names

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QShowEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QTextEdit, QVBoxLayout, QWidget

from cnnstudio.errors import CNNStudioError
from cnnstudio.storage import write_text
from cnnstudio.ui import icons
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.python_highlighter import PythonHighlighter
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.theme import code_font, theme
from cnnstudio.ui.throttle import Throttle

if TYPE_CHECKING:
    from cnnstudio.export.class_text import CodeLine

_PAUSE_MS = 150
"""While a value is dragged or typed, the code follows at most this often."""
_LINES_ABOVE = 3


class CodeView(QWidget):
    """Read-only source with buttons that copy and save it; its lines and the canvas share one selection."""

    message_requested = Signal(str, str)

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_view")
        self._session = session
        self._is_stale = True
        self._lines: tuple[CodeLine, ...] = ()
        self.text = QPlainTextEdit()
        self._status = label(role="quiet")
        self._copy, self._save = QPushButton(self.tr("Copy")), QPushButton(self.tr("Save…"))
        self._highlighter = PythonHighlighter(self.text.document())
        self._later = Throttle(_PAUSE_MS, lambda _value: self._refresh_if_seen(), self)
        self._build()
        session.analysed.connect(self._on_changed)
        session.selection_changed.connect(self._show_selection)
        theme().changed.connect(self._mark_selection)

    def _build(self) -> None:
        self.text.setObjectName("code_text")
        self.text.setAccessibleName(self.tr("The network as PyTorch code"))
        self.text.setReadOnly(True)
        self.text.setUndoRedoEnabled(False)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(code_font())
        self.text.setStyleSheet("QPlainTextEdit { border: 0; border-radius: 0; padding: 4px 8px; }")
        self.text.viewport().installEventFilter(self)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 4)
        top.setSpacing(8)
        top.addWidget(self._status, 1)
        for button, name, icon, explanation, pressed in (
                (self._copy, "copy_code", "copy", self.tr("Copy the code"), self.copy),
                (self._save, "save_code", "save", self.tr("Save the code as a Python file"), self.save)):
            button.setObjectName(name)
            button.setAccessibleName(explanation)
            button.setToolTip(explanation)
            icons.set_icon(button, icon)
            button.clicked.connect(pressed)
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.text, 1)

    # the code

    def showEvent(self, event: QShowEvent) -> None:
        """Work the code out if it is not current."""
        super().showEvent(event)
        self.refresh()
        self._show_selection()

    def refresh(self) -> None:
        """Show the code of the graph as it is now, keeping the place in the text."""
        if not self._is_stale:
            return
        from cnnstudio.export.pytorch_source import written

        self._is_stale = False
        analysis = self._session.analysis
        try:
            made = written(self._session.graph, analysis if analysis.is_trainable else None)
        except CNNStudioError as error:
            self._show((), "", self.tr("No code yet: {reason}").format(reason=error))
            return
        status = self.tr("PyTorch, {lines} lines; follows every change").format(lines=len(made.lines))
        self._show(made.lines, made.text, status)

    def copy(self) -> None:
        """Put the code into the clipboard."""
        self.refresh()
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.message_requested.emit(self.tr("The code is in the clipboard."), "good")

    def save(self) -> None:
        """Ask for a file and save the code."""
        suggested = f"{self._session.workspace.network_name or 'network'}.py"
        path, _kind = QFileDialog.getSaveFileName(self, self.tr("Save code"), suggested, self.tr("Python (*.py)"))
        if path:
            chosen = Path(path)
            self.save_to(chosen if chosen.suffix else chosen.with_suffix(".py"))

    def save_to(self, path: Path) -> None:
        """Save the code in a file and say so, or why not."""
        self.refresh()
        try:
            write_text(path, self.text.toPlainText())
        except CNNStudioError as error:
            self.message_requested.emit(str(error), "error")
            return
        self.message_requested.emit(self.tr("The code is saved in {file}.").format(file=path.name), "good")

    def _show(self, lines: "tuple[CodeLine, ...]", code: str, status: str) -> None:
        self._lines = lines
        place = self.text.verticalScrollBar().value()
        _change_text(self.text, code)
        self.text.verticalScrollBar().setValue(place)
        self._status.setText(status)
        self._copy.setEnabled(bool(code))
        self._save.setEnabled(bool(code))
        self._mark_selection()

    def _on_changed(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._later.push(None)

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self.refresh()

    # the selection

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select what a clicked line writes; a drag over the text only marks it for copying."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            is_click = event.button() == Qt.MouseButton.LeftButton and not self.text.textCursor().hasSelection()
            if is_click:
                self._select_line(self.text.cursorForPosition(event.position().toPoint()).blockNumber())
        return super().eventFilter(watched, event)

    def _select_line(self, number: int) -> None:
        ids = self._lines[number].ids if number < len(self._lines) else ()
        if ids:
            self._session.select(ids)

    def _show_selection(self) -> None:
        """Mark the lines of what is selected and scroll to the first, unless one of them is in sight."""
        if not self.isVisible():
            return
        self._mark_selection()
        numbers = self._selected_lines()
        bar = self.text.verticalScrollBar()
        if numbers and not any(bar.value() <= number < bar.value() + bar.pageStep() for number in numbers):
            bar.setValue(numbers[0] - _LINES_ABOVE)

    def _mark_selection(self) -> None:
        marks = []
        for number in self._selected_lines():
            mark, look = QTextEdit.ExtraSelection(), QTextCharFormat()
            look.setBackground(theme().color("selection"))
            look.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.format = look
            mark.cursor = QTextCursor(self.text.document().findBlockByNumber(number))
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _selected_lines(self) -> list[int]:
        """Give the numbers, from 0, of the lines that write something selected."""
        selected = set(self._session.selected_ids)
        return [number for number, line in enumerate(self._lines) if selected.intersection(line.ids)]


def _change_text(editor: QPlainTextEdit, code: str) -> None:
    """Put ``code`` in the place of the text by changing the lines that differ: laying out all of them takes long."""
    old, new = editor.toPlainText().split("\n"), code.split("\n")
    if old == new:
        return
    if len(old) == 1 or not code:
        editor.setPlainText(code)
        return
    shortest = min(len(old), len(new))
    before = next((number for number in range(shortest) if old[number] != new[number]), shortest - 1)
    after = next((number for number in range(shortest - before)
                  if old[-1 - number] != new[-1 - number]), shortest - before - 1)
    cursor = QTextCursor(editor.document().findBlockByNumber(before))
    last = editor.document().findBlockByNumber(len(old) - after - 1)
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("\n".join(new[before:len(new) - after]))
