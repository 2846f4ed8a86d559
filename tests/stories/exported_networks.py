"""Every known network exported as PyTorch and as ONNX, and run in a clean process on the validation images."""

import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.network.presets import PRESETS
from cnnstudio.workspace.network_export_job import NetworkExportJob, NetworkFormat
from cnnstudio.workspace.training_code_job import CodeExported
from tests.helpers.images import make_folder
from tests.helpers.written_training import trained
from tests.stories.written_trainings import CLASSES, small_preset

FORMATS: tuple[NetworkFormat, ...] = ("pytorch", "onnx")


def export(name: str, folder: ImageFolder, home: Path,
           formats: Sequence[NetworkFormat] = FORMATS) -> list[dict[str, Any]]:
    """Train a network one epoch, export it, and return the figures of each certificate."""
    done = trained(folder, home, small_preset(name), epochs=1, batch_size=4, optimizer="sgd", learning_rate=1e-3)
    return [figures(name, done.run.path, kind, home / f"{name}.{'py' if kind == 'pytorch' else kind}")
            for kind in formats]


def figures(name: str, run: Path, kind: NetworkFormat, path: Path) -> dict[str, Any]:
    """Export a run and return the figures of its certificate."""
    found = list(NetworkExportJob(run, kind, path).run(lambda: False))[-1]
    assert isinstance(found, CodeExported)
    parity = found.parity
    return {"network": name, "format": kind, "verdict": parity.verdict, "images": parity.images,
            "same_class": parity.same_class, "probability": parity.probability, "logit": parity.logit}


def main() -> None:
    """Export the networks named on the command line, or all."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["CNNSTUDIO_HOME"] = place
        home = Path(place)
        folder = scan(make_folder(home / "pets", CLASSES, 24))
        for name in sys.argv[1:] or [info.name for info in PRESETS]:
            for row in export(name, folder, home):
                print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
