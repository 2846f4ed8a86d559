"""Explains many images, each for several classes, layers and methods, and writes what was found as files."""

import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cnnstudio.data.loading import load, whole_picture
from cnnstudio.errors import ImageError, JobCancelledError, StorageError
from cnnstudio.explain.explanation import Explanation, method_info
from cnnstudio.explain.map_files import FILE_KINDS, USUAL_KINDS, MapToWrite, write_files
from cnnstudio.explain.map_paint import MapLook
from cnnstudio.explain.target import Target
from cnnstudio.wording import translate
from cnnstudio.workspace.explain_wish import ExplainWish
from cnnstudio.workspace.explanation_files import file_stem, unique_stem
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.listed_images import ListedImage
from cnnstudio.workspace.loaded_run import LoadedRun, loaded_run
from cnnstudio.workspace.map_manifest import (
    MANIFEST,
    SCORES,
    MapTable,
    entry,
    image_facts,
    network_facts,
    question_of,
    unfinished,
)
from cnnstudio.workspace.training_job import check_writable

if TYPE_CHECKING:
    from cnnstudio.explain.inspection import Inspection

__all__ = ["MANIFEST", "SCORES", "ExplainImagesJob", "FilePlan", "ImageNotExplained", "ImagesExplained", "MapWritten"]

_TABLES_EVERY_S = 15.0
"""What is done is written down so often, so that little is lost when the program ends without a word."""

Existing = Literal["replace", "keep", "go-on"]


@dataclass(frozen=True, slots=True)
class FilePlan:
    """Where and how it is written.

    Attributes
    ----------
    directory : made where it is not there
    kinds : names of `FILE_KINDS` for each map
    look : how pictures are painted
    tables : write `SCORES` and `MANIFEST` at the end, and now and then before
    existing : ``"replace"`` files of the same names; ``"keep"`` them and take other names; ``"go-on"`` with what an
        export that was stopped has left in the folder, and refuse a folder that holds anything else
    """

    directory: Path
    kinds: tuple[str, ...] = USUAL_KINDS
    look: MapLook = field(default_factory=MapLook)
    tables: bool = False
    existing: Existing = "replace"


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
    images, failed : how many are explained, and could not be
    maps : how many maps there are
    scores, manifest : where the tables are; None when none were wanted
    wanted : how many images were asked for; more than the others together when it was stopped
    """

    images: int
    failed: int
    maps: int
    scores: Path | None
    manifest: Path | None
    wanted: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether every image has had its turn."""
        return self.images + self.failed == self.wanted


class ExplainImagesJob:
    """Explain images: for each `Progress` and `MapWritten` ... or `ImageNotExplained`; at the end `ImagesExplained`.

    When it is stopped it ends with what was done, and the manifest says how many images that were.

    Parameters
    ----------
    epoch : whose weights are asked, one of `run_epochs.RunEpochs`; the best ones unless given

    Raises
    ------
    RunError, InputError, StorageError
        From `run`: a damaged run, an unknown class or layer, a place that cannot be written, or one that holds
        something which is not to be replaced.
    """

    def __init__(self, run_path: Path, images: Sequence[ListedImage], wish: ExplainWish, plan: FilePlan, *,
                 epoch: int | None = None) -> None:
        self._run_path, self._images, self._wish, self._plan, self._epoch = run_path, images, wish, plan, epoch
        self._taken: set[str] = set()
        self._table = MapTable()
        self._network: dict[str, Any] = {}
        self._maps = 0

    @property
    def title(self) -> str:
        """What the status line says."""
        count = len(self._images)
        return translate("workspace", "Explaining {count:,} images", count=count) if count != 1 else translate(
            "workspace", "Explaining {image}", image=self._images[0].name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Explain and yield the events."""
        with loaded_run(self._run_path, self._epoch) as run:
            targets = self._wish.targets(run.record.class_names)
            layers = self._wish.layer_keys(run)
            self._begin(run, layers)
        try:
            yield from self._each(targets, layers, should_stop)
            yield self._end()
        except StorageError as error:
            raise StorageError(f"{error}{self._rescued()}") from error

    def _begin(self, run: LoadedRun, layers: Sequence[str]) -> None:
        """Look at what is in the folder already."""
        plan = self._plan
        self._network = network_facts(run)
        question = question_of(run, self._wish, layers, plan.kinds, plan.look)
        self._table = unfinished(plan.directory, question, self._images) if plan.existing == "go-on" else (
            MapTable(question))
        check_writable(plan.directory)
        self._taken.update(row["files"].casefold() for row in self._table.entries)
        if plan.existing == "keep":
            ends = tuple(f".{kind.ending}" for kind in FILE_KINDS)
            self._taken.update(path.name.removesuffix(end).casefold() for path in plan.directory.iterdir()
                               for end in ends if path.name.endswith(end))
        self._maps = len(self._table.entries)

    def _each(self, targets: Sequence[Target], layers: Sequence[str], should_stop: ShouldStop) -> Iterator[object]:
        saved_s = time.monotonic()
        for number, image in enumerate(self._images):
            if should_stop():
                return
            yield Progress(number, len(self._images), translate("workspace", "explaining images"))
            if image.name not in self._table.done:
                try:
                    yield from self._image(image, targets, layers, should_stop)
                except JobCancelledError:
                    return
            self._table.finished += 1
            if self._plan.tables and time.monotonic() - saved_s > _TABLES_EVERY_S:
                self._table.save(self._plan.directory, len(self._images))
                saved_s = time.monotonic()

    def _image(self, image: ListedImage, targets: Sequence[Target], layers: Sequence[str],
               should_stop: ShouldStop) -> Iterator[object]:
        try:
            with loaded_run(self._run_path, self._epoch) as run:
                inspection = _inspect(run, image)
        except ImageError as error:
            self._table.failed[image.name] = str(error)
            yield ImageNotExplained(image, str(error))
            return
        facts, rows = image_facts(image), list[dict[str, Any]]()
        maps = _explanations(inspection, self._wish, targets, layers, should_stop)
        while (found := self._next(maps)) is not None:
            yield self._written(image, facts, found, rows)
        self._table.entries += rows
        self._table.done.add(image.name)

    def _next(self, maps: Iterator[Explanation]) -> Explanation | None:
        """Return the next map; the run is lent map by map, so that whoever gets one may use the run as well."""
        with loaded_run(self._run_path, self._epoch):
            return next(maps, None)

    def _written(self, image: ListedImage, facts: dict[str, Any], found: Explanation,
                 rows: list[dict[str, Any]]) -> MapWritten:
        plan = self._plan
        stem = unique_stem(file_stem(Path(image.name).stem, *self._name(found)), self._taken)
        origin = {**self._network, "image": image.name, **facts}
        files = write_files(MapToWrite(found, plan.look, image.name, origin), plan.directory, stem, plan.kinds)
        self._maps += 1
        if plan.tables:
            rows.append(entry(image, facts, found, plan.look, stem))
        return MapWritten(image, found, dict(files))

    def _name(self, found: Explanation) -> tuple[str, ...]:
        """Return the parts of a file name that tell the maps of one image apart."""
        p = found.provenance
        target = p.target_name if p.against_name is None else f"{p.target_name}-not-{p.against_name}"
        return (target,) if self._wish.is_single else (target, p.layer, p.method)

    def _end(self) -> ImagesExplained:
        table, count = self._table, len(self._images)
        scores, manifest = table.save(self._plan.directory, count) if self._plan.tables else (None, None)
        failed = len(table.failed)
        return ImagesExplained(table.finished - failed, failed, self._maps, scores, manifest, count)

    def _rescued(self) -> str:
        """Write down what is done, as far as that can be done, and say so."""
        if not self._plan.tables or not self._table.finished:
            return ""
        with suppress(StorageError):
            self._table.save(self._plan.directory, len(self._images))
        again = translate(
            "workspace", "; export into the same folder again to go on") if self._plan.existing == "go-on" else ""
        return translate(
            "workspace", " {finished:,} of {count:,} images are done{again}.", finished=self._table.finished,
            count=len(self._images), again=again)


def _inspect(run: LoadedRun, image: ListedImage) -> "Inspection":
    """Return an image in the run's network; raises ImageError."""
    if image.pixels is not None:
        return run.explainer.inspect(image.pixels)
    preprocess = run.record.preprocess
    loaded = load(image.path, preprocess, readable_part=True)
    return run.explainer.inspect(whole_picture(image.path, loaded, preprocess, readable_part=True), loaded)


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
