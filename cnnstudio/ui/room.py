"""A part of the window that is laid out apart from the rest."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class Room(QWidget):
    """Gives all its space to one widget, and keeps changes in it from measuring the whole window anew.

    In Qt a label that gets another text has the layout of every parent worked out again, tens of milliseconds in a
    window of many parts. Here that ends at the room, unless what is in it no longer fits.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        content.setParent(self)
        content.setVisible(True)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return what the content needs at least."""
        return self._content.minimumSizeHint().expandedTo(self._content.minimumSize())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return what the content would like."""
        return self._content.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the content all the space."""
        self._content.setGeometry(self.rect())
        super().resizeEvent(event)

    def settle(self) -> None:
        """Lay out what changed while nobody saw it: Qt tells each layout once, and a hidden one does not listen."""
        for widget in (self._content, *self._content.findChildren(QWidget)):
            layout = widget.layout()
            if layout is not None and widget.isVisible():
                layout.activate()

    def event(self, event: QEvent) -> bool:
        """Ask for more space when the content has come to need it."""
        if event.type() == QEvent.Type.LayoutRequest:
            needed = self.minimumSizeHint()
            if needed.width() > self.width() or needed.height() > self.height():
                self.updateGeometry()
        return super().event(event)
