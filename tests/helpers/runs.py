"""A small run, trained in a second, for tests of what works on runs."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.split import split
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace.training_job import RunSaved, TrainingJob
from tests.helpers.images import make_folder

CLASSES = {"cat": 10, "dog": 10, "owl": 10}
TRAIN = TrainConfig(epochs=3, batch_size=8, threads=1, device="cpu", learning_rate=0.003)


@dataclass(frozen=True, slots=True)
class SmallRun:
    """A run and where everything is."""

    path: Path
    folder: ImageFolder
    runs: Path
    cache: Path


def training_job(folder: ImageFolder, home: Path, *, train: TrainConfig = TRAIN, network: str = "small",
                 preprocess: PreprocessConfig | None = None) -> TrainingJob:
    """Return a job that trains on ``folder`` and keeps everything below ``home``."""
    preprocess = preprocess or PreprocessConfig(height=16, width=16)
    split_config = SplitConfig()
    graph = preset(network, input_shape=preprocess.shape, classes=len(folder.class_names))
    return TrainingJob(folder, split(folder, split_config), preprocess, AugmentConfig(), split_config, graph, network,
                       train, home / "runs", home / "cache")


def make_run(home: Path) -> SmallRun:
    """Make images and train on them; the environment's CNNSTUDIO_HOME plays no part."""
    folder = scan(make_folder(home / "pets", CLASSES, 24))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CNNSTUDIO_HOME", str(home / "home"))
        saved = list(training_job(folder, home).run(lambda: False))[-1]
    assert isinstance(saved, RunSaved)
    return SmallRun(saved.path, folder, home / "runs", home / "cache")
