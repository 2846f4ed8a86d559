"""A lock of the operating system on a file, which the system takes back when the program dies."""

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import IO

_ATTEMPTS, _WAIT_S = 5, 0.02
"""Somebody may be looking whether the lock is held, which takes a moment."""


class FileLock:
    """A lock that is held until `release` or the end of the process.

    The number of a process would not do: it may belong to another one by now. On a drive that knows no locks, and in a
    folder that cannot be written to, everybody gets one.
    """

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path, self._file = path, file

    def release(self) -> None:
        """Let others have it, and remove its file."""
        if sys.platform != "win32":  # where a file that is open cannot be removed
            _remove(self._path)
        self._file.close()
        if sys.platform == "win32":
            _remove(self._path)


def take_lock(path: Path) -> FileLock | None:
    """Return the lock on the file ``path``, which is made for it; None when somebody else has it."""
    for _attempt in range(_ATTEMPTS - 1):
        file = _taken(path)
        if file is not None:
            return FileLock(path, file)
        time.sleep(_WAIT_S)
    file = _taken(path)
    return None if file is None else FileLock(path, file)


def is_locked(path: Path) -> bool:
    """Whether somebody has the lock on the file ``path`` now."""
    if not path.exists():
        return False
    file = _taken(path)
    if file is None:
        return True
    file.close()
    return False


def _taken(path: Path) -> IO[bytes] | None:
    """Return the locked file; None when somebody else has it."""
    try:
        file = path.open("ab")
    except OSError:
        return _no_lock()
    if _lock(file) and _is_in_place(file, path):
        return file
    file.close()
    return None


def _no_lock() -> IO[bytes]:
    """Return what stands for a lock in a folder that cannot be written to: the work itself will say so."""
    return Path(os.devnull).open("rb")


def _lock(file: IO[bytes]) -> bool:
    if sys.platform == "win32":
        import msvcrt

        with contextlib.suppress(OSError):
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        return False
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a network drive without locks
    return True


def _is_in_place(file: IO[bytes], path: Path) -> bool:
    """Whether the file is still the one in the folder: its last owner may just have removed it."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()
