"""Holds the suggested learning rates against a grid of rates, on the digits; see `test_rate_suggestions`.

``python -m tests.stories.rate_suggestions [EPOCHS] [IMAGES]``. For each of three networks and two optimisers a rate is
suggested, three times with other seeds; then the network is trained with every rate of a grid (eleven, from 1e-5 to 1)
and with the suggestions. Prints one JSON object a pair: the suggestions, their validation accuracies, the best accuracy
of the grid, and how many of the grid's rates were better by more than three points (the suggestion is *good* when at
most one is and it lies within five points of the best). As the control, the rate a hundred times the suggestion must
not be good.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import torch
from torch import nn

from cnnstudio.data.batches import Batches
from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.pixels.source import open_source
from cnnstudio.data.samples import unpack
from cnnstudio.data.split import split
from cnnstudio.errors import TrainingError
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import GraphNetwork, build, initialise
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.rate_curve import RateAdvice
from cnnstudio.training.rate_finder import find_rate
from cnnstudio.training.trainer import Trainer

NETWORKS, OPTIMIZERS = ("lenet5", "tutorial", "small"), ("adam", "sgd")
GRID = tuple(10 ** (-5 + half / 2) for half in range(11))
IMAGES_AS = PreprocessConfig(height=28, width=28, color="grey", fit="stretch")
CLEARLY_BETTER, NEAR_THE_BEST = 0.03, 0.05
CPU = torch.device("cpu")


@dataclass(frozen=True)
class Images:
    """The digits, split."""

    source: Any
    train: Any
    validation: Any

    def batches(self, seed: int) -> tuple[Batches, Batches]:
        shared: dict[str, Any] = {"batch_size": 32, "mean": (0.13,), "std": (0.31,), "seed": seed}
        return (Batches(self.source, self.train, shuffle=True, **shared),
                Batches(self.source, self.validation, shuffle=False, **shared))


def digits(cache: Path, images: int) -> Images:
    folder = scan(unpack("digits"), check=False)
    splits = split(folder, SplitConfig(validation_share=0.2, seed=0))
    share = images / folder.used
    return Images(open_source(folder, IMAGES_AS, cache), splits.train[::max(1, round(1 / share))], splits.validation)


def network(name: str, seed: int, shape: tuple[int, int, int] = IMAGES_AS.shape, classes: int = 10) -> GraphNetwork:
    module = build(preset(name, input_shape=shape, classes=classes))
    initialise(module, "kaiming", seed)
    return module


def suggestion(images: Images, name: str, config: TrainConfig) -> RateAdvice:
    *_tried, advice = find_rate(network(name, config.seed), images.batches(config.seed)[0], config, CPU, lambda: False)
    assert isinstance(advice, RateAdvice)
    return advice


def accuracy(images: Images, name: str, config: TrainConfig) -> float:
    """Return the validation accuracy after the last epoch; 0 when the training breaks."""
    return reached(network(name, config.seed), images.batches(config.seed), config)


def reached(module: nn.Module, batches: tuple[Batches, Batches], config: TrainConfig) -> float:
    """Return what training a network reaches, as `accuracy` does."""
    trainer = Trainer(module, *batches, config, device=CPU)
    try:
        return [event.val_accuracy for event in trainer.run(lambda: False) if isinstance(event, EpochEnded)][-1]
    except TrainingError:
        return 0.0


def is_good(reached: float, grid: list[float]) -> bool:
    return reached >= max(grid) - NEAR_THE_BEST and sum(other > reached + CLEARLY_BETTER for other in grid) <= 1


def compare(images: Images, name: str, optimizer: str, epochs: int, grid: tuple[float, ...],
            seeds: int) -> dict[str, Any]:
    """Suggest with every seed, train with all rates, and count."""
    config = TrainConfig(optimizer=optimizer, epochs=epochs, threads=1, precision="float32")  # type: ignore[arg-type]

    def trained(rate: float, seed: int = 0) -> float:
        return accuracy(images, name, config.model_copy(update={"learning_rate": rate, "seed": seed}))

    rates = [suggestion(images, name, config.model_copy(update={"seed": seed})).rate or 0.0 for seed in range(seeds)]
    reached = [trained(rate, seed) for seed, rate in enumerate(rates)]
    others = [trained(rate) for rate in grid]
    control = trained(100 * rates[0])
    return {
        "network": name, "optimizer": optimizer, "suggested": rates, "reached": reached, "best": max(others),
        "best_rate": grid[others.index(max(others))], "grid": others, "mean_lost": max(others) - fmean(reached),
        "good": sum(is_good(each, others) for each in reached), "control_is_good": is_good(control, others)}


def story(epochs: int = 3, images: int = 2000, networks: tuple[str, ...] = NETWORKS,
          optimizers: tuple[str, ...] = OPTIMIZERS, grid: tuple[float, ...] = GRID,
          seeds: int = 3) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as directory:
        found = digits(Path(directory), images)
        for name in networks:
            for optimizer in optimizers:
                yield compare(found, name, optimizer, epochs, grid, seeds)


if __name__ == "__main__":
    for result in story(*map(int, sys.argv[1:])):
        print(json.dumps(result), flush=True)
