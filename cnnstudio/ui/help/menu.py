"""The menu of all help there is."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

ACTIONS = ("take_tour", "show_tutorials", "show_glossary", "what_is_this", "", "show_log", "show_about")
"""Names of what the menu offers; an empty one is a line."""


class HelpMenu(QMenu):
    """Offers tour, tutorials, glossary, *What is this?*, the log and the program's version."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_menu")
        self.setTitle(self.tr("Help"))
        for name in ACTIONS:
            if name:
                self.addAction(actions[name])
            else:
                self.addSeparator()
