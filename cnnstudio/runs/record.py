"""What is known about a training: everything to repeat it, and what came of it."""

import platform
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib import metadata
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, ValidationError, model_validator

from cnnstudio import __version__
from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.errors import InputError, RunError
from cnnstudio.refused_values import refusal
from cnnstudio.runs.group import RunGroup
from cnnstudio.runs.start import RunStart
from cnnstudio.training import metrics
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.metrics import Evaluation
from cnnstudio.wording import translate

SCHEMA_VERSION = 1
RunStatus = Literal["unfinished", "finished", "stopped", "early_stopped", "failed"]
"""``"unfinished"``: it trains now, or the program ended while it did."""

_NOTICES = 100
DETAILED_EPOCHS = 20
"""Of so many epochs, the last ones, a record keeps the figures of each layer and each class."""
_LIBRARIES = ("torch", "numpy", "Pillow", "safetensors")


def _read_evaluation(value: Any) -> Any:
    try:
        return metrics.from_document(value) if isinstance(value, Mapping) else value
    except InputError as error:
        raise ValueError(str(error)) from error


_EvaluationField = Annotated[
    Evaluation, BeforeValidator(_read_evaluation), PlainSerializer(metrics.to_document, return_type=dict)]


def utc_now() -> str:
    """Return the present time as a record holds it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def current_versions() -> dict[str, str]:
    """Return the versions of the program, of Python, of the system and of the libraries that decide the numbers."""
    found = {"cnnstudio": __version__, "python": platform.python_version(), "system": platform.platform()}
    for library in _LIBRARIES:
        try:
            found[library] = metadata.version(library) or "unknown"
        except (metadata.PackageNotFoundError, OSError):
            continue
    return found


class RunRecord(BaseModel):
    """A training and its outcome, frozen; `model_copy` makes the next state of it."""

    model_config = ConfigDict(frozen=True, extra="ignore", arbitrary_types_allowed=True)

    schema_version: Literal[1] = 1
    name: str = Field("", max_length=200)
    """What the user calls it; the name of its folder when empty."""
    created: str = Field(default_factory=utc_now)
    """ISO 8601 in UTC, such as ``"2026-11-22T14:03:05+00:00"``."""
    status: RunStatus = "unfinished"
    network_name: str = Field(max_length=200)
    graph: dict[str, Any]
    """The network document (see `cnnstudio.network.document`)."""
    preprocess: PreprocessConfig
    split: SplitConfig
    augment: AugmentConfig
    train: TrainConfig
    class_names: tuple[str, ...]
    mean: tuple[float, ...]
    """Of each channel, for values in [0, 1]."""
    std: tuple[float, ...]
    folder: str
    """Where the images were."""
    fingerprint: str
    """Of the image folder's names, sizes and contents."""
    images_key: str = ""
    """Of the images' names, labels, splits and contents (`RunImages.key`); empty in runs that do not know them."""
    precision: str = ""
    """What was computed with, ``"float32"`` or ``"bfloat16"``; empty in runs that do not know."""
    precision_reason: str = ""
    """Why, in words that can follow a colon."""
    threads: int = 0
    """Threads of the processor it was computed with; 0 in runs that do not know."""
    processes: int = 1
    """That computed it together; ``threads`` are those of each."""
    device: str = ""
    """Where it was computed, such as ``"cpu"``; empty in runs that do not know."""
    counts: dict[str, int]
    """Images of each split."""
    versions: dict[str, str] = Field(default_factory=current_versions)
    history: tuple[EpochEnded, ...] = ()
    best_epoch: int = Field(0, ge=0)
    """Epoch with the lowest validation loss; 0 when no epoch has ended."""
    evaluation: _EvaluationField | None = None
    """Of the best weights, on the validation images."""
    message: str = ""
    """How it ended, in a sentence."""
    notices: tuple[str, ...] = ()
    """What was told meanwhile: waits for a folder, smaller parts of a batch, a night of sleep ...; the last 100."""
    notes: str = ""
    tags: tuple[str, ...] = ()
    """Words the user files it under."""
    starred: bool = False
    group: RunGroup | None = None
    """The trainings this one belongs to; None for one that stands alone."""
    start: RunStart | None = None
    """What it started from; None where its weights were drawn or are published ones."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        datetime.fromisoformat(self.created)
        if len(self.mean) != len(self.std):
            raise ValueError(f"mean has {len(self.mean)} channels but std has {len(self.std)}")
        if self.history and self.best_epoch > self.history[-1].epoch:
            raise ValueError(f"best_epoch is {self.best_epoch} of {self.history[-1].epoch} epochs")
        return self

    def with_epoch(self, row: EpochEnded) -> "RunRecord":
        """Return the record with one more epoch; what is known of layers and classes is kept for the last ones."""
        best = row.epoch if row.is_best else self.best_epoch
        before = list(self.history)
        if len(before) >= DETAILED_EPOCHS:
            before[-DETAILED_EPOCHS] = replace(before[-DETAILED_EPOCHS], layers=(), recalls=())
        return self.model_copy(update={"history": (*before, row), "best_epoch": best})

    def with_notice(self, text: str) -> "RunRecord":
        """Return the record with one more notice; one that was the last already is not repeated."""
        if self.notices[-1:] == (text,):
            return self
        return self.model_copy(update={"notices": (*self.notices, text)[-_NOTICES:]})

    @property
    def best(self) -> EpochEnded | None:
        """The row of the best epoch."""
        return next((row for row in self.history if row.epoch == self.best_epoch), None)


def to_documents(record: RunRecord) -> dict[str, Any]:
    """Split a record into the JSON values of its files: ``record``, ``graph`` and ``history``."""
    document = record.model_dump(mode="json")
    graph, history = document.pop("graph"), document.pop("history")
    best = next((row for row in history if row["epoch"] == record.best_epoch), None)
    ends = {"epochs": len(history), "best": _figures(best), "last": _figures(history[-1] if history else None)}
    return {"record": document | {"results": ends}, "graph": graph, "history": history}


def _figures(row: dict[str, Any] | None) -> dict[str, Any] | None:
    """Leave out of a row what is known of each layer and each class."""
    return None if row is None else {name: row[name] for name in row if name not in ("layers", "recalls")}


def from_documents(documents: Mapping[str, Any], name: str) -> RunRecord:
    """Put a record together again.

    Raises
    ------
    RunError
        Beginning with ``name`` and saying which field cannot be used, or that the program is too old for it.
    """
    record = documents["record"]
    version = record.get("schema_version") if isinstance(record, Mapping) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise RunError(translate(
            "runs", "{name} was written by a newer version of CNN Studio (record {version}; this one reads "
            "{schema_version}). Update the program to open the run.", name=name, version=version,
            schema_version=SCHEMA_VERSION))
    try:
        return RunRecord.model_validate({**record, "graph": documents["graph"], "history": documents["history"]})
    except (ValidationError, TypeError) as error:
        raise RunError(translate(
            "runs", "{name} cannot be read: {first_problem}.", name=name,
            first_problem=_first_problem(error))) from error


def _first_problem(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    problem = error.errors(include_url=False)[0]
    place = ".".join(map(str, problem["loc"])) or translate("runs", "the record")
    return f"{place}: {refusal(error)}"
