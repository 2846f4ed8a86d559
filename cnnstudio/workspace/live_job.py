"""Answers one picture of a camera or a film for the live window: probabilities, and the heatmap over it if wanted."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.workspace.explanation_job import ExplanationJob, ExplanationReady
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OPACITY = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class LiveAnswer:
    """What a run says of one picture.

    Attributes
    ----------
    pixels : (H, W, 3) uint8 RGB as it came
    shown : the same, under the heatmap of the class that is named where one was wanted
    probabilities : of each class
    """

    pixels: "NDArray[np.uint8]"
    shown: "NDArray[np.uint8]"
    class_names: tuple[str, ...]
    probabilities: tuple[float, ...]

    @property
    def ranked(self) -> list[tuple[str, float]]:
        """(class, probability), the most probable first."""
        pairs = zip(self.class_names, self.probabilities, strict=True)
        return sorted(pairs, key=lambda pair: -pair[1])


class LiveAnswerJob:
    """Answer one picture: `LiveAnswer`. Raises from `run` as `ExplanationJob`.

    Parameters
    ----------
    pixels : (H, W, 3) uint8 RGB
    with_map : lay the Grad-CAM heatmap over it
    """

    title = "Looking"

    def __init__(self, run_path: Path, pixels: "NDArray[np.uint8]", *, with_map: bool) -> None:
        self._run_path, self._pixels, self._with_map = run_path, pixels, with_map

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Look and yield the answer."""
        from cnnstudio.explain.heatmap import overlay, resize

        ready = list(ExplanationJob(self._run_path, self._pixels).run(should_stop))[-1]
        if not isinstance(ready, ExplanationReady):
            raise TypeError(f"an explanation ended with {ready!r}")
        found, shown = ready.explanation, self._pixels
        if self._with_map:
            height, width = self._pixels.shape[:2]
            shown = overlay(self._pixels, resize(found.heatmap.values, height, width), opacity=OPACITY)
        yield LiveAnswer(self._pixels, shown, tuple(found.class_names), tuple(map(float, found.probabilities)))
