"""The script that makes a map again is run in a process of its own, and its map compared."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.loading import load
from cnnstudio.errors import NetworkError, RunError
from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.pixels.settings import PixelSettings
from cnnstudio.explain.script_parts import METHOD_PARTS
from cnnstudio.explain.target import Target, contrast, log_odds
from cnnstudio.workspace.explanation_script import explanation_script
from cnnstudio.workspace.loaded_run import IMAGENET_RUN, LoadedRun, loaded_run
from tests.helpers.images import make_folder
from tests.helpers.runs import TRAIN, training_job

RUN_ALL = """
import runpy, sys
for script, image, run, out in zip(*[iter(sys.argv[1:])] * 4):
    sys.argv = [script, image, run, out] if image else [script]
    runpy.run_path(script, run_name="__main__")
assert not any(name.split(".")[0] == "cnnstudio" for name in sys.modules)
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """Make a run with a padded, oblong input."""
    root = tmp_path_factory.mktemp("script")
    folder = scan(make_folder(root / "pets", {"cat": 6, "dog": 6, "it's": 6}, 24))
    preprocess = PreprocessConfig(height=16, width=20, fit="pad")
    train = TRAIN.model_copy(update={"epochs": 1})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CNNSTUDIO_HOME", str(root / "home"))
        saved = list(training_job(folder, root, train=train, network="small", preprocess=preprocess).run(
            lambda: False))[-1]
    return saved.path, folder.files[0].path


SETTINGS = PixelSettings(patch_px=6, stride_px=4, images=3, seed=5)
CASES = [(info.name, target) for info, target in zip(
    METHODS, [Target("logit", 1), contrast(2, 0), log_odds(0)] * len(METHODS), strict=False)]


def explained(run: LoadedRun, image: Path, target: Target, method: str, settings: PixelSettings, layer: str = "auto"):
    loaded = load(image, run.record.preprocess)
    inspection = run.explainer.inspect(loaded.pixels, loaded)
    return inspection.explain(target, layer, method, settings=settings)


def test_the_script_of_every_method_makes_the_same_map_without_this_program(home, tmp_path):
    path, image = home
    assert [name for name, _ in CASES] == [info.name for info in METHODS]
    assert set(METHOD_PARTS) == {info.name for info in METHODS}
    wanted, words = {}, []
    variants = [(*case, SETTINGS) for case in CASES]
    variants += [("occlusion", Target("logit", 2), PixelSettings(fill=fill)) for fill in ("mean", "black", "inpaint")]
    variants += [("integrated-gradients", contrast(1, 2), PixelSettings(baseline=kind)) for kind in ("black", "blur")]
    with loaded_run(path) as run:
        for place, (method, target, settings) in enumerate(variants):
            found = explained(run, image, target, method, settings)
            script = tmp_path / f"{place}.py"
            script.write_text(explanation_script(run, found, image), encoding="utf-8")
            out = tmp_path / f"{place}.npy"
            wanted[out] = (method, found.heatmap.raw)
            words += [str(script), str(image), str(path), str(out)]
    done = subprocess.run([sys.executable, "-W", "error", "-c", RUN_ALL, *words], capture_output=True, text=True,
                          cwd=tmp_path, check=False, env=os.environ | {"OMP_NUM_THREADS": "1"})
    assert done.returncode == 0, done.stderr
    assert "it's" in done.stdout
    for out, (method, raw) in wanted.items():
        again = np.load(out)
        assert again.shape == raw.shape
        assert raw.any(), method
        assert np.abs(again - raw).max() <= 1e-5 * np.abs(raw).max(), method
    one, other = (raw / np.abs(raw).max() for _, raw in list(wanted.values())[:2])
    assert np.abs(one - other).max() > 1e-3   # the control: another question has another map


def test_a_layer_without_a_module_in_the_source_is_refused(home):
    path, image = home
    with loaded_run(path) as run:
        found = explained(run, image, Target("logit", 1), "grad-cam", SETTINGS)
        pooled = replace(found, provenance=replace(found.provenance, layer="globalavgpool2d_1"))
        with pytest.raises(NetworkError, match="choose the layer before or behind it"):
            explanation_script(run, pooled, image)


def test_the_published_network_has_no_run_to_read():
    class Published:
        path = IMAGENET_RUN

    with pytest.raises(RunError, match="no run folder"):
        explanation_script(Published(), None, None)
