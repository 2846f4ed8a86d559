"""A small picture of what each layer kind does, drawn in the theme's colours."""

import math
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.editor.activation_curves import CURVES
from cnnstudio.ui.editor.picture_sketch import HEIGHT_PX, MIDDLE_PX, WIDTH_PX, Shades, Sketch
from cnnstudio.ui.theme import theme

Painter = Callable[[Sketch], None]
_WINDOW = {(row, column): 0.45 for row in range(3) for column in range(3)}
_SHADES: Shades = {(0, 0): 0.85, (0, 1): 0.3, (1, 0): 0.1, (1, 1): 0.6}


def _input(sketch: Sketch) -> None:
    sketch.stack(30, 18, 40, (0.2, 0.4, 0.65), 7)
    sketch.arrow(96, 134)
    sketch.centred_grid(146, 4, 4, 11, {(1, 1): 0.8, (1, 2): 0.5, (2, 1): 0.4, (2, 2): 0.2, (0, 3): 0.3})


def _output(sketch: Sketch) -> None:
    sketch.bars(62, 76, (18, 62, 9, 30, 22, 12), 11)
    sketch.pen(sketch.tint, 2)
    sketch.painter.drawRect(QRectF(73.5, 10.5, 16, 68))


def _convolution(sketch: Sketch) -> None:
    image = sketch.centred_grid(22, 6, 6, 11, {(row + 1, column + 1): 0.45 for row, column in _WINDOW})
    seen = QRectF(image.left() + 11, image.top() + 11, 33, 33)
    made = sketch.centred_grid(140, 4, 4, 11, {(1, 1): 0.9})
    sketch.frame(seen)
    sketch.rays(seen, QRectF(made.left() + 11, made.top() + 11, 11, 11))


def _backbone(sketch: Sketch) -> None:
    left = 12
    for side, strength in ((56, 0.15), (42, 0.35), (30, 0.55), (20, 0.75), (12, 0.95)):
        sketch.stack(left, MIDDLE_PX - side / 2, side, (strength,))
        left += side + 7


def _depthwise(sketch: Sketch) -> None:
    for number in range(3):
        top = 5 + 27 * number
        sketch.grid(34, top, 3, 3, 8, dict.fromkeys(((0, 0), (0, 1), (1, 0), (1, 1)), (0.25, 0.5, 0.8)[number]))
        sketch.arrow(72, 126, top + 12)
        sketch.grid(140, top + 4, 2, 2, 8, {(0, 0): (0.25, 0.5, 0.8)[number]})


def _transposed(sketch: Sketch) -> None:
    image = sketch.centred_grid(34, 2, 2, 14, {(0, 0): 0.9, (0, 1): 0.3})
    one, other = ({(row, column + shift): strength for row in range(3) for column in range(3)}
                  for shift, strength in ((0, 0.5), (2, 0.2)))
    both = {**other, **one, **{(row, 2): 0.75 for row in range(3)}}
    made = sketch.centred_grid(128, 5, 5, 12, both)
    target = QRectF(made.left(), made.top(), 36, 36)
    sketch.frame(target)
    sketch.rays(QRectF(image.left(), image.top(), 14, 14), target)


def _fixed_kernel(sketch: Sketch) -> None:
    dark = {(row, column): 0.6 for row in range(4) for column in range(2)}
    sketch.centred_grid(10, 4, 4, 12, dark)
    sketch.numbers(sketch.centred_grid(74, 3, 3, 19), (("−1", 0, 1), ("−2", 0, 2), ("−1", 0, 1)))
    sketch.arrow(136, 150)
    sketch.centred_grid(156, 4, 4, 12, {(row, column): 0.9 for row in range(4) for column in (1, 2)})


_VALUES = ((1, 3, 2, 1), (2, 6, 0, 1), (4, 0, 5, 3), (1, 3, 7, 1))


def _pooling(sketch: Sketch, results: tuple[tuple[int, int], tuple[int, int]], *, shows_largest: bool) -> None:
    largest = {(1, 1): 0.6, (0, 2): 0.6, (2, 0): 0.6, (3, 2): 0.6}
    quarters = {(row, column): (0.15, 0.45)[(row // 2 + column // 2) % 2] for row in range(4) for column in range(4)}
    image = sketch.centred_grid(22, 4, 4, 19, largest if shows_largest else quarters)
    sketch.numbers(image, _VALUES)
    sketch.pen(sketch.tint, 2)
    for half in (0, 38):
        sketch.painter.drawRect(image.adjusted(half, 0, half - 38, 0))
        sketch.painter.drawRect(image.adjusted(0, half, 0, half - 38))
    sketch.arrow(108, 136)
    shades = {(row, column): 0.6 if shows_largest else (0.15, 0.45)[(row + column) % 2]
              for row in range(2) for column in range(2)}
    sketch.numbers(sketch.centred_grid(148, 2, 2, 22, shades), results)


def _adaptive(sketch: Sketch, *, is_average: bool) -> None:
    for left, side, cell in ((12, 5, 11), (92, 4, 11)):
        shades = ({(row, column): 0.15 + 0.6 * ((row > side // 2 - 1) ^ (column > side // 2 - 1))
                   for row in range(side) for column in range(side)} if is_average
                  else {(0, 1): 0.9, (1, side - 1): 0.9, (side - 1, 0): 0.9, (side - 2, side - 2): 0.9})
        sketch.centred_grid(left, side, side, cell, shades)
    sketch.arrow(142, 160)
    sketch.centred_grid(168, 2, 2, 15, dict.fromkeys(_SHADES, 0.9) if not is_average
                        else {(0, 0): 0.15, (0, 1): 0.75, (1, 0): 0.75, (1, 1): 0.15})
    sketch.word(QRectF(68, 34, 22, 20), "or")


def _global(sketch: Sketch, *, is_average: bool) -> None:
    shades = {(row, column): 0.12 + 0.11 * ((3 * row + 5 * column) % 7) for row in range(5) for column in range(5)}
    image = sketch.centred_grid(34, 5, 5, 13, shades if is_average else {(1, 3): 0.9})
    made = sketch.centred_grid(150, 1, 1, 18, {(0, 0): 0.45 if is_average else 0.9})
    sketch.rays(image if is_average else QRectF(image.left() + 39, image.top() + 13, 13, 13), made)
    sketch.frame(image if is_average else QRectF(image.left() + 39, image.top() + 13, 13, 13))


def _upsample(sketch: Sketch) -> None:
    sketch.centred_grid(34, 2, 2, 17, _SHADES)
    sketch.arrow(84, 112)
    sketch.centred_grid(124, 4, 4, 17, {(row, column): _SHADES[row // 2, column // 2]
                                         for row in range(4) for column in range(4)})


def _zero_padding(sketch: Sketch) -> None:
    inner = {(row, column): 0.6 for row in range(3) for column in range(3)}
    sketch.centred_grid(30, 3, 3, 14, inner)
    sketch.arrow(84, 112)
    padded = sketch.centred_grid(124, 5, 5, 15, {(row + 1, column + 1): 0.6 for row, column in inner})
    sketch.numbers(padded, [["" if 0 < row < 4 and 0 < column < 4 else 0 for column in range(5)] for row in range(5)])


def _crop(sketch: Sketch) -> None:
    image = sketch.centred_grid(24, 6, 6, 12, {(row + 2, column + 1): 0.6 for row in range(3) for column in range(4)})
    sketch.frame(QRectF(image.left() + 12, image.top() + 24, 48, 36))
    sketch.arrow(106, 130)
    sketch.centred_grid(140, 3, 4, 12, {(row, column): 0.6 for row in range(3) for column in range(4)})


def _activation(sketch: Sketch, name: str) -> None:
    curve = CURVES[name]
    for other in curve.others:
        sketch.curve(other, curve.reach, curve.low, curve.high, is_dashed=True)
    sketch.curve(curve.function, curve.reach, curve.low, curve.high)


def _softmax(sketch: Sketch) -> None:
    values = (0.5, 2.0, -0.5, 1.2)
    total = sum(math.exp(value) for value in values)
    sketch.bars(26, 62, [22 * value for value in values])
    sketch.arrow(92, 118)
    sketch.bars(132, 74, [62 * math.exp(value) / total for value in values])


def _shared(sketch: Sketch, shades: Shades, *, is_vector: bool = False) -> None:
    """Show images as columns and channels as rows, with the values that share a mean filled, and what it does."""
    box = sketch.grid(40, 12, 4, 4, 16, {} if is_vector else shades)
    for (row, column), strength in shades.items() if is_vector else ():
        sketch.unit(box.left() + 16 * column + 8, box.top() + 16 * row + 8, 5, strength)
    sketch.word(QRectF(40, 75, 64, 13), "N")
    sketch.word(QRectF(22, 12, 16, 64), "C")
    sketch.arrow(116, 136)
    for spread, dashed in ((0.42, True), (0.2, False)):
        sketch.pen(sketch.quiet if dashed else sketch.tint, 1.2 if dashed else 2, is_dashed=dashed)
        center = 168 + (12 if dashed else 0)
        sketch.painter.drawPolyline([
            QPointF(center + x, 72 - 46 * math.exp(-(x / 20) ** 2 / (2 * spread**2)) * (0.55 if dashed else 1))
            for x in range(-22, 23)])


def _dropout(sketch: Sketch) -> None:
    for number, left in enumerate((56, 156)):
        for row in range(4):
            for column in range(3):
                x, y = left + 22 * (column - 1), 14 + 20 * row
                is_dropped = number == 1 and (row, column) in ((0, 1), (1, 0), (1, 2), (3, 1), (2, 2))
                sketch.unit(x, y, 6, 0 if is_dropped else 0.7)
                if is_dropped:
                    sketch.cross(x, y, 4)
    sketch.arrow(96, 116)


def _channel_dropout(sketch: Sketch) -> None:
    for number in range(4):
        left = 18 + 46 * number
        is_dropped = number in (1, 2)
        sketch.centred_grid(left, 4, 4, 9, {} if is_dropped else {
            (row, column): 0.25 + 0.12 * ((row + 2 * column) % 5) for row in range(4) for column in range(4)})
        if is_dropped:
            sketch.cross(left + 18, MIDDLE_PX, 15)


def _squeeze_excitation(sketch: Sketch) -> None:
    sketch.stack(8, 16, 34, (0.45, 0.45, 0.45), 8)
    for number, (x, count) in enumerate(((84, 3), (108, 2), (132, 3))):
        for row in range(count):
            strength = (0.15, 0.85, 0.5)[row] if number == 2 else 0.45
            sketch.unit(x, MIDDLE_PX + 20 * (row - (count - 1) / 2), 5.5, strength)
    sketch.arrow(64, 76)
    sketch.arrow(140, 152)
    sketch.stack(156, 16, 34, (0.1, 0.85, 0.5), 8)


def _flatten(sketch: Sketch) -> None:
    shades = {(row, column): 0.15 + 0.09 * (3 * row + column) for row in range(3) for column in range(3)}
    sketch.grid(88, 4, 3, 3, 12, shades)
    sketch.pen(sketch.ink, 1.4)
    sketch.painter.drawLine(106, 44, 106, 58)
    sketch.painter.drawLine(102, 54, 106, 58)
    sketch.painter.drawLine(110, 54, 106, 58)
    sketch.grid(34, 64, 1, 9, 16, {(0, 3 * row + column): strength for (row, column), strength in shades.items()})


def _dense(sketch: Sketch) -> None:
    left = [(60, 12 + 16 * row) for row in range(5)]
    right = [(152, 20 + 24 * row) for row in range(3)]
    for number, (x, y) in enumerate(right):
        sketch.pen(sketch.shade(0.95) if number == 1 else sketch.quiet, 1.6 if number == 1 else 0.6)
        for before_x, before_y in left:
            sketch.painter.drawLine(before_x, before_y, x, y)
    for x, y in (*left, *right):
        sketch.unit(x, y, 6, 0.8)


_ONE: Shades = {(0, 0): 0.7, (1, 1): 0.7, (2, 2): 0.7}
_OTHER: Shades = {(0, 2): 0.7, (1, 1): 0.7, (2, 0): 0.7}


def _merged(sketch: Sketch, sign: str, result: Shades) -> None:
    sketch.centred_grid(14, 3, 3, 15, _ONE)
    sketch.word(QRectF(62, 34, 20, 20), sign)
    sketch.centred_grid(84, 3, 3, 15, _OTHER)
    sketch.arrow(138, 154)
    sketch.centred_grid(160, 3, 3, 15, result)


def _concatenate(sketch: Sketch) -> None:
    sketch.stack(14, 6, 26, (0.9, 0.9), 6)
    sketch.stack(14, 48, 26, (0.25, 0.25), 6)
    sketch.arrow(60, 104)
    sketch.stack(122, 16, 34, (0.9, 0.9, 0.25, 0.25), 7)


_ROW: Shades = {(1, column): 0.6 for column in range(4)}
_COLUMN: Shades = {(row, 1): 0.6 for row in range(4)}
_GROUP: Shades = {(row, 1): (0.75, 0.75, 0.25, 0.25)[row] for row in range(4)}
PICTURES: Mapping[str, Painter] = {
    "Input": _input,
    "Backbone": _backbone,
    "Conv2d": _convolution,
    "DepthwiseConv2d": _depthwise,
    "ConvTranspose2d": _transposed,
    "FixedKernel": _fixed_kernel,
    "MaxPool2d": partial(_pooling, results=((6, 2), (4, 7)), shows_largest=True),
    "AvgPool2d": partial(_pooling, results=((3, 1), (2, 4)), shows_largest=False),
    "AdaptiveAvgPool2d": partial(_adaptive, is_average=True),
    "AdaptiveMaxPool2d": partial(_adaptive, is_average=False),
    "GlobalAvgPool2d": partial(_global, is_average=True),
    "GlobalMaxPool2d": partial(_global, is_average=False),
    "Upsample": _upsample,
    "ZeroPad2d": _zero_padding,
    "Crop2d": _crop,
    **{name: partial(_activation, name=name) for name in CURVES},
    "Softmax": _softmax,
    "BatchNorm2d": partial(_shared, shades=_ROW),
    "BatchNorm1d": partial(_shared, shades=_ROW, is_vector=True),
    "LayerNorm": partial(_shared, shades=_COLUMN),
    "GroupNorm": partial(_shared, shades=_GROUP),
    "Dropout": _dropout,
    "Dropout2d": _channel_dropout,
    "SqueezeExcitation": _squeeze_excitation,
    "Flatten": _flatten,
    "Linear": _dense,
    "Add": partial(_merged, sign="+", result={**_ONE, **_OTHER, (1, 1): 1.0}),
    "Multiply": partial(_merged, sign="×", result={(1, 1): 0.5}),
    "Concatenate": _concatenate,
    "Output": _output,
}
"""Layer kind -> what draws its picture."""


def layer_picture(kind: str, ratio: float = 1.0) -> QPixmap:
    """Return the picture of a kind on a transparent ground, 212 × 88 device-independent pixels."""
    picture = QPixmap(round(WIDTH_PX * ratio), round(HEIGHT_PX * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setBackground(theme().color("surface"))
    PICTURES[kind](Sketch(painter, layer_kind(kind).family))
    painter.end()
    return picture


class LayerPicture(QWidget):
    """Shows the picture of one kind, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer_picture")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT_PX)
        self.kind = ""
        theme().changed.connect(self.update)

    def show_kind(self, kind: str) -> None:
        """Show another kind's picture; empty shows nothing."""
        self.kind = kind
        self.setAccessibleName(self.tr("Picture of what the layer does") if kind else "")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Give the picture's size."""
        return QSize(WIDTH_PX, HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint it in the middle, smaller where there is not room for all of it."""
        if self.kind:
            factor = min(1.0, self.width() / WIDTH_PX)
            painter = QPainter(self)
            painter.translate(round((self.width() - factor * WIDTH_PX) / 2), (1 - factor) * HEIGHT_PX / 2)
            painter.scale(factor, factor)
            painter.drawPixmap(0, 0, layer_picture(self.kind, self.devicePixelRatioF() * factor))
            painter.end()
