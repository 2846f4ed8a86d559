"""The list of doubtful labels: picture, label, what the network says, and what was decided."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.images import Thumbnail, ThumbnailModel
from cnnstudio.ui.theme import CAPTION_PX, TEXT_PX, font, theme

if TYPE_CHECKING:
    from cnnstudio.workspace.label_decisions import Reviewed, Verdict

PICTURE_PX = 52
_ROW_PX = 64
_SIGN_PX = 16
SIGNS = {"confirmed": ("check", "good"), "corrected": ("tag", "accent"), "left out": ("exclude", "quiet"),
         "open": ("help", "warning")}
_Line = Qt.AlignmentFlag


def _tr(text: str) -> str:
    return QCoreApplication.translate("DoubtList", text)


def verdict_words(verdict: "Verdict", class_name: str) -> str:
    """Return what was decided, for people."""
    return {"open": _tr("not decided"), "confirmed": _tr("label kept"), "left out": _tr("left out"),
            "corrected": _tr("now {name}").format(name=class_name)}[verdict]


class DoubtDelegate(QStyledItemDelegate):
    """Draws one doubtful label."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.labels: Sequence[Reviewed] = ()
        self.verdicts: Sequence[tuple[Verdict, str]] = ()
        """Of each label: what was decided, and the class it has now."""

    def sizeHint(self, _option: QStyleOptionViewItem,  # noqa: N802
                 _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of every row."""
        return QSize(200, _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw ground, picture, words and sign."""
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("selection" if is_selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 4, 4)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(picture, QPixmap):
            _draw_picture(painter, QRect(rect.left() + 8, rect.top() + 6, PICTURE_PX, PICTURE_PX), picture)
        self._draw_words(painter, rect.adjusted(PICTURE_PX + 20, 8, -12, -8), index.row())
        painter.restore()

    def _draw_words(self, painter: QPainter, area: QRect, row: int) -> None:
        one, (verdict, class_name) = self.labels[row].doubt, self.verdicts[row]
        icon, token = SIGNS[verdict]
        painter.drawPixmap(area.right() - _SIGN_PX, area.top(), pixmap(icon, _SIGN_PX, token))
        room = area.adjusted(0, 0, -_SIGN_PX - 8, 0)
        painter.setFont(font(TEXT_PX, 600))
        painter.setPen(theme().color("text" if verdict == "open" else "quiet"))
        _draw_line(painter, room, f"{one.given} → {one.suggested}", _Line.AlignTop)
        painter.setFont(font(CAPTION_PX))
        painter.setPen(theme().color("quiet"))
        said = verdict_words(verdict, class_name) if verdict != "open" else _tr(
            "{sure} sure, loss {loss}").format(sure=f"{one.probability_suggested:.1%}", loss=f"{one.loss:.2f}")
        _draw_line(painter, room, said, _Line.AlignVCenter)
        _draw_line(painter, room, one.relative, _Line.AlignBottom)


def _draw_line(painter: QPainter, area: QRect, text: str, side: Qt.AlignmentFlag) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
    painter.drawText(area, int(_Line.AlignLeft | side), elided)


def _draw_picture(painter: QPainter, area: QRect, picture: QPixmap) -> None:
    size = picture.deviceIndependentSize().toSize()
    place = QRect(area.topLeft(), size)
    place.moveCenter(area.center())
    painter.drawPixmap(place.topLeft(), picture)


class DoubtList(QListView):
    """Shows labels; keys other than those that move are left to the review."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "doubt_list", _tr("Doubtful labels"))
        self.setProperty("bare", True)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pictures = ThumbnailModel(self, side_px=PICTURE_PX)
        self._delegate = DoubtDelegate(self)
        self.setModel(self.pictures)
        self.setItemDelegate(self._delegate)
        theme().changed.connect(self.viewport().update)

    def keyboardSearch(self, _text: str) -> None:  # noqa: N802
        """Do nothing: letters are decisions here."""

    def set_labels(self, labels: "Sequence[Reviewed]", verdicts: "Sequence[tuple[Verdict, str]]") -> None:
        """Show other labels."""
        self._delegate.labels, self._delegate.verdicts = labels, verdicts
        self.pictures.set_rows([
            Thumbnail(one.doubt.path, f"{one.doubt.given} → {one.doubt.suggested}", one.doubt.relative)
            for one in labels])

    def set_verdicts(self, verdicts: "Sequence[tuple[Verdict, str]]") -> None:
        """Show what is decided now."""
        self._delegate.verdicts = verdicts
        self.viewport().update()
