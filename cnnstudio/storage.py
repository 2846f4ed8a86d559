"""Files are saved whole or not at all, and JSON is read strictly."""

import contextlib
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from cnnstudio.errors import StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

JSON_LIMIT_BYTES = 64_000_000
JSON_DEPTH_LIMIT = 64
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_REPLACE_PATIENCE_S = 2.5


@contextlib.contextmanager
def atomic_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of ``path`` only when the block ends well.

    A temporary file in the same folder is written, flushed and synced, then put in place with one rename, and
    the folder is synced. If anything fails the old file stays as it was and the temporary one is removed.

    Raises
    ------
    StorageError
        Naming ``path`` and the operating system's reason (no permission, disk full, ...).
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        _replace(temporary, path)
        temporary = None
        sync_folder(path.parent)
    except OSError as error:
        raise StorageError(translate(
            "core", "Cannot save {path}: {reason}. Nothing was changed.", path=path,
            reason=os_reason(error))) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _replace(source: Path, target: Path) -> None:
    """Rename, with patience on Windows, where a virus scanner may hold the target open for a moment."""
    deadline = time.monotonic() + (_REPLACE_PATIENCE_S if sys.platform == "win32" else 0.0)
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(0.05)
        else:
            return


def sync_folder(folder: Path) -> None:
    """Make a rename inside ``folder`` durable, where the operating system offers it."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_bytes(path: Path, data: bytes) -> None:
    """Save ``data`` as ``path``, whole or not at all (see `atomic_file`)."""
    with atomic_file(path) as file:
        file.write(data)


def write_text(path: Path, text: str) -> None:
    """Save UTF-8 text, whole or not at all."""
    write_bytes(path, text.encode("utf-8"))


def write_json(path: Path, value: Any) -> None:
    """Save strict JSON (no NaN, no infinity), whole or not at all."""
    write_text(path, dump_json(value))


def dump_json(value: Any) -> str:
    """Return strict, readable JSON with a newline at the end."""
    return json.dumps(value, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def read_bytes(path: Path, *, limit: int | None = None) -> bytes:
    """Read a whole file of at most ``limit`` bytes.

    Raises
    ------
    StorageError
        When the file cannot be read or is larger.
    """
    try:
        if limit is not None and path.stat().st_size > limit:
            raise StorageError(translate(
                "core", "{path} is larger than the {limit:,} bytes allowed for such a file.", path=path, limit=limit))
        return path.read_bytes()
    except OSError as error:
        raise StorageError(translate(
            "core", "Cannot read {path}: {reason}.", path=path, reason=os_reason(error))) from error


def read_json(path: Path) -> Any:
    """Read strict JSON.

    Raises
    ------
    StorageError
        When the file cannot be read, is too large, is not JSON, holds NaN or infinity, names a key twice, or is
        nested deeper than `JSON_DEPTH_LIMIT`.
    """
    return parse_json(read_bytes(path, limit=JSON_LIMIT_BYTES), str(path))


def parse_json(data: bytes | str, name: str) -> Any:
    """Parse strict JSON in UTF-8; ``name`` is what an error message calls it."""
    try:
        text = data if isinstance(data, str) else data.removeprefix(_BYTE_ORDER_MARK).decode()
    except UnicodeDecodeError as error:
        raise StorageError(translate(
            "core", "{name} is not a text in UTF-8: byte {start:,} cannot be read.", name=name,
            start=error.start)) from error
    try:
        value = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_duplicates)
    except (ValueError, RecursionError) as error:
        raise StorageError(translate("core", "{name} is not valid JSON: {reason}.", name=name, reason=error)) from error
    if _depth_exceeds(value, JSON_DEPTH_LIMIT):
        raise StorageError(translate(
            "core", "{name} is nested more than {limit} levels deep.", name=name, limit=JSON_DEPTH_LIMIT))
    return value


def _refuse_constant(text: str) -> None:
    raise ValueError(f"the number {text} is not allowed")


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise ValueError("a key is given twice")
    return result


def _depth_exceeds(value: Any, levels: int) -> bool:
    if levels == 0:
        return True
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(_depth_exceeds(child, levels - 1) for child in children)


def sha256(data: bytes) -> str:
    """Return the hexadecimal SHA-256 of ``data``."""
    return hashlib.sha256(data).hexdigest()
