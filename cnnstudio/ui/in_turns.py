"""Calls one after the other, and none that takes long in the same turn of the event loop as another."""

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_SHARE_S = 0.004
"""What is called in one turn ends with the call that goes beyond this."""

Call = Callable[[], object]


class InTurns(QObject):
    """What is to be done in the window's thread, in order.

    What a call puts on the screen is laid out and painted before the next one, and the user's clicks and keys come
    between.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._soon: deque[Call] = deque()
        self._later: deque[Call] = deque()
        self._timer = QTimer(self, interval=0, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def later(self, call: Call) -> None:
        """Call when all else has been."""
        self._later.append(call)
        self._timer.start()

    def soon(self, call: Call) -> None:
        """Call in the next turn: the rest of something long that is being done now, before all that waits."""
        self._soon.append(call)
        self._timer.start()

    def _go_on(self) -> None:
        end = time.perf_counter() + _SHARE_S
        while (waiting := self._soon or self._later) and time.perf_counter() < end:
            call = waiting.popleft()
            self._timer.start()     # a call may let the event loop turn, as a dialog does
            call()
        if not waiting:
            self._timer.stop()
