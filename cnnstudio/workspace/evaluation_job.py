"""Tests a run on the images of a folder."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from cnnstudio.data.image_folder import ImageFolder
from cnnstudio.data.split import split
from cnnstudio.errors import RunError
from cnnstudio.training.metrics import Evaluation
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.progress import Outcome, report_progress
from cnnstudio.workspace.scan_job import scan_events

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.pixel_source import FolderSource
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.training.predict import Predictions

SplitChoice = Literal["auto", "train", "validation", "test", "all"]
SPLIT_CHOICES: tuple[SplitChoice, ...] = ("auto", "train", "validation", "test", "all")


@dataclass(frozen=True, slots=True)
class FolderEvaluated:
    """How good a run is on a folder; the result of an `EvaluationJob`."""

    run: Path
    folder: ImageFolder
    split: str
    """``"train"``, ``"validation"``, ``"test"`` or ``"all"``."""
    evaluation: Evaluation
    seen_in_training: int
    """How many of the images the run learned from; 0 when the folder is not the one it was trained on."""
    notes: tuple[str, ...]
    """Sentences that qualify the figures."""


class EvaluationJob:
    """Scan ``root``, predict every image of a split and compare: `Progress` ..., then `FolderEvaluated`.

    Classes are matched by name; classes of the run that the folder lacks are fine.

    Parameters
    ----------
    which
        ``"auto"`` takes the folder's own test split where it has one, else all images. Splits of a folder that
        does not give them exist only for the folder the run was trained on: then they are the training's own.

    Raises
    ------
    RunError, ImageFolderError
        From `run`: a damaged run, a folder with classes the run does not know, no such split.
    """

    def __init__(self, run_path: Path, root: Path, *, cache_directory: Path, which: SplitChoice = "auto",
                 threads: int = 0) -> None:
        self._run_path, self._root, self._which, self._threads = run_path, root, which, threads
        self._cache_directory = cache_directory

    @property
    def title(self) -> str:
        """What the status line says."""
        return f"Testing {self._run_path.name} on {self._root.name}"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Evaluate and yield the events."""
        from cnnstudio.runs.store import RunFolder

        yield Progress(0, 0, "opening the run")
        run = RunFolder.load(self._run_path)
        scanned: Outcome[ImageFolder] = Outcome()
        yield from scan_events(self._root, should_stop, scanned)
        folder = scanned.get()
        class_map = map_classes(folder, run.record.class_names)
        chosen, name, seen = choose_images(folder, run.record, self._which)
        predictions: Outcome[Predictions] = Outcome()
        yield from predict_events(run, folder, chosen, class_map, self._cache_directory, self._threads, should_stop,
                                  predictions)
        yield _summary(run, folder, name, seen, predictions.get())


def _summary(run: "RunFolder", folder: ImageFolder, name: str, seen: int,
             predictions: "Predictions") -> FolderEvaluated:
    from cnnstudio.training.metrics import evaluate

    evaluation = evaluate(predictions.labels, predictions.probabilities, run.record.class_names)
    notes = []
    if seen:
        notes.append(f"{seen:,} of these {evaluation.images:,} images were learned from, so the figures say little "
                     "about new images; choose the split validation, or give a folder of new ones.")
    missing = [item.name for item in evaluation.per_class if not item.support]
    if missing:
        notes.append(f"There are no images of {', '.join(missing)}.")
    return FolderEvaluated(run.path, folder, name, evaluation, seen, tuple(notes))


def map_classes(folder: ImageFolder, known: Sequence[str]) -> "NDArray[np.int64]":
    """Return, for each class of ``folder``, its number in the run.

    Raises
    ------
    RunError
        Naming the classes the run does not know.
    """
    unknown = [name for name in folder.class_names if name not in known]
    if unknown:
        raise RunError(f"{folder.root} has classes this run has never seen: {', '.join(unknown)}. "
                       f"It knows {', '.join(known)}. Rename the folders, or move those elsewhere.")
    return np.array([list(known).index(name) for name in folder.class_names], dtype=np.int64)


def choose_images(folder: ImageFolder, record: "RunRecord",
                  which: SplitChoice) -> tuple["NDArray[np.int64]", str, int]:
    """Return the indices to test, the split's name, and how many of them the run learned from.

    Raises
    ------
    ImageFolderError
        When there are no such images in the folder.
    """
    given = {file.split for file in folder.files} - {None}
    is_own = folder.fingerprint == record.fingerprint
    if which == "auto":
        which = "test" if "test" in given else "all"
    everything = np.arange(folder.used, dtype=np.int64)
    parts: dict[str, NDArray[np.int64]] = {"all": everything}
    if is_own:
        own = split(folder, record.split)
        parts |= {"train": own.train, "validation": own.validation, "test": own.test}
    elif given:
        splits = np.array([file.split or "" for file in folder.files])
        parts |= {name: everything[splits == name] for name in ("train", "validation", "test")}
    if which not in parts or not len(parts[which]):
        raise RunError(f"There are no {which} images in {folder.root}. Give its images in folders train, val and test, "
                       "or choose the split all.")
    seen = len(np.intersect1d(parts[which], parts["train"])) if is_own else 0
    return parts[which], which, seen


def predict_events(run: "RunFolder", folder: ImageFolder, indices: "NDArray[np.int64]",
                   class_map: "NDArray[np.int64]", cache_directory: Path, threads: int, should_stop: ShouldStop,
                   outcome: "Outcome[Predictions]") -> Iterator[Progress]:
    """Decode and predict ``indices`` of ``folder`` with the best weights; labels are the run's class numbers."""
    from cnnstudio.data.pixel_cache import open_cache
    from cnnstudio.training.predict import predict
    from cnnstudio.training.threads import threads_used

    source: Outcome[FolderSource] = Outcome()
    yield from report_progress(
        lambda stop, on_progress: open_cache(folder, run.record.preprocess, cache_directory, should_stop=stop,
                                             on_progress=on_progress),
        "decoding images", should_stop, source)
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
