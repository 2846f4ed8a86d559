"""A file of decoded images, one row an image, in which a row counts only when its checksum matches."""

import contextlib
import errno
import os
import sys
import threading
import weakref
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnstudio.storage import dump_json

FORMAT_VERSION = 2
"""Raised when decoding or preparing images changes what pixels come out, or the file's layout changes."""

HEADER_BYTES = 4096
"""JSON filled up with spaces; then 8 bytes of checksums a row, up to a whole page; then the rows."""

CHECKSUM_BYTES = 8
_HOLE = bytes(CHECKSUM_BYTES)

Pixels = NDArray[np.uint8]

_BUSY = frozenset((errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK))
_OPEN_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class PixelFile:
    """The rows of one file; several threads and several programs may read and fill it at the same time.

    The whole length is claimed when the file is made, as a hole: rows are written in any order. First come a row's
    pixels, then its checksums, so that a program killed between leaves a row that nobody believes; and as everybody
    decodes the same pixels, two programs that write one row write the same bytes. The checksums of a row are compared
    when a process uses it for the first time. Nothing is mapped: a full disk is an error of `write` and never a signal,
    a file cut short is a row that is not there, and the memory in use stays small.

    Until `release` nobody removes the file (`remove_unused`). It is closed when nobody refers to it any more: a thread
    that still decodes can never write into another file that was given the same number.

    Parameters
    ----------
    path : made when absent, with its folder
    rows : how many images
    shape : (H, W, C) of each

    Raises
    ------
    OSError
        When the file can neither be opened nor made.
    """

    def __init__(self, path: Path, rows: int, shape: tuple[int, int, int]) -> None:
        self.path, self.rows, self.shape = path, rows, shape
        self._row_bytes = shape[0] * shape[1] * shape[2]
        self._first_row = HEADER_BYTES + -(-rows * CHECKSUM_BYTES // HEADER_BYTES) * HEADER_BYTES
        self._descriptor = _open_in_use(path)
        self._lock = threading.Lock()  # Windows alone has no reading and writing at a place
        self._sound = bytearray(rows)
        weakref.finalize(self, os.close, self._descriptor)
        self._prepare()

    @property
    def size(self) -> int:
        """Bytes the file has when it is full."""
        return file_size(self.rows, self.shape)

    def is_sound(self, row: int) -> bool:
        """Whether this process has seen the row's checksums match."""
        return bool(self._sound[row])

    def written(self) -> NDArray[np.bool_]:
        """Return for each row whether it has checksums, without comparing them: (N,)."""
        table = np.zeros(self.rows, np.uint64)
        self._read_at(table.data.cast("B"), HEADER_BYTES)
        return np.not_equal(table, 0)

    def read(self, row: int, into: Pixels) -> bool:
        """Copy a row into a contiguous (H, W, C) array; false when it is missing or damaged, ``into`` is then void."""
        return not self.read_many([row], into[None])

    def read_many(self, rows: Sequence[int], into: Pixels) -> list[int]:
        """Copy rows into a contiguous (n, H, W, C) array and return the places of those missing or damaged."""
        data, size = into.data.cast("B"), self._row_bytes
        parts = (data[start:start + size] for start in range(0, len(data), size))
        return [place for place, (row, part) in enumerate(zip(rows, parts, strict=True))
                if not self._read_row(row, part)]

    def _read_row(self, row: int, into: memoryview) -> bool:
        stored = b"" if self._sound[row] else self._stored_checksum(row)
        if stored == _HOLE:  # most rows, while the file is being filled
            return False
        is_there = self._read_at(into, self._first_row + row * self._row_bytes) == self._row_bytes
        if not (is_there and self._sound[row]):
            self._sound[row] = is_there and (stored or self._stored_checksum(row)) == _checksum(row, into)
        return bool(self._sound[row])

    def write(self, row: int, pixels: Pixels) -> None:
        """Keep the pixels (H, W, C) of a row.

        Raises
        ------
        OSError
            Such as on a full disk; the row is then not believed by anybody.
        """
        data = pixels.data.cast("B")
        self._write_at(data, self._first_row + row * self._row_bytes)
        self._write_at(memoryview(_checksum(row, data)), HEADER_BYTES + row * CHECKSUM_BYTES)
        self._sound[row] = True

    def release(self) -> None:
        """Let the file be removed, by this program or another; reading and writing still work until then."""
        if sys.platform != "win32":
            import fcntl

            with contextlib.suppress(OSError):
                fcntl.flock(self._descriptor, fcntl.LOCK_UN)

    def _prepare(self) -> None:
        """Give the file its length and header; done by two programs at once it is the same."""
        description = {"schema_version": FORMAT_VERSION, "rows": self.rows, "shape": list(self.shape)}
        header = dump_json(description).encode().ljust(HEADER_BYTES)
        if os.fstat(self._descriptor).st_size != self.size:
            os.truncate(self._descriptor, self.size)
        found = bytearray(HEADER_BYTES)
        if self._read_at(memoryview(found), 0) != HEADER_BYTES or found != header:
            self._write_at(memoryview(header), 0)

    def _stored_checksum(self, row: int) -> bytes:
        found = bytearray(CHECKSUM_BYTES)
        self._read_at(memoryview(found), HEADER_BYTES + row * CHECKSUM_BYTES)
        return bytes(found)

    def _read_at(self, into: memoryview, place: int) -> int:
        """Fill ``into`` and return how many bytes were there; an unreadable place counts as none."""
        try:
            if sys.platform == "win32":
                with self._lock:
                    os.lseek(self._descriptor, place, os.SEEK_SET)
                    data = os.read(self._descriptor, len(into))
                into[:len(data)] = data
                return len(data)
            else:  # noqa: RET505 - for the type checker, which sees one system at a time
                return os.preadv(self._descriptor, (into,), place)
        except OSError:
            return 0

    def _write_at(self, data: memoryview, place: int) -> None:
        """Write all of ``data``; the operating system may take it in parts."""
        while len(data):
            if sys.platform != "win32":
                written = os.pwrite(self._descriptor, data, place)
            else:
                with self._lock:
                    os.lseek(self._descriptor, place, os.SEEK_SET)
                    written = os.write(self._descriptor, data)
            data, place = data[written:], place + written


def file_size(rows: int, shape: tuple[int, int, int]) -> int:
    """Return the bytes of a full file with ``rows`` images of ``shape`` (H, W, C)."""
    table = -(-rows * CHECKSUM_BYTES // HEADER_BYTES) * HEADER_BYTES
    return HEADER_BYTES + table + rows * shape[0] * shape[1] * shape[2]


def _checksum(row: int, data: memoryview) -> bytes:
    """Return CRC-32, begun with the row's number, and Adler-32 (RFC 1950): together never zero, as in a hole."""
    return zlib.crc32(data, row).to_bytes(4, "little") + zlib.adler32(data).to_bytes(4, "little")


def _open_in_use(path: Path) -> int:
    """Open or make the file and mark it as in use, even when another program removes it in the same moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        descriptor = os.open(path, _OPEN_FLAGS, 0o644)
        _mark_in_use(descriptor)
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(path.stat(), os.fstat(descriptor)):
                return descriptor
        os.close(descriptor)


def _mark_in_use(descriptor: int) -> None:
    """Take a shared lock, which ends with the process; Windows removes no open file anyway."""
    if sys.platform != "win32":
        import fcntl

        with contextlib.suppress(OSError):  # not every network drive has locks
            fcntl.flock(descriptor, fcntl.LOCK_SH)


def remove_unused(path: Path) -> bool:
    """Remove a file of pixels unless a running program uses it; return whether it is gone."""
    try:
        if sys.platform != "win32":
            _unlink_unmarked(path)
        else:
            path.unlink()
    except OSError:
        return not path.exists()
    return True


def _unlink_unmarked(path: Path) -> None:
    """Remove a file that nobody has marked as in use; where there are no locks, nobody can have."""
    if sys.platform != "win32":
        import fcntl

        descriptor = os.open(path, os.O_RDWR)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
        except OSError as error:
            if error.errno in _BUSY:
                raise
            path.unlink()
        finally:
            os.close(descriptor)
