"""Widgets beside each other where there is room, else one below the other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

FROM_PX = 680
_ROW = "side_by_side_row"


class SideBySide(QWidget):
    """A row that becomes a column below ``from_px`` pixels.

    Parameters
    ----------
    stretches : how the width is shared; equally unless given
    """

    def __init__(self, widgets: Sequence[QWidget], parent: QWidget | None = None, *, stretches: Sequence[int] = (),
                 from_px: int = FROM_PX) -> None:
        super().__init__(parent)
        self._from_px = from_px
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setObjectName(_ROW)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for widget, stretch in zip(widgets, stretches or [1] * len(widgets), strict=True):
            row.addWidget(widget, stretch)

    def resizeEvent(self, event: "QResizeEvent") -> None:  # noqa: N802
        """Turn the row where the room changes."""
        # Asked of Qt: when a window is collected, Python takes the attributes away before Qt's half of it is gone.
        row = self.findChild(QBoxLayout, _ROW)
        if row is not None:
            wide = event.size().width() >= getattr(self, "_from_px", FROM_PX)
            row.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)
