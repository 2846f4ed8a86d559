"""One wire on the canvas, carrying the shape that flows through it."""
# ruff: noqa: N802 -- Qt's names

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.routing import Ends, curve
from cnnstudio.ui.editor.style import LOD_LIMIT, PLAIN_LIMIT, CanvasStyle, canvas_style

HIT_WIDTH_PX = 14.0
_ARROW = 5.0
_PORT_RADIUS = 5.0
_GRIP_PX = 18.0
_GRIP_RADIUS = 3.5
_LABEL_HEIGHT = 16.0
_SHORTEST_LABELLED = 34.0
_STRONG = 2.0
# Where a label may stand: share of the wire's length, and how much of its width lies left of the wire.
_LABEL_PLACES = tuple((along, left) for left in (0.5, -0.1, 1.1) for along in (0.5, 0.35, 0.65, 0.2, 0.8))


class EdgeItem(QGraphicsItem):
    """The graphics item of an edge; its path is told to it by the scene."""

    def __init__(self, edge: Edge) -> None:
        super().__init__()
        self.edge = edge
        self.label = ""
        self.ends = Ends(QPointF(), QPointF())
        self.lane_x: float | None = None
        self._path = QPainterPath()
        self._hit: QPainterPath | None = None
        self._bounds = QRectF()
        self._label_box = QRectF()
        self._label_place: tuple[float, float] | None = _LABEL_PLACES[0]
        self._is_hovered = False
        self._is_drop_target = False
        self._drop_tone = "good"
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)

    def set_route(self, ends: Ends, lane_x: float | None = None) -> None:
        """Run from one port to the other, through a lane if there is one."""
        if (ends, lane_x) == (self.ends, self.lane_x) and not self._path.isEmpty():
            return
        self.prepareGeometryChange()
        self.ends, self.lane_x = ends, lane_x
        self._path = curve(ends, lane_x)
        self._hit = None
        self._place_label()

    def set_label(self, text: str) -> bool:
        """Show a shape on the wire; gives whether one is shown that was not there before."""
        if text == self.label:
            return False
        appeared = not self.label
        self.prepareGeometryChange()
        self.label = text
        self._place_label()
        self.update()
        return appeared

    def keep_label_clear(self, is_free: Callable[[QRectF], bool]) -> None:
        """Show the shape where it covers nothing, as near to the wire's middle as can be, or not at all."""
        if not self._has_label():
            return
        free = (place for place in _LABEL_PLACES if is_free(self._label_at(place)))
        place = next(free, None)
        if place != self._label_place:
            self.prepareGeometryChange()
            self._label_place = place
            self._place_label()
            self.update()

    def set_drop_target(self, *, is_target: bool, tone: str = "good") -> None:
        """Light up in a token's colour as the wire a layer would be dropped into."""
        if (is_target, tone) != (self._is_drop_target, self._drop_tone):
            self._is_drop_target, self._drop_tone = is_target, tone
            self.setZValue(0.5 if is_target else 0)
            self.update()

    @property
    def label_box(self) -> QRectF:
        """Where the shape stands, in scene coordinates; empty when it is not shown."""
        return self._label_box

    @property
    def is_drop_target(self) -> bool:
        """Whether the wire is lit up for a drop."""
        return self._is_drop_target

    def path(self) -> QPainterPath:
        """Give the path in scene coordinates."""
        return self._path

    def boundingRect(self) -> QRectF:
        """Give the area of path, label and arrow."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """Give the area that reacts: 14 px along the path, made when first asked for."""
        if self._hit is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(HIT_WIDTH_PX)
            self._hit = stroker.createStroke(self._path)
        return self._hit

    def hoverEnterEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        """Darken under the pointer."""
        self._is_hovered = True
        self.update()

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        """Go back to normal."""
        self._is_hovered = False
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the wire; below 60 % without its shape, which could not be read, from far away only a line."""
        style, detail = canvas_style(), option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if detail < LOD_LIMIT:
            self._paint_far(painter, style)
            return
        pen = QPen(style.colors[self._token()], self._width())
        painter.setPen(pen)
        painter.drawPath(self._path)
        if detail >= PLAIN_LIMIT:
            self._paint_arrow(painter, pen)
        if self._is_hovered or self.isSelected():
            self._paint_grips(painter, style)
        if not self._label_box.isNull() and detail >= PLAIN_LIMIT:
            self._paint_label(painter, style)

    def _paint_far(self, painter: QPainter, style: CanvasStyle) -> None:
        """Paint a line that can still be seen from far away."""
        painter.setPen(_far_pen(style, self._token(), is_strong=self._width() >= _STRONG))
        if self.lane_x is None:
            painter.drawLine(self.ends.start, self.ends.end)
        else:
            painter.drawPath(self._path)

    def _token(self) -> str:
        if self._is_drop_target:
            return self._drop_tone
        if self.isSelected():
            return "accent"
        return "text" if self._is_hovered else "strong_line"

    def _width(self) -> float:
        return 3.0 if self._is_drop_target else _STRONG if self.isSelected() or self._is_hovered else 1.5

    def _paint_arrow(self, painter: QPainter, pen: QPen) -> None:
        tip = self.ends.end - QPointF(0, _PORT_RADIUS + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-_ARROW * 0.8, -_ARROW * 1.4),
                                       tip + QPointF(_ARROW * 0.8, -_ARROW * 1.4)]))

    def _paint_grips(self, painter: QPainter, style: CanvasStyle) -> None:
        """Paint a dot near each end: there the wire can be taken and led elsewhere."""
        painter.setPen(QPen(style.colors["surface"], 1.0))
        painter.setBrush(style.colors[self._token()])
        share = min(0.25, _GRIP_PX / max(1.0, self._path.length()))
        for place in (share, 1.0 - share):
            painter.drawEllipse(self._path.pointAtPercent(place), _GRIP_RADIUS, _GRIP_RADIUS)

    def _paint_label(self, painter: QPainter, style: CanvasStyle) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colors["window"])
        painter.drawRoundedRect(self._label_box, 4, 4)
        painter.setFont(style.numbers)
        painter.setPen(style.colors["text" if self._is_hovered or self.isSelected() else "quiet"])
        painter.drawText(self._label_box, Qt.AlignmentFlag.AlignCenter, self.label)

    def _has_label(self) -> bool:
        gap = self.ends.end.y() - self.ends.start.y()
        return bool(self.label) and (gap >= _SHORTEST_LABELLED or self.lane_x is not None)

    def _label_at(self, place: tuple[float, float]) -> QRectF:
        """Give the label's box at a share of the wire, with a share of its width left of the wire."""
        along, left = place
        width = canvas_style().numbers_metrics.horizontalAdvance(self.label) + 8
        middle = self._path.pointAtPercent(along)
        return QRectF(middle.x() - left * width, middle.y() - _LABEL_HEIGHT / 2, width, _LABEL_HEIGHT)

    def _place_label(self) -> None:
        is_shown = self._has_label() and self._label_place is not None
        self._label_box = self._label_at(self._label_place) if is_shown and self._label_place else QRectF()
        self._bounds = self._path.controlPointRect().united(self._label_box).adjusted(-8, -8, 8, 8)


@lru_cache(maxsize=32)
def _far_pen(style: CanvasStyle, token: str, *, is_strong: bool) -> QPen:
    """Give the pen of a wire seen from far away; hundreds share one."""
    return QPen(style.colors[token], 7.0 if is_strong else 4.0)
