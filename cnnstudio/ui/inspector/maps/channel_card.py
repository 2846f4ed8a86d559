"""One channel, large, with its numbers."""

import numpy as np
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cnnstudio.explain.channel_figures import ChannelFigures
from cnnstudio.explain.walk_values import LayerValues
from cnnstudio.ui.cards import SentenceLine, label
from cnnstudio.ui.inspector.grid_painter import GridContent
from cnnstudio.ui.inspector.value_grid import ValueGrid
from cnnstudio.ui.inspector.value_scale import ValueScale, number_text


class ChannelCard(QFrame):
    """The map of a channel; hovering tells the value of a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("channel_card")
        self.setProperty("card", True)
        self.grid = ValueGrid("channel_map", self.tr("Map of the channel"))
        self._title, self._text = label("", "subheading", name="channel_title"), label(
            "", "caption", name="channel_figures", wrap=True)
        self._dead = SentenceLine("warning", "warning", name="channel_dead")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.grid, 1)
        column.addWidget(self._text)
        column.addWidget(self._dead)

    def show_channel(self, values: LayerValues, channel: int, figures: ChannelFigures, scale: ValueScale,
                     dead: str) -> None:
        """Show a channel.

        Parameters
        ----------
        dead : in which images it is dead, in a sentence; empty when it is not
        """
        self._title.setText(self.tr("Channel {number} of {name}").format(
            number=channel + 1, name=values.outline.name))
        self.grid.show_values(GridContent(values.output[channel], scale))
        self._text.setText(self.tr(
            "least {least}, mean {mean}, largest {greatest}; {zeros} of the values are 0; colours {low} to "
            "{high}").format(
                least=number_text(float(figures.least[channel])), mean=number_text(float(figures.means[channel])),
                greatest=number_text(float(figures.greatest[channel])),
                zeros=f"{float(figures.zero_shares[channel]):.0%}".replace("%", " %"),
                low=number_text(scale.low), high=number_text(scale.high)))
        self._dead.say(dead)

    def clear(self) -> None:
        """Show nothing."""
        self._title.setText("")
        self._text.setText("")
        self._dead.say("")
        self.grid.show_values(None)

    @property
    def shown(self) -> np.ndarray:
        """The values on show."""
        return self.grid.content.values
