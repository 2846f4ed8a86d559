"""One batch through the network: forward, loss, backward and update, or everything as it was before."""

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import torch
from torch import nn
from torch.nn import functional

from cnnstudio.errors import TrainingError
from cnnstudio.training import failures, layout
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.precision import Precision, computing
from cnnstudio.training.randomness import PrivateRandomness, global_randomness_kept


class BatchLike(Protocol):
    """One batch as the trainer sees it.

    A batch of mixed images has two attributes more, which are None or missing in any other: ``other_labels`` (N,)
    int64 and ``share`` (N,) float32 in [0.5, 1], the part of ``labels`` in each image.
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

    def epoch(self, number: int, /) -> Iterator[BatchLike]:
        """Yield the batches of epoch ``number``, the same for the same number."""


@contextlib.contextmanager
def epoch_batches(source: BatchSource, number: int) -> Iterator[Iterator[BatchLike]]:
    """Iterate one epoch and close the iterator however the block ends, so that a thread behind it ends too."""
    iterator = iter(source.epoch(number))
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
    """Mean cross-entropy of the batch, in nats."""
    right: int
    """Images whose highest logit is the label's; of a mixed image the label with the larger share."""
    images: int


@dataclass(frozen=True, slots=True)
class _Target:
    """What a batch should be answered with, on the device."""

    labels: torch.Tensor
    other_labels: torch.Tensor | None = None
    share: torch.Tensor | None = None

    @classmethod
    def of(cls, batch: BatchLike, device: torch.device) -> "_Target":
        other: torch.Tensor | None = getattr(batch, "other_labels", None)
        share: torch.Tensor | None = getattr(batch, "share", None)
        labels = batch.labels.to(device)
        if other is None or share is None:
            return cls(labels)
        return cls(labels, other.to(device), share.to(device))

    @property
    def all_labels(self) -> torch.Tensor:
        return self.labels if self.other_labels is None else torch.cat((self.labels, self.other_labels))


class StepRunner:
    """Runs batches through a module; a step that fails leaves module, optimiser and random state untouched.

    Parameters
    ----------
    module : (N, C, H, W) -> logits (N, K), on ``device``
    optimizer : over the module's parameters
    config : batch size and learning rate are named in messages
    randomness : what dropout draws from
    device : where the arithmetic happens

    Attributes
    ----------
    precision : of the forward pass and its gradients; loss, weights and optimiser are float32 always
    """

    def __init__(self, module: nn.Module, optimizer: torch.optim.Optimizer, config: TrainConfig,
                 randomness: PrivateRandomness, device: torch.device) -> None:
        self.module, self.optimizer, self.config = module, optimizer, config
        self.randomness, self.device = randomness, device
        self.precision: Precision = "bfloat16" if config.precision == "bfloat16" else "float32"
        self._layout: layout.Plan | None = None
        self._open = contextlib.ExitStack()
        self._parameters = [parameter for parameter in module.parameters() if parameter.requires_grad]
        self._buffers = list(module.buffers())
        self._copies = [buffer.clone() for buffer in self._buffers]

    def close(self) -> None:
        """Leave the module without the hooks that order its values in memory; the next step sets them again."""
        self._open.close()
        self._layout = None

    def train(self, batch: BatchLike, place: str, rate: float | None = None) -> BatchResult:
        """Update the weights by one batch; the module must be in training mode.

        Parameters
        ----------
        rate : the learning rate of this update; None leaves the optimiser's

        Raises
        ------
        TrainingError
            When the loss or a gradient is not finite, a label does not fit, or the memory is used up. The message
            begins with ``place``. Weights, buffers and optimiser are then those from before the step.
        """
        before = self._remember()
        try:
            images, target = self._images(batch), _Target.of(batch, self.device)
            with self.randomness.active():
                logits, loss = self._forward(images, target, place)
                loss.backward()  # type: ignore[no-untyped-call]
            measures = _measure(logits, loss, target, self._gradients())
            self._check(measures, batch, before, place)
            self._set_rate(rate)
            self.optimizer.step()
        except Exception as error:
            self._undo(before)
            self._explain(error, place)
            raise
        finally:
            for parameter in self._parameters:  # what the optimiser's zero_grad does, in a fifth of its time
                parameter.grad = None
        return BatchResult(measures.loss, measures.right, len(batch.labels))

    def evaluate(self, batch: BatchLike, place: str) -> BatchResult:
        """Measure one batch without learning; the module must be in evaluation mode. Raises as `train`."""
        try:
            images, target = self._images(batch), _Target.of(batch, self.device)
            with torch.no_grad():
                logits, loss = self._forward(images, target, place)
            measures = _measure(logits, loss, target, [])
            self._check(measures, batch, None, place)
        except Exception as error:
            self._explain(error, place)
            raise
        return BatchResult(measures.loss, measures.right, len(batch.labels))

    def _images(self, batch: BatchLike) -> torch.Tensor:
        """Return the images on the device, in the layout the network is fastest with."""
        images = batch.images.to(self.device)
        if self._layout is None:
            with global_randomness_kept():
                self._layout = layout.plan(self.module, images, self.config.batch_size)
            self._open.enter_context(layout.in_force(self._layout))
        return layout.channels_last(images) if self._layout.starts_last else images

    def _forward(self, images: torch.Tensor, target: _Target, place: str) -> tuple[torch.Tensor, torch.Tensor]:
        """Return logits (N, K) float32 and the mean loss."""
        with computing(self.device, self.precision):
            answer = self.module(images)
        logits = _checked(answer, len(target.labels), place)
        return logits, _mean_loss(logits, target)

    def _gradients(self) -> list[torch.Tensor]:
        return [parameter.grad for parameter in self._parameters if parameter.grad is not None]

    def _set_rate(self, rate: float | None) -> None:
        if rate is not None:
            for group in self.optimizer.param_groups:
                group["lr"] = rate * group.get("rate_factor", 1.0)

    def _remember(self) -> "_Before":
        """Copy what a forward pass changes besides the gradients: buffers such as running means, random state."""
        for copy, buffer in zip(self._copies, self._buffers, strict=True):
            copy.copy_(buffer)
        return _Before(self.randomness.states, fresh_optimizer=not self.optimizer.state)

    def _undo(self, before: "_Before") -> None:
        self.randomness.states = before.random_states
        for copy, buffer in zip(self._copies, self._buffers, strict=True):
            buffer.copy_(copy)
        if before.fresh_optimizer:
            self.optimizer.state.clear()

    def _check(self, measures: "_Measures", batch: BatchLike, before: "_Before | None", place: str) -> None:
        """Raise the TrainingError that fits when something is not as it must be."""
        if not 0 <= measures.lowest_label <= measures.highest_label < measures.classes:
            raise _label_error(batch, measures.classes, place)
        if not math.isfinite(measures.loss):
            bad_image = failures.image_error(batch.images, batch.indices, place)
            raise bad_image or self._nonfinite_loss(batch, before, place)
        if not measures.is_gradient_finite:
            layer = failures.first_nonfinite_gradient(self.module)
            raise failures.nonfinite_error("the gradient", place, layer, self.config)

    def _nonfinite_loss(self, batch: BatchLike, before: "_Before | None", place: str) -> TrainingError:
        """Run the batch again with the same random numbers to see where the first non-finite value arises."""
        if before is not None:
            self._undo(before)
        with self.randomness.active(), computing(self.device, self.precision):
            layer = failures.first_nonfinite_layer(self.module, batch.images.to(self.device))
        return failures.nonfinite_error("the loss", place, layer, self.config)

    def _explain(self, error: Exception, place: str) -> None:
        known = failures.known_error(error, self.config, place)
        if known is not None and not isinstance(error, TrainingError):
            raise known from error


@dataclass(frozen=True, slots=True)
class _Before:
    """What brings a failed step back, apart from the copied buffers."""

    random_states: list[torch.Tensor]
    fresh_optimizer: bool


@dataclass(frozen=True, slots=True)
class _Measures:
    """All numbers of a batch, fetched from the device at once."""

    loss: float
    right: int
    lowest_label: int
    highest_label: int
    is_gradient_finite: bool
    classes: int


def _checked(answer: object, count: int, place: str) -> torch.Tensor:
    """Return what a network answered as float32, when it is a row of logits an image."""
    if not isinstance(answer, torch.Tensor) or answer.ndim != 2 or answer.shape[0] != count:
        raise failures.logits_error(answer, count, place)
    return answer.float()


def _mean_loss(logits: torch.Tensor, target: _Target) -> torch.Tensor:
    """Return the mean cross-entropy; labels out of range count as the nearest one here and are reported later.

    Of a mixed image it is ``share * CE(label) + (1 - share) * CE(other label)`` (Zhang et al., 2018, mixup).
    """
    highest = logits.shape[1] - 1
    if target.other_labels is None or target.share is None:
        return functional.cross_entropy(logits, target.labels.clamp(0, highest))
    first, second = (functional.cross_entropy(logits, labels.clamp(0, highest), reduction="none")
                     for labels in (target.labels, target.other_labels))
    return (target.share * first + (1 - target.share) * second).mean()


def _label_error(batch: BatchLike, classes: int, place: str) -> TrainingError:
    """Say which label does not fit; the other labels of mixed images belong to images of the batch."""
    labels = batch.labels
    if bool(((labels >= 0) & (labels < classes)).all()):
        labels = getattr(batch, "other_labels", labels)
    return failures.label_error(labels, batch.indices, classes, place)


def _measure(logits: torch.Tensor, loss: torch.Tensor, target: _Target,
             gradients: list[torch.Tensor]) -> _Measures:
    """Fetch loss, images right, range of the labels and the norms of the gradients with one transfer."""
    right = (logits.detach().argmax(dim=1) == target.labels).sum()
    lowest, highest = target.all_labels.aminmax()
    # The function behind nn.utils.get_total_norm, without its sorting by device: a quarter of the time.
    norms = torch._foreach_norm(gradients) if gradients else ()  # noqa: SLF001
    loss_value, right_value, low, high, *sizes = torch.stack((loss.detach(), right, lowest, highest, *norms)).tolist()
    is_finite = all(map(math.isfinite, sizes))
    return _Measures(loss_value, int(right_value), int(low), int(high), is_finite, logits.shape[1])
