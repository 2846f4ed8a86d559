"""Scripts and notebooks of known networks repeat the program's training; the full list is run by hand."""

import pytest

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from tests.helpers.images import make_folder
from tests.stories.written_trainings import CLASSES, compare

ROUNDING = 1e-5


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> ImageFolder:
    return scan(make_folder(tmp_path_factory.mktemp("known") / "pets", CLASSES, 24))


@pytest.mark.parametrize("name", ["lenet5", "tutorial"])
def test_a_known_network_is_trained_alike(name, folder, tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
    found = compare(name, folder, tmp_path)
    assert found["steps"] == 4
    assert max(found["first"], found["losses"], found["validation"], found["notebook"]) < ROUNDING


def test_first_weights_from_another_seed_are_noticed(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
    assert compare("lenet5", folder, tmp_path, control=True)["losses"] > 100 * ROUNDING
