"""A folded block on the canvas: a layer's box with cards stacked behind it, and the sign that opens it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from cnnstudio.ui.editor.node_item import NodeFace, NodeItem
from cnnstudio.ui.editor.style import LOD_LIMIT, canvas_style

_CARDS_PX = (6.0, 3.0)
_RADIUS = 6.0
_SIGN = QRectF(8, 4, 26, 26)


class BlockItem(NodeItem):
    """The graphics item of a folded block; as a layer's item, it shows what it is told and changes nothing."""

    def __init__(self, block_id: str, face: NodeFace) -> None:
        super().__init__(block_id, face)
        self._is_holding = False

    def set_holding(self, *, is_holding: bool) -> None:
        """Show with a broken ring that a selected layer is inside."""
        if is_holding != self._is_holding:
            self._is_holding = is_holding
            self.update()

    @property
    def is_holding(self) -> bool:
        """Whether it shows that a selected layer is inside."""
        return self._is_holding

    def sign_holds(self, point: QPointF) -> bool:
        """Tell whether a scene point is on the sign that opens the block."""
        return _SIGN.contains(point - self.pos())

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint the cards behind, then the box."""
        style = canvas_style()
        is_near = option.levelOfDetailFromTransform(painter.worldTransform()) >= LOD_LIMIT
        if is_near:
            painter.setPen(QPen(style.family(self.face.family), 1.0))
            painter.setBrush(style.colors["surface"])
            for offset in _CARDS_PX:
                painter.drawRoundedRect(self.box().translated(offset, offset), _RADIUS, _RADIUS)
        super().paint(painter, option, widget)
        if is_near and self._is_holding and not self.isSelected():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.colors["accent"], 2.0, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.box().adjusted(-2, -2, 2, 2), _RADIUS + 2, _RADIUS + 2)
