"""An audit kept with its run: one file, whole or not at all, of strict JSON and arrays, that opens again."""

import dataclasses
import io
import json
import math
import types
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import numpy as np

from cnnstudio.errors import RunError, StorageError
from cnnstudio.explain.audit.report import AuditReport
from cnnstudio.storage import parse_json, read_bytes, write_bytes
from cnnstudio.wording import translate

SCHEMA_VERSION = 1
FILE = "audit/audit.zip"
"""Below the run's folder."""
_DOCUMENT = "audit.json"
_FILE_LIMIT_BYTES, _MEMBER_LIMIT_BYTES = 1_000_000_000, 64_000_000

Store = Callable[[np.ndarray[Any, Any]], str]
Read = Callable[[str], np.ndarray[Any, Any]]


@dataclass(frozen=True, slots=True, eq=False)
class KeptAudit:
    """A report and what it is of.

    Attributes
    ----------
    paths : the audited files, in the order of the report's places
    labels : their class numbers
    split : ``"unseen"``, ``"validation"``, ``"test"``, ``"train"`` or ``"all"``
    notes : sentences that qualify the report
    created : when it was made, ISO 8601 with time zone
    epoch : whose weights were audited
    version : of the program
    """

    report: AuditReport
    run_name: str
    folder: str
    paths: tuple[str, ...]
    labels: tuple[int, ...]
    split: str
    notes: tuple[str, ...]
    created: str
    epoch: int
    version: str


def keep_audit(run_path: Path, audit: KeptAudit) -> Path:
    """Save the newest audit of a run in place of the one before, and return its file.

    Raises
    ------
    StorageError
        When it cannot be written; what was kept before stays.
    """
    path = run_path / FILE
    write_bytes(path, to_bytes(audit))
    return path


def kept_audit(run_path: Path) -> KeptAudit | None:
    """Return the newest audit of a run; None when it was never audited.

    Raises
    ------
    RunError
        Naming the file that is damaged, or written by a newer version of the program.
    """
    path = run_path / FILE
    if not path.is_file():
        return None
    try:
        return from_bytes(read_bytes(path, limit=_FILE_LIMIT_BYTES), str(path))
    except StorageError as error:
        raise RunError(translate("workspace", "{reason} Run the audit again.", reason=error)) from error


def to_bytes(audit: KeptAudit) -> bytes:
    """Return the file's content; the same audit gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pack:
        def store(values: np.ndarray[Any, Any]) -> str:
            name = f"{len(pack.namelist())}.npy"
            data = io.BytesIO()
            np.save(data, values, allow_pickle=False)
            pack.writestr(zipfile.ZipInfo(name), data.getvalue(), zipfile.ZIP_DEFLATED)
            return name

        document = {"schema_version": SCHEMA_VERSION, "audit": _encode(audit, store)}
        pack.writestr(zipfile.ZipInfo(_DOCUMENT), json.dumps(document, allow_nan=False), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def from_bytes(data: bytes, name: str) -> KeptAudit:
    """Read what `to_bytes` wrote.

    Raises
    ------
    RunError
        Beginning with ``name`` and saying what cannot be used.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            document = parse_json(_member(pack, _DOCUMENT), name)
            version = document["schema_version"]
            if isinstance(version, int) and version > SCHEMA_VERSION:
                raise RunError(translate(
                    "workspace", "{name} was written by a newer version of CNN Studio (audit {version}; this one "
                    "reads {schema_version}). Update the program to open it.", name=name, version=version,
                    schema_version=SCHEMA_VERSION))
            found = _decode(KeptAudit, document["audit"], lambda member: _array(pack, member))
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, TypeError, ValueError, NotImplementedError,
            StorageError) as error:
        raise RunError(translate(
            "workspace", "{name} is damaged: it does not hold an audit ({reason}). Run the audit again.", name=name,
            reason=error)) from error
    if not isinstance(found, KeptAudit):
        raise RunError(translate(
            "workspace", "{name} is damaged: it does not hold an audit. Run the audit again.", name=name))
    return found


def _member(pack: zipfile.ZipFile, name: str) -> bytes:
    """Read one member, counting its bytes: the archive's own figures are not believed."""
    with pack.open(name) as file:
        data = file.read(_MEMBER_LIMIT_BYTES + 1)
    if len(data) > _MEMBER_LIMIT_BYTES:
        raise ValueError(f"{name} is too large")
    return data


def _array(pack: zipfile.ZipFile, name: str) -> np.ndarray[Any, Any]:
    return np.asarray(np.load(io.BytesIO(_member(pack, name)), allow_pickle=False))


def _encode(value: Any, store: Store) -> Any:
    """Return ``value`` as JSON knows it; arrays become names of members, numbers that are not finite null."""
    if isinstance(value, np.ndarray):
        return store(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _encode(getattr(value, field.name), store) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [_encode(item, store) for item in value]
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _decode(kind: Any, value: Any, read: Read) -> Any:
    """Return ``value`` as an instance of the type ``kind``; fields that came later have their default."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(**{name: _decode(hints[name], item, read) for name, item in value.items() if name in hints})
    origin, inner = get_origin(kind), get_args(kind)
    if origin is np.ndarray:
        return read(_plain(str, value))
    if origin is tuple:
        return _decode_tuple(inner, _plain(list, value), read)
    if origin in (Union, types.UnionType):
        return None if value is None else _decode(next(one for one in inner if one is not types.NoneType), value, read)
    if origin is Literal:
        if value not in inner:
            raise ValueError(f"{value!r} is not one of {inner}")
        return value
    return _plain(kind, value)


def _decode_tuple(inner: tuple[Any, ...], items: list[Any], read: Read) -> tuple[Any, ...]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_decode(inner[0], item, read) for item in items)
    return tuple(_decode(kind, item, read) for kind, item in zip(inner, items, strict=True))


def _plain(kind: Any, value: Any) -> Any:
    """Return a number, a text or a list of this type; null stands for a number that is not finite."""
    if kind is float and (value is None or type(value) is int):
        return math.nan if value is None else float(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not a {kind.__name__}")
    return value
