"""What happens when the user chooses a language: it is remembered, and the window follows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnstudio.ui.language import language

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow


class LanguageFlow(QObject):
    """Ties the menu of languages to the settings and to what is on show."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.header.languages.language_requested.connect(self.speak)
        window.header.languages.show_chosen(window.settings.language)

    def speak(self, wish: str) -> None:
        """Speak a language from now on, now and the next time; ``"system"`` is that of the system."""
        self._window.settings.language = wish
        self._window.header.languages.show_chosen(wish)
        language().set_language(wish)
