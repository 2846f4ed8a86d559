"""Known networks exported to predict with answer as the program does; the full list is run by hand."""

import pytest

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.workspace import network_export_job
from tests.helpers.images import make_folder
from tests.stories.exported_networks import export
from tests.stories.written_trainings import CLASSES


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> ImageFolder:
    return scan(make_folder(tmp_path_factory.mktemp("known") / "pets", CLASSES, 24))


@pytest.mark.parametrize(("name", "kind"), [
    ("dense", "pytorch"), pytest.param("unet", "pytorch", marks=pytest.mark.bench),
    pytest.param("lenet5", "onnx", marks=pytest.mark.bench)])
def test_a_known_network_answers_alike(name, kind, folder, tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
    found, = export(name, folder, tmp_path, [kind])
    assert (found["verdict"], found["images"], found["same_class"]) == ("equal", 3, 3)
    assert found["probability"] < 1e-5


@pytest.mark.bench
def test_another_mean_is_noticed(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
    real = network_export_job.onnx_file
    monkeypatch.setattr(network_export_job, "onnx_file",
                        lambda network, size, mean, *rest: real(network, size, [each + 0.2 for each in mean], *rest))
    found, = export("lenet5", folder, tmp_path, ["onnx"])
    assert found["verdict"] == "not equal"
