"""The layers to look at: a slider, and below it a picture of the map at each of them, in the order of the data."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cnnstudio.ui.cards import SentenceLine, label
from cnnstudio.ui.inspector.layer_slider import LayerSlider
from cnnstudio.ui.inspector.map_tiles import Tile, TileList
from cnnstudio.ui.inspector.run_layers import SpatialLayer

THUMBNAIL_PX = 60


class LayerStrip(QWidget):
    """Both choose the same thing."""

    layer_requested = Signal(str)
    """A layer's id, or ``"auto"``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = LayerSlider()
        self.tiles = TileList(
            "layer_tiles", self.tr("The map at every layer"),
            self.tr("Each picture is scaled to its own peak. A click or the arrows look at that layer."),
            side_px=THUMBNAIL_PX, lines=1, is_row=True)
        self.note = SentenceLine("info", "accent", name="layer_note")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.tr("Layer"), "subheading"))
        row.addWidget(self.slider, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.tiles)
        column.addWidget(self.note)
        self.slider.layer_requested.connect(self.layer_requested)
        self.tiles.tile_chosen.connect(self._on_tile)

    def set_layers(self, layers: Sequence[SpatialLayer]) -> None:
        """Offer ``layers`` and go back to the automatic choice."""
        self.slider.set_layers(layers)
        self.note.say("")
        self.tiles.tiles.set_tiles(Tile(layer.id, layer.name, layer.shape_text) for layer in layers)
        self.tiles.setVisible(len(layers) > 1)

    def show_picture(self, layer: str, pixmap: QPixmap, about: str) -> None:
        """Show the map at a layer, and on hovering ``about``; the others wait."""
        self.tiles.tiles.change(layer, pixmap=pixmap, help=about)

    def clear_pictures(self) -> None:
        """Show no map: another image, class or method is being looked at."""
        for tile in list(self.tiles.tiles.tiles):
            self.tiles.tiles.change(tile.key, pixmap=None, help="")

    def show_layer(self, layer: str) -> None:
        """Show which layer a map was really taken from."""
        self.slider.show_layer(layer)
        self.tiles.show_chosen(layer)

    def _on_tile(self, layer: str) -> None:
        self.slider.show_choice(layer)
        self.layer_requested.emit(layer)
