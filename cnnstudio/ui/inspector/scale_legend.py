"""The scale of a heatmap: its colours with the raw numbers they stand for."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.theme import CAPTION_PX, font, theme


class ScaleLegend(QWidget):
    """A bar of colours from 0 to the peak, with the numbers in units of the raw map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scale_legend")
        self.setAccessibleName(self.tr("Scale of the heatmap"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._ramp: QImage | None = None
        self._peak_text = ""
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for a bar and a row of numbers."""
        return QSize(180, 32)

    def show_scale(self, colors: np.ndarray, peak_text: str) -> None:
        """Show ``colors`` (n, 3) and what the last one stands for."""
        self._ramp, self._peak_text = to_qimage(colors[None]), peak_text
        self.setToolTip(self.tr("Raw evidence for the class: from 0 to {peak}, the strongest place in this image. "
                                "Colours of two images can only be compared through this number.").format(
            peak=peak_text))
        self.setAccessibleDescription(self.toolTip())
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._ramp = None
        self.update()

    @property
    def peak_text(self) -> str:
        """The number at the end of the scale."""
        return self._peak_text if self._ramp is not None else ""

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
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(row, Qt.AlignmentFlag.AlignRight, self.tr("peak {peak}").format(peak=self._peak_text))
