"""Draws the panels of a picture side by side, in the colours of the scheme and sharp at every scale."""

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cnnstudio.ui.help.glossary import plot_painter
from cnnstudio.ui.help.glossary.figure import (
    Bars,
    Blocks,
    Cells,
    Figure,
    Grid,
    Panel,
    Picture,
    Plot,
    Sign,
    Units,
)
from cnnstudio.ui.help.glossary.term import words
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.theme import font, mixed, theme

_TITLE_PX = 36
_SIGN_PX = 34
_GAP_PX = 10
_CELL_LIMIT_PX = 44
_CAPTION_PX = 11


def paint_figure(painter: QPainter, figure: Figure, area: QRectF) -> None:
    """Draw a picture into ``area``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    for panel, place in zip(figure, _places(figure, area), strict=True):
        inner = place.adjusted(0, 0, 0, -_TITLE_PX)
        painter.setFont(font(_CAPTION_PX))
        _PAINTERS[type(panel)](painter, panel, place if isinstance(panel, Sign) else inner)
        title = getattr(panel, "title", "")
        if title:
            painter.setFont(font(_CAPTION_PX))
            painter.setPen(theme().color("quiet"))
            below = QRectF(place.left() - _GAP_PX / 2, inner.bottom() + 6, place.width() + _GAP_PX, _TITLE_PX - 6)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
                             | Qt.TextFlag.TextWordWrap, words(title))
    painter.restore()


def _places(figure: Figure, area: QRectF) -> list[QRectF]:
    """Share the width among panels by how wide each would be; signs take little."""
    signs = sum(isinstance(panel, Sign) for panel in figure)
    room = area.width() - signs * _SIGN_PX - (len(figure) - 1) * _GAP_PX
    weights = [_weight(panel) for panel in figure]
    places, left = [], area.left()
    for panel, weight in zip(figure, weights, strict=True):
        width = _SIGN_PX if isinstance(panel, Sign) else room * weight / max(sum(weights), 1e-9)
        places.append(QRectF(left, area.top(), width, area.height()))
        left += width + _GAP_PX
    return places


def _weight(panel: Panel) -> float:
    if isinstance(panel, Sign):
        return 0.0
    if isinstance(panel, Grid):
        return max(1.6, panel.values.shape[1])
    return 4.0


def _square_cells(area: QRectF, rows: int, columns: int, limit: float = _CELL_LIMIT_PX) -> tuple[float, float, float]:
    """Return side, left and top of square cells in the middle of ``area``."""
    side = min(area.width() / columns, area.height() / rows, limit)
    return side, area.center().x() - side * columns / 2, area.center().y() - side * rows / 2


def _paint_grid(painter: QPainter, panel: Grid, area: QRectF) -> None:
    rows, columns = panel.values.shape
    side, left, top = _square_cells(area, rows, columns)
    largest = float(np.abs(panel.values).max()) or 1.0
    painter.setFont(font(max(8, min(13, round(side * (0.3 if largest >= 100 or panel.digits > 1 else 0.36))))))
    for row in range(rows):
        for column in range(columns):
            cell = QRectF(left + column * side, top + row * side, side, side)
            value = float(panel.values[row, column])
            faded = panel.faded is not None and bool(panel.faded[row, column])
            ground = theme().color("window") if faded else _ground(panel.look, value, largest)
            painter.setPen(QPen(theme().color("line"), 1))
            painter.setBrush(ground)
            painter.drawRect(cell)
            painter.setPen(theme().color("quiet") if faded else theme().readable_on(ground))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, number(value, panel.digits))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in panel.marks:
        painter.setPen(QPen(theme().color(mark.color), 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap,
                            Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(QRectF(left + mark.column * side, top + mark.row * side, mark.columns * side,
                                mark.rows * side).adjusted(1, 1, -1, -1))


def number(value: float, digits: int) -> str:
    """Return a value as cells show it, with a real minus."""
    return f"{value:.{digits}f}".replace("-", "−") if round(value, digits) else "0"


def _ground(look: str, value: float, largest: float) -> QColor:
    if look == "pixels":
        level = max(0, min(255, round(value)))
        return QColor(level, level, level)
    if look == "plain":
        return theme().color("surface")
    return mixed(theme().color("surface"), theme().color("accent" if value > 0 else "warning"),
                 0.45 * abs(value) / largest)


def _paint_picture(painter: QPainter, panel: Picture, area: QRectF) -> None:
    picture = to_qimage(panel.pixels)
    scale = min(area.width() / picture.width(), area.height() / picture.height())
    size = picture.size().toSizeF() * scale
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(area.center().x() - size.width() / 2, area.center().y() - size.height() / 2,
                             size.width(), size.height()), picture)


def _paint_cells(painter: QPainter, panel: Cells, area: QRectF) -> None:
    legend = 22.0 if panel.names else 0.0
    rows, columns = panel.kinds.shape
    side, left, top = _square_cells(area.adjusted(0, 0, 0, -legend), rows, columns)
    painter.setPen(QPen(theme().color("surface"), 1.5))
    for (row, column), kind in np.ndenumerate(panel.kinds):
        if kind >= 0:
            painter.setBrush(theme().color(panel.colors[kind]))
            painter.drawRect(QRectF(left + column * side, top + row * side, side, side))
    plot_painter.paint_legend(painter, [(words(name), panel.colors[at]) for at, name in enumerate(panel.names)],
                              QRectF(area.left(), area.bottom() - legend, area.width(), legend))


def _paint_bars(painter: QPainter, panel: Bars, area: QRectF) -> None:
    low, high = min(0.0, float(panel.values.min())), max(0.0, float(panel.values.max()))
    inner = area.adjusted(4, 18, -4, -16 if low == 0 else -30)
    scale = inner.height() / (high - low)
    zero = inner.bottom() + low * scale
    step = inner.width() / len(panel.values)
    for at, (value, name) in enumerate(zip(panel.values, panel.names, strict=True)):
        middle, end = inner.left() + (at + 0.5) * step, zero - float(value) * scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(panel.color))
        wide = min(step * 0.6, 46.0)
        painter.drawRect(QRectF(middle - wide / 2, min(zero, end), wide, abs(end - zero)))
        painter.setPen(theme().color("text"))
        above = QRectF(middle - step / 2, end - 17 if value >= 0 else end + 1, step, 16)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, number(float(value), panel.digits))
        painter.setPen(theme().color("quiet"))
        painter.drawText(QRectF(middle - step / 2, area.bottom() - 14, step, 14), Qt.AlignmentFlag.AlignCenter, name)
    painter.setPen(QPen(theme().color("strong_line"), 1))
    painter.drawLine(QPointF(inner.left(), zero), QPointF(inner.right(), zero))


def _paint_units(painter: QPainter, panel: Units, area: QRectF) -> None:
    radius = min(15.0, area.height() / (2.6 * max(panel.counts)))
    step = min(area.width() / max(1, len(panel.counts) - 1) - 2 * radius, 170.0) if len(panel.counts) > 1 else 0.0
    left = area.center().x() - step * (len(panel.counts) - 1) / 2
    columns = [[QPointF(left + at * step, area.center().y() + (row - (count - 1) / 2) * radius * 2.5)
                for row in range(count)] for at, count in enumerate(panel.counts)]
    kept = panel.kept or tuple((True,) * count for count in panel.counts)
    painter.setPen(QPen(theme().color("strong_line"), 1))
    for at in range(len(columns) - 1):
        for row, begin in enumerate(columns[at]):
            for other, end in enumerate(columns[at + 1]):
                if kept[at][row] and kept[at + 1][other]:
                    painter.drawLine(begin, end)
    for at, column in enumerate(columns):
        for row, centre in enumerate(column):
            painter.setPen(QPen(theme().color("accent" if kept[at][row] else "strong_line"), 1.5))
            painter.setBrush(theme().color("selection" if kept[at][row] else "window"))
            painter.drawEllipse(centre, radius, radius)
            if not kept[at][row]:
                off = radius * math.sqrt(0.5)
                painter.drawLine(centre + QPointF(-off, -off), centre + QPointF(off, off))
                painter.drawLine(centre + QPointF(-off, off), centre + QPointF(off, -off))


def _paint_blocks(painter: QPainter, panel: Blocks, area: QRectF) -> None:
    count = len(panel.words)
    gap = 24.0
    width = min((area.width() - gap * (count - 1)) / count, 190.0)
    left = area.center().x() - (width * count + gap * (count - 1)) / 2
    high = 52.0
    for at, (text, token) in enumerate(zip(panel.words, panel.colors, strict=True)):
        box = QRectF(left + at * (width + gap), area.center().y() - high / 2, width, high)
        color = theme().color(token)
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(mixed(theme().color("surface"), color, 0.14))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(theme().color("text"))
        painter.drawText(box.adjusted(4, 2, -4, -2), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                         words(text))
        if at:
            _arrow(painter, QPointF(box.left() - gap + 3, box.center().y()), QPointF(box.left() - 3, box.center().y()))


def _arrow(painter: QPainter, begin: QPointF, end: QPointF) -> None:
    painter.setPen(QPen(theme().color("quiet"), 1.5))
    painter.drawLine(begin, end)
    painter.setBrush(theme().color("quiet"))
    painter.drawPolygon(QPolygonF([end, end + QPointF(-6, -4), end + QPointF(-6, 4)]))


def _paint_sign(painter: QPainter, panel: Sign, area: QRectF) -> None:
    painter.setFont(font(24))
    painter.setPen(theme().color("quiet"))
    painter.drawText(area.adjusted(0, 0, 0, -_TITLE_PX), Qt.AlignmentFlag.AlignCenter, panel.text)


_PAINTERS: dict[type, Callable[..., None]] = {
    Grid: _paint_grid, Picture: _paint_picture, Cells: _paint_cells, Bars: _paint_bars, Units: _paint_units,
    Blocks: _paint_blocks, Sign: _paint_sign, Plot: plot_painter.paint_plot}
