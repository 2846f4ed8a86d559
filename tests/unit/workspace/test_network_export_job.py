"""A trained network exported to predict with: the files, the certificate, and what is said when they are not equal."""

import contextlib
import importlib.util
import json
import sys
import warnings

import numpy as np
import pytest

from cnnstudio import storage
from cnnstudio.data.loading import load
from cnnstudio.errors import JobCancelledError, MissingLibraryError
from cnnstudio.export import onnx_file as onnx_writer
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace import network_export_job
from cnnstudio.workspace.export_check import images_to_compare, own_logits
from cnnstudio.workspace.network_export_job import NetworkExportJob
from tests.helpers.runs import SmallRun, make_run


@pytest.fixture(scope="module")
def done(tmp_path_factory) -> SmallRun:
    return make_run(tmp_path_factory.mktemp("exported"))


def export(done, path, kind="pytorch", images=4, stop=lambda: False):
    return list(NetworkExportJob(done.path, kind, path, images).run(stop))[-1]


def test_a_pytorch_file_answers_as_the_program_in_a_clean_process(done, tmp_path):
    found = export(done, tmp_path / "Ünter ordner")
    assert [each.name for each in found.files] == ["network.py", "network.safetensors"]
    assert (found.parity.verdict, found.parity.images, found.parity.same_class) == ("equal", 4, 4)
    assert found.parity.probability < 1e-6
    kept = storage.read_json(found.path.with_name("network.certificate.json"))
    assert kept["sha256"] == {each.name: storage.sha256(each.read_bytes()) for each in found.files}


def changed_weight(path, tensors):
    name = next(iter(tensors))
    tensors = {key: value.clone() for key, value in tensors.items()}
    tensors[name].view(-1)[0] += 1
    REAL_WEIGHTS(path, tensors)


def swapped_channels(*arguments):
    text = REAL_PREDICTOR(*arguments)
    before = 'pixels = np.asarray(image.convert("RGB"))'
    assert before in text
    return text.replace(before, f"{before}[..., ::-1]")


REAL_WEIGHTS = network_export_job.write_weights
REAL_PREDICTOR = network_export_job.pytorch_predictor


@pytest.mark.parametrize(("name", "spoiled"), [
    pytest.param("write_weights", changed_weight, marks=pytest.mark.bench), ("pytorch_predictor", swapped_channels)])
def test_a_spoiled_pytorch_file_is_kept_under_a_name_that_says_so(name, spoiled, done, tmp_path, monkeypatch):
    monkeypatch.setattr(network_export_job, name, spoiled)
    found = export(done, tmp_path / "net.py")
    assert found.parity.verdict == "not equal"
    assert [each.name for each in found.files] == ["net_NOT_EQUAL.py", "net_NOT_EQUAL.safetensors"]
    assert "net_NOT_EQUAL.safetensors" in found.path.read_text(encoding="utf-8")
    assert not (tmp_path / "net.py").exists()


def test_an_onnx_file_answers_as_the_program_for_any_number_of_images(done, tmp_path):
    onnx, runtime = pytest.importorskip("onnx"), pytest.importorskip("onnxruntime")
    found = export(done, tmp_path / "net.onnx", "onnx")
    assert (found.parity.verdict, found.parity.images, found.parity.same_class) == ("equal", 4, 4)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "net.certificate.json", "net.certificate.md", "net.onnx"]
    run = RunFolder.load(done.path)
    model = onnx.load(str(found.path), load_external_data=False)
    kept = {each.key: each.value for each in model.metadata_props}
    assert json.loads(kept["class_names"]) == list(run.record.class_names)
    assert json.loads(kept["std"]) == pytest.approx(list(run.record.std))
    assert b".py" not in found.path.read_bytes()  # nothing of where it was made
    session = runtime.InferenceSession(str(found.path), providers=["CPUExecutionProvider"])
    assert (session.get_inputs()[0].name, session.get_inputs()[0].type) == ("image", "tensor(uint8)")
    paths = images_to_compare(run, 3).there
    expected = np.array(own_logits(run, run.load_module("best"), paths))
    pixels = np.stack([load(path, run.record.preprocess).input_pixels for path in paths])
    for count in (1, 3):
        logits, shares = session.run(["logits", "probabilities"], {"image": pixels[:count]})
        assert logits == pytest.approx(expected[:count], abs=1e-5)
        powers = np.exp(expected[:count])
        assert shares == pytest.approx(powers / powers.sum(axis=1, keepdims=True), abs=1e-5)
    swapped = session.run(["logits"], {"image": np.ascontiguousarray(pixels[..., ::-1])})[0]
    assert np.abs(swapped - expected).max() > 1e-3  # the control


@pytest.mark.bench
def test_an_onnx_file_with_another_normalisation_is_noticed(done, tmp_path, monkeypatch):
    pytest.importorskip("onnxruntime")
    real = network_export_job.onnx_file
    monkeypatch.setattr(network_export_job, "onnx_file",
                        lambda network, size, mean, std, names: real(network, size, [0.0] * 3, [1.0] * 3, names))
    found = export(done, tmp_path / "net.onnx", "onnx")
    assert (found.parity.verdict, found.path.name) == ("not equal", "net_NOT_EQUAL.onnx")


def test_without_what_runs_or_writes_onnx_it_is_said(done, tmp_path, monkeypatch):
    def missing(wanted):
        return lambda name, *rest: None if name == wanted else real(name, *rest)

    real = importlib.util.find_spec
    with monkeypatch.context() as patch:
        patch.setattr(importlib.util, "find_spec", missing("onnxruntime"))
        patch.setattr(network_export_job, "onnx_file", lambda *_: b"written")
        assert export(done, tmp_path / "net.onnx", "onnx").parity.sentence.startswith("Not checked: onnxruntime is not")
    monkeypatch.setattr(importlib.util, "find_spec", missing("onnxscript"))
    assert "pip install" in onnx_writer.why_no_onnx()
    with pytest.raises(MissingLibraryError, match="onnxscript"):
        export(done, tmp_path / "other.onnx", "onnx")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "installed program is without onnxscript" in onnx_writer.why_no_onnx()


def test_what_pytorch_says_of_its_own_parts_reaches_no_user(done, tmp_path, monkeypatch, caplog):
    pytest.importorskip("onnxscript")
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "torchvision" else real(
        name, *rest))
    export(done, tmp_path / "net.onnx", "onnx", images=0)
    assert "torchvision" not in caplog.text
    monkeypatch.setattr(onnx_writer, "_silent", contextlib.nullcontext)  # the control
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        export(done, tmp_path / "net.onnx", "onnx", images=0)
    assert "torchvision is not installed" in caplog.text


def test_a_stop_leaves_nothing_behind(done, tmp_path):
    with pytest.raises(JobCancelledError):
        export(done, tmp_path / "net.py", stop=lambda: True)
    assert list(tmp_path.iterdir()) == []
