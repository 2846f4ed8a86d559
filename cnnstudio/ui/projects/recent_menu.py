"""The menu of the projects opened last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget


class RecentProjectsMenu(QMenu):
    """Names them when it is opened; without any it says so."""

    project_requested = Signal(object)
    """A path."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recent_projects_menu")
        self.setTitle(self.tr("Recent projects"))
        self.show_projects(())
        self.triggered.connect(lambda action: self.project_requested.emit(action.data()))

    def show_projects(self, projects: Sequence[Path]) -> None:
        """Offer these, the newest first."""
        self.clear()
        for path in projects:
            action = self.addAction(f"{path.stem.replace('&', '&&')}   {str(path.parent).replace('&', '&&')}")
            action.setToolTip(str(path))
            action.setData(path)
        if not projects:
            self.addAction(self.tr("No project was opened yet")).setEnabled(False)
