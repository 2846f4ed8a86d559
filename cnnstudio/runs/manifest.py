"""The manifest of a run folder: which files belong to it, with size and SHA-256; itself protected by one."""

import hashlib
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from cnnstudio import storage
from cnnstudio.errors import RunError, StorageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

MANIFEST_NAME = "manifest.json"
SCHEMA_VERSION = 4
"""2 names the run's images, 3 its predictions or checkpoints; a run is written with the lowest that fits it."""

_MANIFEST_LIMIT_BYTES = 100_000
_ATTEMPTS = 5
_Result = TypeVar("_Result")
_ENDINGS = {"record": "json", "graph": "json", "history": "json", "images": "json", "optimizer": "json",
            "weights": "safetensors", "best": "safetensors", "start": "safetensors", "optimizer_tensors": "safetensors",
            "predictions": "safetensors", "state": "json", "state_tensors": "safetensors", "module": "safetensors"}
"""Role -> ending of its files; runs of earlier versions have ``optimizer`` in place of ``state``."""
_EARLIER = "earlier_"
_VERSIONS = {"images": 2, "predictions": 3, "state": 3, "start": 4}
"""Role -> the version that brought it."""
_MEMBER_FILE = re.compile(r"(?:" + "|".join(_ENDINGS) + r")-\d{6,9}\.(?:json|safetensors)")
_COPIED = ("record", "graph", "history", "images", "predictions")
"""Roles of which no earlier one is kept, as of a checkpoint: each of their files has a second copy beside it."""
_COPY_FILE = re.compile(r"(?:" + "|".join(_COPIED) + r")-\d{6,9}\.copy\.(?:json|safetensors)")
_OURS = re.compile(rf"{_MEMBER_FILE.pattern}|{_COPY_FILE.pattern}"
                   rf"|\.(?:{_MEMBER_FILE.pattern}|manifest(?:\.copy)?\.json)\..*\.part")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a run."""

    file: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of one state of a run.

    Every save writes new files, then this, with one rename, then removes what it no longer names: whenever the
    process dies, the manifest on disk names files that are all there and whole.
    """

    generation: int = 0
    """Grows by 1 with every save."""
    members: Mapping[str, Member] = field(default_factory=dict)
    """Role (``"record"``, ``"weights"``, ...) -> file; two roles may share one."""

    def to_bytes(self) -> bytes:
        """Return the file's content: readable JSON with the SHA-256 of all the rest in it."""
        version = max((_VERSIONS.get(role, 1) for role in self.members), default=1)
        body = {"format": "CNN Studio run", "schema_version": version, "generation": self.generation,
                "members": {role: asdict(member) for role, member in self.members.items()}}
        return storage.dump_json(body | {"sha256": storage.sha256(storage.dump_json(body).encode())}).encode()

    def save(self, folder: Path) -> None:
        """Put this manifest in place of the old one, at once, and then its copy in place of the old copy.

        Raises
        ------
        StorageError
            When the manifest cannot be written; the old one stays. A copy that cannot be written is left out.
        """
        data, path = self.to_bytes(), folder / MANIFEST_NAME
        storage.write_bytes(path, data)
        try:
            storage.write_bytes(copy_of(path), data)
        except StorageError:
            _remove(copy_of(path))  # an old one would name files that are about to go


class _NewerRunError(RunError):
    """A manifest that is sound, of a version that this program cannot read."""


def copy_of(path: Path) -> Path:
    """Return where the second copy of a file is: ``record-000004.copy.json`` beside ``record-000004.json``."""
    return path.with_suffix(f".copy{path.suffix}")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a run, or its copy when it is missing or damaged.

    Raises
    ------
    RunError
        When both are missing or damaged, or it is from a newer version of the program.
    """
    path = folder / MANIFEST_NAME
    try:
        return _read_manifest(path, folder)
    except _NewerRunError:
        raise
    except RunError as error:
        try:
            return _read_manifest(copy_of(path), folder)
        except RunError:
            raise error from None


def is_manifest_whole(folder: Path) -> bool:
    """Whether the manifest itself can be read, so that its copy is not needed."""
    try:
        _read_manifest(folder / MANIFEST_NAME, folder)
    except RunError:
        return False
    return True


def _read_manifest(path: Path, folder: Path) -> Manifest:
    try:
        data = storage.read_bytes(path, limit=_MANIFEST_LIMIT_BYTES)
        document = storage.parse_json(data, str(path))
    except StorageError as error:
        if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            raise RunError(translate(
                "runs", "{folder} is not a run: there is no {manifest_name} in it.", folder=folder,
                manifest_name=MANIFEST_NAME)) from error
        raise RunError(translate("runs", "The run cannot be opened. {reason}", reason=error)) from error
    manifest = _parse(document, path)
    if manifest.to_bytes() != data:
        raise RunError(translate(
            "runs", "{path} is damaged: its checksum does not fit. Take it from a copy of the run.", path=path))
    return manifest


def _parse(document: Any, path: Path) -> Manifest:
    try:
        version = document["schema_version"]
        if isinstance(version, int) and version > SCHEMA_VERSION:
            raise _NewerRunError(translate(
                "runs", "{path} was written by a newer version of CNN Studio (format {version}; this one reads "
                "{schema_version}). Update the program to open the run.", path=path, version=version,
                schema_version=SCHEMA_VERSION))
        members = {str(role): _member(role, entry) for role, entry in document["members"].items()}
        return Manifest(int(document["generation"]), members)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise RunError(translate(
            "runs", "{path} is damaged: it is not the manifest of a run ({reason!r}).", path=path,
            reason=error)) from error


def _member(role: str, entry: Mapping[str, Any]) -> Member:
    member = Member(entry["file"], entry["sha256"], entry["size"])
    if role.removeprefix(_EARLIER) not in _ENDINGS or not _MEMBER_FILE.fullmatch(member.file):
        raise ValueError(f"{role}: {member.file}")
    return member


def read_member(folder: Path, member: Member, damaged: list[str] | None = None) -> bytes:
    """Return a file's content after checking it against the manifest, or that of its second copy.

    Parameters
    ----------
    damaged : the file's name is appended when its copy had to stand in for it

    Raises
    ------
    RunError
        Naming the file that is missing, unreadable or damaged, and has no copy that is whole.
    """
    path = folder / member.file
    try:
        return _read_whole(path, member)
    except RunError as error:
        try:
            data = _read_whole(copy_of(path), member)
        except RunError:
            raise error from None
        if damaged is not None:
            damaged.append(member.file)
        return data


def is_whole(folder: Path, member: Member) -> bool:
    """Whether a file, and its second copy where it has one, are as the manifest says."""
    path = folder / member.file
    try:
        for each in (path, copy_of(path)) if has_copy(member) else (path,):
            _read_whole(each, member)
    except RunError:
        return False
    return True


def has_copy(member: Member) -> bool:
    """Whether there is to be a second copy of a file."""
    return member.file.partition("-")[0] in _COPIED


def _read_whole(path: Path, member: Member) -> bytes:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size == member.size else b""
    except FileNotFoundError as error:
        raise RunError(translate("runs", "{path} is missing. Take it from a copy of the run.", path=path)) from error
    except OSError as error:
        raise RunError(translate(
            "runs", "Cannot read {path}: {reason}.", path=path, reason=os_reason(error))) from error
    if size != member.size:
        raise RunError(translate(
            "runs", "{path} is damaged: it has {size:,} bytes instead of {member_size:,}. Take it from a copy.",
            path=path, size=size, member_size=member.size))
    if storage.sha256(data) != member.sha256:
        raise RunError(translate(
            "runs", "{path} is damaged: its SHA-256 differs from the manifest's. Take it from a copy.", path=path))
    return data


def member_of(folder: Path, manifest: Manifest, role: str) -> Member:
    """Return the file for ``role``; RunError when the run has none."""
    if role in manifest.members:
        return manifest.members[role]
    if role in ("record", "graph", "history"):
        raise RunError(translate(
            "runs", "{folder} is damaged: its manifest names no {role}.", folder=folder, role=role))
    raise RunError(translate(
        "runs", "The run {folder} has no weights yet: its training ended before its first epoch did.", folder=folder))


def read_json_member(folder: Path, manifest: Manifest, role: str, damaged: list[str] | None = None) -> Any:
    """Return the checked JSON of the file for ``role``. Parameters and errors as of `read_member`."""
    member = member_of(folder, manifest, role)
    try:
        return storage.parse_json(read_member(folder, member, damaged), str(folder / member.file))
    except StorageError as error:
        raise RunError(str(error)) from error


def consistently(path: Path, read: Callable[[Manifest], _Result]) -> _Result:
    """Read by one manifest; again when a training has saved meanwhile and so removed the files it names."""
    for _attempt in range(_ATTEMPTS - 1):
        manifest = read_manifest(path)
        try:
            return read(manifest)
        except RunError:
            if read_manifest(path).generation == manifest.generation:
                raise
    return read(read_manifest(path))


def write_member(folder: Path, role: str, generation: int, write: "Callable[[HashingFile], None]") -> Member:
    """Write a new file for ``role``, and its second copy, down to the disk and return its entry.

    No manifest names the file yet, so it needs no temporary name; half of one is removed with the next save.

    Raises
    ------
    StorageError
        Naming the file and the operating system's reason.
    """
    path = folder / f"{role}-{generation:06d}.{_ENDINGS[role]}"
    if role in _COPIED:
        _write_file(copy_of(path), write)
    return _write_file(path, write)


def _write_file(path: Path, write: "Callable[[HashingFile], None]") -> Member:
    try:
        with path.open("wb") as file:
            hashing = HashingFile(file)
            write(hashing)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise StorageError(translate(
            "runs", "Cannot save {path}: {reason}. The run stays as it was.", path=path,
            reason=os_reason(error))) from error
    return Member(path.name, hashing.sha256, hashing.size)


class HashingFile:
    """Passes bytes on to a file and keeps their number and SHA-256."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._hash, self.size = file, hashlib.sha256(), 0

    def write(self, data: bytes | memoryview) -> int:
        """Write and count."""
        view = memoryview(data)
        self._hash.update(view)
        self.size += view.nbytes
        return self._file.write(view)

    @property
    def sha256(self) -> str:
        """Of everything written, hexadecimal."""
        return self._hash.hexdigest()


def remove_unnamed(folder: Path) -> None:
    """Remove the files of earlier or unfinished saves; anything that is not ours stays."""
    try:
        members = read_manifest(folder).members.values()
        named = {member.file for member in members}
        named |= {copy_of(Path(member.file)).name for member in members if has_copy(member)}
        ours = [path for path in folder.iterdir() if _OURS.fullmatch(path.name)]
    except (RunError, OSError):
        return
    for path in ours:
        if path.name not in named:
            _remove(path)


def _remove(path: Path) -> None:
    """Remove a file; one that is open elsewhere on Windows is left to the next save."""
    try:
        path.unlink()
    except OSError:
        return
