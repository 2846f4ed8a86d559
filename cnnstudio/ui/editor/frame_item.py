"""The frame around an open block's layers: title, sign that closes it, and the repeat count with its buttons."""
# ruff: noqa: N802 -- Qt's names

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from cnnstudio.ui import icons
from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.editor.style import LOD_LIMIT, CanvasStyle, canvas_style
from cnnstudio.ui.editor.texts import tr

FramePart = Literal["sign", "less", "more", "title"]
FRAME_FAMILY = "merge"
_TITLE_PX = 36.0
_RADIUS = 10.0
_BUTTON_PX = 24.0
_COUNT_PX = 34.0
_EDGE_PX = 8.0
_LOWEST = -1000.0
_ABOVE_WIRES = 0.6


@dataclass(frozen=True, slots=True)
class FrameFace:
    """What a frame shows.

    Attributes
    ----------
    severity : "" or "warning" or "error", of the block's own problems
    message : tool tip text
    can_repeat : whether the buttons of the repeat count are shown
    """

    name: str
    repeat: int = 1
    severity: str = ""
    message: str = ""
    can_repeat: bool = True


class FrameGround(QGraphicsItem):
    """The ground of a frame, below all wires."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QRectF()
        self.depth = 0
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_depth(self, depth: int) -> None:
        """Tell how many frames are around; every other one has another shade."""
        self.depth = depth
        self.setZValue(_LOWEST + depth)
        self.update()

    def set_box(self, box: QRectF) -> None:
        """Cover an area of the scene."""
        if box != self.box:
            self.prepareGeometryChange()
            self.box = box

    def boundingRect(self) -> QRectF:
        """Give the area."""
        return self.box

    def shape(self) -> QPainterPath:
        """React nowhere."""
        return QPainterPath()

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint it so that the dots of the canvas shine through."""
        style = canvas_style()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.color("surface" if self.depth % 2 == 0 else "window", 0.55))
        painter.drawRoundedRect(self.box, _RADIUS, _RADIUS)


class FrameItem(QGraphicsItem):
    """The graphics item of an open block: border and title bar; it shows what it is told and changes nothing.

    It stands above the wires, which run below the title; only the title bar reacts.

    Attributes
    ----------
    ground : another item, added and removed together with this one
    contents : ids of what is right inside: layers, folded blocks, and frames
    """

    def __init__(self, block_id: str, face: FrameFace) -> None:
        super().__init__()
        self.block_id = block_id
        self.face = face
        self.ground = FrameGround()
        self.contents: tuple[str, ...] = ()
        self._size = QSizeF(1, 1)
        self._hot: FramePart | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setZValue(_ABOVE_WIRES)

    def set_face(self, face: FrameFace) -> None:
        """Show other text."""
        if face != self.face:
            self.face = face
            self.setToolTip(self._tip())
            self.update()

    def _tip(self) -> str:
        return plain_tip(self.face.message) if self.face.message else ""

    def set_inside(self, contents: tuple[str, ...], depth: int) -> None:
        """Tell what is inside, and how many frames are around."""
        self.contents = contents
        self.setZValue(_ABOVE_WIRES + depth / 10_000)
        self.ground.set_depth(depth)

    def set_box(self, box: QRectF) -> None:
        """Stand somewhere else, with another size."""
        if box.size() != self._size:
            self.prepareGeometryChange()
            self._size = box.size()
        self.setPos(box.topLeft())
        self.ground.set_box(box)

    def refresh_style(self) -> None:
        """Take over another theme."""
        self.update()
        self.ground.update()

    # geometry

    def box(self) -> QRectF:
        """Give the frame in its own coordinates."""
        return QRectF(QPointF(0, 0), self._size)

    def scene_box(self) -> QRectF:
        """Give the frame in scene coordinates."""
        return self.box().translated(self.pos())

    def title_box(self) -> QRectF:
        """Give where the name stands, in scene coordinates."""
        return self._name_box().translated(self.pos())

    def part_at(self, point: QPointF) -> FramePart | None:
        """Give the part of the title bar at a scene point."""
        inner = point - self.pos()
        found = next((part for part, box in self._buttons().items() if box.contains(inner)), None)
        if found is not None:
            return found
        return "title" if QRectF(0, 0, self._size.width(), _TITLE_PX).contains(inner) else None

    def part_box(self, part: FramePart) -> QRectF:
        """Give a part of the title bar in scene coordinates."""
        title = QRectF(0, 0, self._size.width(), _TITLE_PX)
        return self._buttons().get(part, title).translated(self.pos())

    def _buttons(self) -> dict[FramePart, QRectF]:
        top = (_TITLE_PX - _BUTTON_PX) / 2
        found: dict[FramePart, QRectF] = {"sign": QRectF(_EDGE_PX, top, _BUTTON_PX, _BUTTON_PX)}
        if self.face.can_repeat:
            right = self._size.width() - _EDGE_PX - _BUTTON_PX
            found["more"] = QRectF(right, top, _BUTTON_PX, _BUTTON_PX)
            found["less"] = QRectF(right - _BUTTON_PX - _COUNT_PX, top, _BUTTON_PX, _BUTTON_PX)
        return found

    def _name_box(self) -> QRectF:
        left = 2 * _EDGE_PX + _BUTTON_PX
        right = self._size.width() - _EDGE_PX
        if self.face.can_repeat:
            right -= 2 * _BUTTON_PX + _COUNT_PX + _EDGE_PX
        if self.face.severity:
            right -= 20
        return QRectF(left, 0, max(1.0, right - left), _TITLE_PX)

    def boundingRect(self) -> QRectF:
        """Give the frame with its ring."""
        return self.box().adjusted(-2, -2, 2, 2)

    def shape(self) -> QPainterPath:
        """Give the title bar."""
        path = QPainterPath()
        path.addRect(QRectF(0, 0, self._size.width(), _TITLE_PX))
        return path

    def hoverMoveEvent(self, event: QGraphicsSceneHoverEvent) -> None:
        """Light the button under the pointer up and say what it does."""
        hot = self.part_at(self.mapToScene(event.pos()))
        if hot != self._hot:
            self._hot = hot
            self.setToolTip({"sign": tr("Close the block"), "less": tr("Repeat once less"),
                             "more": tr("Repeat once more")}.get(str(hot), self._tip()))
            self.update()

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        """Put the lights out."""
        self._hot = None
        self.update()

    # painting

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the frame; from far away without words."""
        style, box = canvas_style(), self.box()
        is_near = option.levelOfDetailFromTransform(painter.worldTransform()) >= LOD_LIMIT
        if is_near:
            self._paint_bar(painter, style)
        width = (2.0 if self.isSelected() else 1.0) * (1.0 if is_near else 3.0)
        painter.setPen(QPen(style.colors["accent"] if self.isSelected() else style.family(FRAME_FAMILY), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if is_near:
            self._paint_title(painter, style)

    def _paint_bar(self, painter: QPainter, style: CanvasStyle) -> None:
        """Paint the title bar's ground, round at its upper corners."""
        tint = QColor(style.family(FRAME_FAMILY))
        tint.setAlphaF(0.12)
        painter.save()
        painter.setClipRect(QRectF(0, 0, self._size.width(), _TITLE_PX), Qt.ClipOperation.IntersectClip)
        painter.setPen(Qt.PenStyle.NoPen)
        for color in (style.colors["surface"], tint):
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(0, 0, self._size.width(), _TITLE_PX + 2 * _RADIUS), _RADIUS, _RADIUS)
        painter.restore()

    def _paint_title(self, painter: QPainter, style: CanvasStyle) -> None:
        family = style.family(FRAME_FAMILY)
        for part, area in self._buttons().items():
            if part == self._hot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(style.colors["hover"])
                painter.drawRoundedRect(area, 4, 4)
            name = {"sign": "fold", "less": "less", "more": "add"}[part]
            _paint_icon(painter, area, name, family if part == "sign" else style.colors["quiet"])
        area = self._name_box()
        painter.setFont(style.title)
        painter.setPen(style.colors["text"])
        words = style.title_metrics.elidedText(self.face.name, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        if self.face.can_repeat:
            less = self._buttons()["less"]
            painter.drawText(QRectF(less.right(), 0, _COUNT_PX, _TITLE_PX), Qt.AlignmentFlag.AlignCenter,
                             f"× {self.face.repeat}")
        if self.face.severity:
            sign = QRectF(area.right() + 2, (_TITLE_PX - 16) / 2, 16, 16).adjusted(-4, -4, 4, 4)
            token = "bad" if self.face.severity == "error" else "warning"
            _paint_icon(painter, sign, self.face.severity, style.colors[token])


def _paint_icon(painter: QPainter, area: QRectF, name: str, color: object) -> None:
    picture = icons.pixmap(name, 32, color)  # type: ignore[arg-type]
    painter.drawPixmap(area.adjusted(4, 4, -4, -4), picture, QRectF(picture.rect()))
