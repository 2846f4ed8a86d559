"""Keeps two windows from saving over the same project file."""

import hashlib
import os
from pathlib import Path

from cnnstudio import paths
from cnnstudio.file_lock import FileLock, take_lock


class OneWindow:
    """A lock in the user's data folder for the file that is open; the folder of the file gets nothing to hold."""

    def __init__(self) -> None:
        self._lock: FileLock | None = None
        self._path: Path | None = None

    def take(self, path: Path) -> bool:
        """Return whether this window has the file for itself; where no lock can be made it has."""
        if self._lock is not None and self._path == path:
            return True
        self.release()
        folder = paths.user_data_dir() / "open projects"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        self._lock, self._path = take_lock(folder / _name(path)), path
        return self._lock is not None

    def release(self) -> None:
        """Let another window have it."""
        if self._lock is not None:
            self._lock.release()
        self._lock = self._path = None


def _name(path: Path) -> str:
    place = os.path.normcase(os.path.realpath(path))
    return hashlib.blake2b(place.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest() + ".lock"
