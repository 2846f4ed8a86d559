"""A short way to the pixels of sound JPEG files: OpenCV's decoder, which works beside other threads from end to end.

Pillow spends as long again around the same decoder (libjpeg-turbo), and partly in Python, where threads wait for each
other. Both give the same pixels: the discrete cosine transform they use is exact, and the tests compare them. What is
not plain goes the usual way, and so does what is not sound: OpenCV would show half of a picture without a word.
"""

import re
import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnstudio.data.decoding.pixel_limit import LARGE_PIXELS, check_size

SIGNATURE = b"\xff\xd8\xff"

_END = b"\xff\xd9"
_EXIF = b"Exif\0\0"
_SEGMENT = struct.Struct(">BBH")
_FRAME = struct.Struct(">BHHB")
_FRAME_KINDS = frozenset((0xC0, 0xC1, 0xC2))
"""Baseline, extended and progressive frames, Huffman coded (ITU-T T.81, table B.1)."""
_TABLES = frozenset((0xC4, 0xDB, 0xDD, 0xFE))
"""Huffman tables, quantisation tables, restart interval, comment."""
_COLOR_PROFILE, _PICTURE_LIST, _ADOBE = 0xE2, b"MPF\0", 0xEE
_ORIENTATION_TAG = 0x0112
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7]")
"""In coded data: anything but a stuffed byte or a restart."""
_YCBCR_IDS = (1, 2, 3)
_REDUCED = {8: 64, 4: 32, 2: 16, 1: 0}
"""Into how many parts a side is divided to OpenCV's IMREAD_REDUCED_GRAYSCALE_8, _4 and _2."""
_SIDEWAYS_FROM = 5
"""EXIF orientations from here on lie on their side."""


@dataclass(frozen=True, slots=True)
class PlainJpeg:
    """A decoded JPEG: (h, w, 3) uint8 RGB as stored, its EXIF orientation, and its (width, height) in the file."""

    pixels: NDArray[np.uint8]
    orientation: int
    size: tuple[int, int]


@dataclass(slots=True)
class _Header:
    """What the segments before the first scan say."""

    size: tuple[int, int] | None = None
    exif: bytes = b""


def decode_plain_jpeg(data: bytes, at_least: tuple[int, int] | None = None) -> PlainJpeg | None:
    """Return the picture of a plain and sound JPEG file, or None when it has to be read the usual way.

    Parameters
    ----------
    at_least : (H, W) in pixels of the upright picture
        Allows 1/2, 1/4 or 1/8 of the size as long as that stays at least this large, as Pillow's ``draft`` chooses it.

    Raises
    ------
    RefusedError
        When it is too large or too small.
    """
    import cv2

    header = _read(data)
    if header is None or header.size is None:
        return None
    orientation = _orientation(header.exif)
    if orientation is None:
        return None
    check_size(header.size)
    scale = _scale(header.size, at_least, is_sideways=orientation >= _SIDEWAYS_FROM)
    if header.size[0] * header.size[1] > LARGE_PIXELS * scale**2:
        return None
    flags = cv2.IMREAD_COLOR_RGB | cv2.IMREAD_IGNORE_ORIENTATION | _REDUCED[scale]
    try:
        pixels = cv2.imdecode(np.frombuffer(data, np.uint8), flags)
    except cv2.error:
        return None
    return None if pixels is None else PlainJpeg(np.asarray(pixels, np.uint8), orientation, header.size)


def _read(data: bytes) -> _Header | None:
    """Walk through all segments and scans up to the very end of the file; None for anything not plain."""
    header, place = _Header(), 2
    while place + 4 <= len(data):
        mark, kind, length = _SEGMENT.unpack_from(data, place)
        if mark != 0xFF or not _understand(header, kind, data[place + 4:place + 2 + length]):
            return None
        place += 2 + length
        if kind == 0xDA:
            found = _MARKER.search(data, place)
            if found is None:
                return None
            place = found.start()
            if place + 2 == len(data):
                return header if data.endswith(_END) else None
    return None


def _understand(header: _Header, kind: int, body: bytes) -> bool:
    """Take from a segment what is needed; False when it is not plain."""
    if kind in _TABLES or kind == 0xDA:
        return kind != 0xDA or header.size is not None
    if kind in _FRAME_KINDS:
        return header.size is None and _read_frame(header, body)
    if kind == 0xE1:
        is_first = body.startswith(_EXIF) and not header.exif
        header.exif = body
        return is_first
    return 0xE0 <= kind <= 0xEF and kind != _ADOBE and not (kind == _COLOR_PROFILE and body.startswith(_PICTURE_LIST))


def _read_frame(header: _Header, body: bytes) -> bool:
    if len(body) < _FRAME.size:
        return False
    depth, height, width, components = _FRAME.unpack_from(body)
    ids = tuple(body[_FRAME.size::3])
    header.size = (width, height)
    return depth == 8 and height > 0 and width > 0 and len(ids) == components and (
        components == 1 or ids == _YCBCR_IDS)


def _orientation(exif: bytes) -> int | None:
    """Return the EXIF orientation, 1 when there is none; None when only the usual way can tell."""
    if not exif:
        return 1
    block = Image.Exif()
    try:
        block.load(exif)
        value = block.get(_ORIENTATION_TAG, 1)
    except Exception:  # noqa: BLE001 - a damaged block is judged the usual way
        return None
    return value if isinstance(value, int) and 1 <= value <= 8 else None


def _scale(size: tuple[int, int], at_least: tuple[int, int] | None, *, is_sideways: bool) -> int:
    if at_least is None:
        return 1
    height, width = reversed(at_least) if is_sideways else at_least
    most = min(size[0] // max(1, width), size[1] // max(1, height))
    return next((scale for scale in _REDUCED if most >= scale), 1)
