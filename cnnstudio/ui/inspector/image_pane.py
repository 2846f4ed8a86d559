"""The middle of the page: the image with its map, how it is laid over, and what stands below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cnnstudio.ui.cards import EmptyState, SentenceLine, card, described, label
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.inspector.heatmap_view import HeatmapView
from cnnstudio.ui.inspector.map_canvas import MapCanvas
from cnnstudio.ui.inspector.overlay_bar import OverlayBar
from cnnstudio.ui.inspector.view_style import ViewStyle

if TYPE_CHECKING:
    from cnnstudio.workspace.look_answer import ImageAnswer, MapAnswer

_SAY_COMPUTING_AFTER_MS = 150


class ImagePane(QWidget):
    """Image and overlay controls in one card, ``below`` in another; an error takes one line.

    Parameters
    ----------
    bar : the overlay controls, where they are made before the rest

    Attributes
    ----------
    row : the layout the image stands in, for another one beside it
    below_image : the layout below the image, for what belongs to it
    stack : shows the empty state, the image row, what to do (after an error), or what `add_view` added
    """

    def __init__(self, below: QWidget | None = None, parent: QWidget | None = None, *,
                 bar: OverlayBar | None = None) -> None:
        super().__init__(parent)
        self.canvas, self.bar = MapCanvas(self), OverlayBar() if bar is None else bar
        self._name = label("", "subheading", name="image_title")
        self._hatched = label(self.tr("hatched: the network never saw this"), "caption", name="hatched_note")
        self._status = label("", "quiet", name="look_status")
        self._probe = ElidedLabel("", "caption", name="probe_line")
        self.error = SentenceLine("error", "bad", name="look_error")
        self.stack = QStackedWidget()
        self.row, self.below_image = QHBoxLayout(), QVBoxLayout()
        self._images = QWidget()
        self._is_open = False
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_SAY_COMPUTING_AFTER_MS)
        self._delay.timeout.connect(self._say_computing)
        self._build(below)
        self._connect()
        self.clear()

    def _build(self, below: QWidget | None) -> None:
        empty = EmptyState("photo", self.tr("No image chosen"),
                           self.tr("Choose one in the list at the left, drop a file here, or open or paste one."),
                           name="no_image")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.row.addWidget(self.view, 1)
        self._images.setLayout(self.row)
        failed = EmptyState("photo", self.tr("Nothing to see"), self.tr(
            "Why is said above. Choose another image in the list at the left, or another run at the top."),
            name="no_answer")
        for widget in (empty, self._images, failed):
            self.stack.addWidget(widget)
        splitter = described(QSplitter(Qt.Orientation.Vertical), "look_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self._image_card())
        if below is not None:
            splitter.addWidget(_below_card(below))
        splitter.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def _image_card(self) -> QFrame:
        frame, column = card(name="image_card")
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._hatched)
        head.addWidget(self._status)
        column.addLayout(head)
        column.addWidget(self.error)
        column.addWidget(self.stack, 1)
        column.addLayout(self.below_image)
        self._probe.setAccessibleName(self.tr("Under the pointer"))
        column.addWidget(self._probe)
        column.addWidget(self.bar)
        return frame

    def _connect(self) -> None:
        self.bar.style_changed.connect(self._on_style)
        self.bar.original_wanted.connect(self.view.set_original_shown)
        self.canvas.scale_changed.connect(self.bar.legend.show_scale)
        self.canvas.probed.connect(self._probe.setText)

    def _on_style(self, style: ViewStyle) -> None:
        """Show the map in another way; a fixed scale begins where the scale ends now."""
        limit = self.canvas.limit()
        if style.scale == "fixed" and self.canvas.style.scale != "fixed" and limit > 0:
            self.canvas.style = style
            self.bar.menu.change(fixed_limit=limit)
        self.canvas.set_style(self.bar.style_shown)

    # what is shown

    @property
    def view(self) -> HeatmapView:
        """The image."""
        return self.canvas.view

    @property
    def style_shown(self) -> ViewStyle:
        """How maps are shown."""
        return self.bar.style_shown

    def add_view(self, widget: QWidget) -> None:
        """Add something that can be shown instead of the image."""
        self.stack.addWidget(widget)

    def begin(self, title: str) -> None:
        """Say that ``title`` is being looked at; the old picture stays until the answer comes."""
        self._name.setText(title)
        self.error.say("")
        self._is_open = True
        self._delay.start()

    def end(self) -> None:
        """No question is open."""
        self._is_open = False
        self._delay.stop()
        self._status.clear()

    def show_progress(self, done: int, total: int) -> None:
        """Say how far a map that gets better is; a whole one ends the question."""
        if done >= total:
            self.end()
            return
        self._delay.stop()
        self._status.setText(self.tr("Computing… {percent} %").format(percent=100 * done // max(1, total)))

    def set_title(self, title: str) -> None:
        """Say what is shown."""
        self._name.setText(title)

    def show_image(self, image: "ImageAnswer", title: str) -> None:
        """Show an image; a map follows."""
        self.set_title(title)
        self.canvas.show_image(image)
        if self.stack.currentIndex() in (0, 2):
            self.stack.setCurrentWidget(self._images)
        place, pixels = image.placement, image.pixels
        self._hatched.setVisible(place.top > 0 or place.left > 0 or place.top + place.height < pixels.shape[0]
                                 or place.left + place.width < pixels.shape[1])
        self.bar.show()

    def show_map(self, image: "ImageAnswer", found: "MapAnswer") -> None:
        """Lay a map over the image."""
        self.canvas.show_map(image, found)

    def show_instead(self, widget: QWidget | None) -> None:
        """Show what `add_view` added in the image's place; None shows the image again."""
        if self.stack.currentIndex() not in (0, 2):
            self.stack.setCurrentWidget(self._images if widget is None else widget)
        self.bar.legend.setVisible(widget is None)

    def show_error(self, message: str) -> None:
        """Say why there is no answer, and show nothing that could be taken for one."""
        self.clear()
        self.stack.setCurrentIndex(2)
        self.error.say(message)

    def clear(self) -> None:
        """Show no image."""
        self.canvas.clear()
        self.bar.legend.clear()
        self.bar.hide()
        self._hatched.hide()
        self._probe.setText("")
        self.stack.setCurrentIndex(0)
        self.error.say("")
        self.end()

    def _say_computing(self) -> None:
        self._status.setText(self.tr("Computing…"))

    @property
    def is_open(self) -> bool:
        """Whether a question waits for its answer."""
        return self._is_open

    @property
    def status(self) -> str:
        """``"Computing…"`` while a question is open for more than a moment."""
        return self._status.text()

    @property
    def probe(self) -> str:
        """What is said of the place under the pointer."""
        return self._probe.text()


def _below_card(widget: QWidget) -> QFrame:
    frame, column = card(name="below_card")
    column.setContentsMargins(16, 10, 8, 6)
    column.addWidget(widget)
    return frame
