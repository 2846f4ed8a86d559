"""Measures our batches: against ready-made tensors, against the usual loader script, the first epoch, and the memory.

``pytest tests/bench/bench_batches.py -m bench -s``; ``-k "png"``, ``-k "jpeg"`` or ``-k "memory"`` for a part. An epoch
here is a part of the images (`Case.epoch`); the cache holds all of them. Each way has a process of its own, as its user
would start it: what the program sets for itself helps neither the script nor anybody else. They take turns, so that
another program on the machine hits all alike; ratios are medians of paired repeats.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
import torch

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.pixels.source import open_source
from cnnstudio.data.pixels.statistics import normalization_constants
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build
from cnnstudio.training import layout
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.trainer import Trainer
from tests.bench.made_images import CLASSES, make_images
from tests.bench.ways import CPU, Setting, Trial, Way, running

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3600), pytest.mark.filterwarnings("ignore")]

REPEATS = 5
SHARE = float(os.environ.get("CNNSTUDIO_BENCH_SHARE", "1"))
"""A smaller part of the images and epochs, for a first look."""
WORKERS = (0, 1, 2, 4)
MEMORY_LIMIT_MB, MEMORY_OF_IMAGES_MB = 600, 130
"""Of the whole program with a torch that is built for processors; above a training on 500 images with any torch."""


@dataclass(frozen=True)
class Case:
    """One row of the table: the images, the network, and the bars."""

    title: str
    count: int
    side: int
    ending: str
    input_side: int
    network: str
    batch: int
    epoch: int
    """Images in one measured epoch."""
    of_ready: float
    of_script: float


CASES = {
    "png": Case("20,000 PNG of 32 px, tutorial network", 20_000, 32, "png", 32, "tutorial", 64, 6_400, 0.90, 3.0),
    "jpeg": Case("4,000 JPEG of 160 px to 128 px, ResNet-18", 4_000, 160, "jpg", 128, "resnet18", 32, 256, 0.95, 1.15),
}


class Contest:
    """One case: its images, kept and measured, and what each process is told."""

    def __init__(self, case: Case, directory: Path) -> None:
        self.case, self.directory = case, directory
        self.config = PreprocessConfig(height=case.input_side, width=case.input_side)
        self.count, self.epoch = round(case.count * SHARE), round(case.epoch * SHARE)
        root = make_images(directory / "images", self.count, case.side, case.ending)
        begin = time.perf_counter()
        self.folder: ImageFolder = scan(root)
        self.scan_s = time.perf_counter() - begin
        cache = directory / "cache"
        with closing(open_source(self.folder, self.config, cache)) as source:
            mean, std = normalization_constants(self.config, source, np.arange(self.count))
            source.fill()
        module = build(preset(case.network, input_shape=self.config.shape, classes=CLASSES))
        last = layout.pays(module, torch.zeros(1, *self.config.shape), case.batch)
        self.setting = Setting(self.folder, cache, case.input_side, case.network, case.batch, self.epoch,
                               tuple(mean.tolist()), tuple(std.tolist()), last)
        self.here = Trial(self.setting)

    def our_first_epoch(self) -> float:
        """Return the seconds from nothing kept to the end of the first epoch, statistics of the images included."""
        begin = time.perf_counter()
        indices = self.here.indices()
        with closing(open_source(self.folder, self.config, self.directory / f"cold {begin}")) as source:
            mean, std = normalization_constants(self.config, source, indices)
            here = Trial(replace(self.setting, mean=tuple(mean.tolist()), std=tuple(std.tolist())))
            trainer = Trainer(here.network(), here.batches(source, indices), here.batches(source, indices[:8]),
                              self.setting.train_config, device=CPU)
            with closing(trainer.run(lambda: False)) as events:
                next(event for event in events if isinstance(event, EpochEnded))
        return time.perf_counter() - begin

    def scripts_first_epoch(self, workers: int) -> float:
        """Return the same of the script, which is given mean and deviation."""
        begin = time.perf_counter()
        next(self.here.script(workers))
        return time.perf_counter() - begin


def interleaved(ways: dict[str, Callable[[], float]], repeats: int = REPEATS) -> dict[str, list[float]]:
    """Call each way once to warm up, then all in turn, again and again."""
    for way in ways.values():
        way()
    found: dict[str, list[float]] = {title: [] for title in ways}
    for _ in range(repeats):
        for title, way in ways.items():
            found[title].append(way())
    return found


def paired(first: list[float], second: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(first, second, strict=True))


def best_workers(contest: Contest) -> int:
    """Return the number of workers with which the script is fastest, from the second epoch on."""
    speeds = {}
    for workers in WORKERS:
        with running(contest.setting, Way("script", (workers,), as_program=False)) as epoch:
            epoch()
            speeds[workers] = max(epoch() for _ in range(2))
    print("  the script's images/s by workers: " + ", ".join(f"{n}: {speed:.0f}" for n, speed in speeds.items()))
    return max(speeds, key=lambda workers: speeds[workers])


@pytest.fixture(scope="module", params=CASES)
def contest(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Contest:
    return Contest(CASES[request.param], tmp_path_factory.mktemp(request.param))


def test_epochs_from_the_second_on_and_the_first_one(contest: Contest, capsys: pytest.CaptureFixture):
    case = contest.case
    with capsys.disabled():
        print(f"\n{case.title}, batch {case.batch}, {contest.epoch:,} of {contest.count:,} images an epoch, medians of "
              f"{REPEATS}:")
        workers = best_workers(contest)
        rows = (*later_epochs(contest, workers), first_epoch(contest, workers))
        for title, ratio, bar in rows:
            print(f"  {ratio:5.2f} (bar {bar:.2f}) {title}")
    assert not [row for row in rows if row[1] < row[2]]


def later_epochs(contest: Contest, workers: int) -> tuple[tuple[str, float, float], ...]:
    """Let the ways take turns, each in its own process; only ours and the limit have what the program sets."""
    ways = {"ready-made tensors, bare loop": Way("ready"),
            "the same as a script runs it": Way("ready", as_program=False),
            "ready-made tensors, our trainer": Way("trainer_on_ready"),
            "our batches, our trainer": Way("ours"),
            f"usual script, {workers} workers": Way("script", (workers,), as_program=False)}
    with ExitStack() as stack:
        found = interleaved({title: stack.enter_context(running(contest.setting, way)) for title, way in ways.items()})
    ready, scripts_ready, _, ours, script = found.values()
    for title, speeds in found.items():
        print(f"  {statistics.median(speeds):8.0f} images/s  {paired(speeds, ready):5.2f} of ready-made  {title}")
    return (("of ready-made tensors", paired(ours, ready), contest.case.of_ready),
            ("of ready-made tensors as a script runs them", paired(ours, scripts_ready), contest.case.of_ready),
            ("times the usual script", paired(ours, script), contest.case.of_script))


def first_epoch(contest: Contest, workers: int) -> tuple[str, float, float]:
    found = interleaved({"ours": contest.our_first_epoch, "script": lambda: contest.scripts_first_epoch(workers)}, 3)
    ours, script = (statistics.median(seconds) for seconds in found.values())
    print(f"  first epoch: ours {ours:.2f} s, script {script:.2f} s; scanning and checking all {contest.count:,} files "
          f"before took {contest.scan_s:.1f} s")
    return "first epoch, nothing kept: the script's time over ours", paired(found["script"], found["ours"]), 1.0


_MEMORY_STORY = """
import json, sys
from pathlib import Path
from cnnstudio.training.threads import set_spin_count
set_spin_count()
from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import list_images
from cnnstudio.data.split import split
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace.training_job import TrainingJob

def memory(*names):
    lines = Path("/proc/self/status").read_text().splitlines()
    return [next(int(line.split()[1]) / 1000 for line in lines if line.startswith(name)) for name in names]

root, home = map(Path, sys.argv[1:3])
folder = list_images(root)
config, preprocess = TrainConfig(epochs=1, batch_size=64), PreprocessConfig(height=64, width=64)
graph = preset("lenet5", input_shape=preprocess.shape, classes=len(folder.class_names))
job = TrainingJob(folder, split(folder, SplitConfig()), preprocess,
                  AugmentConfig(flip_horizontal=True, brightness=0.2), SplitConfig(), graph, "lenet5", config,
                  home / "runs", home / "cache")
for event in job.run(lambda: False):
    pass
print(json.dumps([len(folder.files), *memory("VmHWM", "VmRSS", "RssAnon")]))
"""


def test_the_memory_of_a_training_on_100000_images(tmp_path: Path, capsys: pytest.CaptureFixture):
    """The training on 500 images shows torch's own part: built for CUDA, it alone takes some 600 MB."""
    found = []
    for count in (500, round(10_000 * SHARE), round(100_000 * SHARE)):
        root = make_images(tmp_path / f"images {count}", count, 64, "png")
        answer = subprocess.run(
            [sys.executable, "-c", _MEMORY_STORY, str(root), str(tmp_path / f"home {count}")], capture_output=True,
            text=True, check=False, env={**os.environ, "CNNSTUDIO_HOME": str(tmp_path)})
        assert answer.returncode == 0, answer.stderr[-2000:]
        found.append(json.loads(answer.stdout.splitlines()[-1]))
    with capsys.disabled():
        for count, peak, resident, own in found:
            print(f"\n  {count:,} images of 64 px, an epoch of LeNet-5, batch 64: at most {peak:.0f} MB resident (bar "
                  f"{MEMORY_LIMIT_MB}), {resident:.0f} at the end, {own:.0f} of them not files of the program", end="")
        print(f"\n  {found[-1][0]:,} images instead of {found[0][0]:,}: {found[-1][1] - found[0][1]:+.0f} MB")
    assert found[-1][1] - found[0][1] < MEMORY_OF_IMAGES_MB
    assert torch.version.cuda is not None or found[-1][1] < MEMORY_LIMIT_MB
