"""A card that stands for one format: a title to choose and a sentence on what it is for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.exporting.choices import ExportChoice, translated


class FormatCard(QFrame):
    """Chosen by a click anywhere on it, or by the keyboard as any radio button.

    Attributes
    ----------
    button : to be put into a group with those of the other cards
    """

    def __init__(self, shown: ExportChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, f"format_card_{shown.name}")
        self.setProperty("card", True)
        self.choice = shown
        title, text = translated(shown.title), translated(shown.text)
        self.button = described(QRadioButton(title), f"format_{shown.name}", f"{title}. {text}")
        self.button.setAccessibleDescription(text)
        self._text = label(text, "quiet", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.button)
        column.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose this format."""
        super().mouseReleaseEvent(event)
        if self.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.button.setChecked(True)
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
