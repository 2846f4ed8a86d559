"""Writes a project's zip file in the one narrow form that is ever read: see `zip_directory`."""

import hashlib
import zlib
from collections.abc import Callable, Iterable
from typing import BinaryIO

from cnnstudio.errors import JobCancelledError, ProjectError
from cnnstudio.project.manifest import Part, ProjectManifest
from cnnstudio.project.members import FILE_LIMIT_BYTES, MANIFEST, MEMBER_LIMIT, RATIO_LIMIT, kind_of
from cnnstudio.project.zip_directory import CENTRAL, DEFLATED, END, LOCAL, SIGNATURES, STORED
from cnnstudio.wording import translate

_PIECE_BYTES = 1 << 20
_VERSION, _DATE = 20, 0x21
"""What is needed to unpack it (2.0), and the first of January 1980: when it was saved is in the manifest."""
_LEVEL = 6
_UNIX, _PLAIN_FILE = 3 << 8, 0o100600 << 16


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


class _Sums:
    """What a header and the manifest say of a member."""

    def __init__(self) -> None:
        self.crc, self.size, self.sha256 = 0, 0, hashlib.sha256()

    def take(self, piece: bytes) -> None:
        self.crc = zlib.crc32(piece, self.crc)
        self.size += len(piece)
        self.sha256.update(piece)


class ProjectWriter:
    """Adds members one after the other and the manifest last.

    Parameters
    ----------
    file : empty, opened for writing, that can be moved about in
    should_stop : asked between pieces of a megabyte; JobCancelledError is raised when it says yes
    moved : told the bytes of each piece that was written
    """

    def __init__(self, file: BinaryIO, should_stop: Callable[[], bool], moved: Callable[[int], None]) -> None:
        self._file, self._should_stop, self._moved = file, should_stop, moved
        self.parts: dict[str, Part] = {}
        self._rows: list[bytes] = []
        self._bytes = 0

    def add(self, member: str, data: bytes) -> None:
        """Add a member that is in memory; it is deflated when that is allowed, pays, and stays in proportion."""
        kind = kind_of(member)
        packed = _deflated(data) if kind is not None and kind.is_packed else data
        pays = len(packed) < 0.9 * len(data) and len(data) < RATIO_LIMIT / 2 * len(packed)
        pieces = (data[start:start + _PIECE_BYTES] for start in range(0, len(data), _PIECE_BYTES))
        self._add(member, pieces, len(data), packed if pays else None)

    def add_pieces(self, member: str, pieces: Iterable[bytes], size: int) -> None:
        """Add a member of ``size`` bytes as it comes, without deflating it."""
        self._add(member, pieces, size, None)

    def finish(self, manifest: ProjectManifest) -> None:
        """Add the manifest, whose parts are those added, and the zip's table of contents."""
        self.add(MANIFEST, manifest.to_bytes())
        start, directory = self._file.tell(), b"".join(self._rows)
        count = len(self._rows)
        self._file.write(directory + END.pack(SIGNATURES[2], 0, 0, count, count, len(directory), start, 0))

    def _add(self, member: str, pieces: Iterable[bytes], size: int, packed: bytes | None) -> None:
        """Write a header without sums, the content (or ``packed`` in its place), and then the header again."""
        self._check_room(member, size)
        method = STORED if packed is None else DEFLATED
        start, name = self._file.tell(), member.encode("ascii")
        self._file.write(LOCAL.pack(SIGNATURES[0], _VERSION, 0, method, 0, _DATE, 0, 0, 0, len(name), 0) + name)
        sums = self._content(pieces, is_written=packed is None)
        self._file.write(packed or b"")
        end = self._file.tell()
        numbers = (sums.crc, end - start - LOCAL.size - len(name), sums.size)
        self._file.seek(start)
        self._file.write(LOCAL.pack(SIGNATURES[0], _VERSION, 0, method, 0, _DATE, *numbers, len(name), 0))
        self._file.seek(end)
        self._rows.append(CENTRAL.pack(SIGNATURES[1], _UNIX | _VERSION, _VERSION, 0, method, 0, _DATE, *numbers,
                                       len(name), 0, 0, 0, 0, _PLAIN_FILE, start) + name)
        self.parts[member] = Part(sums.size, sums.sha256.hexdigest())
        if sums.size != size:
            raise ProjectError(translate("project", "{part} changed while it was saved. Save again.", part=member))

    def _content(self, pieces: Iterable[bytes], *, is_written: bool) -> _Sums:
        sums = _Sums()
        for piece in pieces:
            if self._should_stop():
                raise JobCancelledError(translate("project", "Saving was stopped. Nothing was changed."))
            sums.take(piece)
            if is_written:
                self._file.write(piece)
            self._moved(len(piece))
        return sums

    def _check_room(self, member: str, size: int) -> None:
        kind = kind_of(member)
        self._bytes += size + 300
        if kind is None or size > kind.limit_bytes:
            raise ProjectError(translate(
                "project", "{part} is too large for a project file: {size:.1f} MB, and {limit:.0f} MB are allowed.",
                part=member, size=size / 1e6, limit=0 if kind is None else kind.limit_bytes / 1e6))
        if self._bytes > FILE_LIMIT_BYTES or len(self.parts) >= MEMBER_LIMIT:
            raise ProjectError(translate(
                "project", "All this is too large for one project file: {limit:.0f} GB and {parts:,} parts are the "
                "most. Pack fewer runs, or only their results.", limit=FILE_LIMIT_BYTES / 1e9, parts=MEMBER_LIMIT))
