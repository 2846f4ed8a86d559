"""A choice that gives way: what does not fit of its text is replaced by dots, and the whole leads its tool tip."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip

from cnnstudio.ui.elided_button import led_tip


class ElidedChoice(QComboBox):
    """A combo box that cuts its text with dots instead of in the middle of a letter."""

    @property
    def is_elided(self) -> bool:
        """Whether a part of the chosen text is left out."""
        return self._shown(self._option()) != self.currentText()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the box with as much of the text as there is room for."""
        option = self._option()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self._shown(option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Lead the tool tip with the text where a part of it is not seen."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.is_elided:
            QToolTip.showText(event.globalPos(), led_tip(self.currentText(), self.toolTip()), self)
            return True
        return super().event(event)

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _shown(self, option: QStyleOptionComboBox) -> str:
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option,
                                           QStyle.SubControl.SC_ComboBoxEditField, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
