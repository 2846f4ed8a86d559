"""Builds what is audited: a run's network, images it did not learn from, and some it did, as the network sees them."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.boxes import FolderBoxes, boxes_of_folder
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.file_properties import file_properties
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.preprocess import place as locate
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.wording import translate
from cnnstudio.workspace.evaluation_job import map_classes
from cnnstudio.workspace.image_choice import AuditImages, audit_images
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.progress import OnProgress, Outcome, report_progress

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.pixels.source import FolderSource
    from cnnstudio.explain.audit.case import AuditCase
    from cnnstudio.runs.store import RunFolder

AUDITED_LIMIT = 2_000
LEARNED_LIMIT = 1_000
AUDITED_BYTES, LEARNED_BYTES = 400_000_000, 200_000_000
"""Input pixels in memory at most; with large inputs fewer images than the limits above are taken."""
FEW_IMAGES = 30
"""Of a class; with fewer a t-statistic over its images has little power."""
_CHUNK = 64


@dataclass(frozen=True, slots=True, eq=False)
class PreparedCase:
    """An `AuditCase` and where its images are.

    Attributes
    ----------
    paths : the audited files, in the case's order
    split : which of the folder's images they are: ``"unseen"``, ``"validation"``, ``"test"``, ``"train"`` or ``"all"``
    notes : sentences that qualify the audit, such as that some of the images were learned from
    """

    case: "AuditCase"
    paths: tuple[Path, ...]
    split: str
    notes: tuple[str, ...]


def prepare_case(run: "RunFolder", folder: ImageFolder, which: str, cache_directory: Path, should_stop: ShouldStop,
                 outcome: Outcome[PreparedCase], boxes: Path | None = None) -> Iterator[Progress]:
    """Decode and gather into ``outcome`` what is audited: `Progress` ...

    Parameters
    ----------
    folder : scanned, and curated when the user's decisions are to be in force
    which : ``"unseen"`` for every image that was not learned from, or a split
    boxes : a list of boxes around the objects; the one that lies in the folder, if any, unless given

    Raises
    ------
    ImageFolderError
        The list of boxes cannot be read, or has none for these images.
    RunError
        The folder has classes the run does not know, no such images, or the run has no weights yet.
    ImageError
        An image has vanished or changed since the scan.
    JobCancelledError
        ``should_stop`` said so.
    """
    from cnnstudio.data.pixels.source import open_source

    names = tuple(run.record.class_names)
    class_map = map_classes(folder, names)
    chosen = audit_images(folder, run, which)
    picked = _Picked.of(chosen, class_map[_class_numbers(folder)], run.record.preprocess.shape)
    pixels: Outcome[tuple[NDArray[np.uint8], NDArray[np.uint8]]] = Outcome()
    with closing(open_source(folder, run.record.preprocess, cache_directory)) as source:
        yield from report_progress(lambda stop, tell: picked.decode(source, stop, tell), translate(
            "workspace", "decoding images"),
                                   should_stop, pixels)
    audited = [folder.files[index] for index in picked.audited.tolist()]
    properties: Outcome[dict[str, NDArray[np.float64]]] = Outcome()
    yield from report_progress(
        lambda stop, tell: file_properties(audited, should_stop=stop, on_progress=tell), translate(
            "workspace", "reading the files"),
        should_stop, properties)
    stop_if_asked(should_stop)
    known = _Known(pixels.get(), properties.get(), boxes_of_folder(folder, boxes))
    outcome.value = _prepared(run, folder, chosen, picked, known)


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What was read: pixels of the audited images and of those learned from, figures of the files, boxes."""

    pixels: "tuple[NDArray[np.uint8], NDArray[np.uint8]]"
    properties: "dict[str, NDArray[np.float64]]"
    boxes: FolderBoxes | None


@dataclass(frozen=True, slots=True, eq=False)
class _Picked:
    """Which images are taken: places in the folder's files, and their classes in the run."""

    audited: "NDArray[np.int64]"
    learned: "NDArray[np.int64]"
    labels: "NDArray[np.int64]"
    """Of all files of the folder."""

    @classmethod
    def of(cls, chosen: AuditImages, labels: "NDArray[np.int64]", shape: tuple[int, int, int]) -> "_Picked":
        size = int(np.prod(shape))
        audited = spread_over_classes(chosen.audited, labels, min(AUDITED_LIMIT, AUDITED_BYTES // size))
        learned = spread_over_classes(chosen.learned, labels, min(LEARNED_LIMIT, LEARNED_BYTES // size))
        return cls(audited, learned, labels)

    def decode(self, source: "FolderSource", should_stop: ShouldStop,
               on_progress: "OnProgress") -> "tuple[NDArray[np.uint8], NDArray[np.uint8]]":
        """Return the pixels of both, (N, h, w, C) and (M, h, w, C)."""
        both = np.concatenate([self.audited, self.learned])
        pixels = np.empty((len(both), *source.shape), np.uint8)
        with source.reading_ahead(both):
            for start in range(0, len(both), _CHUNK):
                stop_if_asked(should_stop)
                pixels[start:start + _CHUNK] = source.take(both[start:start + _CHUNK])
                on_progress(min(start + _CHUNK, len(both)), len(both))
        return pixels[:len(self.audited)], pixels[len(self.audited):]


def spread_over_classes(indices: "NDArray[np.int64]", labels: "NDArray[np.int64]",
                        limit: int) -> "NDArray[np.int64]":
    """Return at most ``limit`` of ``indices``, ascending: as many of each class as there are, at even distances.

    A class with fewer images than its share leaves the rest to the others.

    Parameters
    ----------
    labels : class by index
    """
    if len(indices) <= limit:
        return indices
    members = [indices[labels[indices] == name] for name in np.unique(labels[indices])]
    room, taken = limit, []
    for place, own in enumerate(sorted(members, key=len)):
        share = min(len(own), room // (len(members) - place))
        taken.append(own[np.linspace(0, len(own) - 1, share).round().astype(np.int64)] if share else own[:0])
        room -= share
    return np.sort(np.concatenate(taken))


def _class_numbers(folder: ImageFolder) -> "NDArray[np.int64]":
    return np.fromiter((file.class_index for file in folder.files), np.int64, folder.used)


def _prepared(run: "RunFolder", folder: ImageFolder, chosen: AuditImages, picked: _Picked,
              known: _Known) -> PreparedCase:
    from cnnstudio.explain.audit.case import AuditCase

    files, boxes = [folder.files[index] for index in picked.audited.tolist()], known.boxes
    case = AuditCase(
        run.load_module(), tuple(run.record.class_names), np.array(run.record.mean), np.array(run.record.std),
        known.pixels[0], picked.labels[picked.audited], tuple(file.relative for file in files),
        known.pixels[1], picked.labels[picked.learned],
        None if boxes is None else objects_on_input(folder, boxes, picked.audited, run.record.preprocess),
        known.properties)
    notes = (*_notes(chosen, picked, case.class_names), *_box_notes(boxes))
    return PreparedCase(case, tuple(file.path for file in files), chosen.split, notes)


def objects_on_input(folder: ImageFolder, boxes: FolderBoxes, indices: "NDArray[np.int64]",
                     preprocess: PreprocessConfig) -> "NDArray[np.float32]":
    """Return for n images the smallest box around all boxes of each, (n, 4), as shares of the network's input.

    NaN where there is no box, or none that the network sees.
    """
    result = np.full((len(indices), 4), np.nan, np.float32)
    for place, index in enumerate(indices.tolist()):
        file = folder.files[index]
        if index in boxes.of and file.height:
            shares = boxes.on_input(index, locate(file.height, file.width, preprocess))
            if len(shares):
                result[place] = *shares[:, :2].min(axis=0), *shares[:, 2:].max(axis=0)
    return result


def _box_notes(boxes: FolderBoxes | None) -> Iterator[str]:
    if boxes is not None and boxes.problems:
        yield translate(
            "workspace", "{count:,} lines of {file} cannot be used; the first: {problem}", count=len(boxes.problems),
            file=boxes.path.name, problem=boxes.problems[0])


def _notes(chosen: AuditImages, picked: _Picked, class_names: tuple[str, ...]) -> Iterator[str]:
    """Yield what the reader of the audit should know about its images."""
    if chosen.difference:
        yield chosen.difference
    if chosen.seen:
        yield translate(
            "workspace", "{seen:,} of the {count:,} images were learned from: a network may know those by heart, so "
            "what it looks at in them says less.", seen=chosen.seen, count=len(chosen.audited))
    if len(picked.audited) < len(chosen.audited):
        yield translate(
            "workspace", "{count:,} of the {audited_count:,} images were audited: of each class the same number as "
            "far as there are so many, evenly spread over it.", count=len(picked.audited),
            audited_count=len(chosen.audited))
    counts = np.bincount(picked.labels[picked.audited], minlength=len(class_names))
    yield from _small_classes(class_names, counts.tolist())


def _small_classes(class_names: tuple[str, ...], counts: list[int]) -> Iterator[str]:
    absent = [name for name, count in zip(class_names, counts, strict=True) if not count]
    few = [f"{name} ({count:,})" for name, count in zip(class_names, counts, strict=True) if 0 < count < FEW_IMAGES]
    if absent:
        yield translate("workspace", "There are no images of {absent}.", absent=', '.join(absent))
    if few:
        yield translate(
            "workspace", "There are few images of {few}. With fewer than {few_images} a shortcut is easily missed: "
            "finding nothing says little.", few=', '.join(few), few_images=FEW_IMAGES)
