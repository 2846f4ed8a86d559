"""A table in a file: a strict JSON header, names, and columns of numbers, written whole and checked when read."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.errors import StorageError
from cnnstudio.storage import atomic_file, dump_json, parse_json, read_bytes
from cnnstudio.wording import translate

FILE_LIMIT_BYTES = 2_000_000_000
_MAGIC = b"CNN Studio table 1\n"
_DIGEST_BYTES = 16
_LENGTH_BYTES = 8

Columns = Mapping[str, NDArray[Any]]
Layout = Mapping[str, tuple[str, tuple[int, ...]]]
"""Name of a column -> numpy dtype in little-endian order, and the shape of one row."""


def write_columns(path: Path, header: Mapping[str, Any], names: Sequence[str], columns: Columns) -> None:
    """Save a table, whole or not at all.

    Parameters
    ----------
    header : any JSON object
    names : one for each row; no zero byte in them
    columns : arrays of ``len(names)`` rows each

    Raises
    ------
    StorageError
        When it cannot be written.
    """
    text = "\0".join(names).encode("utf-8", "surrogatepass")
    head = dump_json({"header": header, "rows": len(names), "names_bytes": len(text)}).encode()
    parts = [len(head).to_bytes(_LENGTH_BYTES, "little"), head, text,
             *(np.ascontiguousarray(column).tobytes() for column in columns.values())]
    digest = hashlib.blake2b(digest_size=_DIGEST_BYTES)
    for part in parts:
        digest.update(part)
    with atomic_file(path) as file:
        file.write(_MAGIC + digest.digest())
        for part in parts:
            file.write(part)


def read_columns(path: Path, layout: Layout) -> tuple[dict[str, Any], list[str], dict[str, NDArray[Any]]]:
    """Return header, names and columns of a table.

    Raises
    ------
    StorageError
        When it cannot be read, was damaged, or has other columns than ``layout``.
    """
    data = memoryview(read_bytes(path, limit=FILE_LIMIT_BYTES))
    body = data[len(_MAGIC) + _DIGEST_BYTES:]
    digest = hashlib.blake2b(body, digest_size=_DIGEST_BYTES).digest()
    if bytes(data[:len(_MAGIC) + _DIGEST_BYTES]) != _MAGIC + digest:
        raise StorageError(translate("data", "{path} is damaged.", path=path))
    try:
        return _parse(path, body, layout)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StorageError(translate("data", "{path} cannot be read: {reason}.", path=path, reason=error)) from error


def _parse(path: Path, body: memoryview, layout: Layout) -> tuple[dict[str, Any], list[str], dict[str, NDArray[Any]]]:
    end = _LENGTH_BYTES + int.from_bytes(body[:_LENGTH_BYTES], "little")
    head = parse_json(bytes(body[_LENGTH_BYTES:end]), str(path))
    rows, start = int(head["rows"]), end + int(head["names_bytes"])
    names = bytes(body[end:start]).decode("utf-8", "surrogatepass").split("\0") if rows else []
    columns: dict[str, NDArray[Any]] = {}
    for name, (dtype, shape) in layout.items():
        count = rows * int(np.prod(shape, dtype=np.int64))
        columns[name] = np.frombuffer(body, np.dtype(dtype), count, start).reshape(rows, *shape)
        start += columns[name].nbytes
    if len(names) != rows or start != len(body):
        raise ValueError("it has other columns than expected")
    return dict(head["header"]), names, columns
