"""Any of Pillow's pixel modes to 8-bit RGB: depths scaled, colours converted, transparency laid on a background."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnstudio.data.config import Background, SixteenBit
from cnnstudio.data.decoding.refusal import RefusedError
from cnnstudio.wording import translate

BACKGROUNDS: dict[Background, tuple[int, int, int]] = {
    "white": (255, 255, 255), "black": (0, 0, 0), "grey": (128, 128, 128)}
"""What shows through transparent parts, RGB."""

_STRIP_PIXELS = 4_000_000  # converted at a time: intermediate copies of a large picture would fill the memory
_Scaled = tuple[NDArray[np.uint8], str]


def to_rgb(
    image: Image.Image, background: Background = "white", sixteen_bit: SixteenBit = "full range",
) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    """Convert a decoded picture to (H, W, 3) uint8 RGB and say in notes what was done.

    Parameters
    ----------
    background : what shows through transparent parts
    sixteen_bit : whether 16-bit and floating-point values are scaled by their whole range, or from the picture's own
        darkest to its own brightest value

    Raises
    ------
    RefusedError
        When its values or colours cannot be understood.
    """
    if image.mode in _SCALED_MODES:
        scale = _from_own_range if sixteen_bit == "own range" else _SCALED_MODES[image.mode]
        grey, note = scale(np.asarray(image))
        return np.repeat(grey[..., None], 3, axis=2), (note,)
    if image.mode == "LAB":
        raise RefusedError(translate("data", "its colours are stored as LAB, which cannot be read; save it as RGB"))
    if image.mode == "RGB" and not image.has_transparency_data:
        return np.array(image), ()
    return _in_strips(image, background)


def _in_strips(image: Image.Image, background: Background) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    pixels = np.empty((image.height, image.width, 3), np.uint8)
    notes = {"CMYK converted to RGB"} if image.mode == "CMYK" else set()
    rows = max(1, _STRIP_PIXELS // image.width)
    for top in range(0, image.height, rows):
        strip = image if rows >= image.height else image.crop((0, top, image.width, min(top + rows, image.height)))
        if _is_see_through(strip):
            strip = _laid_on(strip, background)
            notes.add(f"transparent parts on {background}")
        pixels[top:top + rows] = np.asarray(strip.convert("RGB"))
    return pixels, tuple(notes)


def _is_see_through(image: Image.Image) -> bool:
    """Whether any pixel is not fully opaque."""
    return image.has_transparency_data and image.convert("RGBA").getchannel("A").getextrema()[0] != 255


def _laid_on(image: Image.Image, background: Background) -> Image.Image:
    """Lay a picture with an alpha channel or a transparent colour on a background."""
    with_alpha = image.convert("RGBA")
    below = Image.new("RGB", image.size, BACKGROUNDS[background])
    below.paste(with_alpha.convert("RGB"), mask=with_alpha.getchannel("A"))
    return below


def _from_16_bit(values: NDArray[Any]) -> _Scaled:
    """Scale 0..65535 to 0..255 exactly: 65535 = 255 · 257."""
    return ((values.astype(np.uint32) + 128) // 257).astype(np.uint8), "16-bit scaled"


def _from_own_range(values: NDArray[Any]) -> _Scaled:
    """Scale the picture's own darkest value to 0 and its brightest to 255; a picture of one value becomes black."""
    low, high = _range(values)
    scale = 255 / (high - low) if high > low else 0.0
    scaled = np.rint((values.astype(np.float64) - low) * scale).astype(np.uint8)
    return scaled, f"its own range {low:g} to {high:g} scaled"


def _from_numbers(values: NDArray[Any]) -> _Scaled:
    """Scale a grey picture of 32-bit numbers by the range its values show, or refuse it."""
    low, high = _range(values)
    top = next((top for top in _tops(values) if high <= top), None)
    if low < 0 or top is None:
        raise RefusedError(translate(
            "data", "its values run from {low:g} to {high:g}, which is no known scale; save it as an 8-bit or 16-bit "
            "picture", low=low, high=high))
    return np.rint(values.astype(np.float32) * np.float32(255 / top)).astype(np.uint8), f"values 0 to {top} scaled"


def _range(values: NDArray[Any]) -> tuple[float, float]:
    """Return the least and the greatest value; refuse what is no number."""
    if not np.isfinite(values).all():
        raise RefusedError(translate("data", "its values hold NaN or infinity; save it as an 8-bit or 16-bit picture"))
    return float(values.min()), float(values.max())


def _tops(values: NDArray[Any]) -> tuple[int, ...]:
    return (1, 255, 65535) if values.dtype.kind == "f" else (255, 65535)


_SCALED_MODES: dict[str, Callable[[NDArray[Any]], _Scaled]] = {
    "I;16": _from_16_bit, "I;16L": _from_16_bit, "I;16B": _from_16_bit, "I;16N": _from_16_bit,
    "I": _from_numbers, "F": _from_numbers,
}
