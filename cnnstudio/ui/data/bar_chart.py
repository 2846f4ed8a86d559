"""A small chart of bars, each of one or more pieces, that can be read and chosen by mouse and by keyboard."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.cards import described, plain_tip
from cnnstudio.ui.theme import CAPTION_PX, font, theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEAD_PX, _FOOT_PX = 18, 16
_SMALLEST_BAR_PX = 2.0
"""A bar of one image among thousands is still seen."""
_WIDEST_BAR_PX = 44.0
_SQUARE_PX = 7
ALL_PIECES = -1


@dataclass(frozen=True, slots=True, eq=False)
class BarData:
    """What a chart shows.

    Attributes
    ----------
    title : a word or two
    counts : (N, S) numbers of images, N bars of S pieces, the first at the foot
    tokens : S colours
    words : what is said of a bar, by its number
    ticks : below the first bar, the middle and the last
    legend : what the pieces are; empty when there is one
    """

    title: str
    counts: "NDArray[np.int64]"
    tokens: tuple[str, ...]
    words: Callable[[int], str]
    ticks: tuple[str, str, str] = ("", "", "")
    legend: tuple[str, ...] = ()

    @property
    def totals(self) -> "NDArray[np.int64]":
        """(N,) images of each bar."""
        return self.counts.sum(axis=1)


_NOTHING = BarData("", np.zeros((0, 1), np.int64), ("accent",), str)


class BarChart(QWidget):
    """Draws bars; the one under the pointer says its number, a click on it asks for its images."""

    bar_chosen = Signal(int, int)
    """The bar, and the piece under the pointer or `ALL_PIECES`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, name)
        self._data = _NOTHING
        self._totals: NDArray[np.int64] = _NOTHING.totals
        self._largest = 1
        self._current = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    @property
    def data(self) -> BarData:
        """What is shown."""
        return self._data

    def set_data(self, data: BarData) -> None:
        """Show ``data``."""
        self._data, self._totals, self._current = data, data.totals, -1
        self._largest = max(1, int(self._totals.max(initial=1)))
        self.setAccessibleName(data.title)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a chart beside others."""
        return QSize(180, 78)

    # where things are

    def _plot(self) -> QRectF:
        return QRectF(0, _HEAD_PX, self.width(), max(1, self.height() - _HEAD_PX - _FOOT_PX))

    def bar_at(self, x: float) -> int:
        """Return the bar above or below a place, or -1."""
        count = len(self._data.counts)
        bar = int(np.floor(x * count / max(1, self.width()))) if count else -1
        return bar if 0 <= bar < count else -1

    def bar_rect(self, bar: int) -> QRectF:
        """Return where a bar is drawn."""
        plot, count = self._plot(), len(self._data.counts)
        room = plot.width() / count
        width = min(_WIDEST_BAR_PX, max(1.0, room - 2 if room > 4 else room))
        height = self._height(int(self._totals[bar]))
        return QRectF(plot.left() + room * (bar + 0.5) - width / 2, plot.bottom() - height, width, height)

    def _height(self, total: int) -> float:
        return max(_SMALLEST_BAR_PX, self._plot().height() * total / self._largest) if total else 0.0

    def _pieces(self, bar: int) -> list[QRectF]:
        """Return where the pieces of a bar are, the first at the foot."""
        rect, counts = self.bar_rect(bar), self._data.counts[bar]
        shares = np.concatenate([[0.0], np.cumsum(counts) / max(1, int(counts.sum()))])
        return [QRectF(rect.left(), rect.bottom() - rect.height() * shares[number + 1], rect.width(),
                       rect.height() * (shares[number + 1] - shares[number])) for number in range(len(counts))]

    def _piece_at(self, bar: int, point: QPointF) -> int:
        pieces = self._pieces(bar)
        return next((number for number, piece in enumerate(pieces) if piece.top() <= point.y() < piece.bottom()),
                    ALL_PIECES)

    # choosing

    def _set_current(self, bar: int) -> None:
        if bar != self._current:
            self._current = bar
            words = self._data.words(bar) if bar >= 0 else ""
            self.setToolTip(plain_tip(words))
            self.setAccessibleDescription(words)
            self.update()

    def _choose(self, bar: int, piece: int) -> None:
        if bar >= 0 and self._totals[bar]:
            self.bar_chosen.emit(bar, piece)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Say what the bar under the pointer is."""
        bar = self.bar_at(event.position().x())
        self._set_current(bar)
        has_images = bar >= 0 and bool(self._totals[bar])
        self.setCursor(Qt.CursorShape.PointingHandCursor if has_images else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Say nothing of single bars any more."""
        self._set_current(-1)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ask for the images of a bar."""
        bar = self.bar_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and bar >= 0:
            self._choose(bar, self._piece_at(bar, event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go from bar to bar with the arrow keys; Return shows the images."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and len(self._data.counts):
            self._set_current(min(max(self._current + steps[Qt.Key(event.key())], 0), len(self._data.counts) - 1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._current, ALL_PIECES)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Say nothing of single bars any more."""
        self._set_current(-1)
        super().focusOutEvent(event)

    # drawing

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw head, bars and ticks."""
        painter = QPainter(self)
        painter.setFont(font(CAPTION_PX))
        self._draw_head(painter)
        plot = self._plot()
        painter.setPen(QPen(theme().color("line"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        for bar in self._drawn_bars():
            self._draw_bar(painter, bar)
        self._draw_ticks(painter)
        if self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _drawn_bars(self) -> list[int]:
        """Return the bars to draw: of thousands, the highest in each column of pixels."""
        count, width = len(self._totals), max(1, self.width())
        if count <= width:
            return list(range(count))
        columns = np.arange(count) * width // count
        order = np.lexsort((self._totals, columns))
        highest = order[np.flatnonzero(np.diff(columns[order], append=width))]
        return [int(bar) for bar in highest]

    def _draw_head(self, painter: QPainter) -> None:
        line = QRect(0, 0, self.width(), _HEAD_PX - 2)
        painter.setPen(theme().color("text"))
        said = self._data.words(self._current) if self._current >= 0 else self._data.title
        elided = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), elided)
        if self._current < 0:
            self._draw_legend(painter, painter.fontMetrics().horizontalAdvance(self._data.title) + 12)

    def _draw_legend(self, painter: QPainter, left: int) -> None:
        for name, token in zip(self._data.legend, self._data.tokens, strict=False):
            width = painter.fontMetrics().horizontalAdvance(name) + _SQUARE_PX + 4
            if left + width > self.width():
                return
            painter.fillRect(QRect(left, 5, _SQUARE_PX, _SQUARE_PX), theme().color(token))
            painter.setPen(theme().color("quiet"))
            painter.drawText(QRect(left + _SQUARE_PX + 4, 0, width, _HEAD_PX - 2),
                             int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
            left += width + 8

    def _draw_bar(self, painter: QPainter, bar: int) -> None:
        if bar == self._current:
            plot = self._plot()
            room = plot.width() / len(self._data.counts)
            painter.fillRect(QRectF(room * bar, plot.top(), room, plot.height()), theme().color("selection"))
        if not self._totals[bar]:
            return
        for piece, token in zip(self._pieces(bar), self._data.tokens, strict=True):
            painter.fillRect(piece, theme().color(token))

    def _draw_ticks(self, painter: QPainter) -> None:
        painter.setPen(theme().color("quiet"))
        line = QRect(0, self.height() - _FOOT_PX + 1, self.width(), _FOOT_PX - 1)
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        for text, side in zip(self._data.ticks, sides, strict=True):
            elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, line.width() * 2 // 5)
            painter.drawText(line, int(side | Qt.AlignmentFlag.AlignTop), elided)
