"""What of a decoded picture says whether it is dark, bright, blurred, grey, or like another one."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MEASURED_SIDE_PX = 128
"""The shorter side of larger pictures is made this long first, so that figures of unlike sizes can be compared."""

OUTLINE_VALUES = 64
"""How many values an outline has."""

NO_TRAITS = bytes(OUTLINE_VALUES)
"""The traits of what was not looked at."""

_OUTLINE_SIDE_PX = 32
_FLAT = 1.0  # deviation (of 255) at 32 x 32 below which only noise would be described
_FAINT = 0.06  # of the deviation of the colours: what a luma is that hardly shows the picture, as in a chart of colours
_STEPS = 127


class ImageMeasures(NamedTuple):
    """Figures of one picture, taken when it is checked."""

    brightness: float
    """Mean luma, 0 (black) to 1 (white)."""
    contrast: float
    """Deviation of the luma, 0 to 0.5."""
    sharpness: float
    """Variance of the Laplacian of the luma (0 to 255) at a fixed size; low is blurred."""
    is_grey: bool
    """Whether its channels agree everywhere."""
    outline: bytes
    """64 signed bytes (see `outlines`), of pictures that look alike nearly the same; zeros where nothing is shown."""
    traits: bytes = NO_TRAITS
    """64 bytes that tell how the picture and its file were made; see `data.folder.traits`."""


def measure(pixels: NDArray[np.uint8]) -> ImageMeasures:
    """Take the figures of (H, W, 3) uint8 RGB pixels."""
    import cv2

    from cnnstudio.data.decoding.decode import is_grey

    luma = _reduced(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8))
    brightness, contrast = _mean_and_deviation(luma)
    _, edges = _mean_and_deviation(np.asarray(cv2.Laplacian(luma, cv2.CV_32F), np.float32))
    small = shrunk(pixels, _OUTLINE_SIDE_PX)
    outline = _outline(small, shrunk(luma, _OUTLINE_SIDE_PX).astype(np.float32))
    return ImageMeasures(float(brightness[0]) / 255, float(contrast[0]) / 255, float(edges[0]) ** 2,
                         is_grey(small) and is_grey(pixels), outline)


def _mean_and_deviation(
    values: NDArray[np.uint8] | NDArray[np.float32],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return mean and population deviation of each channel, (C,) each; numpy's own take ten times as long."""
    import cv2

    mean, deviation = cv2.meanStdDev(values)
    return np.asarray(mean, np.float64).reshape(-1), np.asarray(deviation, np.float64).reshape(-1)


NO_OUTLINE = bytes(OUTLINE_VALUES)
"""The outline of a picture without anything on it."""


def outlines(values: Sequence[bytes]) -> NDArray[np.float32]:
    """Return (N, 64): N outlines as vectors of length 1.

    The scalar product of two is near 1 when the pictures look alike, whatever their sizes, brightness and contrast.
    """
    vectors = np.frombuffer(b"".join(values), np.int8).reshape(-1, OUTLINE_VALUES).astype(np.float32)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1), np.float32)


def shrunk(pixels: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """Return (side, side, ...) pixels: made smaller by averaging areas, larger by cubic interpolation; stretched."""
    import cv2

    height, width = pixels.shape[:2]
    smaller = (min(width, side), min(height, side))
    if smaller != (width, height):
        pixels = np.asarray(cv2.resize(pixels, smaller, interpolation=cv2.INTER_AREA), np.uint8)
    if smaller != (side, side):
        pixels = np.asarray(cv2.resize(pixels, (side, side), interpolation=cv2.INTER_CUBIC), np.uint8)
    return pixels


def _reduced(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    import cv2

    height, width = pixels.shape[:2]
    factor = MEASURED_SIDE_PX / min(height, width)
    if factor >= 1:
        return pixels
    size = (max(MEASURED_SIDE_PX, round(width * factor)), max(MEASURED_SIDE_PX, round(height * factor)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _frequencies() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the rows and columns of the 64 lowest frequencies of a DCT, without the mean."""
    places = [(row, column) for row in range(16) for column in range(16) if row + column]
    places.sort(key=lambda place: (sum(place), abs(place[0] - place[1]), place))
    rows, columns = np.array(places[:OUTLINE_VALUES]).T
    return rows, columns


_ROWS, _COLUMNS = _frequencies()
# Natural pictures have little in high frequencies, but what they have tells them apart: weighted by the root.
_WEIGHTS = np.hypot(_ROWS, _COLUMNS) ** 0.5


def _outline(small: NDArray[np.uint8], luma: NDArray[np.float32]) -> bytes:
    """Return the outline of a picture from its pixels (32, 32, 3) and its luma (32, 32).

    It is the lowest frequencies (discrete cosine transform), scaled to 8 bits: the perceptual hash of pHash (Zauner
    2010) with the sizes of the coefficients kept and not their signs alone: in pictures with few frequencies (stripes,
    gradients) most signs are those of noise. A picture that is drawn in colours of one luma has the outline of its
    colours.
    """
    import cv2

    colors = small[..., ::2] - luma[..., None]  # red and blue
    _, deviations = _mean_and_deviation(colors)
    _, deviation = _mean_and_deviation(luma)
    if deviation[0] < _FAINT * deviations.max():
        luma, deviation = np.ascontiguousarray(colors[..., deviations.argmax()]), deviations[deviations.argmax():]
    if deviation[0] < _FLAT:
        return NO_OUTLINE
    values = np.asarray(cv2.dct(luma), np.float32)[_ROWS, _COLUMNS] * _WEIGHTS
    largest = float(np.abs(values).max())
    if largest < _FLAT:
        return NO_OUTLINE
    return np.rint(values * (_STEPS / largest)).astype(np.int8).tobytes()
