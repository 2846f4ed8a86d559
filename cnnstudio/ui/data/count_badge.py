"""A number on a rounded ground, coloured by how grave what it counts is."""

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.theme import CAPTION_PX, font, theme

_TOKENS = {"error": "bad", "warning": "warning", "info": "quiet"}
"""The colours by severity, the gravest first."""
_HEIGHT_PX = 18


class CountBadge(QWidget):
    """Hidden while there is nothing to count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "count_badge")
        self.count, self._token = 0, "quiet"
        self.setFont(font(CAPTION_PX, 600))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)
        self.hide()

    def show_severities(self, severities: Collection[str]) -> None:
        """Show how many there are, in the colour of the gravest."""
        self.count = len(severities)
        self._token = next((token for severity, token in _TOKENS.items() if severity in severities), "quiet")
        self.setAccessibleName(f"{self.count:,}")
        self.setVisible(bool(self.count))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for the number."""
        return QSize(max(_HEIGHT_PX, self.fontMetrics().horizontalAdvance(f"{self.count:,}") + 12), _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw ground and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(self._token))
        painter.drawRoundedRect(self.rect(), _HEIGHT_PX / 2, _HEIGHT_PX / 2)
        painter.setPen(theme().color("on_accent"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), f"{self.count:,}")
        painter.end()
