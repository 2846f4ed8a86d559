"""What gestures draw over the canvas while they last: a wire in the making, a layer about to be dropped, a band."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cnnstudio.ui.editor.node_item import NODE_HEIGHT, NODE_WIDTH
from cnnstudio.ui.editor.routing import Ends, curve
from cnnstudio.ui.editor.style import canvas_style

_TOP = 100.0
_TIP_WIDTH = 360.0
_TIP_OFFSET = 14.0
_TIP_PADDING = 8.0
_SIGNS = {"good": "✓", "bad": "✕", "warning": "!", "quiet": "", "accent": ""}


class TipItem(QGraphicsItem):
    """A few words beside the pointer, at the same size at every zoom; a sign and a colour tell good from bad."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tone = "quiet"
        self._card = QRectF()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(_TOP + 1)
        self.setVisible(False)

    def say(self, text: str, tone: str, position: QPointF) -> None:
        """Show ``text`` at a scene position in a token's colour; no text hides the tip."""
        self.setPos(position)
        if (text, tone) != (self.text, self.tone):
            self.text, self.tone = text, tone
            self.update()
        card = self._placed(self._measured(text), position)
        if card != self._card:
            self.prepareGeometryChange()
            self._card = card
        self.setVisible(bool(text))

    @staticmethod
    def _measured(text: str) -> QSizeF:
        room = QRectF(0, 0, _TIP_WIDTH - 40, 400)
        box = canvas_style().title_metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return QSizeF(box.width() + 40, box.height() + 2 * _TIP_PADDING)

    def _placed(self, size: QSizeF, position: QPointF) -> QRectF:
        """Stand below and to the right of the pointer, on the other side where the view ends."""
        scene = self.scene()
        view = scene.views()[0] if scene is not None and scene.views() else None
        corner = QPointF(_TIP_OFFSET, _TIP_OFFSET)
        if view is not None:
            pointer = view.mapFromScene(position)
            if pointer.x() + _TIP_OFFSET + size.width() > view.viewport().width():
                corner.setX(-_TIP_OFFSET - size.width())
            if pointer.y() + _TIP_OFFSET + size.height() > view.viewport().height():
                corner.setY(-_TIP_OFFSET - size.height())
        return QRectF(corner, size)

    def boundingRect(self) -> QRectF:
        """Give the card's area beside the pointer."""
        return self._card.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint a small card."""
        style = canvas_style()
        card = self._card
        painter.setPen(QPen(style.colors[self.tone], 1.5))
        painter.setBrush(style.colors["surface"])
        painter.drawRoundedRect(card, 6, 6)
        painter.setFont(style.title)
        painter.setPen(style.colors[self.tone])
        painter.drawText(card.adjusted(10, _TIP_PADDING, 0, 0), _SIGNS[self.tone])
        painter.setPen(style.colors["text"])
        painter.drawText(card.adjusted(28, _TIP_PADDING, -8, 0), int(Qt.TextFlag.TextWordWrap), self.text)


class WireItem(QGraphicsItem):
    """The wire that follows the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.tone = "quiet"
        self._path = curve(Ends(QPointF(), QPointF()))
        self.setZValue(_TOP)

    def run(self, ends: Ends, tone: str) -> None:
        """Run between two points in a token's colour; anything but good is dashed."""
        self.prepareGeometryChange()
        self._path = curve(ends)
        self.tone = tone
        self.update()

    def boundingRect(self) -> QRectF:
        """Give the path's area."""
        return self._path.controlPointRect().adjusted(-6, -6, 6, 6)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the path."""
        line = Qt.PenStyle.SolidLine if self.tone == "good" else Qt.PenStyle.DashLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(canvas_style().colors[self.tone], 2.5, line))
        painter.drawPath(self._path)


class GhostItem(QGraphicsItem):
    """The outline of a layer about to be dropped."""

    def __init__(self, title: str, family: str) -> None:
        super().__init__()
        self._title = title
        self._family = family
        self.setZValue(_TOP - 1)

    def boundingRect(self) -> QRectF:
        """Give the outline's area."""
        return QRectF(-2, -2, NODE_WIDTH + 4, NODE_HEIGHT + 4)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the outline and the layer's title."""
        style = canvas_style()
        color = style.family(self._family)
        painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine))
        painter.setBrush(style.color("surface", 0.6))
        box = QRectF(0, 0, NODE_WIDTH, NODE_HEIGHT)
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(style.title)
        painter.setPen(style.colors["text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._title)


class BandItem(QGraphicsItem):
    """The rubber band."""

    def __init__(self) -> None:
        super().__init__()
        self.area = QRectF()
        self.setZValue(_TOP)

    def cover(self, area: QRectF) -> None:
        """Cover an area of the scene."""
        self.prepareGeometryChange()
        self.area = area
        self.update()

    def boundingRect(self) -> QRectF:
        """Give the area."""
        return self.area.adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint a thin frame with a hint of colour."""
        style = canvas_style()
        pen = QPen(style.colors["accent"], 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(style.color("accent", 0.10))
        painter.drawRect(self.area)
