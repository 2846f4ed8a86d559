"""The scale of a map: its colours with the raw numbers they stand for."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.explain.heatmap import number
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.theme import CAPTION_PX, font, theme


class ScaleLegend(QWidget):
    """A bar of colours with its two ends in units of the raw map, and the map's own peak where that is another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scale_legend")
        self.setAccessibleName(self.tr("Scale of the heatmap"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._ramp: QImage | None = None
        self._texts = ("", "", "")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for a bar and a row of numbers."""
        return QSize(200, 32)

    def show_scale(self, colors: np.ndarray, low: float, high: float, peak: float) -> None:
        """Show ``colors`` (n, 3) from ``low`` to ``high``, and the strongest value of this map."""
        self._ramp = to_qimage(colors[None])
        own = abs(peak) == max(abs(low), abs(high))
        words = self.tr("peak {peak}").format(peak=number(peak))
        self._texts = (number(low).replace("-", "−"), "" if own else words, words if own else number(high))
        self.setToolTip(self.tr("Raw evidence: the last colour stands for {high}, the strongest place of this map has "
                                "{peak}. Colours of two images can only be compared through these numbers, or with "
                                "one scale for both.").format(high=number(high), peak=number(peak)))
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def say(self, low: str, high: str) -> None:
        """Write words in the place of the two ends' numbers."""
        self._texts = (low, "", high)
        self.setToolTip(self.tr("Every map is scaled to its own strongest place."))
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._ramp = None
        self.update()

    @property
    def texts(self) -> tuple[str, str, str]:
        """What is written at the left end, in the middle and at the right end."""
        return self._texts if self._ramp is not None else ("", "", "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the bar and the numbers."""
        if self._ramp is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        bar = QRectF(0.5, 2.5, self.width() - 1, 10)
        painter.drawImage(bar, self._ramp)
        painter.setPen(theme().color("strong_line"))
        painter.drawRect(bar)
        painter.setFont(font(CAPTION_PX))
        painter.setPen(theme().color("quiet"))
        row = QRectF(0, 15, self.width(), 16)
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight)
        for side, text in zip(sides, self._texts, strict=True):
            painter.drawText(row, side, text)
