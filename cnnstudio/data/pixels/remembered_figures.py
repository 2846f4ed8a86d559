"""Remembers mean and deviation of sets of images beside their decoded pixels."""

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.errors import StorageError
from cnnstudio.storage import read_json, write_json

Constants = tuple[NDArray[np.float64], NDArray[np.float64]]
"""Mean and deviation, each (C,) float64 for values in [0, 1]."""

_VERSION = 1
_MOST = 50
"""Sets remembered for one file of pixels; the oldest is forgotten first."""


def images_key(rows: NDArray[np.int64]) -> str:
    """Return what names a set of images of one scan, in whatever order they come."""
    return hashlib.blake2b(np.sort(rows).astype("<i8").tobytes(), digest_size=16).hexdigest()


def recall(path: Path, key: str, *, channels: int) -> Constants | None:
    """Return mean and deviation (C,) of the images called ``key``; None when they are not (rightly) remembered."""
    found = _entries(path).get(key)
    try:
        mean, std = (np.array(found[name], np.float64) for name in ("mean", "std"))  # type: ignore[index]
    except (TypeError, KeyError, ValueError):
        return None
    is_right = mean.shape == std.shape == (channels,) and ((mean >= 0) & (mean <= 1) & (std >= 0) & (std <= 1)).all()
    return (mean, std) if is_right else None


def remember(path: Path, key: str, constants: Constants) -> None:
    """Write mean and deviation down; a disk that is full only costs the memory."""
    mean, std = constants
    entries = {name: value for name, value in _entries(path).items() if name != key}
    entries = dict(list(entries.items())[-_MOST + 1:])
    entries[key] = {"mean": mean.tolist(), "std": std.tolist()}
    try:
        write_json(path, {"schema_version": _VERSION, "images": entries})
    except StorageError:
        return


def _entries(path: Path) -> dict[str, Any]:
    try:
        document = read_json(path)
    except StorageError:
        return {}
    is_ours = isinstance(document, dict) and document.get("schema_version") == _VERSION
    entries = document.get("images") if is_ours else None
    return entries if isinstance(entries, dict) else {}
