"""A line of text that gives way: what does not fit is replaced by dots, and the whole is the tool tip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOption, QWidget

_SHORTEST_PX = 40


class ElidedLabel(QLabel):
    """One line of plain text, never wider than its place.

    Parameters
    ----------
    role
        One of the style sheet's roles (quiet, caption, subheading ...).
    where
        Which part is left out; the middle of a path, the end of a sentence.
    """

    def __init__(self, text: str = "", role: str = "", *, name: str = "",
                 where: Qt.TextElideMode = Qt.TextElideMode.ElideRight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show ``text``, whole or elided."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a width that every layout can grant."""
        return QSize(_SHORTEST_PX, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw what fits."""
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        area = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), self._where, area.width())
        self.style().drawItemText(painter, area, int(self.alignment()), option.palette,
                                  bool(option.state & QStyle.StateFlag.State_Enabled),
                                  text, self.foregroundRole())
        painter.end()
