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
    place = len(SIGNATURE)
    parts, kinds = [SIGNATURE], []
    while place + 12 <= len(data):
        length, kind = _CHUNK.unpack_from(data, place)
        end = place + 12 + length
        if zlib.crc32(data[place + 4:end - 4]).to_bytes(4, "big") != data[end - 4:end]:
            return None
        if kind not in _SILENT:
            parts.append(data[place:end])
            kinds.append(kind)
        place = end
        if kind == b"IEND":
            return b"".join(parts) if _is_plain(kinds) and len(parts[1]) == 12 + _HEADER.size else None
    return None


def _is_plain(kinds: list[bytes]) -> bool:
    """Whether the chunks are one header, pixels and the end, in this order."""
    return kinds[0] == b"IHDR" and len(kinds) > 2 and set(kinds[1:-1]) == {b"IDAT"}
