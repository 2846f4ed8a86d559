"""Says what a full disk means for a run: how much room is missing where."""

import errno
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from cnnstudio.wording import translate

_FULL = frozenset(getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name))
_WINDOWS_FULL = frozenset((39, 112, 1295))
"""Handle disk full, disk full, disk quota exceeded (winerror.h)."""


def is_full_disk(error: BaseException) -> bool:
    """Whether this, or what caused it, is how the operating system says that there is no room."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and (
                cause.errno in _FULL or getattr(cause, "winerror", 0) in _WINDOWS_FULL):
            return True
        cause = cause.__cause__
    return False


def bytes_of(state: Any) -> int:
    """Return the bytes of all tensors in a nesting of mappings and sequences."""
    if hasattr(state, "nbytes"):
        return int(state.nbytes)
    if isinstance(state, Mapping):
        return sum(map(bytes_of, state.values()))
    if isinstance(state, Iterable) and not isinstance(state, str | bytes):
        return sum(map(bytes_of, state))
    return 0


GOES_ON = " The training goes on and is saved as soon as there is room."


def full_disk_sentence(folder: Path, needed: int) -> str:
    """Return what is missing for ``needed`` bytes in ``folder``, as far as the operating system tells.

    `GOES_ON` may follow while the training does.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        free = 0
    sentence = translate(
        "workspace", "The disk is full: a save needs {megabytes}, and {other_megabytes} are free in {folder}.",
        megabytes=_megabytes(needed), other_megabytes=_megabytes(free), folder=folder)
    missing = translate(
        "workspace", " {megabytes} are missing.", megabytes=_megabytes(needed - free)) if needed > free else ""
    return f"{sentence}{missing}"


def _megabytes(count: int) -> str:
    return translate("workspace", "{count:,.1f} MB", count=count / 1e6)
