"""Deletes runs, each so that it is there whole or not at all."""

import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path

from cnnstudio.errors import RunError, StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.runs.training_lock import is_being_trained
from cnnstudio.wording import translate


def refuse_running(paths: Iterable[Path]) -> None:
    """Raise `RunError` when a program trains one of the runs now."""
    for path in paths:
        if is_being_trained(path):
            raise RunError(translate(
                "runs", "The run {file} is being trained now. Stop the training first.", file=path.name))


def delete_run(path: Path) -> None:
    """Delete a run: it gets a name that no list shows, then its files go. One that is gone already is no error.

    Raises
    ------
    StorageError
        When it cannot be renamed; it is then as it was.
    """
    hidden = path.with_name(f".deleted-{uuid.uuid4().hex}")
    try:
        path.rename(hidden)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StorageError(translate(
            "runs", "Cannot delete {path}: {reason}.", path=path, reason=os_reason(error))) from error
    shutil.rmtree(hidden, ignore_errors=True)
