"""The training loop: batches in, events out, and nothing else."""

import contextlib
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import torch
from torch import nn

from cnnstudio.errors import ImagesAwayError, TrainingError
from cnnstudio.training.callbacks import Callback, EarlyStopping
from cnnstudio.training.config import EPOCHS_LIMIT, TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.devices import describe
from cnnstudio.training.distributed.agreement import check_same
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.training.endings import ending, more_epochs_notice
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
from cnnstudio.training.failures import check_weights
from cnnstudio.training.layer_figures import LayerWatch, images_looked_at
from cnnstudio.training.memory_blocks import blocks_kept
from cnnstudio.training.modes import evaluation_mode, modes_kept
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.place import Place, Sums
from cnnstudio.training.precision import PrecisionChoice, Situation, choose_precision
from cnnstudio.training.precision_probe import step_probe
from cnnstudio.training.randomness import PrivateRandomness
from cnnstudio.training.recalls import ClassTally
from cnnstudio.training.schedules import learning_rate
from cnnstudio.training.step import BatchLike, BatchSource, StepRunner, epoch_batches
from cnnstudio.training.thread_choice import ThreadChoice, choose_threads, shared_cores, thread_probe
from cnnstudio.training.threads import threads_used
from cnnstudio.training.waiting import patiently, until_back
from cnnstudio.wording import translate

__all__ = ["BatchLike", "BatchSource", "Trainer"]

_ASK_EVERY_S = 0.05
"""How often a training that pauses asks whether it is to stop."""

_UNMEASURED = PrecisionChoice("float32", "several processes would not measure the same, so they take it unless asked "
                                         "for another one")
_SHORTEST_S = 1e-6
"""A coarse clock may stand still between two steps."""


class Trainer:
    """Trains a module and tells of it as it goes.

    The same module, batches, configuration and number of threads give the same curve, bit for bit, on the CPU;
    neither the validation nor other work in the process between the events changes it, and neither does a pause, or an
    end and a new beginning with `state` and `restore`.

    Parameters
    ----------
    module : images (N, C, H, W) -> logits (N, K); is moved to ``device`` and trained in place
    train, validation : batches of the two splits, at least one image each
    config : the recipe; its ``initialization`` has been applied by whoever made the module
    device : from `devices.choose`
    callbacks : told of every event before it is handed out
    memory : the folder where the automatic choice of a precision is remembered (see `precision.choose_precision`)
    control : what is asked of the training while it runs: a pause, more epochs
    images_a_class : training images of each class, needed for balanced class weights
    processes : train this network together, each with a trainer of its own and its rows of the same batches

    Attributes
    ----------
    config : the recipe, with the epochs asked for meanwhile

    Raises
    ------
    TrainingError
        When a split is empty, the module has no weights, or nothing is known to balance class weights by.
    """

    def __init__(self, module: nn.Module, train: BatchSource, validation: BatchSource, config: TrainConfig, *,
                 device: torch.device, callbacks: Sequence[Callback] = (), memory: Path | None = None,
                 control: TrainingControl | None = None, images_a_class: Sequence[int] = (),
                 processes: Processes = ALONE) -> None:
        _check_splits(train, validation)
        self.module = module.to(device)
        self.train_batches, self.validation_batches = train, validation
        self.config, self.device, self._memory = config, device, memory
        early = [EarlyStopping(config)] if config.early_stopping else []
        self.callbacks: tuple[Callback, ...] = (*callbacks, *early)
        if config.loss == "binary" and len(images_a_class) > 2:
            raise TrainingError(translate(
                "training", "The binary loss is for two classes, and these images have {count}. Choose cross-entropy "
                "as the loss.", count=len(images_a_class)))
        if config.class_weights == "balanced" and not images_a_class:
            raise TrainingError(translate(
                "training", "Class weights can only be balanced when the images of each class are counted."))
        if not any(parameter.requires_grad for parameter in module.parameters()):
            raise TrainingError(translate(
                "training", "There is nothing to train: no layer of the network has weights that may change."))
        self.optimizer = build_optimizer(module.parameters(), config)
        self._randomness = PrivateRandomness(device, config.seed)
        self._processes = processes
        self._steps = StepRunner(
            module, self.optimizer, config, self._randomness, device, images_a_class, processes)
        self._control, self._epochs_added = control or TrainingControl(), 0
        self._place = Place()
        self._layers = LayerWatch(self.module, processes)

    def state(self) -> dict[str, Any]:
        """Return all that a checkpoint needs, between any two events; rows only by their number.

        Tensors, numbers, strings and nestings of them; the tensors are the live ones.
        """
        return {"module": self.module.state_dict(), "steps": self._steps.state(),
                "layers": self._layers.state(), **self._place.state()}

    def restore(self, state: Mapping[str, Any], rows: Sequence[EpochEnded]) -> None:
        """Put a new trainer where another one was when its `state` was taken; `run` goes on from there.

        Parameters
        ----------
        state : of a trainer with the same network, batches and recipe; the recipe may have more epochs
        rows : of the epochs that trainer had done, perhaps with later ones
        """
        self.module.load_state_dict(state["module"])
        self._steps.restore(state["steps"])
        self._layers.restore(state.get("layers"))
        self._place = Place.of(state, rows)
        for callback in self.callbacks:
            callback.training_resumed(self._place.rows, self._place.patience_from)

    def result_weights(self) -> dict[str, torch.Tensor]:
        """Return the weights that are validated and kept as the result; the tensors are the live ones."""
        return self._steps.result_weights()

    def run(self, should_stop: Callable[[], bool]) -> Iterator[TrainingEvent]:
        """Train and yield each event; the last one is a `TrainingFinished`.

        ``should_stop`` is asked before every batch, so the training ends within one batch. The submodules have
        their own training flags back when the iterator ends, is closed or raises.

        Raises
        ------
        TrainingError
            Naming epoch, step and remedy; the module then has the weights from before the failed step.
        """
        should_stop = self._processes.follow(should_stop)
        check_same(self._processes, self.config, self._place.state(), self.module)
        with blocks_kept(), modes_kept(self.module), closing(self._steps), contextlib.ExitStack() as stack:
            threads = self._choose_threads(should_stop)
            stack.enter_context(threads_used(threads.count))
            place = self._place
            place.whole.go()
            yield self._told(self._started(threads, self._choose_precision(should_stop)))
            stopped_in = 0
            while not stopped_in and not self._is_complete:
                row = yield from self._epoch(should_stop)
                if row is None:
                    stopped_in = place.epoch
                else:
                    place.rows.append(row)
                    place.begin_epoch()
                    yield self._told(row)
                    yield from self._longer()
            place.halt()
            yield self._told(ending(place.rows, self.config, place.whole.seconds, stopped_in=stopped_in,
                                    stop_reason=self._stop_reason))

    @property
    def _is_complete(self) -> bool:
        return len(self._place.rows) >= self.config.epochs or bool(self._stop_reason)

    @property
    def _stop_reason(self) -> str:
        return next((callback.stop_reason for callback in self.callbacks if callback.stop_reason), "")

    def _situation(self) -> Situation:
        shape = (self.config.batch_size, *getattr(self.module, "input_shape", ()))
        return Situation(self.module, self.config, self.device, shape, self._memory)

    def _choose_threads(self, should_stop: Callable[[], bool]) -> ThreadChoice:
        if not self._processes.is_alone:
            return shared_cores(self.config, self._processes.local_count)
        situation = self._situation()
        return choose_threads(situation, thread_probe(situation, self.train_batches, should_stop))

    def _choose_precision(self, should_stop: Callable[[], bool]) -> PrecisionChoice:
        choice = _UNMEASURED if self.config.precision == "auto" and not self._processes.is_alone else choose_precision(
            self._situation(), step_probe(self.module, self.train_batches, self.config, self.device, should_stop))
        self._steps.precision = choice.name
        return choice

    def _started(self, threads: ThreadChoice, choice: PrecisionChoice) -> TrainingStarted:
        return TrainingStarted(
            describe(self.device), threads.count, self.config.epochs, len(self.train_batches),
            self.train_batches.image_count, self.validation_batches.image_count, choice.name, choice.reason,
            threads.reason, self._processes.count)

    def _epoch(self, should_stop: Callable[[], bool]) -> Generator[TrainingEvent, None, EpochEnded | None]:
        """Train what is left of the epoch and validate, yielding each step; return its row, or None when stopped."""
        place = self._place
        place.epoch_time.go()
        wait = partial(self._wait_for_images, should_stop)
        is_whole = yield from patiently(lambda: self._train(should_stop), wait)
        if not is_whole:
            return None
        check_weights(self.module, translate("training", "Epoch {epoch}", epoch=place.epoch), self.config)
        train_seconds = max(place.epoch_time.seconds, _SHORTEST_S)
        measured = yield from patiently(lambda: self._validate(place.epoch, should_stop), wait)
        if measured is None:
            return None
        validation, classes = measured
        train, lowest = place.sums, min(place.val_losses, default=float("inf"))
        return EpochEnded(
            place.epoch, train.loss, train.accuracy, validation.loss, validation.accuracy,
            self._rate(len(self.train_batches) - 1), train.images / train_seconds, place.epoch_time.seconds,
            is_best=validation.loss < lowest, layers=self._layers.figures(), recalls=classes.recalls)

    def _train(self, should_stop: Callable[[], bool]) -> Generator[TrainingEvent, None, bool]:
        """Train the batches left in the epoch; return whether it came to its end."""
        place, steps = self._place, len(self.train_batches)
        self.module.train()
        if not place.step:
            self._layers.begin()
        with epoch_batches(self.train_batches, place.epoch, place.step) as batches:
            for batch in self._processes.batches(batches):
                yield from self._pause(should_stop)
                yield from self._longer()
                if should_stop():
                    return False
                rate = self._rate(place.step)
                result = self._steps.train(
                    batch, translate(
                        "training", "Epoch {epoch}, step {step}", epoch=place.epoch,
                        step=place.step + 1), rate, is_last=place.step + 1 == steps)
                place.step += 1
                place.sums.add(result)
                self._layers.add(result.gradient_norms)
                speed = place.sums.images / max(place.epoch_time.seconds, _SHORTEST_S)
                yield from self._notices()
                yield self._told(StepEnded(
                    place.epoch, place.step, steps, result.loss, result.right / result.images, speed, rate))
        return True

    def _rate(self, step: int) -> float:
        """Return the learning rate of the update after ``step`` others in this epoch."""
        place, steps = self._place, len(self.train_batches)
        return learning_rate(self.config, len(place.rows) + step / steps, steps, place.val_losses)

    def _pause(self, should_stop: Callable[[], bool]) -> Iterator[TrainingEvent]:
        """Wait while that is wished, with the clocks halted."""
        place = self._place
        if not self._control.is_paused:
            return
        place.halt()
        yield self._told(TrainingPaused(place.epoch, place.step))
        is_over = False
        while not is_over and not should_stop():
            is_over = self._control.wait(_ASK_EVERY_S)
        place.go()
        if is_over:
            yield self._told(TrainingContinued(place.epoch, place.step))

    def _wait_for_images(self, should_stop: Callable[[], bool],
                         error: ImagesAwayError) -> Generator[TrainingEvent, None, bool]:
        """Wait until the images can be read again, with the clocks halted; return whether they can."""
        place = self._place
        place.halt()
        is_back = yield from until_back(error, self._control, should_stop, lambda problem: self._told(
            TrainingPaused(place.epoch, place.step, problem)))
        place.go()
        if is_back:
            yield self._told(TrainingContinued(place.epoch, place.step))
        return is_back

    def _longer(self) -> Iterator[TrainingEvent]:
        """Lengthen the recipe by the epochs that were asked for."""
        added = self._control.more_epochs - self._epochs_added
        if added <= 0:
            return
        self._epochs_added += added
        epochs = min(self.config.epochs + added, EPOCHS_LIMIT)
        notice = more_epochs_notice(self.config, epochs, self._place.epoch - 1)
        self.config = self.config.model_copy(update={"epochs": epochs})
        yield self._told(TrainingNotice(notice))

    def _notices(self) -> Iterator[TrainingEvent]:
        """Tell how steps are computed differently from now on."""
        for message in self._steps.take_notices():
            yield self._told(TrainingNotice(message))

    def _validate(self, epoch: int, should_stop: Callable[[], bool]) -> Generator[
            TrainingEvent, None, tuple[Sums, ClassTally] | None]:
        """Measure the validation images in evaluation mode; None when stopped meanwhile."""
        sums, classes, images = Sums(), ClassTally(), self.validation_batches.image_count
        most = images_looked_at(self.train_batches.image_count)
        with (evaluation_mode(self.module), self._steps.averaged(), self._layers.looking(images, most),
              epoch_batches(self.validation_batches, epoch) as batches):
            for step, batch in enumerate(self._processes.batches(batches), start=1):
                if should_stop():
                    return None
                result = self._steps.evaluate(batch, translate(
                    "training", "Epoch {epoch}, validation batch {step}", epoch=epoch, step=step))
                sums.add(result)
                classes.add(result.class_counts)
        yield from self._notices()
        sums.share(self._processes)
        classes.share(self._processes)
        return sums, classes

    def _told(self, event: TrainingEvent) -> TrainingEvent:
        """Tell the callbacks of an event and return it."""
        for callback in self.callbacks:
            _tell(callback, event, self.module)
        return event


def _check_splits(train: BatchSource, validation: BatchSource) -> None:
    if train.image_count == 0:
        raise TrainingError(translate(
            "training", "There are no training images. Lower the shares kept for validation and test."))
    if validation.image_count == 0:
        raise TrainingError(translate(
            "training", "There are no validation images, so nothing would show whether the network learns or only "
            "memorises. Raise the validation share."))


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
