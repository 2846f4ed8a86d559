"""Measures a training job with events, metrics, checkpoints, verdict and heatmaps against a bare loop on its batches.

`pytest tests/bench/test_training_with_everything.py -m bench -s`; both take turns in one process, so that what else
the machine does meets both.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import torch
from torch.nn import functional

from cnnstudio.data.batches import Batches
from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.pixels.source import open_source
from cnnstudio.network.document import from_document
from cnnstudio.torch_network.builder import build, initialise
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.optimizers import build_optimizer
from cnnstudio.training.verdict import verdicts
from cnnstudio.workspace.pinned_images_job import PinnedImage
from cnnstudio.workspace.training_job import TrainingJob
from cnnstudio.workspace.watched_training import PinnedWish, WatchedTraining
from tests.helpers.images import make_folder
from tests.helpers.runs import training_job

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900), pytest.mark.filterwarnings("ignore")]

EPOCHS, A_CLASS, SIDE_PX = 8, 800, 32
PREPROCESS = PreprocessConfig(height=SIDE_PX, width=SIDE_PX)
CONFIG = TrainConfig(epochs=EPOCHS, batch_size=32, threads=1, device="cpu", precision="float32", checkpoint_s=5)


def bare_epochs(job: TrainingJob) -> Iterator[float]:
    """Train and validate by a bare loop on the job's own batches; yield the processor seconds of each epoch."""
    with closing(open_source(job.folder, job.preprocess, job.cache_directory)) as source:
        module = build(from_document(job.document))
        initialise(module, CONFIG.initialization, CONFIG.seed)
        optimizer = build_optimizer(module.parameters(), CONFIG)
        shared = {"batch_size": CONFIG.batch_size, "mean": (0.5,) * 3, "std": (0.25,) * 3, "seed": 0, "device": "cpu"}
        train = Batches(source, job.splits.train, shuffle=True, augment=AugmentConfig(), **shared)
        validation = Batches(source, job.splits.validation, shuffle=False, augment=None, **shared)
        for epoch in range(1, EPOCHS + 1):
            begin = time.process_time()
            module.train()
            for batch in train.epoch(epoch):
                loss = functional.cross_entropy(module(batch.images), batch.labels)
                loss.backward()
                optimizer.step()
                optimizer.zero_grad(set_to_none=True)
                loss.item()
            module.eval()
            with torch.no_grad():
                for batch in validation.epoch(epoch):
                    functional.cross_entropy(module(batch.images), batch.labels).item()
            yield time.process_time() - begin


def full_epochs(job: TrainingJob, folder: ImageFolder) -> Iterator[float]:
    """Train by the job with everything; yield the processor seconds from one epoch's end to the next one's."""
    control, wish, rows = TrainingControl(), PinnedWish(), []
    job.control = control
    wish.images = tuple(PinnedImage(file.path, folder.class_names[file.class_index]) for file in folder.files[:6])
    begin = time.process_time()
    for event in WatchedTraining(job, control, wish).run(lambda: False):
        if isinstance(event, EpochEnded):
            rows.append(event)
            verdicts(rows, baseline=0.5, validation_images=200)
            yield time.process_time() - begin
            begin = time.process_time()


def in_turn(ways: dict[str, Callable[[], Iterator[float]]]) -> dict[str, list[float]]:
    """Take one epoch of each way after the other; the first epochs, in which things are made ready, are left out."""
    running = {title: way() for title, way in ways.items()}
    found: dict[str, list[float]] = {title: [] for title in ways}
    for _ in range(EPOCHS):
        for title, epochs in running.items():
            found[title].append(next(epochs))
    return {title: values[2:] for title, values in found.items()}


def test_everything_against_a_bare_loop(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    torch.set_num_threads(1)
    folder = scan(make_folder(tmp_path / "images", {"cat": A_CLASS, "dog": A_CLASS}, SIDE_PX))
    jobs = [training_job(folder, tmp_path / name, train=CONFIG, preprocess=PREPROCESS) for name in ("bare", "full")]
    one = CONFIG.model_copy(update={"epochs": 1})
    list(training_job(folder, tmp_path / "bare", train=one, preprocess=PREPROCESS).run(lambda: False))
    found = in_turn({"bare": lambda: bare_epochs(jobs[0]), "full": lambda: full_epochs(jobs[1], folder)})
    ratio = statistics.median(a / b for a, b in zip(found["bare"], found["full"], strict=True))
    with capsys.disabled():
        print(f"\n{len(folder.files):,} images, {EPOCHS - 2} epochs of each, processor seconds an epoch: "
              f"bare {statistics.median(found['bare']):.2f}, with everything {statistics.median(found['full']):.2f}; "
              f"{ratio:.3f} times as fast as the bare loop")
    assert ratio > 0.8
