"""Shows what random changes make of one image: it goes through the batches of a training."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.loading import load
from cnnstudio.errors import ImageError
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cnnstudio.data.batches import Batch

_TRIES = 20
"""How many images are looked at to find enough partners that can be read."""


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
    captions: tuple[str, ...] = ()
    """For each version, what a mixed one shows: ``"70 % cat · 30 % dog"``; empty for one that is not mixed."""


class AugmentPreviewJob:
    """Decode one image, prepare it and change it at random ``count`` times: `AugmentPreviewReady`.

    Version k is the first image of the first batch of epoch k of a training with these settings and this seed whose
    batches hold the image and, when images are mixed, one partner.

    Parameters
    ----------
    seed
        Another seed gives other versions, and other partners.
    folder
        Where partners for mixing come from, and the classes; without it nothing is mixed.

    Raises
    ------
    ImageError
        From `run`, when the image is damaged.
    """

    title = "Drawing augmented images"

    def __init__(self, path: Path, preprocess: PreprocessConfig, augment: AugmentConfig, *, seed: int = 0,
                 count: int = 8, folder: ImageFolder | None = None) -> None:
        self._path, self._preprocess, self._augment = path, preprocess, augment
        self._seed, self._count = seed, count
        self._folder = folder if augment.is_on("mixup") or augment.is_on("cutmix") else None

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Draw and yield the result."""
        import numpy as np

        loaded = load(self._path, self._preprocess, readable_part=True)
        own = loaded.input_pixels
        partners = self._partners(should_stop)
        versions, captions = [], []
        for number in range(self._count):
            batch = self._batch(own, partners[number % len(partners)] if partners else None, number)
            image = (255 * batch.images[0]).round().permute(1, 2, 0).numpy()
            versions.append(image.astype(np.uint8))
            captions.append(self._caption(batch))
        yield AugmentPreviewReady(
            self._path, loaded.source_h, loaded.source_w, own, np.stack(versions), tuple(captions))

    def _partners(self, should_stop: ShouldStop) -> "list[tuple[NDArray[np.uint8], int]]":
        """Return pixels and classes of other images of the folder; those that cannot be read are passed over."""
        import numpy as np

        files = self._folder.files if self._folder is not None else ()
        order = np.random.default_rng(self._seed).permutation(len(files))[:_TRIES]
        found: list[tuple[NDArray[np.uint8], int]] = []
        for file in (files[index] for index in order):
            if file.path != self._path and len(found) < self._count and not should_stop():
                found.extend(self._readable(file))
        return found

    def _readable(self, file: ImageFile) -> "Iterator[tuple[NDArray[np.uint8], int]]":
        try:
            loaded = load(file.path, self._preprocess, readable_part=file.readable_part)
        except ImageError:
            return
        yield loaded.input_pixels, file.class_index

    def _batch(self, own: "NDArray[np.uint8]", partner: "tuple[NDArray[np.uint8], int] | None", number: int) -> "Batch":
        """Return the first batch of an epoch of a training on the image and its partner, not normalised."""
        import numpy as np

        from cnnstudio.data.batches import Batches
        from cnnstudio.data.pixels.source import ArraySource

        pixels = [own] if partner is None else [own, partner[0]]
        labels = [self._class_index] if partner is None else [self._class_index, partner[1]]
        source = ArraySource(np.stack(pixels), np.array(labels, np.int64))
        channels = own.shape[2]
        batches = Batches(source, np.arange(len(pixels)), batch_size=len(pixels), mean=(0.0,) * channels,
                          std=(1.0,) * channels, shuffle=False, seed=self._seed, augment=self._augment)
        (batch,) = batches.epoch(number)
        return batch

    @property
    def _class_index(self) -> int:
        """The image's class; -1 when it is not from the folder."""
        files = self._folder.files if self._folder is not None else ()
        return next((file.class_index for file in files if file.path == self._path), -1)

    def _caption(self, batch: "Batch") -> str:
        if self._folder is None or batch.share is None or batch.other_labels is None:
            return ""
        names = (*self._folder.class_names, self._path.name)  # -1, no class, is the last
        share = round(100 * float(batch.share[0]))
        if share == 100:
            return ""
        first, second = names[int(batch.labels[0])], names[int(batch.other_labels[0])]
        return f"{share} % {first} · {100 - share} % {second}"
