"""Image files made by script: small learnable folders, and a corpus of odd files that real folders hold."""

import base64
import colorsys
import io
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

DEFAULT_CLASSES: Mapping[str, int] = {"cat": 10, "dog": 10}


def class_picture(name: str, number: int, size: int = 32, position: int = 0) -> np.ndarray:
    """Return picture ``number`` of a class: (size, size, 3) uint8, its own hue and stripe direction, some noise.

    ``position`` is the place of the class in its folder: it chooses hue and direction, so that any two classes
    of one folder can be told apart, by colour and in grey. The same arguments give the same pixels everywhere.
    """
    random = np.random.default_rng([zlib.crc32(name.encode("utf-8")), number])
    hue = (0.1 + position * 0.618) % 1.0
    color = np.array(colorsys.hsv_to_rgb(hue, 0.8, 0.9)) * 200
    rows, columns = np.mgrid[0:size, 0:size] / size
    angle = position * np.pi / 5
    wave = np.sin(2 * np.pi * (3 * (rows * np.cos(angle) + columns * np.sin(angle)) + random.uniform()))
    pixels = color * (0.75 + 0.25 * wave[..., None]) + random.normal(0, 12, (size, size, 3))
    return np.clip(pixels, 0, 255).astype(np.uint8)


def make_folder(root: Path, classes: Mapping[str, int] = DEFAULT_CLASSES, size: int = 32) -> Path:
    """Write ``root/<class>/<class>_0000.png`` ... and return ``root``; deterministic, all pictures different.

    A name may hold a slash: ``{"train/cat": 8, "validation/cat": 2}`` makes folders with given splits; the last
    part is the class, which looks the same in every split.
    """
    names = sorted({key.rsplit("/", 1)[-1] for key in classes})
    for place, (key, count) in enumerate(classes.items()):
        name = key.rsplit("/", 1)[-1]
        folder = root / key
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(count):
            pixels = class_picture(name, number + 10_000 * place, size, names.index(name))
            Image.fromarray(pixels).save(folder / f"{name}_{number:04}.png", compress_level=1)
    return root


@dataclass(frozen=True)
class OddFile:
    """One file of the corpus and what must become of it."""

    path: Path
    size: tuple[int, int] | None
    """(H, W) after decoding; None when the file must be refused."""
    words: str
    """What a note, or the reason of the refusal, must say; empty for a picture without notes."""


def make_corpus(root: Path) -> list[OddFile]:
    """Write one file of every odd kind that real folders hold, and say what must become of each."""
    root.mkdir(parents=True, exist_ok=True)
    made = []
    for name, (build, size, words) in _CORPUS.items():
        path = root / name
        path.write_bytes(build())
        made.append(OddFile(path, size, words))
    return made


def quarters(height: int = 48, width: int = 64) -> np.ndarray:
    """Return (height, width, 3) uint8: red above, blue below, the left quarter green; no two corners are alike."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[: height // 2] = (200, 40, 40)
    pixels[height // 2:] = (40, 40, 200)
    pixels[:, : width // 4] = (40, 200, 40)
    return pixels


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return the bytes of an image file of this kind."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def turned_jpeg(orientation: int) -> bytes:
    """Return a JPEG that shows `quarters` upright only after its EXIF orientation (1 to 8) is followed."""
    undo = {1: None, 2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90",
            7: "TRANSVERSE", 8: "ROTATE_270"}[orientation]
    image = Image.fromarray(quarters())
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = image.transpose(Image.Transpose[undo]) if undo else image
    return encoded(stored, "JPEG", quality=95, subsampling=0, exif=exif.tobytes())


def png_header(width: int, height: int) -> bytes:
    """Return a PNG that claims this size and has hardly any data."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = chunk(b"IDAT", zlib.compress(bytes(100)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + data + chunk(b"IEND", b"")


def grey_ramp_16() -> np.ndarray:
    """Return (16, 256) uint16 whose columns run from 0 to 65535 in steps of 257."""
    return np.tile(np.arange(256, dtype=np.uint16) * 257, (16, 1))


def rgba() -> Image.Image:
    """Return red with a left half that is fully transparent over hidden green."""
    pixels = np.zeros((20, 20, 4), np.uint8)
    pixels[:, :10] = (0, 255, 0, 0)
    pixels[:, 10:] = (255, 0, 0, 255)
    return Image.fromarray(pixels)


def _picture() -> Image.Image:
    return Image.fromarray(quarters())


def _jpeg() -> bytes:
    return encoded(_picture(), "JPEG", quality=95)


def _large_jpeg_header() -> bytes:
    """Return a JPEG whose header claims 40,000 × 40,000 pixels."""
    data = _jpeg()
    place = data.index(b"\xff\xc0") + 5
    return data[:place] + struct.pack(">HH", 40_000, 40_000) + data[place + 4:]


def _adobe_cmyk() -> bytes:
    """Return a CMYK JPEG as Photoshop writes it: an Adobe marker, and all values inverted (Pillow does both)."""
    data = encoded(_picture().convert("CMYK"), "JPEG", quality=95, subsampling=0)
    assert b"Adobe" in data
    return data


def _plain_cmyk() -> bytes:
    """Return the same without the Adobe marker."""
    data = _adobe_cmyk()
    place = data.index(b"\xff\xee")
    return data[:place] + data[place + 16:]


def _palette(transparency: object = None) -> bytes:
    image = _picture().quantize(8)
    return encoded(image, "PNG", **({} if transparency is None else {"transparency": transparency}))


def _frames(kind: str) -> bytes:
    frames = [Image.fromarray(np.full((16, 16, 3), value, np.uint8)) for value in (200, 100, 0)]
    options = {"save_all": True, "append_images": frames[1:]}
    return encoded(frames[0], kind, **options, **({"lossless": True} if kind == "WEBP" else {}))


def _flipped_png() -> bytes:
    """Return a PNG stored without compression, where a flipped byte is just another colour until sums are checked."""
    changed = bytearray(encoded(_picture(), "PNG", compress_level=0))
    changed[len(changed) // 2] ^= 0xFF
    return bytes(changed)


def _broken_exif() -> bytes:
    """Return a JPEG whose EXIF block is cut short and points behind its end."""
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x05\x01\x12\0\x03\xff\xff\xff\xff\0"
    return encoded(_picture(), "JPEG", quality=95, exif=exif)


def _turned_tiff() -> bytes:
    image = _picture().transpose(Image.Transpose.ROTATE_90)
    return encoded(image, "TIFF", tiffinfo={274: 6})


_HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAchtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAA"
    "AAAERAAAIAAQAAAAAB7AABAAAAAAAAAGAAAgAAAAACTAABAAAAAAAAACQAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVp"
    "bmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAABB2lwcnAAAADmaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGE"
    "ABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkA"
    "AAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEH"
    "BpeGkAAAAAAwgICAAAAAlpcm90AwAAABlpcG1hAAAAAAAAAAEAAQaBAgMFhIYAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAIxtZGF0AAAA"
    "XCgBr1j5E3aYsbf/0/f/vF9L/o+0WzXr84Bt7qEy33/BU40NV2WIP2CkOKQlRtoH/P+6NS1qaFoFb+icvtathwc1AlQ11Lnf87/zNZC1vv2TH3"
    "47/gDzn2tCZKEHAAAABkV4aWYAAE1NACoAAAAIAAEBEgADAAAAAQAGAAAAAAAA"
)
"""A HEIC picture of `quarters`, stored upright and turned by its container (as an iPhone held upright makes it)."""

_WHITE_PALETTE = "transparent parts on white"
_CORPUS: dict[str, tuple[Callable[[], bytes], tuple[int, int] | None, str]] = {
    **{f"exif_{turn}.jpg": (partial(turned_jpeg, turn), (48, 64), "" if turn == 1 else f"turned upright (EXIF {turn})")
       for turn in range(1, 9)},
    "turned.tif": (_turned_tiff, (48, 64), "turned upright (EXIF 6)"),
    "broken_exif.jpg": (_broken_exif, (48, 64), ""),
    "cmyk_adobe.jpg": (_adobe_cmyk, (48, 64), "CMYK"),
    "cmyk_plain.jpg": (_plain_cmyk, (48, 64), "CMYK"),
    "progressive.jpg": (lambda: encoded(_picture(), "JPEG", quality=95, progressive=True), (48, 64), ""),
    "grey.jpg": (lambda: encoded(_picture().convert("L"), "JPEG"), (48, 64), ""),
    "grey_16_bit.png": (lambda: encoded(Image.fromarray(grey_ramp_16()), "PNG"), (16, 256), "16-bit scaled"),
    "grey_16_bit.tif": (lambda: encoded(Image.fromarray(grey_ramp_16()), "TIFF"), (16, 256), "16-bit scaled"),
    "float_unit.tif": (lambda: encoded(Image.fromarray(np.float32(grey_ramp_16() / 65535)), "TIFF"), (16, 256),
                       "values 0 to 1 scaled"),
    "float_nan.tif": (lambda: encoded(Image.fromarray(np.full((16, 16), np.nan, np.float32)), "TIFF"), None, "NaN"),
    "float_negative.tif": (lambda: encoded(Image.fromarray(np.full((16, 16), -2, np.float32)), "TIFF"), None,
                           "no known scale"),
    "palette.png": (_palette, (48, 64), ""),
    "palette_transparent.png": (partial(_palette, 0), (48, 64), _WHITE_PALETTE),
    "palette_bytes_transparent.png": (partial(_palette, bytes([0, 128, 255])), (48, 64), _WHITE_PALETTE),
    "alpha.png": (lambda: encoded(rgba(), "PNG"), (20, 20), _WHITE_PALETTE),
    "alpha.webp": (lambda: encoded(rgba(), "WEBP", lossless=True), (20, 20), _WHITE_PALETTE),
    "alpha_opaque.png": (lambda: encoded(_picture().convert("RGBA"), "PNG"), (48, 64), ""),
    "grey_alpha.png": (lambda: encoded(rgba().convert("LA"), "PNG"), (20, 20), _WHITE_PALETTE),
    "one_bit.png": (lambda: encoded(_picture().convert("1"), "PNG"), (48, 64), ""),
    "one_bit.bmp": (lambda: encoded(_picture().convert("1"), "BMP"), (48, 64), ""),
    "plain.bmp": (lambda: encoded(_picture(), "BMP"), (48, 64), ""),
    "animated.gif": (partial(_frames, "GIF"), (16, 16), "first of 3 frames"),
    "animated.webp": (partial(_frames, "WEBP"), (16, 16), "first of 3 frames"),
    "animated.png": (partial(_frames, "PNG"), (16, 16), "first of 3 frames"),
    "stereo.mpo": (partial(_frames, "MPO"), (16, 16), "first of 3 frames"),
    "pages.tif": (partial(_frames, "TIFF"), (16, 16), "first of 3 frames"),
    "png_named.jpg": (lambda: encoded(_picture(), "PNG"), (48, 64), "PNG named .jpg"),
    "phone.heic": (lambda: _HEIC, (64, 48), ""),
    "smallest.png": (lambda: encoded(_picture().resize((8, 8)), "PNG"), (8, 8), ""),
    "html_named.jpg": (lambda: b"<!DOCTYPE html><html><body>404</body></html>", None, "web page"),
    "pdf_named.png": (lambda: b"%PDF-1.7\n%\xe2\xe3", None, "PDF"),
    "text_named.png": ("naïve text\n".encode, None, "a text"),
    "lfs_pointer.png": (lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:0", None, "git lfs pull"),
    "zeros.jpg": (lambda: bytes(2000), None, "zero bytes"),
    "empty.jpg": (lambda: b"", None, "empty file (0 bytes)"),
    "avif_named.jpg": (lambda: b"\0\0\0\x20ftypavif\0\0\0\0avifmif1" + bytes(100), None, "AVIF"),
    "noise.jpg": (lambda: b"\x01\x02\x03\xfe" * 100, None, "unknown data"),
    "truncated.jpg": (lambda: _jpeg()[:-300], None, "truncated"),
    "truncated_by_two.jpg": (lambda: _jpeg()[:-2], None, "truncated"),
    "truncated.png": (lambda: encoded(Image.fromarray(class_picture("cat", 0)), "PNG")[:-900], None, "truncated"),
    "only_a_header.jpg": (lambda: _jpeg()[:20], None, "damaged"),
    "flipped_byte.png": (_flipped_png, None, "damaged: broken data stream"),
    "short_data.png": (partial(png_header, 64, 48), None, "truncated"),
    "huge_header.png": (partial(png_header, 30_000, 30_000), None, "too large"),
    "large_header.png": (partial(png_header, 10_000, 10_000), None, "too large: 10,000 × 10,000"),
    "huge_header.jpg": (_large_jpeg_header, None, "too large"),
    "tiny.png": (lambda: encoded(Image.new("RGB", (5, 1)), "PNG"), None, "too small: 5 × 1"),
    "strip.png": (lambda: encoded(Image.new("RGB", (500, 2)), "PNG"), None, "too small"),
}
"""Name: how it is made, its (H, W) once decoded (None: refused), and what a note or the reason says."""
