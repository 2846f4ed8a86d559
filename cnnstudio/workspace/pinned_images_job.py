"""Makes small heatmaps of a few images with the newest weights of a run, to watch while it learns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from cnnstudio.data.decoding.decode import decode
from cnnstudio.errors import CNNStudioError, JobCancelledError
from cnnstudio.workspace.explanation_job import ExplanationJob, ExplanationReady
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.explain.explanation import Explanation

PICTURE_PX = 192


@dataclass(frozen=True, slots=True)
class PinnedImage:
    """An image to watch."""

    path: Path
    class_name: str
    """Its true class; the heatmap is the one for this class."""


@dataclass(frozen=True, slots=True, eq=False)
class PinnedPicture:
    """One picture of a `PinnedImagesJob`."""

    position: int
    """Which of the job's images."""
    pixels: "NDArray[np.uint8]"
    """(h, w, 3) RGB, at most `PICTURE_PX` a side; the image, with its heatmap where there is a run."""
    probability: float | None
    """Of the true class; None without a run."""
    predicted: str
    """Name of the predicted class; empty without a run."""


class PinnedImagesJob:
    """Explain each image for its true class: `PinnedPicture` ...; without a run the images as they are.

    An image that cannot be used, or a run that is just being written, is left out: the next epoch brings another
    chance.
    """

    title = "Heatmaps of the pinned images"

    def __init__(self, run_path: Path | None, images: Sequence[PinnedImage]) -> None:
        self._run_path, self._images = run_path, tuple(images)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Draw and yield the pictures."""
        for position, image in enumerate(self._images):
            if should_stop():
                raise JobCancelledError(self.title)
            try:
                yield self._picture(position, image, should_stop)
            except JobCancelledError:
                raise
            except CNNStudioError:
                continue

    def _picture(self, position: int, image: PinnedImage, should_stop: ShouldStop) -> PinnedPicture:
        if self._run_path is None:
            picture = decode(image.path, at_least=(PICTURE_PX, PICTURE_PX), readable_part=True)
            return PinnedPicture(position, shrink(picture.pixels, PICTURE_PX), None, "")
        job = ExplanationJob(self._run_path, image.path, image.class_name, whole=False)
        ready = next(event for event in job.run(should_stop) if isinstance(event, ExplanationReady))
        return pinned_picture(position, ready.pixels, ready.explanation, ready.class_names, PICTURE_PX)


def pinned_picture(position: int, pixels: "NDArray[np.uint8]", explanation: "Explanation", class_names: Sequence[str],
                   limit_px: int) -> PinnedPicture:
    """Return a small picture of an explained image (H, W, 3), at most ``limit_px`` a side."""
    from cnnstudio.explain.heatmap import overlay

    small = shrink(pixels, limit_px)
    values = shrink(explanation.heatmap.values, limit_px)
    probability = float(explanation.probabilities[explanation.target])
    predicted = class_names[int(np.argmax(explanation.probabilities))]
    return PinnedPicture(position, overlay(small, values), probability, predicted)


def shrink(values: "NDArray[Any]", limit_px: int) -> "NDArray[Any]":
    """Return an image or map (H, W) or (H, W, C) made smaller, by area, until no side exceeds ``limit_px``."""
    height, width = values.shape[:2]
    if max(height, width) <= limit_px:
        return values
    scale = limit_px / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_AREA))
