"""Keeps what a network found in the images looked at last, so that another class, layer or method is at hand."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.data.decoding.note_words import note_words
from cnnstudio.data.loading import Loaded, load, whole_picture
from cnnstudio.data.preprocess import Placement
from cnnstudio.network.shapes import Analysis, analyse
from cnnstudio.workspace.loaded_run import LoadedRun, loaded_run
from cnnstudio.workspace.look_answer import ImageAnswer
from cnnstudio.workspace.pinned_images_job import shrink

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cnnstudio.explain.inspection import Inspection
    from cnnstudio.explain.target import Target

SCREEN_PX = 2048
_KEPT = 2
"""Two images side by side; each keeps up to a quarter of a gigabyte of what the network made of it."""

_Key = tuple[Path, int, str]


@dataclass(frozen=True, slots=True, eq=False)
class InspectedImage:
    """One image in one run: what is kept of it, and what is told of it."""

    run: LoadedRun
    inspection: "Inspection"
    answer: ImageAnswer


_newest: "OrderedDict[_Key, InspectedImage]" = OrderedDict()


@contextmanager
def inspected_image(run_path: Path, image: "Path | NDArray[np.uint8]", *,
                    keep: bool = True, epoch: int | None = None) -> Iterator[InspectedImage]:
    """Lend what a run makes of an image; it is read again only when either has changed on disk. One user at a time.

    Parameters
    ----------
    image : a file, or decoded pixels (H, W, 3) uint8
    keep : False where many images are looked at once each
    epoch : with the weights after this epoch; None for the best ones

    Raises
    ------
    RunError, ImageError, InputError
        A damaged run or image, naming the file; an epoch of which nothing is kept.
    """
    with loaded_run(run_path, epoch) as run:
        for key in [key for key, kept in _newest.items() if kept.run is not run]:
            del _newest[key]    # the run has changed, or another one took its place
        key = (run.path, run.changed_ns, _identity(image))
        found = _newest.get(key) or _inspect(run, image)
        if keep:
            _newest[key] = found
            _newest.move_to_end(key)
            while len(_newest) > _KEPT:
                _newest.popitem(last=False)
        yield found


@contextmanager
def inspected_images(run_path: Path, images: Sequence[Path], target: "Target", layer: str,
                     method: str) -> Iterator[tuple[InspectedImage, ...]]:
    """Lend what a run makes of several files, with a map of each from one pass; none of them is kept.

    Parameters
    ----------
    images : n >= 1
    target, layer, method : of the maps; see `Explainer.inspect_together`

    Raises
    ------
    RunError, ImageError, InputError, NetworkError
        A damaged run, or one of the images is damaged or has no such map.
    """
    with loaded_run(run_path) as run:
        pictures = [picture_of(run, image) for image in images]
        found = run.explainer.inspect_together(pictures, target, layer, method)
        yield tuple(InspectedImage(run, inspection, answer_of(run, image, inspection, loaded))
                    for image, inspection, (_, loaded) in zip(images, found, pictures, strict=True))


def forget_inspected_images() -> None:
    """Give the memory back."""
    _newest.clear()


def _identity(image: "Path | NDArray[np.uint8]") -> str:
    """Return what tells an image from every other one, and a file from what it was before it was changed."""
    if not isinstance(image, Path):
        return hashlib.blake2b(image.tobytes(), digest_size=16).hexdigest()
    try:
        facts = image.stat()
    except OSError:
        return str(image)
    return f"{image} {facts.st_mtime_ns} {facts.st_size}"


def _inspect(run: LoadedRun, image: "Path | NDArray[np.uint8]") -> InspectedImage:
    pixels, loaded = picture_of(run, image)
    inspection = run.explainer.inspect(pixels, loaded=loaded)
    return InspectedImage(run, inspection, answer_of(run, image, inspection, loaded))


def picture_of(run: LoadedRun, image: "Path | NDArray[np.uint8]") -> "tuple[NDArray[np.uint8], Loaded | None]":
    """Return the whole decoded picture, and what was loaded of its file for the network; None of pixels alone."""
    if not isinstance(image, Path):
        return image, None
    preprocess = run.record.preprocess
    loaded = load(image, preprocess, readable_part=True)
    return whole_picture(image, loaded, preprocess, readable_part=True), loaded


def answer_of(run: LoadedRun, image: "Path | NDArray[np.uint8]", inspection: "Inspection",
              loaded: Loaded | None) -> ImageAnswer:
    """Return what is told of an image."""
    from cnnstudio.explain.explained import softmax

    whole, logits = inspection.seen.pixels, inspection.logits
    pixels = shrink(whole, SCREEN_PX)
    height, width = pixels.shape[:2]
    place: Placement = inspection.seen.placement
    return ImageAnswer(
        run_path=run.path, image=image, pixels=pixels, height=whole.shape[0], width=whole.shape[1],
        placement=place.scaled(height, width), class_names=tuple(run.record.class_names), logits=logits,
        probabilities=softmax(logits), layers=inspection.layers,
        auto_layer="" if inspection.fall_back else inspection.layer(), fall_back=inspection.fall_back,
        fields=receptive_fields(run),
        notes=tuple(map(note_words, loaded.notes)) if loaded is not None else ())


def receptive_fields(run: LoadedRun) -> dict[str, tuple[float, float]]:
    """Return by layer id how many rows and columns of the input one value sees at most, as shares of the input."""
    analysis: Analysis = analyse(run.graph)
    _, height, width = run.record.preprocess.shape
    return {layer: (float(view.field[0]) / height, float(view.field[1]) / width)
            for layer, view in analysis.sight.views.items()}
