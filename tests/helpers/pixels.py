"""Sources of pixels made from an array, without any file behind them."""

import numpy as np

from cnnstudio.data.pixels.source import ArraySource


def source_of(pixels: np.ndarray, labels: np.ndarray | None = None) -> ArraySource:
    """Return (N, H, W, C) uint8 pixels as a source; labels are 0 unless given."""
    if labels is None:
        labels = np.zeros(len(pixels), np.int64)
    return ArraySource(pixels, np.asarray(labels, np.int64))
