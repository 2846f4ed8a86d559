"""The table of runs: what can be said of each from its small files alone."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.errors import CNNStudioError
from cnnstudio.os_reasons import os_reason
from cnnstudio.runs.folder_names import looks_like_a_run
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.kept_epochs import kept_epochs
from cnnstudio.runs.manifest import MANIFEST_NAME, Manifest, consistently, read_json_member
from cnnstudio.runs.record import RunRecord, from_documents
from cnnstudio.runs.start import RunStart
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import translate


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One row of the table; of a damaged run only path, name and problem are set."""

    path: Path
    name: str
    problem: str = ""
    """Why it cannot be read, as a sentence; empty for a sound run."""
    created: str = ""
    status: str = ""
    network_name: str = ""
    folder: str = ""
    class_names: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    preprocess: PreprocessConfig | None = None
    augment: AugmentConfig | None = None
    train: TrainConfig | None = None
    epochs: int = 0
    """Epochs completed."""
    best_epoch: int = 0
    train_loss: float | None = None
    """Of the best epoch, like the next two."""
    train_accuracy: float | None = None
    val_loss: float | None = None
    val_accuracy: float | None = None
    """Of the best weights once evaluated, as its interval is; before that the best epoch's, reckoned as in training."""
    interval: tuple[float, float] | None = None
    """95 % interval of the validation accuracy, once evaluated."""
    images_per_s: float | None = None
    message: str = ""
    notes: str = ""
    starred: bool = False
    tags: tuple[str, ...] = ()
    group: RunGroup | None = None
    """The trainings this one belongs to."""
    right: int = 0
    """Validation images the best weights are right about, once evaluated."""
    judged: int = 0
    """Validation images they were evaluated on; 0 before that."""
    start: RunStart | None = None
    """What it started from, where its weights were not drawn."""
    kept_epochs: int = 0
    """Epochs whose weights are kept to look back at."""
    kept_bytes: int = 0
    """Room they take."""

    @property
    def is_complete(self) -> bool:
        """Whether its training came to its end and was evaluated."""
        return self.is_sound and self.status in ("finished", "early_stopped") and self.judged > 0

    @property
    def is_sound(self) -> bool:
        """Whether the run can be opened."""
        return not self.problem


def list_runs(directory: Path) -> tuple[RunSummary, ...]:
    """Return the runs in a folder, the newest first and damaged ones, with the reason, last; never raises.

    Only the manifest and the record of each are read and checked, weights when they are loaded.
    """
    try:
        folders = [path for path in directory.iterdir() if _is_run(path)]
    except FileNotFoundError:
        return ()
    except OSError as error:
        return (RunSummary(directory, directory.name, translate(
            "runs", "Cannot read {directory}: {reason}.", directory=directory, reason=os_reason(error))),)
    found = [summarize(path) for path in folders]
    return tuple(sorted(found, key=lambda summary: (summary.created, summary.path.name), reverse=True))


def _is_run(path: Path) -> bool:
    """Whether a folder entry is to be listed; one that cannot be looked into is, with the reason."""
    try:
        has_manifest = (path / MANIFEST_NAME).is_file()
        return not path.name.startswith(".") and (has_manifest or (looks_like_a_run(path.name) and path.is_dir()))
    except OSError:
        return True


def summarize(path: Path) -> RunSummary:
    """Return one row; the reason instead when the run cannot be read."""
    try:
        document = _read_record(path)
        record = from_documents({"record": document, "graph": {}, "history": ()}, str(path))
        return _summary(path, record, document["results"])
    except (CNNStudioError, KeyError, TypeError) as error:
        text = str(error) if isinstance(error, CNNStudioError) else translate(
            "runs", "The record of {path} cannot be read ({reason!r}).", path=path, reason=error)
        return RunSummary(path, path.name, text)


def _read_record(path: Path) -> Any:
    def read(manifest: Manifest) -> Any:
        return read_json_member(path, manifest, "record")

    return consistently(path, read)


def _summary(path: Path, record: RunRecord, results: dict[str, Any]) -> RunSummary:
    best = results["best"] or {}
    evaluation = record.evaluation
    kept = kept_epochs(path)
    right, judged = (int(evaluation.confusion.trace()), evaluation.images) if evaluation else (0, 0)
    return RunSummary(
        path, record.name or path.name, "", record.created, record.status, record.network_name, record.folder,
        record.class_names, tuple(record.counts.items()), record.preprocess, record.augment, record.train,
        int(results["epochs"]), record.best_epoch, best.get("train_loss"), best.get("train_accuracy"),
        best.get("val_loss"), evaluation.accuracy if evaluation else best.get("val_accuracy"),
        evaluation.interval if evaluation else None,
        best.get("images_per_s"), record.message, record.notes, record.starred, record.tags, record.group, right,
        judged, record.start, len(kept), sum(one.size for one in kept))
