"""Image files made by script: small learnable folders, and single pictures in every format."""

import colorsys
import io
import struct
import zlib
from collections.abc import Mapping
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


def turned_jpeg(orientation: int, pixels: np.ndarray | None = None) -> bytes:
    """Return a JPEG that shows `pixels` (`quarters`) upright only after its EXIF orientation (1 to 8) is followed."""
    undo = {1: None, 2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_90",
            7: "TRANSVERSE", 8: "ROTATE_270"}[orientation]
    image = Image.fromarray(quarters() if pixels is None else pixels)
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = image.transpose(Image.Transpose[undo]) if undo else image
    return encoded(stored, "JPEG", quality=95, subsampling=0, exif=exif.tobytes())


def png_header(width: int, height: int) -> bytes:
    """Return a PNG that claims this size and has hardly any data."""
    return png_file(width, height, 8, 2, bytes(100))


def png_file(width: int, height: int, depth: int, color: int, rows: bytes, *, interlace: int = 0) -> bytes:
    """Return a PNG of these rows, each after the number of its filter (PNG specification, 11.2.2)."""
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, interlace)
    data = chunk(b"IDAT", zlib.compress(rows))
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
