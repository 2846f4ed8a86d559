"""Tells a folder that cannot be reached, such as that of a drive which was unplugged, from a picture that is no use."""

import errno
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from cnnstudio.data.folder.image_folder import ImageFile
from cnnstudio.errors import ImageError, ImagesAwayError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

_DRIVE_ERRORS = frozenset(
    getattr(errno, name) for name in (
        "ENODEV", "ENXIO", "ESTALE", "ENOTCONN", "EHOSTDOWN", "EHOSTUNREACH", "ETIMEDOUT", "ENETDOWN", "ENETUNREACH",
        "ENETRESET", "ECONNRESET", "ECONNABORTED", "EREMOTEIO", "ENOMEDIUM", "ESHUTDOWN")
    if hasattr(errno, name))
"""How the operating system says that a drive or a server does not answer; it does not say so of a single bad file."""

_WINDOWS_DRIVE_ERRORS = frozenset((21, 53, 55, 59, 64, 67, 121, 1167, 1231, 1236))
"""Not ready, path not found on the network, device gone, network name gone, ... (winerror.h)."""

_NAMED = 3
"""Changed files that a sentence names."""


def away(error: ImageError, root: Path, needed: Callable[[], Sequence[ImageFile]]) -> ImagesAwayError | None:
    """Return what to raise instead of ``error`` when not the picture is to blame but what it lies in.

    Parameters
    ----------
    error : what loading a file of the folder failed with
    root : the folder
    needed : returns the files that still have to be read; when the folder is back, those that changed are named
    """
    if not (_lies_in_nothing(error.path, root) or _is_of_a_drive(error.__cause__)):
        return None
    return ImagesAwayError(error.path, error.reason, _Look(error.path, root, needed))


def missing_folder(path: Path, root: Path) -> Path | None:
    """Return the outermost folder on the way from ``root`` to ``path`` that is not there, the root included.

    A root without anything in it counts as not there: that is how a place looks where a drive used to be mounted.
    """
    try:
        between = path.parent.relative_to(root).parts
    except ValueError:  # a list of labels may name files anywhere
        return None if path.parent.is_dir() else path.parent
    if not os.path.isdir(root) or _is_empty(root):  # noqa: PTH112 - false for whatever a drive may answer
        return root
    for count in range(1, len(between) + 1):
        folder = root.joinpath(*between[:count])
        if not os.path.isdir(folder):  # noqa: PTH112
            return folder
    return None


def _is_empty(folder: Path) -> bool:
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except OSError:
        return True


def _lies_in_nothing(path: Path, root: Path) -> bool:
    return missing_folder(path, root) is not None


def _is_of_a_drive(error: BaseException | None) -> bool:
    if not isinstance(error, OSError):
        return False
    return error.errno in _DRIVE_ERRORS or getattr(error, "winerror", 0) in _WINDOWS_DRIVE_ERRORS


class _Look:
    """Looks whether the images can be read again; the files are compared once the folder is back."""

    def __init__(self, path: Path, root: Path, needed: Callable[[], Sequence[ImageFile]]) -> None:
        self._path, self._root, self._needed = path, root, needed
        self._suspects: Sequence[ImageFile] | None = None

    def __call__(self) -> str:
        gone = missing_folder(self._path, self._root)
        if gone is not None:
            self._suspects = None
            return translate("data", "The folder {gone} cannot be reached.", gone=gone)
        reason = _unreadable(self._path)
        if reason:
            self._suspects = None
            return translate("data", "{path} cannot be read: {reason}.", path=self._path, reason=reason)
        self._suspects = [one for one in (self._needed() if self._suspects is None else self._suspects)
                          if _change(one)]
        return _changes_sentence(self._root, self._suspects) if self._suspects else ""


def _unreadable(path: Path) -> str:
    """Return why not even the first byte of a file can be had; a file that is not there is no matter here."""
    try:
        with path.open("rb") as file:
            file.read(1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        return os_reason(error)
    return ""


def _change(file: ImageFile) -> str:
    """Return what is different about a file since the scan, nothing when it is the same."""
    try:
        status = file.path.stat()
    except OSError:
        return translate("data", "has vanished")
    is_same = not file.modified_ns or (status.st_size, status.st_mtime_ns) == (file.size, file.modified_ns)
    return "" if is_same else translate("data", "has changed")


def _changes_sentence(root: Path, changed: Sequence[ImageFile]) -> str:
    named = ", ".join(f"{one.relative} {_change(one) or translate('data', 'has changed')}" for one in changed[:_NAMED])
    others = translate("data", ", and {count:,} more", count=len(changed) - _NAMED) if len(changed) > _NAMED else ""
    count = translate("data", "one file is not what it was") if len(changed) == 1 else translate(
        "data", "{count:,} files are not what they were", count=len(changed))
    return translate(
        "data", "The folder {root} is back, but {count}: {named}{others}. Put back what was there, and the training "
        "goes on with the same images; or stop it, then what was learned is kept.", root=root, count=count, named=named,
        others=others)
