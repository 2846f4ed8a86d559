"""Draws a line of a network's boxes in a PDF."""

from collections.abc import Iterator
from typing import Any

from cnnstudio.export.network_drawing import (
    BLOCK,
    BOX_HEIGHT,
    BOX_WIDTH,
    FAMILY_COLORS,
    LINE_TOPS,
    TEXT_SIZE,
    TITLE_SIZE,
    Box,
    Strip,
    Wire,
)
from cnnstudio.export.pdf_fonts import BOLD, REGULAR, drawable

_TEXT, _QUIET = "#1A1E24", "#4B5563"
_TINT = 0.1
_HEAD = 6.0


def drawn_strip(strip: Strip, width: float) -> Iterator[Any]:
    """Yield what a strip becomes, scaled to ``width`` points: its heading, if it has one, and the drawing."""
    from xml.sax.saxutils import escape

    from reportlab.graphics.shapes import Drawing, Group
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import KeepTogether, Paragraph

    scale = width / strip.width
    group = Group()
    for wire in strip.wires:
        _draw_wire(group, wire, strip.height)
    for box in strip.boxes:
        _draw_box(group, box, strip.height)
    group.scale(scale, scale)
    drawing = Drawing(width, strip.height * scale)
    drawing.add(group)
    if not strip.heading:
        yield drawing
        return
    style = ParagraphStyle("inside", fontName=BOLD, fontSize=9, leading=12, spaceBefore=6, spaceAfter=2,
                           textColor=HexColor(_TEXT))
    yield KeepTogether([Paragraph(drawable(escape(strip.heading), as_markup=True), style), drawing])


def _draw_wire(group: Any, wire: Wire, height: float) -> None:
    from reportlab.graphics.shapes import Polygon, PolyLine
    from reportlab.lib.colors import HexColor

    points = [(x, height - y) for x, y in wire.points]
    group.add(PolyLine([value for point in points for value in point], strokeColor=HexColor(_QUIET), strokeWidth=1.2))
    if not wire.has_head:
        return
    (x0, _), (x, y) = points[-2:]
    if x == x0:
        corners = [x, y, x - _HEAD / 2, y + _HEAD, x + _HEAD / 2, y + _HEAD]
    else:
        corners = [x, y, x - _HEAD, y - _HEAD / 2, x - _HEAD, y + _HEAD / 2]
    group.add(Polygon(corners, fillColor=HexColor(_QUIET), strokeColor=None))


def _draw_box(group: Any, box: Box, height: float) -> None:
    from reportlab.graphics.shapes import Rect, String
    from reportlab.lib.colors import Color, HexColor

    color = HexColor(FAMILY_COLORS[box.family][0])
    tint = Color(*(1 - _TINT * (1 - part) for part in (color.red, color.green, color.blue)))
    bottom = height - box.y - BOX_HEIGHT
    group.add(Rect(box.x, bottom, BOX_WIDTH, BOX_HEIGHT, rx=5, ry=5, fillColor=tint, strokeColor=color,
                   strokeWidth=1.2))
    if box.family == BLOCK:
        group.add(Rect(box.x + 2.5, bottom + 2.5, BOX_WIDTH - 5, BOX_HEIGHT - 5, rx=3, ry=3, fillColor=None,
                       strokeColor=color, strokeWidth=0.7))
    texts = ((box.title, BOLD, TITLE_SIZE, _TEXT), (box.detail, REGULAR, TEXT_SIZE, _QUIET),
             (box.shape, REGULAR, TEXT_SIZE, _TEXT))
    for (text, font, size, tone), top in zip(texts, LINE_TOPS, strict=True):
        group.add(String(box.x + BOX_WIDTH / 2, height - box.y - top, drawable(text), fontName=font, fontSize=size,
                         fillColor=HexColor(tone), textAnchor="middle"))
