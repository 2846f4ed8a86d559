"""Tests a run on the images of a folder."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cnnstudio.data.curation.decisions import Curation, curate
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.data.thread_pool import stop_if_asked
from cnnstudio.errors import RunError, StorageError
from cnnstudio.training.metrics import Evaluation
from cnnstudio.wording import translate
from cnnstudio.workspace.curation_store import StoredCuration, load_stored
from cnnstudio.workspace.image_choice import ChosenImages, SplitChoice, choose_images
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.kept_predictions import keep_if_missing
from cnnstudio.workspace.progress import Outcome, report_progress
from cnnstudio.workspace.scan_job import scan_events

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.pixels.source import FolderSource
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.training.assessment import Assessment
    from cnnstudio.training.predict import Predictions


@dataclass(frozen=True, slots=True)
class FolderEvaluated:
    """How good a run is on a folder; the result of an `EvaluationJob`."""

    run: Path
    folder: ImageFolder
    split: str
    """``"train"``, ``"validation"``, ``"test"`` or ``"all"``."""
    assessment: "Assessment"
    """Every figure."""
    seen_in_training: int
    """How many of the images the run learned from, by name or as an equal picture under another."""
    notes: tuple[str, ...]
    """Sentences that qualify the figures."""
    curation: Curation = field(default_factory=Curation)
    """What of the folder was left out or relabelled by the user's decisions."""

    @property
    def evaluation(self) -> Evaluation:
        """What follows from the answers alone."""
        return self.assessment.evaluation


class EvaluationJob:
    """Scan ``root``, predict every image of a split and compare: `Progress` ..., then `FolderEvaluated`.

    Classes are matched by name; classes of the run that the folder lacks are fine. The user's decisions about the
    folder's images are in force. Answers for the images the run was validated on are kept with it, if it has none yet.

    Parameters
    ----------
    which
        ``"auto"`` takes the test images where there are any, else all. In the folder the run was trained on the
        splits are the training's own; see `choose_images`.
    as_found
        Ignore the user's decisions about the images.
    options
        How the folder is to be read.

    Raises
    ------
    RunError, ImageFolderError
        From `run`: a damaged run, a folder with classes the run does not know, no such split.
    """

    def __init__(self, run_path: Path, root: Path, *, cache_directory: Path, which: SplitChoice = "auto",
                 threads: int = 0, as_found: bool = False, options: ScanOptions = ScanOptions()) -> None:  # noqa: B008
        self._run_path, self._root, self._which, self._threads = run_path, root, which, threads
        self._cache_directory, self._as_found, self._options = cache_directory, as_found, options

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate(
            "workspace", "Testing {run_path} on {root}", run_path=self._run_path.name, root=self._root.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Evaluate and yield the events."""
        from cnnstudio.runs.store import RunFolder

        yield Progress(0, 0, translate("workspace", "opening the run"))
        run = RunFolder.load(self._run_path)
        stored = StoredCuration(Curation()) if self._as_found else load_stored(self._root)
        scanned: Outcome[ImageFolder] = Outcome()
        options = replace(self._options, readable_parts=stored.curation.readable_parts)
        yield from scan_events(self._root, should_stop, scanned, options)
        folder = curate(scanned.get(), stored.curation)
        class_map = map_classes(folder, run.record.class_names)
        chosen = choose_images(folder, run, self._which)
        predictions: Outcome[Predictions] = Outcome()
        yield from predict_events(run, folder, chosen.indices, class_map, self._cache_directory, self._threads,
                                  should_stop, predictions)
        yield Progress(0, 0, "measuring")
        result = _summary(run, folder, chosen, stored, predictions.get(), should_stop)
        problem = _keep(run, folder, predictions.get()) if chosen.split == "validation" else ""
        yield replace(result, notes=(*result.notes, problem)) if problem else result


def _keep(run: "RunFolder", folder: ImageFolder, predictions: "Predictions") -> str:
    """Keep the answers with the run, if it has none; return why that was not possible, or nothing."""
    try:
        keep_if_missing(run, folder, predictions)
    except (StorageError, RunError) as error:
        return translate("workspace", "The answers could not be kept with the run: {reason}", reason=error)
    return ""


def _summary(run: "RunFolder", folder: ImageFolder, chosen: ChosenImages, stored: StoredCuration,
             predictions: "Predictions", should_stop: ShouldStop) -> FolderEvaluated:
    from cnnstudio.training.assessment import assess

    assessment = assess(predictions.labels, predictions.probabilities, run.record.class_names,
                        lambda: stop_if_asked(should_stop))
    evaluation = assessment.evaluation
    notes = [note for note in (stored.problem, chosen.difference) if note]
    seen = chosen.seen_in_training
    if seen:
        notes.append(translate(
            "workspace", "{seen:,} of these {images:,} images were learned from, so the figures say little about new "
            "images; choose the split validation, or give a folder of new ones.", seen=seen, images=evaluation.images))
    missing = [item.name for item in evaluation.per_class if not item.support]
    if missing:
        notes.append(translate("workspace", "There are no images of {missing}.", missing=', '.join(missing)))
    return FolderEvaluated(run.path, folder, chosen.split, assessment, seen, tuple(notes), stored.curation)


def map_classes(folder: ImageFolder, known: Sequence[str]) -> "NDArray[np.int64]":
    """Return, for each class of ``folder``, its number in the run; -1 for one without images that it does not know.

    Raises
    ------
    RunError
        Naming the classes the run does not know.
    """
    unknown = [name for name, count in folder.class_counts.items() if count and name not in known]
    if unknown:
        raise RunError(translate(
            "workspace", "{root} has classes this run has never seen: {unknown}. It knows {known}. Rename the "
            "folders, or move those elsewhere.", root=folder.root, unknown=', '.join(unknown), known=', '.join(known)))
    number = {name: place for place, name in enumerate(known)}
    return np.array([number.get(name, -1) for name in folder.class_names], dtype=np.int64)


def predict_events(run: "RunFolder", folder: ImageFolder, indices: "NDArray[np.int64]",
                   class_map: "NDArray[np.int64]", cache_directory: Path, threads: int, should_stop: ShouldStop,
                   outcome: "Outcome[Predictions]") -> Iterator[Progress]:
    """Decode and predict ``indices`` of ``folder`` with the best weights; labels are the run's class numbers."""
    from cnnstudio.data.pixels.cache import open_cache
    from cnnstudio.training.predict import predict
    from cnnstudio.training.threads import threads_used

    source: Outcome[FolderSource] = Outcome()
    yield from report_progress(
        lambda stop, on_progress: open_cache(folder, run.record.preprocess, cache_directory, should_stop=stop,
                                             on_progress=on_progress),
        translate("workspace", "decoding images"), should_stop, source)
    yield Progress(0, 0, "predicting")
    batches = _batches(run, source.get(), indices, class_map)
    module = run.load_module()
    with closing(source.get()), threads_used(threads):
        outcome.value = predict(module, batches, should_stop)


def _batches(run: "RunFolder", source: "FolderSource", indices: "NDArray[np.int64]",
             class_map: "NDArray[np.int64]") -> Any:
    from cnnstudio.data.batches import Batches

    record = run.record
    return Batches(source, indices, labels=class_map[source.labels], batch_size=record.train.batch_size,
                   mean=np.array(record.mean), std=np.array(record.std), shuffle=False, seed=0, augment=None)
