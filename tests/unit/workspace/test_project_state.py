"""A project's settings come into force, and its network is put in once."""

from pathlib import Path

import pytest

from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.project.contents import ProjectContents
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace.project_state import begin_with, contents_of, differs, restore
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder

PREPROCESS = PreprocessConfig(height=48, width=48, color="grey")
CONTENTS = ProjectContents(name="Pets", preprocess=PREPROCESS, split=SplitConfig(seed=7), recipe=TrainConfig(epochs=3),
                           graph=to_document(preset("lenet5", input_shape=PREPROCESS.shape)), network_name="LeNet-5")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "runs")


def networks_shown(workspace: Workspace) -> list[str]:
    shown: list[str] = []
    workspace.graph_replaced.connect(lambda: shown.append(workspace.network_name))
    return shown


def test_a_project_is_begun_with_its_network_shown_once(workspace: Workspace) -> None:
    shown = networks_shown(workspace)

    assert begin_with(workspace, CONTENTS) == ()

    assert shown == ["LeNet-5"]
    assert not differs(contents_of(workspace, ProjectContents()), CONTENTS)


def test_leaving_first_and_restoring_then_shows_two(workspace: Workspace) -> None:
    shown = networks_shown(workspace)

    workspace.start_over()
    restore(workspace, CONTENTS)

    assert shown == ["small", "LeNet-5"]
    assert not differs(contents_of(workspace, ProjectContents()), CONTENTS)


def test_the_network_of_a_project_stays_when_images_are_opened(workspace: Workspace, tmp_path: Path) -> None:
    begin_with(workspace, CONTENTS)
    workspace.open_folder(scan(make_folder(tmp_path / "pets", {"cat": 8, "dog": 8}, 24)))
    assert workspace.network_name == "LeNet-5"

    workspace.start_over()
    first = workspace.network_name
    workspace.open_folder(scan(make_folder(tmp_path / "others", {"cat": 8, "dog": 8}, 24)))
    assert workspace.network_name != first, "what nobody chose gives way to what suits the images"
