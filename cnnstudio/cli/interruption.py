"""Ctrl-C, a polite kill, a closed terminal: work that can be stopped is asked to stop, all other ends at once."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_HANGUP = getattr(signal, "SIGHUP", None)
"""Where it is ignored, somebody has said (``nohup``) that a closed terminal does not matter."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM, *((_HANGUP,) if _HANGUP else ()))


class Interruption:
    """Knows whether the user wants an end.

    While a job runs (inside `polite`) the first signal only sets a flag, so that a training can save what it has;
    the second one, or any outside a job, raises KeyboardInterrupt.
    """

    def __init__(self) -> None:
        self._wanted = False
        self._polite = 0

    def wanted(self) -> bool:
        """Whether the user wants an end; this is the ``should_stop`` of the jobs."""
        return self._wanted

    def request(self) -> None:
        """Ask for an end, as the first Ctrl-C does."""
        if self._wanted or not self._polite:
            self._wanted = True
            raise KeyboardInterrupt
        self._wanted = True

    @contextmanager
    def polite(self) -> Iterator[None]:
        """Run a block that asks `wanted` itself."""
        self._polite += 1
        try:
            yield
        finally:
            self._polite -= 1

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Handle the signals in this block; the old handlers come back afterwards. Only the main thread may."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        heard = [number for number in _SIGNALS if number != _HANGUP or signal.getsignal(number) != signal.SIG_IGN]
        before = {number: signal.signal(number, self._handle) for number in heard}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    def _handle(self, _number: int, _frame: FrameType | None) -> None:
        self.request()
