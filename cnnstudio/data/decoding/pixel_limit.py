"""How large and how small a picture may be: known from its header, before anything is decoded."""

import os

from cnnstudio.data.decoding.refusal import RefusedError
from cnnstudio.errors import InputError
from cnnstudio.wording import translate

PIXEL_LIMIT = 64_000_000
"""Pictures with more pixels are refused, unless `set_pixel_limit` or the environment say otherwise."""

HIGHEST_PIXEL_LIMIT = 178_000_000
"""No limit can be set above this: from 178.9 million on Pillow takes a picture for an attack."""

LOWEST_PIXEL_LIMIT = 1_000_000
"""No limit can be set below this: smaller pictures need not be held against it."""

LIMIT_VARIABLE = "CNNSTUDIO_MEGAPIXELS"
"""Environment variable with another limit, in millions of pixels."""

LARGE_PIXELS = 24_000_000
"""Pictures larger than this (after a JPEG was made smaller) are decoded one at a time, to spare the memory."""

SIDE_MINIMUM_PX = 8
"""Pictures with a shorter side are refused: nothing can be seen in them."""

_chosen: int | None = None


def pixel_limit() -> int:
    """Return the most pixels a picture may have."""
    return _chosen if _chosen is not None else _from_environment()


def set_pixel_limit(pixels: int | None) -> None:
    """Set the most pixels a picture may have, for this process; None: the default again.

    Raises
    ------
    InputError
        When it is under a million or over `HIGHEST_PIXEL_LIMIT`.
    """
    global _chosen  # noqa: PLW0603 - one limit in a process, as memory is one
    if pixels is not None and not LOWEST_PIXEL_LIMIT <= pixels <= HIGHEST_PIXEL_LIMIT:
        raise InputError(translate(
            "data", "The most pixels a picture may have is a number from 1 to {limit}, not {pixels:,}.",
            limit=highest_limit_text(), pixels=pixels))
    _chosen = pixels


def highest_limit_text() -> str:
    """Return `HIGHEST_PIXEL_LIMIT` in words."""
    return translate("data", "{limit} million", limit=HIGHEST_PIXEL_LIMIT // 1_000_000)


def check_size(size: tuple[int, int], minimum: int = SIDE_MINIMUM_PX) -> None:
    """Refuse a (width, height) with too many pixels or too short a side.

    Raises
    ------
    RefusedError
        With the size and the limit.
    """
    width, height = size
    if width * height > LOWEST_PIXEL_LIMIT and width * height > (most := pixel_limit()):
        raise RefusedError(translate(
            "data", "too large: {width:,} × {height:,} pixels, at most {most} million are read; make it smaller, or "
            "set {limit_variable}", width=width, height=height, most=most // 1_000_000, limit_variable=LIMIT_VARIABLE))
    if min(width, height) < minimum:
        raise RefusedError(translate(
            "data", "too small: {width} × {height} pixels, at least {minimum} × {minimum} are needed", width=width,
            height=height, minimum=minimum))


def _from_environment() -> int:
    """Return the limit the environment sets; what is no number in the range counts as not set."""
    text = os.environ.get(LIMIT_VARIABLE, "")
    millions = int(text) if text.isdecimal() else 0
    return millions * 1_000_000 if LOWEST_PIXEL_LIMIT <= millions * 1_000_000 <= HIGHEST_PIXEL_LIMIT else PIXEL_LIMIT
