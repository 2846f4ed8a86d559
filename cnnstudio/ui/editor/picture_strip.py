"""Paints the picture in a node: channels side by side, or a vector's values as bars up and down from zero."""

import math

import numpy as np
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter, QPixmap

from cnnstudio.explain.node_pictures import CHANNELS_SHOWN, GAP_PX, NodePicture
from cnnstudio.ui.editor.formats import count, percent
from cnnstudio.ui.editor.style import CanvasStyle
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.images import to_pixmap

_PIXELS_A_UNIT = 2.0
_WIDEST_BAR = 18.0
_LOWEST_BAR = 0.75
_CLEAR = 255
_GREYS = [0xFF000000 | grey * 0x010101 for grey in (*range(_CLEAR - 1), 255)] + [0]
"""What each byte of a mosaic is drawn as; the last one is clear, so that the brightest two greys are one."""


class PictureStrip:
    """A node's picture ready for painting; its pixels are put together when it is first seen.

    Attributes
    ----------
    picture : what a job has drawn
    weights_text : which weights made it, for the tool tip
    """

    def __init__(self, picture: NodePicture, weights_text: str = "") -> None:
        self.picture = picture
        self.weights_text = weights_text
        self._mosaic: QPixmap | None = None
        self._first: QPixmap | None = None

    @property
    def tip(self) -> str:
        """What is seen, in words and numbers."""
        return describe(self.picture, self.weights_text)

    def paint(self, painter: QPainter, area: QRectF, style: CanvasStyle) -> None:
        """Fill ``area``, which is meant to be 182 x 44 scene pixels, from the left."""
        if self.picture.bars.size:
            paint_bars(painter, area, self.picture.bars, style)
            return
        mosaic = self.mosaic()
        target = QRectF(area.left(), area.top(), mosaic.width() / _PIXELS_A_UNIT, mosaic.height() / _PIXELS_A_UNIT)
        is_smaller = painter.worldTransform().m11() < _PIXELS_A_UNIT
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_smaller)
        painter.drawPixmap(target, mosaic, QRectF(mosaic.rect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)

    def paint_far(self, painter: QPainter, area: QRectF, style: CanvasStyle) -> None:
        """Paint what can still be seen from far away: the bars, or the first channel as large as fits."""
        if self.picture.bars.size:
            paint_bars(painter, area, self.picture.bars, style)
            return
        if self._first is None:
            self._first = to_pixmap(self.picture.tiles[0])
        scale = min(area.width() / self._first.width(), area.height() / self._first.height())
        size = QSizeF(self._first.width() * scale, self._first.height() * scale)
        painter.drawPixmap(QRectF(area.topLeft(), size), self._first, QRectF(self._first.rect()))

    def mosaic(self) -> QPixmap:
        """Give the tiles in their rows with clear gaps between; empty for bars."""
        if self._mosaic is None:
            self._mosaic = QPixmap.fromImage(_laid_out(self.picture.tiles, self.picture.columns))
        return self._mosaic


def _laid_out(tiles: np.ndarray, columns: int) -> QImage:
    """Put (n, h, w) or (n, h, w, 3) tiles into rows with clear gaps between; quick, for many are seen at once."""
    is_grey = tiles.ndim == 3
    height, width = tiles.shape[1:3]
    rows = math.ceil(len(tiles) / max(1, columns))
    shape = (rows, height + GAP_PX, columns, width + GAP_PX)
    grid = np.full(shape, _CLEAR, np.uint8) if is_grey else np.zeros(shape, np.uint32)
    for place, tile in enumerate(np.minimum(tiles, _CLEAR - 1) if is_grey else _colours(tiles)):
        row, column = divmod(place, columns)
        grid[row, :height, column, :width] = tile
    form = QImage.Format.Format_Indexed8 if is_grey else QImage.Format.Format_ARGB32_Premultiplied
    whole = QImage(grid.data, max(0, columns * (width + GAP_PX) - GAP_PX), max(0, rows * (height + GAP_PX) - GAP_PX),
                   columns * (width + GAP_PX) * grid.itemsize, form)
    if is_grey:
        whole.setColorTable(_GREYS)
    return whole.copy()


def _colours(tiles: np.ndarray) -> np.ndarray:
    """Give RGB as Qt's opaque colours."""
    red, green, blue = np.moveaxis(tiles.astype(np.uint32), 3, 0)
    return 0xFF000000 | red << 16 | green << 8 | blue


def paint_bars(painter: QPainter, area: QRectF, values: np.ndarray, style: CanvasStyle) -> None:
    """Paint values as bars from a zero line, positive ones up in the accent colour and negative ones down."""
    for bar, is_positive in bar_boxes(area, values):
        painter.fillRect(bar, style.colors["accent" if is_positive else "quiet"])
    zero = _zero_height(area, values)
    painter.fillRect(QRectF(area.left(), zero - 0.5, len(values) * _step(area, values), 1), style.colors["strong_line"])


def bar_boxes(area: QRectF, values: np.ndarray) -> list[tuple[QRectF, bool]]:
    """Give the box of each value that is not 0, and whether it is positive; the largest fill the area."""
    zero, step = _zero_height(area, values), _step(area, values)
    span = float(max(values.max(), 0) - min(values.min(), 0))
    gap = min(2.0, step * 0.2)
    boxes = []
    for place, value in enumerate(values.tolist()):
        height = max(_LOWEST_BAR, abs(value) / span * area.height()) if value else 0.0
        top = zero - height if value > 0 else zero
        if value:
            boxes.append((QRectF(area.left() + place * step, top, step - gap, height), value > 0))
    return boxes


def _step(area: QRectF, values: np.ndarray) -> float:
    return min(_WIDEST_BAR, area.width() / max(1, len(values)))


def _zero_height(area: QRectF, values: np.ndarray) -> float:
    """Give how far down the zero line is: at the foot when nothing is negative."""
    high, low = float(max(values.max(), 0)), float(min(values.min(), 0))
    return area.bottom() if high == low else area.top() + area.height() * high / (high - low)


def describe(picture: NodePicture, weights_text: str = "") -> str:
    """Say what is drawn, with the figures of the whole output; for a tool tip."""
    figures = picture.figures
    if figures is None:
        return tr("The image as the network gets it.") if len(picture.tiles) == 1 else tr(
            "The image as the network gets it, and its red, green and blue channel.")
    lines = [_what_is_drawn(picture, figures.channels)]
    lines.append(tr("Mean {mean}, from {least} to {greatest}").format(
        mean=_number(figures.mean), least=_number(figures.least), greatest=_number(figures.greatest)))
    if figures.zero_share:
        lines.append(tr("{share} of the values are 0").format(share=percent(figures.zero_share)))
    if figures.zero_channels and len(picture.tiles):
        lines.append(tr("{number} of {channels} channels are 0 everywhere").format(
            number=count(figures.zero_channels), channels=count(figures.channels)))
    if figures.not_finite:
        lines.append(tr("{number} values are no finite numbers").format(number=count(figures.not_finite)))
    return "\n".join([*lines, weights_text] if weights_text else lines)


def _what_is_drawn(picture: NodePicture, channels: int) -> str:
    if picture.bars.size:
        together = math.ceil(channels / picture.bars.size)
        if together == 1:
            return tr("{number} values").format(number=count(channels))
        return tr("{number} values; a bar is the one farthest from 0 of {together} neighbours").format(
            number=count(channels), together=together)
    words = tr("The first {shown} of {channels} channels") if channels > CHANNELS_SHOWN else tr("{channels} channels")
    scale = tr("black is {darkest}, white is {brightest}").format(
        darkest=_number(picture.darkest), brightest=_number(picture.brightest))
    return f"{words.format(shown=CHANNELS_SHOWN, channels=count(channels))}; {scale}"


def _number(value: float) -> str:
    return f"{value:.3g}".replace("-", "−")
