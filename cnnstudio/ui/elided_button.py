"""A button that gives way: what does not fit of its text is replaced by dots, and the whole leads its tool tip."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QToolTip, QWidget

from cnnstudio.ui.cards import plain_tip

_SHORTEST_PX = 60


def led_tip(text: str, tip: str) -> str:
    """Return a tool tip with ``text``, which is not seen whole, before what the tip says anyway."""
    whole, told = plain_tip(text).removesuffix("</qt>"), tip.removeprefix("<qt>").removesuffix("</qt>")
    return f"{whole}<br>{told}</qt>" if told else f"{whole}</qt>"


class ElidedButton(QPushButton):
    """A push button that asks for the room of its whole text and is content with less."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show ``text``, whole or elided."""
        self._whole = text
        super().setText(text)
        self.updateGeometry()
        self._fit()

    def text(self) -> str:
        """Return the whole text."""
        return self._whole

    @property
    def is_elided(self) -> bool:
        """Whether a part of the text is left out."""
        return super().text() != self._whole

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room of the whole text."""
        lacking = self._width_of(self._whole) - self._width_of(super().text())
        return super().sizeHint() + QSize(max(0, lacking), 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a width that every layout can grant."""
        return QSize(_SHORTEST_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show as much of the text as there is room for now."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Lead the tool tip with the text where a part of it is not seen."""
        if event.type() == QEvent.Type.ToolTip and self.is_elided and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), led_tip(self._whole.replace("&&", "&"), self.toolTip()), self)
            return True
        return super().event(event)

    def _fit(self) -> None:
        around = super().sizeHint().width() - self._width_of(super().text())
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width() - around,
                                              int(Qt.TextFlag.TextShowMnemonic))
        if shown != super().text():
            super().setText(shown)

    def _width_of(self, text: str) -> int:
        return self.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), text).width()
