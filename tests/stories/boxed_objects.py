"""How well heatmaps find objects whose place is known, with a network fine-tuned on photographs of them.

Run as a script for the figures in the README: ``python -m tests.stories.boxed_objects FOLDER [EPOCHS]`` with the
unpacked folder of photographs, which has ``train``, ``val``, ``test`` and ``boxes.csv``.
"""

import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.split import split
from cnnstudio.network.edits import SetParameter
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.threads import set_spin_count
from cnnstudio.workspace.localise_job import FolderLocalised, LocaliseJob
from cnnstudio.workspace.training_job import RunSaved, TrainingJob

METHODS = ("grad-cam", "hirescam", "layercam", "grad-cam++")
FROZEN_STAGES = 5
"""Of the nine of EfficientNet-Lite0: the later ones learn."""

RECIPE = TrainConfig(epochs=12, batch_size=16, learning_rate=1e-3, schedule="cosine", device="cpu", threads=1,
                     precision="float32")
AUGMENT = AugmentConfig(flip_horizontal=True, zoom=0.1, shift=0.05)


def fine_tuned(root: Path, home: Path, *, side: int = 224, train: TrainConfig = RECIPE,
               network: str = "efficientnet-lite0") -> Path:
    """Train on the folder's own splits, the backbone's later stages included; return the run."""
    folder, division = scan(root), SplitConfig()
    preprocess = PreprocessConfig(height=side, width=side, normalization="symmetric")
    graph = preset(network, input_shape=preprocess.shape, classes=len(folder.class_names))
    if "backbone_1" in graph.nodes:
        SetParameter("backbone_1", "frozen_stages", FROZEN_STAGES).apply(graph)
        SetParameter("backbone_1", "rate_factor", 1.0).apply(graph)
    job = TrainingJob(folder, split(folder, division), preprocess, AUGMENT, division, graph, network, train,
                      home / "runs", home / "cache")
    saved = list(job.run(lambda: False))[-1]
    assert isinstance(saved, RunSaved)
    return saved.path


def localised(run: Path, root: Path, methods: tuple[str, ...] = METHODS) -> FolderLocalised:
    """Measure the test images; thresholds come from the validation images."""
    found = list(LocaliseJob(run, root, which="test", methods=methods).run(lambda: False))[-1]
    assert isinstance(found, FolderLocalised)
    return found


def figures(found: FolderLocalised) -> dict[str, Any]:
    """Return what the README tells."""
    return {"images": len(found.images), "right": found.right, "right_and_placed": found.right_and_placed,
            "methods": [asdict(report) for report in found.reports]}


if __name__ == "__main__":
    set_spin_count()  # as the program does
    epochs = int(sys.argv[2]) if len(sys.argv) > 2 else RECIPE.epochs
    with tempfile.TemporaryDirectory() as home:
        made = fine_tuned(Path(sys.argv[1]), Path(home), train=RECIPE.model_copy(update={"epochs": epochs}))
        print(json.dumps(figures(localised(made, Path(sys.argv[1]))), indent=1), flush=True)
