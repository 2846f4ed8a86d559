"""The one way a file becomes pixels: (H, W, 3) uint8 RGB, upright, on a background."""

import contextlib
import errno
import io
import logging
import os
import stat
import threading
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from cnnstudio.data.config import Background, SixteenBit
from cnnstudio.data.decoding.frames import frames_note
from cnnstudio.data.decoding.heif_files import check_heif, prepare_heif
from cnnstudio.data.decoding.pixel_limit import LARGE_PIXELS, check_size, highest_limit_text
from cnnstudio.data.decoding.pixel_modes import to_rgb
from cnnstudio.data.decoding.plain_jpeg import SIGNATURE as JPEG_SIGNATURE
from cnnstudio.data.decoding.plain_jpeg import PlainJpeg, decode_plain_jpeg
from cnnstudio.data.decoding.plain_png import SIGNATURE as PNG_SIGNATURE
from cnnstudio.data.decoding.plain_png import decode_plain_png
from cnnstudio.data.decoding.readable_part import FORMATS as PARTLY_READABLE
from cnnstudio.data.decoding.readable_part import read_part
from cnnstudio.data.decoding.refusal import RefusedError
from cnnstudio.data.file_kinds import HEAD_BYTES, IMAGE_ENDINGS, describe, is_heif, looks_like_image
from cnnstudio.data.long_paths import extended
from cnnstudio.errors import ImageError
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

_SMALL_BYTES = 32_000_000
_REASON_LIMIT = 200

GREY_TOLERANCE = 2
"""Largest difference between two channels (of 255) of a picture that counts as grey."""

# Named so that they are loaded now: Pillow's own search through all its plug-ins would enable every parser it has.
_PLUGINS = (JpegImagePlugin, PngImagePlugin, BmpImagePlugin, GifImagePlugin, WebPImagePlugin, TiffImagePlugin,
            MpoImagePlugin)
_FORMATS = ("JPEG", "PNG", "BMP", "GIF", "WEBP", "TIFF")  # MPO is opened by JPEG; Pillow fails when it is named
_PILLOW_MODULES = r"(PIL|pi_heif)(\.|$)"

_TURNS: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture with this EXIF orientation (tag 0x0112, EXIF 2.32) upright."""
_SIDEWAYS = frozenset((5, 6, 7, 8))
_ORIENTATION_TAG = 0x0112
_EXIF_KEYS = frozenset(("exif", "Raw profile type exif", "XML:com.adobe.xmp", "xmp"))  # where Pillow looks for it

logging.getLogger("PIL").addHandler(logging.NullHandler())  # what Pillow logs about damaged files is in the reason

_large_lock = threading.Lock()


@dataclass(frozen=True, slots=True)
class DecodedImage:
    """One picture as every part of the program sees it.

    Attributes
    ----------
    pixels : (H, W, 3) uint8, RGB, upright, transparent parts on the background
    notes : what was done to get there, such as ``"turned upright (EXIF 6)"``; empty for a plain picture
    source_h, source_w : height and width in pixels the upright picture has in its file; larger than ``pixels`` only
        where ``at_least`` allowed a smaller decoding
    """

    pixels: NDArray[np.uint8]
    notes: tuple[str, ...] = ()
    source_h: int = 0
    source_w: int = 0


class _Wishes(NamedTuple):
    """The arguments of `decode`."""

    at_least: tuple[int, int] | None
    readable_part: bool
    background: Background
    sixteen_bit: SixteenBit


@dataclass(frozen=True, slots=True)
class _Opened:
    """A picture whose header is known to be good: its EXIF orientation, width and height as they are stored."""

    image: Image.Image
    orientation: int
    size: tuple[int, int]


def decode(
    path: Path, *, at_least: tuple[int, int] | None = None, readable_part: bool = False,
    background: Background = "white", sixteen_bit: SixteenBit = "full range",
) -> DecodedImage:
    """Decode the first frame of an image file, whatever its ending says it is.

    What a network is given comes from `cnnstudio.data.loading`, which calls this.

    Parameters
    ----------
    path : a JPEG, PNG, BMP, GIF, WebP, TIFF, MPO or HEIF file
    at_least : (H, W) in pixels
        Allows a JPEG to be decoded at 1/2, 1/4 or 1/8 of its size as long as it stays at least this large: faster.
    readable_part : use the part of a JPEG or PNG that is there when its end is missing; the rest has its mean colour
    background : what shows through transparent parts
    sixteen_bit : scale 16-bit values by their whole range, or by the picture's own

    Raises
    ------
    ImageError
        With the path and a reason in plain words, whatever goes wrong.
    """
    wishes = _Wishes(at_least, readable_part, background, sixteen_bit)
    try:
        name, size = _regular_file(path)
        if size <= _SMALL_BYTES:
            return _decode_data(_read_at_once(name, size), path, wishes)
        with open(name, "rb") as stream:  # noqa: PTH123 - a path made anew takes longer than a small file
            return _decode(stream, path, wishes)
    except OSError as error:
        raise ImageError(path, _filesystem_reason(error)) from error
    except ValueError as error:  # a name no file can have, such as one with a zero byte
        raise ImageError(path, translate("data", "no such file")) from error


def decode_bytes(
    data: bytes, name: str, *, at_least: tuple[int, int] | None = None, readable_part: bool = False,
    background: Background = "white", sixteen_bit: SixteenBit = "full range",
) -> DecodedImage:
    """Decode a picture that is in memory; ``name`` is what errors call it. See `decode`."""
    return _decode_data(data, Path(name), _Wishes(at_least, readable_part, background, sixteen_bit))


def is_grey(pixels: NDArray[np.uint8]) -> bool:
    """Whether the channels of (H, W, 3) uint8 pixels agree within `GREY_TOLERANCE` everywhere."""
    import cv2

    first, second, third = cv2.split(pixels)
    return all(cv2.norm(first, other, cv2.NORM_INF) <= GREY_TOLERANCE for other in (second, third))


def _regular_file(path: Path) -> tuple[str, int]:
    """Return the name to open a file by and its size in bytes; refuse pipes and devices, which could wait for ever."""
    name = extended(str(path))
    status = os.stat(name)  # noqa: PTH116 - a path made anew takes longer than the file
    if not stat.S_ISREG(status.st_mode):
        is_folder = stat.S_ISDIR(status.st_mode)
        raise OSError(errno.EISDIR if is_folder else errno.EINVAL, translate("data", "not a regular file"))
    return name, status.st_size


def _read_at_once(path: str, size: int) -> bytes:
    """Read a file of ``size`` bytes in the fewest calls: after each a thread waits for its turn again."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        data = os.read(file, size + 1)
        while (more := os.read(file, size + 1 - len(data)) if 0 < len(data) < size else b""):
            data += more
        return data
    finally:
        os.close(file)


def _filesystem_reason(error: OSError) -> str:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return translate("data", "no such file")
        case errno.EACCES | errno.EPERM:
            return translate("data", "no permission to read it")
        case errno.EISDIR:
            return translate("data", "this is a folder, not an image")
        case _:
            return translate("data", "cannot be read: {reason}", reason=os_reason(error))


def _decode_data(data: bytes, path: Path, wishes: _Wishes) -> DecodedImage:
    """Take the short way when the file is for it: most are, and a small picture is decoded in no time."""
    try:
        plain = _decode_plain(data, path, wishes)
    except RefusedError as error:
        raise ImageError(path, str(error)) from None
    except Exception:  # noqa: BLE001 - the usual way finds words for it
        plain = None
    return plain or _decode(io.BytesIO(data), path, wishes)


def _decode(stream: BinaryIO, path: Path, wishes: _Wishes) -> DecodedImage:
    """Turn every failure of the decoders, which raise a dozen kinds of exception, into an `ImageError`."""
    try:
        head = stream.read(HEAD_BYTES)
        _refuse_what_is_no_image(head)
        _silence_pillow()
        stream.seek(0)
        formats = _formats(head, stream)
        opened = _open(stream, formats, wishes)
        with opened.image, _memory_for(opened.image.size):
            return _load(opened, stream, formats, path, wishes)
    except RefusedError as error:
        raise ImageError(path, str(error)) from None
    except Exception as error:  # a damaged file is never more than one refused file
        raise ImageError(path, _decoder_reason(error)) from error


def _decode_plain(data: bytes, path: Path, wishes: _Wishes) -> DecodedImage | None:
    if data.startswith(JPEG_SIGNATURE) and (jpeg := decode_plain_jpeg(data, wishes.at_least)) is not None:
        return _from_jpeg(jpeg, path)
    if data.startswith(PNG_SIGNATURE) and (pixels := decode_plain_png(data)) is not None:
        return _from_png(pixels, path, wishes)
    return None


def _from_jpeg(jpeg: PlainJpeg, path: Path) -> DecodedImage:
    notes, pixels, (width, height) = _naming_notes("JPEG", path), jpeg.pixels, jpeg.size
    if jpeg.orientation in _TURNS:
        notes.append(_turned_note(jpeg.orientation))
        pixels = np.array(Image.fromarray(pixels).transpose(_TURNS[jpeg.orientation]))
    if jpeg.orientation in _SIDEWAYS:
        width, height = height, width
    return DecodedImage(pixels, tuple(notes), height, width)


def _from_png(pixels: NDArray[np.uint8], path: Path, wishes: _Wishes) -> DecodedImage:
    notes, remarks = _naming_notes("PNG", path), tuple[str, ...]()
    if pixels.ndim != 3 or pixels.shape[2] != 3:
        pixels, remarks = to_rgb(Image.fromarray(pixels), wishes.background, wishes.sixteen_bit)
    return DecodedImage(pixels, (*notes, *remarks), *pixels.shape[:2])


def _silence_pillow() -> None:
    """Keep the warnings of Pillow from the user: what matters in them is said by notes and reasons.

    `warnings.catch_warnings` is not safe in threads, so the filter stays; it covers Pillow's modules alone.
    """
    first = warnings.filters[0] if warnings.filters else (None,) * 5
    if getattr(first[3], "pattern", None) != _PILLOW_MODULES:
        warnings.filterwarnings("ignore", module=_PILLOW_MODULES)


def _refuse_what_is_no_image(head: bytes) -> None:
    if not head:
        raise RefusedError(translate(
            "data", "empty file (0 bytes), often an interrupted download or a cloud placeholder"))
    if not looks_like_image(head):
        raise RefusedError(translate("data", "not an image: it looks like {describe}", describe=describe(head)))


def _formats(head: bytes, stream: BinaryIO) -> tuple[str, ...]:
    if not is_heif(head):
        return _FORMATS
    prepare_heif()
    check_heif(stream)
    return ("HEIF",)


def _one_line(text: str) -> str:
    """Return a library's words as one short line that can be printed anywhere."""
    words = "".join(character if character.isprintable() else " " for character in text).split()
    return " ".join(words)[:_REASON_LIMIT]


def _open(stream: BinaryIO, formats: tuple[str, ...], wishes: _Wishes) -> _Opened:
    """Read the header and say how small a JPEG may become."""
    image = Image.open(stream, formats=formats)
    size = image.size
    check_size(size)
    # a PNG has to be loaded to know its EXIF block, and there a failure would be swallowed
    orientation = _orientation(image) if image.format != "PNG" else 1
    if wishes.at_least is not None:
        height, width = reversed(wishes.at_least) if orientation in _SIDEWAYS else wishes.at_least
        image.draft(image.mode, (width, height))
    return _Opened(image, orientation, size)


def _memory_for(size: tuple[int, int]) -> "contextlib.AbstractContextManager[object]":
    return _large_lock if size[0] * size[1] > LARGE_PIXELS else contextlib.nullcontext()


def _decoder_reason(error: Exception) -> str:
    text = _one_line(str(error))
    match error:
        case MemoryError():
            return translate("data", "not enough memory to decode it")
        case Image.DecompressionBombError():
            return translate("data", "too large: more than {limit} pixels", limit=highest_limit_text())
        case OSError() if error.errno is not None:
            return _filesystem_reason(error)
        case _ if "truncated" in text.lower() or "EOF" in text:
            return translate(
                "data", "the end of the picture is missing ({word}), often an interrupted download or copy",
                word="truncated")  # by this word, the same in every language, the health report knows it again
        case _ if "cannot identify" in text:
            return translate("data", "damaged: its header cannot be read")
        case OSError() | SyntaxError() | ValueError() if text:
            return translate("data", "damaged: {text}", text=text)
        case _:
            return translate("data", "damaged: it cannot be decoded")


def _load(opened: _Opened, stream: BinaryIO, formats: tuple[str, ...], path: Path, wishes: _Wishes) -> DecodedImage:
    """Decode a picture whose header is known to be good."""
    notes = [note for note in (_depth_note(opened.image), frames_note(opened.image, stream)) if note]
    image, missing = _pixels_of(opened, stream, formats, wishes)
    notes += _format_notes(image, path)
    check_size(image.size, minimum=1)
    orientation = _orientation(image) if image.format == "PNG" else opened.orientation
    if orientation in _TURNS:
        notes.append(_turned_note(orientation))
        if _orientation(image) == orientation:  # Pillow turns a TIFF itself
            image = image.transpose(_TURNS[orientation])
            missing = None if missing is None else missing.transpose(_TURNS[orientation])
    pixels, remarks = to_rgb(image, wishes.background, wishes.sixteen_bit)
    if missing is not None:
        notes.append(_fill(pixels, np.asarray(missing)))
    width, height = reversed(opened.size) if orientation in _SIDEWAYS else opened.size
    return DecodedImage(pixels, (*notes, *remarks), height, width)


def _pixels_of(
    opened: _Opened, stream: BinaryIO, formats: tuple[str, ...], wishes: _Wishes,
) -> tuple[Image.Image, Image.Image | None]:
    """Return the decoded picture, and a mask of its missing part when only a part was there and was wanted."""
    try:
        opened.image.load()
    except Exception:
        if not wishes.readable_part or opened.image.format not in PARTLY_READABLE:
            raise
    else:
        return opened.image, None
    stream.seek(0)
    part = read_part(stream, lambda again: _open(again, formats, wishes).image)
    mask = np.repeat(part.missing[:, None], part.image.width, axis=1)
    return part.image, Image.fromarray(mask)


def _fill(pixels: NDArray[np.uint8], missing: NDArray[np.bool_]) -> str:
    """Give the missing part the mean colour of the rest, and return the note about it."""
    if not missing.any():
        return "the end of the file is missing; all rows are there, with less detail"
    pixels[missing] = np.rint(pixels[~missing].mean(axis=0)).astype(np.uint8)
    share = 1 - float(missing.mean())
    return f"only the first {min(99, int(100 * share))} % of the rows could be read"


def _depth_note(image: Image.Image) -> str:
    """Say where Pillow itself drops the lower half of 16-bit colours; the raw mode is gone after loading."""
    raw = str(image.tile[0].args) if getattr(image, "tile", None) else ""  # type: ignore[attr-defined]
    return "16-bit colours cut to 8 bits" if ";16" in raw and not image.mode.startswith("I") else ""


def _format_notes(image: Image.Image, path: Path) -> list[str]:
    return _naming_notes("JPEG" if image.format == "MPO" else str(image.format), path)


def _naming_notes(found: str, path: Path) -> list[str]:
    ending = path.suffix.lower()
    return [] if IMAGE_ENDINGS.get(ending, found) == found else [f"{found} named {ending}"]


def _turned_note(orientation: int) -> str:
    return f"turned upright (EXIF {orientation})"


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 (upright) when there is none or the EXIF block is damaged."""
    if image.format != "TIFF" and _EXIF_KEYS.isdisjoint(image.info):
        return 1
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # noqa: BLE001 - a damaged EXIF block must not cost the picture
        return 1
    return value if isinstance(value, int) else 1
