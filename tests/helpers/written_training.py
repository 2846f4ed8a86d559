"""Runs a training in the program and once more by the script written from it, to compare them step by step."""

import contextlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import split
from cnnstudio.export.training_code.script import training_script
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import StepEnded
from cnnstudio.workspace.training_code import TrainingCode, training_code
from cnnstudio.workspace.training_job import RunSaved, TrainingJob

RECIPE = {"epochs": 2, "batch_size": 8, "threads": 1, "device": "cpu", "learning_rate": 0.003, "precision": "float32"}


@dataclass(frozen=True, slots=True)
class Trained:
    """A training of the program: its run, and the loss of each of its steps."""

    run: RunFolder
    losses: tuple[float, ...]
    folder: Path


def trained(folder: ImageFolder, home: Path, graph: NetworkGraph, *, augment: AugmentConfig = AugmentConfig(),  # noqa: B008
            split_config: SplitConfig = SplitConfig(), **recipe: Any) -> Trained:  # noqa: B008
    """Train in the program, on images of the graph's size."""
    assert graph.input_node is not None
    values = graph.input_node.parameters
    preprocess = PreprocessConfig(height=values["height"], width=values["width"],
                                  color="grey" if values["channels"] == 1 else "rgb")
    job = TrainingJob(folder, split(folder, split_config), preprocess, augment, split_config, graph, "network",
                      TrainConfig(**(RECIPE | recipe)), home / "runs", home / "cache")
    events = list(job.run(lambda: False))
    assert isinstance(events[-1], RunSaved)
    losses = tuple(event.loss for event in events if isinstance(event, StepEnded))
    return Trained(RunFolder.load(events[-1].path), losses, folder.root)


def script_of(done: Trained, home: Path) -> Path:
    """Write the script of a training, and its first weights where it needs them, and return its path."""
    code: TrainingCode = training_code(done.run, "train.start.safetensors")
    path = home / "train.py"
    path.write_text(training_script(code.plan), encoding="utf-8")
    if code.start:
        loaded(path)["save_weights"](home / "train.start.safetensors", code.start)
    return path


def loaded(path: Path) -> dict[str, Any]:
    """Execute a script without its `main` and return what it defines."""
    names: dict[str, Any] = {"__name__": "written", "__file__": str(path)}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return names


def repeated(names: Mapping[str, Any], folder: Path) -> tuple[list[dict[str, Any]], list[float], list[list[str]]]:
    """Train by the script; return its rows, the loss of each step, and the images of each split."""
    with contextlib.redirect_stdout(io.StringIO()):
        images, pixels = names["load_folder"](folder)
        labels = [label for _, label in images]
        parts = names["split_images"](images)
        network = names["Network"]()
        names["initialise"](network)
        rows, _ = names["train"](network, pixels, labels, parts[0], parts[1])
    losses = [loss for row in rows for loss in row["step_losses"]]
    return rows, losses, [[images[place][0] for place in part] for part in parts]


def largest_difference(found: list[float], expected: tuple[float, ...]) -> float:
    """Return the largest difference of two rows of losses of the same length."""
    assert len(found) == len(expected)
    return float(np.abs(np.array(found) - np.array(expected)).max())
