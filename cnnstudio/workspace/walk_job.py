"""Runs one image through a run's network and brings back everything that can be walked through."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.loading import load
from cnnstudio.errors import JobCancelledError
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.loaded_run import LoadedRun, loaded_run

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cnnstudio.explain.walk_recording import Recording


@dataclass(frozen=True, slots=True, eq=False)
class WalkReady:
    """One image in one network; the result of a `WalkJob`."""

    recording: "Recording"
    input_pixels: "NDArray[np.uint8]"
    """(h, w, C), what the network was given."""


class WalkJob:
    """Record one image: `WalkReady`.

    Parameters
    ----------
    image
        A file, or decoded pixels (H, W, 3) uint8 RGB.
    needed
        The layer whose values are kept in any case, however large the network.

    Raises
    ------
    RunError, ImageError
        From `run`: a damaged run or image.
    """

    def __init__(self, run_path: Path, image: "Path | NDArray[np.uint8]", needed: str = "") -> None:
        self._run_path, self._image, self._needed = run_path, image, needed

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate(
            "workspace", "Taking {image} apart",
            image=self._image.name) if isinstance(self._image, Path) else translate(
            "workspace", "Taking the image apart")

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Record and yield the result."""
        from cnnstudio.explain.walk_capture import capture_walk

        with loaded_run(self._run_path) as run:
            pixels = input_pixels(run, self._image)
            if should_stop():
                raise JobCancelledError(self.title)
            record = run.record
            needed = (self._needed,) if self._needed in run.network.layers else ()
            recording = capture_walk(run.network, run.graph, run.explainer.tensor(pixels), pixels, record.mean,
                                     record.std, record.class_names, needed=needed)
        yield WalkReady(recording, pixels)


def input_pixels(run: LoadedRun, image: "Path | NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """Return what the network is given of a file, as in training, or of decoded pixels: (h, w, C)."""
    if isinstance(image, Path):
        return load(image, run.record.preprocess, readable_part=True).input_pixels
    return run.explainer.input_pixels(image)
