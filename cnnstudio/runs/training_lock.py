"""Tells whether a program is training a run now: a lock that the system takes back when the program dies."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from cnnstudio.errors import RunError

NAME = "training.lock"
_ATTEMPTS, _WAIT_S = 5, 0.02
"""Somebody may be looking whether the run is in use, which takes a moment."""


@contextlib.contextmanager
def training_lock(run: Path) -> Iterator[None]:
    """Have the right to train the run in a folder, until the end of the block or of the process.

    It is a lock of the operating system on a file in the folder. The number of a process would not do: it may belong to
    another one by now. On a drive that knows no locks everybody may train.

    Raises
    ------
    RunError
        When another program, or another part of this one, trains the run.
    """
    path = run / NAME
    file = _taken_patiently(path)
    if file is None:
        raise RunError(f"The run {run} is being trained by another window or program. Wait for its end, or stop it "
                       "there.")
    try:
        yield
    finally:
        if sys.platform != "win32":  # where a file that is open cannot be removed
            _remove(path)
        file.close()
        if sys.platform == "win32":
            _remove(path)


def is_being_trained(run: Path) -> bool:
    """Whether a program trains the run in this folder now."""
    path = run / NAME
    if not path.exists():
        return False
    file = _taken(path)
    if file is None:
        return True
    file.close()
    return False


def _taken_patiently(path: Path) -> IO[bytes] | None:
    for _attempt in range(_ATTEMPTS - 1):
        file = _taken(path)
        if file is not None:
            return file
        time.sleep(_WAIT_S)
    return _taken(path)


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
    """Return what stands for a lock in a folder that cannot be written to: the training itself will say so."""
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
