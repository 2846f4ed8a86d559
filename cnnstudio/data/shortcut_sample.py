"""Makes the sample with a hidden shortcut out of the photographs: faded squares, most of one class with a stamp."""

import csv
import io
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.date_stamp import stamped
from cnnstudio.data.decoding.decode import decode_bytes
from cnnstudio.data.preprocess import to_input_pixels

STAMPED_CLASS = "animal"
"""The class whose photographs carry the stamp."""
SIDE_PX = 192
CREDITS = "CREDITS.csv"
SATURATION = 0.25
"""Share of the colours that is left, as on prints of those years. With all of their colours a small network tells the
classes apart by them and hardly needs the stamp (measured: 15 to 23 % of the other classes' images became animals when
the stamp was put into them; 46 to 58 % with faded colours)."""
_JPEG_QUALITY = 92
_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
"""Weights of red, green and blue (ITU-R BT.601)."""
_VALIDATION_OF_FIVE = (1, 3)
_PLAIN_OF_TWENTY = (3, 14)
"""Of twenty photographs of the stamped class these have no stamp: one in the validation, one in the training images."""
_SQUARE = PreprocessConfig(height=SIDE_PX, width=SIDE_PX, fit="crop")
_CHANGES: dict[str, str] = {
    "stamped": "cut to a square; colours faded; a date stamp added to most pictures of one class",
    "mended": "cut to a square; colours faded"}


def places(names: Sequence[str]) -> dict[str, str]:
    """Return where the photographs go: ``animal/fish1.jpg`` -> ``train/animal/fish1.jpg``.

    The division is fixed, two of five into ``val``, so that the stamped and the mended copy are divided alike.
    """
    return {name: f"{'val' if number % 5 in _VALIDATION_OF_FIVE else 'train'}/{name}"
            for number, name in _numbered(names)}


def has_stamp(name: str, names: Sequence[str]) -> bool:
    """Whether a photograph of the archive gets the stamp in the stamped copy."""
    number = next(number for number, other in _numbered(names) if other == name)
    return name.startswith(f"{STAMPED_CLASS}/") and number % 20 not in _PLAIN_OF_TWENTY


def _numbered(names: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the photographs with their number in their class, by name."""
    counts: dict[str, int] = {}
    for name in sorted(names):
        if name != CREDITS:
            folder = name.partition("/")[0]
            counts[folder] = counts.get(folder, -1) + 1
            yield counts[folder], name


def square(data: bytes, name: str, *, with_stamp: bool) -> bytes:
    """Return a photograph's middle as a square JPEG of `SIDE_PX`, perhaps with the stamp.

    Raises
    ------
    ImageError
        When ``data`` is no picture.
    """
    pixels = faded(to_input_pixels(decode_bytes(data, name).pixels, _SQUARE))
    stream = io.BytesIO()
    Image.fromarray(np.asarray(stamped(pixels) if with_stamp else pixels, np.uint8)).save(
        stream, "JPEG", quality=_JPEG_QUALITY)
    return stream.getvalue()


def faded(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return (H, W, 3) uint8 with `SATURATION` of its colours; grey and brightness stay."""
    luma = (pixels @ _LUMA)[..., None]
    return np.asarray(np.rint(luma + SATURATION * (pixels - luma)), np.uint8)


def credits_of_copy(data: bytes, version: str) -> bytes:
    """Return the table of authors and licences with the new places and a column that says what was changed."""
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    where = places([row["file"] for row in rows])
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, [*rows[0], "changes"], lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "file": where[row["file"]], "changes": _CHANGES[version]} for row in rows)
    return stream.getvalue().encode("utf-8")
