"""The line over the canvas that says what it is compared with and what the marks mean."""
# ruff: noqa: N802 -- Qt's names

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from cnnstudio.network.difference_words import Sign
from cnnstudio.ui import icons
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.editor.difference_session import ComparisonSession
from cnnstudio.ui.editor.difference_signs import sign_icon
from cnnstudio.ui.editor.mini_map import MiniMap
from cnnstudio.ui.editor.view import NetworkView
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.theme import theme

_MARGIN = 12
_SIGNS: tuple[Sign, ...] = ("added", "removed", "changed")


class DifferenceLine(QFrame):
    """Counts by sign, a button that shows the sentences, and one that stops; hidden while nothing is compared."""

    show_requested = Signal()

    def __init__(self, comparison: ComparisonSession, view: NetworkView) -> None:
        super().__init__(view)
        self._comparison, self._view = comparison, view
        self.setObjectName("difference_line")
        self.setProperty("card", True)
        self.words = ElidedLabel()
        self._signs = {sign: QLabel() for sign in _SIGNS}
        self.counts = {sign: label(name=f"{sign}_count") for sign in _SIGNS}
        self._build()
        view.installEventFilter(self)
        comparison.changed.connect(self.refresh)
        theme().changed.connect(self._tint)
        self._tint()
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 4, 4)
        row.setSpacing(6)
        row.addWidget(self.words)
        row.addSpacing(8)
        for sign in _SIGNS:
            row.addWidget(self._signs[sign])
            row.addWidget(self.counts[sign])
            row.addSpacing(4)
        show = described(QPushButton(self.tr("Show")), "show_difference", self.tr("Show what differs"))
        show.setProperty("flat", True)
        show.clicked.connect(self.show_requested)
        stop = described(QToolButton(), "close_difference", self.tr("Stop comparing"), self.tr("Stop comparing"))
        icons.set_icon(stop, "close", size_px=16)
        stop.clicked.connect(self._comparison.stop)
        row.addWidget(show)
        row.addWidget(stop)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the canvas's size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._place()
        return False

    def refresh(self) -> None:
        """Show the newest counts."""
        self.setVisible(self._comparison.is_active)
        if not self._comparison.is_active:
            return
        self.words.setText(self.tr("Compared with {title}").format(title=self._comparison.title))
        for sign, (number, text) in self._numbers().items():
            self.counts[sign].setText(f"{number:,}")
            self.counts[sign].setToolTip(text.format(number=number))
            self.counts[sign].setAccessibleName(text.format(number=number))
        self._place()

    def _numbers(self) -> dict[Sign, tuple[int, str]]:
        """Give how many layers have each sign, and how that is said."""
        found = self._comparison.found
        changed = {sentence.layer for sentence in self._comparison.sentences if sentence.sign == "changed"}
        return {"added": (len(found.added), self.tr("{number} added")),
                "removed": (len(found.removed), self.tr("{number} removed")),
                "changed": (len(changed), self.tr("{number} changed"))}

    def _place(self) -> None:
        area, mini_map = self._view.rect(), self._view.findChild(MiniMap)
        taken = mini_map.width() if mini_map is not None else 0
        self.setMaximumWidth(max(200, area.width() - taken - 3 * _MARGIN))
        self.adjustSize()
        self.move(area.left() + _MARGIN, area.bottom() - self.height() - _MARGIN + 1)

    def _tint(self) -> None:
        for sign, picture in self._signs.items():
            picture.setPixmap(sign_icon(sign, self.devicePixelRatioF()).pixmap(16, 16))
