"""What is drawn on the canvas of a comparison: a mark around a layer that differs, a ghost where one was removed."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cnnstudio.network.difference_words import Sign
from cnnstudio.ui.cards import plain_tip
from cnnstudio.ui.editor.difference_signs import TOKENS, paint_badge
from cnnstudio.ui.editor.frame_item import FrameItem
from cnnstudio.ui.editor.node_item import NODE_HEIGHT, NODE_WIDTH, NodeItem
from cnnstudio.ui.editor.style import LOD_LIMIT, canvas_style

_BADGE, _FAR_BADGE = 9.0, 30.0
_GAP, _RADIUS = 5.0, 9.0
_MARGIN = 34.0
_TALLEST = 240.0
_DASHES = (4.0, 3.0)
_CORNER = QPointF(0, 0)


class MarkItem(QGraphicsItem):
    """A badge at the corner of a layer or block, and an outline around it; sits on its item and takes no clicks.

    It goes when that item goes, and does not hold it: two items that hold each other would be deleted in any order.
    """

    def __init__(self, marked: NodeItem | FrameItem, sign: Sign, text: str) -> None:
        super().__init__(marked)
        self._has_outline = isinstance(marked, NodeItem)
        self.sign: Sign = sign
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.set_text(sign, text)

    def set_text(self, sign: Sign, text: str) -> None:
        """Show another sign, and another text as the badge's tip."""
        self.sign = sign
        self.setToolTip(plain_tip(text))
        self.update()

    def boundingRect(self) -> QRectF:
        """Give the area for the tallest layer, so that a layer may grow without telling; the badge's on a frame."""
        size = QSizeF(NODE_WIDTH, _TALLEST) if self._has_outline else QSizeF()
        return QRectF(QPointF(), size).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)

    def shape(self) -> QPainterPath:
        """Give the badge, which shows the tip; the rest is the layer's."""
        path = QPainterPath()
        path.addEllipse(_CORNER, _BADGE, _BADGE)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint outline and badge; large ones from far away."""
        is_far = option.levelOfDetailFromTransform(painter.worldTransform()) < LOD_LIMIT
        marked = self.parentItem()
        if isinstance(marked, NodeItem):
            self._paint_outline(painter, marked.box(), 10.0 if is_far else 2.0)
        paint_badge(painter, _CORNER, _FAR_BADGE if is_far else _BADGE, self.sign)

    def _paint_outline(self, painter: QPainter, box: QRectF, width: float) -> None:
        pen = QPen(canvas_style().colors[TOKENS[self.sign]], width)
        if self.sign == "changed":
            pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-_GAP, -_GAP, _GAP, _GAP), _RADIUS, _RADIUS)


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
        paint_badge(painter, _CORNER, _FAR_BADGE if is_far else _BADGE, "removed")

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
