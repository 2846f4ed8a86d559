"""Runs every image once through the part of a network that does not learn, and trains the rest on what comes out."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from numpy.typing import NDArray

from cnnstudio.data.batches import Batch, Batches
from cnnstudio.data.normalization import to_device
from cnnstudio.data.pixels.source import ArraySource
from cnnstudio.network.memory_rules import VALUE_BYTES
from cnnstudio.torch_network.builder import GraphNetwork
from cnnstudio.torch_network.frozen_part import frozen_end
from cnnstudio.training.events import TrainingNotice
from cnnstudio.training.modes import evaluation_mode
from cnnstudio.training.step import epoch_batches
from cnnstudio.training.threads import threads_used
from cnnstudio.wording import translate
from cnnstudio.workspace.forecast import feature_room
from cnnstudio.workspace.jobs import Progress, ShouldStop

if TYPE_CHECKING:
    from cnnstudio.training.trainer import Trainer
    from cnnstudio.workspace.prepared_training import TrainingPlan


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """What the frozen part of a network makes of some images.

    Attributes
    ----------
    values : (n, ...) float32
    rows : (N,) where in ``values`` the image with this number is
    labels : (N,) int64 class indices
    """

    values: torch.Tensor
    rows: NDArray[np.int64]
    labels: NDArray[np.int64]


class FeatureBatches(Batches):
    """Batches of features in place of images; order and sizes are those that `Batches` has for the same settings."""

    def __init__(self, features: Features, indices: NDArray[np.int64], *, batch_size: int, shuffle: bool, seed: int,
                 device: torch.device) -> None:
        source = ArraySource(np.zeros((0, 1, 1, 1), np.uint8), features.labels)
        super().__init__(source, indices, batch_size=batch_size, mean=(0.0,), std=(1.0,), shuffle=shuffle, seed=seed,
                         device=device)
        self._features = features

    def _batch(self, order: NDArray[np.int64], number: int, step: int) -> Batch:  # noqa: ARG002 - nothing is random
        indices = self._numbers(order, step)
        values = self._features.values[torch.from_numpy(self._features.rows[indices])]
        labels = torch.from_numpy(self._labels[indices])
        return Batch(to_device(values, self._device), to_device(labels, self._device), indices)


def train_on_features(plan: "TrainingPlan", trainer: "Trainer", labels: NDArray[np.int64],
                      should_stop: ShouldStop) -> Iterator[object]:
    """Let a trainer go on with features where that gives the same training: `Progress` ..., `TrainingNotice`.

    Nothing happens when training images are changed at random, when no part of the network is frozen, when the values
    would take too much memory (a notice says so), or when ``should_stop`` says so meanwhile.

    Parameters
    ----------
    plan, trainer : of one training that has not begun; the trainer's batches are exchanged
    labels : (N,) class indices of all images by number
    """
    module = trainer.module
    end = frozen_end(module) if plan.augment.is_identity and isinstance(module, GraphNetwork) else ""
    if not end or not isinstance(module, GraphNetwork):
        return
    count = trainer.train_batches.image_count + trainer.validation_batches.image_count
    needed = count * math.prod(module.shapes[end]) * VALUE_BYTES
    if needed > feature_room():
        yield TrainingNotice(translate(
            "workspace", "What the frozen layers make of the images would take {needed:,.0f} MB, more than there is "
            "room for, so every image runs through them in every epoch.", needed=needed / 1e6))
        return
    features = Features(torch.empty(count, *module.shapes[end]), np.zeros_like(labels), labels)
    for done in _fill(features, module, end, trainer):
        if should_stop():
            return
        yield Progress(done, count, translate("workspace", "images through the frozen layers, once"))
    _exchange(plan, trainer, module, end, features)
    yield TrainingNotice(translate(
        "workspace", "The layers up to {name} are frozen and images are not changed at random: every image ran "
        "through them once, and the rest of the network learns from what came out.", name=module.names[end]))


def _fill(features: Features, module: GraphNetwork, end: str, trainer: "Trainer") -> Iterator[int]:
    """Fill in the values of training and validation images; yield how many are done."""
    done = 0
    for source in (trainer.train_batches, trainer.validation_batches):
        with epoch_batches(source, 0) as batches:
            for batch in batches:
                with threads_used(trainer.config.threads), evaluation_mode(module), torch.no_grad():
                    made = module.values_of(end, batch.images.to(trainer.device))
                features.values[done:done + len(made)] = made.cpu()
                features.rows[batch.indices] = np.arange(done, done + len(made))
                done += len(made)
                yield done


def _exchange(plan: "TrainingPlan", trainer: "Trainer", module: GraphNetwork, end: str, features: Features) -> None:
    """Let the trainer take features for images; its network keeps all layers and begins behind the frozen ones."""
    shared: dict[str, Any] = {
        "batch_size": plan.config.batch_size, "seed": plan.config.seed, "device": trainer.device}
    trainer.train_batches = FeatureBatches(features, plan.splits.train, shuffle=True, **shared)
    trainer.validation_batches = FeatureBatches(features, plan.splits.validation, shuffle=False, **shared)
    module.begin_behind(end)
