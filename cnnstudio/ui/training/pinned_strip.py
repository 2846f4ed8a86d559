"""Up to six images whose heatmaps change while the network learns."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSlider, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label, plain_tip
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.images import fitted, to_qimage
from cnnstudio.ui.theme import CAPTION_PX, font
from cnnstudio.ui.training.heatmap_history import HeatmapHistory
from cnnstudio.ui.training.pinning import PINNED, choose_pinned
from cnnstudio.workspace.watched_training import HeatmapsReady, PinnedWish

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.pinned_images_job import PinnedImage, PinnedPicture
    from cnnstudio.workspace.workspace import Workspace

PINNED_SLOT = "pinned"
_PICTURE_PX = 80
_TILE_PX, _LEAST_TILE_PX = 102, 58
_WORDS_PX, _CAPTION_PX = 124, 170
_MARGIN_PX, _GAP_PX = 16, 4
_SLIDER_PX = 120
_CAPTION_FROM_PX = 700


class PinnedTile(QToolButton):
    """One image with what the network makes of it; a click looks at it in full."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"pinned_{number}")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setFont(font(CAPTION_PX))
        self.path: Path | None = None
        self._class_name = ""
        self._text = self._short_text = ""
        self.set_width(_TILE_PX)

    def set_width(self, width_px: int) -> None:
        """Be as wide as there is room for; a narrow tile leaves the class's name to its tool tip."""
        self.setFixedWidth(width_px)
        side = min(_PICTURE_PX, width_px - 6)
        self.setIconSize(QSize(side, side))
        self._write()

    def set_image(self, path: Path, class_name: str) -> None:
        """Take ``path`` as the image; its picture comes later."""
        self.path, self._class_name = path, class_name
        self.setIcon(QIcon())
        self._say(class_name, class_name, self.tr("{name}, class {true}").format(name=path.name, true=class_name))

    def show_picture(self, picture: "PinnedPicture") -> None:
        """Show the picture and the probability of the true class."""
        self.setIcon(QIcon(_on_square(fitted(to_qimage(picture.pixels), 2 * _PICTURE_PX))))
        if picture.probability is None or self.path is None:
            return
        right = picture.predicted == self._class_name
        share = f"{picture.probability:.0%}".replace("%", " %")
        sign = "✓" if right else "✗"
        self._say(f"{sign} {self._class_name}: {share}", f"{sign} {share}",
                  self.tr("{name}: {share} for its true class {true}; predicted {predicted}").format(
                      name=self.path.name, share=share, true=self._class_name, predicted=picture.predicted))

    def _write(self) -> None:
        """Show as much text as there is room for."""
        text = self._text if self.width() >= _TILE_PX else self._short_text
        self.setText(self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, self.width() - 6))

    def _say(self, text: str, short_text: str, sentence: str) -> None:
        self._text, self._short_text = text, short_text
        self._write()
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
    """The tiles, and a slider through the epochs.

    While a training runs it makes the pictures itself (``wish`` tells it of which images); otherwise a job makes them
    with the weights of the run that is open.
    """

    image_chosen = Signal(object)

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", wish: PinnedWish,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pinned_strip")
        self.setProperty("card", True)
        self._workspace, self._jobs = workspace, jobs
        self._images: tuple[PinnedImage, ...] = ()
        self._turn = 0
        self._newest: Path | None = None
        self._is_live = False
        self._history = HeatmapHistory()
        self._wish = wish
        self._caption = label(self.tr("Heatmaps for the true class, new after every epoch."), "caption",
                              name="pinned_caption", wrap=True)
        self.setToolTip(self.tr("Where the network looks for the true class of these validation images."))
        self._slider = self._make_slider()
        self._tiles = [PinnedTile(number) for number in range(PINNED)]
        self._build()
        self.hide()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN_PX, 8, _MARGIN_PX, 8)
        row.setSpacing(_GAP_PX)
        self._words = QWidget(self)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        self._heading = ElidedLabel(self.tr("Pinned images"), "subheading", name="pinned_heading")
        words.addWidget(self._heading)
        self._caption.setFixedWidth(_CAPTION_PX)
        words.addWidget(self._caption)
        words.addWidget(self._slider)
        words.addWidget(self._make_other(), 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row.addWidget(self._words)
        for tile in self._tiles:
            tile.clicked.connect(self._on_clicked)
            row.addWidget(tile)
        row.addStretch(1)

    def _make_slider(self) -> QSlider:
        slider = described(QSlider(Qt.Orientation.Horizontal), "pinned_epoch", self.tr("Epoch of the heatmaps"),
                           self.tr("Go back through the epochs and see how what the network looks at has changed"))
        slider.valueChanged.connect(self._on_epoch_chosen)
        slider.setFixedWidth(_SLIDER_PX)
        slider.hide()
        return slider

    def _make_other(self) -> QPushButton:
        button = described(
            QPushButton(self.tr("Others")), "pin_others", self.tr("Pin other images"),
            self.tr("Watch other validation images."))
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
        self._wish.images = self._images
        for number, tile in enumerate(self._tiles):
            tile.setVisible(number < len(self._images))
            if number < len(self._images):
                tile.set_image(self._images[number].path, self._images[number].class_name)
        self.setVisible(bool(self._images))
        self._forget_history()
        self._jobs.cancel(PINNED_SLOT)
        self._begin(None if self._is_live else self._run_path())

    def _run_path(self) -> Path | None:
        """Return the run whose weights are shown when none is being trained."""
        run = self._workspace.runs.current
        return self._newest or (None if run is None else run.path)

    def begin(self) -> None:
        """Prepare for the heatmaps of a training."""
        self._is_live = True
        self._forget_history()
        self._caption.setText(self.tr("Heatmaps for the true class, new after every epoch."))

    def end(self, run_path: Path | None) -> None:
        """Show what the weights that are kept make of the images; the epochs can still be gone through."""
        self._is_live, self._newest = False, run_path
        self._begin(self._run_path())

    def show_heatmaps(self, event: HeatmapsReady) -> None:
        """Show the heatmaps after an epoch, unless the user looks at an earlier one."""
        if len(event.pictures) and not self._is_of_these(event):
            return
        follows = self._slider.value() == self._slider.maximum()
        self._history.add(event.epoch, event.pictures)
        self._slider.setMaximum(len(self._history) - 1)
        self._slider.setVisible(len(self._history) > 1)
        if event.left_out:
            self._say_left_out(event.left_out)
        if follows:
            self._slider.setValue(self._slider.maximum())
            self._show_epoch(self._slider.value())

    def _is_of_these(self, event: HeatmapsReady) -> bool:
        """Whether the pictures are of the images that are pinned now, not of those before."""
        return event.pictures[-1].position < len(self._images) and event.images == self._images

    def _say_left_out(self, count: int) -> None:
        self._caption.setText(self.tr(
            "Every {count} epochs or so: more often would take over 3 % of the time.").format(count=count + 1))

    def _forget_history(self) -> None:
        self._history = HeatmapHistory()
        self._slider.setMaximum(0)
        self._slider.hide()

    def _on_epoch_chosen(self, place: int) -> None:
        if place < len(self._history):
            self._show_epoch(place)

    def _show_epoch(self, place: int) -> None:
        epoch, pictures = self._history.at(place)
        text = self.tr("After epoch {epoch}").format(epoch=epoch)
        self._heading.setText(text)
        self._slider.setAccessibleDescription(text)
        for picture in pictures:
            self._tiles[picture.position].show_picture(picture)

    def _begin(self, run_path: Path | None) -> None:
        from cnnstudio.workspace.pinned_images_job import PinnedImagesJob

        if self._images and self.isVisibleTo(self.window()):
            self._heading.setText(self.tr("Pinned images") if run_path is None else self.tr("Kept weights"))
            self._jobs.start(PinnedImagesJob(run_path, self._images), slot=PINNED_SLOT, on_event=self._on_picture,
                             on_failed=self._on_failed, quiet=True)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Ask for the narrowest tiles, not for those there is room for at present."""
        size = super().minimumSizeHint()
        spare = sum(tile.width() - _LEAST_TILE_PX for tile in self._tiles if not tile.isHidden())
        return QSize(max(0, size.width() - spare), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave the caption out where the pictures need the room; it is the tool tip in any case."""
        room = event.size().width()
        has_caption = room >= _CAPTION_FROM_PX
        self._caption.setVisible(has_caption)
        words = _CAPTION_PX if has_caption else _WORDS_PX
        self._words.setFixedWidth(words)
        tile = (room - 2 * _MARGIN_PX - words) // PINNED - _GAP_PX
        for one in self._tiles:
            one.set_width(max(_LEAST_TILE_PX, min(_TILE_PX, tile)))
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Draw what was left out while nobody looked."""
        super().showEvent(event)
        if not self._is_live and not self._jobs.is_running(PINNED_SLOT):
            self._begin(self._run_path())

    def _on_picture(self, event: "PinnedPicture") -> None:
        if event.position < len(self._tiles):
            self._tiles[event.position].show_picture(event)

    def _on_failed(self, _message: str, _details: str) -> None:
        """Leave the old pictures."""

    def _on_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, PinnedTile) and tile.path is not None:
            self.image_chosen.emit(tile.path)

    @property
    def images(self) -> Sequence["PinnedImage"]:
        """What is pinned."""
        return self._images
