"""Decodes a JPEG or PNG whose end is missing as far as it goes, without touching what other threads decode."""

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnstudio.data.decoding.refusal import RefusedError
from cnnstudio.wording import translate

LEAST_SHARE = 0.1
"""With fewer of its rows a picture is refused."""

FORMATS = frozenset(("JPEG", "MPO", "PNG"))
"""Formats whose rows come one after the other from the top."""

_END_OF_JPEG = b"\xff\xd9"
_NEVER_SENT = 128  # what libjpeg makes of blocks that no scan has reached


@dataclass(frozen=True, slots=True)
class ReadablePart:
    """As much of a picture as its file holds.

    Attributes
    ----------
    image : decoded, at full size; the missing rows hold anything
    missing : (H,) whether a row is missing
    """

    image: Image.Image
    missing: NDArray[np.bool_]

    @property
    def share(self) -> float:
        """The share of the rows, 0 to 1, that is there."""
        return 1.0 - float(self.missing.mean())


def read_part(stream: BinaryIO, open_image: Callable[[BinaryIO], Image.Image]) -> ReadablePart:
    """Decode what can be decoded.

    Pillow's own switch for this, ``LOAD_TRUNCATED_IMAGES``, holds for the whole process and would let damaged files of
    other threads pass. Here the picture's memory is filled beforehand, once black and once white: rows that differ
    afterwards were never written. A progressive JPEG writes nothing before its end, so it is given an end.

    Parameters
    ----------
    stream : the file, from its beginning
    open_image : opens it, with the same ``draft`` each time

    Raises
    ------
    RefusedError
        When less than `LEAST_SHARE` of the rows can be read.
    """
    data = stream.read()
    black, white = (_filled(open_image(io.BytesIO(data)), level) for level in (0, 255))
    if black.size != white.size or black.info.get("interlace"):
        raise RefusedError(translate(
            "data", "the end of the picture is missing, and the rest is spread over its rows (interlaced)"))
    part = ReadablePart(black, _differs(black, white))
    if part.share == 0 and black.info.get("progressive"):
        part = _with_end(open_image(io.BytesIO(data + _END_OF_JPEG)))
    if part.share < LEAST_SHARE:
        raise RefusedError(translate(
            "data", "the end of the picture is missing, and less than a tenth of it can be read"))
    return part


def _filled(image: Image.Image, level: int) -> Image.Image:
    """Decode into memory that holds ``level`` everywhere, as far as it goes."""
    bands = len(image.getbands())
    image.im = Image.new(image.mode, image.size, level if bands == 1 else (level,) * bands).im
    return _loaded(image)


def _loaded(image: Image.Image) -> Image.Image:
    with contextlib.suppress(Exception):  # that it ends too early is known
        image.load()
    image.tile = []  # type: ignore[attr-defined]  # as after a load: what was decoded is the picture
    return image


def _differs(one: Image.Image, other: Image.Image) -> NDArray[np.bool_]:
    rows = (np.asarray(one) != np.asarray(other)).reshape(one.height, -1)
    return np.asarray(rows.any(axis=1))


def _with_end(image: Image.Image) -> ReadablePart:
    """Decode a JPEG that was given an end: blocks never sent are even grey, from some row on."""
    image = _loaded(image)
    sent = (np.asarray(image) != _NEVER_SENT).reshape(image.height, -1).any(axis=1)
    last = int(np.flatnonzero(sent)[-1]) if sent.any() else -1
    return ReadablePart(image, np.arange(image.height) > last)
