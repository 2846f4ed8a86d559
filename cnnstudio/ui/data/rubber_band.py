"""The rectangle drawn with the mouse to select images, in the coordinates of the whole grid."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication

from cnnstudio.ui.theme import theme

_FILL_OPACITY = 0.15


class RubberBand:
    """Where the mouse was pressed and where it is; a band shorter than a shaky click is none."""

    def __init__(self) -> None:
        self._start: QPoint | None = None
        self._end = QPoint()

    @property
    def is_pressed(self) -> bool:
        """Whether the mouse is held down since `press`."""
        return self._start is not None

    @property
    def is_drawn(self) -> bool:
        """Whether the mouse was moved far enough to mean a rectangle."""
        return (self._start is not None
                and (self._end - self._start).manhattanLength() >= QApplication.startDragDistance())

    @property
    def end(self) -> QPoint:
        """Where the mouse is."""
        return self._end

    @property
    def rect(self) -> QRect:
        """The rectangle; empty while there is none."""
        return QRect(self._start, self._end).normalized() if self._start is not None else QRect()

    def press(self, point: QPoint) -> None:
        """Begin at ``point``."""
        self._start = self._end = point

    def move(self, point: QPoint) -> None:
        """Draw on to ``point``."""
        self._end = point

    def release(self) -> None:
        """End."""
        self._start = None

    def draw(self, painter: QPainter, offset: QPoint) -> None:
        """Draw the band moved by ``offset``."""
        if not self.is_drawn:
            return
        fill = QColor(theme().color("accent"))
        painter.setPen(QPen(fill, 1))
        fill.setAlphaF(_FILL_OPACITY)
        painter.setBrush(fill)
        painter.drawRect(self.rect.translated(offset))
