"""An open project file: members are read into memory by name, bounded and checked, and never extracted."""

import contextlib
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from cnnstudio.errors import ProjectError
from cnnstudio.os_reasons import os_reason
from cnnstudio.project.manifest import damaged, read_manifest
from cnnstudio.project.members import MANIFEST, kind_of
from cnnstudio.project.strict_json import parse
from cnnstudio.project.zip_directory import STORED, Entry, read_directory
from cnnstudio.wording import translate

_PIECE_BYTES = 1 << 20


class ProjectArchive:
    """A project file whose structure and manifest have been checked.

    Attributes
    ----------
    name : the file's name, as errors say it
    manifest : what should be in it
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file, self.name = file, name
        self._entries = read_directory(file, name)
        if MANIFEST not in self._entries:
            raise ProjectError(translate("project", "{name} is not a project of CNN Studio: it has no {part}.",
                                         name=name, part=MANIFEST))
        self.manifest = read_manifest(self._unpacked(self._entries[MANIFEST]), name)
        self._check_members()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a project file for reading.

        Raises
        ------
        ProjectError
            When it cannot be read, is no project, is damaged, or is of a newer version.
        """
        try:
            file = path.open("rb")
        except OSError as error:
            raise cannot_read(path.name, error) from error
        try:
            return cls(file, path.name)
        except OSError as error:
            file.close()
            raise cannot_read(path.name, error) from error
        except BaseException:
            file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._file.close()

    @property
    def names(self) -> tuple[str, ...]:
        """All members but the manifest."""
        return tuple(self.manifest.parts)

    def has(self, member: str) -> bool:
        """Whether the file has this member."""
        return member in self.manifest.parts

    def read(self, member: str) -> bytes:
        """Return a member's content, after comparing its SHA-256 with the manifest's.

        Raises
        ------
        ProjectError
            When it is missing or damaged.
        """
        entry, part = self._entries.get(member), self.manifest.parts.get(member)
        if entry is None or part is None:
            raise ProjectError(translate("project", "{name} is damaged: it lacks its part {part}. Take it from a copy "
                                         "or a backup.", name=self.name, part=member))
        data = self._unpacked(entry)
        if hashlib.sha256(data).hexdigest() != part.sha256:
            raise damaged(self.name, member)
        return data

    def read_json(self, member: str) -> Any:
        """Return a member's strict JSON; raises as `read`."""
        kind = kind_of(member)
        return parse(self.read(member), f"{self.name}, {member}", items=kind.items if kind is not None else 0)

    def pieces(self, member: str) -> Iterator[bytes]:
        """Yield a member's content in pieces of a megabyte; after the last one the hash is compared.

        Raises
        ------
        ProjectError
            When it cannot be read, or when all is read and it is not what was saved.
        """
        entry = self._entries[member]
        if entry.method != STORED:
            yield self.read(member)
            return
        found = hashlib.sha256()
        for start in range(entry.data, entry.end, _PIECE_BYTES):
            piece = self._bytes(start, min(_PIECE_BYTES, entry.end - start))
            found.update(piece)
            yield piece
        if found.hexdigest() != self.manifest.parts[member].sha256:
            raise damaged(self.name, member)

    def check(self, member: str) -> None:
        """Read a member and compare its hash; raises as `pieces`."""
        for _piece in self.pieces(member):
            pass

    def _check_members(self) -> None:
        parts = self.manifest.parts
        if self._entries.keys() - {MANIFEST} != parts.keys():
            raise damaged(self.name, MANIFEST)
        for member, part in parts.items():
            if self._entries[member].size != part.size:
                raise damaged(self.name, member)

    def _unpacked(self, entry: Entry) -> bytes:
        data = self._bytes(entry.data, entry.packed)
        if entry.method != STORED:
            data = self._inflated(entry, data)
        if len(data) != entry.size or zlib.crc32(data) != entry.crc:
            raise damaged(self.name, entry.name)
        return data

    def _inflated(self, entry: Entry, data: bytes) -> bytes:
        """Unpack no more than was declared, whatever comes out."""
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        with contextlib.suppress(zlib.error):
            found = unpacker.decompress(data, entry.size + 1)
            if unpacker.eof and not unpacker.unused_data:
                return found
        raise damaged(self.name, entry.name)

    def _bytes(self, start: int, length: int) -> bytes:
        try:
            self._file.seek(start)
            data = self._file.read(length)
        except OSError as error:
            raise cannot_read(self.name, error) from error
        return data


def cannot_read(name: str, error: OSError) -> ProjectError:
    """Return the error for a file that the system does not give."""
    return ProjectError(translate("project", "{name} cannot be read: {reason}.", name=name,
                                  reason=os_reason(error)))
