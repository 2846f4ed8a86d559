"""The exported predictor gives the program's logits from image files, and its code passes the check."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.loading import load
from cnnstudio.data.normalization import normalize
from cnnstudio.export.code_check import ExportError, check_code
from cnnstudio.export.pytorch_predictor import pytorch_predictor
from cnnstudio.export.pytorch_source import weight_names
from cnnstudio.network.presets import preset
from cnnstudio.runs.tensor_file import write_tensors
from cnnstudio.torch_network.builder import build

NAMES = ["cat'\n", '"""; import os #', "dog"]


def test_the_predictor_gives_the_programs_logits_from_a_file(tmp_path):
    preprocess = PreprocessConfig(height=24, width=24)
    graph = preset("small", input_shape=(3, 24, 24), classes=3)
    network = build(graph).eval()
    state = network.state_dict()
    with (tmp_path / "network.safetensors").open("wb") as file:
        write_tensors(file, {name: state[key] for name, key in weight_names(graph, state).items()})
    script = tmp_path / "network.py"
    script.write_text(pytorch_predictor(graph, preprocess, [0.4] * 3, [0.2] * 3, NAMES, "network.safetensors"))
    picture = tmp_path / "picture.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (50, 40, 3), np.uint8)).save(picture)
    spec = importlib.util.spec_from_file_location("exported_network", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    exported = module.load_network()
    pixels = load(picture, preprocess).input_pixels[None]
    with torch.no_grad():
        expected = network(normalize(pixels, np.full(3, 0.4), np.full(3, 0.2)))[0]
    assert torch.equal(torch.tensor(module.scores(exported, picture)[0]), expected)
    assert {name for name, _ in module.predict(picture)} == set(NAMES)
    with torch.no_grad():
        next(exported.parameters())[0] += 0.5
    assert not torch.equal(torch.tensor(module.scores(exported, picture)[0]), expected)  # the control


def hostile_names(count):
    """Write predictors with hostile names of classes and of the weights' file; return how many were harmless."""
    graph, size = preset("dense", input_shape=(3, 8, 8), classes=3), PreprocessConfig(height=8, width=8)
    random = np.random.default_rng(3)
    pieces = [*"'\"\\{}#%\n\r\0;()a\u2028\u202e\ud800", '"""', "'''", "import os", "open('SENTINEL','w')",
              "__import__('os').system('touch SENTINEL')"]
    harmless = 0
    for _ in range(count):
        names = ["".join(random.choice(pieces, 6)) for _ in range(4)]
        text, found = pytorch_predictor(graph, size, [0.4] * 3, [0.2] * 3, names[:3], names[3]), {"__name__": "written"}
        exec(compile(text, "x.py", "exec"), found)
        harmless += [*found["CLASSES"], found["WEIGHTS"]] == names and not Path("SENTINEL").exists()
    return harmless


@pytest.mark.parametrize("count", [20, pytest.param(1_000, marks=pytest.mark.bench)])
def test_no_name_becomes_code(count, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert hostile_names(count) == count


@pytest.mark.parametrize("code", ["import os", "eval('1')", "open('x')", "().__class__", "__import__('os')", "x = ("])
def test_code_that_could_do_more_is_refused(code):
    with pytest.raises(ExportError):
        check_code(code)
    check_code("import torch\nvalues = [abs(number) for number in range(3)]")
