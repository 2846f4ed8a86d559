"""The training loop: batches in, events out, and nothing else."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from cnnstudio.errors import TrainingError
from cnnstudio.training.callbacks import Callback, EarlyStopping
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.devices import describe
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingEvent, TrainingFinished, TrainingStarted
from cnnstudio.training.modes import evaluation_mode, modes_kept
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.precision import PrecisionChoice, Situation, choose_precision
from cnnstudio.training.precision_probe import step_probe
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.schedules import learning_rate
from cnnstudio.training.step import BatchLike, BatchResult, BatchSource, StepRunner, epoch_batches
from cnnstudio.training.threads import threads_used

__all__ = ["BatchLike", "BatchSource", "Trainer"]


class Trainer:
    """Trains a module and tells of it as it goes.

    The same module, batches, configuration and number of threads give the same curve, bit for bit, on the CPU;
    neither the validation nor other work in the process between the events changes it.

    Parameters
    ----------
    module : images (N, C, H, W) -> logits (N, K); is moved to ``device`` and trained in place
    train, validation : batches of the two splits, at least one image each
    config : the recipe; its ``initialization`` has been applied by whoever made the module
    device : from `devices.choose`
    callbacks : told of every event before it is handed out
    memory : the folder where the automatic choice of a precision is remembered (see `precision.choose_precision`)

    Attributes
    ----------
    optimizer : its ``state_dict()`` belongs into a checkpoint

    Raises
    ------
    TrainingError
        When a split is empty or the module has no weights.
    """

    def __init__(self, module: nn.Module, train: BatchSource, validation: BatchSource, config: TrainConfig, *,
                 device: torch.device, callbacks: Sequence[Callback] = (), memory: Path | None = None) -> None:
        _check_splits(train, validation)
        self.module = module.to(device)
        self.train_batches, self.validation_batches = train, validation
        self.config, self.device, self._memory = config, device, memory
        early = [EarlyStopping(config.early_stopping)] if config.early_stopping else []
        self.callbacks: tuple[Callback, ...] = (*callbacks, *early)
        if not any(parameter.requires_grad for parameter in module.parameters()):
            raise TrainingError("There is nothing to train: no layer of the network has weights that may change.")
        self.optimizer = build_optimizer(module.parameters(), config)
        self._randomness = PrivateRandomness(device, config.seed)
        self._steps = StepRunner(module, self.optimizer, config, self._randomness, device)
        self._rows: list[EpochEnded] = []

    def state(self) -> dict[str, Any]:
        """Return what a checkpoint needs besides the weights: optimiser, random state and epochs done.

        Tensors, numbers, strings and nestings of them; the tensors are the live ones.
        """
        return {"optimizer": self.optimizer.state_dict(), "random": self._randomness.states,
                "epochs": len(self._rows)}

    def run(self, should_stop: Callable[[], bool]) -> Iterator[TrainingEvent]:
        """Train and yield each event; the last one is a `TrainingFinished`.

        ``should_stop`` is asked before every batch, so the training ends within one batch. The submodules have
        their own training flags back when the iterator ends, is closed or raises.

        Raises
        ------
        TrainingError
            Naming epoch, step and remedy; the module then has the weights from before the failed step.
        """
        with threads_used(self.config.threads) as threads, modes_kept(self.module), closing(self._steps):
            begin = time.perf_counter()
            yield self._told(self._started(threads, self._choose_precision(should_stop)))
            stopped_in = 0
            for epoch in range(1, self.config.epochs + 1):
                row = yield from self._epoch(epoch, should_stop)
                if row is None:
                    stopped_in = epoch
                    break
                self._rows.append(row)
                yield self._told(row)
                if self._stop_reason:
                    break
            yield self._told(self._finished(stopped_in, time.perf_counter() - begin))

    def _choose_precision(self, should_stop: Callable[[], bool]) -> PrecisionChoice:
        shape = (self.config.batch_size, *getattr(self.module, "input_shape", ()))
        situation = Situation(self.module, self.config, self.device, shape, self._memory)
        choice = choose_precision(
            situation, step_probe(self.module, self.train_batches, self.config, self.device, should_stop))
        self._steps.precision = choice.name
        return choice

    def _started(self, threads: int, choice: PrecisionChoice) -> TrainingStarted:
        return TrainingStarted(
            describe(self.device), threads, self.config.epochs, len(self.train_batches),
            self.train_batches.image_count, self.validation_batches.image_count, choice.name, choice.reason)

    def _epoch(self, epoch: int, should_stop: Callable[[], bool]) -> Generator[TrainingEvent, None, EpochEnded | None]:
        """Train and validate once, yielding each step; return the epoch's row, or None when stopped in it."""
        begin = time.perf_counter()
        train = _Sums()
        self.module.train()
        with epoch_batches(self.train_batches, epoch) as batches:
            for step, batch in enumerate(batches, start=1):
                if should_stop():
                    return None
                rate = self._rate(epoch, step)
                result = self._steps.train(batch, f"Epoch {epoch}, step {step}", rate)
                train.add(result)
                speed = train.images / (time.perf_counter() - begin)
                yield self._told(self._step_event(epoch, step, result, speed, rate))
        train_seconds = time.perf_counter() - begin
        validation = self._validate(epoch, should_stop)
        if validation is None:
            return None
        lowest = min((row.val_loss for row in self._rows), default=float("inf"))
        return EpochEnded(
            epoch, train.loss, train.accuracy, validation.loss, validation.accuracy,
            self._rate(epoch, len(self.train_batches)), train.images / train_seconds, time.perf_counter() - begin,
            is_best=validation.loss < lowest)

    def _rate(self, epoch: int, step: int) -> float:
        """Return the learning rate of an update; both count from 1."""
        steps = len(self.train_batches)
        return learning_rate(
            self.config, epoch - 1 + (step - 1) / steps, steps, [row.val_loss for row in self._rows])

    def _step_event(self, epoch: int, step: int, result: BatchResult, images_per_s: float, rate: float) -> StepEnded:
        steps, accuracy = len(self.train_batches), result.right / result.images
        return StepEnded(epoch, step, steps, result.loss, accuracy, images_per_s, rate)

    def _validate(self, epoch: int, should_stop: Callable[[], bool]) -> "_Sums | None":
        """Measure the validation images in evaluation mode; None when stopped meanwhile."""
        sums = _Sums()
        with evaluation_mode(self.module), epoch_batches(self.validation_batches, epoch) as batches:
            for step, batch in enumerate(batches, start=1):
                if should_stop():
                    return None
                sums.add(self._steps.evaluate(batch, f"Epoch {epoch}, validation batch {step}"))
        return sums

    @property
    def _stop_reason(self) -> str:
        return next((callback.stop_reason for callback in self.callbacks if callback.stop_reason), "")

    def _finished(self, stopped_in: int, seconds: float) -> TrainingFinished:
        epochs = len(self._rows)
        best = min(self._rows, key=lambda row: row.val_loss).epoch if self._rows else 0
        if stopped_in:
            message = f"Stopped in epoch {stopped_in}; {epochs} of {self.config.epochs} epochs are complete."
            return TrainingFinished("stopped", epochs, best, seconds, message)
        if self._stop_reason:
            return TrainingFinished("early_stopped", epochs, best, seconds, self._stop_reason)
        message = f"Finished {epochs} epochs; the validation loss was lowest in epoch {best}."
        return TrainingFinished("finished", epochs, best, seconds, message)

    def _told(self, event: TrainingEvent) -> TrainingEvent:
        """Tell the callbacks of an event and return it."""
        for callback in self.callbacks:
            _tell(callback, event, self.module)
        return event


@dataclass(slots=True)
class _Sums:
    """Loss and hits over the batches of one pass."""

    loss_sum: float = 0.0
    right: int = 0
    images: int = 0

    def add(self, result: BatchResult) -> None:
        """Count one batch."""
        self.loss_sum += result.loss * result.images
        self.right += result.right
        self.images += result.images

    @property
    def loss(self) -> float:
        """Mean loss an image."""
        return self.loss_sum / self.images

    @property
    def accuracy(self) -> float:
        """Share right, 0 to 1."""
        return self.right / self.images


def _check_splits(train: BatchSource, validation: BatchSource) -> None:
    if train.image_count == 0:
        raise TrainingError("There are no training images. Lower the shares kept for validation and test.")
    if validation.image_count == 0:
        raise TrainingError("There are no validation images, so nothing would show whether the network learns or "
                            "only memorises. Raise the validation share.")


def _tell(callback: Callback, event: TrainingEvent, module: nn.Module) -> None:
    match event:
        case TrainingStarted():
            callback.training_started(event, module)
        case StepEnded():
            callback.step_ended(event, module)
        case EpochEnded():
            callback.epoch_ended(event, module)
        case TrainingFinished():
            callback.training_finished(event, module)
