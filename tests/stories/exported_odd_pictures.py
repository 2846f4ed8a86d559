"""Odd pictures and published networks through the certificates of the exports.

    python -m tests.stories.exported_odd_pictures             turned, CMYK, 16 bit, transparent, palettes, animations …
    python -m tests.stories.exported_odd_pictures NAME …      backbones with weights drawn at random

The odd pictures are validation images of one run, so that each passes the clean process. Prints a JSON object a format.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.export.training_code.parity import Parity
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.workspace.network_export_job import NetworkExportJob
from cnnstudio.workspace.training_code_job import CodeExported, TrainingCodeJob
from tests.helpers.images import make_folder
from tests.helpers.odd_images import make_odd_files
from tests.helpers.written_training import Trained, trained

FORMATS = ("pytorch", "onnx", "script")
CLASSES = {"cat": 12, "dog": 12, "owl": 12}


def odd_folder(root: Path) -> Path:
    """Write two classes of plain pictures to learn from, and all odd ones that can be read to validate with."""
    make_folder(root, {"train/plain": 8, "train/odd": 8}, 32)
    place = root / "val" / "odd"
    make_odd_files(place)
    (root / "val" / "plain").mkdir()
    Image.fromarray(np.full((40, 30, 3), 90, np.uint8)).save(root / "val" / "plain" / "plain.png")
    return root


def run_of(root: Path, home: Path) -> Trained:
    """Train a small network one epoch on the folder of odd pictures."""
    return trained(scan(odd_folder(root)), home, preset("small", input_shape=(3, 24, 24), classes=2), epochs=1,
                   batch_size=4)


def backbone(name: str) -> NetworkGraph:
    """Return a published network of small images, with weights of its own drawing."""
    graph = preset("efficientnet-lite0", input_shape=(3, 64, 64), classes=len(CLASSES))
    node = next(node for node in graph.nodes.values() if node.kind == "Backbone")
    for parameter, value in (("architecture", name), ("weights", "none"), ("frozen_stages", 0)):
        graph.set_parameter(node.id, parameter, value)
    return graph


def parity(done: Trained, kind: str, home: Path, images: int = 200) -> Parity:
    """Export a run and return its certificate's figures."""
    path = home / {"pytorch": "n.py", "onnx": "n.onnx", "script": "train.py"}[kind]
    job: Any = (TrainingCodeJob(done.run.path, "script", path, images) if kind == "script"
                else NetworkExportJob(done.run.path, kind, path, images))  # type: ignore[arg-type]
    found = list(job.run(lambda: False))[-1]
    assert isinstance(found, CodeExported)
    return found.parity


def rows(home: Path, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the figures of each network and format."""
    subjects = {name: lambda name=name: trained(
        scan(make_folder(home / name / "pets", CLASSES, 64)), home / name, backbone(name), epochs=1, batch_size=8)
        for name in names} or {"small, odd pictures": lambda: run_of(home / "odd", home / "runs of odd")}
    for name, train in subjects.items():
        done = train()
        for kind in FORMATS:
            found = parity(done, kind, home / f"{name} {kind}")
            yield {"network": name, "format": kind, "verdict": found.verdict, "images": found.images,
                   "same_class": found.same_class, "unread": found.unread, "missing": found.missing,
                   "probability": found.probability, "logit": found.logit, "reason": found.reason}


def main() -> None:
    """Print the figures of the odd pictures, or of the backbones that are named."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["CNNSTUDIO_HOME"] = place
        for row in rows(Path(place), sys.argv[1:]):
            print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
