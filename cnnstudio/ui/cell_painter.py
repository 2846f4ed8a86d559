"""Draws one cell of a thumbnail grid: the picture, its frame, a sign and the line of text below."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.images import Thumbnail
from cnnstudio.ui.theme import CAPTION_PX, RADIUS_PX, font, theme

_DIM = 0.35
_SIGN_PX = 14


class CellPainter:
    """Draws cells with one painter.

    Parameters
    ----------
    painter
        Of the view's viewport.
    side_px, caption_px
        Height of the picture's square and of the line of text.
    """

    def __init__(self, painter: QPainter, side_px: int, caption_px: int) -> None:
        self._painter = painter
        self._side_px, self._caption_px = side_px, caption_px
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if caption_px:
            painter.setFont(font(CAPTION_PX))

    def draw(self, cell: QRect, picture: object, row: Thumbnail | None, *, frame: str = "") -> None:
        """Draw a cell; ``frame`` is empty, ``"selected"`` or ``"current"``."""
        area = QRect(cell.left(), cell.top(), cell.width(), self._side_px)
        if isinstance(picture, QPixmap):
            area = _fitting(picture, area)
            self._draw_picture(picture, area, is_dim=row is not None and row.is_dim)
        if frame:
            self._draw_frame(area, *(("accent", 3) if frame == "selected" else ("strong_line", 2)))
        if row is not None and row.sign:
            self._draw_sign(area, row.sign)
        if self._caption_px and row is not None:
            self._draw_caption(cell, row.caption)

    def _draw_picture(self, picture: QPixmap, area: QRect, *, is_dim: bool) -> None:
        if is_dim:
            self._painter.setOpacity(_DIM)
        if area.size() == picture.size():
            self._painter.drawPixmap(area.topLeft(), picture)
        else:
            self._painter.drawPixmap(area, picture)
        if is_dim:
            self._painter.setOpacity(1.0)

    def _draw_frame(self, area: QRect, token: str, width: int) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(theme().color(token), width))
        # Inside the cell: what lies outside is not painted again when the cell's picture arrives.
        self._painter.drawRoundedRect(area.adjusted(1, 1, -2, -2), RADIUS_PX - 2, RADIUS_PX - 2)

    def _draw_sign(self, area: QRect, sign: str) -> None:
        """Draw an icon on a small disc in the upper right corner."""
        disc = QRect(area.right() - _SIGN_PX - 8, area.top() + 4, _SIGN_PX + 6, _SIGN_PX + 6)
        self._painter.setPen(QPen(theme().color("line"), 1))
        self._painter.setBrush(theme().color("surface"))
        self._painter.drawEllipse(disc)
        self._painter.drawPixmap(disc.left() + 3, disc.top() + 3, pixmap(sign, _SIGN_PX, "text"))

    def _draw_caption(self, cell: QRect, text: str) -> None:
        line = QRect(cell.left(), cell.bottom() - self._caption_px + 1, cell.width(), self._caption_px)
        self._painter.setPen(theme().color("quiet"))
        elided = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
        self._painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), elided)


def _fitting(picture: QPixmap, area: QRect) -> QRect:
    """Return where a picture goes: in the middle; one made for larger cells is drawn smaller."""
    size = picture.deviceIndependentSize().toSize()
    if size.height() > area.height() or size.width() > area.width():
        size = size.scaled(QSize(area.height(), area.height()), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(QPoint(0, 0), size)
    place.moveCenter(area.center())
    return place
