"""The small building blocks every page is made of: cards, plain-text labels, lines that say what is wrong."""

import html
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.theme import theme

_TEXT_WIDTH_PX = 460
Described = TypeVar("Described", bound=QWidget)


def described(widget: Described, name: str, accessible_name: str = "", tip: str = "") -> Described:
    """Give a widget its object name (for tests and style), what a screen reader calls it, and its tool tip."""
    widget.setObjectName(name)
    widget.setAccessibleName(accessible_name)
    widget.setToolTip(tip)
    return widget


def plain_tip(text: str) -> str:
    """Return a tool tip that shows ``text`` as it is, whatever names of the user's are in it, and wraps its lines."""
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>" if text else ""


def card(*, name: str, spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """Return an empty card and the column to put things in."""
    frame = described(QFrame(), name)
    frame.setProperty("card", True)
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(spacing)
    return frame, column


def label(text: str = "", role: str = "", *, name: str = "", wrap: bool = False) -> QLabel:
    """Return a label of plain text in one of the style sheet's roles (title, heading, quiet, bad ...)."""
    result = described(QLabel(text), name)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if role:
        result.setProperty("role", role)
    return result


class SentenceLine(QWidget):
    """One sentence with a sign before it; hidden while there is nothing to say."""

    def __init__(self, icon_name: str, token: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._token = icon_name, token
        self._sign = QLabel()
        self._text = label(name=name, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        theme().changed.connect(self._tint)
        self._tint()
        self.hide()

    def say(self, text: str) -> None:
        """Show ``text``; an empty one hides the line."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def set_sign(self, icon_name: str, token: str) -> None:
        """Change the sign before the sentence."""
        self._icon_name, self._token = icon_name, token
        self._tint()

    @property
    def text(self) -> str:
        """What is said; empty while hidden."""
        return self._text.text()

    def _tint(self) -> None:
        self._sign.setPixmap(pixmap(self._icon_name, 16, self._token))


class EmptyState(QWidget):
    """What a page shows while there is nothing to show: a picture, what to do, and the button that does it."""

    action_requested = Signal()

    def __init__(self, icon_name: str, title: str, text: str, action: str = "", *, name: str,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icon_name = icon_name
        self._picture = QLabel()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self._picture, label(title, "heading")):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._centred(text))
        if action:
            column.addWidget(self._make_button(action, name), 0, Qt.AlignmentFlag.AlignHCenter)
        self._more = QVBoxLayout()
        self._more.setSpacing(8)
        column.addLayout(self._more)
        column.addStretch(1)
        theme().changed.connect(self._tint)
        self._tint()

    def add_below(self, widget: QWidget) -> None:
        """Put something else that can be done in the middle under the button."""
        self._more.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)

    @staticmethod
    def _centred(text: str) -> QHBoxLayout:
        """Return a row with the text in the middle, as wide as reads well."""
        words = label(text, "quiet", wrap=True)
        words.setMaximumWidth(_TEXT_WIDTH_PX)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(words, 1000)
        row.addStretch(1)
        return row

    def _make_button(self, action: str, name: str) -> QPushButton:
        button = described(QPushButton(action), f"{name}_button", action)
        button.setProperty("primary", True)
        button.clicked.connect(self.action_requested)
        return button

    def _tint(self) -> None:
        self._picture.setPixmap(pixmap(self._icon_name, 48, "quiet"))
