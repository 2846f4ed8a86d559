"""A line over the grid that says what was just done, with the way back."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent, QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from cnnstudio.ui.cards import described, label

_SHOWN_MS = 8000
_MARGIN_PX = 12


class Notice(QFrame):
    """``"12 images left out · Undo"`` at the foot of a widget; goes after a while, or with the step it tells of."""

    def __init__(self, stack: QUndoStack, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("notice")
        self.setProperty("card", True)
        self._stack, self._host = stack, host
        self._index = 0
        self._text = label("", name="notice_text")
        undo = described(QPushButton(self.tr("Undo")), "notice_undo", self.tr("Undo what was just done"))
        undo.setProperty("flat", True)
        undo.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self._text)
        row.addWidget(undo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self._is_following = False
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty while hidden."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str) -> None:
        """Show ``text`` about the newest step of the undo stack."""
        self._text.setText(text)
        self._index = self._stack.index()
        if not self._is_following:
            self._stack.indexChanged.connect(self._on_index)
            self._is_following = True
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, self._host.height() - self.height() - _MARGIN_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay at the foot when the host changes its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Follow the stack no longer: it is emptied once more when the window is taken down."""
        if self._is_following:
            self._stack.indexChanged.disconnect(self._on_index)
            self._is_following = False
        super().hideEvent(event)

    def _on_undo(self) -> None:
        if self._stack.index() == self._index:
            self._stack.undo()
        self.hide()

    def _on_index(self, index: int) -> None:
        if index != self._index:
            self.hide()
