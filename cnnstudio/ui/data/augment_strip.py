"""Eight ways in which training would see the selected image, always up to date."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.ui.cards import label
from cnnstudio.ui.data.augment_tiles import COUNT, AugmentTiles
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.workers import JobRunner, LazyJob
from cnnstudio.workspace.jobs import Job

if TYPE_CHECKING:
    from cnnstudio.data.folder.image_folder import ImageFolder
    from cnnstudio.workspace.augment_preview_job import AugmentPreviewReady

SLOT = "augment preview"
_INTERVAL_MS = 150


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """What is to be drawn."""

    path: Path
    preprocess: PreprocessConfig
    augment: AugmentConfig
    folder: "ImageFolder | None"
    seed: int

    def is_like(self, other: "_Wish | None") -> bool:
        """Whether the same would be drawn; folders count as the objects they are, for they may be large."""
        return other is not None and self.folder is other.folder and (
            self.path, self.preprocess, self.augment, self.seed) == (
            other.path, other.preprocess, other.augment, other.seed)


class AugmentStrip(QWidget):
    """Asks for new versions whenever image or settings change, at most a few times a second."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._seed = 0
        self._wish: _Wish | None = None
        self._throttle = Throttle(_INTERVAL_MS, self._start, self)
        self._tiles = AugmentTiles(self)
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

    @property
    def captions(self) -> tuple[str, ...]:
        """What the versions show when they are mixed."""
        return self._tiles.captions

    def set_wish(self, path: Path | None, preprocess: PreprocessConfig, augment: AugmentConfig,
                 folder: "ImageFolder | None" = None) -> None:
        """Show ``path`` under these settings, mixed with images of ``folder``; without a path the strip is empty."""
        if path is None:
            self._wish = None
            self._throttle.clear()
            self._tiles.set_images((), ())
            self._caption.setText(self.tr("Select an image"))
            return
        is_mixed = augment.is_on("mixup") or augment.is_on("cutmix")
        self._ask(_Wish(path, preprocess, augment, folder if is_mixed else None, self._seed))

    def roll(self) -> None:
        """Take other random numbers."""
        self._seed += 1
        if self._wish is not None:
            self._ask(replace(self._wish, seed=self._seed))

    def _ask(self, wish: _Wish) -> None:
        if not wish.is_like(self._wish):
            self._wish = wish
            if not self._tiles.images:
                self._caption.setText(self.tr("Drawing…"))
            self._throttle.push(wish)

    def _start(self, wish: _Wish) -> None:
        self._jobs.start(LazyJob(self.tr("Drawing augmented images"), lambda: _job(wish)), slot=SLOT,
                         on_event=self._on_event, on_failed=self._on_failed, quiet=True)

    def _on_event(self, event: "AugmentPreviewReady") -> None:
        if self._wish is None:
            return
        self._tiles.set_images(tuple(to_qimage(version) for version in event.versions), event.captions)
        height, width, channels = event.input_pixels.shape
        text = self.tr("{name}: {source_w} × {source_h} becomes {width} × {height} × {channels}")
        self._caption.setText(text.format(name=event.path.name, source_w=event.source_w, source_h=event.source_h,
                                          width=width, height=height, channels=channels))

    def _on_failed(self, message: str, _details: str) -> None:
        self._tiles.set_images((), ())
        self._caption.setText(message)


def _job(wish: _Wish) -> Job:
    from cnnstudio.workspace.augment_preview_job import AugmentPreviewJob

    return AugmentPreviewJob(
        wish.path, wish.preprocess, wish.augment, seed=wish.seed, count=COUNT, folder=wish.folder)
