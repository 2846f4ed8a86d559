"""What is still to be decoded: the newest screenful first, each from top to bottom."""

from collections import deque
from pathlib import Path

Wish = tuple[Path, int]
"""A file and its row."""


class Wishes:
    """Waiting files in batches; a file added outside a batch is one of its own.

    Parameters
    ----------
    limit
        So many may wait; the oldest is dropped for one more.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._batches: deque[deque[Wish]] = deque()
        self._count = 0
        self._is_batched = False

    def __len__(self) -> int:
        return self._count

    def begin_batch(self) -> None:
        """Let what is added from now on belong together."""
        self._is_batched = True
        if not self._batches or self._batches[-1]:
            self._batches.append(deque())

    def add(self, wish: Wish) -> Wish | None:
        """Add a file; return the one that was dropped for it, if any."""
        if not self._is_batched or not self._batches:
            self._batches.append(deque())
        self._batches[-1].append(wish)
        self._count += 1
        return self._take(0) if self._count > self._limit else None

    def pop(self) -> Wish:
        """Return the first of the newest batch and take it out.

        Raises
        ------
        IndexError
            When nothing waits.
        """
        return self._take(-1)

    def clear(self) -> None:
        """Forget everything."""
        self._batches.clear()
        self._count = 0

    def _take(self, end: int) -> Wish:
        while not self._batches[end]:
            self._batches.popleft() if end == 0 else self._batches.pop()
        self._count -= 1
        return self._batches[end].popleft()
