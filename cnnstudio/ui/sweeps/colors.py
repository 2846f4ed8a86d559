"""The colours of accuracies: an even map, of which the part is used that can be seen on the ground of the scheme."""

import numpy as np
from PySide6.QtGui import QColor

from cnnstudio.explain.heatmap import color_table
from cnnstudio.ui.theme import theme

_PART = {False: (152, 0), True: (98, 255)}
"""Of the 256 colours of viridis, those of the worst and of the best: the best stands out most on either ground."""


def accuracy_colors(shares: np.ndarray) -> np.ndarray:
    """Return the RGB colours (N, 3) uint8 of shares (N,) from 0, the worst, to 1, the best."""
    worst, best = _PART[theme().is_dark]
    steps = np.rint(worst + np.clip(np.nan_to_num(shares), 0, 1) * (best - worst)).astype(np.intp)
    return np.asarray(color_table("viridis")[steps], dtype=np.uint8)


def accuracy_color(share: float) -> QColor:
    """Return the colour of one share."""
    red, green, blue = accuracy_colors(np.array([share]))[0].tolist()
    return QColor(red, green, blue)
