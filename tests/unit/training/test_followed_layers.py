"""What a training tells of its layers and classes after each epoch, against an independent computation."""

import copy
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.training.recalls import MOST_CLASSES, ClassTally
from cnnstudio.training.trainer import Trainer
from tests.unit.training.sources import TensorSource, blobs, tiny_network

CONFIG = TrainConfig(epochs=2, batch_size=8, optimizer="sgd", learning_rate=0.05, momentum=0.0, precision="float32",
                     threads=1)


def trainer(module: nn.Module, config: TrainConfig = CONFIG) -> Trainer:
    return Trainer(module, TensorSource(*blobs(40)), TensorSource(*blobs(30, seed=1, noise=3.0)), config,
                   device=torch.device("cpu"))


def followed(module: nn.Module, config: TrainConfig = CONFIG) -> list[EpochEnded]:
    return [event for event in trainer(module, config).run(lambda: False) if isinstance(event, EpochEnded)]


def by_hand(module: nn.Module) -> tuple[list[float], nn.Module]:
    """Train one epoch with torch alone; return the mean norm of the dense layer's gradient, and the module."""
    images, labels = blobs(40)
    optimizer, norms = torch.optim.SGD(module.parameters(), lr=0.05), []
    module.train()
    for start in range(0, 40, 8):
        optimizer.zero_grad()
        nn.functional.cross_entropy(module(images[start:start + 8]), labels[start:start + 8]).backward()
        gradients = [parameter.grad.flatten() for parameter in module[6].parameters() if parameter.grad is not None]
        norms.append(float(torch.cat(gradients).norm()))
        optimizer.step()
    return norms, module.eval()


def test_an_epoch_tells_the_layers_and_recalls_that_torch_alone_gives():
    module = tiny_network(dropout=0.0)
    before = copy.deepcopy(module[6])
    row = followed(copy.deepcopy(module), CONFIG.model_copy(update={"epochs": 1}))[0]
    norms, module = by_hand(module)
    dense, relu = row.layers[-1], row.layers[2]
    weights = torch.cat([parameter.detach().flatten() for parameter in module[6].parameters()])
    old = torch.cat([parameter.detach().flatten() for parameter in before.parameters()])
    assert dense.gradient_norm == pytest.approx(np.mean(norms), rel=1e-3)
    assert dense.weight_norm == pytest.approx(float(weights.norm()), rel=1e-3)
    assert dense.update_ratio == pytest.approx(float((weights - old).norm() / weights.norm()), rel=1e-3)
    images, labels = blobs(30, seed=1, noise=3.0)
    with torch.no_grad():
        answers, outputs = module(images).argmax(dim=1), module[:3](images)
    assert relu.dead_share == float((outputs.amax(dim=(0, 2, 3)) == 0).double().mean())
    assert row.recalls == pytest.approx([float((answers[labels == one] == one).double().mean()) for one in range(3)])


def test_a_class_without_images_has_no_recall_and_many_classes_have_none_at_all():
    tally = ClassTally()
    tally.add(torch.tensor([[3.0, 0.0], [1.0, 0.0]]))
    tally.add(torch.tensor([[1.0, 0.0], [1.0, 0.0]]))
    assert tally.recalls == (0.5, None)
    many = ClassTally()
    many.add(torch.ones(2, MOST_CLASSES + 1))
    assert many.recalls == ClassTally().recalls == ()


def test_the_curve_is_the_same_without_the_watch_and_no_hook_is_left(monkeypatch: pytest.MonkeyPatch):
    module = tiny_network()
    watched = followed(module)
    assert not any(submodule._forward_hooks for submodule in module.modules())
    monkeypatch.setattr("cnnstudio.training.trainer.LayerWatch", Unwatched)
    plain = followed(tiny_network())
    assert all(row.layers for row in watched)
    assert [same(row) for row in watched] == [same(row) for row in plain]


def same(row: EpochEnded) -> EpochEnded:
    return replace(row, layers=(), seconds=0.0, images_per_s=0.0)


class Unwatched:
    """Stands for the watch and does nothing."""

    def __init__(self, _module: nn.Module, _processes: object) -> None:
        self.state = self.figures = tuple

    def begin(self) -> None:
        """Nothing."""

    def add(self, _norms: object) -> None:
        """Nothing."""

    def looking(self, _images: int, _most: int) -> torch.no_grad:
        return torch.no_grad()


def test_the_layers_are_those_of_an_uninterrupted_epoch_after_going_on_in_the_middle():
    whole = followed(tiny_network())
    first = trainer(tiny_network())
    events, steps = first.run(lambda: False), 0
    for event in events:
        steps += isinstance(event, StepEnded)
        if steps == 3:
            break
    second = trainer(tiny_network(seed=5))
    second.restore(copy.deepcopy(first.state()), ())
    events.close()
    rows = [event for event in second.run(lambda: False) if isinstance(event, EpochEnded)]
    assert [row.layers for row in rows] == [row.layers for row in whole]
