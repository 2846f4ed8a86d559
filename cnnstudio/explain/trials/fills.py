"""What takes the place of erased pixels. Free of torch."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.errors import InputError
from cnnstudio.wording import translate

Pixels = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]

_BLUR_SHARE = 0.08
"""Deviation of the blur as a share of the longer side: wide enough that no shape is left."""
_INPAINT_RADIUS_PX = 3
_GREY = 128


@dataclass(frozen=True, slots=True)
class FillInfo:
    """One way to fill: a row of `FILLS`."""

    name: str
    title: str
    help: str
    paint: Callable[[Pixels, Mask, int], Pixels]
    """(h, w, C) uint8, (h, w), seed -> (h, w, C) uint8, of which only the masked pixels are used."""


def erased(pixels: Pixels, mask: Mask, fill: str, seed: int = 0) -> Pixels:
    """Return the image with the masked pixels filled; all others keep their values.

    Parameters
    ----------
    pixels : (h, w, C) uint8
    mask : (h, w), true where pixels are erased
    fill : a name of `FILLS`
    seed : of the fills that draw

    Raises
    ------
    InputError
        When the fill is not known, or the mask is not as large as the image.
    """
    info = next((info for info in FILLS if info.name == fill), None)
    if info is None:
        raise InputError(translate(
            "explain", 'There is no fill "{fill}"; choose {fills}.', fill=fill,
            fills=", ".join(info.name for info in FILLS)))
    if mask.shape != pixels.shape[:2]:
        raise InputError(translate(
            "explain", "A mask of {shape} does not fit an image of {pixels_shape}.", shape=mask.shape,
            pixels_shape=pixels.shape[:2]))
    if not mask.any():
        return pixels
    return np.where(mask[..., None], info.paint(pixels, mask, seed), pixels)


def _local_mean(pixels: Pixels, mask: Mask, _seed: int) -> Pixels:
    """Fill each pixel with the mean of the nearest square around it that holds enough kept pixels."""
    kept = (~mask).astype(np.float32)
    colours = pixels.astype(np.float32) * kept[..., None]
    filled = np.full(pixels.shape, _GREY, np.float32)
    if kept.any():
        filled[:] = (colours.sum((0, 1)) / kept.sum())
    open_pixels, side = mask.copy(), 3
    while open_pixels.any() and side < 2 * max(mask.shape):
        window = (side, side)
        share = cv2.blur(kept, window, borderType=cv2.BORDER_CONSTANT)
        sums = cv2.blur(colours, window, borderType=cv2.BORDER_CONSTANT).reshape(pixels.shape)
        ready = open_pixels & (share > 0.25)
        filled[ready] = sums[ready] / share[ready][:, None]
        open_pixels &= ~ready
        side = 2 * side + 1
    return np.rint(filled).clip(0, 255).astype(np.uint8)


def _blur(pixels: Pixels, _mask: Mask, _seed: int) -> Pixels:
    deviation = max(1.0, _BLUR_SHARE * max(pixels.shape[:2]))
    blurred = cv2.GaussianBlur(pixels, (0, 0), deviation, borderType=cv2.BORDER_REFLECT_101)
    return np.asarray(blurred, np.uint8).reshape(pixels.shape)


def _inpaint(pixels: Pixels, mask: Mask, seed: int) -> Pixels:
    """Continue the surroundings inwards (Telea 2004); with nothing left to continue, as the local mean."""
    if mask.all():
        return _local_mean(pixels, mask, seed)
    continued = cv2.inpaint(pixels, mask.astype(np.uint8), _INPAINT_RADIUS_PX, cv2.INPAINT_TELEA)
    return np.asarray(continued, np.uint8).reshape(pixels.shape)


def _noise(pixels: Pixels, mask: Mask, seed: int) -> Pixels:
    """Put the erased pixels back in a random order: the same colours, and no shape."""
    values = pixels[mask]
    shuffled = pixels.copy()
    shuffled[mask] = values[np.random.default_rng(seed).permutation(len(values))]
    return shuffled


FILLS: tuple[FillInfo, ...] = (
    FillInfo("mean", "Colour around it", "The mean colour of what lies around: calm, without an edge of its own.",
             _local_mean),
    FillInfo("blur", "Blur", "The image itself out of focus: colours stay, shapes go.", _blur),
    FillInfo("inpaint", "Continue the surroundings", "What lies around is continued inwards (Telea 2004).", _inpaint),
    FillInfo("noise", "Shuffled pixels", "The same pixels in a random order: colours stay, every shape is destroyed.",
             _noise),
)
"""Every way to fill; the first is the default."""
