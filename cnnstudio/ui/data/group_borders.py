"""Draws a ground with a border behind neighbouring cells of a grid that belong together, such as copies."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLine, QRect
from PySide6.QtGui import QPainter, QPen

from cnnstudio.ui.theme import theme
from cnnstudio.ui.thumbnail_view import GAP_PX

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_OUT_PX = 3
"""How far the border lies outside the cells."""


def draw_groups(painter: QPainter, cells: Iterable[tuple[int, QRect]], groups: "NDArray[np.int64]") -> None:
    """Draw the grounds of ``cells`` (place, rectangle); a group that goes on in the next row stays open there.

    ``groups``: (N,) by place; neighbours with equal numbers are one group.
    """
    painter.setPen(QPen(theme().color("strong_line"), 1))
    for place, cell in cells:
        is_first, is_last = _ends(place, groups)
        box = cell.adjusted(-_OUT_PX, -_OUT_PX, _OUT_PX, _OUT_PX)
        box.setRight(box.right() if is_last else cell.right() + GAP_PX - _OUT_PX)
        painter.fillRect(box, theme().color("hover"))
        painter.drawLine(QLine(box.topLeft(), box.topRight()))
        painter.drawLine(QLine(box.bottomLeft(), box.bottomRight()))
        if is_first:
            painter.drawLine(QLine(box.topLeft(), box.bottomLeft()))
        if is_last:
            painter.drawLine(QLine(box.topRight(), box.bottomRight()))


def _ends(place: int, groups: "NDArray[np.int64]") -> tuple[bool, bool]:
    """Return whether a place begins a group, and whether it ends one."""
    is_first = place == 0 or groups[place - 1] != groups[place]
    is_last = place == len(groups) - 1 or groups[place + 1] != groups[place]
    return bool(is_first), bool(is_last)
