"""Accuracy as a dot with its interval on a line from 0 to 100 %, with the majority-class baseline marked."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.theme import CAPTION_PX, font, theme


def percent(share: float) -> str:
    """Return a share as people read it: 0.935 -> ``"93.5 %"``."""
    return f"{100 * share:.1f} %"


class AccuracyBar(QWidget):
    """A line from 0 to 100 %; band = 95 % interval, dot = accuracy, tick with a word = baseline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accuracy_bar")
        self.setAccessibleName(self.tr("Accuracy with its interval and the baseline"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._accuracy, self._low, self._high, self._baseline = 0.0, 0.0, 0.0, 0.0
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the line and one row of words."""
        return QSize(240, 40)

    def set_values(self, accuracy: float, interval: tuple[float, float], baseline: float) -> None:
        """Show shares from 0 to 1."""
        self._accuracy, self._baseline = accuracy, baseline
        self._low, self._high = interval
        self.setToolTip(self.tr("Dot: accuracy {accuracy}. Band: the true accuracy lies here with 95 % certainty. "
                                "Tick: always guessing the most frequent class scores {baseline}.").format(
            accuracy=percent(accuracy), baseline=percent(baseline)))
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint line, band, tick and dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right, middle = 6.0, self.width() - 6.0, 12.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("line"))
        painter.drawRoundedRect(QRectF(left, middle - 2, right - left, 4), 2, 2)
        band = theme().color("accent")
        band.setAlphaF(0.35)
        painter.setBrush(band)
        x_low, x_high = (left + share * (right - left) for share in (self._low, self._high))
        painter.drawRoundedRect(QRectF(x_low, middle - 6, max(2.0, x_high - x_low), 12), 3, 3)
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(QPointF(left + self._accuracy * (right - left), middle), 4, 4)
        self._paint_baseline(painter, left + self._baseline * (right - left), middle)

    def _paint_baseline(self, painter: QPainter, x: float, middle: float) -> None:
        painter.setPen(QPen(theme().color("quiet"), 2))
        painter.drawLine(QPointF(x, middle - 7), QPointF(x, middle + 9))
        painter.setFont(font(CAPTION_PX))
        text = self.tr("guessing {share}").format(share=percent(self._baseline))
        width = painter.fontMetrics().horizontalAdvance(text)
        start = min(max(0.0, x - width / 2), self.width() - width)
        painter.drawText(QPointF(start, middle + 24), text)
