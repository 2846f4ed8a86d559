"""A run written as a script or notebook: the files, the certificate, and what is said when they are not equal."""

import json
from pathlib import Path

import numpy as np
import pytest

from cnnstudio import storage
from cnnstudio.errors import JobCancelledError, RunError
from cnnstudio.export.training_code.allowed import check_code
from cnnstudio.export.training_code.parity import compared
from cnnstudio.export.training_code.script import training_script
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace import training_code_job
from cnnstudio.workspace.training_code import training_code
from cnnstudio.workspace.training_code_job import CodeExported, TrainingCodeJob
from tests.helpers.runs import SmallRun, make_run


@pytest.fixture(scope="module")
def done(tmp_path_factory) -> SmallRun:
    return make_run(tmp_path_factory.mktemp("exported"))


def export(done: SmallRun, path: Path, kind="script", images=4, stop=lambda: False) -> CodeExported:
    return list(TrainingCodeJob(done.path, kind, path, images).run(stop))[-1]


@pytest.mark.parametrize("kind", ["script", pytest.param("notebook", marks=pytest.mark.bench)])
def test_the_code_answers_as_the_program_in_a_clean_process(kind, done, tmp_path):
    path = tmp_path / "Ünter ordner" / ("train.py" if kind == "script" else "train.ipynb")
    found = export(done, path, kind)
    assert found.path == path
    assert found.parity.verdict == "equal"
    assert (found.parity.images, found.parity.same_class) == (4, 4)
    assert found.parity.probability < 1e-5
    kept = storage.read_json(path.with_name("train.certificate.json"))
    assert kept["verdict"] == "equal"
    assert kept["sha256"] == {path.name: storage.sha256(path.read_bytes())}
    assert "# Certificate: equal" in found.certificate.read_text(encoding="utf-8")


def test_a_run_with_bfloat16_is_compared_with_what_bfloat16_gives(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_PRECISION", "bfloat16")
    done = make_run(tmp_path / "half the digits")
    assert RunFolder.load(done.path).record.precision == "bfloat16"
    assert export(done, tmp_path / "train.py").parity.verdict == "equal"
    monkeypatch.setattr(TrainingCodeJob, "_precision", lambda *_: "float32")
    control = export(done, tmp_path / "control.py").parity
    assert control.verdict == "not equal", control


@pytest.mark.parametrize(("before", "after"), [
    ("pixels = np.asarray(image.convert(\"RGB\"))", "pixels = np.asarray(image.convert(\"RGB\"))[..., ::-1]"),
    pytest.param("return network(images", "return 1.01 * network(images", marks=pytest.mark.bench),
], ids=["channels swapped", "other logits"])
def test_code_that_answers_otherwise_is_kept_under_a_name_that_says_so(before, after, done, tmp_path, monkeypatch):
    def spoiled(plan):
        text = training_script(plan)
        assert before in text
        return text.replace(before, after)

    monkeypatch.setattr(training_code_job, "training_script", spoiled)
    found = export(done, tmp_path / "train.py")
    assert found.parity.verdict == "not equal"
    assert found.path.name == "train_NOT_EQUAL.py"
    assert not (tmp_path / "train.py").exists()


def test_without_images_it_is_not_called_equal(done, tmp_path):
    found = export(done, tmp_path / "train.py", images=0)
    assert found.parity.verdict == "not checked"
    assert found.parity.sentence == "Not checked: no images were asked for."


def test_a_stop_leaves_nothing_behind(done, tmp_path):
    with pytest.raises(JobCancelledError):
        export(done, tmp_path / "train.py", stop=lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_figures_of_a_comparison_are_those_worked_out_by_hand():
    found = compared([[0.0, 0.0], [2.0, 0.0]], [[0.0, np.log(3)], [2.0, 0.0]])
    assert (found.images, found.same_class) == (2, 1)
    assert found.probability == pytest.approx(0.25)
    assert found.logit == pytest.approx(np.log(3))
    assert compared([[np.nan, 0.0]], [[0.0, 1.0]]).verdict == "not equal"
    json.dumps(compared([[np.nan, 0.0]], [[0.0, 1.0]]).to_document(), allow_nan=False)


def test_logits_that_differ_are_noticed_where_no_probability_moves():
    assert compared([[600.0, 0.0]], [[500.0, 0.0]]).probability < 1e-200
    assert compared([[600.0, 0.0]], [[500.0, 0.0]]).verdict == "not equal"
    assert compared([[500.4, 0.0]], [[500.0, 0.0]]).verdict == "equal"


@pytest.mark.parametrize("line", [
    "import os", "from subprocess import run", "eval('1')", "__import__('os')", "().__class__.__bases__",
    "torch.load('x')", "open('x')", "from .. import x", "x = (", "torch.hub", "getattr(nn, 'x')"])
def test_code_that_does_more_than_a_training_is_refused(line):
    check_code("import torch\nx = 1\n")
    with pytest.raises(RunError, match="line"):
        check_code(f"import torch\n{line}\n")


HOSTILE = ('"""\nimport os\nos.system("touch SENTINEL")\n"""', "'); open('SENTINEL', 'w'); ('", "\\", "{x}", "a\u2028b",
           "\ud800", "\x00", "#\n", "__import__('os').system('touch SENTINEL')", "\r", "%s", "'''", "\u202ename")


def hostile_names(count: int) -> int:
    """Write scripts with hostile names of classes, files and run; return how many were checked and found harmless."""
    from tests.helpers.hostile_plans import hostile_plan

    harmless = 0
    for number in range(count):
        names, namespace = hostile_plan(number, HOSTILE), {"__name__": "written", "__file__": "x.py"}
        text = training_script(names)
        check_code(text)
        exec(compile(text, "x.py", "exec"), namespace)
        harmless += list(names.class_names) == namespace["CLASSES"] and not Path("SENTINEL").exists()
    return harmless


def test_no_name_becomes_code(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert hostile_names(6) == 6


def test_the_code_of_a_run_keeps_its_images_and_its_seed(done):
    plan = training_code(RunFolder.load(done.path), "start.safetensors").plan
    assert sum(plan.division.counts) == 30
    assert plan.grad_cam_layer
    assert not plan.start_file
