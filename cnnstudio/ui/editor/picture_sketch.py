"""What the pictures of layers are drawn with: grids of cells, stacks of maps, curves, units and arrows."""

import math
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.theme import font

WIDTH_PX, HEIGHT_PX = 212, 88
MIDDLE_PX = HEIGHT_PX / 2
_HEAD_PX = 4.0
_STEPS = 96

Shades = Mapping[tuple[int, int], float]
"""(row, column) -> how strongly a cell is filled, 0 to 1."""
NO_SHADES: Shades = MappingProxyType({})


class Sketch:
    """Draws on an area of 212 × 88 px in the theme's colours and the family's.

    Attributes
    ----------
    painter : on which it draws
    ink, quiet, tint : colours of lines and words, of what is beside the point, and of the layer's family
    """

    def __init__(self, painter: QPainter, family: str) -> None:
        style = canvas_style()
        self.painter = painter
        self.ink, self.quiet, self.tint = style.colors["text"], style.colors["quiet"], style.family(family)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(11))

    def shade(self, strength: float) -> QColor:
        """Give the family's colour with an opacity."""
        color = QColor(self.tint)
        color.setAlphaF(strength)
        return color

    def pen(self, color: QColor, width: float = 1.0, *, is_dashed: bool = False) -> None:
        """Draw the next lines so, without filling."""
        pen = QPen(color, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        if is_dashed:
            pen.setStyle(Qt.PenStyle.DotLine)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def grid(self, left: float, top: float, rows: int, columns: int, cell: float, shades: Shades = NO_SHADES) -> QRectF:
        """Draw cells and give their outer rectangle."""
        for (row, column), strength in shades.items():
            self.painter.fillRect(
                QRectF(left + column * cell, top + row * cell, cell, cell), self.shade(strength))
        self.pen(self.quiet, 0.8)
        for row in range(rows + 1):
            self.painter.drawLine(QLineF(left, top + row * cell, left + columns * cell, top + row * cell))
        for column in range(columns + 1):
            self.painter.drawLine(QLineF(left + column * cell, top, left + column * cell, top + rows * cell))
        return QRectF(left, top, columns * cell, rows * cell)

    def centred_grid(self, left: float, rows: int, columns: int, cell: float, shades: Shades = NO_SHADES) -> QRectF:
        """Draw cells halfway down."""
        return self.grid(left, MIDDLE_PX - rows * cell / 2, rows, columns, cell, shades)

    def numbers(self, box: QRectF, values: Sequence[Sequence[object]]) -> None:
        """Write a value into each cell of a grid."""
        height, width = box.height() / len(values), box.width() / len(values[0])
        for row, line in enumerate(values):
            for column, value in enumerate(line):
                self.word(QRectF(box.left() + column * width, box.top() + row * height, width, height), value)

    def word(self, box: QRectF, text: object) -> None:
        """Write a few letters in the middle of a box."""
        self.painter.setPen(self.ink)
        self.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(text))

    def frame(self, box: QRectF) -> None:
        """Draw a strong frame in the family's colour."""
        self.pen(self.tint, 2)
        self.painter.drawRect(box)

    def rays(self, box: QRectF, target: QRectF) -> None:
        """Draw from the right corners of a box to the left corners of a smaller one."""
        self.pen(self.tint, 1, is_dashed=True)
        self.painter.drawLine(box.topRight(), target.topLeft())
        self.painter.drawLine(box.bottomRight(), target.bottomLeft())

    def arrow(self, left: float, right: float, y: float = MIDDLE_PX) -> None:
        """Draw an arrow to the right."""
        self.pen(self.ink, 1.4)
        self.painter.drawLine(QLineF(left, y, right, y))
        self.painter.drawPolyline([
            QPointF(right - _HEAD_PX, y - _HEAD_PX), QPointF(right, y), QPointF(right - _HEAD_PX, y + _HEAD_PX)])

    def stack(self, left: float, top: float, side: float, strengths: Sequence[float], step: float = 7) -> None:
        """Draw maps one behind the other, the first at the back, each filled as strongly as told."""
        for number, strength in enumerate(strengths):
            box = QRectF(left + number * step, top + number * step, side, side)
            self.painter.fillRect(box, self.painter.background().color())
            self.painter.fillRect(box, self.shade(strength))
            self.pen(self.ink, 0.8)
            self.painter.drawRect(box)

    def unit(self, x: float, y: float, radius: float = 4.5, strength: float = 0.7) -> None:
        """Draw one value as a disc."""
        self.pen(self.ink, 0.8)
        self.painter.setBrush(self.shade(strength))
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def cross(self, x: float, y: float, size: float) -> None:
        """Strike something out."""
        self.pen(self.ink, 1.6)
        self.painter.drawLine(QLineF(x - size, y - size, x + size, y + size))
        self.painter.drawLine(QLineF(x + size, y - size, x - size, y + size))

    def bars(self, left: float, bottom: float, heights: Sequence[float], width: float = 9) -> None:
        """Draw upright bars of these heights in px."""
        for number, height in enumerate(heights):
            box = QRectF(left + number * (width + 3), bottom - height, width, height)
            self.painter.fillRect(box, self.shade(0.75))
            self.pen(self.ink, 0.8)
            self.painter.drawRect(box)

    def axes(self, box: QRectF, origin: QPointF) -> None:
        """Draw the axes of a curve."""
        self.pen(self.quiet, 0.8)
        self.painter.drawLine(QLineF(box.left(), origin.y(), box.right(), origin.y()))
        self.painter.drawLine(QLineF(origin.x(), box.top(), origin.x(), box.bottom()))

    def curve(self, function: Callable[[float], float], reach: float, low: float, high: float, *,
              is_dashed: bool = False) -> None:
        """Plot a function over −reach to reach, with values from low to high, in the middle of the picture."""
        box = QRectF(36, 6, WIDTH_PX - 72, HEIGHT_PX - 12)

        def place(x: float, y: float) -> QPointF:
            return QPointF(box.left() + (x + reach) / (2 * reach) * box.width(),
                           box.bottom() - (y - low) / (high - low) * box.height())

        if not is_dashed:
            self.axes(box, place(0, 0))
        path = QPainterPath()
        for step in range(_STEPS + 1):
            x = reach * (2 * step / _STEPS - 1)
            y = function(x)
            if low <= y <= high and math.isfinite(y):
                path.lineTo(place(x, y)) if path.elementCount() else path.moveTo(place(x, y))
        self.pen(self.tint, 1.4 if is_dashed else 2.2, is_dashed=is_dashed)
        self.painter.drawPath(path)
