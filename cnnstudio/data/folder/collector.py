"""Holds Python's search for unreachable cycles back while very many records without cycles are made."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_holders = 0
_was_on = False


@contextmanager
def held_back() -> Iterator[None]:
    """Do not look for cycles inside; for seconds at most, and in any number of threads at once.

    Each search walks through all records made so far: a third of the time in which a large folder is listed. What
    nobody refers to any more is given back all the same, but for objects that refer to each other in a circle.
    """
    _enter()
    try:
        yield
    finally:
        _leave()


def is_held_back() -> bool:
    """Whether anybody is inside `held_back` now."""
    return _holders > 0


def _enter() -> None:
    global _holders, _was_on  # noqa: PLW0603 - the collector itself belongs to the whole process
    with _lock:
        if _holders == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _holders += 1


def _leave() -> None:
    global _holders  # noqa: PLW0603
    with _lock:
        _holders -= 1
        if _holders == 0 and _was_on:
            gc.enable()
