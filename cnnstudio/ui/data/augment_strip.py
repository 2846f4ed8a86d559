"""Eight ways in which training would see the selected image, always up to date."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.ui.cards import label
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.images import fitted, to_qimage
from cnnstudio.ui.theme import theme
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.workers import JobRunner, LazyJob
from cnnstudio.workspace.jobs import Job

if TYPE_CHECKING:
    from cnnstudio.workspace.augment_preview_job import AugmentPreviewReady

SLOT = "augment preview"
COUNT = 8
_COLUMNS = 4
_GAP_PX = 6
_INTERVAL_MS = 150
_Wish = tuple[Path, PreprocessConfig, AugmentConfig, int]


class _Tiles(QWidget):
    """Pictures in two rows of four squares."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.images: tuple[QImage, ...] = ()
        self._scaled: dict[tuple[int, int], QImage] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setObjectName("augmented_images")
        theme().changed.connect(self.update)

    def set_images(self, images: tuple[QImage, ...]) -> None:
        """Show up to `COUNT` images."""
        self.images = images
        self._scaled.clear()
        self.update()

    def _side(self, width: int) -> int:
        return (width - _GAP_PX * (_COLUMNS - 1)) // _COLUMNS

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return true: the tiles are squares."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of two rows."""
        return 2 * self._side(width) + _GAP_PX

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size for a panel of 300 pixels."""
        return QSize(280, self.heightForWidth(280))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Draw the tiles; empty places are grounds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        side = self._side(self.width())
        for number in range(COUNT):
            row, column = divmod(number, _COLUMNS)
            tile = QRect(column * (side + _GAP_PX), row * (side + _GAP_PX), side, side)
            painter.fillRect(tile, theme().color("hover"))
            if number < len(self.images):
                image = self._fitted(number, round(side * self.devicePixelRatioF()))
                place = QRect(0, 0, round(image.width() / self.devicePixelRatioF()),
                              round(image.height() / self.devicePixelRatioF()))
                place.moveCenter(tile.center())
                painter.drawImage(place, image)
        painter.end()

    def _fitted(self, number: int, side: int) -> QImage:
        if (number, side) not in self._scaled:
            self._scaled[number, side] = fitted(self.images[number], side)
        return self._scaled[number, side]


class AugmentStrip(QWidget):
    """Asks for new versions whenever image or settings change, at most a few times a second."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._seed = 0
        self._wish: _Wish | None = None
        self._throttle = Throttle(_INTERVAL_MS, self._start, self)
        self._tiles = _Tiles(self)
        self._caption = ElidedLabel("", "caption", name="augment_caption", where=Qt.TextElideMode.ElideMiddle)
        dice = QToolButton(self)
        dice.setObjectName("augment_dice")
        dice.setAccessibleName(self.tr("Other random numbers"))
        dice.setToolTip(self.tr("Other random numbers"))
        set_icon(dice, "dice", "quiet", size_px=18)
        dice.clicked.connect(self.roll)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("As training sees it"), "subheading"), 1)
        head.addWidget(dice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._tiles)
        layout.addWidget(self._caption)
        self.set_wish(None, PreprocessConfig(), AugmentConfig())

    @property
    def images(self) -> tuple[QImage, ...]:
        """The versions shown."""
        return self._tiles.images

    def set_wish(self, path: Path | None, preprocess: PreprocessConfig, augment: AugmentConfig) -> None:
        """Show ``path`` under these settings; None empties the strip."""
        if path is None:
            self._wish = None
            self._throttle.clear()
            self._tiles.set_images(())
            self._caption.setText(self.tr("Select an image"))
            return
        wish = (path, preprocess, augment, self._seed)
        if wish != self._wish:
            self._wish = wish
            if not self._tiles.images:
                self._caption.setText(self.tr("Drawing…"))
            self._throttle.push(wish)

    def roll(self) -> None:
        """Take other random numbers."""
        self._seed += 1
        if self._wish is not None:
            path, preprocess, augment, _ = self._wish
            self.set_wish(path, preprocess, augment)

    def _start(self, wish: _Wish) -> None:
        self._jobs.start(LazyJob(self.tr("Drawing augmented images"), lambda: _job(wish)), slot=SLOT,
                         on_event=self._on_event, on_failed=self._on_failed, quiet=True)

    def _on_event(self, event: "AugmentPreviewReady") -> None:
        if self._wish is None:
            return
        self._tiles.set_images(tuple(to_qimage(version) for version in event.versions))
        height, width, channels = event.input_pixels.shape
        text = self.tr("{name}: {source_w} × {source_h} becomes {width} × {height} × {channels}")
        self._caption.setText(text.format(name=event.path.name, source_w=event.source_w, source_h=event.source_h,
                                          width=width, height=height, channels=channels))

    def _on_failed(self, message: str, _details: str) -> None:
        self._tiles.set_images(())
        self._caption.setText(message)


def _job(wish: _Wish) -> Job:
    from cnnstudio.workspace.augment_preview_job import AugmentPreviewJob

    path, preprocess, augment, seed = wish
    return AugmentPreviewJob(path, preprocess, augment, seed=seed, count=COUNT)
