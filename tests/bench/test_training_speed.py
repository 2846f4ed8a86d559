"""Measures images a second of our training loop against its limit and against the usual torchvision script."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional
from torch.utils.data import DataLoader, Subset
from torchvision import transforms
from torchvision.datasets import ImageFolder as TorchvisionFolder  # noqa: TID251 - what we are measured against

from cnnstudio.data.batches import Batches
from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.pixels.cache import open_cache
from cnnstudio.data.pixels.statistics import normalization_constants
from cnnstudio.data.samples import unpack
from cnnstudio.data.split import Splits, split
from cnnstudio.network.presets import preset
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.store import RunFolder
from cnnstudio.torch_network.builder import GraphNetwork, build, initialise
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.threads import threads_used
from cnnstudio.training.trainer import Trainer
from tests.unit.training.sources import TensorSource

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900), pytest.mark.filterwarnings("ignore")]

REPEATS = 5
IMAGES = 640
CPU = torch.device("cpu")
CASES = {"digits": PreprocessConfig(height=28, width=28, color="grey"), "photos": PreprocessConfig(height=64, width=64)}
"""Sample -> how its images enter the network."""


class Contest:
    """One sample, one network, and three ways to train it for an epoch; each returns images a second."""

    def __init__(self, name: str, directory: Path) -> None:
        self.config = CASES[name]
        self.train_config = TrainConfig(epochs=1, batch_size=32, threads=0)
        self.folder: ImageFolder = scan(unpack(name, directory / "samples"))
        self.splits: Splits = split(self.folder, SplitConfig())
        self.indices = np.resize(self.splits.train, IMAGES)  # the photos are few and come several times
        self.cache = open_cache(self.folder, self.config, directory, should_stop=lambda: False, on_progress=None)
        self.mean, self.std = normalization_constants(self.config, self.cache, self.splits.train)
        self.ready = self._ready_tensors()

    def batches(self, indices: np.ndarray, augment: AugmentConfig | None = None) -> Batches:
        return Batches(self.cache, indices, batch_size=self.train_config.batch_size, mean=self.mean, std=self.std,
                       shuffle=True, seed=0, augment=augment)

    def _ready_tensors(self) -> TensorSource:
        parts = list(self.batches(self.indices).epoch(1))
        images = torch.cat([part.images for part in parts])
        return TensorSource(images, torch.cat([part.labels for part in parts]), self.train_config.batch_size)

    def network(self) -> GraphNetwork:
        module = build(preset("small", input_shape=self.config.shape, classes=len(self.folder.class_names)))
        initialise(module, "kaiming", 0)
        return module

    def ours(self, augment: AugmentConfig | None = None) -> float:
        validation = self.batches(self.splits.validation[:32])
        train = self.batches(self.indices, augment)
        trainer = Trainer(self.network(), train, validation, self.train_config, device=CPU)
        return next(event.images_per_s for event in trainer.run(lambda: False) if isinstance(event, EpochEnded))

    def ours_augmented(self) -> float:
        return self.ours(AugmentConfig(flip_horizontal=True, rotate_deg=15, zoom=0.1, brightness=0.2))

    def limit(self) -> float:
        ready = [(batch.images, batch.labels) for batch in self.ready.epoch(1)]
        return self._plain_epoch(ready, self.ready.image_count)

    def usual(self, workers: int) -> float:
        """Train with the script of every tutorial: ImageFolder, Resize, ToTensor, Normalize, DataLoader."""
        steps = [transforms.Grayscale()] if self.config.channels == 1 else []
        steps += [transforms.Resize((self.config.height, self.config.width)), transforms.ToTensor(),
                  transforms.Normalize(self.mean.tolist(), self.std.tolist())]
        dataset = TorchvisionFolder(str(self.folder.root), transforms.Compose(steps))
        loader = DataLoader(Subset(dataset, self.indices.tolist()), batch_size=self.train_config.batch_size,
                            shuffle=True, num_workers=workers)
        return self._plain_epoch(loader, len(self.indices))

    def _plain_epoch(self, batches: object, images: int) -> float:
        """Train the textbook's way and return images a second."""
        module: nn.Module = self.network()
        optimizer = torch.optim.Adam(module.parameters(), lr=self.train_config.learning_rate)
        module.train()
        with threads_used(self.train_config.threads):
            begin = time.perf_counter()
            for inputs, labels in batches:
                optimizer.zero_grad()
                loss = functional.cross_entropy(module(inputs), labels)
                loss.backward()
                optimizer.step()
                loss.item()
            return images / (time.perf_counter() - begin)


@pytest.mark.parametrize("name", CASES)
def test_our_loop_against_its_limit_and_the_usual_script(name: str, tmp_path: Path, capsys: pytest.CaptureFixture):
    contest = Contest(name, tmp_path)
    ways: dict[str, Callable[[], float]] = {
        "the same model on ready-made tensors (the limit)": contest.limit,
        "our loop from the pixel cache": contest.ours,
        "our loop with augmentation": contest.ours_augmented,
        "ImageFolder + DataLoader, no workers": lambda: contest.usual(0),
        "ImageFolder + DataLoader, 2 workers": lambda: contest.usual(2)}
    for way in ways.values():
        way()
    speeds: dict[str, list[float]] = {title: [] for title in ways}
    for _ in range(REPEATS):  # interleaved, so that another program on the machine hits all of them alike
        for title, way in ways.items():
            speeds[title].append(way())
    medians = {title: statistics.median(values) for title, values in speeds.items()}
    at_the_limit = next(iter(speeds.values()))
    limit, ours = list(medians.values())[:2]
    with capsys.disabled():
        print(f"\n{name}, {len(contest.indices):,} images of {contest.config.shape}, network small, batch 32, "
              f"medians of {REPEATS}:")
        for title, median in medians.items():
            paired = statistics.median(a / b for a, b in zip(speeds[title], at_the_limit, strict=True))
            print(f"  {median:8.0f} images/s  {paired:5.2f} of the limit  {title}")
    assert ours > 0.5 * limit


def test_the_cost_of_a_checkpoint(tmp_path: Path, capsys: pytest.CaptureFixture):
    config = PreprocessConfig()
    graph_of = preset("small", input_shape=config.shape, classes=10)
    module = build(graph_of)
    source = TensorSource(torch.rand(64, *config.shape), torch.arange(64) % 10, 32)
    trainer = Trainer(module, source, source, TrainConfig(epochs=1), device=CPU)
    row = next(event for event in trainer.run(lambda: False) if isinstance(event, EpochEnded))
    run = RunFolder.create(tmp_path, _record(config, graph_of))
    seconds = []
    for epoch in range(1, 21):
        record = run.record.with_epoch(EpochEnded(epoch, *(getattr(row, name) for name in row.__slots__[1:])))
        begin = time.perf_counter()
        run.save_checkpoint(record, trainer.state(), last=module.state_dict(), best=module.state_dict())
        seconds.append(time.perf_counter() - begin)
    weights = sum(weight.numel() for weight in module.parameters())
    with capsys.disabled():
        print(f"\ncheckpoint of small ({weights:,} weights) with Adam's state: median "
              f"{1000 * statistics.median(seconds):.0f} ms, slowest {1000 * max(seconds):.0f} ms")
    assert statistics.median(seconds) < 1


def _record(config: PreprocessConfig, graph: object) -> RunRecord:
    from cnnstudio.network.document import to_document

    names = tuple(f"class {index}" for index in range(10))
    return RunRecord(network_name="small", graph=to_document(graph), preprocess=config, split=SplitConfig(),
                     augment=AugmentConfig(), train=TrainConfig(), class_names=names, mean=(0.5,) * 3, std=(0.2,) * 3,
                     folder="", fingerprint="", counts={})
