"""Clocks of a training, which stand still while the computer sleeps, and how long it slept."""

import sys
import time
from collections.abc import Callable

_NOTICED_S = 60.0
_WINDOWS_TICKS_PER_S = 10_000_000


def awake_seconds() -> float:
    """Return seconds from some point on, without those in which the computer slept.

    On Linux and macOS that is what Python's performance counter counts (``CLOCK_MONOTONIC``, ``mach_absolute_time``);
    on Windows the counter goes on in sleep, but ``QueryUnbiasedInterruptTimePrecise`` does not.
    """
    return _windows_seconds() if sys.platform == "win32" else time.perf_counter()


def _windows_seconds() -> float:
    if sys.platform == "win32":
        import contextlib
        import ctypes

        ticks = ctypes.c_ulonglong()
        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.kernelbase.QueryUnbiasedInterruptTimePrecise(ctypes.byref(ticks))
            return ticks.value / _WINDOWS_TICKS_PER_S
    return time.perf_counter()


class Stopwatch:
    """Counts seconds while it runs and the computer is awake; it stands still when made."""

    def __init__(self, seconds: float = 0.0, clock: Callable[[], float] = awake_seconds) -> None:
        self._counted, self._since, self._clock = seconds, 0.0, clock
        self._runs = False

    @property
    def seconds(self) -> float:
        """Counted so far."""
        return self._counted + (self._clock() - self._since if self._runs else 0.0)

    def go(self) -> None:
        """Count from now on."""
        if not self._runs:
            self._since, self._runs = self._clock(), True

    def halt(self) -> None:
        """Count no further until the next `go`."""
        self._counted, self._runs = self.seconds, False


class SleepWatch:
    """Notices that the computer slept, from a clock that stood still meanwhile and the clock on the wall that did not.

    A wall clock that somebody puts forward looks the same; one that is put back is no sleep.

    Parameters
    ----------
    awake, wall : the clocks, in seconds
    """

    def __init__(self, awake: Callable[[], float] = awake_seconds, wall: Callable[[], float] = time.time) -> None:
        self._awake, self._wall = awake, wall
        self._ahead = wall() - awake()

    def slept_s(self) -> float:
        """Return how long the computer slept since this was last asked; 0 for anything under a minute."""
        ahead = self._wall() - self._awake()
        slept, self._ahead = ahead - self._ahead, ahead
        return slept if slept > _NOTICED_S else 0.0
