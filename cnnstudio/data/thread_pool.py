"""Work through many files in threads: results in order, progress now and then, a cancel that answers at once."""

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

from cnnstudio.errors import JobCancelledError

Item = TypeVar("Item")
Result = TypeVar("Result")
ProgressCallback = Callable[[int, int], None]

_POLL_S = 0.05
_REPORT_EVERY_S = 0.05
_AHEAD_PER_THREAD = 8


def never_stop() -> bool:
    """Return False: the ``should_stop`` of work that nobody cancels."""
    return False


def thread_count() -> int:
    """Return how many threads decode pictures; Pillow lets them run beside each other."""
    return min(8, (os.cpu_count() or 1) * 2)


def stop_if_asked(should_stop: Callable[[], bool]) -> None:
    """Raise `JobCancelledError` when the user wants the work to end."""
    if should_stop():
        raise JobCancelledError("Stopped.")


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

    Close the iterator (``contextlib.closing``) when leaving it early. An exception of ``function`` arrives in turn.

    Raises
    ------
    JobCancelledError
        Within about 50 ms after ``should_stop`` becomes true; calls that have begun end by themselves.
    """
    pool = ThreadPoolExecutor(thread_count(), thread_name_prefix="cnnstudio-images")
    report = ProgressReport(on_progress, len(items))
    waiting: deque[Future[Result]] = deque()
    upcoming = iter(items)
    try:
        for done in range(len(items)):
            _fill(waiting, pool, function, upcoming)
            yield _result(waiting.popleft(), should_stop)
            report.advance(done + 1)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _fill(
    waiting: "deque[Future[Result]]", pool: ThreadPoolExecutor, function: Callable[[Item], Result],
    upcoming: Iterator[Item],
) -> None:
    room = thread_count() * _AHEAD_PER_THREAD - len(waiting)
    waiting.extend(pool.submit(function, item) for item in islice(upcoming, room))


def _result(future: "Future[Result]", should_stop: Callable[[], bool]) -> Result:
    stop_if_asked(should_stop)
    while not future.done():
        wait((future,), _POLL_S)
        stop_if_asked(should_stop)
    return future.result()
