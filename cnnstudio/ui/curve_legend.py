"""A legend to click: which runs there are, by letter, line and name, and which of them are drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.many_curves import curve_pen
from cnnstudio.ui.theme import theme

_LINE_PX, _GAP_PX, _ROW_PX = 30, 8, 24


class LegendEntry(QToolButton):
    """A piece of a run's line and its name; pressed while its curves are drawn."""

    def __init__(self, owner: int, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.owner = owner
        described(self, f"legend_{owner}", text, self.tr("Click to hide or show its curves"))
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self.update)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return what line and name take."""
        return QSize(_LINE_PX + 2 * _GAP_PX + self.fontMetrics().horizontalAdvance(self.text()), _ROW_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return what the line and some letters take; the rest of a long name is left out."""
        return QSize(_LINE_PX + 80, _ROW_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paint the piece of line and the name; quietly while hidden."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), theme().color("hover"))
        middle = self.height() / 2
        painter.setPen(curve_pen(self.owner, is_faint=not self.isChecked()))
        painter.drawLine(QPointF(2, middle), QPointF(_LINE_PX, middle))
        painter.setPen(theme().color("text" if self.isChecked() else "quiet"))
        room = self.width() - _LINE_PX - 2 * _GAP_PX
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(_LINE_PX + _GAP_PX, 0, room, self.height(), Qt.AlignmentFlag.AlignVCenter, shown)
        if not self.isChecked():
            width = self.fontMetrics().horizontalAdvance(shown)
            painter.drawLine(QPointF(_LINE_PX + _GAP_PX, middle), QPointF(_LINE_PX + _GAP_PX + width, middle))
        painter.end()


class CurveLegend(QWidget):
    """The entries below one another."""

    hidden_changed = Signal(object)
    """The numbers of those that are not drawn, a frozenset."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curve_legend")
        self._entries: list[LegendEntry] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def entries(self) -> tuple[LegendEntry, ...]:
        """The entries from top to bottom."""
        return tuple(self._entries)

    def show_names(self, names: Sequence[str]) -> None:
        """Show runs, numbered from 0, all drawn."""
        for entry in self._entries:
            self._column.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self._entries = [LegendEntry(number, name, self) for number, name in enumerate(names)]
        for entry in self._entries:
            self._column.addWidget(entry)
            entry.toggled.connect(self._on_toggled)

    def _on_toggled(self) -> None:
        self.hidden_changed.emit(frozenset(entry.owner for entry in self._entries if not entry.isChecked()))
