"""Ends the program as a wish to close it does when the user logs off, the terminal is closed or the system asks."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class PoliteEnd(QObject):
    """Tells when the program is to end.

    Python runs a signal's handler only between two of its own instructions, and Qt's event loop has none: the signal
    writes a byte into a socket, which wakes the loop.
    """

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_byte)
        self._before_fd = -1
        self._before: dict[int, object] = {}

    def listen(self) -> None:
        """Hear signals and the end of the session from now on; call it in the main thread."""
        self._before_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _heard) for number in _SIGNALS
                        if signal.getsignal(number) != signal.SIG_IGN}
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and hasattr(application, "commitDataRequest"):
            application.commitDataRequest.connect(self._on_session_end)

    def stop_listening(self) -> None:
        """Leave the signals as they were."""
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]
        self._before = {}
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _on_byte(self) -> None:
        numbers = self._reader.recv(64)
        if any(number in _SIGNALS for number in numbers):
            self.wanted.emit()

    def _on_session_end(self, *_manager: object) -> None:
        self.wanted.emit()


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Do nothing here: the byte in the socket does it."""
