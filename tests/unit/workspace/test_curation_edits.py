"""Decisions about images in the workspace: in force, saved, undone."""

import pytest

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.errors import ImageFolderError
from cnnstudio.workspace.arrangement import arrange
from cnnstudio.workspace.curation_edits import SetCuration
from cnnstudio.workspace.curation_store import finish_saving, load_curation, save_curation
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder

EXCLUDE = Curation().with_change(["cat/cat_0000.png"], excluded=True)


@pytest.fixture(autouse=True)
def everything_saved():
    yield
    finish_saving()


@pytest.fixture
def folder(tmp_path) -> ImageFolder:
    return scan(make_folder(tmp_path / "pets", {"cat": 6, "dog": 6, "cow": 6}, 24))


@pytest.fixture
def workspace(folder) -> Workspace:
    workspace = Workspace()
    workspace.open_folder(folder)
    return workspace


def test_an_edit_applies_is_saved_and_reverts(workspace, folder):
    edit = SetCuration.of(workspace, EXCLUDE, "Leave 1 image out")
    edit.apply(workspace)
    assert workspace.folder.used == 17
    assert load_curation(folder.root) == EXCLUDE
    edit.revert(workspace)
    assert workspace.folder is workspace.scanned
    assert load_curation(folder.root).is_empty


def test_an_edit_of_another_folder_does_nothing(workspace, tmp_path):
    edit = SetCuration.of(workspace, EXCLUDE, "Leave 1 image out")
    workspace.open_folder(scan(make_folder(tmp_path / "other", {"cat": 6, "dog": 6}, 24)))
    edit.apply(workspace)
    assert workspace.curation.is_empty


def test_decisions_that_cannot_be_change_nothing(workspace, folder):
    everything = Curation().with_change([file.relative for file in folder.files if file.class_index], excluded=True)
    with pytest.raises(ImageFolderError, match="two classes"):
        workspace.set_curation(everything)
    assert workspace.folder.used == 18
    assert load_curation(folder.root).is_empty


def test_a_folder_opens_with_what_was_decided_about_it(folder):
    save_curation(folder.root, EXCLUDE)
    workspace = Workspace()
    workspace.open_folder(folder)
    assert workspace.folder.used == 17
    assert workspace.curation == EXCLUDE


def test_opening_without_decisions_does_not_overwrite_those_that_are_kept(folder):
    save_curation(folder.root, EXCLUDE)
    Workspace().open_arranged(arrange(folder, Curation(), SplitConfig()))
    assert load_curation(folder.root) == EXCLUDE


def test_the_projects_classes_are_remembered(workspace, folder):
    assert load_curation(folder.root).class_names == folder.class_names


def test_what_is_decided_while_a_scan_goes_on_stays(workspace, folder):
    late = arrange(scan(folder.root), Curation(), SplitConfig())
    workspace.set_curation(EXCLUDE)
    workspace.set_split(SplitConfig(seed=4))
    workspace.open_arranged(late)
    assert workspace.curation == EXCLUDE
    assert workspace.split_config.seed == 4
    assert workspace.scanned is late.folder


def test_fewer_classes_fit_the_network_without_a_step_of_the_undo_stack(workspace):
    pushed = []
    workspace.edit_graph = pushed.append
    workspace.set_curation(Curation().with_merged("cow", "cat"))
    assert workspace.graph.output_node.parameters["classes"] == 2
    assert pushed == []
