"""Passes on the newest of many values, at most so often."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

_NOTHING = object()


class Throttle(QObject):
    """Calls ``receiver(value)`` at most once an interval, always with the newest value, never losing the last.

    The first value after a pause is passed on at once.
    """

    def __init__(self, interval_ms: int, receiver: Callable[[Any], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._receiver = receiver
        self._waiting: Any = _NOTHING
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(interval_ms)
        self._timer.timeout.connect(self._tick)

    def push(self, value: Any) -> None:
        """Offer a value; an older one that still waits is dropped."""
        if self._timer.isActive():
            self._waiting = value
        else:
            self._timer.start()
            self._receiver(value)

    @property
    def is_busy(self) -> bool:
        """Whether a value waits to be passed on."""
        return self._waiting is not _NOTHING

    def flush(self) -> None:
        """Pass the waiting value on now."""
        if self._waiting is not _NOTHING:
            value, self._waiting = self._waiting, _NOTHING
            self._receiver(value)

    def clear(self) -> None:
        """Forget the waiting value."""
        self._waiting = _NOTHING
        self._timer.stop()

    def _tick(self) -> None:
        if self._waiting is not _NOTHING:
            self._timer.start()
            self.flush()
