"""A short way through Pillow for the PNG files of most folders: small, 8-bit, sound, with nothing to interpret.

Pillow's plug-in spends most of the time for a picture of 32 px in Python, where threads wait for each other. Here the
chunks are read in a few steps and the same decoder in Pillow gets the same data; whatever is not plain goes the usual
way.
"""

import struct
import zlib

from PIL import Image

from cnnstudio.data.pixel_limit import check_size

MOST_PIXELS = 1_000_000
"""Larger pictures gain nothing."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MODES: dict[tuple[int, int], str] = {(8, 0): "L", (8, 2): "RGB", (8, 6): "RGBA"}
"""Bit depth and colour type (PNG specification, 11.2.2) to Pillow's mode."""
_SILENT = frozenset((b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"tIME", b"sBIT"))
"""Chunks that change nothing in the pixels Pillow gives."""
_HEADER = struct.Struct(">IIBBBBB")
_CHUNK = struct.Struct(">I4s")


def decode_plain_png(data: bytes) -> Image.Image | None:
    """Return the picture of a plain PNG file, or None when it has to be read the usual way.

    Raises
    ------
    RefusedError
        When it is too large or too small.
    """
    chunks = _chunks(data)
    if chunks is None or len(chunks[0]) != _HEADER.size:
        return None
    header, packed = chunks
    width, height, depth, color, compression, filters, interlace = _HEADER.unpack(header)
    mode = _MODES.get((depth, color))
    check_size((width, height))
    if mode is None or compression or filters or interlace or width * height > MOST_PIXELS:
        return None
    try:
        image = Image.frombytes(mode, (width, height), packed, "zip", mode)
    except (ValueError, OSError):
        return None  # damaged: the usual way finds the reason
    image.format = "PNG"
    return image


def _chunks(data: bytes) -> tuple[bytes, bytes] | None:
    """Return header and compressed pixels of a sound file that holds nothing else of interest; else None."""
    if not data.startswith(_SIGNATURE):
        return None
    header, place = b"", len(_SIGNATURE)
    parts: list[bytes] = []
    while place + 12 <= len(data):
        length, kind = _CHUNK.unpack_from(data, place)
        end = place + 8 + length
        body = data[place + 8:end]
        if zlib.crc32(data[place + 4:end]).to_bytes(4, "big") != data[end:end + 4]:
            return None
        if kind == b"IEND":
            return header, b"".join(parts)
        if kind == b"IDAT":
            parts.append(body)
        elif kind == b"IHDR" and not header:
            header = body
        elif kind not in _SILENT:
            return None
        place = end + 4
    return None
