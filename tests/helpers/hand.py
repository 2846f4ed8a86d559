"""A hand on a real screen: moves the mouse with xdotool while the window's own loop runs in the main thread."""

import subprocess
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QMetaObject, QObject, QPoint, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

T = TypeVar("T")


class _Caller(QObject):
    """Runs functions in the thread it lives in."""

    def __init__(self) -> None:
        super().__init__()
        self._work: Callable[[], object] | None = None
        self._answer: object = None
        self._error: BaseException | None = None

    @Slot()
    def run(self) -> None:
        try:
            self._answer = self._work() if self._work else None
        except BaseException as error:  # noqa: BLE001  handed to the story's thread
            self._error = error

    def call(self, work: Callable[[], T]) -> T:
        self._work, self._error = work, None
        QMetaObject.invokeMethod(self, "run", Qt.ConnectionType.BlockingQueuedConnection)
        if self._error is not None:
            raise self._error
        return self._answer  # type: ignore[return-value]


class Hand:
    """What a story does to the window, from a thread of its own."""

    def __init__(self) -> None:
        self._caller = _Caller()

    def see(self, look: Callable[[], T]) -> T:
        """Return what ``look`` gives in the GUI thread."""
        return self._caller.call(look)

    def wait_for(self, look: Callable[[], object], what: str, *, patience_s: float = 60) -> None:
        """Wait until ``look`` is true, or fail naming ``what``."""
        deadline = time.monotonic() + patience_s
        while not self.see(look):
            if time.monotonic() > deadline:
                raise AssertionError(f"waited {patience_s} s for {what}")
            time.sleep(0.05)

    def point(self, widget: Callable[[], QWidget], place: Callable[[], QPoint] | None = None) -> tuple[int, int]:
        """Return the screen position of a place in a widget (its middle unless given)."""
        def find() -> tuple[int, int]:
            target = widget()
            at = target.mapToGlobal(place() if place else target.rect().center())
            return at.x(), at.y()

        return self.see(find)

    def settle(self) -> None:
        """Wait until the GUI thread has come round to us.

        It must not process events itself: a move that begins a drag would keep it inside the drag's own loop.
        """
        self.see(lambda: None)

    def click(self, at: tuple[int, int], count: int = 1) -> None:
        """Move there and click, twice for a double click."""
        _xdotool("mousemove", *at, "click", "--repeat", count, "--delay", 60, 1)

    def key(self, name: str) -> None:
        """Press a key, such as ``Delete`` or ``ctrl+z``, on whatever has the focus."""
        _xdotool("key", name)
        self.settle()

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 12) -> None:
        """Press, move in small steps as a hand does, wait for the window to have followed, release."""
        _xdotool("mousemove", *start, "mousedown", 1)
        for step in range(1, steps + 1):
            _xdotool("mousemove", *(round(a + (b - a) * step / steps) for a, b in zip(start, end, strict=True)))
            self.settle()
        _xdotool("mousemove", end[0] + 1, end[1], "mousemove", *end)
        self.settle()
        _xdotool("mouseup", 1)


def _xdotool(*words: object) -> None:
    subprocess.run(["xdotool", *map(str, words)], check=True, timeout=20)


def tell(story: Callable[[Hand], None], application: QApplication) -> int:
    """Run a story beside the application's loop; return 0 when it ended well, 1 with its error on stderr."""
    hand, errors = Hand(), list[BaseException]()

    def run() -> None:
        try:
            story(hand)
        except BaseException as error:  # noqa: BLE001  shown below
            errors.append(error)
        finally:
            QMetaObject.invokeMethod(application, "quit", Qt.ConnectionType.QueuedConnection)

    thread = threading.Thread(target=run, name="story")
    thread.start()
    application.exec()
    thread.join(30)
    if errors:
        import traceback

        traceback.print_exception(errors[0])
        return 1
    return 0
