"""Draws a network so small that it can be told from others: its layers as bars of their family, and the wires."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.theme import LIGHT

if TYPE_CHECKING:
    from cnnstudio.network.graph import NetworkGraph
    from cnnstudio.network.node import Node

_SIZE_PX, _MARGIN_PX = 256, 12
_NODE = (208.0, 84.0)
_LARGEST_SCALE = 0.35


def network_thumbnail(graph: "NetworkGraph") -> bytes:
    """Return a PNG of 256 x 256 pixels, in the light scheme's colours wherever it is looked at."""
    image = QImage(_SIZE_PX, _SIZE_PX, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw(painter, graph)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _draw(painter: QPainter, graph: "NetworkGraph") -> None:
    nodes = graph.nodes
    if not nodes:
        return
    area = _area(nodes.values())
    room = _SIZE_PX - 2 * _MARGIN_PX
    scale = min(room / area.width(), room / area.height(), _LARGEST_SCALE)
    painter.translate(_SIZE_PX / 2, _SIZE_PX / 2)
    painter.scale(scale, scale)
    painter.translate(-area.center())
    painter.setPen(QPen(QColor(LIGHT.strong_line), 1.5 / scale))
    for edge in graph.edges:
        painter.drawLine(_below(nodes[edge.source]), _above(nodes[edge.target]))
    for node in nodes.values():
        painter.fillRect(QRectF(node.x, node.y, *_NODE), _color(node))


def _area(nodes: "Iterable[Node]") -> QRectF:
    area = QRectF()
    for node in nodes:
        area = area.united(QRectF(node.x, node.y, *_NODE))
    return area


def _below(node: "Node") -> QPointF:
    return QPointF(node.x + _NODE[0] / 2, node.y + _NODE[1])


def _above(node: "Node") -> QPointF:
    return QPointF(node.x + _NODE[0] / 2, node.y)


def _color(node: "Node") -> QColor:
    return QColor(LIGHT.family.get(layer_kind(node.kind).family, LIGHT.quiet))
