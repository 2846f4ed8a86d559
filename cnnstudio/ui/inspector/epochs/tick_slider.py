"""A slider that shows a tick at each of its values, which the style sheet's sliders do not."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider

from cnnstudio.ui.theme import theme

_TICK_PX = 4
_MOST_TICKS = 250
"""More would be a line."""


class TickSlider(QSlider):
    """Horizontal."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setPageStep(1)

    def tick_x(self, value: int) -> float:
        """Return where the middle of the handle is at a value, in pixels from the left."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, self).width()
        start = QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), value, self.width() - handle)
        return start + handle / 2

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Paint the ticks below the groove, then the slider."""
        if 0 < self.maximum() - self.minimum() <= _MOST_TICKS:
            painter = QPainter(self)
            painter.setPen(QPen(theme().color("strong_line"), 1))
            for value in range(self.minimum(), self.maximum() + 1):
                x = self.tick_x(value)
                painter.drawLine(QPointF(x, self.height() - _TICK_PX), QPointF(x, self.height() - 1))
            painter.end()
        super().paintEvent(event)
