"""The kernels that make a channel, as pictures and numbers, beside the known kernel one of them is most like."""

import numpy as np
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cnnstudio.explain.kernels import ChannelKernels, Likeness, colour_kernel, likeness
from cnnstudio.ui.cards import label
from cnnstudio.ui.images import to_qimage
from cnnstudio.ui.inspector.grid_painter import GridContent
from cnnstudio.ui.inspector.maps.tiles import NO_TILES, Tiles, TileView
from cnnstudio.ui.inspector.value_grid import ValueGrid
from cnnstudio.ui.inspector.value_scale import ValueScale, number_text, scale_of, symmetric

_TILE_PX = 44
_COLOURS = 3


class KernelCard(QFrame):
    """All kernels at the left, the chosen one in the middle, the known one at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kernel_card")
        self.setProperty("card", True)
        self._kernels: ChannelKernels | None = None
        self._is_colour = False
        self.list = TileView("kernel_list", self.tr("Kernels, the strongest first"), _TILE_PX)
        self.colour = ValueGrid("kernel_colour", self.tr("Kernel in colours"))
        self.chosen = ValueGrid("kernel_numbers", self.tr("Chosen kernel"))
        self.known = ValueGrid("kernel_known", self.tr("Known kernel"))
        self._title = label(self.tr("Kernels"), "subheading", name="kernel_title")
        self._chosen_text, self._known_text = label("", "caption"), label("", "caption")
        self._verdict = label("", "quiet", name="kernel_verdict", wrap=True)
        self._build()
        self.list.place_chosen.connect(self.show_kernel)
        self.show_kernels(None, is_colour=False)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(4)
        for place, (view, text) in enumerate(((self.chosen, self._chosen_text), (self.known, self._known_text))):
            grid.addWidget(view, 0, place)
            grid.addWidget(text, 1, place)
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(0, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.colour, 3)
        row.addWidget(self.list, 5)
        row.addLayout(grid, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(row, 1)
        column.addWidget(self._verdict)

    def show_kernels(self, kernels: ChannelKernels | None, *, is_colour: bool, name: str = "") -> None:
        """Show the kernels of a channel; None says that the layer has none.

        Parameters
        ----------
        name : of the layer they belong to
        is_colour : whether they see the red, green and blue of the image itself
        """
        self._kernels = kernels
        self._is_colour = is_colour and kernels is not None and len(kernels.channels) == _COLOURS
        for widget in (self.list, self.chosen, self.known):
            widget.setVisible(kernels is not None)
        self.colour.setVisible(self._is_colour)
        self._title.setText(self.tr("Kernels") if kernels is None else self._heading(kernels, name))
        if kernels is None:
            self.list.show_tiles(NO_TILES)
            for text in (self._chosen_text, self._known_text):
                text.setText("")
            self._verdict.setText(self.tr("No kernels make these channels alone: choose a convolution to see what it "
                                          "learned."))
            return
        self._show_list(kernels)
        self.show_kernel(int(kernels.by_strength[0]))

    def _heading(self, kernels: ChannelKernels, name: str) -> str:
        rows, columns = kernels.weights.shape[1:]
        bias = "" if kernels.bias is None else self.tr(", bias {bias}").format(bias=number_text(kernels.bias))
        return self.tr("Kernels of {name}: {count} of {rows} × {columns}, one a channel that comes in{bias}").format(
            name=name, count=f"{len(kernels.channels):,}", rows=rows, columns=columns, bias=bias)

    def _show_list(self, kernels: ChannelKernels) -> None:
        scale = symmetric(scale_of(kernels.weights))
        strengths = kernels.strengths
        self.list.show_tiles(Tiles(
            kernels.weights, kernels.by_strength.tolist(), lambda _: scale, self._channel_text,
            lambda place: self.tr("{channel}: size {size}").format(
                channel=self._channel_text(place), size=number_text(float(strengths[place])))))
        if self._is_colour:
            picture = colour_kernel(kernels.weights)
            self.colour.show_values(GridContent(kernels.weights.mean(axis=0), picture=to_qimage(picture)))

    def _channel_text(self, place: int) -> str:
        if self._is_colour:
            return (self.tr("red"), self.tr("green"), self.tr("blue"))[place]
        return "" if self._kernels is None else f"{int(self._kernels.channels[place]) + 1:,}"

    def show_kernel(self, place: int) -> None:
        """Show one kernel with its numbers and what it is like."""
        if self._kernels is None:
            return
        weights = self._kernels.weights[place]
        self.chosen.show_values(GridContent(weights, symmetric(scale_of(self._kernels.weights))))
        self._chosen_text.setText(self.tr("kernel over {channel}").format(channel=self._channel_text(place))
                                  if self._is_colour else self.tr("kernel over channel {channel}").format(
                                      channel=self._channel_text(place)))
        self._show_known(weights)

    def _show_known(self, weights: np.ndarray) -> None:
        found = likeness(weights)
        self.known.setVisible(found is not None)
        self._known_text.setVisible(found is not None)
        if found is None:
            self._verdict.setText(self.tr("Only kernels of 3 × 3 and 5 × 5 are compared with known ones."))
            return
        sign = -1.0 if found.similarity < 0 else 1.0
        known = np.array(found.kernel, np.float32) * np.float32(sign)
        self.known.show_values(GridContent(known, _scale(known)))
        self._known_text.setText(found.name if sign > 0 else self.tr("{name}, negative").format(name=found.name))
        self._verdict.setText(self._judgement(found))

    def _judgement(self, found: Likeness) -> str:
        """Say how alike they are, and what random numbers reach."""
        figures = {"name": found.name, "similarity": number_text(found.similarity, 2),
                   "chance": number_text(found.chance, 2)}
        if found.is_telling:
            return self.tr("Like {name}: similarity {similarity} (1 is equal, −1 its negative; 95 of 100 random "
                           "kernels stay below {chance}).").format(**figures)
        return self.tr("Like none of the known kernels: the closest is {name} with similarity {similarity}, and random "
                       "kernels reach {chance}.").format(**figures)


def _scale(values: np.ndarray) -> ValueScale:
    return symmetric(scale_of(values))
