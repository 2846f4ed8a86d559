"""Shows what random changes make of one image, by the same code that training uses."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.loading import load
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class AugmentPreviewReady:
    """The result of an `AugmentPreviewJob`."""

    path: Path
    source_h: int
    """Height of the upright picture in its file, in pixels."""
    source_w: int
    input_pixels: "NDArray[np.uint8]"
    """(h, w, C), what the network is given when nothing is changed."""
    versions: "NDArray[np.uint8]"
    """(N, h, w, C), changed at random."""


class AugmentPreviewJob:
    """Decode one image, prepare it and change it at random ``count`` times: `AugmentPreviewReady`.

    Parameters
    ----------
    seed
        Another seed gives other versions.

    Raises
    ------
    ImageError
        From `run`, when the image is damaged.
    """

    title = "Drawing augmented images"

    def __init__(self, path: Path, preprocess: PreprocessConfig, augment: AugmentConfig, *, seed: int = 0,
                 count: int = 8) -> None:
        self._path, self._preprocess, self._augment = path, preprocess, augment
        self._seed, self._count = seed, count

    def run(self, should_stop: ShouldStop) -> Iterator[object]:  # noqa: ARG002 - too short to be stopped
        """Draw and yield the result."""
        import torch

        from cnnstudio.data.augment import augment

        loaded = load(self._path, self._preprocess, readable_part=True)
        pixels = loaded.input_pixels
        image = torch.from_numpy(pixels).permute(2, 0, 1).float() / 255
        images = image.expand(self._count, -1, -1, -1).contiguous()
        changed = augment(images, self._augment, torch.Generator().manual_seed(self._seed))
        versions = (changed * 255).round().clamp(0, 255).to(torch.uint8).permute(0, 2, 3, 1).contiguous().numpy()
        yield AugmentPreviewReady(self._path, loaded.source_h, loaded.source_w, pixels, versions)
