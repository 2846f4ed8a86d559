"""Says of the images of a folder what is in them and where, from heatmaps alone, and how well that fits known boxes."""

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.boxes import FolderBoxes, boxes_of_folder, from_input
from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.curation.decisions import curate
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.data.loading import load, placement
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import ImageFolderError, RunError
from cnnstudio.explain.explanation import method_info
from cnnstudio.wording import translate
from cnnstudio.workspace.curation_store import load_stored
from cnnstudio.workspace.evaluation_job import map_classes
from cnnstudio.workspace.explanation_job import AUTO, DEFAULT_METHOD, layer_id
from cnnstudio.workspace.image_choice import SplitChoice, choose_images
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.loaded_run import loaded_run
from cnnstudio.workspace.progress import Outcome
from cnnstudio.workspace.scan_job import scan_events

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.preprocess import Placement
    from cnnstudio.explain.explainer import Explainer
    from cnnstudio.explain.validation.box_evidence import BoxEvidence
    from cnnstudio.explain.validation.box_report import BoxReport
    from cnnstudio.explain.validation.localisation import Localisation
    from cnnstudio.runs.store import RunFolder

_SMALL_SIDE = 56


@dataclass(frozen=True, slots=True)
class LocalisedImage:
    """What is in one image, and where.

    Attributes
    ----------
    index : place in ``folder.files``
    label, predicted : class numbers of the run; ``label`` is the folder's
    probability : of the predicted class
    box : x0, y0, x1, y1 in pixels of the upright image; None where the map has no positive evidence
    """

    index: int
    label: int
    predicted: int
    probability: float
    box: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True, eq=False)
class FolderLocalised:
    """The result of a `LocaliseJob`.

    Attributes
    ----------
    split : which of the folder's images
    images : by the first method at the first layer
    threshold : share of the peak their boxes were cut at; None for Otsu's
    reports : against the known boxes, a method and layer each; empty without boxes
    right_and_placed : images whose class is right and whose box overlaps the known one by half; None without boxes
    boxed : images with a known box
    notes : sentences that qualify the figures
    """

    run: Path
    folder: ImageFolder
    split: str
    images: tuple[LocalisedImage, ...]
    threshold: float | None
    class_names: tuple[str, ...]
    reports: "tuple[BoxReport, ...]" = ()
    right_and_placed: int | None = None
    boxed: int = 0
    notes: tuple[str, ...] = ()

    @property
    def right(self) -> int:
        """Images whose class is right."""
        return sum(image.label == image.predicted for image in self.images)


@dataclass(slots=True)
class _Maps:
    """What one method at one layer gave, image by image; all but `raws` only of images with a box."""

    raws: "list[NDArray[np.float32]]" = field(default_factory=list)
    """Of the first method at the first layer only."""
    small: "list[NDArray[np.float32]]" = field(default_factory=list)
    """Positive parts of those with a box, at most `_SMALL_SIDE` cells a side."""
    evidence: "list[BoxEvidence]" = field(default_factory=list)
    places: "list[Localisation]" = field(default_factory=list)


@dataclass(slots=True)
class _Seen:
    """What was found in the images of one split."""

    maps: "Mapping[tuple[str, str], _Maps]"
    logits: "list[NDArray[np.float32]]" = field(default_factory=list)
    placements: "list[Placement]" = field(default_factory=list)
    boxes: "list[NDArray[np.float32]]" = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    """Of the images with a box, as `boxes`."""
    rows: list[int] = field(default_factory=list)
    """Which of the images have one."""


class LocaliseJob:
    """Make a box for each image from its heatmap: `Progress` ..., then `FolderLocalised`.

    Where boxes are known the maps of the true class are compared with them, and the threshold is chosen on the
    validation images when others are asked about; without any it is Otsu's, and the predicted class is localised.

    Parameters
    ----------
    boxes : a list of boxes; the one that lies in the folder, if any, unless given
    which : as for `EvaluationJob`
    methods, layers : every method is measured at every layer; the first of both gives the boxes

    Raises
    ------
    RunError, ImageFolderError, ImageError, NetworkError
        From `run`: a damaged run or image, unknown classes, no such images, boxes that cannot be read, no such layer.
    JobCancelledError
        ``should_stop`` said so.
    """

    def __init__(self, run_path: Path, root: Path, *, boxes: Path | None = None, which: SplitChoice = "auto",
                 methods: tuple[str, ...] = (DEFAULT_METHOD,), layers: tuple[str, ...] = (AUTO,),
                 options: ScanOptions = ScanOptions()) -> None:  # noqa: B008 - frozen
        self._run_path, self._root, self._boxes, self._which = run_path, root, boxes, which
        self._methods, self._layers, self._options = methods, layers, options

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Localising in {root}", root=self._root.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Localise and yield the events."""
        from cnnstudio.runs.store import RunFolder

        for method in self._methods:
            method_info(method)
        yield Progress(0, 0, translate("workspace", "opening the run"))
        run = RunFolder.load(self._run_path)
        stored = load_stored(self._root)
        scanned: Outcome[ImageFolder] = Outcome()
        options = replace(self._options, readable_parts=stored.curation.readable_parts)
        yield from scan_events(self._root, should_stop, scanned, options)
        folder = curate(scanned.get(), stored.curation)
        boxes = boxes_of_folder(folder, self._boxes)
        chosen = choose_images(folder, run, self._which)
        explainer = self._explainer()
        looking = _Looking(explainer, folder, boxes, map_classes(folder, run.record.class_names),
                           tuple(run.record.class_names), run.record.preprocess, self._keys(run, explainer))
        others = _validation(folder, run, boxes, chosen.indices)
        seen, other = looking.empty(), looking.empty()
        yield from looking.look(others, other, should_stop, translate("workspace", "looking at the validation images"))
        yield from looking.look(chosen.indices, seen, should_stop, translate("workspace", "making heatmaps"))
        yield Progress(0, 0, "measuring")
        notes = [stored.problem, chosen.difference, *_notes(boxes, chosen.seen_in_training)]
        yield self._result(folder, chosen.indices, chosen.split, looking, (seen, other),
                           tuple(note for note in notes if note))

    def _explainer(self) -> "Explainer":
        """Return an explainer of a copy, so that the run can be looked at meanwhile."""
        from cnnstudio.explain.explainer import Explainer

        with loaded_run(self._run_path) as run:
            record = run.record
            return Explainer(copy.deepcopy(run.network), record.preprocess, record.mean, record.std,
                             record.class_names)

    def _keys(self, run: "RunFolder", explainer: "Explainer") -> list[tuple[str, str]]:
        """Return every method with every layer's key."""
        from cnnstudio.network.document import from_document

        graph = from_document(run.record.graph)
        layers = [explainer.automatic_layer().id if layer == AUTO else layer_id(layer, graph)
                  for layer in self._layers]
        return [(method, layer) for layer in layers for method in self._methods]

    def _result(self, folder: ImageFolder, indices: "NDArray[np.int64]", split: str, looking: "_Looking",
                found: tuple[_Seen, _Seen], notes: tuple[str, ...]) -> FolderLocalised:
        from cnnstudio.explain.validation.localisation import THRESHOLDS

        seen, other = found
        names = looking.class_names
        reports = tuple(_report(key, seen, other, names) for key in seen.maps) if seen.boxes else ()
        threshold = reports[0].accuracies[0].threshold if reports else None
        first = seen.maps[looking.keys[0]]
        images = tuple(_localised(looking, seen, row, index, first.raws[row], threshold)
                       for row, index in enumerate(indices.tolist()))
        placed = None
        if threshold is not None:
            column = int(np.abs(THRESHOLDS - threshold).argmin())
            placed = sum(bool(place.largest[column] >= 0.5) and images[row].label == images[row].predicted
                         for row, place in zip(seen.rows, first.places, strict=True))
        return FolderLocalised(self._run_path, folder, split, images, threshold, names, reports, placed,
                               len(seen.rows), notes)


@dataclass(frozen=True, slots=True, eq=False)
class _Looking:
    """Makes the maps of images and measures them."""

    explainer: "Explainer"
    folder: ImageFolder
    boxes: FolderBoxes | None
    class_map: "NDArray[np.int64]"
    class_names: tuple[str, ...]
    preprocess: PreprocessConfig
    keys: list[tuple[str, str]]

    def empty(self) -> _Seen:
        return _Seen({key: _Maps() for key in self.keys})

    def look(self, indices: "NDArray[np.int64]", seen: _Seen, should_stop: ShouldStop, text: str) -> Iterator[Progress]:
        for done, index in enumerate(indices.tolist()):
            stop_if_asked(should_stop)
            yield Progress(done, len(indices), text)
            self._one(index, seen)

    def _one(self, index: int, seen: _Seen) -> None:
        from cnnstudio.explain.validation.subject import as_rgb, map_of

        file = self.folder.files[index]
        loaded = load(file.path, self.preprocess, readable_part=file.readable_part)
        where = placement(loaded, self.preprocess)
        inspection = self.explainer.inspect(as_rgb(loaded.input_pixels))
        boxes = np.zeros((0, 4), np.float32) if self.boxes is None else self.boxes.on_input(index, where)
        seen.logits.append(inspection.logits)
        seen.placements.append(where)
        if len(boxes):
            seen.rows.append(len(seen.logits) - 1)
            seen.boxes.append(boxes)
            seen.labels.append(self.label(index))
        target = self.label(index) if len(boxes) else None
        for (method, layer), maps in seen.maps.items():
            raw = map_of(inspection, target, layer, method)
            if (method, layer) == self.keys[0]:
                maps.raws.append(raw)
            if len(boxes):
                _measure(maps, raw, boxes)

    def label(self, index: int) -> int:
        return int(self.class_map[self.folder.files[index].class_index])


def _measure(maps: _Maps, raw: "NDArray[np.float32]", boxes: "NDArray[np.float32]") -> None:
    import cv2

    from cnnstudio.explain.validation.box_evidence import box_evidence
    from cnnstudio.explain.validation.localisation import localise

    rows, columns = (min(side, _SMALL_SIDE) for side in raw.shape)
    small = cv2.resize(np.maximum(raw, 0), (columns, rows), interpolation=cv2.INTER_AREA)
    maps.small.append(np.asarray(small, np.float32))
    maps.evidence.append(box_evidence(raw, boxes))
    maps.places.append(localise(raw, boxes))


def _report(key: tuple[str, str], seen: _Seen, other: _Seen, names: tuple[str, ...]) -> "BoxReport":
    from cnnstudio.explain.validation.box_report import BoxedMaps, box_report, energies_elsewhere

    maps = seen.maps[key]
    measured = BoxedMaps(np.array(seen.labels, np.int64), tuple(maps.evidence), tuple(maps.places),
                         energies_elsewhere(maps.small, seen.boxes))
    return box_report(*key, measured, names, other.maps[key].places)


def _localised(looking: _Looking, seen: _Seen, row: int, index: int, raw: "NDArray[np.float32]",
               threshold: float | None) -> LocalisedImage:
    from cnnstudio.explain.validation.localisation import box_of_map

    logits = seen.logits[row].astype(np.float64)
    predicted = int(logits.argmax())
    box = box_of_map(raw, threshold)
    pixels = None if box is None else from_input(box[None], seen.placements[row])[0].tolist()
    return LocalisedImage(index, looking.label(index), predicted, float(1 / np.exp(logits - logits.max()).sum()),
                          None if pixels is None else (pixels[0], pixels[1], pixels[2], pixels[3]))


def _validation(folder: ImageFolder, run: "RunFolder", boxes: FolderBoxes | None,
                chosen: "NDArray[np.int64]") -> "NDArray[np.int64]":
    """Return the validation images with a box to choose thresholds on; none when they are among those asked about."""
    nothing = np.zeros(0, np.int64)
    if boxes is None:
        return nothing
    try:
        found = choose_images(folder, run, "validation").indices
    except (RunError, ImageFolderError):
        return nothing
    boxed = np.array([index for index in found.tolist() if index in boxes.of], np.int64)
    return nothing if np.isin(boxed, chosen).any() else boxed


def _notes(boxes: FolderBoxes | None, seen_in_training: int) -> list[str]:
    notes = []
    if boxes is not None and boxes.problems:
        more = translate(
            "workspace", " (and {count:,} more)", count=len(boxes.problems) - 1) if len(boxes.problems) > 1 else ""
        notes.append(translate(
            "workspace", "{file} has lines that cannot be used. {problem}{more}", file=boxes.path.name,
            problem=boxes.problems[0], more=more))
    if seen_in_training:
        notes.append(translate(
            "workspace", "{seen_in_training:,} of these images were learned from, so the figures flatter.",
            seen_in_training=seen_in_training))
    return notes
