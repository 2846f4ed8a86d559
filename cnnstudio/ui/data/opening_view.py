"""What the page shows while a folder is listed: its first images, and how many files were found."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.images import ThumbnailModel
from cnnstudio.ui.thumbnail_view import ThumbnailView


class OpeningView(QWidget):
    """Thumbnails to look at while the listing goes on."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opening")
        self._name = ""
        self._text = label("", "heading", name="opening_text", wrap=True)
        self._bar = described(QProgressBar(), "opening_progress", self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        cancel = described(QPushButton(self.tr("Cancel")), "opening_cancel", self.tr("Stop looking through the folder"))
        cancel.clicked.connect(self.cancel_requested)
        self.model = ThumbnailModel(self)
        self.grid = described(ThumbnailView(), "opening_grid", self.tr("First images"))
        self.grid.setModel(self.model)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self._text, 1)
        line.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(line)
        column.addWidget(self._bar)
        column.addWidget(self.grid, 1)

    def begin(self, name: str) -> None:
        """Start with a folder of this name."""
        self._name = name
        self.model.set_rows(())
        self.set_found(0)

    def set_found(self, found: int) -> None:
        """Say how many files were found by now."""
        text = self.tr("Looking through {name}: {found} found") if found else self.tr("Looking through {name}…")
        self._text.setText(text.format(name=self._name, found=f"{found:,}"))

    def show_images(self, paths: Sequence[Path], found: int) -> None:
        """Show the images found first."""
        self.model.set_files(paths)
        self.set_found(found)

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()
