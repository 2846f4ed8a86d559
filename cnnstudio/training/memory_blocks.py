"""Keeps the large blocks of memory that every step takes anew, instead of giving them back to the system each time."""

import contextlib
import ctypes
import functools
import sys
import threading
from collections.abc import Callable, Iterator, Mapping

_MMAP_THRESHOLD, _TOP_PAD, _TRIM_THRESHOLD = -3, -2, -1
"""Numbers of the settings of ``mallopt``, from glibc's malloc.h."""
_KEPT = {_MMAP_THRESHOLD: 64 << 20, _TOP_PAD: 64 << 20, _TRIM_THRESHOLD: 2**31 - 1}
"""Blocks up to 64 MB come from memory that is kept. A thread's own memory consists of pieces of 64 MB; the padding
keeps those that are empty for the moment."""
_OLD_LIMIT = 32 << 20
"""The largest first setting that glibc before 2.35 takes."""
_USUAL = {_MMAP_THRESHOLD: 32 << 20, _TOP_PAD: 128 << 10, _TRIM_THRESHOLD: 64 << 20}
"""What glibc arrives at by itself once it has seen large blocks."""

_LOCK = threading.Lock()
_inside = 0


@contextlib.contextmanager
def blocks_kept() -> Iterator[None]:
    """Keep freed memory for the next step inside the block, and give it back to the system after it.

    A training step frees and takes the same blocks of megabytes again. glibc returns large ones to the system at once,
    which has to fill each page with zeros when it is used again: 4,000 to 40,000 interruptions a step. Without them a
    step takes 0.6 to 0.9 times the processor time, for hardly more memory (docs/tested.md). Blocks inside each other,
    also of several threads, count as one. Only with glibc, that is on most Linux systems; elsewhere nothing is done.
    """
    if not _enter():
        yield
        return
    try:
        yield
    finally:
        _leave()


def is_supported() -> bool:
    """Whether the C library has the settings."""
    return _library() is not None


def _enter() -> bool:
    global _inside  # noqa: PLW0603 - the setting is the process's
    library = _library()
    if library is None:
        return False
    with _LOCK:
        _inside += 1
        if _inside == 1:
            _set(library, _KEPT)
    return True


def _leave() -> None:
    global _inside  # noqa: PLW0603 - see `_enter`
    library = _library()
    with _LOCK:
        _inside -= 1
        if _inside == 0 and library is not None:
            _set(library, _USUAL)
            library.malloc_trim(0)


def _set(library: ctypes.CDLL, settings: Mapping[int, int]) -> None:
    for setting, value in settings.items():
        if not library.mallopt(setting, value):
            library.mallopt(setting, min(value, _OLD_LIMIT))


@functools.cache
def _library() -> ctypes.CDLL | None:
    """Return the C library if it is glibc."""
    if sys.platform != "linux":
        return None
    try:
        library = ctypes.CDLL(None)
    except OSError:
        return None
    wanted: tuple[Callable[..., object] | None, ...] = tuple(
        getattr(library, name, None) for name in ("gnu_get_libc_version", "mallopt", "malloc_trim"))
    return library if all(wanted) else None
