"""Saves the newest decisions of each folder in a thread that ends when nothing is left to save."""

import threading
from collections.abc import Callable, Hashable

from cnnstudio.errors import CNNStudioError

Save = Callable[[], None]


class CurationSaver:
    """Saves in the background; while one save is under way, only the newest of each key waits.

    The thread is no daemon: the interpreter ends after the last state is on disk.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: dict[Hashable, Save] = {}
        self._thread: threading.Thread | None = None
        self._problem = ""

    @property
    def problem(self) -> str:
        """Why the last save failed, in a sentence; empty when it did not."""
        return self._problem

    def save_later(self, key: Hashable, save: Save) -> None:
        """Call ``save`` soon, instead of one with this key that still waits; returns at once."""
        with self._lock:
            self._waiting[key] = save
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="cnnstudio-save-decisions")
                self._thread.start()

    def finish(self) -> None:
        """Return when everything given so far is on disk, or could not be written."""
        with self._lock:
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _work(self) -> None:
        while (save := self._next()) is not None:
            try:
                save()
                self._problem = ""
            except CNNStudioError as error:
                self._problem = str(error)
            except BaseException:
                with self._lock:
                    self._thread = None  # the next save gets a new thread
                raise

    def _next(self) -> Save | None:
        with self._lock:
            if not self._waiting:
                self._thread = None
                return None
            return self._waiting.pop(next(iter(self._waiting)))
