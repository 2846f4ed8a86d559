"""When a training saves: often enough that little is lost, and so seldom that it costs little time."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

SHARE = 0.02
"""Of a training's time that saving may take; the first and the last save come on top."""


class CheckpointPace:
    """Says when the next save is due: the slower the last one was, the later.

    Parameters
    ----------
    interval_s : seconds between two saves within an epoch
    share : of the time that saving may take; after a save of s seconds none is due for ``s / share``
    """

    def __init__(self, interval_s: float, share: float = SHARE, clock: Callable[[], float] = time.perf_counter) -> None:
        self._interval_s, self._share, self._clock = interval_s, share, clock
        self._ended = clock()
        self._rest_s = 0.0

    @property
    def is_due(self) -> bool:
        """Whether to save now, within an epoch."""
        return self._clock() - self._ended >= max(self._interval_s, self._rest_s)

    @property
    def is_due_after_epoch(self) -> bool:
        """Whether to save now that an epoch has ended."""
        return self._clock() - self._ended >= self._rest_s

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Measure a save, however it ends."""
        begin = self._clock()
        try:
            yield
        finally:
            self._ended = self._clock()
            self._rest_s = (self._ended - begin) / self._share
