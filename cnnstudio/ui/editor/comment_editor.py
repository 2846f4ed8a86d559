"""The field that appears over a comment to write its text in place."""
# ruff: noqa: N802 -- Qt's names

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from cnnstudio.network.comment_edits import ChangeComment
from cnnstudio.network.edits import Compound
from cnnstudio.ui.editor.comment_item import PADDING_PX, TEXT_PX
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.view import NetworkView
from cnnstudio.ui.theme import font

_SMALLEST_PX = (200, 72)
_LEAST_TEXT_PX = 11


class CommentEditor(QPlainTextEdit):
    """Ctrl+Enter or going elsewhere keeps the text, Esc leaves the comment as it was; plain text only."""

    def __init__(self, session: EditorSession, view: NetworkView) -> None:
        super().__init__(view.viewport())
        self.setObjectName("comment_editor")
        self.setAccessibleName(self.tr("Text of the comment"))
        self.setAccessibleDescription(self.tr("Ctrl+Enter keeps the text, Esc leaves it as it was."))
        self.setPlaceholderText(self.tr("Write a comment. Ctrl+Enter keeps it."))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._session, self._view = session, view
        self._comment_id: str | None = None
        for signal in (view.scrolled, view.zoom_changed):
            signal.connect(self._follow)
        session.graph_swapped.connect(self.abandon)
        session.shown_changed.connect(self._leave_if_gone)
        self.hide()

    def begin(self, comment_id: str) -> None:
        """Show the field over a comment's text."""
        self.accept()
        self._view.reveal(comment_id)
        self._comment_id = comment_id
        self.setPlainText(self._session.graph.comments[comment_id].text)
        self._view.network_scene.comments[comment_id].set_edited(is_edited=True)
        self._follow()
        self.selectAll()
        self.show()
        self.setFocus()

    def accept(self) -> None:
        """Keep the text as one undo step."""
        comment_id = self._end()
        comment = self._session.graph.comments.get(comment_id or "")
        if comment is not None and self.toPlainText() != comment.text:
            edit = ChangeComment(replace(comment, text=self.toPlainText()))
            self._session.push(Compound(self.tr("Write comment"), [edit]))

    def abandon(self) -> None:
        """Leave the text as it was."""
        self._end()

    def _end(self) -> str | None:
        """Hide the field; gives the comment it was for."""
        comment_id, self._comment_id = self._comment_id, None
        if comment_id is not None:
            item = self._view.network_scene.comments.get(comment_id)
            if item is not None:
                item.set_edited(is_edited=False)
            if self.hasFocus():
                self._view.setFocus()
            self.hide()
        return comment_id

    def _follow(self) -> None:
        """Stay over the comment, with letters of its size."""
        item = self._view.network_scene.comments.get(self._comment_id or "")
        if item is None:
            return
        area = self._view.mapFromScene(item.scene_box()).boundingRect()
        self.setFont(font(max(_LEAST_TEXT_PX, round(TEXT_PX * self._view.zoom)), tabular=False))
        self.document().setDocumentMargin(min(PADDING_PX, PADDING_PX * self._view.zoom))
        self.setGeometry(area.left(), area.top(), max(_SMALLEST_PX[0], area.width()),
                         max(_SMALLEST_PX[1], area.height()))

    def _leave_if_gone(self) -> None:
        if self._comment_id is not None and self._comment_id not in self._session.graph.comments:
            self.abandon()

    def event(self, event: QEvent) -> bool:
        """Claim Esc and Ctrl+Enter before the window's own shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _is_ours(event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return event.key() == Qt.Key.Key_Escape or (
            is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey Ctrl+Enter and Esc; Enter alone begins a new line."""
        if not self._is_ours(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.abandon()
        else:
            self.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the text when the user goes elsewhere, but for the field's own menu."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.accept()
