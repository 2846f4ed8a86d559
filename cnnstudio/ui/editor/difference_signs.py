"""The signs of what differs between two networks, the same in the list and on the canvas: a glyph and a colour."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPainterPath, QPen, QPixmap

from cnnstudio.network.difference_words import Sign
from cnnstudio.ui.editor.style import canvas_style

TOKENS: Mapping[Sign, str] = MappingProxyType({
    "added": "good", "removed": "bad", "changed": "warning", "renamed": "quiet", "summary": "quiet", "cost": "quiet"})
_ICON_PX = 16


def paint_badge(painter: QPainter, center: QPointF, radius: float, sign: Sign) -> None:
    """Paint a round badge with its sign: plus, minus or a wave."""
    style = canvas_style()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colors[TOKENS[sign]])
    painter.drawEllipse(center, radius, radius)
    pen = QPen(style.colors["surface"], radius * 0.24)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    arm = radius * 0.5
    if sign in ("added", "removed"):
        painter.drawLine(QLineF(center - QPointF(arm, 0), center + QPointF(arm, 0)))
    if sign == "added":
        painter.drawLine(QLineF(center - QPointF(0, arm), center + QPointF(0, arm)))
    if sign == "changed":
        painter.drawPath(_wave(center, arm))


def _wave(center: QPointF, arm: float) -> QPainterPath:
    """Give a tilde around a point."""
    path = QPainterPath(center - QPointF(arm, -arm * 0.35))
    path.cubicTo(center + QPointF(-arm * 0.35, -arm * 1.1), center + QPointF(arm * 0.35, arm * 1.1),
                 center + QPointF(arm, -arm * 0.35))
    return path


def sign_icon(sign: Sign, ratio: float = 1.0) -> QIcon:
    """Give the badge as an icon of 16 px for a screen with this pixel ratio; signs without a glyph are empty."""
    picture = QPixmap(round(_ICON_PX * ratio), round(_ICON_PX * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    if TOKENS[sign] != "quiet":
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, QRectF(0, 0, _ICON_PX, _ICON_PX).center(), _ICON_PX / 2 - 1, sign)
        painter.end()
    return QIcon(picture)
