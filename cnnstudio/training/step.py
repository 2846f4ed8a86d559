"""One batch through the network: forward, loss, backward and update, or everything as it was before."""

import contextlib
import copy
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import torch
from torch import nn
from torch.nn.modules.batchnorm import _BatchNorm

from cnnstudio.errors import TrainingError
from cnnstudio.training import failures, layout
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.distributed.agreement import first_error
from cnnstudio.training.distributed.processes import ALONE, Processes, Turn
from cnnstudio.training.gathering import halving_notice, parts_of
from cnnstudio.training.losses import PLAIN, Target, loss_rule
from cnnstudio.training.precision import Precision, computing
from cnnstudio.training.randomness import PrivateRandomness, global_randomness_kept
from cnnstudio.training.tally import Measures, Tally, class_counts
from cnnstudio.training.weight_updates import WeightUpdates

_Answer = TypeVar("_Answer")


class BatchLike(Protocol):
    """One batch as the trainer sees it.

    A batch of mixed images has two attributes more, which are None or missing in any other: ``other_labels`` (N,)
    int64 and ``share`` (N,) float32 in [0.5, 1], the part of ``labels`` in each image. Where several processes share
    a batch, ``images`` are those of this process (`Processes.rows`), and everything else is of all N images.
    """

    @property
    def images(self) -> torch.Tensor:
        """(N, C, H, W) float32, normalised."""

    @property
    def labels(self) -> torch.Tensor:
        """(N,) int64 class indices."""

    @property
    def indices(self) -> Any:
        """(N,) numbers of the images, to name them in messages."""


class BatchSource(Protocol):
    """Where the batches of one split come from."""

    @property
    def image_count(self) -> int:
        """Images an epoch."""

    def __len__(self) -> int:
        """Return the batches an epoch."""

    def epoch(self, number: int, start: int = 0, /) -> Iterator[BatchLike]:
        """Yield the batches of epoch ``number`` from number ``start`` on, the same for the same number."""


@contextlib.contextmanager
def epoch_batches(source: BatchSource, number: int, start: int = 0) -> Iterator[Iterator[BatchLike]]:
    """Iterate an epoch from batch ``start`` on; it is closed however the block ends, and with it a thread behind it."""
    iterator = iter(source.epoch(number, start) if start else source.epoch(number))
    try:
        yield iterator
    finally:
        close = getattr(iterator, "close", None)
        if close is not None:
            close()


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What one batch gave."""

    loss: float
    """Mean cross-entropy of the batch, in nats, without label smoothing, class weights or gamma, so that it means
    the same in every training; of mixed images, of both labels by their share."""
    right: int
    """Images whose highest logit is the label's; of a mixed image the label with the larger share."""
    images: int
    gradient_norms: Sequence[float] = ()
    """Euclidean norm of the gradient of each parameter that learns, in the module's order; 0 for one without.
    Nothing for a batch that was only measured."""
    class_counts: torch.Tensor | None = None
    """(2, K) images of each class, and those of them that are right, on the device; only of a batch that was
    measured."""


class StepRunner:
    """Runs batches through a module; a step that fails leaves module, optimiser and random state untouched.

    Parameters
    ----------
    module : (N, C, H, W) -> logits (N, K), on ``device``
    optimizer : over the module's parameters
    config : batch size and learning rate are named in messages
    randomness : what dropout draws from
    device : where the arithmetic happens
    images_a_class : in the training split, which balanced class weights follow from; without
        them every image counts alike
    processes : compute each batch together; each of them has a runner of its own, which gets the same calls

    Attributes
    ----------
    precision : of the forward pass and its gradients; loss, weights and optimiser are float32 always
    micro_batch : images computed at a time, the recipe's or fewer once the memory did not suffice; 0 for all
    """

    def __init__(self, module: nn.Module, optimizer: torch.optim.Optimizer, config: TrainConfig,
                 randomness: PrivateRandomness, device: torch.device, images_a_class: Sequence[int] = (),
                 processes: Processes = ALONE) -> None:
        self.module, self.optimizer, self.config = module, optimizer, config
        self.randomness, self.device = randomness, device
        self.precision: Precision = "bfloat16" if config.precision == "bfloat16" else "float32"
        self.micro_batch = config.micro_batch
        self._rule = loss_rule(config, images_a_class, device)
        self._processes = processes
        self._updates = WeightUpdates(module, optimizer, config, device)
        self._notices: list[str] = []
        self._layout: layout.Plan | None = None
        self._open = contextlib.ExitStack()
        self._buffers = list(module.buffers())
        self._copies = [buffer.clone() for buffer in self._buffers]
        self._normalises = any(isinstance(part, _BatchNorm) for part in module.modules())

    def close(self) -> None:
        """Leave the module without the hooks that order its values in memory; the next step sets them again."""
        self._open.close()
        self._layout = None

    def train(self, batch: BatchLike, place: str, rate: float | None = None, *, is_last: bool = False) -> BatchResult:
        """Learn from one batch; the module must be in training mode.

        The weights are updated once as many batches are gathered as the recipe's ``accumulation`` says. When the
        memory does not suffice, the batch is computed again in parts of half as many images; see `take_notices`.

        Parameters
        ----------
        place : what messages begin with
        rate : the learning rate of this update; None leaves the optimiser's
        is_last : update after this batch, however few are gathered: none is left over at the end of an epoch

        Raises
        ------
        TrainingError
            When the loss or a gradient is not finite, a label does not fit, or the memory does not suffice for a
            single image. The message begins with ``place``. Weights, buffers, optimiser and what was gathered are
            then those from before the step.
        """
        before = self._remember()
        try:
            measures = self._within_memory(
                len(batch.labels), place, before, lambda: self._gradients_of(batch, before, place))
            norms = self._updates.norm_of_each(measures.gradient_norms)
            self._updates.take(measures, rate, is_last=is_last)
        except Exception as error:
            self._undo(before)
            self._explain(error, place)
            raise
        finally:
            self._updates.clear()
        return BatchResult(measures.loss, measures.right, len(batch.labels), norms)

    def evaluate(self, batch: BatchLike, place: str) -> BatchResult:
        """Measure one batch without learning; the module must be in evaluation mode. Raises as `train`."""
        try:
            with torch.no_grad():
                measured, logits = self._within_memory(
                    len(batch.labels), place, None, lambda: self._answers_to(batch, place))
        except Exception as error:
            self._explain(error, place)
            raise
        return BatchResult(
            measured.loss, measured.right, len(batch.labels),
            class_counts=class_counts(logits, batch.labels.to(self.device)[self._processes.rows]))

    def state(self) -> dict[str, Any]:
        """Return everything that a step depends on besides the module's weights and buffers.

        Plain values and tensors, the live ones, also between two batches of one update.
        """
        return {
            "optimizer": self.optimizer.state_dict(), "random": self.randomness.states,
            "micro_batch": self.micro_batch, **self._updates.state()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Go on from a `state` of the same recipe: the next steps are the same, bit for bit.

        The state's tensors are copied. One that was saved by an earlier version has only ``optimizer`` and ``random``.
        """
        self.optimizer.load_state_dict(copy.deepcopy(state["optimizer"]))
        self.randomness.states = state["random"]
        self.micro_batch = state.get("micro_batch", self.config.micro_batch)
        self._updates.restore(state)

    def take_notices(self) -> list[str]:
        """Return the sentences about how steps are computed differently now, each of them once."""
        notices, self._notices = self._notices, []
        return notices

    def averaged(self) -> contextlib.AbstractContextManager[None]:
        """Let the module have its result's weights inside the block: the averaged ones, if the recipe averages."""
        return self._updates.averaged()

    def result_weights(self) -> dict[str, torch.Tensor]:
        """Return the ``state_dict`` that is the training's result; the tensors are the live ones."""
        return self._updates.result_weights()

    def _within_memory(self, count: int, place: str, before: "_Before | None", work: Callable[[], _Answer]) -> _Answer:
        """Do the work on a batch of ``count`` images, and again in smaller parts while the memory does not suffice."""
        while True:
            try:
                return work()
            except Exception as error:
                if self._at_once(count) == 1 or not failures.is_out_of_memory(error) or not self._processes.is_alone:
                    raise
            # Out of the except block the error no longer holds what the pass had kept.
            if before is not None:
                self._undo(before)
            self._updates.clear()
            self._halve(count, place)

    def _at_once(self, count: int) -> int:
        return min(count, self.micro_batch or count)

    def _halve(self, count: int, place: str) -> None:
        now = self._at_once(count)
        self.micro_batch = now // 2
        self._notices.append(halving_notice(place, now, self.micro_batch, normalises=self._normalises))
        if self.device.type == "cuda":
            torch.cuda.empty_cache()

    def _gradients_of(self, batch: BatchLike, before: "_Before", place: str) -> Measures:
        """Leave the gradient of the batch's mean loss in the weights; return what was measured."""
        images, target = self._images(batch), Target.of(batch, self.device)
        tally = Tally(target, self._rule)
        with self.randomness.active():
            for part in self._parts(len(target)):
                turn = self._processes.begin(part)
                logits = self._logits(images, turn.kept, place)
                tally.add(logits, turn.rows).backward()  # type: ignore[no-untyped-call]
        counted = self._processes.add_up(self._updates.parameters, tally.counted())
        measures = tally.measures(counted, self._updates.gradients())
        self._check(measures, batch, before, place)
        return measures

    def _answers_to(self, batch: BatchLike, place: str) -> tuple[Measures, torch.Tensor]:
        """Return what was measured on a batch, and its logits (N, K)."""
        images, target = self._images(batch), Target.of(batch, self.device)
        tally = Tally(target, PLAIN)
        answers = []
        for part in self._parts(len(target)):
            turn = self._processes.begin(part)
            answers.append(self._logits(images, turn.kept, place))
            tally.add(answers[-1], turn.rows)
        measures = tally.measures(tally.counted(), [])
        self._check(measures, batch, None, place)
        return measures, answers[0] if len(answers) == 1 else torch.cat(answers)

    def _parts(self, count: int) -> list[slice]:
        return parts_of(count, self.micro_batch, joins_single=self._normalises)

    def _images(self, batch: BatchLike) -> torch.Tensor:
        """Return the images on the device, in the layout the network is fastest with."""
        images = batch.images.to(self.device)
        if self._layout is None:
            with global_randomness_kept():
                self._layout = layout.plan(self.module, images, self.config.batch_size)
            self._open.enter_context(layout.in_force(self._layout))
            self._open.enter_context(getattr(self.module, "in_fewer_passes", contextlib.nullcontext)())
            self._open.enter_context(self._processes.joined(self.module))
        return layout.channels_last(images) if self._layout.starts_last else images

    def _logits(self, images: torch.Tensor, part: slice, place: str) -> torch.Tensor:
        """Return logits (N, K) float32 of some of the images."""
        images = images if part == slice(0, len(images)) else images[part]
        with computing(self.device, self.precision):
            answer = self.module(images)
        return _checked(answer, len(images), self.config, place)

    def _remember(self) -> "_Before":
        """Copy what a forward pass changes besides the gradients: buffers such as running means, random state."""
        for kept, buffer in zip(self._copies, self._buffers, strict=True):
            kept.copy_(buffer)
        return _Before(self.randomness.states, fresh_optimizer=not self.optimizer.state)

    def _undo(self, before: "_Before") -> None:
        self.randomness.states = before.random_states
        for kept, buffer in zip(self._copies, self._buffers, strict=True):
            buffer.copy_(kept)
        if before.fresh_optimizer:
            self.optimizer.state.clear()

    def _check(self, measures: Measures, batch: BatchLike, before: "_Before | None", place: str) -> None:
        """Raise the TrainingError that fits when something is not as it must be."""
        if not 0 <= measures.lowest_label <= measures.highest_label < measures.classes:
            raise _label_error(batch, measures.classes, place)
        if not math.isfinite(measures.loss) or not math.isfinite(measures.objective):
            bad_image = failures.image_error(batch.images, batch.indices[self._processes.rows], place)
            processes = self._processes if before is not None else ALONE  # each measures its own images by itself
            raise first_error(processes, bad_image) or self._nonfinite_loss(batch, before, place)
        if not measures.is_gradient_finite:
            layer = failures.first_nonfinite_gradient(self.module)
            raise failures.nonfinite_gradient(place, layer, self.config, _numbers(batch))

    def _nonfinite_loss(self, batch: BatchLike, before: "_Before | None", place: str) -> TrainingError:
        """Run the batch again with the same random numbers to see where the first non-finite value arises."""
        if before is not None:
            self._undo(before)
        images = batch.images.to(self.device)
        with self.randomness.active(), computing(self.device, self.precision):
            turns = map(self._processes.begin, self._parts(len(batch.labels)))
            looked = [(turn, failures.find_nonfinite(self.module, images[turn.kept])) for turn in turns]
        named: TrainingError | None = None
        turn, found = next(((turn, found) for turn, found in looked if found), (Turn(slice(0), slice(0)), None))
        if found is not None:
            rows = [_numbers(batch)[turn.rows][row] for row in found.rows]
            named = failures.nonfinite_loss(place, found.layer, self.config, rows)
        return first_error(self._processes if before is not None else ALONE, named) or failures.nonfinite_loss(
            place, None, self.config, _numbers(batch))

    def _explain(self, error: Exception, place: str) -> None:
        known = failures.known_error(error, self.config, place, self.micro_batch)
        if known is not None and not isinstance(error, TrainingError):
            raise known from error


@dataclass(frozen=True, slots=True)
class _Before:
    """What brings a failed step back, apart from the copied buffers."""

    random_states: list[torch.Tensor]
    fresh_optimizer: bool


def _numbers(batch: BatchLike) -> list[int]:
    return [int(index) for index in batch.indices]


def _checked(answer: object, count: int, config: TrainConfig, place: str) -> torch.Tensor:
    """Return what a network answered as float32, when it is a row of logits an image."""
    if not isinstance(answer, torch.Tensor) or answer.ndim != 2 or answer.shape[0] != count:
        raise failures.logits_error(answer, count, place)
    if config.loss == "binary" and answer.shape[1] != 2:
        raise failures.binary_error(answer.shape[1], place)
    return answer.float()


def _label_error(batch: BatchLike, classes: int, place: str) -> TrainingError:
    """Say which label does not fit; the other labels of mixed images belong to images of the batch."""
    labels = batch.labels
    if bool(((labels >= 0) & (labels < classes)).all()):
        labels = getattr(batch, "other_labels", labels)
    return failures.label_error(labels, batch.indices, classes, place)
