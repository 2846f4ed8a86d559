"""The card that says what a field is; it closes as a menu does."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.help.field_help import FieldHelp
from cnnstudio.ui.icons import set_icon

_WIDTH_PX = 380
_GAP_PX = 6


class FieldCard(QFrame):
    """Title, text, and the way to the glossary; Esc or a click elsewhere closes it.

    Parameters
    ----------
    told
        What is shown.
    term_title
        What the glossary's entry is called; empty for none.
    """

    term_requested = Signal(str)
    """The name of the glossary's entry."""

    def __init__(self, told: FieldHelp, term_title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        described(self, "field_card", self.tr("What is this?"))
        self.setProperty("card", True)
        self.setAccessibleDescription(f"{told.title}. {told.text}")
        self.title = label(told.title, "subheading", name="field_card_title", wrap=True)
        self.text = label(told.text, name="field_card_text", wrap=True)
        self.link: QPushButton | None = None
        self._term = told.term
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        if term_title:
            column.addWidget(self._make_link(term_title), 0, Qt.AlignmentFlag.AlignLeft)
        self.setFixedWidth(_WIDTH_PX)

    def _make_link(self, title: str) -> QPushButton:
        self.link = described(QPushButton(self.tr("Glossary: {term}").format(term=title)), "field_card_link")
        set_icon(self.link, "book")
        self.link.clicked.connect(self._on_link)
        return self.link

    def show_at(self, field: QWidget) -> None:
        """Show the card below a field, or above it where there is no room, always inside the screen."""
        high = self.heightForWidth(_WIDTH_PX) if self.hasHeightForWidth() else self.sizeHint().height()
        size = QSize(_WIDTH_PX, high)
        self.resize(size)
        screen = (field.screen() or QApplication.primaryScreen()).availableGeometry()
        below = field.mapToGlobal(QPoint(0, field.height() + _GAP_PX))
        above = field.mapToGlobal(QPoint(0, -_GAP_PX)).y() - size.height()
        top = below.y() if below.y() + size.height() <= screen.bottom() else above
        left = min(below.x(), screen.right() - size.width())
        self.move(max(left, screen.left()), max(top, screen.top()))
        self.show()
        (self.link or self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter follow the link, as in a menu."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.link is not None:
            self._on_link()
        else:
            super().keyPressEvent(event)

    def _on_link(self) -> None:
        self.close()
        self.term_requested.emit(self._term)
