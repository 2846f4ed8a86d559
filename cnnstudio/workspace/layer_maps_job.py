"""Works out the figures of a layer's channels, away from the window's thread."""

from collections.abc import Iterator
from dataclasses import dataclass

from cnnstudio.explain.channel_figures import ChannelFigures, channel_figures
from cnnstudio.explain.walk_values import LayerValues
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop


@dataclass(frozen=True, slots=True, eq=False)
class LayerFiguresReady:
    """The result of a `LayerFiguresJob`."""

    values: LayerValues
    figures: ChannelFigures


class LayerFiguresJob:
    """Measure the feature maps (C, h, w) of one layer: `LayerFiguresReady`."""

    def __init__(self, values: LayerValues) -> None:
        self._values = values

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Measuring {outline}", outline=self._values.outline.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Measure and yield the result."""
        yield LayerFiguresReady(self._values, channel_figures(self._values.output))
