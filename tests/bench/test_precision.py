"""Compares what networks learn, and how fast, in float32 and in bfloat16.

``python -m tests.bench.test_precision [seeds] [epochs] [training images]`` runs it at another size.
"""

import math
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch

from cnnstudio.data.batches import Batches
from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.pixels.cache import open_cache
from cnnstudio.data.pixels.statistics import normalization_constants
from cnnstudio.data.samples import unpack
from cnnstudio.data.split import split
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build, initialise
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.precision import lack_of_instructions
from cnnstudio.training.trainer import Trainer

pytestmark = [pytest.mark.bench, pytest.mark.timeout(3000), pytest.mark.filterwarnings("ignore")]

CPU = torch.device("cpu")
_STUDENT_95 = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262}
"""Two-sided 95 % quantiles of Student's t by degrees of freedom."""


@dataclass(frozen=True)
class Outcome:
    """The last epoch of one training, and its processor time."""

    accuracy: float
    loss: float
    seconds: float


class Digits:
    """The digits sample, ready for the tutorial network; its trainings differ in seed and precision only."""

    def __init__(self, directory: Path, images: int) -> None:
        self.config = PreprocessConfig(height=28, width=28, color="grey")
        folder = scan(unpack("digits", directory / "samples"))
        self.classes = len(folder.class_names)
        splits = split(folder, SplitConfig())
        self.train, self.validation = splits.train[:: max(1, len(splits.train) // images)][:images], splits.validation
        self.cache = open_cache(folder, self.config, directory, should_stop=lambda: False, on_progress=None)
        self.mean, self.std = normalization_constants(self.config, self.cache, self.train)

    def outcome(self, precision: str, seed: int, epochs: int) -> Outcome:
        """Train once."""
        config = TrainConfig(epochs=epochs, batch_size=64, seed=seed, precision=precision, threads=1)
        module = build(preset("tutorial", input_shape=self.config.shape, classes=self.classes))
        initialise(module, config.initialization, seed)
        train, validation = (self._batches(indices, seed) for indices in (self.train, self.validation))
        trainer = Trainer(module, train, validation, config, device=CPU)
        begin = time.process_time()
        *_, last = (event for event in trainer.run(lambda: False) if isinstance(event, EpochEnded))
        return Outcome(last.val_accuracy, last.val_loss, time.process_time() - begin)

    def _batches(self, indices: np.ndarray, seed: int) -> Batches:
        return Batches(self.cache, indices, batch_size=64, mean=self.mean, std=self.std, shuffle=True, seed=seed)


def interval(differences: list[float]) -> tuple[float, float, float]:
    """Return the mean of paired differences and the ends of its 95 % interval (Student's t)."""
    mean = statistics.mean(differences)
    half = _STUDENT_95[len(differences) - 1] * statistics.stdev(differences) / math.sqrt(len(differences))
    return mean, mean - half, mean + half


def compare(seeds: int, epochs: int, images: int) -> tuple[float, float, float]:
    """Train with each seed in both precisions, print what came of it, and return the interval of the accuracies."""
    with tempfile.TemporaryDirectory() as directory:
        digits = Digits(Path(directory), images)
        pairs = [tuple(digits.outcome(name, seed, epochs) for name in ("float32", "bfloat16"))
                 for seed in range(seeds)]
    print(f"\n{len(digits.train):,} training and {len(digits.validation):,} validation images of digits, tutorial "
          f"network, {epochs} epochs, {seeds} seeds:")
    for name, outcomes in zip(("float32", "bfloat16"), zip(*pairs, strict=True), strict=True):
        accuracies, losses = ([getattr(outcome, field) for outcome in outcomes] for field in ("accuracy", "loss"))
        print(f"  {name:8}  accuracy {100 * statistics.mean(accuracies):.2f} ± "
              f"{100 * statistics.stdev(accuracies):.2f} %, "
              f"loss {statistics.mean(losses):.4f} ± {statistics.stdev(losses):.4f} (deviation over seeds)")
    found = interval([second.accuracy - first.accuracy for first, second in pairs])
    print(f"  paired difference of the accuracy {100 * found[0]:+.2f} points, 95 % interval {100 * found[1]:+.2f} to "
          f"{100 * found[2]:+.2f}")
    ratio = statistics.median(first.seconds / second.seconds for first, second in pairs)
    print(f"  bfloat16 {ratio:.2f} times as fast (processor time; {lack_of_instructions(CPU) or 'with instructions'})")
    return found


def test_bfloat16_learns_as_well_as_float32(capsys: pytest.CaptureFixture):
    with capsys.disabled():
        mean, low, high = compare(5, 10, 10_000)
    assert low <= 0 <= high or abs(mean) < 0.01


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_the_same_seed_gives_the_same_outcome(precision: str, tmp_path: Path):
    digits = Digits(tmp_path, 200)
    one, two = (digits.outcome(precision, 0, 1) for _ in range(2))
    assert (one.accuracy, one.loss) == (two.accuracy, two.loss)


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:]]
    compare(*(sizes + [5, 10, 10_000][len(sizes):]))
