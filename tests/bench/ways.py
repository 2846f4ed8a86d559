"""Ways to train for an epoch, each in a process of its own as its user would start it, so that they can take turns."""

import multiprocessing
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import torch
from torch import nn

from cnnstudio.data.batches import Batches
from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.pixels.source import FolderSource, open_source
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import GraphNetwork, build, initialise
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.memory_blocks import blocks_kept
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.threads import SPIN_COUNT, apply_threads
from cnnstudio.training.trainer import Trainer
from tests.bench import usual_script
from tests.bench.made_images import CLASSES
from tests.unit.training.sources import TensorSource

CPU = torch.device("cpu")
AUGMENT = AugmentConfig(flip_horizontal=True, rotate_deg=15, brightness=0.2, contrast=0.2)
_PATIENCE_S = 600


@dataclass(frozen=True)
class Setting:
    """What is trained on what; a process can be given it."""

    folder: ImageFolder
    cache: Path
    side: int
    network: str
    batch: int
    epoch: int
    """Images in one measured epoch."""
    mean: tuple[float, ...]
    std: tuple[float, ...]
    channels_last: bool

    @property
    def preprocess(self) -> PreprocessConfig:
        return PreprocessConfig(height=self.side, width=self.side)

    @property
    def train_config(self) -> TrainConfig:
        return TrainConfig(epochs=1_000, batch_size=self.batch)


class Trial:
    """One setting and its ways to train for an epoch; each way yields images a second, epoch by epoch."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.rng = np.random.default_rng(0)
        apply_threads(0)

    def indices(self) -> np.ndarray:
        """Return other images for each epoch."""
        return self.rng.permutation(len(self.setting.folder.files))[:self.setting.epoch]

    def network(self) -> GraphNetwork:
        module = build(preset(self.setting.network, input_shape=self.setting.preprocess.shape, classes=CLASSES))
        initialise(module, "kaiming", 0)
        return module

    def plain_network(self) -> nn.Module:
        """Return the network as a script has it: torchvision's own, or one layer after the other."""
        if self.setting.network == "resnet18":
            import torchvision

            return torchvision.models.resnet18(num_classes=CLASSES)
        return nn.Sequential(*self.network().layers.values())

    def source(self) -> FolderSource:
        return open_source(self.setting.folder, self.setting.preprocess, self.setting.cache)

    def batches(self, source: FolderSource, indices: np.ndarray, augment: AugmentConfig | None = AUGMENT) -> Batches:
        return Batches(source, indices, batch_size=self.setting.batch, mean=self.setting.mean, std=self.setting.std,
                       shuffle=True, seed=0, augment=augment, channels_last=self.setting.channels_last)

    def ours(self) -> Iterator[float]:
        """Train with our trainer and our batches."""
        return self._trained(self.batches(self.source(), self.indices()))

    def trainer_on_ready(self) -> Iterator[float]:
        """Train with our trainer on tensors that lie in memory."""
        images, labels = (torch.cat(parts) for parts in zip(*self._ready(), strict=True))
        return self._trained(TensorSource(images, labels, self.setting.batch))

    def ready(self) -> Iterator[float]:
        """Train the textbook's way on tensors that lie in memory: the limit."""
        return self._textbook(self.network(), self._ready())

    def script(self, workers: int) -> Iterator[float]:
        """Train the textbook's way with the usual loader."""
        return self._textbook(self.plain_network(), self.loader(workers))

    def loader(self, workers: int) -> object:
        setting = self.setting
        first = setting.folder.files[0]
        side = None if (first.width, first.height) == (setting.side, setting.side) else setting.side
        transform = usual_script.transforms(side, list(setting.mean), list(setting.std))
        return usual_script.loader(setting.folder.root, self.indices().tolist(), setting.batch, workers, transform)

    def _trained(self, train: object) -> Iterator[float]:
        few = self.batches(self.source(), np.arange(self.setting.batch), augment=None)
        trainer = Trainer(self.network(), train, few, self.setting.train_config, device=CPU)
        return (event.images_per_s for event in trainer.run(lambda: False) if isinstance(event, EpochEnded))

    def _textbook(self, module: nn.Module, batches: object) -> Iterator[float]:
        optimizer = build_optimizer(module.parameters(), self.setting.train_config)
        while True:
            yield self.setting.epoch / usual_script.train_epoch(module, optimizer, batches)

    def _ready(self) -> list[tuple[torch.Tensor, torch.Tensor]]:
        return [(batch.images, batch.labels) for batch in self.batches(self.source(), self.indices()).epoch(1)]


@dataclass(frozen=True)
class Way:
    """A way by the name of its method, and whether it has what the program sets when it starts and trains."""

    method: str
    arguments: tuple[int, ...] = ()
    as_program: bool = True


@contextmanager
def running(setting: Setting, way: Way) -> Iterator[Callable[[], float]]:
    """Start a way in a process; inside the block, a call trains for one epoch and returns images a second."""
    here, there = multiprocessing.Pipe()
    with _environment(way.as_program):
        process = multiprocessing.get_context("spawn").Process(
            target=_serve, args=(setting, way, there))
        process.start()
    there.close()

    def epoch() -> float:
        here.send("epoch")
        if not here.poll(_PATIENCE_S):
            raise TimeoutError(way.method)
        return here.recv()

    try:
        yield epoch
    finally:
        here.close()
        process.join(30)
        if process.is_alive():
            process.kill()


@contextmanager
def _environment(as_program: bool) -> Iterator[None]:
    """Set what must be set before torch is imported, as `threads.set_spin_count` does."""
    before = os.environ.pop("GOMP_SPINCOUNT", None)
    if as_program:
        os.environ["GOMP_SPINCOUNT"] = str(SPIN_COUNT)
    try:
        yield
    finally:
        os.environ.pop("GOMP_SPINCOUNT", None)
        if before is not None:
            os.environ["GOMP_SPINCOUNT"] = before


def _serve(setting: Setting, way: Way, orders: Connection) -> None:
    blocks: AbstractContextManager[None] = blocks_kept() if way.as_program else nullcontext()
    with blocks:
        epochs = getattr(Trial(setting), way.method)(*way.arguments)
        while True:
            try:
                orders.recv()
            except EOFError:
                return
            orders.send(next(epochs))
