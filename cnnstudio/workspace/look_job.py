"""Explains one image and fetches the feature maps of the layer, ready for the screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.errors import JobCancelledError
from cnnstudio.workspace.explanation_job import ExplanationJob, ExplanationReady
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.loaded_run import loaded_run
from cnnstudio.workspace.pinned_images_job import shrink

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SCREEN_PX = 2048
CHANNELS_SHOWN = 32


@dataclass(frozen=True, slots=True, eq=False)
class LookReady:
    """An explanation with a copy for the screen."""

    ready: ExplanationReady
    pixels: "NDArray[np.uint8]"
    """(h, w, 3), the image with no side over `SCREEN_PX`."""
    values: "NDArray[np.float32]"
    """(h, w), the heatmap over it."""


@dataclass(frozen=True, slots=True, eq=False)
class LayerMapsReady:
    """The feature maps of the explained layer."""

    layer: str
    maps: "tuple[NDArray[np.uint8], ...]"
    """The first `CHANNELS_SHOWN` channels, each (h, w), from its least to its greatest value."""
    channels: int
    """How many there are."""


class LookJob:
    """Explain: `LookReady`, then `LayerMapsReady`.

    Parameters and errors are those of `ExplanationJob`.
    """

    def __init__(self, run_path: Path, image: "Path | NDArray[np.uint8]", target: int | None, layer: str) -> None:
        self._run_path = run_path
        self._explaining = ExplanationJob(run_path, image, target, layer)

    @property
    def title(self) -> str:
        """What the status line says."""
        return self._explaining.title

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Explain and yield the events."""
        for event in self._explaining.run(should_stop):
            if isinstance(event, ExplanationReady):
                yield LookReady(event, shrink(event.pixels, SCREEN_PX),
                                shrink(event.explanation.heatmap.values, SCREEN_PX))
                if should_stop():
                    raise JobCancelledError(self.title)
                yield self._maps(event)

    def _maps(self, ready: ExplanationReady) -> LayerMapsReady:
        from cnnstudio.explain.feature_maps import capture, channel_grid

        layer = ready.explanation.layer
        with loaded_run(self._run_path) as run:
            activation = capture(run.network, run.explainer.tensor(ready.explanation.input_pixels))[layer]
        return LayerMapsReady(layer, channel_grid(activation, CHANNELS_SHOWN), len(activation))
