"""The notebook of a training is valid, runs from top to bottom, and looks where the program looks."""

import json
import warnings

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from cnnstudio.data.config import AugmentConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.explain.grad_cam import grad_cam
from cnnstudio.explain.target_layer import automatic, find_layer
from cnnstudio.export.pytorch_source import weight_names
from cnnstudio.export.training_code.notebook import notebook_code, training_notebook
from cnnstudio.network.document import from_document
from cnnstudio.network.presets import preset
from cnnstudio.workspace.training_code import training_code
from tests.helpers.images import make_folder
from tests.helpers.written_training import RECIPE, trained


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    home = tmp_path_factory.mktemp("notebook")
    folder: ImageFolder = scan(make_folder(home / "pets", {"cat": 9, "dog": 12, "owl": 8}, 24))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CNNSTUDIO_HOME", str(home / "home"))
        return trained(folder, home, preset("small", input_shape=(3, 16, 16), classes=3),
                       augment=AugmentConfig(flip_horizontal=True, brightness=0.2), epochs=1)


@pytest.fixture(scope="module")
def text(done) -> str:
    return training_notebook(training_code(done.run, "start.safetensors").plan)


def test_it_is_a_valid_notebook_without_outputs(text):
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert all(not cell.outputs for cell in notebook.cells if cell.cell_type == "code")
    assert sum(cell.cell_type == "markdown" for cell in notebook.cells) >= 10
    broken = json.loads(text)
    broken["cells"][1]["outputs"] = "none"
    with pytest.raises(nbformat.ValidationError):  # the control
        nbformat.validate(nbformat.from_dict(broken))


def test_it_runs_from_top_to_bottom(done, text, tmp_path):
    notebook = nbformat.reads(text.replace('Path(\\"images\\")', f'Path({json.dumps(str(done.folder))[1:-1]!r})'
                                           .replace("'", '\\"')), as_version=4)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the kernel's own sockets and event loop
        NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(tmp_path)}}).execute()
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    printed = "".join(output.text for output in outputs if output.output_type == "stream")
    best = done.run.record.best
    assert f"accuracy {best.val_accuracy:.1%}" in printed
    assert f"loss {best.val_loss:.4f}" in printed
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 4
    assert (tmp_path / "best.safetensors").exists()


def test_its_grad_cam_is_the_programs(done, text):
    names: dict = {"__name__": "notebook"}
    exec(compile(notebook_code(text, definitions_only=True), "notebook.py", "exec"), names)
    network, ours = names["Network"](), done.run.load_module("best")
    state = ours.state_dict()
    paths = weight_names(from_document(done.run.record.graph), state)
    network.load_state_dict({name: state[key] for name, key in paths.items()})
    _, pixels = names["load_folder"](done.folder)
    image = names["normalised"](pixels[:1])
    expected = grad_cam(ours, find_layer(ours, automatic(ours, image)), image, 1).raw
    found = names["grad_cam"](network, image, 1).numpy()
    size = np.abs(expected).max()
    assert np.abs(found - expected).max() < 1e-5 * size
    assert np.abs(names["grad_cam"](network, image, 2).numpy() - expected).max() > 1e-2 * size  # the control


def test_every_setting_of_the_recipe_is_in_the_notebook(text):
    assert f"LEARNING_RATE = {RECIPE['learning_rate']}" in notebook_code(text)
