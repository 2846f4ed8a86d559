"""What the curves say, in words, with a sign; hidden while it is too early to judge."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cnnstudio.training.verdict import Verdict
from cnnstudio.ui.cards import label
from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.theme import theme


class VerdictCard(QFrame):
    """A card with a heading, a sign and one or two sentences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("verdict_card")
        self.setProperty("card", True)
        self._is_alarm = False
        self._sign = QLabel()
        self._text = label("", name="verdict", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(label(self.tr("Verdict"), "subheading"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._text)
        theme().changed.connect(self._tint)
        self.hide()

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what ``verdict`` says; nothing when it is too early."""
        self._is_alarm = verdict.is_alarm
        self._text.setText(verdict.text)
        self.setVisible(bool(verdict.text))
        self._tint()

    def clear(self) -> None:
        """Show nothing."""
        self._text.clear()
        self.hide()

    @property
    def text(self) -> str:
        """The sentences; empty while hidden."""
        return self._text.text()

    def _tint(self) -> None:
        name = "warning" if self._is_alarm else "good"
        self._sign.setPixmap(pixmap(name, 16, name))
