"""The middle of the page: the image with its heatmap, how it is laid over, and the layer's feature maps."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cnnstudio.explain.heatmap import color_table, number
from cnnstudio.ui.cards import EmptyState, SentenceLine, card, described, label
from cnnstudio.ui.inspector.feature_maps_view import FeatureMapsView
from cnnstudio.ui.inspector.heatmap_view import HeatmapView
from cnnstudio.ui.inspector.overlay_bar import OverlayBar

if TYPE_CHECKING:
    from cnnstudio.explain.heatmap import Heatmap

_SAY_COMPUTING_AFTER_MS = 150


class ImagePane(QWidget):
    """Image and overlay controls in one card, feature maps in another; an error takes one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view, self.bar, self.maps = HeatmapView(), OverlayBar(), FeatureMapsView()
        self._heatmap: Heatmap | None = None
        self._name = label("", "subheading", name="image_title")
        self._hatched = label(self.tr("hatched: the network never saw this"), "caption", name="hatched_note")
        self._status = label("", "quiet", name="look_status")
        self.error = SentenceLine("error", "bad", name="look_error")
        self._stack = QStackedWidget()
        self._is_open = False
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_SAY_COMPUTING_AFTER_MS)
        self._delay.timeout.connect(self._say_computing)
        self._build()
        self.clear()
        self.bar.opacity_changed.connect(self.view.set_opacity)
        self.bar.original_wanted.connect(self.view.set_original_shown)
        self.bar.color_map_changed.connect(self._recolor)

    def _build(self) -> None:
        empty = EmptyState("photo", self.tr("No image chosen"),
                           self.tr("Choose one in the list at the left, drop a file here, or open or paste one."),
                           name="no_image")
        self._stack.addWidget(empty)
        self._stack.addWidget(self.view)
        self._stack.addWidget(QWidget())
        splitter = described(QSplitter(Qt.Orientation.Vertical), "look_splitter")
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self._image_card())
        splitter.addWidget(self._maps_card())
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([430, 150])
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
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)
        return frame

    def _maps_card(self) -> QFrame:
        frame, column = card(name="maps_card")
        column.setContentsMargins(16, 10, 8, 6)
        column.addWidget(self.maps)
        frame.setMinimumHeight(130)
        return frame

    # what is shown

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

    def show_look(self, pixels: np.ndarray, values: np.ndarray, heatmap: "Heatmap", title: str) -> None:
        """Show ``pixels`` (H, W, 3) and over them ``values`` (H, W); the scale is ``heatmap``'s."""
        self._name.setText(title)
        self._heatmap = heatmap
        self.view.set_image(pixels)
        self.view.set_heatmap(values, color_table(self.bar.color_map))
        self._recolor()
        self._stack.setCurrentWidget(self.view)
        self._hatched.setVisible(bool(np.isnan(values).any()))
        self.bar.show()

    def show_error(self, message: str) -> None:
        """Say why there is no answer, and show nothing that could be taken for one."""
        self.clear()
        self._stack.setCurrentIndex(2)
        self.error.say(message)

    def clear(self) -> None:
        """Show no image."""
        self._heatmap = None
        self.view.set_image(None)
        self.bar.legend.clear()
        self.bar.hide()
        self._hatched.hide()
        self.maps.clear()
        self._stack.setCurrentIndex(0)
        self.error.say("")
        self.end()

    def _recolor(self) -> None:
        if self._heatmap is not None:
            colors = color_table(self.bar.color_map)
            self.view.set_colors(colors)
            self.bar.legend.show_scale(colors, number(self._heatmap.peak))

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
