"""Messages as lines in the page instead of boxes in the way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.icons import set_icon

SEVERITIES = ("info", "good", "warning", "error")
_TOKENS = {"info": "accent", "good": "good", "warning": "warning", "error": "bad"}
_SHORT_MS = 8000
_LINES = 3


@dataclass(frozen=True, slots=True)
class MessageAction:
    """A button in a message; the message goes when it is pressed."""

    title: str
    receiver: Callable[[], object] | None
    """What it does besides taking the message away."""
    is_primary: bool = False


class MessageLine(QFrame):
    """One message: a sign, the sentence, its buttons, and a cross."""

    def __init__(self, text: str, severity: str, details: str, actions: Sequence[MessageAction],
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_line")
        self.setProperty("severity", severity)
        self.text = text
        self.severity = severity
        self.details = details
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 8, 3)
        layout.setSpacing(8)
        sign = QToolButton(self)
        sign.setEnabled(True)
        sign.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_icon(sign, severity, _TOKENS[severity], size_px=20)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._make_label(text), 1)
        for action in actions:
            layout.addWidget(self._make_button(action))
        if details:
            layout.addWidget(self._make_button(MessageAction(self.tr("Copy details"), self.copy_details), closes=False))
        layout.addWidget(self._make_cross())
        if severity in ("info", "good") and not actions:
            QTimer.singleShot(_SHORT_MS, self, self.dismiss)

    def _make_label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("message_text")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumHeight(28)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setAccessibleName(text)
        return label

    def _make_button(self, action: MessageAction, *, closes: bool = True) -> QPushButton:
        button = QPushButton(action.title, self)
        button.setObjectName(f"message_action_{action.title}")
        button.setProperty("primary" if action.is_primary else "flat", True)
        if action.receiver is not None:
            button.clicked.connect(action.receiver)
        if closes:
            button.clicked.connect(self.dismiss)
        return button

    def _make_cross(self) -> QToolButton:
        cross = QToolButton(self)
        cross.setObjectName("message_close")
        cross.setAccessibleName(self.tr("Dismiss"))
        cross.setToolTip(self.tr("Dismiss"))
        set_icon(cross, "close", "quiet", size_px=16)
        cross.clicked.connect(self.dismiss)
        return cross

    def copy_details(self) -> None:
        """Put the sentence and the details on the clipboard."""
        QGuiApplication.clipboard().setText(f"{self.text}\n\n{self.details}")

    def dismiss(self) -> None:
        """Take the line away."""
        self.hide()
        self.setParent(None)
        self.deleteLater()


class MessageArea(QWidget):
    """The newest few messages, the newest at the top; takes no room while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_area")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 8)
        self._layout.setSpacing(8)
        self.hide()

    @property
    def lines(self) -> tuple[MessageLine, ...]:
        """The messages shown, newest first."""
        return tuple(self.findChildren(MessageLine, options=Qt.FindChildOption.FindDirectChildrenOnly))

    def show_message(self, text: str, severity: str = "info", details: str = "",
                     actions: Sequence[MessageAction] = ()) -> MessageLine:
        """Show ``text`` (plain) with one of `SEVERITIES`; an equal text that stands there already is replaced."""
        severity = severity if severity in SEVERITIES else "info"
        for line in self.lines:
            if line.text == text:
                line.dismiss()
        line = MessageLine(text, severity, details, actions, self)
        line.destroyed.connect(self._on_line_gone)
        self._layout.insertWidget(0, line)
        for old in self._oldest_beyond(_LINES):
            old.dismiss()
        self.show()
        return line

    def withdraw(self, text: str) -> None:
        """Take a message away that is not true any more."""
        for line in self.lines:
            if line.text == text:
                line.dismiss()

    def clear(self, severity: str | None = None) -> None:
        """Take all messages away, or those of one severity."""
        for line in self.lines:
            if severity is None or line.severity == severity:
                line.dismiss()

    def _oldest_beyond(self, count: int) -> list[MessageLine]:
        items = [self._layout.itemAt(number) for number in range(count, self._layout.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, MessageLine)]

    def _on_line_gone(self) -> None:
        if not self.lines:
            self.hide()
