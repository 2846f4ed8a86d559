"""Tells whether a project file was saved on this machine, so that a stranger's hint is never followed unasked."""

import contextlib
import hashlib
import hmac
import secrets
from dataclasses import replace
from pathlib import Path

from cnnstudio import paths, storage
from cnnstudio.errors import StorageError
from cnnstudio.project.contents import FolderHint

_KEY_BYTES = 32


def sealed(hint: FolderHint, home: Path | None = None) -> FolderHint:
    """Return the hint with a seal that only this user of this machine can make (HMAC with SHA-256, RFC 2104).

    Parameters
    ----------
    home : where the key is kept; the user's own folder unless given. It is made at first use; where it cannot be, the
        seal is empty.
    """
    key = _key(home, make=True)
    return replace(hint, seal=_seal(key, hint) if key else "")


def is_ours(hint: FolderHint, home: Path | None = None) -> bool:
    """Whether this user of this machine made the hint; where somebody else did, ask before looking there."""
    key = _key(home, make=False)
    return bool(key) and hmac.compare_digest(_seal(key, hint), hint.seal)


def _seal(key: bytes, hint: FolderHint) -> str:
    text = f"{hint.relative}\n{hint.absolute}".encode("utf-8", "surrogatepass")
    return hmac.new(key, text, hashlib.sha256).hexdigest()


def _key(home: Path | None, *, make: bool) -> bytes:
    path = (home if home is not None else paths.user_data_dir()) / "project.key"
    with contextlib.suppress(StorageError):
        found = storage.read_bytes(path, limit=_KEY_BYTES)
        if len(found) == _KEY_BYTES:
            return found
    if not make:
        return b""
    key = secrets.token_bytes(_KEY_BYTES)
    try:
        storage.write_bytes(path, key)
    except StorageError:
        return b""
    return key
