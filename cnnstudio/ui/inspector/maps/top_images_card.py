"""The images that excite a channel most, cut out where they do, with the part that reaches that place outlined."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from cnnstudio.explain.seen_pixels import Area
from cnnstudio.ui.cards import described, label, plain_tip
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.inspector.value_scale import number_text
from cnnstudio.ui.theme import theme

_SIDES_PX = (56, 160)
_ROOM_PX = (14, 30)
"""What a picture takes besides its side, across and down."""
_COUNT = 9
_AROUND = 2
"""The cut-out is so many times as large as the part that is outlined."""
_LEAST_CUT_PX = 24


@dataclass(frozen=True, slots=True, eq=False)
class TopPicture:
    """One image; ``pixels`` is None where its file cannot be read any more."""

    path: Path
    value: float
    area: Area
    pixels: np.ndarray | None


def cut(area: Area, height: int, width: int) -> tuple[int, int, int, int]:
    """Return top, left, bottom and right of a square about an area, inside an image; the ends do not belong to it."""
    side = max(_LEAST_CUT_PX, *(_AROUND * (span[1] - span[0] + 1) for span in area))
    spans = []
    for span, length in zip(area, (height, width), strict=True):
        extent = min(side, length)
        start = min(max((span[0] + span[1] + 1 - extent) // 2, 0), length - extent)
        spans.append((start, start + extent))
    return spans[0][0], spans[1][0], spans[0][1], spans[1][1]


def side_for(width: int, height: int) -> int:
    """Return the largest side at which nine pictures fit a place, within limits."""
    best = _SIDES_PX[0]
    for columns in range(1, _COUNT + 1):
        rows = -(-_COUNT // columns)
        best = max(best, min(width // columns - _ROOM_PX[0], height // rows - _ROOM_PX[1]))
    return min(best, _SIDES_PX[1])


def draw(picture: TopPicture, side: int) -> QPixmap:
    """Return the cut-out with its outline, a square of ``side`` pixels."""
    pixmap = QPixmap(side, side)
    pixmap.fill(theme().color("window"))
    if picture.pixels is None:
        return pixmap
    top, left, bottom, right = cut(picture.area, *picture.pixels.shape[:2])
    image = to_qimage(picture.pixels[top:bottom, left:right])
    factor = side / max(bottom - top, right - left)
    target = QRectF((side - image.width() * factor) / 2, (side - image.height() * factor) / 2,
                    image.width() * factor, image.height() * factor)
    painter = QPainter(pixmap)
    painter.drawImage(target, image)
    (first_row, last_row), (first_column, last_column) = picture.area
    box = QRectF(target.x() + (first_column - left) * factor, target.y() + (first_row - top) * factor,
                 (last_column - first_column + 1) * factor, (last_row - first_row + 1) * factor)
    for token, width in (("surface", 4), ("accent", 2)):
        painter.setPen(QPen(theme().color(token), width))
        painter.drawRect(box.intersected(QRectF(1, 1, side - 2, side - 2)))
    painter.end()
    return pixmap


class TopImagesCard(QFrame):
    """A button that looks for them, then up to nine pictures."""

    image_requested = Signal(object)
    """The path of an image that was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_images_card")
        self.setProperty("card", True)
        self._pictures: tuple[TopPicture, ...] = ()
        self.list = self._make_list()
        self.find_button = described(QPushButton(self.tr("Find")), "find_top_images", self.tr("Find the images"),
                              self.tr("Runs the validation images through the network up to this layer."))
        self.cancel_button = described(QPushButton(self.tr("Cancel")), "cancel_top_images", self.tr("Cancel"))
        self._text = label("", "caption", name="top_images_text", wrap=True)
        self._build()
        self.say_idle()
        theme().changed.connect(self._redraw)

    def _make_list(self) -> QListWidget:
        view = described(QListWidget(), "top_images", self.tr("Images that excite the channel most"))
        view.setViewMode(QListWidget.ViewMode.IconMode)
        view.setMovement(QListWidget.Movement.Static)
        view.setResizeMode(QListWidget.ResizeMode.Adjust)
        view.installEventFilter(self)
        view.setUniformItemSizes(True)
        view.setSpacing(2)
        view.setProperty("bare", True)
        view.itemClicked.connect(self._on_chosen)
        view.itemActivated.connect(self._on_chosen)
        return view

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(label(self.tr("What excites it most"), "subheading"), 1)
        row.addWidget(self.find_button)
        row.addWidget(self.cancel_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self._text)

    def show_pictures(self, pictures: Sequence[TopPicture], text: str) -> None:
        """Show the pictures, the strongest first, and say what was looked at."""
        self._pictures = tuple(pictures)
        self.find_button.hide()
        self.cancel_button.hide()
        self._text.setText(text)
        self._redraw()

    def _redraw(self) -> None:
        side = side_for(self.list.width(), self.list.height())
        self.list.setIconSize(QSize(side, side))
        self.list.clear()
        for number, picture in enumerate(self._pictures):
            item = QListWidgetItem(QIcon(draw(picture, side)), number_text(picture.value))
            item.setData(Qt.ItemDataRole.UserRole, number)
            told = self.tr("{name}: {value}; a click shows it in the Heatmap tab").format(
                name=picture.path.name, value=number_text(picture.value, 4))
            item.setToolTip(plain_tip(told))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.list.addItem(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Draw the pictures anew when there is more or less room."""
        if event.type() == QEvent.Type.Resize and self._pictures:
            self._redraw()
        return super().eventFilter(watched, event)

    def say_idle(self, reason: str = "") -> None:
        """Offer to look; or say why there is nothing to look at."""
        self._pictures = ()
        self.list.clear()
        self.find_button.setVisible(not reason)
        self.cancel_button.hide()
        self._text.setText(reason or self.tr(
            "Find runs the validation images of the open folder through the network, once for all channels."))

    def say_progress(self, text: str) -> None:
        """Say how far the search is."""
        self.find_button.hide()
        self.cancel_button.show()
        self._text.setText(text)

    @property
    def text(self) -> str:
        """What is said below the pictures."""
        return self._text.text()

    @property
    def pictures(self) -> tuple[TopPicture, ...]:
        """What is shown."""
        return self._pictures

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.image_requested.emit(self._pictures[item.data(Qt.ItemDataRole.UserRole)].path)
