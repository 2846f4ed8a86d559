"""A training with everything it needs in memory, and how it is followed to its end while its run is kept."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.split import Splits
from cnnstudio.data.thread_pool import never_stop
from cnnstudio.errors import ImagesAwayError
from cnnstudio.network.document import from_document
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.training.events import (
    EpochEnded,
    StepEnded,
    TrainingContinued,
    TrainingEvent,
    TrainingFinished,
    TrainingNotice,
    TrainingPaused,
    TrainingStarted,
)
from cnnstudio.training.metrics import evaluate
from cnnstudio.training.waiting import patiently, until_back
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.training_events import EvaluationReady, ImagesNotKept, RunSaved, SaveFailed, ValidationClasses
from cnnstudio.workspace.training_trouble import with_causes_named, with_sleep_noticed

if TYPE_CHECKING:
    from torch import Tensor, nn

    from cnnstudio.data.pixels.source import FolderSource
    from cnnstudio.torch_network.builder import GraphNetwork
    from cnnstudio.training.predict import Predictions
    from cnnstudio.training.trainer import Trainer
    from cnnstudio.workspace.following_keeper import FollowingKeeper
    from cnnstudio.workspace.run_keeper import RunKeeper

_SAVED_AGAIN = "There is room again: the training is saved as it is now, and nothing is missing."


@dataclass(frozen=True, slots=True)
class TrainingPlan:
    """What is to be trained on what; the same plan makes the same training."""

    document: dict[str, Any]
    """The network."""
    splits: Splits
    preprocess: PreprocessConfig
    augment: AugmentConfig
    config: TrainConfig
    class_names: Sequence[str]
    mean: tuple[float, ...]
    std: tuple[float, ...]
    memory: Path
    """Where the automatic choice of a precision is remembered."""
    start: "Mapping[str, Tensor]" = field(default_factory=dict)
    """What some layers start with, by the names of the network's ``state_dict()``."""
    is_restored: bool = False
    """Whether all weights will be put in place afterwards, so that no published ones are needed."""


@dataclass(frozen=True, slots=True)
class PreparedTraining:
    """Everything a training needs in memory."""

    plan: TrainingPlan
    trainer: "Trainer"
    processes: Processes = ALONE


def prepare(plan: TrainingPlan, source: "FolderSource", control: TrainingControl,
            processes: Processes = ALONE) -> PreparedTraining:
    """Build the network with its first weights, the batches and the trainer.

    Parameters
    ----------
    processes : train the network together, each with its rows of every batch

    Raises
    ------
    DeviceError, TrainingError, NetworkError
        No such device, nothing to train, a network that cannot be built.
    """
    from cnnstudio.data.batches import Batches
    from cnnstudio.torch_network.builder import build
    from cnnstudio.training.devices import choose
    from cnnstudio.training.trainer import Trainer

    config = plan.config
    device = choose(config.device, processes)
    module = build(from_document(plan.document))
    _start(module, plan)
    shared: dict[str, Any] = {
        "batch_size": config.batch_size, "mean": plan.mean, "std": plan.std, "seed": config.seed,
        "device": str(device), "rows": processes.rows,
        "channels_last": device.type == "cpu" and _wants_channels_last(module, plan)}
    train = Batches(source, plan.splits.train, shuffle=True, augment=plan.augment, **shared)
    validation = Batches(source, plan.splits.validation, shuffle=False, augment=None, **shared)
    trainer = Trainer(module, train, validation, config, device=device, memory=plan.memory, control=control,
                      images_a_class=_images_a_class(plan, source), callbacks=control.listeners, processes=processes)
    return PreparedTraining(plan, trainer, processes)


def _start(module: "GraphNetwork", plan: TrainingPlan) -> None:
    """Give the network its first weights: drawn, then published, then those of another run."""
    from cnnstudio.torch_network.builder import initialise

    given = {node_id for node_id in module.layers if any(key.startswith(f"layers.{node_id}.") for key in plan.start)}
    initialise(module, plan.config.initialization, plan.config.seed,
               complete=[layer for node_id, layer in module.layers.items() if plan.is_restored or node_id in given])
    module.load_state_dict(dict(plan.start), strict=False)


def _validation_classes(plan: TrainingPlan, source: "FolderSource") -> ValidationClasses:
    counts = np.bincount(source.labels[np.asarray(plan.splits.validation)], minlength=len(plan.class_names))
    return ValidationClasses(tuple(plan.class_names), tuple(counts.tolist()), plan.config)


def _images_a_class(plan: TrainingPlan, source: "FolderSource") -> list[int]:
    """Count the training images of each class."""
    counts: list[int] = np.bincount(source.labels[plan.splits.train], minlength=len(plan.class_names)).tolist()
    return counts


def _wants_channels_last(module: "nn.Module", plan: TrainingPlan) -> bool:
    """Whether the trainer will compute with channels last: then batches are made so and need no copy."""
    import torch

    from cnnstudio.training.layout import pays
    from cnnstudio.training.randomness import global_randomness_kept

    with global_randomness_kept():
        return pays(module, torch.zeros(1, *plan.preprocess.shape), plan.config.batch_size)


def train_to_the_end(prepared: PreparedTraining, keeper: "RunKeeper | FollowingKeeper", source: "FolderSource",
                     should_stop: ShouldStop) -> Iterator[object]:
    """Train, keep the run, evaluate: `ValidationClasses`, training events ..., `EvaluationReady`, `RunSaved`.

    `SaveFailed` and, once, `ImagesNotKept` may come between; no `EvaluationReady` comes when no epoch ended.
    """
    from cnnstudio.workspace.frozen_features import train_on_features

    yield _validation_classes(prepared.plan, source)
    if prepared.processes.is_alone:  # several would have to agree on the memory there is
        yield from train_on_features(prepared.plan, prepared.trainer, source.labels, should_stop)
    is_told = False
    with closing(with_causes_named(_kept(prepared, keeper, should_stop), source.names)) as events:
        for event in events:
            if source.trouble and not is_told:
                is_told = True
                yield ImagesNotKept(source.trouble)
            yield event


def _kept(prepared: PreparedTraining, keeper: "RunKeeper | FollowingKeeper",
          should_stop: ShouldStop) -> Generator[object, None, None]:
    finished: TrainingFinished | None = None
    for event in with_sleep_noticed(prepared.trainer.run(should_stop)):
        yield from _saved(keeper, event)
        finished = event if isinstance(event, TrainingFinished) else finished
        yield event
    if finished is None:
        raise RuntimeError("a training ended without its last event")
    predictions = yield from patiently(
        lambda: _predicted(prepared, keeper),
        partial(_wait_for_images, finished.epochs, prepared.processes.follow(should_stop)))
    evaluation = None
    if predictions is not None:
        evaluation = evaluate(predictions.labels, predictions.probabilities, prepared.plan.class_names)
        yield from failures(keeper.keep_predictions(predictions))
    if evaluation is not None:
        yield EvaluationReady(evaluation)
    keeper.finish(finished.status, finished.message, evaluation)
    yield RunSaved(keeper.path, finished.status, finished.best_epoch)


def _wait_for_images(epochs: int, should_stop: ShouldStop,
                     error: ImagesAwayError) -> Generator[TrainingEvent, None, bool]:
    """Wait for the images that the last measurement needs, after all epochs."""
    is_back = yield from until_back(error, TrainingControl(), should_stop, partial(TrainingPaused, epochs, 0))
    if is_back:
        yield TrainingContinued(epochs, 0)
    return is_back


def _saved(keeper: "RunKeeper | FollowingKeeper", event: object) -> Iterator[object]:
    """Save what an event makes worth saving; tell when that failed, and when it is possible again."""
    before = keeper.unsaved
    yield from failures(_save(keeper, event))
    if keeper.unsaved and not before:
        keeper.note(keeper.unsaved)
    elif before and not keeper.unsaved:
        keeper.note(translate("workspace", _SAVED_AGAIN))
        yield TrainingNotice(translate("workspace", _SAVED_AGAIN))
    yield from map(TrainingNotice, keeper.take_notices())


def _save(keeper: "RunKeeper | FollowingKeeper", event: object) -> str:
    """Save what an event makes worth saving; return why that was not possible, or nothing."""
    match event:
        case StepEnded():
            return keeper.step_ended()
        case EpochEnded():
            return keeper.epoch_ended(event)
        case TrainingPaused() | TrainingFinished():
            if isinstance(event, TrainingPaused) and event.reason:
                keeper.note(translate(
                    "workspace", "Waited in epoch {epoch} after step {step}: {reason}", epoch=event.epoch,
                    step=event.step, reason=event.reason))
            return keeper.save_rest()
        case TrainingNotice():
            keeper.note(event.message)
        case TrainingStarted():
            keeper.note_start(event)
    return ""


def failures(message: str) -> Iterator[SaveFailed]:
    """Yield the event that tells of a save that failed; nothing without a message."""
    if message:
        yield SaveFailed(message)


def _predicted(prepared: PreparedTraining, keeper: "RunKeeper | FollowingKeeper") -> Generator[
        TrainingEvent, None, "Predictions | None"]:
    yield from ()
    return _predict(prepared, keeper)


def _predict(prepared: PreparedTraining, keeper: "RunKeeper | FollowingKeeper") -> "Predictions | None":
    """Return what the best weights answer on the validation images; None when no epoch ended."""
    from cnnstudio.training.predict import predict
    from cnnstudio.training.thread_choice import shared_cores
    from cnnstudio.training.threads import threads_used

    processes, trainer = prepared.processes, prepared.trainer
    if not processes.spread(trainer.module, is_ready=keeper.load_best()):
        return None
    with threads_used(shared_cores(prepared.plan.config, processes.local_count).count):
        return predict(trainer.module, trainer.validation_batches, never_stop, processes)
