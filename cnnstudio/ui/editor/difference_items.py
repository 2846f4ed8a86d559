"""What is drawn on the canvas of a comparison: a mark around a layer that differs, a ghost where one was removed."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cnnstudio.network.difference_words import Sign
from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.editor.difference_signs import TOKENS, paint_badge
from cnnstudio.ui.editor.node_item import NODE_HEIGHT, NODE_WIDTH, NodeItem
from cnnstudio.ui.editor.style import LOD_LIMIT, canvas_style

_BADGE, _FAR_BADGE = 9.0, 30.0
_GAP, _RADIUS = 5.0, 9.0
_MARGIN = 34.0
_TALLEST = 240.0
_DASHES = (4.0, 3.0)


class MarkItem(QGraphicsItem):
    """A frame and a badge around a layer; sits on the layer's item and takes no clicks."""

    def __init__(self, node_item: NodeItem, sign: Sign, text: str) -> None:
        super().__init__(node_item)
        self.node_item = node_item
        self.sign: Sign = sign
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.set_text(sign, text)

    def set_text(self, sign: Sign, text: str) -> None:
        """Show another sign, and another text as the badge's tip."""
        self.sign = sign
        self.setToolTip(plain_tip(text))
        self.update()

    def boundingRect(self) -> QRectF:
        """Give the area of frame and badge for the tallest layer, so that a layer may grow without telling."""
        return QRectF(0, 0, self.node_item.box().width(), _TALLEST).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def shape(self) -> QPainterPath:
        """Give the badge, which shows the tip; the rest is the layer's."""
        path = QPainterPath()
        path.addEllipse(self._corner(), _BADGE, _BADGE)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint frame and badge; large ones from far away."""
        is_far = option.levelOfDetailFromTransform(painter.worldTransform()) < LOD_LIMIT
        pen = QPen(canvas_style().colors[TOKENS[self.sign]], 10.0 if is_far else 2.0)
        if self.sign == "changed":
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = self.node_item.box().adjusted(-_GAP, -_GAP, _GAP, _GAP)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        paint_badge(painter, self._corner(), _FAR_BADGE if is_far else _BADGE, self.sign)

    @staticmethod
    def _corner() -> QPointF:
        return QPointF(0, 0)


class GhostItem(QGraphicsItem):
    """A dashed box where a layer was that has been removed."""

    def __init__(self, name: str, details: str, text: str) -> None:
        super().__init__()
        self._name, self._details = name, details
        self.setToolTip(plain_tip(text))
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setZValue(0.4)     # over wires that run past, below layers

    def box(self) -> QRectF:
        """Give the box in scene coordinates."""
        return QRectF(0, 0, NODE_WIDTH, NODE_HEIGHT).translated(self.pos())

    def boundingRect(self) -> QRectF:
        """Give the area of box and badge."""
        return QRectF(0, 0, NODE_WIDTH, NODE_HEIGHT).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint a dashed box with the layer's name struck through; from far away without words."""
        style = canvas_style()
        is_far = option.levelOfDetailFromTransform(painter.worldTransform()) < LOD_LIMIT
        pen = QPen(style.colors[TOKENS["removed"]], 8.0 if is_far else 1.5)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(style.color("window", 0.88))
        box = QRectF(0, 0, NODE_WIDTH, NODE_HEIGHT)
        painter.drawRoundedRect(box, 6, 6)
        if not is_far:
            self._paint_words(painter)
        paint_badge(painter, QPointF(0, 0), _FAR_BADGE if is_far else _BADGE, "removed")

    def _paint_words(self, painter: QPainter) -> None:
        style, room = canvas_style(), NODE_WIDTH - 28
        name = style.title_metrics.elidedText(self._name, Qt.TextElideMode.ElideMiddle, room)
        painter.setFont(style.title)
        painter.setPen(style.colors["quiet"])
        painter.drawText(QPointF(16, 28), name)
        middle = 28 - style.title_metrics.xHeight() / 2
        painter.drawLine(QPointF(16, middle), QPointF(16 + style.title_metrics.horizontalAdvance(name), middle))
        painter.setFont(style.text)
        painter.drawText(QPointF(16, 50), style.text_metrics.elidedText(
            self._details, Qt.TextElideMode.ElideRight, room))
