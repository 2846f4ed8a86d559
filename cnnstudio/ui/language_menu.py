"""The menu of languages, each named in itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from cnnstudio.languages import LANGUAGES
from cnnstudio.ui.language import SYSTEM


class LanguageMenu(QMenu):
    """Lets the user choose one of the languages, or the system's."""

    language_requested = Signal(str)
    """A code, or ``"system"``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("language_menu")
        self.setTitle(self.tr("Language"))
        self._group = QActionGroup(self)
        for code, title in ((SYSTEM, self.tr("As the system")), *((info.code, info.title) for info in LANGUAGES)):
            action = self._group.addAction(title)
            action.setObjectName(f"language_{code}")
            action.setData(code)
            action.setCheckable(True)
            self.addAction(action)
        self._group.triggered.connect(lambda action: self.language_requested.emit(action.data()))

    def show_chosen(self, wish: str) -> None:
        """Check the language that was chosen."""
        for action in self._group.actions():
            action.setChecked(action.data() == wish)
