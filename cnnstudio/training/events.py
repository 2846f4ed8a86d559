"""What a training tells as it goes: frozen values of plain numbers, safe to hand to another thread."""

from dataclasses import dataclass
from typing import Literal

TrainingStatus = Literal["finished", "stopped", "early_stopped"]


@dataclass(frozen=True, slots=True)
class TrainingStarted:
    """Sent once, before the first step."""

    device: str
    """Such as ``"cpu"`` or ``"cuda:0 NVIDIA ..."``."""
    threads: int
    epochs: int
    steps_per_epoch: int
    train_images: int
    validation_images: int
    precision: str = "float32"
    """``"float32"`` or ``"bfloat16"``."""
    precision_reason: str = ""
    """Why, in words that can follow a colon."""
    threads_reason: str = ""
    """Why so many threads, likewise."""
    processes: int = 1
    """That train the network together; ``threads`` are those of each."""


@dataclass(frozen=True, slots=True)
class StepEnded:
    """One batch learned from."""

    epoch: int
    """From 1."""
    step: int
    """From 1, within the epoch."""
    steps: int
    """Steps in this epoch."""
    loss: float
    """Mean loss of this batch."""
    accuracy: float
    """Share right in this batch, 0 to 1."""
    images_per_s: float
    """Over this epoch so far."""
    learning_rate: float = 0.0
    """Of this place; updates are made with it."""


@dataclass(frozen=True, slots=True)
class LayerFigures:
    """How one layer with weights that learn, or one ReLU, fares at the end of an epoch; six digits of each number."""

    name: str
    """As in the network."""
    weight_norm: float = 0.0
    """Euclidean norm of its weights that learn."""
    gradient_norm: float = 0.0
    """Euclidean norm of the gradient of these weights, mean over the epoch's steps."""
    dead_share: float = 0.0
    """Of a ReLU: share of its channels that are 0 for every image looked at."""
    update_ratio: float = 0.0
    """How far the epoch moved the weights: norm of the difference over `weight_norm`; 0 when that is 0."""
    weights: int = 0
    """Numbers in it that learn; 0 for a ReLU."""
    channels: int = 0
    """Of a ReLU: channels looked at; 0 for any other layer."""
    is_alike: bool = False
    """Whether all its output channels have the very same weights, so that they can never become different."""


@dataclass(frozen=True, slots=True)
class EpochEnded:
    """One pass over the training images and one over the validation images."""

    epoch: int
    train_loss: float
    train_accuracy: float
    val_loss: float
    val_accuracy: float
    learning_rate: float
    """Of the epoch's last update."""
    images_per_s: float
    """Training images a second, validation left out."""
    seconds: float
    """The whole epoch, validation included."""
    is_best: bool
    """Whether val_loss is the lowest so far."""
    layers: tuple[LayerFigures, ...] = ()
    """In the order of the network; empty in runs of earlier versions."""
    recalls: tuple[float | None, ...] = ()
    """Share of each class's validation images that is right; None for a class without one. Empty in runs of earlier
    versions and with more than 100 classes."""


@dataclass(frozen=True, slots=True)
class TrainingPaused:
    """The training waits, between two steps, until it is told to go on or to stop."""

    epoch: int
    step: int
    """Steps done in this epoch."""
    reason: str = ""
    """Why, in a sentence, when it was not the user's wish."""


@dataclass(frozen=True, slots=True)
class TrainingContinued:
    """The training goes on after a pause."""

    epoch: int
    step: int


@dataclass(frozen=True, slots=True)
class TrainingNotice:
    """The engine changed how it works, without changing what is trained, and says so."""

    message: str


@dataclass(frozen=True, slots=True)
class TrainingFinished:
    """Sent once, last."""

    status: TrainingStatus
    epochs: int
    """Epochs completed."""
    best_epoch: int
    """Epoch with the lowest validation loss; 0 when no epoch ended."""
    seconds: float
    message: str
    """One sentence for the user."""


TrainingEvent = (
    TrainingStarted | StepEnded | EpochEnded | TrainingPaused | TrainingContinued | TrainingNotice | TrainingFinished)
