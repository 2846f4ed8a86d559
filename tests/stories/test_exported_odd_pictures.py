"""Odd pictures pass the certificate of an export; all formats, and published networks, are run by hand."""

import pytest

from cnnstudio.workspace import network_export_job
from tests.helpers.written_training import Trained
from tests.stories.exported_odd_pictures import backbone, parity, rows, run_of


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    home = tmp_path_factory.mktemp("odd")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CNNSTUDIO_HOME", str(home / "home"))
        yield run_of(home / "pictures", home)


def test_every_odd_picture_is_answered_alike(done, tmp_path):
    found = parity(done, "pytorch", tmp_path)
    assert (found.verdict, found.images, found.unread, found.missing) == ("equal", 64, 4, 0)
    assert found.probability < 1e-6
    assert "4 HEIC images were left out" in found.sentence


@pytest.mark.parametrize(("line", "instead"), [
    ("cv2.INTER_AREA", "cv2.INTER_NEAREST"), ("image = ImageOps.exif_transpose(image)", "pass"),
    ("(255, 255, 255)", "(0, 0, 0)")], ids=["another resize", "not turned", "another background"])
def test_another_way_to_the_pixels_is_noticed(line, instead, done, tmp_path, monkeypatch):
    real = network_export_job.pytorch_predictor

    def careless(*wish):
        text = real(*wish)
        assert line in text
        return text.replace(line, instead)

    monkeypatch.setattr(network_export_job, "pytorch_predictor", careless)
    assert parity(done, "pytorch", tmp_path).verdict == "not equal"


@pytest.mark.bench
@pytest.mark.parametrize("name", ["resnet18", "mobilenet_v3_small"])
def test_a_published_network_answers_alike(name, tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
    assert next(node for node in backbone(name).nodes.values() if node.kind == "Backbone").parameters[
        "architecture"] == name
    assert [row["verdict"] for row in rows(tmp_path, [name])] == ["equal"] * 3
