"""A frame around what the tour speaks of; the mouse goes through it."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.theme import theme

_AROUND_PX = 3
_WIDTH_PX = 2
_MOVES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class TourRing(QWidget):
    """Lies over the window and follows the widget it frames."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("tour_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        theme().changed.connect(self.update)
        self.hide()

    @property
    def target(self) -> QWidget | None:
        """What is framed now."""
        return self._target if self._target is not None and shiboken6.isValid(self._target) else None

    def show_around(self, target: QWidget | None) -> None:
        """Frame a widget; nothing where it is None."""
        if target is not self.target:
            self.leave()
            self._target = target
            if target is not None:
                target.installEventFilter(self)
                target.window().installEventFilter(self)
        self._follow()

    def leave(self) -> None:
        """Frame nothing."""
        target = self.target
        if target is not None:
            target.removeEventFilter(self)
        self._target = None
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow what is framed when it moves."""
        if event.type() in _MOVES:
            self._follow()
        return False

    def _follow(self) -> None:
        target, window = self.target, self.parentWidget()
        if target is None or window is None or not target.isVisible():
            self.hide()
            return
        place = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        around = place.adjusted(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX).intersected(window.rect())
        self.setGeometry(around)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("accent"), _WIDTH_PX))
        half = _WIDTH_PX / 2
        painter.drawRoundedRect(self.rect().toRectF().adjusted(half, half, -half, -half), 6, 6)
        painter.end()
