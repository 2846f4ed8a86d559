"""Tells whether a program is training a run now: a lock that the system takes back when the program dies."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from cnnstudio.errors import RunError
from cnnstudio.file_lock import is_locked, take_lock
from cnnstudio.wording import translate

NAME = "training.lock"


@contextlib.contextmanager
def training_lock(run: Path) -> Iterator[None]:
    """Have the right to train the run in a folder, until the end of the block or of the process.

    On a drive that knows no locks everybody may train.

    Raises
    ------
    RunError
        When another program, or another part of this one, trains the run.
    """
    lock = take_lock(run / NAME)
    if lock is None:
        raise RunError(translate(
            "runs", "The run {run} is being trained by another window or program. Wait for its end, or stop it there.",
            run=run))
    try:
        yield
    finally:
        lock.release()


def is_being_trained(run: Path) -> bool:
    """Whether a program trains the run in this folder now."""
    return is_locked(run / NAME)
