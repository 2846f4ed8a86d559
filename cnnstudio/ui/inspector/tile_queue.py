"""Draws many small pictures a few at a time, so that the window stays awake."""

import time
from collections.abc import Callable, Hashable, Iterable

from PySide6.QtCore import QObject, QTimer

_TURN_S = 0.008


class TileQueue(QObject):
    """Calls ``draw(name)`` for every name that waits, some milliseconds a turn; the newest wish for a name counts."""

    def __init__(self, draw: Callable[[Hashable], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draw = draw
        self._waiting: dict[Hashable, None] = {}
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._work)

    def push(self, names: Iterable[Hashable]) -> None:
        """Have these drawn; what is due is drawn at once up to the end of a turn."""
        self._waiting.update(dict.fromkeys(names))
        if not self._turn.isActive():
            self._work()

    def clear(self) -> None:
        """Draw nothing that waits."""
        self._waiting.clear()
        self._turn.stop()

    def _work(self) -> None:
        end = time.perf_counter() + _TURN_S
        while self._waiting and time.perf_counter() < end:
            name = next(iter(self._waiting))
            del self._waiting[name]
            self._draw(name)
        if self._waiting:
            self._turn.start()
