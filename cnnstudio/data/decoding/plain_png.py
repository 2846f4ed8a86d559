"""A short way to the pixels of most PNG files: 8-bit, sound, with nothing to interpret.

Pillow's plug-in spends most of the time for a picture of 32 px in Python, where threads wait for each other. Here the
chunks are read in a few steps, and OpenCV decodes header and pixels beside other threads; whatever is not plain goes
the usual way. PNG loses nothing, so both ways give the same pixels.
"""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.decoding.pixel_limit import LARGE_PIXELS, check_size

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_GREY, _COLOR, _UNCHANGED = 0, 256, -1
_KINDS: dict[tuple[int, int], int] = {(8, 0): _GREY, (8, 2): _COLOR, (8, 6): _UNCHANGED}
"""Bit depth and colour type (PNG specification, 11.2.2) to OpenCV's IMREAD_GRAYSCALE, _COLOR_RGB or _UNCHANGED."""
_SILENT = frozenset((b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"tIME", b"sBIT"))
"""Chunks that change nothing in the pixels Pillow gives; OpenCV does not get to see them."""
_HEADER = struct.Struct(">IIBBBBB")
_CHUNK = struct.Struct(">I4s")
_CHECKSUM = struct.Struct(">I")
_HEADER_KIND = b"IHDR"
_BEHIND_HEADER = len(SIGNATURE) + 12 + _HEADER.size


def decode_plain_png(data: bytes) -> NDArray[np.uint8] | None:
    """Return the pixels of a plain PNG file, or None when it has to be read the usual way.

    Returns
    -------
    (H, W) uint8 of a grey picture, (H, W, 3) RGB or (H, W, 4) RGBA

    Raises
    ------
    RefusedError
        When it is too large or too small.
    """
    chunks = _chunks(data)
    if chunks is None:
        return None
    width, height, depth, color, compression, filters, interlace = _HEADER.unpack_from(chunks, len(SIGNATURE) + 8)
    check_size((width, height))
    if (depth, color) not in _KINDS or compression or filters or interlace or width * height > LARGE_PIXELS:
        return None
    return _decoded(chunks, _KINDS[depth, color])


def _decoded(chunks: bytes, flags: int) -> NDArray[np.uint8] | None:
    import cv2

    try:
        pixels = cv2.imdecode(np.frombuffer(chunks, np.uint8), flags)
    except cv2.error:
        return None
    if pixels is None:
        return None  # damaged: the usual way finds the reason
    if pixels.ndim == 3 and pixels.shape[2] == 4:
        pixels = cv2.cvtColor(pixels, cv2.COLOR_BGRA2RGBA)
    return np.asarray(pixels, np.uint8)


def _chunks(data: bytes) -> bytes | None:
    """Return a sound file without its silent chunks; None when anything else is in it."""
    ends, kinds = _walk(data)
    heard = [kind for kind in kinds if kind not in _SILENT]
    if not _is_plain(heard) or kinds[0] != _HEADER_KIND or ends[1] != _BEHIND_HEADER:
        return None
    if len(heard) == len(kinds) and ends[-1] == len(data):
        return data
    parts = [data[ends[place]:ends[place + 1]] for place, kind in enumerate(kinds) if kind not in _SILENT]
    return b"".join((SIGNATURE, *parts))


def _walk(data: bytes) -> tuple[list[int], list[bytes]]:
    """Return where the chunks end, before that where the first begins, and their kinds; none when one is not sound."""
    ends, kinds = [len(SIGNATURE)], list[bytes]()
    while (place := ends[-1]) + 12 <= len(data):
        length, kind = _CHUNK.unpack_from(data, place)
        end = place + 12 + length
        if end > len(data) or (zlib.crc32(data[place + 4:end - 4]),) != _CHECKSUM.unpack_from(data, end - 4):
            return [], []
        ends.append(end)
        kinds.append(kind)
        if kind == b"IEND":
            break
    return ends, kinds


def _is_plain(kinds: list[bytes]) -> bool:
    """Whether the chunks are one header, pixels and the end, in this order."""
    return (len(kinds) > 2 and kinds[0] == _HEADER_KIND and kinds[-1] == b"IEND"
            and kinds.count(b"IDAT") == len(kinds) - 2)
