"""The one way a file becomes pixels: (H, W, 3) uint8 RGB, upright, on white."""

import contextlib
import errno
import io
import logging
import re
import stat
import threading
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

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

from cnnstudio.data.file_kinds import HEAD_BYTES, IMAGE_ENDINGS, describe, is_heif, looks_like_image
from cnnstudio.errors import ImageError

PIXEL_LIMIT = 64_000_000
"""Pictures with more pixels are refused from their header, before anything is decoded."""

SIDE_MINIMUM_PX = 8
"""Pictures with a shorter side are refused: nothing can be seen in them."""

LARGE_PIXELS = 24_000_000
"""Pictures larger than this (after a JPEG was made smaller) are decoded one at a time, to spare the memory."""

GREY_TOLERANCE = 2
"""Largest difference between two channels (of 255) of a picture that counts as grey."""

# Named so that they are loaded now: Pillow's own search through all its plug-ins would enable every parser it has.
_PLUGINS = (JpegImagePlugin, PngImagePlugin, BmpImagePlugin, GifImagePlugin, WebPImagePlugin, TiffImagePlugin,
            MpoImagePlugin)
_FORMATS = ("JPEG", "PNG", "BMP", "GIF", "WEBP", "TIFF")  # MPO is opened by JPEG; Pillow fails when it is named
_HEIF_HELP = ("HEIC pictures need the library pi-heif (pip install pi-heif); or choose Settings > Camera > Formats > "
              "Most Compatible on the iPhone, or save it as JPEG")
_PILLOW_MODULES = r"(PIL|pi_heif)(\.|$)"

_TURNS: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What turns a picture with this EXIF orientation (tag 0x0112, EXIF 2.32) upright."""
_STRIP_PIXELS = 4_000_000  # converted at a time: intermediate copies of a large picture would fill the memory
_SIDEWAYS = frozenset((5, 6, 7, 8))
_ORIENTATION_TAG = 0x0112

logging.getLogger("PIL").addHandler(logging.NullHandler())  # what Pillow logs about damaged files is in the reason

_large_lock = threading.Lock()
_heif_lock = threading.Lock()
_heif_ready = False


@dataclass(frozen=True, slots=True)
class DecodedImage:
    """One picture as every part of the program sees it.

    Attributes
    ----------
    pixels : (H, W, 3) uint8, RGB, upright, transparent parts on white
    notes : what was done to get there, such as ``"turned upright (EXIF 6)"``; empty for a plain picture
    source_h, source_w : height and width in pixels the upright picture has in its file; larger than ``pixels`` only
        where ``at_least`` allowed a smaller decoding
    """

    pixels: NDArray[np.uint8]
    notes: tuple[str, ...] = ()
    source_h: int = 0
    source_w: int = 0


class _RefusedError(Exception):
    """A reason, in plain words, why this picture is not used."""


def decode(path: Path, *, at_least: tuple[int, int] | None = None) -> DecodedImage:
    """Decode the first frame of an image file, whatever its ending says it is.

    Parameters
    ----------
    path : a JPEG, PNG, BMP, GIF, WebP, TIFF, MPO or HEIF file
    at_least : (H, W) in pixels
        Allows a JPEG to be decoded at 1/2, 1/4 or 1/8 of its size as long as it stays at least this large: faster,
        for thumbnails and checks. What a network is given is always decoded whole.

    Raises
    ------
    ImageError
        With the path and a reason in plain words, whatever goes wrong.
    """
    try:
        with _open_regular(path) as stream:
            return _decode(stream, path, at_least)
    except OSError as error:
        raise ImageError(path, _filesystem_reason(error)) from error
    except ValueError as error:  # a name no file can have, such as one with a zero byte
        raise ImageError(path, "no such file") from error


def decode_bytes(data: bytes, name: str, *, at_least: tuple[int, int] | None = None) -> DecodedImage:
    """Decode a picture that is in memory; ``name`` is what errors call it. See `decode`."""
    return _decode(io.BytesIO(data), Path(name), at_least)


def is_grey(pixels: NDArray[np.uint8]) -> bool:
    """Whether the channels of (H, W, 3) uint8 pixels agree within `GREY_TOLERANCE` everywhere."""
    first = pixels[..., 0].astype(np.int16)
    return all(np.abs(first - pixels[..., channel]).max(initial=0) <= GREY_TOLERANCE for channel in (1, 2))


def _open_regular(path: Path) -> BinaryIO:
    """Open a file, but no pipe or device, which could wait for ever."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(errno.EISDIR if path.is_dir() else errno.EINVAL, "not a regular file")
    return path.open("rb")


def _filesystem_reason(error: OSError) -> str:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return "no such file"
        case errno.EACCES | errno.EPERM:
            return "no permission to read it"
        case errno.EISDIR:
            return "this is a folder, not an image"
        case _:
            return f"cannot be read: {error.strerror or error}"


def _decode(stream: BinaryIO, path: Path, at_least: tuple[int, int] | None) -> DecodedImage:
    """Turn every failure of the decoders, which raise a dozen kinds of exception, into an `ImageError`."""
    _silence_pillow()
    head = b""
    try:
        head = stream.read(HEAD_BYTES)
        _refuse_what_is_no_image(head)
        stream.seek(0)
        with Image.open(stream, formats=_formats(head, stream)) as image:
            return _read(image, path, at_least)
    except _RefusedError as error:
        raise ImageError(path, str(error)) from None
    except Exception as error:  # a damaged file is never more than one refused file
        raise ImageError(path, _decoder_reason(error)) from error


def _silence_pillow() -> None:
    """Keep the warnings of Pillow from the user: what matters in them is said by notes and reasons.

    `warnings.catch_warnings` is not safe in threads, so the filter stays; it covers Pillow's modules alone.
    """
    first = warnings.filters[0] if warnings.filters else (None,) * 5
    if getattr(first[3], "pattern", None) != _PILLOW_MODULES:
        warnings.filterwarnings("ignore", module=_PILLOW_MODULES)


def _refuse_what_is_no_image(head: bytes) -> None:
    if not head:
        raise _RefusedError("empty file (0 bytes), often an interrupted download or a cloud placeholder")
    if not looks_like_image(head):
        raise _RefusedError(f"not an image: it looks like {describe(head)}")


def _formats(head: bytes, stream: BinaryIO) -> tuple[str, ...]:
    if not is_heif(head):
        return _FORMATS
    _prepare_heif()
    _check_heif(stream)
    return ("HEIF",)


def _prepare_heif() -> None:
    global _heif_ready  # noqa: PLW0603 - loaded once in a process, when the first such file arrives
    with _heif_lock:
        if _heif_ready:
            return
        try:
            from pi_heif import register_heif_opener
        except ImportError as error:
            raise _RefusedError(_HEIF_HELP) from error
        register_heif_opener()
        _heif_ready = True


def _check_heif(stream: BinaryIO) -> None:
    """Refuse item types that are no text: pi-heif 1.4 ends the whole process at one (in `HeifImage.metadata`).

    They lie in the ``infe`` boxes of ISO 23008-12 (HEIF): length, name, version, flags, item number, protection, type.
    """
    data = stream.read()
    stream.seek(0)
    for box in re.finditer(b"infe", data):
        start = box.start() - 4
        length = int.from_bytes(data[max(0, start):box.start()], "big")
        kind = box.end() + 4 + (4 if data[box.end():box.end() + 1] == b"\x03" else 2) + 2
        if not _is_text(data[kind:kind + 4]) or not _is_text(data[kind:start + length]):
            raise _RefusedError("damaged: its list of contents cannot be read")


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoder_reason(error: Exception) -> str:
    text = str(error)
    match error:
        case MemoryError():
            return "not enough memory to decode it"
        case Image.DecompressionBombError():
            return f"too large: more than {PIXEL_LIMIT // 1_000_000} million pixels"
        case OSError() if error.errno is not None:
            return _filesystem_reason(error)
        case _ if "truncated" in text.lower() or "EOF" in text:
            return "the end of the picture is missing (truncated), often an interrupted download or copy"
        case _ if "cannot identify" in text:
            return "damaged: its header cannot be read"
        case OSError() | SyntaxError() | ValueError() if text:
            return f"damaged: {text}"
        case _:
            return "damaged: it cannot be decoded"


def _read(image: Image.Image, path: Path, at_least: tuple[int, int] | None) -> DecodedImage:
    _check_size(image.size)
    size = image.size
    # a PNG has to be loaded to know its EXIF block, and there a failure would be swallowed
    orientation = _orientation(image) if image.format != "PNG" else 1
    if at_least is not None:
        height, width = reversed(at_least) if orientation in _SIDEWAYS else at_least
        image.draft(image.mode, (width, height))
    with _large_lock if image.width * image.height > LARGE_PIXELS else contextlib.nullcontext():
        return _load(image, path, orientation, size)


def _load(image: Image.Image, path: Path, orientation: int, size: tuple[int, int]) -> DecodedImage:
    """Decode a picture whose header is known to be good."""
    image.load()
    notes = _format_notes(image, path)
    _check_size(image.size, minimum=1)
    if image.format == "PNG":
        orientation = _orientation(image)
    if orientation in _TURNS:
        notes.append(f"turned upright (EXIF {orientation})")
        if _orientation(image) == orientation:  # Pillow turns a TIFF itself
            image = image.transpose(_TURNS[orientation])
    pixels, remarks = _to_rgb(image)
    width, height = reversed(size) if orientation in _SIDEWAYS else size
    return DecodedImage(pixels, (*notes, *remarks), height, width)


def _check_size(size: tuple[int, int], minimum: int = SIDE_MINIMUM_PX) -> None:
    width, height = size
    if width * height > PIXEL_LIMIT:
        raise _RefusedError(f"too large: {width:,} × {height:,} pixels, at most {PIXEL_LIMIT // 1_000_000} million are "
                            "read; make it smaller")
    if min(width, height) < minimum:
        raise _RefusedError(f"too small: {width} × {height} pixels, at least {minimum} × {minimum} are needed")


def _format_notes(image: Image.Image, path: Path) -> list[str]:
    found = "JPEG" if image.format == "MPO" else str(image.format)
    ending = path.suffix.lower()
    notes = [] if IMAGE_ENDINGS.get(ending, found) == found else [f"{found} named {ending}"]
    if getattr(image, "is_animated", False):
        notes.append(f"first of {image.n_frames} frames")  # type: ignore[attr-defined]
    return notes


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 (upright) when there is none or the EXIF block is damaged."""
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # noqa: BLE001 - a damaged EXIF block must not cost the picture
        return 1
    return value if isinstance(value, int) else 1


def _to_rgb(image: Image.Image) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    """Convert any of Pillow's modes to (H, W, 3) uint8 and say what was done."""
    if image.mode in _SCALED_MODES:
        grey, note = _SCALED_MODES[image.mode](np.asarray(image))
        return np.repeat(grey[..., None], 3, axis=2), (note,)
    if image.mode == "LAB":
        raise _RefusedError("its colours are stored as LAB, which cannot be read; save it as RGB")
    pixels = np.empty((image.height, image.width, 3), np.uint8)
    notes = {"CMYK converted to RGB"} if image.mode == "CMYK" else set()
    rows = max(1, _STRIP_PIXELS // image.width)
    for top in range(0, image.height, rows):
        strip = image if rows >= image.height else image.crop((0, top, image.width, min(top + rows, image.height)))
        if _is_see_through(strip):
            strip = _on_white(strip)
            notes.add("transparent parts on white")
        pixels[top:top + rows] = np.asarray(strip.convert("RGB"))
    return pixels, tuple(notes)


def _is_see_through(image: Image.Image) -> bool:
    """Whether any pixel is not fully opaque."""
    return image.has_transparency_data and image.convert("RGBA").getchannel("A").getextrema()[0] != 255


def _on_white(image: Image.Image) -> Image.Image:
    """Lay a picture with an alpha channel or a transparent colour on white."""
    with_alpha = image.convert("RGBA")
    white = Image.new("RGB", image.size, "white")
    white.paste(with_alpha.convert("RGB"), mask=with_alpha.getchannel("A"))
    return white


def _from_16_bit(values: NDArray[Any]) -> tuple[NDArray[np.uint8], str]:
    """Scale 0..65535 to 0..255 exactly: 65535 = 255 · 257."""
    return ((values.astype(np.uint32) + 128) // 257).astype(np.uint8), "16-bit scaled"


def _from_numbers(values: NDArray[Any]) -> tuple[NDArray[np.uint8], str]:
    """Scale a grey picture of 32-bit numbers by the range its values show, or refuse it."""
    if not np.isfinite(values).all():
        raise _RefusedError("its values hold NaN or infinity; save it as an 8-bit or 16-bit picture")
    low, high = float(values.min()), float(values.max())
    top = next((top for top in _tops(values) if high <= top), None)
    if low < 0 or top is None:
        raise _RefusedError(f"its values run from {low:g} to {high:g}, which is no known scale; save it as an 8-bit or "
                            "16-bit picture")
    return np.rint(values.astype(np.float32) * np.float32(255 / top)).astype(np.uint8), f"values 0 to {top} scaled"


def _tops(values: NDArray[Any]) -> tuple[int, ...]:
    return (1, 255, 65535) if values.dtype.kind == "f" else (255, 65535)


_SCALED_MODES: dict[str, Callable[[NDArray[Any]], tuple[NDArray[np.uint8], str]]] = {
    "I;16": _from_16_bit, "I;16L": _from_16_bit, "I;16B": _from_16_bit, "I;16N": _from_16_bit,
    "I": _from_numbers, "F": _from_numbers,
}
