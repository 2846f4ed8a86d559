"""The menu of all help there is."""

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

ACTIONS = ("take_tour", "show_tutorials", "show_glossary", "what_is_this")
"""Names of what the menu offers."""


class HelpMenu(QMenu):
    """Offers tour, tutorials, glossary and *What is this?*."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_menu")
        self.setTitle(self.tr("Help"))
        for name in ACTIONS:
            self.addAction(actions[name])
