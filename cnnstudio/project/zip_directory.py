"""Reads the directory of a project's zip file strictly: every byte of the file belongs to one member or to none."""

import stat
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from cnnstudio.errors import ProjectError
from cnnstudio.project.members import FILE_LIMIT_BYTES, MEMBER_LIMIT, RATIO_LIMIT, kind_of
from cnnstudio.wording import translate

STORED, DEFLATED = 0, 8
# Of a local header, a row of the directory, and the end record (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).
LOCAL = struct.Struct("<4s5H3I2H")
CENTRAL = struct.Struct("<4s6H3I5H2I")
END = struct.Struct("<4s4H2IH")
SIGNATURES = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06")
_DIRECTORY_LIMIT_BYTES = MEMBER_LIMIT * (CENTRAL.size + 100)


@dataclass(frozen=True, slots=True)
class Entry:
    """One member as the directory tells it.

    Attributes
    ----------
    start : where its local header begins
    data : where its bytes begin
    packed, size : bytes in the file and unpacked, as declared
    """

    name: str
    method: int
    crc: int
    packed: int
    size: int
    start: int

    @property
    def data(self) -> int:
        """Where its bytes begin."""
        return self.start + LOCAL.size + len(self.name)

    @property
    def end(self) -> int:
        """Where the next member begins."""
        return self.data + self.packed


class _DamageError(Exception):
    """The bytes are not those of a project; the text ends the sentence for the user."""


def read_directory(file: BinaryIO, name: str) -> dict[str, Entry]:
    """Return the members by name, after checking all of the file's structure but the members' content.

    The layout is that of PKWARE's APPNOTE 6.3, in the narrow form this program writes: no comments, no extra fields, no
    flags, no gaps, members in the directory's order from the first byte on, and local headers that say what the
    directory says. So no member can overlap another, hide, or be read in two ways.

    Parameters
    ----------
    file : the project file, opened for reading
    name : how an error calls it

    Raises
    ------
    ProjectError
        Saying what is wrong with the file.
    """
    try:
        return _read(file)
    except _DamageError as damage:
        raise ProjectError(translate(
            "project", "{name} is not a project that CNN Studio saved, or it is damaged: {reason}. Take it from a copy "
            "or a backup.", name=name, reason=damage)) from None


def _read(file: BinaryIO) -> dict[str, Entry]:
    size = file.seek(0, 2)
    if size > FILE_LIMIT_BYTES:
        raise _DamageError(translate("project", "it is larger than {limit:.0f} GB", limit=FILE_LIMIT_BYTES / 1e9))
    start, length, count = _end_record(file, size)
    entries = _entries(_bytes_at(file, start, length), count)
    _check_layout(file, entries, start)
    return {entry.name: entry for entry in entries}


def _end_record(file: BinaryIO, size: int) -> tuple[int, int, int]:
    """Return where the directory begins, its bytes and its number of members."""
    if size < END.size:
        raise _DamageError(translate("project", "it is too short"))
    signature, disk, first, here, count, length, start, comment = END.unpack(
        _bytes_at(file, size - END.size, END.size))
    if signature != SIGNATURES[2]:
        raise _DamageError(translate("project", "its end is missing"))
    if disk or first or comment or here != count or start + length + END.size != size:
        raise _DamageError(translate("project", "its table of contents does not fit"))
    if count > MEMBER_LIMIT or length > _DIRECTORY_LIMIT_BYTES:
        raise _DamageError(translate("project", "it has more than {limit:,} parts", limit=MEMBER_LIMIT))
    return start, length, count


def _entries(directory: bytes, count: int) -> list[Entry]:
    entries, place = [], 0
    for _number in range(count):
        entry, place = _entry(directory, place)
        entries.append(entry)
    if place != len(directory):
        raise _DamageError(translate("project", "its table of contents does not fit"))
    if len({entry.name.casefold() for entry in entries}) != count:
        raise _DamageError(translate("project", "it has a part twice"))
    return entries


def _entry(directory: bytes, place: int) -> tuple[Entry, int]:
    if place + CENTRAL.size > len(directory):
        raise _DamageError(translate("project", "its table of contents does not fit"))
    (signature, _made, _needed, flags, method, _time, _date, crc, packed, size, name_length, extra, comment, disk,
     _inner, attributes, start) = CENTRAL.unpack_from(directory, place)
    end = place + CENTRAL.size + name_length
    kind = stat.S_IFMT(attributes >> 16)
    if signature != SIGNATURES[1] or flags or extra or comment or disk or kind not in (0, stat.S_IFREG) \
            or attributes & 0x10:
        raise _DamageError(translate("project", "a part has properties that no project has"))
    entry = Entry(_name(directory[place + CENTRAL.size:end]), method, crc, packed, size, start)
    _check_sizes(entry)
    return entry, end


def _name(data: bytes) -> str:
    name = data.decode("ascii", "replace")
    if kind_of(name) is None:
        raise _DamageError(translate("project", "it holds something that no project has"))
    return name


def _check_sizes(entry: Entry) -> None:
    kind = kind_of(entry.name)
    if kind is None or entry.size > kind.limit_bytes or entry.packed > kind.limit_bytes:
        raise _DamageError(translate("project", "{part} is too large", part=entry.name))
    if entry.method not in (STORED, DEFLATED) or (entry.method == STORED and entry.packed != entry.size):
        raise _DamageError(translate("project", "{part} is packed in an unknown way", part=entry.name))
    if entry.size > RATIO_LIMIT * entry.packed or (entry.method == DEFLATED and not kind.is_packed):
        raise _DamageError(translate("project", "{part} is packed out of all proportion", part=entry.name))


def _check_layout(file: BinaryIO, entries: Sequence[Entry], directory: int) -> None:
    """Check that the members follow each other without a gap and that each repeats what the directory says."""
    place = 0
    for entry in entries:
        if entry.start != place or entry.end > directory:
            raise _DamageError(translate("project", "its parts overlap or have gaps"))
        header = _bytes_at(file, entry.start, entry.data - entry.start)
        signature, _needed, flags, method, _time, _date, crc, packed, size, length, extra = LOCAL.unpack_from(header)
        said = (signature, flags, method, crc, packed, size, length, extra, header[LOCAL.size:])
        if said != (SIGNATURES[0], 0, entry.method, entry.crc, entry.packed, entry.size, len(entry.name), 0,
                    entry.name.encode("ascii")):
            raise _DamageError(translate("project", "{part} contradicts the table of contents", part=entry.name))
        place = entry.end
    if place != directory:
        raise _DamageError(translate("project", "its parts overlap or have gaps"))


def _bytes_at(file: BinaryIO, place: int, length: int) -> bytes:
    file.seek(place)
    data = file.read(length)
    if len(data) != length:
        raise _DamageError(translate("project", "it is too short"))
    return data
