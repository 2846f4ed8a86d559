"""Measures how near the forecasts of epoch and memory come to what a training then takes."""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

CASES = {"small": (3, 64, 32), "tutorial": (3, 32, 32), "lenet5": (1, 32, 32), "resnet18": (3, 64, 32),
         "alexnet": (3, 128, 16)}
"""Preset -> channels, side in pixels, batch size."""
REPEATS = 3

_STORY = """
import json, sys
from pathlib import Path
from cnnstudio.training.threads import set_spin_count
set_spin_count()
from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.samples import unpack
from cnnstudio.data.split import split
from cnnstudio.network.presets import preset
from cnnstudio.network.shapes import analyse
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.workspace.forecast import forecast_training_bytes
from cnnstudio.workspace.machine_memory import process_bytes
from cnnstudio.workspace.measure_job import Measured, MeasureJob
from cnnstudio.workspace.training_job import TrainingJob
from cnnstudio.workspace.warm_up import WarmUpJob

name, channels, side, batch, what, repeats, directory = *sys.argv[1:2], *map(int, sys.argv[2:5]), *sys.argv[5:8]
directory = Path(directory)
list(WarmUpJob().run(lambda: False))
folder = scan(unpack("photos", directory / "samples"))
splits = split(folder, SplitConfig())
config = TrainConfig(epochs=3 if what == "time" else 2, batch_size=batch)
preprocess = PreprocessConfig(height=side, width=side, color="rgb" if channels == 3 else "grey")
graph = preset(name, input_shape=preprocess.shape, classes=len(folder.class_names))

def train():
    job = TrainingJob(folder, splits, preprocess, AugmentConfig(), SplitConfig(), graph, name, config,
                      directory / "runs", directory / "cache")
    return [event.seconds for event in job.run(lambda: False) if isinstance(event, EpochEnded)]

def measure():
    *_, last = MeasureJob(graph, config).run(lambda: False)
    return last.measurement

def peak():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))

if what == "time":
    measure(), train()
    pairs = []   # with the middle one of three epochs: the first has memory to get, which takes time by the weights
    for _ in range(int(repeats)):
        found = measure()
        pairs.append((found.epoch_s(len(splits.train), len(splits.validation)), sorted(train())[1], found.forward_ms,
                      found.training_ms, found.measured_with))
    print(json.dumps(pairs))
else:
    before = process_bytes()
    needed = forecast_training_bytes(analyse(graph), config)
    train()
    print(json.dumps([before, needed, peak()]))
"""


def story(name: str, what: str, directory: Path) -> list:
    channels, side, batch = CASES[name]
    answer = subprocess.run(
        [sys.executable, "-c", _STORY, name, *map(str, (channels, side, batch)), what, str(REPEATS), str(directory)],
        capture_output=True, text=True, check=True, env={**os.environ, "CNNSTUDIO_HOME": str(directory)})
    return json.loads(answer.stdout.splitlines()[-1])


@pytest.mark.parametrize("name", CASES)
def test_the_forecast_of_an_epoch(name: str, tmp_path: Path, capsys: pytest.CaptureFixture):
    pairs = story(name, "time", tmp_path)
    forecast, actual = (statistics.median(pair[number] for pair in pairs) for number in (0, 1))
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    with capsys.disabled():
        print(f"\n{name} {CASES[name][:2]}, batch {CASES[name][2]}: an epoch was forecast to take {forecast:.2f} s and "
              f"took {actual:.2f} s; forecast / real {ratio:.2f} (pairs "
              f"{', '.join(f'{pair[0] / pair[1]:.2f}' for pair in pairs)}); {pairs[0][2]:.2f} ms an image forward, "
              f"{pairs[0][3]:.2f} learning, measured with {pairs[0][4]} images")
    assert 0.5 < ratio < 2


@pytest.mark.parametrize("name", CASES)
def test_the_forecast_of_the_peak_memory(name: str, tmp_path: Path, capsys: pytest.CaptureFixture):
    before, needed, peak = story(name, "memory", tmp_path)
    with capsys.disabled():
        print(f"\n{name} {CASES[name][:2]}, batch {CASES[name][2]}: peak of the process forecast "
              f"{(before + needed) / 1e6:.0f} MB, real {peak / 1e6:.0f} MB "
              f"({100 * ((before + needed) / peak - 1):+.0f} %); of that the training forecast {needed / 1e6:.0f} MB, "
              f"real {(peak - before) / 1e6:.0f} MB")
    assert abs((before + needed) / peak - 1) < 0.25
