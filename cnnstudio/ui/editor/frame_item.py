"""The frame around an open block's layers: title, sign that closes it, and the repeat count with its buttons."""
# ruff: noqa: N802 -- Qt's names

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen
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
_LOWEST = -10.0


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


class FrameItem(QGraphicsItem):
    """The graphics item of an open block; it shows what it is told and changes nothing.

    Attributes
    ----------
    contents : ids of what is right inside: layers, folded blocks, and frames
    """

    def __init__(self, block_id: str, face: FrameFace) -> None:
        super().__init__()
        self.block_id = block_id
        self.face = face
        self.contents: tuple[str, ...] = ()
        self._size = QSizeF(1, 1)
        self._hot: FramePart | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setZValue(_LOWEST)

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
        self.setZValue(_LOWEST + 0.01 * depth)

    def set_box(self, box: QRectF) -> None:
        """Stand somewhere else, with another size."""
        if box.size() != self._size:
            self.prepareGeometryChange()
            self._size = box.size()
        self.setPos(box.topLeft())

    def refresh_style(self) -> None:
        """Take over another theme."""
        self.update()

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
        style = canvas_style()
        family, box = style.family(FRAME_FAMILY), self.box()
        ring = style.colors["accent"] if self.isSelected() else family
        ground = style.colors["surface"]
        painter.setPen(QPen(ring, 2.0 if self.isSelected() else 1.0))
        painter.setBrush(ground if self.zValue() == _LOWEST else style.colors["window"])
        painter.setOpacity(0.55)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setOpacity(1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        if option.levelOfDetailFromTransform(painter.worldTransform()) < LOD_LIMIT:
            return
        self._paint_title(painter, style)

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
