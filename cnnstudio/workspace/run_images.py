"""Finds the images a run was trained on, as they were: the same pictures, labels and splits in the same order."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.curation.decisions import curate
from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.data.split import SPLITS, Splits, split
from cnnstudio.errors import ImageFolderError, RunError
from cnnstudio.wording import joined, translate
from cnnstudio.workspace.curation_store import StoredCuration, load_stored
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.progress import Outcome
from cnnstudio.workspace.scan_job import scan_events

if TYPE_CHECKING:
    from cnnstudio.runs.images import RunImages
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.runs.store import RunFolder


@dataclass(frozen=True, slots=True, eq=False)
class TrainedImages:
    """The images of a training, once more."""

    folder: ImageFolder
    splits: Splits


def find_images(run: "RunFolder", should_stop: ShouldStop, outcome: Outcome[TrainedImages]) -> Iterator[object]:
    """Look through the run's image folder and put its images into ``outcome``: `Progress` ...

    Raises
    ------
    ImageFolderError
        When the folder is not there or cannot be read.
    RunError
        When an image is gone or has other pixels, naming the first; images that were added since do no harm.
    JobCancelledError
        ``should_stop`` said so.
    """
    root = Path(run.record.folder)
    stored = load_stored(root)
    scanned: Outcome[ImageFolder] = Outcome()
    yield from _look_through(root, stored, should_stop, scanned)
    images = run.load_images()
    outcome.value = (_by_record(scanned.get(), stored, run.record) if images is None else
                     trained_images(scanned.get(), images, run.record.class_names))


def images_in_folder(root: Path, images_of: "Callable[[int], RunImages]", class_names: tuple[str, ...],
                     should_stop: ShouldStop, outcome: "Outcome[Callable[[int], TrainedImages]]") -> Iterator[object]:
    """Look through an image folder once for several trainings: `Progress` ...

    Into ``outcome`` comes what returns the images of a training by its number, as ``images_of`` names them; it raises
    RunError as `find_images`, which this raises as, too.
    """
    scanned: Outcome[ImageFolder] = Outcome()
    yield from _look_through(root, load_stored(root), should_stop, scanned)
    outcome.value = lambda number: trained_images(scanned.get(), images_of(number), class_names)


def _look_through(root: Path, stored: StoredCuration, should_stop: ShouldStop,
                  outcome: Outcome[ImageFolder]) -> Iterator[object]:
    options = ScanOptions(readable_parts=stored.curation.readable_parts)
    yield from scan_events(root, should_stop, outcome, options)


def trained_images(scanned: ImageFolder, images: "RunImages", class_names: tuple[str, ...]) -> TrainedImages:
    """Return the images of a run out of a scan of their folder; raises RunError as `find_images`."""
    found = {file.relative: file for file in scanned.files}
    gone = [name for name in images.relative if name not in found]
    changed = [name for row, name in enumerate(images.relative)
               if name in found and not images.is_same_picture(row, found[name].digest, found[name].size)]
    if gone or changed:
        raise RunError(_difference(scanned, len(images), gone, changed))
    number = {name: place for place, name in enumerate(class_names)}
    files = tuple(_labelled(found[name], number[label])
                  for name, label in zip(images.relative, images.class_name, strict=True))
    parts = np.array([SPLITS.index(name) for name in images.split], dtype=np.int64)
    folder = replace(scanned, class_names=class_names, files=files, scanned=scanned)
    return TrainedImages(folder, Splits(*(np.flatnonzero(parts == place) for place in range(len(SPLITS)))))


def _labelled(file: ImageFile, class_index: int) -> ImageFile:
    return file if file.class_index == class_index else replace(file, class_index=class_index)


def _difference(scanned: ImageFolder, count: int, gone: list[str], changed: list[str]) -> str:
    """Say which images stand in the way of going on."""
    what = [translate("workspace", "{count:,} gone (the first: {gone})", count=len(gone), gone=gone[0])] if gone else []
    what += [translate(
        "workspace", "{count:,} changed (the first: {changed})", count=len(changed),
        changed=changed[0])] if changed else []
    return translate(
        "workspace", "The images in {root} are not those of the training any more: of {count:,} images {what}. Bring "
        "them back to go on, or start a new training.", root=scanned.root, count=count, what=joined(what))


def _by_record(scanned: ImageFolder, stored: StoredCuration, record: "RunRecord") -> TrainedImages:
    """Divide the folder again, as a run needs that does not remember its images; only an unchanged one will do."""
    try:
        folder = curate(scanned, stored.curation)
        splits = split(folder, record.split)
    except ImageFolderError as error:
        raise RunError(translate(
            "workspace", "The images in {root} cannot be divided as they were for the run: {reason}", root=scanned.root,
            reason=error)) from error
    counts = {name: len(getattr(splits, name)) for name in SPLITS}
    if (folder.fingerprint, folder.class_names, counts) != (record.fingerprint, record.class_names, record.counts):
        raise RunError(translate(
            "workspace", "The images in {root} are not those of the training any more, and a run of an earlier "
            "version does not know which they were. Start a new training.", root=scanned.root))
    return TrainedImages(folder, splits)
