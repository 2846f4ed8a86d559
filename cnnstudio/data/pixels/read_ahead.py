"""Loads images in threads in the order in which they will be wanted, a bounded number ahead."""

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.thread_pool import thread_count

Pixels = NDArray[np.uint8]
Loaded = Pixels | Exception | None

AHEAD_BYTES = 32_000_000
"""Loaded images that wait to be taken have at most about this size, and four of them are always allowed a thread."""

_MOST_AHEAD = 1024
_CHUNK = 16
"""Images a thread loads in one go: handing over each alone would cost more than decoding a small one."""


class ReadAhead:
    """Calls ``load(row)`` for rows in a coming order, in threads; `close` it at the end.

    Parameters
    ----------
    rows : in the order in which they will be taken, each once
    row_bytes : how large one loaded image is
    """

    def __init__(self, load: Callable[[int], Pixels], rows: Iterable[int], row_bytes: int) -> None:
        self._load = load
        self._upcoming: Iterator[int] = iter(rows)
        threads = thread_count()
        self._most = max(4 * threads, min(_MOST_AHEAD, AHEAD_BYTES // row_bytes))
        self._chunk = max(1, min(_CHUNK, self._most // (2 * threads)))
        self._waiting: dict[int, tuple[Future[list[Loaded]], int]] = {}
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="cnnstudio-images")
        self._refill()

    def take(self, row: int) -> Pixels | None:
        """Return a row when it has been or is being loaded, else None; what went wrong in loading it is raised."""
        with self._lock:
            found = self._waiting.pop(row, None)
            self._refill()
        if found is None:
            return None
        future, place = found
        loaded = future.result()[place]
        future.result()[place] = None  # so that the memory is free before the whole chunk is taken
        if isinstance(loaded, Exception):
            raise loaded
        return loaded

    def close(self) -> None:
        """Drop what nobody took; waits for the images that are being loaded right now."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _refill(self) -> None:
        while len(self._waiting) <= self._most - self._chunk:
            chunk = list(islice(self._upcoming, self._chunk))
            if not chunk:
                return
            future = self._pool.submit(self._load_all, chunk)
            self._waiting.update((row, (future, place)) for place, row in enumerate(chunk))

    def _load_all(self, rows: list[int]) -> list[Loaded]:
        return [self._load_or_error(row) for row in rows]

    def _load_or_error(self, row: int) -> Loaded:
        try:
            return self._load(row)
        except Exception as error:  # noqa: BLE001 - raised again in `take`, in its turn
            return error
