"""Names the class of every image in a folder of any size, and goes on where an earlier try ended."""

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.data.listing.walk import Folder, FolderWalk
from cnnstudio.data.loading import load
from cnnstudio.data.thread_pool import ProgressReport, in_order, stop_if_asked
from cnnstudio.errors import ImageError, ImageFolderError, RunError, StorageError
from cnnstudio.file_lock import take_lock
from cnnstudio.os_reasons import os_reason
from cnnstudio.storage import write_json
from cnnstudio.wording import translate
from cnnstudio.workspace.class_folders import ClassFolders, Manner
from cnnstudio.workspace.jobs import Progress, ShouldStop
from cnnstudio.workspace.loaded_run import LoadedRun, loaded_run
from cnnstudio.workspace.prediction_journal import NAME as JOURNAL
from cnnstudio.workspace.prediction_journal import PredictedImage, PredictionJournal
from cnnstudio.workspace.prediction_tables import PredictedTable, write_table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.config import PreprocessConfig

TABLE, UNSURE, SUMMARY, LOCK = "predictions.csv", "unsure.csv", "summary.json", "predicting.lock"
CHUNK_IMAGES = 64
"""Files that go through the network together, counted from the first of the folder: a folder that is gone on with is
cut up as before, so that its answers are the same bit for bit."""
_SYNC_EVERY_S = 2.0


@dataclass(frozen=True, slots=True)
class PredictWish:
    """What is wanted of a folder of images.

    Attributes
    ----------
    out : folder for the results, apart from ``folder``
    table : where the table goes; ``predictions.csv`` in ``out`` when None
    sort_into : folder that gets one folder a class; None for no copies
    unsure : answers of a lower probability are listed in ``unsure.csv``, 0 to 1; None for no such list
    recursive : look into the folders inside, too
    calibrated : divide the logits by the temperature that the run's kept answers ask for
    """

    run: Path
    folder: Path
    out: Path
    table: Path | None = None
    sort_into: Path | None = None
    manner: Manner = "copies"
    unsure: float | None = None
    recursive: bool = False
    calibrated: bool = True
    threads: int = 0


@dataclass(frozen=True, slots=True)
class PredictionStarted:
    """What lies ahead: ``images`` files, ``known`` of them answered before; the ``temperature`` used, if any."""

    images: int
    known: int
    temperature: float | None


@dataclass(frozen=True, slots=True, eq=False)
class FolderPredicted:
    """The result of a `PredictJob`.

    Attributes
    ----------
    known : answers that were there from an earlier try
    counts : files of each class
    unsure : rows of ``table``, the least sure first; empty where no list was wanted
    seconds : the predicting alone
    """

    wish: PredictWish
    class_names: tuple[str, ...]
    table: PredictedTable
    known: int
    counts: tuple[int, ...]
    unsure: "NDArray[np.int64]"
    temperature: float | None
    seconds: float

    @property
    def table_path(self) -> Path:
        """Where the table is."""
        return self.wish.table or self.wish.out / TABLE

    @property
    def images_per_second(self) -> float | None:
        """How many were predicted in a second; None when all were known."""
        fresh = len(self.table.names) - self.known
        return fresh / self.seconds if fresh and self.seconds else None


@dataclass(frozen=True, slots=True)
class _File:
    """A file to predict."""

    path: Path
    name: str
    size: int
    modified_ns: int


class PredictJob:
    """Predict a folder: `Progress`, `PredictionStarted`, `Progress` ..., `FolderPredicted`.

    What was answered is kept in ``answers.jsonl`` of the output folder as it comes; the same wish again goes on there.
    Tables and copies are made at the end, whole or not at all. The images themselves are only read, decoded as for the
    training. In memory are the names and five numbers an image.

    Raises
    ------
    RunError, ImageFolderError, StorageError
        From `run`: a damaged run, no image in the folder, an output that lies inside it, cannot be written, is in use
        or holds the answers of something else.
    JobCancelledError
        ``should_stop`` said so; what was answered is kept.
    """

    def __init__(self, wish: PredictWish) -> None:
        self._wish = wish

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Predicting {name}", name=self._wish.folder.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Predict, write and yield the events."""
        wish = self._wish
        check_places(wish)
        yield Progress(0, 0, translate("workspace", "listing images"))
        files = _files(wish, should_stop)
        _make_folder(wish.out)
        lock = take_lock(wish.out / LOCK)
        if lock is None:
            raise StorageError(translate(
                "workspace", "Another window or program writes into {folder} now. Wait for its end, or give another "
                "folder.", folder=wish.out))
        try:
            yield from self._locked(files, should_stop)
        finally:
            lock.release()

    def _locked(self, files: "Sequence[_File]", should_stop: ShouldStop) -> Iterator[object]:
        wish = self._wish
        temperature, origin = _origin(wish)
        with PredictionJournal(wish.out / JOURNAL, origin) as journal:
            known = sum(journal.has(one.name, one.size, one.modified_ns) for one in files)
            yield PredictionStarted(len(files), known, temperature)
            start_s = time.monotonic()
            yield from _predict(wish, files, journal, temperature, should_stop)
            seconds = time.monotonic() - start_s
            yield Progress(0, 0, translate("workspace", "writing the table"))
            result = _written(wish, files, journal, known, temperature, seconds)
        yield from _sort(result, should_stop)
        write_json(wish.out / SUMMARY, summary(result))
        yield result


def summary(result: FolderPredicted) -> dict[str, object]:
    """Return what a `SUMMARY` file says, as strict JSON values."""
    wish = result.wish
    return {
        "run": str(wish.run), "folder": str(wish.folder), "table": str(result.table_path),
        "images": len(result.table.names), "refused": len(result.table.problems), "known_before": result.known,
        "classes": dict(zip(result.class_names, result.counts, strict=True)),
        "unsure_below": wish.unsure, "unsure": len(result.unsure),
        "sorted_into": None if wish.sort_into is None else str(wish.sort_into),
        "temperature": result.temperature, "seconds": result.seconds, "images_per_second": result.images_per_second}


def check_places(wish: PredictWish) -> None:
    """Keep the user's images as they are: nothing is written among them.

    Raises
    ------
    ImageFolderError
        When there is no such folder.
    StorageError
        When an output lies inside it.
    """
    if not wish.folder.is_dir():
        raise ImageFolderError(translate(
            "workspace", "{folder} is not a folder. Give the folder with the images to predict.", folder=wish.folder))
    for place in (wish.out, wish.table, wish.sort_into):
        if place is not None and place.absolute().resolve().is_relative_to(wish.folder.resolve()):
            raise StorageError(translate(
                "workspace", "{place} lies inside the image folder {folder}, which is never changed. Give another "
                "place for the results.", place=place, folder=wish.folder))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(translate(
            "workspace", "Cannot make the folder {folder}: {reason}.", folder=folder,
            reason=os_reason(error))) from error


def _files(wish: PredictWish, should_stop: ShouldStop) -> "list[_File]":
    """Return what seems to be an image, in natural order."""
    root = FolderWalk(should_stop, ProgressReport(None)).walk(wish.folder)
    folders = root.below() if wish.recursive else iter((root,))
    found = [one for folder in folders for one in _in_folder(folder, wish.folder)]
    if not found:
        inside = sum(folder.images for folder in root.below())
        if inside:
            raise ImageFolderError(translate(
                "workspace", "{folder} holds no image itself, but {count:,} in the folders inside. Say that these are "
                "meant, too (--recursive).", folder=wish.folder, count=inside))
        raise ImageFolderError(translate("workspace", "{folder} holds no image.", folder=wish.folder))
    return found


def _in_folder(folder: Folder, root: Path) -> "Iterator[_File]":
    place = folder.path.relative_to(root).as_posix()
    for file in folder.files:
        if not file.problem or file.is_loss:
            name = file.name if place == "." else f"{place}/{file.name}"
            yield _File(folder.path / file.name, name, file.size, file.modified_ns)


def _origin(wish: PredictWish) -> tuple[float | None, dict[str, object]]:
    """Return the temperature, and what decides the answers."""
    from cnnstudio.runs.store import RunFolder

    run = RunFolder.load(wish.run)
    if not run.record.best_epoch:
        raise RunError(translate(
            "workspace", "The run {run} has no trained weights: it ended before its first epoch did.", run=wish.run))
    temperature = run_temperature(run.path) if wish.calibrated else None
    return temperature, {
        "weights": run.load_weights()[1], "preprocess": run.record.preprocess.model_dump(mode="json"),
        "classes": list(run.record.class_names), "mean": list(run.record.mean), "std": list(run.record.std),
        "folder": str(wish.folder.resolve()), "temperature": temperature}


def run_temperature(path: Path) -> float | None:
    """Return what a run's logits are divided by: fitted on its kept answers, and only where it helps out of sample.

    None where the run keeps too few answers, or the log loss of images it was not fitted to is not lower with it.
    """
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.training.scoring import normalized
    from cnnstudio.training.temperature import fit_and_judge
    from cnnstudio.workspace.kept_predictions import sound_predictions

    run = RunFolder.load(path)
    kept = sound_predictions(run)
    if kept is None or kept.epoch != run.record.best_epoch:
        return None
    found = fit_and_judge(kept.labels, normalized(kept.probabilities))
    return found.value if found is not None and found.log_loss_after < found.log_loss_before else None


def _predict(wish: PredictWish, files: "Sequence[_File]", journal: PredictionJournal, temperature: float | None,
             should_stop: ShouldStop) -> Iterator[Progress]:
    """Answer what has no answer yet, a chunk at a time."""
    from cnnstudio.training.threads import threads_used

    chunks = [files[begin:begin + CHUNK_IMAGES] for begin in range(0, len(files), CHUNK_IMAGES)]
    open_chunks = [chunk for chunk in chunks if not all(_is_known(journal, one) for one in chunk)]
    done = len(files) - sum(map(len, open_chunks))
    with loaded_run(wish.run) as run:
        preprocess = run.record.preprocess
    pixels = in_order(lambda one: _pixels(one, wish, preprocess), [one for chunk in open_chunks for one in chunk],
                      should_stop=should_stop)
    synced_s = time.monotonic()
    with closing(pixels), threads_used(wish.threads):
        for chunk in open_chunks:
            yield Progress(done, len(files), translate("workspace", "predicting"))
            loaded = [next(pixels) for _ in chunk]
            with loaded_run(wish.run) as run:
                answers = _answers(run, chunk, loaded, temperature)
            journal.add(one for one in answers if not journal.has(one.name, one.size, one.modified_ns))
            done += len(chunk)
            if time.monotonic() - synced_s > _SYNC_EVERY_S:
                journal.sync()
                synced_s = time.monotonic()
    yield Progress(done, len(files), translate("workspace", "predicting"))


def _is_known(journal: PredictionJournal, one: _File) -> bool:
    return journal.has(one.name, one.size, one.modified_ns)


def _pixels(one: _File, wish: PredictWish, preprocess: "PreprocessConfig") -> "NDArray[np.uint8] | str":
    """Return the network's input (h, w, C), or why there is none."""
    try:
        return load(one.path, preprocess).input_pixels
    except ImageError as error:
        if not wish.folder.is_dir():
            raise ImageFolderError(translate(
                "workspace", "{folder} is not there any more. What was predicted is kept: plug the drive in and "
                "predict the folder again to go on.", folder=wish.folder)) from error
        return str(error).removeprefix(str(one.path)).lstrip(" :")


def _answers(run: LoadedRun, chunk: "Sequence[_File]", loaded: "Sequence[NDArray[np.uint8] | str]",
             temperature: float | None) -> list[PredictedImage]:
    found = iter(_probabilities(run, [pixels for pixels in loaded if not isinstance(pixels, str)], temperature))
    return [PredictedImage(one.name, one.size, one.modified_ns, problem=pixels) if isinstance(pixels, str)
            else PredictedImage(one.name, one.size, one.modified_ns, tuple(next(found)))
            for one, pixels in zip(chunk, loaded, strict=True)]


def _probabilities(run: LoadedRun, pixels: "Sequence[NDArray[np.uint8]]",
                   temperature: float | None) -> list[list[float]]:
    """Return (N, K) probabilities of (h, w, C) input pixels: softmax(logits / temperature)."""
    import torch

    from cnnstudio.data.normalization import normalize
    from cnnstudio.training.modes import evaluation_mode

    if not pixels:
        return []
    images = normalize(np.stack(pixels), np.array(run.record.mean), np.array(run.record.std))
    with evaluation_mode(run.network), torch.no_grad():
        logits = run.network(images).double() / (temperature or 1.0)
    values: list[list[float]] = logits.softmax(dim=1).tolist()
    return values


def _written(wish: PredictWish, files: "Sequence[_File]", journal: PredictionJournal, known: int,
             temperature: float | None, seconds: float) -> FolderPredicted:
    """Write the tables from the journal."""
    with loaded_run(wish.run) as run:
        names = tuple(run.record.class_names)
    table = write_table(wish.table or wish.out / TABLE, (journal.get(one.name) for one in files), names)
    rows = np.zeros(0, np.int64) if wish.unsure is None else table.unsure(wish.unsure)
    if wish.unsure is not None:
        write_table(wish.out / UNSURE, (journal.get(table.names[row]) for row in rows), names)
    return FolderPredicted(wish, names, table, known, table.counts(len(names)), rows, temperature, seconds)


def _sort(result: FolderPredicted, should_stop: ShouldStop) -> Iterator[Progress]:
    """Put every image that was answered into the folder of its class."""
    wish, table = result.wish, result.table
    if wish.sort_into is None:
        return
    folders = ClassFolders(wish.sort_into, result.class_names, wish.manner)
    report_s = 0.0
    for row, (name, number) in enumerate(zip(table.names, table.classes.tolist(), strict=True)):
        stop_if_asked(should_stop)
        if time.monotonic() > report_s:
            report_s = time.monotonic() + 0.1
            yield Progress(row, len(table.names), translate("workspace", "sorting into class folders"))
        if number >= 0:
            folders.put(wish.folder / name, number)
