"""How far the sample folders can be learned within a minute: Photos with a pretrained network and without, Digits.

Run as a script for the figures in the README: ``python -m tests.stories.transfer_figures [SEEDS] [NAME ...]``.
"""

import json
import math
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.samples import unpack
from cnnstudio.data.split import split
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.threads import set_spin_count
from cnnstudio.workspace.training_job import EvaluationReady, RunSaved, TrainingJob

STUDENT_95 = {2: 12.706, 3: 4.303, 4: 3.182, 5: 2.776}
"""Number of values -> 97.5 % point of Student's t for an interval around their mean (one fewer degrees of freedom)."""


@dataclass(frozen=True)
class Recipe:
    """One row of the README."""

    sample: str
    network: str
    preprocess: PreprocessConfig
    augment: AugmentConfig
    train: TrainConfig


RECIPES = {
    "photos, pretrained": Recipe(
        "photos", "efficientnet-lite0", PreprocessConfig(height=224, width=224), AugmentConfig(),
        TrainConfig(epochs=30, batch_size=16, learning_rate=2e-3, device="cpu")),
    "photos, from scratch": Recipe(
        "photos", "small", PreprocessConfig(height=64, width=64),
        AugmentConfig(flip_horizontal=True, rotate_deg=10, zoom=0.1, shift=0.1),
        TrainConfig(epochs=60, batch_size=16, learning_rate=2e-3, device="cpu")),
    "digits, from scratch": Recipe(
        "digits", "tutorial", PreprocessConfig(height=28, width=28, color="grey", fit="stretch"),
        AugmentConfig(rotate_deg=10, zoom=0.1, shift=0.08),
        TrainConfig(epochs=20, batch_size=32, learning_rate=2e-3, schedule="cosine", device="cpu")),
}


def trained(recipe: Recipe, seed: int, home: Path) -> dict[str, Any]:
    """Train once from nothing, decoding included; the seed divides the images, draws weights and orders batches."""
    folder, split_config = scan(unpack(recipe.sample)), SplitConfig(validation_share=0.2, seed=seed)
    graph = preset(recipe.network, input_shape=recipe.preprocess.shape, classes=len(folder.class_names))
    job = TrainingJob(folder, split(folder, split_config), recipe.preprocess, recipe.augment, split_config, graph,
                      recipe.network, recipe.train.model_copy(update={"seed": seed}), home / "runs",
                      home / f"cache-{seed}")
    begin, processor = time.perf_counter(), time.process_time()
    events = list(job.run(lambda: False))
    seconds = {"seconds": time.perf_counter() - begin, "processor_s": time.process_time() - processor}
    saved = events[-1]
    assert isinstance(saved, RunSaved)
    (ready,) = (event for event in events if isinstance(event, EvaluationReady))
    right = round(ready.evaluation.accuracy * ready.evaluation.images)
    return {"seed": seed, "accuracy": ready.evaluation.accuracy, "right": right, "images": ready.evaluation.images,
            "best_epoch": saved.best_epoch, **seconds}


def figures(recipe: Recipe, seeds: int) -> dict[str, Any]:
    """Train with each seed; return the rows, the mean accuracy and half the width of its 95 % interval."""
    with tempfile.TemporaryDirectory() as home:
        rows = [trained(recipe, seed, Path(home)) for seed in range(seeds)]
    accuracies = [row["accuracy"] for row in rows]
    half = STUDENT_95[seeds] * statistics.stdev(accuracies) / math.sqrt(seeds) if seeds > 1 else math.nan
    return {"rows": rows, "mean": statistics.mean(accuracies), "half_interval": half,
            "longest_s": max(row["seconds"] for row in rows),
            "most_processor_s": max(row["processor_s"] for row in rows)}


if __name__ == "__main__":
    set_spin_count()  # as the program does
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    for name in sys.argv[2:] or RECIPES:
        print(name, json.dumps(figures(RECIPES[name], count), indent=1), flush=True)
