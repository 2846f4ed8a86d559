"""A row of buttons, one a channel: its part of the cell, and the images that excite it most."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label, plain_tip
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.inspector.maps.top_images_card import TopPicture, draw

SIDE_PX, PICTURES = 38, 2
_GAP_PX, _AROUND_PX = 2, 18


@dataclass(frozen=True, slots=True)
class ChannelPart:
    """A channel (from 0) and what it gives, in words."""

    channel: int
    words: str


class ChannelChips(QWidget):
    """Hidden until a cell is kept; what it shows comes from `Probe`."""

    channel_requested = Signal(int)
    search_requested = Signal()
    let_go_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("channel_chips")
        self._title = label("", "caption", name="chips_title")
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._chips: dict[int, QToolButton] = {}
        self._note = ElidedLabel("", "caption", name="chips_note")
        self.search = described(QPushButton(self.tr("Find their images")), "chips_search", self.tr(
            "Find the images that excite these channels"), self.tr(
            "Looks at the validation images for those that excite each channel of this layer most."))
        close = described(QPushButton(), "chips_close", self.tr("Let go of the cell"))
        close.setProperty("flat", True)
        set_icon(close, "close", "quiet", size_px=16)
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget, stretch in ((self._title, 0), (self._note, 1), (self.search, 0), (close, 0)):
            head.addWidget(widget, stretch)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addLayout(self._row)
        self.search.clicked.connect(self.search_requested)
        close.clicked.connect(self.let_go_requested)
        self.hide()

    def show_parts(self, title: str, parts: Sequence[ChannelPart], *, can_open: bool) -> None:
        """Show one button a channel; ``can_open`` says whether the *Feature maps* tab knows the layer."""
        self._title.setText(title)
        for chip in self._chips.values():
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = {part.channel: self._chip(part, can_open=can_open) for part in parts}
        for place, chip in enumerate(self._chips.values()):
            self._row.insertWidget(place, chip)
        self.show()

    def _chip(self, part: ChannelPart, *, can_open: bool) -> QToolButton:
        tip = self.tr("Channel {number}: {part}. Click to see its map and the images that excite it.").format(
            number=part.channel + 1, part=part.words)
        chip = described(QToolButton(), f"channel_chip_{part.channel}", tip, plain_tip(tip))
        chip.setText(f"{part.channel + 1}: {part.words}")
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        chip.setIconSize(QSize(PICTURES * SIDE_PX + _GAP_PX, SIDE_PX))
        text_px = chip.fontMetrics().horizontalAdvance(chip.text())
        chip.setMinimumWidth(max(chip.iconSize().width(), text_px) + _AROUND_PX)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setEnabled(can_open)
        chip.clicked.connect(lambda: self.channel_requested.emit(part.channel))
        return chip

    def show_pictures(self, channel: int, pictures: Sequence[TopPicture]) -> None:
        """Show the strongest images of a channel in its button."""
        chip = self._chips.get(channel)
        if chip is None or not pictures:
            return
        canvas = QPixmap(PICTURES * SIDE_PX + _GAP_PX, SIDE_PX)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        for place, picture in enumerate(pictures[:PICTURES]):
            painter.drawPixmap(QRect(place * (SIDE_PX + _GAP_PX), 0, SIDE_PX, SIDE_PX), draw(picture, SIDE_PX))
        painter.end()
        chip.setIcon(QIcon(canvas))

    def say(self, text: str, *, can_search: bool) -> None:
        """Say how far the search is, or why there is none."""
        self._note.setText(text)
        self.search.setVisible(can_search)

    @property
    def channels(self) -> tuple[int, ...]:
        """The channels on show, the largest part first."""
        return tuple(self._chips)

    def chip(self, channel: int) -> QToolButton:
        """Return the button of a channel."""
        return self._chips[channel]

    @property
    def texts(self) -> tuple[str, str]:
        """What is said before and behind the buttons."""
        return self._title.text(), self._note.text()
