"""Has widgets take the colours of another scheme: what is seen at once, the rest piece by piece afterwards."""

import time

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import getCppPointer

_PIECE_S = 0.015


class Restyler(QObject):
    """Works the style sheet out anew, widget by widget.

    Giving the application another style sheet would take a second and more, for Qt then works the rules out for a
    widget once for each of its ancestors. So the sheet stays the same and names roles of the palette, and a widget
    whose rules are worked out again finds the new colours there.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: set[int] = set()
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._restyle_piece)

    def restyle(self) -> None:
        """Restyle what is seen now and have the rest follow."""
        self._done.clear()
        for widget in QApplication.allWidgets():
            if widget.isVisible():
                self._restyle(widget)
        self._soon.start()

    @property
    def is_at_work(self) -> bool:
        """Whether widgets that are not seen are still to follow."""
        return self._soon.isActive()

    def _restyle_piece(self) -> None:
        """Restyle some of the others; which are left is asked each time, for widgets come and go."""
        end = time.perf_counter() + _PIECE_S
        for widget in QApplication.allWidgets():
            if _address(widget) not in self._done:
                self._restyle(widget)
            if time.perf_counter() > end:
                self._soon.start()
                return

    def _restyle(self, widget: QWidget) -> None:
        self._done.add(_address(widget))
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # others are styled when they are first shown
            style = widget.style()
            style.unpolish(widget)
            style.polish(widget)
            widget.update()


def _address(widget: QWidget) -> int:
    """Return what tells a living widget from the others."""
    return int(getCppPointer(widget)[0])
