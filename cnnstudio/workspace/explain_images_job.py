"""Explains many images, each for several classes, layers and methods, and writes what was found as files."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.data.listing.csv_cells import csv_bytes
from cnnstudio.data.loading import load, whole_picture
from cnnstudio.errors import ImageError, JobCancelledError
from cnnstudio.explain.explanation import Explanation, method_info
from cnnstudio.explain.hot_box import hot_box
from cnnstudio.explain.map_files import USUAL_KINDS, MapLook, write_files
from cnnstudio.explain.target import Target
from cnnstudio.storage import write_bytes, write_json
from cnnstudio.workspace.explain_wish import ExplainWish
from cnnstudio.workspace.explanation_files import file_stem, unique_stem
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.listed_images import ListedImage
from cnnstudio.workspace.loaded_run import LoadedRun, loaded_run

if TYPE_CHECKING:
    from cnnstudio.explain.inspection import Inspection

SCORES = "scores.csv"
MANIFEST = "manifest.json"
_COLUMNS = ("image", "label", "predicted", "predicted_probability", "target", "kind", "against", "target_probability",
            "layer", "method", "peak", "weak", "share_in_hot_box", "hot_left", "hot_top", "hot_right", "hot_bottom",
            "evidence", "files")


@dataclass(frozen=True, slots=True)
class FilePlan:
    """Where and how it is written.

    Attributes
    ----------
    directory : made where it is not there
    kinds : names of `FILE_KINDS` for each map
    look : how pictures are painted
    tables : write `SCORES` and `MANIFEST` at the end
    """

    directory: Path
    kinds: tuple[str, ...] = USUAL_KINDS
    look: MapLook = field(default_factory=MapLook)
    tables: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class MapWritten:
    """One map of one image.

    Attributes
    ----------
    files : where it is, by kind of file
    """

    image: ListedImage
    explanation: Explanation
    files: dict[str, Path]


@dataclass(frozen=True, slots=True)
class ImageNotExplained:
    """An image that could not be read; the others go on."""

    image: ListedImage
    reason: str


@dataclass(frozen=True, slots=True)
class ImagesExplained:
    """The end.

    Attributes
    ----------
    images, failed : how many were explained, and could not be
    maps : how many maps were written
    scores, manifest : where the tables are; None when none were wanted
    """

    images: int
    failed: int
    maps: int
    scores: Path | None
    manifest: Path | None


class ExplainImagesJob:
    """Explain images: for each `Progress` and `MapWritten` ... or `ImageNotExplained`; at the end `ImagesExplained`.

    When it is stopped it ends with what was done, and the manifest says how many images that were.

    Raises
    ------
    RunError, InputError, StorageError
        From `run`: a damaged run, an unknown class or layer, a place that cannot be written.
    """

    def __init__(self, run_path: Path, images: Sequence[ListedImage], wish: ExplainWish, plan: FilePlan) -> None:
        self._run_path, self._images, self._wish, self._plan = run_path, images, wish, plan
        self._taken: set[str] = set()
        self._rows: list[tuple[object, ...]] = []
        self._failed: list[ImageNotExplained] = []

    @property
    def title(self) -> str:
        """What the status line says."""
        return f"Explaining {len(self._images):,} images"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Explain and yield the events."""
        done = 0
        with loaded_run(self._run_path) as run:
            targets = self._wish.targets(run.record.class_names)
            layers = self._wish.layer_keys(run)
        for image in self._images:
            if should_stop():
                break
            yield Progress(done, len(self._images), "explaining images")
            try:
                yield from self._image(image, targets, layers, should_stop)
            except JobCancelledError:
                break
            done += 1
        yield self._end(done, layers)

    def _image(self, image: ListedImage, targets: Sequence[Target], layers: Sequence[str],
               should_stop: ShouldStop) -> Iterator[object]:
        try:
            with loaded_run(self._run_path) as run:
                inspection = _inspect(run, image.path)
        except ImageError as error:
            self._failed.append(ImageNotExplained(image, str(error)))
            yield self._failed[-1]
            return
        maps = _explanations(inspection, self._wish, targets, layers, should_stop)
        while (found := self._next(maps)) is not None:
            yield self._written(image, found)

    def _next(self, maps: Iterator[Explanation]) -> Explanation | None:
        """Return the next map; the run is lent map by map, so that whoever gets one may use the run as well."""
        with loaded_run(self._run_path):
            return next(maps, None)

    def _written(self, image: ListedImage, found: Explanation) -> MapWritten:
        stem = unique_stem(file_stem(Path(image.name).stem, *self._name(found)), self._taken)
        files = write_files(found, self._plan.directory, stem, self._plan.kinds, self._plan.look)
        if self._plan.tables:
            self._rows.append(_row(image, found, stem))
        return MapWritten(image, found, dict(files))

    def _name(self, found: Explanation) -> tuple[str, ...]:
        """Return the parts of a file name that tell the maps of one image apart."""
        p = found.provenance
        target = p.target_name if p.against_name is None else f"{p.target_name}-not-{p.against_name}"
        return (target,) if self._wish.is_single else (target, p.layer, p.method)

    def _end(self, done: int, layers: Sequence[str]) -> ImagesExplained:
        scores = manifest = None
        if self._plan.tables:
            scores, manifest = self._plan.directory / SCORES, self._plan.directory / MANIFEST
            write_bytes(scores, csv_bytes(_COLUMNS, self._rows))
            with loaded_run(self._run_path) as run:
                write_json(manifest, self._manifest(run, done, layers))
        explained = done - len(self._failed)
        return ImagesExplained(explained, len(self._failed), len(self._taken), scores, manifest)

    def _manifest(self, run: LoadedRun, done: int, layers: Sequence[str]) -> dict[str, Any]:
        """Return all that is needed to make the same files again."""
        from cnnstudio.explain.explained import versions

        known = run.explainer.known()
        return {
            "schema_version": 1, "run": str(run.path), "run_name": run.record.name,
            "network": run.record.network_name, "weights_sha256": known.weights_sha256,
            "class_names": list(known.class_names), "preprocess": run.record.preprocess.model_dump(mode="json"),
            "mean": list(known.mean), "std": list(known.std), "versions": dict(versions()),
            "classes": list(self._wish.classes), "kind": self._wish.kind, "against": self._wish.against,
            "layers": list(layers), "methods": list(self._wish.methods), "settings": asdict(self._wish.settings),
            "scale": "per image: the brightest colour is the peak in scores.csv", "sign": "positive",
            "files": list(self._plan.kinds), "opacity": self._plan.look.opacity,
            "color_map": self._plan.look.color_map, "images": len(self._images), "images_done": done,
            "complete": done == len(self._images), "maps": len(self._taken),
            "failed": [{"image": failed.image.name, "reason": failed.reason} for failed in self._failed]}


def _inspect(run: LoadedRun, image: Path) -> "Inspection":
    """Return a file in the run's network; raises ImageError."""
    preprocess = run.record.preprocess
    loaded = load(image, preprocess, readable_part=True)
    return run.explainer.inspect(whole_picture(image, loaded, preprocess, readable_part=True), loaded)


def _explanations(inspection: "Inspection", wish: ExplainWish, targets: Sequence[Target], layers: Sequence[str],
                  should_stop: ShouldStop) -> Iterator[Explanation]:
    """Yield every wanted map of one image; methods of the input once, not at each layer."""
    from cnnstudio.explain.layer_explanations import layer_explanations

    for target, method in product(targets, wish.methods):
        if wish.every_layer and not method_info(method).of_input:
            yield from layer_explanations(inspection, target, method, should_stop, wish.settings)
            continue
        for layer in layers[:1] if method_info(method).of_input else layers:
            yield inspection.explain(target, layer, method, should_stop=should_stop, settings=wish.settings)


def _row(image: ListedImage, found: Explanation, stem: str) -> tuple[object, ...]:
    p, box = found.provenance, hot_box(found)
    corners = (None,) * 5 if box is None else (
        round(box.share, 4), *(round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom)))
    return (image.name, image.label, found.class_names[found.predicted], _probability(found, found.predicted),
            p.target_name, p.target_kind, p.against_name, _probability(found, found.target), p.layer, p.method,
            f"{found.heatmap.peak:.6g}", int(found.heatmap.weak), *corners, found.evidence, stem)


def _probability(found: Explanation, index: int) -> float:
    return round(float(found.probabilities[index]), 6)
