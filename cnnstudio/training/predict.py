"""What a trained module answers for every image of a split."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from cnnstudio.errors import JobCancelledError
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.training.modes import evaluation_mode
from cnnstudio.training.step import BatchLike, BatchSource, epoch_batches
from cnnstudio.wording import translate


class Predictions(NamedTuple):
    """Answers for N images and K classes, in the order of the batches."""

    labels: NDArray[np.int64]
    """(N,) true class indices."""
    probabilities: NDArray[np.float32]
    """(N, K), each row sums to 1."""
    losses: NDArray[np.float32]
    """(N,) cross-entropy in nats."""
    indices: NDArray[np.int64]
    """(N,) numbers of the images."""


def predict(module: nn.Module, batches: BatchSource, should_stop: Callable[[], bool],
            processes: Processes = ALONE) -> Predictions:
    """Run the module over all batches in evaluation mode, without gradients.

    Every submodule has its own training flag back afterwards, also after an error.

    Parameters
    ----------
    module : (N, C, H, W) -> logits (N, K); stays on its device
    batches : epoch 0 of it is used
    should_stop : asked before every batch
    processes : each runs its rows of the batches through the same weights, and all get all answers

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so.
    """
    device = next((parameter.device for parameter in module.parameters()), torch.device("cpu"))
    parts: list[Predictions] = []
    places: list[NDArray[np.int64]] = []
    seen = 0
    with evaluation_mode(module), torch.no_grad(), epoch_batches(batches, 0) as epoch:
        for batch in processes.batches(epoch):
            if should_stop():
                raise JobCancelledError(translate("training", "The prediction was stopped."))
            parts.append(_answer(module, batch, device, processes.rows))
            places.append(np.arange(seen, seen + len(batch.labels))[processes.rows])
            seen += len(batch.labels)
    return _of_all(_joined(parts), places, processes)


def _answer(module: nn.Module, batch: BatchLike, device: torch.device, rows: slice) -> Predictions:
    labels = batch.labels.to(device)[rows]
    logits = module(batch.images.to(device)).float()
    losses = functional.cross_entropy(logits, labels, reduction="none")
    return Predictions(
        labels.cpu().numpy(), logits.softmax(dim=1).cpu().numpy(), losses.cpu().numpy(),
        np.asarray(batch.indices, dtype=np.int64)[rows])


def _joined(parts: list[Predictions]) -> Predictions:
    if not parts:
        nothing = np.zeros(0, np.float32)
        return Predictions(nothing.astype(np.int64), nothing.reshape(0, 0), nothing, nothing.astype(np.int64))
    columns: list[Any] = [np.concatenate(column) for column in zip(*parts, strict=True)]
    return Predictions(*columns)


def _of_all(own: Predictions, places: list[NDArray[np.int64]], processes: Processes) -> Predictions:
    """Return the answers of all processes in the order of the batches.

    Parameters
    ----------
    places : where among all images those of each batch are that this process answered for
    """
    if processes.is_alone:
        return own
    place, *columns = processes.gathered([np.concatenate(places), *own])
    order = np.argsort(place)
    return Predictions(*(column[order] for column in columns))
