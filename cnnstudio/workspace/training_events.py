"""What a training job tells besides the training's own events."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.training.events import EpochEnded
from cnnstudio.training.metrics import Evaluation

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.training.config import TrainConfig


@dataclass(frozen=True, slots=True)
class RunCreated:
    """The run has its folder; the training starts."""

    path: Path


@dataclass(frozen=True, slots=True)
class RunResumed:
    """A run is open again; the training goes on. Comes in place of `RunCreated`."""

    path: Path
    record: "RunRecord"
    history: tuple[EpochEnded, ...]
    """The epochs done."""
    step: int
    """Steps done in the epoch after them."""
    notes: tuple[str, ...]
    """Why the curve may not be bit for bit that of an uninterrupted training, and other sentences; none is usual."""


@dataclass(frozen=True, slots=True)
class ValidationClasses:
    """What the validation images are, which a verdict on the training needs; comes before the first step."""

    names: tuple[str, ...]
    counts: tuple[int, ...]
    """Images of each class."""
    recipe: "TrainConfig | None" = None
    """Of the training, for the remedies."""


@dataclass(frozen=True, slots=True)
class ImagesNotKept:
    """Decoded images cannot be kept; the training goes on with the same batches, more slowly."""

    message: str


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """The run could not be saved; the training goes on and the next save is tried."""

    message: str


@dataclass(frozen=True, slots=True)
class RemedyFound:
    """The training is about to fail with this sentence, and there is something that would mend it."""

    message: str
    images: tuple[str, ...]
    """The files it happened with, all of them."""
    changes: Mapping[str, Any]
    """Fields of the recipe and their better values; perhaps none."""


@dataclass(frozen=True, slots=True)
class EvaluationReady:
    """How good the best weights are on the validation images."""

    evaluation: Evaluation


@dataclass(frozen=True, slots=True)
class RunSaved:
    """The run is complete on disk; the result of a `TrainingJob` or a `ResumeJob`."""

    path: Path
    status: str
    """``"finished"``, ``"early_stopped"`` or ``"stopped"``."""
    best_epoch: int
    """From 1; 0 when no epoch ended."""
