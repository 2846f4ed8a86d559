"""Whether what a network knows of five digits helps it with five others: few images, layers frozen, going on, new.

Run as a script for the figures in ``docs/tested.md``: ``python -m tests.stories.digit_halves [SEEDS]``.
"""

import json
import math
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.samples import unpack
from cnnstudio.data.split import Splits, split
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.freezing_layers import freeze
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.threads import set_spin_count
from cnnstudio.workspace.training_job import EvaluationReady, RunSaved, TrainingJob
from tests.stories.transfer_figures import STUDENT_95

FIRST, OTHERS = "01234", "56789"
PREPROCESS = PreprocessConfig(height=28, width=28, color="grey", fit="stretch")
FEW = 6
"""Images of each digit to learn from."""


def halves(home: Path) -> tuple[ImageFolder, ImageFolder]:
    """Return the digits 0 to 4 and 5 to 9 as two image folders."""
    root = unpack("digits")
    folders = []
    for name, digits in (("first", FIRST), ("others", OTHERS)):
        for source in sorted(path for path in root.rglob("*") if path.is_dir() and path.name in digits):
            shutil.copytree(source, home / name / source.name)
        folders.append(scan(home / name))
    return folders[0], folders[1]


def few(folder: ImageFolder, seed: int, count: int) -> Splits:
    """Return ``count`` images of each class to learn from and all others for validation."""
    labels = np.asarray([file.path.parent.name for file in folder.files[:folder.used]])
    random = np.random.default_rng(seed)
    chosen = np.concatenate([random.choice(np.flatnonzero(labels == label), count, replace=False)
                             for label in folder.class_names])
    return Splits(train=np.sort(chosen), validation=np.setdiff1d(np.arange(folder.used), chosen),
                  test=np.zeros(0, np.int64))


def trained(home: Path, folder: ImageFolder, splits: Splits, graph: NetworkGraph, config: TrainConfig,
            start_from: Path | None = None) -> tuple[Path, float]:
    """Train; return the run and the share of validation images it names rightly."""
    job = TrainingJob(folder, splits, PREPROCESS, AugmentConfig(), SplitConfig(), graph, "tutorial", config,
                      home / "runs", home / "cache", start_from=start_from)
    events = list(job.run(lambda: False))
    saved = next(event for event in events if isinstance(event, RunSaved))
    ready = next(event for event in events if isinstance(event, EvaluationReady))
    return saved.path, ready.evaluation.accuracy


def compared(home: Path, seed: int, *, epochs: int = 8, few_epochs: int = 40, count: int = FEW) -> dict[str, Any]:
    """Learn the first digits, then the others from few images: frozen layers, layers that go on, from scratch."""
    first, others = halves(home)
    config = TrainConfig(epochs=epochs, batch_size=32, learning_rate=2e-3, device="cpu", seed=seed)
    graph = preset("tutorial", input_shape=PREPROCESS.shape, classes=5)
    run, known = trained(home, first, split(first, SplitConfig(seed=seed)), graph, config)
    splits, again = few(others, seed, count), config.model_copy(update={"epochs": few_epochs, "batch_size": 8})
    frozen = preset("tutorial", input_shape=PREPROCESS.shape, classes=5)
    fit_to(frozen, None, 5).apply(frozen)
    freeze(frozen, ["all"]).apply(frozen)
    kept, with_frozen = trained(home, others, splits, frozen, again, run)
    _, scratch = trained(home, others, splits, graph, again)
    _, going_on = trained(home, others, splits, graph, again, run)
    return {"seed": seed, "first_digits": known, "frozen": with_frozen, "going_on": going_on, "scratch": scratch,
            "is_bit_identical": _same_frozen(run, kept, frozen)}


def _same_frozen(before: Path, after: Path, graph: NetworkGraph) -> bool:
    old, new = (RunFolder.load(path).load_module().state_dict() for path in (before, after))
    names = [name for name in old if graph.nodes[name.split(".")[1]].parameters.get("frozen")]
    return bool(names) and all(torch.equal(old[name], new[name]) for name in names)


def figures(seeds: int) -> dict[str, Any]:
    """Compare with each seed; return rows, means and the interval of the paired difference to scratch."""
    rows = []
    for seed in range(seeds):
        with tempfile.TemporaryDirectory() as home:
            rows.append(compared(Path(home), seed))
    result: dict[str, Any] = {"rows": rows}
    for name in ("frozen", "going_on"):
        gains = [row[name] - row["scratch"] for row in rows]
        half = STUDENT_95[seeds] * statistics.stdev(gains) / math.sqrt(seeds) if seeds > 1 else math.nan
        result[name] = {"mean": statistics.mean(row[name] for row in rows), "gain": statistics.mean(gains),
                        "half_interval": half}
    return result | {"scratch": statistics.mean(row["scratch"] for row in rows)}


if __name__ == "__main__":
    set_spin_count()
    print(json.dumps(figures(int(sys.argv[1]) if len(sys.argv) > 1 else 5), indent=1))
