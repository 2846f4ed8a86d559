"""The images a card or a suspicion is about, as pictures; one leads to the heatmap."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.images import Thumbnail, ThumbnailModel
from cnnstudio.ui.thumbnail_view import ThumbnailView

_SIDE_PX, _HEIGHT_PX = 88, 176


class Gallery(QFrame):
    """Hidden until images are asked for; Return or a double click opens one in the heatmap."""

    image_requested = Signal(object)
    """A `Path` to be opened in the heatmap."""
    list_requested = Signal(object)
    """All paths, to be listed beside the heatmap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "audit_gallery", self.tr("Images"))
        self.setProperty("card", True)
        self.setFixedHeight(_HEIGHT_PX)
        self._title = label("", "subheading", name="gallery_title")
        self.model = ThumbnailModel(self, side_px=_SIDE_PX)
        self.view = described(ThumbnailView(side_px=_SIDE_PX), "gallery_view", self.tr("Images"),
                              "")
        self.view.setModel(self.model)
        self.view.image_activated.connect(self._on_activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 4, 4)
        column.setSpacing(4)
        column.addLayout(self._head())
        column.addWidget(self.view, 1)
        self.hide()

    def _head(self) -> QHBoxLayout:
        self._open = self._button("gallery_open", self.tr("Open in the heatmap"),
                                  self.tr("Open the chosen image in the heatmap"), self._open_current)
        self._list = self._button("gallery_list", self.tr("List beside the heatmap"),
                                  self.tr("List only these images beside the heatmap"), self._list_all)
        close = described(QToolButton(), "gallery_close", self.tr("Hide the images"), self.tr("Hide the images"))
        set_icon(close, "close", "quiet", size_px=16)
        close.clicked.connect(self.hide)
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._open)
        row.addWidget(self._list)
        row.addWidget(close)
        return row

    @staticmethod
    def _button(name: str, text: str, spoken: str, receiver: Callable[[], None]) -> QPushButton:
        button = described(QPushButton(text), name, spoken)
        button.setProperty("segment", True)
        button.clicked.connect(receiver)
        return button

    def show_images(self, title: str, paths: Sequence[Path], class_names: Sequence[str]) -> None:
        """Show ``paths`` under a title; each is called by its name and class."""
        self._title.setText(self.tr("{title} ({count} images)").format(title=title, count=f"{len(paths):,}"))
        self.model.set_rows([Thumbnail(path, tooltip=f"{path.name}: {name}")
                             for path, name in zip(paths, class_names, strict=True)])
        self.show()
        if paths:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def _list_all(self) -> None:
        self.list_requested.emit([self.model.row(place).path for place in range(self.model.rowCount())])

    def _open_current(self) -> None:
        self._on_activated(self.view.currentIndex())

    def _on_activated(self, index: QModelIndex) -> None:
        path = self.model.path(index)
        if path is not None:
            self.image_requested.emit(path)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """End the decoding threads while nobody looks."""
        self.model.close()
        super().hideEvent(event)
