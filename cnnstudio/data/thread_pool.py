"""Work through many files in threads: results in order, progress now and then, a cancel that answers at once."""

import contextlib
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

from cnnstudio.errors import JobCancelledError
from cnnstudio.wording import translate

Item = TypeVar("Item")
Result = TypeVar("Result")
ProgressCallback = Callable[[int, int], None]

_POLL_S = 0.05
_REPORT_EVERY_S = 0.05
_CHUNKS_AHEAD = 2  # waiting for each thread; more only keeps memory from being used again
_CHUNK_S = 0.005
_CHUNK_LIMIT = 64
_QUICK_S = 0.002
"""Shorter work on a file hardly waits for a disk: more threads than cores would only wait for the interpreter."""


def never_stop() -> bool:
    """Return False: the ``should_stop`` of work that nobody cancels."""
    return False


def thread_count() -> int:
    """Return how many threads decode pictures; Pillow lets them run beside each other."""
    return min(8, _core_count() * 2)


def _core_count() -> int:
    return os.cpu_count() or 1


def stop_if_asked(should_stop: Callable[[], bool]) -> None:
    """Raise `JobCancelledError` when the user wants the work to end."""
    if should_stop():
        raise JobCancelledError(translate("data", "Stopped."))


class ProgressReport:
    """Passes (done, total) on to a callback, at most some 20 times a second, and always the last one."""

    def __init__(self, callback: ProgressCallback | None, total: int = 0) -> None:
        self._callback = callback
        self._total = total
        self._next_s = 0.0

    def advance(self, done: int) -> None:
        """Say that ``done`` items are finished; the total is 0 while it is unknown."""
        if self._callback is None:
            return
        now = time.monotonic()
        if now >= self._next_s or done == self._total:
            self._next_s = now + _REPORT_EVERY_S
            self._callback(done, self._total)


def in_order(
    function: Callable[[Item], Result], items: Sequence[Item], *,
    should_stop: Callable[[], bool] = never_stop, on_progress: ProgressCallback | None = None,
) -> Generator[Result, None, None]:
    """Yield ``function(item)`` for each item in order, computed in threads a little ahead.

    Short work is handed to the threads in chunks of some milliseconds, because handing over has its price too. Close
    the iterator (``contextlib.closing``) when leaving it early. An exception of ``function`` arrives in turn.

    Raises
    ------
    JobCancelledError
        Within about 50 ms after ``should_stop`` becomes true; calls that have begun end by themselves.
    """
    chunks = _Chunks(function, items)
    report = ProgressReport(on_progress, len(items))
    done = 0
    try:
        while done < len(items):
            chunk = chunks.next(should_stop)
            for result in chunk.results:
                stop_if_asked(should_stop)
                yield result
                done += 1
                report.advance(done)
            if chunk.error is not None:
                raise chunk.error
    finally:
        chunks.close()


@dataclass(frozen=True, slots=True)
class _Chunk(Generic[Result]):
    """The results of some items, up to the first whose work failed."""

    results: list[Result]
    error: Exception | None


class _Chunks(Generic[Item, Result]):
    """Items on their way through the threads."""

    def __init__(self, function: Callable[[Item], Result], items: Sequence[Item]) -> None:
        self._function, self._items = function, items
        self._threads = thread_count()
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="cnnstudio-images")
        self._waiting: deque[Future[_Chunk[Result]]] = deque()
        self._given = 0
        self._size = 1
        self._is_quick = False
        self._few = threading.Semaphore(_core_count())
        self._is_closed = False

    def next(self, should_stop: Callable[[], bool]) -> _Chunk[Result]:
        """Return the chunk whose turn it is."""
        while self._given < len(self._items) and len(self._waiting) < self._threads * _CHUNKS_AHEAD:
            chunk = self._items[self._given:self._given + self._size]
            self._given += len(chunk)
            self._waiting.append(self._pool.submit(self._work, chunk))
        return _result(self._waiting.popleft(), should_stop)

    def close(self) -> None:
        """End the threads; work that has begun ends by itself."""
        self._is_closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _work(self, chunk: Sequence[Item]) -> _Chunk[Result]:
        with self._few if self._is_quick else contextlib.nullcontext():
            return self._results(chunk)

    def _results(self, chunk: Sequence[Item]) -> _Chunk[Result]:
        """Run in a thread; how long it takes decides how large the next chunks are."""
        start_s = time.perf_counter()
        results: list[Result] = []
        for item in chunk:
            if self._is_closed:
                break
            try:
                results.append(self._function(item))
            except Exception as error:  # noqa: BLE001 - raised again when its turn has come
                return _Chunk(results, error)
        each_s = (time.perf_counter() - start_s) / len(chunk)
        self._is_quick = each_s < _QUICK_S
        fair = len(self._items) // (self._threads * _CHUNKS_AHEAD)  # the last chunks should end together
        self._size = max(1, min(_CHUNK_LIMIT, fair, int(_CHUNK_S / each_s) if each_s > 0 else _CHUNK_LIMIT))
        return _Chunk(results, None)


def _result(future: "Future[Result]", should_stop: Callable[[], bool]) -> Result:
    stop_if_asked(should_stop)
    while not future.done():
        wait((future,), _POLL_S)
        stop_if_asked(should_stop)
    return future.result()
