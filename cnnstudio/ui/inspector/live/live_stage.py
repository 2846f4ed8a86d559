"""Where the live window shows its picture, or why there is none and what to do; and the choice of what it looks at."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.elided_button import ElidedButton
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.inspector.image_input import VIDEO_FILE_FILTER

CAMERAS = 4
"""So many are offered: the system's own list is not to be had without a part of Qt that the program does not need."""
_WORDS_PX = 420


class BigPicture(QWidget):
    """One picture, as large as there is room, its proportions kept; a small one keeps sharp pixels."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setMinimumSize(320, 240)

    def show_pixels(self, pixels: np.ndarray) -> None:
        """Show (H, W, 3) uint8 RGB."""
        self.image = to_qimage(pixels)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture in the middle."""
        if self.image.isNull():
            return
        size: QSize = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        corner = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
        painter = QPainter(self)
        is_small = self.image.width() * 4 < size.width()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=not is_small)
        painter.drawImage(QRect(corner, size), self.image)
        painter.end()


class LiveStage(QStackedWidget):
    """The picture, or words in its place."""

    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = BigPicture()
        self.words = label("", name="live_words", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setMaximumWidth(_WORDS_PX)
        self.again = described(QPushButton(self.tr("Try again")), "live_again", self.tr("Try again"))
        self.again.setProperty("primary", True)
        self.again.clicked.connect(self.again_requested)
        instead = QWidget()
        column = QVBoxLayout(instead)
        column.setSpacing(16)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.words, 1000)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        for page in (self.picture, instead):
            self.addWidget(page)

    def show_pixels(self, pixels: np.ndarray) -> None:
        """Show (H, W, 3) uint8 RGB."""
        self.picture.show_pixels(pixels)
        self.setCurrentIndex(0)

    def show_words(self, text: str, *, can_repeat: bool) -> None:
        """Say why there is no picture; ``can_repeat`` offers to look again."""
        self.words.setText(text)
        self.again.setVisible(can_repeat)
        self.setCurrentIndex(1)


class SourceButton(QWidget):
    """What is looked at: one of the cameras, or a video file.

    Parameters
    ----------
    source : number of a camera, 0 for the first, or a video file
    """

    chosen = Signal(object)
    """A source."""

    def __init__(self, source: int | Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = described(ElidedButton(), "live_source", self.tr("What is looked at"))
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        for number in range(CAMERAS):
            action = self._group.addAction(QAction(self._title(number), self._menu, checkable=True))
            action.setData(number)
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Video file…"), self.ask_for_video)
        self._button.setMenu(self._menu)
        self._group.triggered.connect(lambda action: self._choose(action.data()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        self.show_source(source)

    def show_source(self, source: int | Path) -> None:
        """Name what is looked at."""
        self._button.setText(self._title(source).replace("&", "&&"))
        for action in self._group.actions():
            action.setChecked(action.data() == source)

    def ask_for_video(self) -> None:
        """Let the user choose a video file."""
        found, _ = QFileDialog.getOpenFileName(self, self.tr("Video to look at"), str(Path.home()),
                                               self.tr("Videos ({patterns});;All files (*)").format(
                                                   patterns=VIDEO_FILE_FILTER))
        if found:
            self._choose(Path(found))

    def _choose(self, source: int | Path) -> None:
        self.show_source(source)
        self.chosen.emit(source)

    def _title(self, source: int | Path) -> str:
        if isinstance(source, Path):
            return source.name
        return self.tr("Camera {number}").format(number=source + 1)
