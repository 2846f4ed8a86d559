"""A virtual X screen whose picture lies in a file; the colours in it, and the words that can be read on it."""

import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image

SIZE_PX = (1280, 800)
_HEADER_INTS = 25
_COLOUR_BYTES = 12
_COLOURS_AT = 19
_ENLARGED = 2
"""Letters of a window are smaller than those that were taught to what reads them."""


class Screen(NamedTuple):
    """A running virtual screen."""

    display: str
    picture: Path
    """The screen's memory as an XWD file, always what is shown now."""


@contextmanager
def virtual_screen() -> Iterator[Screen]:
    """Start Xvfb on a number it chooses, and end it."""
    with tempfile.TemporaryDirectory() as name:
        words = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{SIZE_PX[0]}x{SIZE_PX[1]}x24", "-fbdir", name, "-ac"]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
            number = server.stdout.readline().strip() if server.stdout else ""
            try:
                yield Screen(f":{number}", Path(name) / "Xvfb_screen0")
            finally:
                server.terminate()


def screen_pixels(picture: Path) -> np.ndarray:
    """Return a screen's picture, (H, W, 3) uint8 blue, green, red.

    The file is X11's window dump, version 7 (X11/XWDFile.h): a header of big-endian 32-bit numbers with its own length
    first, the height, the width and the bytes of a line in places 5, 4 and 12, the number of colours in place 19; then
    the colours of 12 bytes each, then the lines, here of 4 bytes a pixel.
    """
    data = picture.read_bytes()
    header = np.frombuffer(data, ">u4", _HEADER_INTS).astype(int)
    begin = header[0] + header[_COLOURS_AT] * _COLOUR_BYTES
    width, height, line = header[4], header[5], header[12]
    lines = np.frombuffer(data, np.uint8, height * line, begin).reshape(height, line)
    return lines[:, :width * 4].reshape(height, width, 4)[..., :3]


def colours_on_screen(picture: Path) -> int:
    """Return how many different colours a screen shows."""
    return len(np.unique(screen_pixels(picture).reshape(-1, 3), axis=0))


def save_screen(picture: Path, target: Path) -> None:
    """Write what a screen shows as a PNG file."""
    Image.fromarray(np.ascontiguousarray(screen_pixels(picture)[..., ::-1])).save(target)


def words_on_screen(picture: Path) -> set[str]:
    """Return the words of three letters and more that tesseract reads on a screen, in small letters."""
    grey = Image.fromarray(np.ascontiguousarray(screen_pixels(picture)[..., ::-1])).convert("L")
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        grey.resize((grey.width * _ENLARGED, grey.height * _ENLARGED), Image.Resampling.LANCZOS).save(file, "PNG")
        file.flush()
        read = subprocess.run(["tesseract", file.name, "-", "--psm", "11"], capture_output=True, encoding="utf-8",
                              check=True)
    return set(re.findall(r"[^\W\d_]{3,}", read.stdout.lower()))
