"""Holds suggested learning rates against a grid, on digits and photographs and with a network of residual blocks too.

``python -m tests.stories.rate_grid digits|photos [SEED ...]``. Prints one JSON object for each seed, network and
optimiser: the suggestion, the validation accuracy of three epochs with each rate of the grid, what the best of them
reached, and what the suggestion reaches, read between its two neighbours in the grid.
"""

import json
import math
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from cnnstudio.data.batches import Batches
from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.pixels.source import FolderSource, open_source
from cnnstudio.data.samples import unpack
from cnnstudio.data.split import Splits, split
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.rate_curve import RateAdvice
from cnnstudio.training.rate_finder import find_rate
from tests.stories import rate_suggestions

GRIDS = {"adam": (1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1), "sgd": (1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 3e-1, 1.0)}
PREPROCESS = {"digits": PreprocessConfig(height=20, width=20, color="grey", fit="stretch"),
              "photos": PreprocessConfig(height=32, width=32)}
BATCH_SIZE = {"digits": 32, "photos": 8}
MOST_TRAINED, MOST_VALIDATED = 640, 300


class ResidualBlock(nn.Module):
    """Two normalised convolutions and a way around them (He and others, 2016)."""

    def __init__(self, before: int, after: int, stride: int) -> None:
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(before, after, 3, stride, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU())
        self.second = nn.Sequential(nn.Conv2d(after, after, 3, 1, 1, bias=False), nn.BatchNorm2d(after))
        self.around = nn.Sequential(nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after))

    def forward(self, images: Tensor) -> Tensor:
        return functional.relu(self.second(self.first(images)) + self.around(images))


def residual(channels: int, classes: int, seed: int) -> nn.Module:
    torch.manual_seed(seed)
    module = nn.Sequential(
        nn.Conv2d(channels, 12, 3, 1, 1, bias=False), nn.BatchNorm2d(12), nn.ReLU(), ResidualBlock(12, 12, 1),
        ResidualBlock(12, 24, 2), ResidualBlock(24, 48, 2), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
        nn.Linear(48, classes))
    module.classes = classes  # type: ignore[assignment]
    return module


class Case:
    """A set of images, split."""

    def __init__(self, name: str, cache: Path) -> None:
        folder = scan(unpack(name), check=False)
        splits: Splits = split(folder, SplitConfig(validation_share=0.3, seed=0))
        self.name, self.preprocess, self.classes = name, PREPROCESS[name], len(folder.class_names)
        self.source: FolderSource = open_source(folder, self.preprocess, cache)
        step = 2 if len(splits.train) > MOST_TRAINED else 1
        self.train = splits.train[::step][:MOST_TRAINED]
        self.validation = splits.validation[::step][:MOST_VALIDATED]

    def batches(self, seed: int) -> tuple[Batches, Batches]:
        channels = self.preprocess.channels
        shared: dict[str, Any] = {"batch_size": BATCH_SIZE[self.name], "mean": (0.3,) * channels,
                                  "std": (0.3,) * channels, "seed": seed}
        return (Batches(self.source, self.train, shuffle=True, **shared),
                Batches(self.source, self.validation, shuffle=False, **shared))

    def network(self, name: str, seed: int) -> nn.Module:
        if name == "residual":
            return residual(self.preprocess.channels, self.classes, seed)
        return rate_suggestions.network(name, seed, self.preprocess.shape, self.classes)

    def compare(self, network: str, optimizer: str, seed: int) -> dict[str, Any]:
        """Suggest a rate, and train with every rate of the grid."""
        config = TrainConfig(optimizer=optimizer, epochs=3, threads=1, precision="float32", seed=seed)
        *_tried, advice = find_rate(self.network(network, seed), self.batches(seed)[0], config, rate_suggestions.CPU,
                                    lambda: False)
        assert isinstance(advice, RateAdvice)
        grid = GRIDS[optimizer]
        reached = [rate_suggestions.reached(self.network(network, seed), self.batches(seed),
                                            config.model_copy(update={"learning_rate": rate})) for rate in grid]
        at = math.log(advice.rate) if advice.rate else math.nan
        return {"images": self.name, "network": network, "optimizer": optimizer, "seed": seed, "rate": advice.rate,
                "grid": reached, "best": max(reached), "suggested": float(np.interp(at, np.log(grid), reached))}


def story(name: str, seeds: tuple[int, ...] = (0, 1, 2)) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as directory:
        case = Case(name, Path(directory))
        for seed in seeds:
            for network in ("small", "tutorial", "residual"):
                for optimizer in GRIDS:
                    yield case.compare(network, optimizer, seed)


if __name__ == "__main__":
    for result in story(sys.argv[1], tuple(map(int, sys.argv[2:])) or (0, 1, 2)):
        print(json.dumps(result), flush=True)
