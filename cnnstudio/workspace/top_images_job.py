"""Finds the images of a folder that excite each channel of a layer most, and cuts out the places that do."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.loading import load
from cnnstudio.errors import JobCancelledError, RunError
from cnnstudio.explain.bounded_store import BoundedStore
from cnnstudio.explain.top_images import KEPT, TopImages, TopKeeper
from cnnstudio.wording import translate
from cnnstudio.workspace.image_choice import choose_images
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.loaded_run import IMAGENET_RUN
from cnnstudio.workspace.progress import Outcome, report_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.config import PreprocessConfig
    from cnnstudio.data.pixels.source import FolderSource
    from cnnstudio.runs.store import RunFolder

IMAGE_LIMIT = 2_000
"""Of more images so many are taken, spread evenly over the list."""
_KEPT_BYTES = 64 * 2**20
_kept: BoundedStore["TopImagesReady"] = BoundedStore(_KEPT_BYTES)
_lock = threading.Lock()


@dataclass(frozen=True, slots=True, eq=False)
class TopImagesReady:
    """What excites the channels of one layer; the result of a `TopImagesJob`."""

    layer: str
    found: TopImages
    paths: tuple[Path, ...]
    """The images by the numbers in ``found``."""
    split: str
    """``"validation"``, or ``"all"`` of a folder without splits."""
    available: int
    """Images the split has."""


@dataclass(frozen=True, slots=True, eq=False)
class CropsReady:
    """The images of one channel; the result of a `CropsJob`."""

    layer: str
    channel: int
    pictures: "tuple[NDArray[np.uint8] | None, ...]"
    """(h, w, 3) what the network is given of each image; None where the file cannot be read any more."""


class TopImagesJob:
    """Look at the validation images of a folder: `Progress` ..., `TopImagesReady`.

    What was found for a run, a layer and a folder is kept in memory until the run or the folder changes.

    Raises
    ------
    RunError, ImageFolderError
        From `run`: a damaged run, no validation images.
    """

    def __init__(self, run_path: Path, folder: ImageFolder, layer: str, cache_directory: Path, *,
                 limit: int = IMAGE_LIMIT) -> None:
        self._run_path, self._folder, self._layer = run_path, folder, layer
        self._cache_directory, self._limit = cache_directory, limit

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Finding what excites {layer}", layer=self._layer)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Look and yield the events."""
        from cnnstudio.runs.store import RunFolder

        if self._run_path == IMAGENET_RUN:
            raise RunError(translate(
                "workspace", "The published network was trained elsewhere and has no validation images. Train a "
                "network on your images to see what excites it."))
        yield Progress(0, 0, translate("workspace", "opening the run"))
        run = RunFolder.load(self._run_path)
        key = f"{self._run_path}|{run.record.best_epoch}|{self._folder.fingerprint}|{self._layer}|{self._limit}"
        with _lock:
            ready = _kept.get(key)
        if ready is None:
            outcome: Outcome[TopImagesReady] = Outcome()
            yield from self._look(run, should_stop, outcome)
            ready = outcome.get()
            with _lock:
                _kept.put(key, ready, ready.found.values.size * 24)
        yield ready

    def _look(self, run: "RunFolder", should_stop: ShouldStop,
              outcome: "Outcome[TopImagesReady]") -> Iterator[Progress]:
        from cnnstudio.data.pixels.cache import open_cache

        chosen = choose_images(self._folder, run, "validation", all_if_undivided=True)
        indices = spread(chosen.indices, self._limit)
        source: Outcome[FolderSource] = Outcome()
        yield from report_progress(
            lambda stop, on_progress: open_cache(self._folder, run.record.preprocess, self._cache_directory,
                                                 should_stop=stop, on_progress=on_progress),
            translate("workspace", "decoding images"), should_stop, source)
        with closing(source.get()) as pixels:
            found: Outcome[TopImages] = Outcome()
            yield from _pass(run, pixels, indices, self._layer, should_stop, found)
        files = self._folder.files
        top = found.get()
        used = np.unique(top.images[top.images >= 0])
        places = np.searchsorted(used, top.images)
        numbered = TopImages(top.values, np.where(top.images < 0, -1, places), top.rows, top.columns, top.sizes,
                             top.count)
        outcome.value = TopImagesReady(self._layer, numbered, tuple(files[index].path for index in used.tolist()),
                                       chosen.split, len(chosen.indices))


def spread(indices: "NDArray[np.int64]", limit: int) -> "NDArray[np.int64]":
    """Return at most ``limit`` of some indices, evenly spread over them."""
    if len(indices) <= limit:
        return indices
    return indices[np.linspace(0, len(indices) - 1, limit).round().astype(np.int64)]


def _pass(run: "RunFolder", source: "FolderSource", indices: "NDArray[np.int64]", layer: str,
          should_stop: ShouldStop, outcome: "Outcome[TopImages]") -> Iterator[Progress]:
    """Run the images through the network up to the layer."""
    import torch

    from cnnstudio.data.batches import Batches
    from cnnstudio.training.modes import evaluation_mode
    from cnnstudio.training.step import epoch_batches
    from cnnstudio.training.threads import threads_used

    record, module = run.record, run.load_module()
    if layer not in module.shapes or len(module.shapes[layer]) != 3:
        raise RunError(translate("workspace", "The network has no feature maps called {layer}.", layer=layer))
    batches = Batches(source, indices, labels=source.labels, batch_size=record.train.batch_size,
                      mean=np.array(record.mean), std=np.array(record.std), shuffle=False, seed=0, augment=None)
    keeper, done = TopKeeper(module.shapes[layer][0]), 0
    with threads_used(0), evaluation_mode(module), torch.no_grad(), epoch_batches(batches, 0) as epoch:
        for batch in epoch:
            if should_stop():
                raise JobCancelledError(translate("workspace", "Looking for images was stopped."))
            maps = module.values_of(layer, batch.images)
            values, places = maps.flatten(2).max(dim=2)
            sizes = maps.abs().amax(dim=(2, 3))
            keeper.add(values.numpy(), places.numpy(), sizes.numpy(), batch.indices, maps.shape[3])
            done += len(values)
            yield Progress(done, len(indices), translate("workspace", "looking at images"))
    outcome.value = keeper.found()


class CropsJob:
    """Read the images of some channels again: `CropsReady` for each.

    Parameters
    ----------
    limit : of each channel so many, the strongest
    """

    def __init__(self, ready: TopImagesReady, channels: Sequence[int], preprocess: "PreprocessConfig",
                 limit: int = KEPT) -> None:
        self._ready, self._channels, self._preprocess, self._limit = ready, tuple(channels), preprocess, limit

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate(
            "workspace", "Reading the images of channel {channels}",
            channels=', '.join(str(channel + 1) for channel in self._channels))

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Read and yield the results."""
        for channel in self._channels:
            numbers = self._ready.found.images[channel, :self._limit]
            pictures = []
            for number in numbers[numbers >= 0].tolist():
                if should_stop():
                    raise JobCancelledError(self.title)
                pictures.append(_picture(self._ready.paths[number], self._preprocess))
            yield CropsReady(self._ready.layer, channel, tuple(pictures))


def _picture(path: Path, preprocess: "PreprocessConfig") -> "NDArray[np.uint8] | None":
    from cnnstudio.errors import ImageError

    try:
        pixels = load(path, preprocess, readable_part=True).input_pixels
    except ImageError:
        return None
    return np.ascontiguousarray(np.repeat(pixels, 3, axis=2) if pixels.shape[2] == 1 else pixels)
