"""One layer on the canvas: name, key numbers, weights, output shape, picture, ports, and its state."""
# ruff: noqa: N802 -- Qt's names

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from cnnstudio.ui import icons
from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.editor.picture_strip import PictureStrip
from cnnstudio.ui.editor.style import LOD_LIMIT, PLAIN_LIMIT, CanvasStyle, canvas_style

NODE_WIDTH = 208.0
NODE_HEIGHT = 72.0
NODE_HEIGHT_WITH_PICTURE = 114.0
_BAR = 4.0
_RADIUS = 6.0
_LEFT = 14.0
_RIGHT = NODE_WIDTH - 12.0
PICTURE_AREA = QRectF(_LEFT, 46, _RIGHT - _LEFT, 44)
_FAR_FAMILY_PX = 28.0
_PORT_RADIUS = 5.0
_MARGIN = 8.0     # ring, ports and shadow stick out

_BOUNDS = QRectF(0, 0, NODE_WIDTH, NODE_HEIGHT).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
_BOUNDS_WITH_PICTURE = QRectF(0, 0, NODE_WIDTH, NODE_HEIGHT_WITH_PICTURE).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)


class Side(IntEnum):
    """Which way a port faces."""

    INPUT = 0
    OUTPUT = 1


@dataclass(frozen=True, slots=True)
class NodeFace:
    """What a node shows; plain text, worked out by the scene.

    Attributes
    ----------
    severity : "" or "warning" or "error"
    message : the problems as tool tip text
    inputs : number of input ports shown
    """

    name: str
    summary: str
    shape: str
    weights: str
    icon: str
    family: str
    severity: str = ""
    message: str = ""
    inputs: int = 1
    has_output: bool = True


class NodeItem(QGraphicsItem):
    """The graphics item of a node; it shows what it is told and changes nothing."""

    def __init__(self, node_id: str, face: NodeFace) -> None:
        super().__init__()
        self.node_id = node_id
        self.face = face
        self.hot_port: tuple[Side, int] | None = None
        self.hot_tone = "good"
        self._picture: PictureStrip | None = None
        self._offsets: tuple[float, ...] = ()
        self._elided: tuple[str, str, str] | None = None
        self._is_hovered = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setZValue(1)

    # what it shows

    def set_face(self, face: NodeFace) -> bool:
        """Show other text; gives whether anything that moves a port changed."""
        if face == self.face:
            return False
        ports_moved = (face.inputs, face.has_output) != (self.face.inputs, self.face.has_output)
        if ports_moved:
            self.prepareGeometryChange()
        self.face = face
        self.setToolTip(plain_tip(face.message))
        self._elided = None
        self.update()
        return ports_moved

    def set_picture(self, picture: PictureStrip | None) -> bool:
        """Show what the selected image looks like after this layer; gives whether the height changed."""
        if picture is self._picture:
            return False
        changed = (picture is None) != (self._picture is None)
        if changed:
            self.prepareGeometryChange()
        self._picture = picture
        self.update()
        return changed

    def set_hot_port(self, port: tuple[Side, int] | None, tone: str = "good") -> None:
        """Light one port up in a token's colour, as the place a wire would go to."""
        if (port, tone) != (self.hot_port, self.hot_tone):
            self.hot_port, self.hot_tone = port, tone
            self.update()

    def set_port_offsets(self, offsets: tuple[float, ...]) -> None:
        """Put the input ports at these distances from the left edge, by input number."""
        if offsets != self._offsets:
            self._offsets = offsets
            self.update()

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return self._picture is not None

    def refresh_style(self) -> None:
        """Take over another theme."""
        self._elided = None
        self.update()

    # geometry

    @property
    def height(self) -> float:
        """Height of the box in scene pixels."""
        return NODE_HEIGHT_WITH_PICTURE if self._picture is not None else NODE_HEIGHT

    def box(self) -> QRectF:
        """Give the node's box in its own coordinates."""
        return QRectF(0, 0, NODE_WIDTH, self.height)

    def scene_box(self) -> QRectF:
        """Give the node's box in scene coordinates."""
        return self.box().translated(self.pos())

    def title_box(self) -> QRectF:
        """Give where the name stands, in scene coordinates."""
        return QRectF(_LEFT + 18, 4, _RIGHT - _LEFT - 18, 24).translated(self.pos())

    def port(self, side: Side, index: int = 0) -> QPointF:
        """Give the middle of a port in scene coordinates."""
        if side is Side.OUTPUT:
            return self.pos() + QPointF(NODE_WIDTH / 2, self.height)
        offset = self._offsets[index] if index < len(self._offsets) else NODE_WIDTH / 2
        return self.pos() + QPointF(offset, 0)

    def ports(self) -> list[tuple[Side, int]]:
        """List the ports shown."""
        outputs = [(Side.OUTPUT, 0)] if self.face.has_output else []
        return [(Side.INPUT, index) for index in range(self.face.inputs)] + outputs

    def boundingRect(self) -> QRectF:
        """Give the box with ring and ports."""
        return _BOUNDS_WITH_PICTURE if self._picture is not None else _BOUNDS

    def shape(self) -> QPainterPath:
        """Give the area that reacts."""
        path = QPainterPath()
        path.addRect(self.box())
        return path

    def hoverEnterEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Make the border stronger under the pointer."""
        self.hoverMoveEvent(event)
        self._is_hovered = True
        self.update()

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Tell of the picture where it is, of the problems elsewhere."""
        picture = self._picture if PICTURE_AREA.contains(event.pos()) else None
        self.setToolTip(plain_tip(self.face.message if picture is None else picture.tip))

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        """Take the strong border away."""
        self._is_hovered = False
        self.update()

    # painting

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the node; below 60 % what can still be read, from far away only its box and colour."""
        style, detail = canvas_style(), option.levelOfDetailFromTransform(painter.worldTransform())
        if detail < LOD_LIMIT:
            self._paint_far(painter, style)
            return
        if detail < PLAIN_LIMIT:
            self._paint_plain(painter, style)
            return
        self._paint_box(painter, style)
        self._paint_text(painter, style)
        if self._picture is not None:
            self._picture.paint(painter, PICTURE_AREA, style)
        self._paint_ports(painter, style)

    def _paint_plain(self, painter: QPainter, style: CanvasStyle) -> None:
        """Paint name and shape in a box of straight lines: a third of the work, and no difference below 60 %."""
        box, border = self.box(), self._border_token()
        width = 2.5 if border in ("accent", "bad") else 1.5
        painter.fillRect(box, style.colors[border if border != "line" else "strong_line"])
        painter.fillRect(box.adjusted(width, width, -width, -width), style.colors["surface"])
        painter.fillRect(QRectF(0, 0, 2 * _BAR, box.height()), style.family(self.face.family))
        if self._elided is None:
            self._elided = _elide(self.face, style)
        painter.setPen(style.colors["text"])
        painter.setFont(style.title)
        painter.drawText(QPointF(_LEFT, 22), self._elided[0])
        painter.setFont(style.numbers)
        shape = self.face.shape
        painter.drawText(QPointF(_RIGHT - style.numbers_metrics.horizontalAdvance(shape), self.height - 12), shape)
        if self.face.severity:
            token = "bad" if self.face.severity == "error" else "warning"
            painter.drawPixmap(QRectF(_RIGHT - 16, 9, 16, 16), *_icon(self.face.severity, style.colors[token]))
        if self._picture is not None:
            self._picture.paint(painter, PICTURE_AREA, style)
        if self.hot_port is not None or self._is_hovered:
            self._paint_ports(painter, style)

    def _paint_far(self, painter: QPainter, style: CanvasStyle) -> None:
        box = self.box()
        marked = self.isSelected() or self.face.severity == "error"
        painter.fillRect(box, style.colors[self._border_token()] if marked else style.colors["strong_line"])
        inner = box.adjusted(6, 6, -6, -6) if marked else box.adjusted(2, 2, -2, -2)
        painter.fillRect(inner, style.colors["hover"])
        family = QRectF(inner.left(), inner.top(), _FAR_FAMILY_PX, inner.height())
        painter.fillRect(family, style.family(self.face.family))
        if self._picture is not None:
            self._picture.paint_far(painter, inner.adjusted(_FAR_FAMILY_PX + 6, 6, -6, -6), style)

    def _border_token(self) -> str:
        if self.isSelected():
            return "accent"
        if self.face.severity == "error":
            return "bad"
        return "strong_line" if self._is_hovered else "line"

    def _paint_box(self, painter: QPainter, style: CanvasStyle) -> None:
        box = self.box()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("text", 0.06))
        painter.drawRoundedRect(box.translated(0, 2), _RADIUS, _RADIUS)
        painter.setBrush(style.family(self.face.family))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setBrush(style.colors["surface"])
        painter.drawRoundedRect(box.adjusted(_BAR, 0, 0, 0), _RADIUS, _RADIUS)
        painter.fillRect(QRectF(_BAR, 0, _RADIUS, box.height()), style.colors["surface"])
        token = self._border_token()
        is_ring = token in ("accent", "bad")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(style.colors[token], 2.0 if is_ring else 1.0))
        grow = 1.0 if is_ring else 0.0
        painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), _RADIUS + grow, _RADIUS + grow)

    def _paint_text(self, painter: QPainter, style: CanvasStyle) -> None:
        if self._elided is None:
            self._elided = _elide(self.face, style)
        name, summary, weights = self._elided
        painter.drawPixmap(QRectF(_LEFT - 1, 9, 16, 16), *_icon(self.face.icon, style.family(self.face.family)))
        painter.setFont(style.title)
        painter.setPen(style.colors["text"])
        painter.drawText(QPointF(_LEFT + 20, 22), name)
        painter.setFont(style.text)
        painter.setPen(style.colors["quiet"])
        painter.drawText(QPointF(_LEFT, 40), summary)
        if self.face.severity:
            token = "bad" if self.face.severity == "error" else "warning"
            painter.drawPixmap(QRectF(_RIGHT - 16, 9, 16, 16), *_icon(self.face.severity, style.colors[token]))
        painter.setFont(style.numbers)
        bottom = self.height - 12
        painter.drawText(QPointF(_LEFT, bottom), weights)
        painter.setPen(style.colors["text"])
        shape = self.face.shape
        painter.drawText(QPointF(_RIGHT - style.numbers_metrics.horizontalAdvance(shape), bottom), shape)

    def _paint_ports(self, painter: QPainter, style: CanvasStyle) -> None:
        for port in self.ports():
            center = self.port(*port) - self.pos()
            is_hot = port == self.hot_port
            token = self.hot_tone if is_hot else "surface"
            border = token if is_hot else "accent" if self._is_hovered else "strong_line"
            painter.setBrush(style.colors[token])
            painter.setPen(QPen(style.colors[border], 1.5))
            radius = _PORT_RADIUS + (2.0 if is_hot else 0.0)
            painter.drawEllipse(center, radius, radius)


def _elide(face: NodeFace, style: CanvasStyle) -> tuple[str, str, str]:
    """Shorten name, summary and weights to the room there is; done when first painted."""
    sign = 20 if face.severity else 0
    room = _RIGHT - _LEFT
    shape_width = style.numbers_metrics.horizontalAdvance(face.shape)
    return (
        style.title_metrics.elidedText(face.name, Qt.TextElideMode.ElideMiddle, room - 20 - sign),
        style.text_metrics.elidedText(face.summary, Qt.TextElideMode.ElideRight, room),
        style.numbers_metrics.elidedText(
            face.weights, Qt.TextElideMode.ElideRight, room - shape_width - 8))


def _icon(name: str, color: object) -> tuple[QPixmap, QRectF]:
    picture = icons.pixmap(name, 32, color)  # type: ignore[arg-type]
    return picture, QRectF(picture.rect())
