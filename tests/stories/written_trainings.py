"""Every known network trained in the program and once more by the script written from it, and by the notebook."""

import contextlib
import io
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import torch

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.export.pytorch_source import weight_names
from cnnstudio.export.training_code.notebook import notebook_code, training_notebook
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.workspace.training_code import training_code
from tests.helpers.images import make_folder
from tests.helpers.written_training import Trained, largest_difference, loaded, repeated, script_of, trained

CLASSES = {"cat": 6, "dog": 7, "owl": 6}
SIDES = {"small": 16, "lenet5": 32, "dense": 16, "convolution": 16}
SIDE = 64
"""Of the input, for the networks that are not named."""
_WIDE = 256


def small_preset(name: str) -> NetworkGraph:
    """Return a known network for small images and three classes, with narrow dense layers."""
    info = next(each for each in PRESETS if each.name == name)
    side = SIDES.get(name, SIDE)
    graph = preset(name, input_shape=(info.input_shape[0], side, side), classes=len(CLASSES))
    for node in list(graph.nodes.values()):
        if node.parameters.get("out_features", 0) > _WIDE:
            graph.set_parameter(node.id, "out_features", 64)
    return graph


def compare(name: str, folder: ImageFolder, home: Path, *, control: bool = False) -> dict[str, Any]:
    """Train a network one epoch with each, and return the largest differences.

    Parameters
    ----------
    control : let the script draw its first weights from another seed
    """
    done = trained(folder, home, small_preset(name), epochs=1, batch_size=4, optimizer="sgd", learning_rate=1e-3)
    path = script_of(done, home)
    if control:
        path.write_text(path.read_text(encoding="utf-8").replace("\nSEED = 0", "\nSEED = 1", 1), encoding="utf-8")
    rows, losses, _ = repeated(loaded(path), folder.root)
    return {"network": name, "steps": len(losses), "first": abs(losses[0] - done.losses[0]),
            "losses": largest_difference(losses, done.losses),
            "validation": abs(rows[-1]["val_loss"] - done.run.record.history[-1].val_loss),
            "notebook": notebook_difference(done)}


def notebook_difference(done: Trained) -> float:
    """Return the largest difference of probabilities of the notebook's network with the run's weights."""
    plan = training_code(done.run, "train.start.safetensors").plan
    names: dict[str, Any] = {"__name__": "written"}
    exec(compile(notebook_code(training_notebook(plan), definitions_only=True), "notebook.py", "exec"), names)
    ours, network = done.run.load_module("best"), names["Network"]()
    state = ours.state_dict()
    network.load_state_dict({name: state[key] for name, key in weight_names(plan.graph, state).items()})
    with contextlib.redirect_stdout(io.StringIO()):
        images, pixels = names["load_folder"](done.folder)
        places = list(range(len(images)))
        _, probabilities = names["measure"](network, pixels, [label for _, label in images], places)
    with torch.no_grad():
        expected = ours(names["normalised"](pixels)).softmax(dim=1)
    return float((probabilities - expected).abs().max())


def main() -> None:
    """Compare the networks named on the command line, or all, and the control."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["CNNSTUDIO_HOME"] = place
        home = Path(place)
        folder = scan(make_folder(home / "pets", CLASSES, 24))
        for name in sys.argv[1:] or [info.name for info in PRESETS]:
            print(json.dumps(compare(name, folder, home)), flush=True)
        print("control:", json.dumps(compare("lenet5", folder, home, control=True)), flush=True)


if __name__ == "__main__":
    main()
