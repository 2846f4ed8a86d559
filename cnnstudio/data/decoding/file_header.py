"""What the header of an image file says without decoding it: kind, size, JPEG quality, coding, camera, software."""

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, JpegImagePlugin

from cnnstudio.data.file_kinds import HEAD_BYTES, is_heif
from cnnstudio.data.long_paths import extended
from cnnstudio.errors import ImageError
from cnnstudio.wording import translate

UNKNOWN_QUALITY = -1
"""The quality of what is no JPEG."""

_FORMATS = ("JPEG", "PNG", "BMP", "GIF", "WEBP", "TIFF")
_MODEL_TAG, _ORIENTATION_TAG, _SOFTWARE_TAG = 0x0110, 0x0112, 0x0131
_SAMPLINGS = {0: "4:4:4", 1: "4:2:2", 2: "4:2:0"}
_SIDEWAYS = frozenset((5, 6, 7, 8))

_LUMINANCE = np.array([
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99])
"""The quantisation of luminance that encoders scale (ITU-T T.81, table K.1)."""


@dataclass(frozen=True, slots=True)
class FileHeader:
    """What a file says of its picture.

    Attributes
    ----------
    kind : ``"JPEG"``, ``"PNG"``, ``"BMP"``, ``"GIF"``, ``"WEBP"``, ``"TIFF"``, ``"MPO"`` or ``"HEIF"``
    width, height : of the upright picture in pixels; 0 where only decoding tells
    jpeg_quality : 1 to 100 on libjpeg's scale, `UNKNOWN_QUALITY` where there are no quantisation tables
    camera : the model the EXIF block names, empty without one
    has_exif : whether there is an EXIF block
    software : the program the EXIF block or a PNG's text names, empty without one
    sampling : how a JPEG in colour keeps its colours: ``"4:4:4"``, ``"4:2:2"``, ``"4:2:0"``, ``"other"``; else empty
    depth : how values are stored, such as ``"L"``, ``"P"`` (a palette), ``"RGB"``, ``"RGBA"``, ``"RGB;16B"``
    """

    kind: str
    width: int = 0
    height: int = 0
    jpeg_quality: int = UNKNOWN_QUALITY
    camera: str = ""
    has_exif: bool = False
    software: str = ""
    sampling: str = ""
    depth: str = ""


def read_header(path: Path) -> FileHeader:
    """Read a file's header; nothing is decoded.

    Raises
    ------
    ImageError
        When the file cannot be opened, is no image or its header is damaged.
    """
    try:
        with Path(extended(str(path))).open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            if is_heif(head):
                return FileHeader("HEIF")
            stream.seek(0)
            with Image.open(stream, formats=_FORMATS) as image:
                return _header(image)
    except Exception as error:  # whatever a damaged header makes Pillow say
        raise ImageError(path, translate("data", "its header cannot be read")) from error


def _header(image: Image.Image) -> FileHeader:
    exif: Any = image.getexif() if "exif" in image.info else {}
    width, height = image.size
    if exif.get(_ORIENTATION_TAG) in _SIDEWAYS:
        width, height = height, width
    is_jpeg = isinstance(image, JpegImagePlugin.JpegImageFile)
    return FileHeader(
        image.format or "", width, height, _quality(image) if is_jpeg else UNKNOWN_QUALITY,
        _printable(exif.get(_MODEL_TAG, "")), bool(exif),
        _printable(exif.get(_SOFTWARE_TAG, image.info.get("Software", ""))),
        _sampling(image) if is_jpeg else "", image.mode if is_jpeg else _raw_mode(image))


def _printable(value: object) -> str:
    return "".join(sign for sign in str(value) if sign.isprintable()).strip()


def _quality(image: Any) -> int:
    table = image.quantization.get(0)
    return _nearest_quality(tuple(table)) if table else UNKNOWN_QUALITY


def _sampling(image: Any) -> str:
    return _SAMPLINGS.get(JpegImagePlugin.get_sampling(image), "other") if image.mode != "L" else ""


def _raw_mode(image: Image.Image) -> str:
    """Return the mode in which values lie in the file: Pillow's own has 8 bits where the file may have 16."""
    tiles: Any = getattr(image, "tile", None)
    arguments = tiles[0][3] if tiles else image.mode
    raw = str(arguments[0] if isinstance(arguments, tuple) else arguments)
    return "P" if raw.startswith("P;") else raw   # how many bits a palette takes follows from its colours


@lru_cache(maxsize=256)
def _nearest_quality(table: tuple[int, ...]) -> int:
    return jpeg_quality(np.array(table))


def jpeg_quality(table: NDArray[np.int_]) -> int:
    """Return the quality, 1 to 100, whose table of luminance is nearest to this one, (64,) in any order.

    Encoders with tables of their own get the quality of libjpeg that keeps as much.
    """
    distances = np.abs(_tables() - np.sort(table)).sum(axis=1)
    return int(distances.argmin()) + 1


@cache
def _tables() -> NDArray[np.int_]:
    """Return (100, 64): libjpeg's table of each quality, sorted (jcparam.c, jpeg_quality_scaling)."""
    quality = np.arange(1, 101)
    scale = np.where(quality < 50, 5000 // quality, 200 - 2 * quality)[:, None]
    return np.sort(np.clip((_LUMINANCE * scale + 50) // 100, 1, 255), axis=1)
