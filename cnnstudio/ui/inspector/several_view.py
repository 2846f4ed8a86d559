"""Many small maps side by side with one scale, or each with its own."""

import numpy as np
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cnnstudio.explain.color_maps import color_table
from cnnstudio.ui.cards import described, label
from cnnstudio.ui.inspector.map_tiles import TileList
from cnnstudio.ui.inspector.scale_legend import ScaleLegend
from cnnstudio.ui.inspector.view_style import ViewStyle

TILE_PX = 148


class SeveralView(QWidget):
    """A note and the scale over a grid of tiles."""

    scale_changed = Signal(bool)
    """Whether all have one scale."""

    order_changed = Signal(bool)
    """Whether the weakest evidence comes first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = TileList("several_tiles", self.tr("Maps side by side"),
                              self.tr("A click shows that map at full size."), side_px=TILE_PX)
        self.legend = ScaleLegend()
        self._note = label("", "caption", name="several_note", wrap=True)
        self._one_scale = described(
            QCheckBox(self.tr("One scale")), "one_scale", self.tr("One scale for all maps"),
            self.tr("The same colour stands for the same number in all of them; otherwise each is scaled to its peak"))
        self._one_scale.clicked.connect(self.scale_changed)
        self._weakest = described(
            QCheckBox(self.tr("Weakest first")), "weakest_first", self.tr("Weakest evidence first"),
            self.tr("Look through the list and show the images in which least speaks for the class; otherwise as in "
                    "the list"))
        self._weakest.clicked.connect(self.order_changed)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._note, 1)
        row.addWidget(self._weakest)
        row.addWidget(self._one_scale)
        row.addWidget(self.legend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.tiles, 1)

    def say(self, text: str) -> None:
        """Say what is shown and what must be known of it."""
        self._note.setText(text)

    @property
    def note(self) -> str:
        """What is said."""
        return self._note.text()

    @property
    def has_weakest_first(self) -> bool:
        """Whether the weakest evidence comes first."""
        return self._weakest.isChecked() and not self._weakest.isHidden()

    def offer_order(self, offered: bool) -> None:
        """Offer to order by evidence."""
        self._weakest.setVisible(offered)

    @property
    def has_one_scale(self) -> bool:
        """Whether all maps have one scale."""
        return self._one_scale.isChecked()

    def set_one_scale(self, wanted: bool) -> None:
        """Choose, without telling listeners."""
        self._one_scale.setChecked(wanted)

    def show_scale(self, style: ViewStyle, limit: float) -> None:
        """Show the scale of all maps; with a scale each, shares of every map's own peak."""
        colors: np.ndarray = color_table(style.color_name)
        self.legend.show_scale(colors, -limit if style.sign == "both" else 0.0, limit, limit)
        if not self.has_one_scale:
            self.legend.say(self.tr("−own peak") if style.sign == "both" else "0", self.tr("own peak"))
