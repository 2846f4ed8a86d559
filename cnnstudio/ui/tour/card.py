"""The tour's card: a strip below the page that says what to do next, and never lies over anything."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.icons import set_icon


class TourCard(QFrame):
    """Shows one step; hidden while there is no tour."""

    action_requested = Signal()
    skip_requested = Signal()
    back_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "tour_card", self.tr("Guided tour"))
        self.setProperty("card", True)
        self._place = label("", "caption", name="tour_place")
        self._title = label("", "subheading", name="tour_title")
        self._text = label("", name="tour_text", wrap=True)
        self.action = described(QPushButton(), "tour_action")
        self.action.setProperty("primary", True)
        self._back = self._arrow("tour_back", "left", self.tr("Back to the step before"))
        self._skip = self._arrow("tour_skip", "right", self.tr("Skip this step"))
        close = self._arrow("tour_close", "close", self.tr("Leave the tour; the menu Help takes it up again"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 10)
        row.setSpacing(12)
        row.addLayout(self._words(), 1)
        row.addWidget(self.action)
        for button in (self._back, self._skip, close):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        for signal, told in ((self.action.clicked, self.action_requested), (self._skip.clicked, self.skip_requested),
                             (self._back.clicked, self.back_requested), (close.clicked, self.close_requested)):
            signal.connect(told)
        self.hide()

    def _words(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._place)
        head.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._text)
        return column

    @staticmethod
    def _arrow(name: str, icon_name: str, text: str) -> QToolButton:
        button = described(QToolButton(), name, text, text)
        set_icon(button, icon_name, "quiet", size_px=16)
        return button

    def show_step(self, number: int, count: int, title: str, text: str, action: str) -> None:
        """Show step ``number`` of ``count``, counted from 1."""
        self._title.setText(title)
        self._place.setText(self.tr("Guided tour, step {number} of {count}").format(number=number, count=count))
        self._text.setText(text)
        self.action.setText(action)
        self.action.setAccessibleName(f"{action}: {text}")
        self._back.setEnabled(number > 1)
        self._skip.setEnabled(number < count)
        self.setAccessibleDescription(f"{title}. {text}")
        self.show()

    @property
    def title(self) -> str:
        """The title of the step on show."""
        return self._title.text()

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()
