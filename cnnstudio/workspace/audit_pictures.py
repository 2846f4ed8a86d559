"""Pictures of an audit for the eye: mean images large enough to see, mean heatmaps over them; free of torch."""

import cv2
import numpy as np
from numpy.typing import NDArray

from cnnstudio.explain.heatmap import overlay, resize

SIDE_PX = 224
_OPACITY = 0.6


def shown_pixels(pixels: NDArray[np.uint8], side_px: int = SIDE_PX) -> NDArray[np.uint8]:
    """Return network input (h, w, 1 or 3) as RGB (H, W, 3), its longer side ``side_px``; enlarged it stays sharp."""
    color = pixels.repeat(3, axis=2) if pixels.shape[2] == 1 else pixels
    height, width = pixels.shape[:2]
    scale = side_px / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    method = cv2.INTER_NEAREST if scale > 1 else cv2.INTER_AREA
    return np.asarray(cv2.resize(np.ascontiguousarray(color), size, interpolation=method), np.uint8)


def mean_overlay(mean_image: NDArray[np.uint8], mean_map: NDArray[np.float32],
                 side_px: int = SIDE_PX) -> NDArray[np.uint8]:
    """Return a mean heatmap over a mean image, (H, W, 3): the brightest place is its peak.

    Parameters
    ----------
    mean_map : (h, w), positive; where all is 0 only the image shows
    """
    pixels = shown_pixels(mean_image, side_px)
    values = resize(np.ascontiguousarray(mean_map, np.float32), *pixels.shape[:2])
    peak = float(values.max())
    return overlay(pixels, values / np.float32(peak) if peak > 0 else values, opacity=_OPACITY)
