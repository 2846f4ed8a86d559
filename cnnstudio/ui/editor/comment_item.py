"""A comment on the canvas: a note of plain text behind the layers, with a corner that resizes it."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsSceneHoverEvent, QStyleOptionGraphicsItem, QWidget

from cnnstudio.network.graph import Comment
from cnnstudio.ui.editor.style import LOD_LIMIT, CanvasStyle, canvas_style
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.theme import font

TEXT_PX = 13
PADDING_PX = 10.0
_BAR = 4.0
_RADIUS = 6.0
_HANDLE_PX = 18.0
_BEHIND = -1.0
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class CommentItem(QGraphicsItem):
    """The graphics item of a comment; its text is painted as it is, never read as markup."""

    def __init__(self, comment_id: str) -> None:
        super().__init__()
        self.comment_id = comment_id
        self.text = ""
        self._size = QSizeF(1, 1)
        self._is_hovered = self._is_edited = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptHoverEvents(True)
        self.setZValue(_BEHIND)

    def show_comment(self, comment: Comment) -> None:
        """Show text, place and size."""
        self.text = comment.text
        self.set_box(QRectF(comment.x, comment.y, comment.width, comment.height))
        self.update()

    def set_box(self, box: QRectF) -> None:
        """Stand somewhere else, with another size; the graph is not changed."""
        if box.size() != self._size:
            self.prepareGeometryChange()
            self._size = box.size()
        self.setPos(box.topLeft())

    def set_edited(self, *, is_edited: bool) -> None:
        """Leave the text to the field that edits it."""
        self._is_edited = is_edited
        self.update()

    def refresh_style(self) -> None:
        """Take over another theme."""
        self.update()

    # geometry

    def box(self) -> QRectF:
        """Give the note in its own coordinates."""
        return QRectF(QPointF(0, 0), self._size)

    def scene_box(self) -> QRectF:
        """Give the note in scene coordinates."""
        return self.box().translated(self.pos())

    def text_box(self) -> QRectF:
        """Give where the text stands, in its own coordinates."""
        return self.box().adjusted(PADDING_PX + _BAR, PADDING_PX - 2, -PADDING_PX, -PADDING_PX + 2)

    def handle_holds(self, point: QPointF) -> bool:
        """Tell whether a scene point is on the corner that resizes the note."""
        corner = self.scene_box().bottomRight()
        return QRectF(corner.x() - _HANDLE_PX, corner.y() - _HANDLE_PX, _HANDLE_PX + 4, _HANDLE_PX + 4).contains(point)

    def boundingRect(self) -> QRectF:
        """Give the note with its ring."""
        return self.box().adjusted(-3, -3, 3, 5)

    def hoverEnterEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        """Show the corner that resizes."""
        self._is_hovered = True
        self.update()

    def hoverLeaveEvent(self, _event: QGraphicsSceneHoverEvent) -> None:
        """Hide the corner that resizes."""
        self._is_hovered = False
        self.update()

    # painting

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None) -> None:
        """Paint the note; from far away without words."""
        style, box = canvas_style(), self.box()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(style.colors["surface"])
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setBrush(style.color("warning", 0.14))
        painter.setPen(QPen(style.colors["accent"], 2.0) if self.isSelected() else QPen(style.color("warning", 0.5)))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillRect(QRectF(1, _RADIUS, _BAR - 1, box.height() - 2 * _RADIUS), style.colors["warning"])
        if option.levelOfDetailFromTransform(painter.worldTransform()) < LOD_LIMIT:
            return
        if not self._is_edited:
            self._paint_text(painter, style)
        if self._is_hovered or self.isSelected():
            self._paint_handle(painter, style)

    def _paint_text(self, painter: QPainter, style: CanvasStyle) -> None:
        area, letters = self.text_box(), font(TEXT_PX, tabular=False)
        painter.save()
        painter.setClipRect(area)
        painter.setFont(letters)
        painter.setPen(style.colors["text" if self.text else "quiet"])
        painter.drawText(area, _FLAGS, self.text or tr("Double-click to write."))
        painter.restore()
        needed = QFontMetricsF(letters).boundingRect(area.adjusted(0, 0, 0, 1e5), _FLAGS, self.text).height()
        if needed > area.height() + 2:
            painter.setFont(letters)
            painter.setPen(style.colors["quiet"])
            painter.drawText(QPointF(area.right() - 24, self.box().bottom() - 4), "…")

    def _paint_handle(self, painter: QPainter, style: CanvasStyle) -> None:
        painter.setPen(QPen(style.colors["warning"], 1.5))
        corner = self.box().bottomRight() - QPointF(4, 4)
        for length in (5.0, 10.0):
            painter.drawLine(QLineF(corner - QPointF(length, 0), corner - QPointF(0, length)))
