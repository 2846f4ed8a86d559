"""How large a dialog opens: as it likes, and no larger than the screen shows of it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

FRAME_PX = QSize(16, 48)
"""Room for the window's frame and title, which Qt does not know before they are there."""


def open_size(dialog: QDialog, width_px: int, height_px: int) -> None:
    """Give a dialog its first size; where everything is drawn twice as large, the screen is half as large."""
    dialog.resize(QSize(width_px, height_px).boundedTo(dialog.screen().availableSize() - FRAME_PX))
