"""The menu of sizes."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from cnnstudio.ui.settings import SIZES


class SizeMenu(QMenu):
    """Lets the user choose how large everything is."""

    size_requested = Signal(int)
    """Percent of the usual size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("size_menu")
        self.setTitle(self.tr("Size of everything"))
        self._group = QActionGroup(self)
        for percent in SIZES:
            action = self._group.addAction(self.tr("{percent} %").format(percent=percent))
            action.setObjectName(f"size_{percent}")
            action.setData(percent)
            action.setCheckable(True)
            self.addAction(action)
        self._group.triggered.connect(lambda action: self.size_requested.emit(action.data()))

    def show_chosen(self, percent: int) -> None:
        """Check the size that was chosen."""
        for action in self._group.actions():
            action.setChecked(action.data() == percent)
