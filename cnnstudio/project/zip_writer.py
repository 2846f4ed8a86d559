"""Writes a project's zip file in the one narrow form that is ever read: see `zip_directory`."""

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterable
from typing import BinaryIO

from cnnstudio.errors import JobCancelledError, ProjectError
from cnnstudio.project.manifest import Part, ProjectManifest
from cnnstudio.project.members import FILE_LIMIT_BYTES, MANIFEST, MEMBER_LIMIT, RATIO_LIMIT, kind_of
from cnnstudio.wording import translate

_PIECE_BYTES = 1 << 20
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The same in every file: when it was saved is in the manifest, and equal contents make equal members."""


class ProjectWriter:
    """Adds members one after the other and the manifest last.

    Parameters
    ----------
    file : empty, opened for writing, that can be moved about in
    should_stop : asked between pieces of a megabyte; JobCancelledError is raised when it says yes
    moved : told the bytes of each piece that was written
    """

    def __init__(self, file: BinaryIO, should_stop: Callable[[], bool], moved: Callable[[int], None]) -> None:
        self._zip = zipfile.ZipFile(file, "w", allowZip64=False)
        self._should_stop, self._moved = should_stop, moved
        self.parts: dict[str, Part] = {}
        self._bytes = 0

    def add(self, member: str, data: bytes) -> None:
        """Add a member that is in memory; it is deflated when that is allowed, pays, and stays in proportion."""
        kind = kind_of(member)
        packed = len(zlib.compress(data, 6)) if kind is not None and kind.is_packed else len(data)
        pays = packed < 0.9 * len(data) and len(data) < RATIO_LIMIT / 2 * packed
        pieces = (data[start:start + _PIECE_BYTES] for start in range(0, len(data), _PIECE_BYTES))
        self._add(member, pieces, len(data), zipfile.ZIP_DEFLATED if pays else zipfile.ZIP_STORED)

    def add_pieces(self, member: str, pieces: Iterable[bytes], size: int) -> None:
        """Add a member of ``size`` bytes as it comes, without deflating it."""
        self._add(member, pieces, size, zipfile.ZIP_STORED)

    def finish(self, manifest: ProjectManifest) -> None:
        """Add the manifest, whose parts are those added, and the zip's table of contents."""
        self.add(MANIFEST, manifest.to_bytes())
        self._zip.close()

    def _add(self, member: str, pieces: Iterable[bytes], size: int, method: int) -> None:
        self._check_room(member, size)
        info = zipfile.ZipInfo(member, _MOMENT)
        info.compress_type, info.create_system, info.external_attr = method, 3, 0o100600 << 16
        found = hashlib.sha256()
        with self._zip.open(info, "w") as target:
            for piece in pieces:
                if self._should_stop():
                    raise JobCancelledError(translate("project", "Saving was stopped. Nothing was changed."))
                target.write(piece)
                found.update(piece)
                self._moved(len(piece))
        self.parts[member] = Part(info.file_size, found.hexdigest())
        if info.file_size != size:
            raise ProjectError(translate("project", "{part} changed while it was saved. Save again.", part=member))

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
