"""Real trainings on the sample Digits: some made to go wrong in a known way, others healthy, and what is said of them.

``python -m tests.stories.verdicts 30 100`` follows 30 healthy trainings and five of every kind of trouble, with seeds
from 100 on.
"""

import io
import json
import sys
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, pairwise, product
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import nn

from cnnstudio.network.presets import preset
from cnnstudio.paths import resource
from cnnstudio.torch_network.builder import build, initialise
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.trainer import Trainer
from cnnstudio.training.verdict import Verdict, VerdictKind, verdicts
from tests.unit.training.sources import TensorSource

CLASSES = 10
Data = tuple[torch.Tensor, torch.Tensor]


@cache
def digits() -> Data:
    """Return the sample's images (2000, 1, 28, 28), normalised, and their labels."""
    with zipfile.ZipFile(resource("samples/digits.zip")) as sample:
        names = sorted(name for name in sample.namelist() if name.endswith(".png"))
        pixels = np.stack([np.asarray(Image.open(io.BytesIO(sample.read(name))).convert("L")) for name in names])
    values = pixels.astype(np.float32)[:, None]
    labels = np.array([int(name.partition("/")[0]) for name in names])
    return torch.from_numpy((values - values.mean()) / values.std()), torch.from_numpy(labels)


def drawn(train: int, validation: int, seed: int) -> tuple[Data, Data]:
    """Draw training and validation images at random, without a common one."""
    images, labels = digits()
    order = torch.from_numpy(np.random.default_rng(seed).permutation(len(labels)))
    first, second = order[:train], order[train:train + validation]
    return (images[first], labels[first]), (images[second], labels[second])


@dataclass(frozen=True)
class Followed:
    """A training that has ended: its epochs, and what the verdict needs besides."""

    rows: Sequence[EpochEnded]
    class_counts: Sequence[int]

    def verdicts(self, epochs: int | None = None) -> tuple[Verdict, ...]:
        """Return what is said after so many epochs."""
        images = sum(self.class_counts)
        return verdicts(self.rows[:epochs], baseline=max(self.class_counts) / images, validation_images=images,
                        class_counts=self.class_counts)

    @property
    def alarms(self) -> dict[int, str]:
        """What was wrong, by epoch: of all epochs after which anything was."""
        told = {count: self.verdicts(count) for count in range(1, len(self.rows) + 1)}
        return {count: found[0].text for count, found in told.items() if any(one.is_alarm for one in found)}


def follow(module: nn.Module, train: Data, validation: Data, **settings: Any) -> Followed:
    """Train with the program's own trainer, in one thread and float32."""
    config = TrainConfig(**({"precision": "float32", "threads": 1} | settings))
    trainer = Trainer(module, TensorSource(*train, config.batch_size, shuffle=True), TensorSource(*validation, 64),
                      config, device=torch.device("cpu"))
    rows = [event for event in trainer.run(lambda: False) if isinstance(event, EpochEnded)]
    return Followed(rows, torch.bincount(validation[1], minlength=CLASSES).tolist())


def network(name: str, initialization: str, seed: int) -> nn.Module:
    """Return one of the program's own networks for digits, or six dense layers of ReLUs."""
    if name == "deep":
        return dense(6, nn.ReLU, width=64, gain=2 ** 0.5, seed=seed)
    module = build(preset(name, input_shape=(1, 28, 28), classes=CLASSES))
    initialise(module, initialization, seed)
    return module


def dense(depth: int, activation: Callable[[], nn.Module], *, width: int = 32, gain: float = 1.0,
          seed: int = 0) -> nn.Sequential:
    """Return dense layers with weights of deviation gain / √inputs and biases 0."""
    sizes = [784, *[width] * (depth - 1), CLASSES]
    layers: list[nn.Module] = [nn.Flatten()]
    generator = torch.Generator().manual_seed(seed)
    for inputs, outputs in pairwise(sizes):
        layer = nn.Linear(inputs, outputs)
        nn.init.normal_(layer.weight, std=gain / inputs ** 0.5, generator=generator)
        nn.init.zeros_(layer.bias)
        layers += [layer, activation()]
    return nn.Sequential(*layers[:-1])


# trainings made to show each kind of trouble

def zeros(seed: int) -> Followed:
    """Start with nothing but zeros."""
    module = dense(3, nn.ReLU, seed=seed)
    for parameter in module.parameters():
        nn.init.zeros_(parameter)
    return follow(module, *drawn(300, 200, seed), epochs=4)


def rate_of_ten(seed: int) -> Followed:
    """Take a learning rate that throws the weights about."""
    return follow(dense(3, nn.Tanh, seed=seed), *drawn(300, 200, seed), epochs=6, learning_rate=10.0, optimizer="sgd")


def rate_of_a_millionth(seed: int) -> Followed:
    """Take a learning rate that moves nothing."""
    return follow(dense(3, nn.ReLU, gain=1.4, seed=seed), *drawn(300, 200, seed), epochs=6, learning_rate=1e-6)


def large_start(seed: int) -> Followed:
    """Give ten layers weights three times as large as they should be."""
    return follow(dense(10, nn.ReLU, gain=4.0, seed=seed), *drawn(300, 200, seed), epochs=4, learning_rate=1e-4)


def ten_sigmoids(seed: int) -> Followed:
    """Stack ten sigmoids, each of which passes on a quarter of the gradient at most."""
    return follow(dense(10, nn.Sigmoid, seed=seed), *drawn(300, 200, seed), epochs=5)


def negative_biases(seed: int) -> Followed:
    """Start ReLUs whose biases lie far below zero."""
    module = dense(3, nn.ReLU, gain=1.4, width=64, seed=seed)
    layer = module[1]
    with torch.no_grad():
        layer.get_parameter("bias")[:48] = -100.0
    return follow(module, *drawn(300, 200, seed), epochs=4)


def rare_classes(seed: int) -> Followed:
    """Show 95 pictures of one digit and 5 of another that looks like it, and give hardly time to learn."""
    images, labels = digits()
    many, few = (torch.nonzero(labels == digit).flatten() for digit in (4, 9))
    order = np.random.default_rng(seed).permutation(200)
    train = torch.cat((many[order[:95]], few[order[:5]]))
    validation = torch.cat((many[order[95:190]], few[order[5:10]]))
    module = dense(2, nn.ReLU, gain=1.4, width=16, seed=seed)
    return follow(module, (images[train], labels[train]), (images[validation], labels[validation]), epochs=5,
                  learning_rate=1e-3)


def forty_images(seed: int) -> Followed:
    """Learn forty images by heart."""
    return follow(dense(3, nn.ReLU, gain=1.4, width=128, seed=seed), *drawn(40, 300, seed), epochs=30,
                  learning_rate=2e-3)


def random_labels(seed: int) -> Followed:
    """Give labels that have nothing to do with the images."""
    (images, labels), validation = drawn(200, 300, seed)
    shuffled = labels[torch.from_numpy(np.random.default_rng(seed).permutation(len(labels)))]
    return follow(dense(2, nn.ReLU, gain=1.4, seed=seed), (images, shuffled), validation, epochs=6)


def single_unit(seed: int) -> Followed:
    """Take a network that is too small: everything goes through a single unit."""
    return follow(dense(3, nn.Tanh, width=1, gain=1.4, seed=seed), *drawn(600, 300, seed), epochs=14,
                  learning_rate=3e-3)


def ten_validation_images(seed: int) -> Followed:
    """Measure a healthy training on hardly anything."""
    return follow(dense(2, nn.ReLU, gain=1.4, width=64, seed=seed), *drawn(600, 12, seed), epochs=4)


TROUBLES: tuple[tuple[VerdictKind, Callable[[int], Followed]], ...] = (
    ("symmetry", zeros), ("learning_rate_too_high", rate_of_ten), ("learning_rate_too_low", rate_of_a_millionth),
    ("exploding_gradients", large_start), ("vanishing_gradients", ten_sigmoids), ("dead_relus", negative_biases),
    ("unbalanced", rare_classes), ("overfitting", forty_images), ("guessing", random_labels),
    ("underfitting", single_unit))
"""What should be said first, and the training it should be said of."""


# healthy ones

LEARNED = 0.6
"""Validation accuracy from which on a training counts as healthy; what stays below is reported apart."""
NETWORKS = ("lenet5", "deep", "dense", "small", "tutorial")
RECIPES: tuple[dict[str, Any], ...] = (
    {"optimizer": "adam", "learning_rate": 1e-3}, {"optimizer": "sgd", "learning_rate": 1e-2},
    {"optimizer": "adamw", "learning_rate": 5e-4, "weight_decay": 0.01, "schedule": "cosine"})


@dataclass
class HealthyReport:
    """What came of healthy trainings."""

    trainings: int = 0
    unhealthy: list[str] = field(default_factory=list)
    false_alarms: list[str] = field(default_factory=list)
    accuracies: list[float] = field(default_factory=list)


def healthy(count: int, epochs: int = 6, images: int = 800, first_seed: int = 0) -> HealthyReport:
    """Follow ``count`` trainings that go well, every network with every recipe, and note each alarm in any epoch."""
    report = HealthyReport()
    for seed, recipe, name in islice(product(range(first_seed, first_seed + count), RECIPES, NETWORKS), count):
        scheme = "xavier" if name == "lenet5" else "kaiming"
        followed = follow(network(name, scheme, seed), *drawn(images, 400, seed), epochs=epochs, seed=seed, **recipe)
        accuracy, title = followed.rows[-1].val_accuracy, f"{name} {recipe} seed {seed}"
        if accuracy < LEARNED:
            report.unhealthy.append(f"{title}: {accuracy:.3f}, {[one.kind for one in followed.verdicts()]}")
            continue
        report.trainings += 1
        report.accuracies.append(accuracy)
        report.false_alarms += [f"{title}, epoch {epoch}: {text}" for epoch, text in followed.alarms.items()]
    return report


def main(count: int, first_seed: int = 0) -> dict[str, object]:
    """Follow everything and report; other seeds than those the rules were made with give an honest figure."""
    seeds = range(first_seed, first_seed + 5)
    told = {kind: [make(seed).verdicts()[0].kind for seed in seeds] for kind, make in TROUBLES}
    report = healthy(count, first_seed=first_seed)
    return {"troubles": told, "right": sum(found.count(kind) for kind, found in told.items()),
            "of": sum(map(len, told.values())), "healthy": report.trainings, "false_alarms": report.false_alarms,
            "not_healthy": report.unhealthy,
            "validation_accuracy": [round(min(report.accuracies), 3), round(float(np.mean(report.accuracies)), 3)]}


if __name__ == "__main__":
    torch.set_num_threads(1)
    print(json.dumps(main(*map(int, sys.argv[1:])), indent=1))
