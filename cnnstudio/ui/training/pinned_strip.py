"""Up to four images whose heatmaps change while the network learns."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label, plain_tip
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.images import fitted, to_qimage
from cnnstudio.ui.theme import CAPTION_PX, font
from cnnstudio.ui.training.pinning import PINNED, choose_pinned

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.pinned_images_job import PinnedImage, PinnedPicture
    from cnnstudio.workspace.workspace import Workspace

PINNED_SLOT = "pinned"
_PICTURE_PX = 80
_TILE_PX = 102
_CAPTION_PX = 170
_CAPTION_FROM_PX = 640


class PinnedTile(QToolButton):
    """One image with what the network makes of it; a click looks at it in full."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"pinned_{number}")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(_PICTURE_PX, _PICTURE_PX))
        self.setFixedWidth(_TILE_PX)
        self.setFont(font(CAPTION_PX))
        self.path: Path | None = None
        self._class_name = ""

    def set_image(self, path: Path, class_name: str) -> None:
        """Take ``path`` as the image; its picture comes later."""
        self.path, self._class_name = path, class_name
        self.setIcon(QIcon())
        self._say(class_name, self.tr("{name}, class {true}").format(name=path.name, true=class_name))

    def show_picture(self, picture: "PinnedPicture") -> None:
        """Show the picture and the probability of the true class."""
        self.setIcon(QIcon(_on_square(fitted(to_qimage(picture.pixels), 2 * _PICTURE_PX))))
        if picture.probability is None or self.path is None:
            return
        right = picture.predicted == self._class_name
        share = f"{picture.probability:.0%}".replace("%", " %")
        self._say(f"{'✓' if right else '✗'} {self._class_name}: {share}",
                  self.tr("{name}: {share} for its true class {true}; predicted {predicted}").format(
                      name=self.path.name, share=share, true=self._class_name, predicted=picture.predicted))

    def _say(self, text: str, sentence: str) -> None:
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, _TILE_PX - 6))
        self.setToolTip(plain_tip(sentence))
        self.setAccessibleName(sentence)


def _on_square(image: QImage) -> QPixmap:
    """Return ``image`` in the middle of a transparent square, so that all tiles are equally high."""
    side = max(image.width(), image.height())
    square = QPixmap(side, side)
    square.fill(Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.drawImage((side - image.width()) // 2, (side - image.height()) // 2, image)
    painter.end()
    return square


class PinnedStrip(QFrame):
    """The tiles; refreshed at the end of each epoch, one job at a time, always with the newest weights."""

    image_chosen = Signal(object)

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pinned_strip")
        self.setProperty("card", True)
        self._workspace, self._jobs = workspace, jobs
        self._images: tuple[PinnedImage, ...] = ()
        self._turn = 0
        self._waiting: Path | None = None
        self._newest: Path | None = None
        self._caption = label(self.tr("Heatmaps for the true class, new after every epoch."), "caption", wrap=True)
        self.setToolTip(self._caption.text())
        self._tiles = [PinnedTile(number) for number in range(PINNED)]
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(self.tr("Pinned images"), "subheading"))
        self._caption.setFixedWidth(_CAPTION_PX)
        words.addWidget(self._caption)
        words.addWidget(self._make_other(), 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row.addLayout(words)
        for tile in self._tiles:
            tile.clicked.connect(self._on_clicked)
            row.addWidget(tile)
        row.addStretch(1)

    def _make_other(self) -> QPushButton:
        button = described(
            QPushButton(self.tr("Others")), "pin_others", self.tr("Pin other images"),
            self.tr("Watch four other validation images."))
        set_icon(button, "dice")
        button.clicked.connect(self.pin_others)
        return button

    def pin_afresh(self) -> None:
        """Pin the first images of the folder's validation split, one of each class in turn."""
        self._turn, self._newest = 0, None
        self._pin()

    def pin_others(self) -> None:
        """Pin the next ones."""
        self._turn += 1
        self._pin()

    def _pin(self) -> None:
        self._images = choose_pinned(self._workspace, self._turn)
        for number, tile in enumerate(self._tiles):
            tile.setVisible(number < len(self._images))
            if number < len(self._images):
                tile.set_image(self._images[number].path, self._images[number].class_name)
        self.setVisible(bool(self._images))
        self._jobs.cancel(PINNED_SLOT)
        self._begin(self._run_path())

    def _run_path(self) -> Path | None:
        """Return the run whose weights are the newest: the one being trained, else the one that is open."""
        run = self._workspace.runs.current
        return self._newest or (None if run is None else run.path)

    def refresh(self, run_path: Path) -> None:
        """Draw with the newest weights of ``run_path``; while one job draws, only the newest wish waits."""
        self._newest = run_path
        if self._jobs.is_running(PINNED_SLOT):
            self._waiting = run_path
        else:
            self._begin(run_path)

    def _begin(self, run_path: Path | None) -> None:
        from cnnstudio.workspace.pinned_images_job import PinnedImagesJob

        self._waiting = None
        if self._images and self.isVisibleTo(self.window()):
            self._jobs.start(PinnedImagesJob(run_path, self._images), slot=PINNED_SLOT, on_event=self._on_picture,
                             on_finished=self._on_drawn, on_failed=self._on_failed, quiet=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the caption out where the pictures need the room; it is the tool tip in any case."""
        self._caption.setVisible(event.size().width() >= _CAPTION_FROM_PX)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Draw what was left out while nobody looked."""
        super().showEvent(event)
        if not self._jobs.is_running(PINNED_SLOT):
            self._begin(self._run_path())

    def _on_picture(self, event: "PinnedPicture") -> None:
        if event.position < len(self._tiles):
            self._tiles[event.position].show_picture(event)

    def _on_drawn(self) -> None:
        if self._waiting is not None:
            self._begin(self._waiting)

    def _on_failed(self, _message: str, _details: str) -> None:
        """Leave the old pictures; the next epoch tries again."""
        self._on_drawn()

    def _on_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, PinnedTile) and tile.path is not None:
            self.image_chosen.emit(tile.path)

    @property
    def images(self) -> Sequence["PinnedImage"]:
        """What is pinned."""
        return self._images
