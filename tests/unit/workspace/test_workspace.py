"""Tests of what is open now."""

import subprocess
import sys
from operator import attrgetter
from pathlib import Path

import pytest

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.errors import ImageFolderError
from cnnstudio.network.edits import SetParameter
from cnnstudio.network.presets import preset
from cnnstudio.network.shapes import analyse
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder

SIGNALS = ("folder_changed", "preprocess_changed", "split_changed", "augment_changed", "graph_replaced",
           "train_config_changed", "runs.changed", "runs.opened", "project_name_changed", "selected_image_changed")


class Listener:
    """Notes the signals of a workspace in order."""

    def __init__(self, workspace: Workspace) -> None:
        self.heard: list[str] = []
        self.slots = []
        for name in SIGNALS:
            def slot(name=name) -> None:
                self.heard.append(name)
            self.slots.append(slot)
            attrgetter(name)(workspace).connect(slot)


@pytest.fixture
def folder(tmp_path) -> ImageFolder:
    return scan(make_folder(tmp_path / "pets", {"cat": 6, "dog": 6, "cow": 6}, 32))


@pytest.fixture
def other(tmp_path) -> ImageFolder:
    return scan(make_folder(tmp_path / "plants", {"oak": 4, "ash": 4}, 64))


def input_shape(workspace: Workspace) -> tuple[int, ...]:
    return tuple(workspace.graph.input_node.parameters[name] for name in ("channels", "height", "width"))


def classes(workspace: Workspace) -> int:
    return workspace.graph.output_node.parameters["classes"]


def test_an_empty_workspace_has_a_network_and_no_images():
    workspace = Workspace()
    assert workspace.folder is None
    assert workspace.class_names == ()
    assert analyse(workspace.graph).is_trainable


def test_opening_a_folder_fits_everything_to_the_images(folder):
    workspace = Workspace()
    listener = Listener(workspace)
    workspace.open_folder(folder)
    assert workspace.preprocess.shape == input_shape(workspace) == (3, 32, 32)
    assert classes(workspace) == 3
    assert workspace.network_name == "tutorial"
    assert analyse(workspace.graph).is_trainable
    assert len(workspace.splits.train) + len(workspace.splits.validation) == 18
    assert workspace.project_name == "pets"
    assert workspace.selected_image == folder.files[0].path
    assert {"folder_changed", "graph_replaced", "preprocess_changed", "split_changed"} <= set(listener.heard)


def test_signals_come_when_the_change_is_complete(folder):
    workspace = Workspace()
    seen = []

    def slot() -> None:
        seen.append((workspace.folder, classes(workspace), len(workspace.splits.train) > 0, workspace.project_name))

    workspace.folder_changed.connect(slot)
    workspace.open_folder(folder, name="My pets")
    assert seen == [(folder, 3, True, "My pets")]


def test_the_same_folder_scanned_again_keeps_settings_and_network(folder):
    workspace = Workspace()
    workspace.open_folder(folder)
    workspace.set_preprocess(PreprocessConfig(height=48, width=48))
    graph = workspace.graph
    (folder.root / "cow" / "cow_0000.png").unlink()
    workspace.open_folder(scan(folder.root))
    assert workspace.preprocess.height == 48
    assert workspace.graph is graph


def test_a_network_the_user_has_changed_is_kept_and_fitted_to_another_folder(folder, other):
    workspace = Workspace()
    workspace.open_folder(folder)
    graph = workspace.graph
    convolution = next(node for node in graph.nodes.values() if node.kind == "Conv2d")
    SetParameter(convolution.id, "out_channels", 7).apply(graph)
    workspace.open_folder(other)
    assert workspace.graph is graph
    assert input_shape(workspace) == (3, 64, 64)
    assert classes(workspace) == 2


def test_a_network_the_user_has_not_changed_gives_way_to_one_that_suits(folder, other):
    workspace = Workspace()
    workspace.open_folder(folder)
    workspace.set_preprocess(PreprocessConfig(height=40, width=40))
    workspace.open_folder(other)
    assert workspace.network_name == "small"


def test_the_input_follows_the_preprocessing(folder):
    workspace = Workspace()
    workspace.open_folder(folder)
    listener = Listener(workspace)
    workspace.set_preprocess(PreprocessConfig(height=40, width=56, color="grey"))
    assert input_shape(workspace) == (1, 40, 56)
    assert listener.heard == ["preprocess_changed"]


def test_a_network_without_input_and_output_is_left_alone(folder):
    workspace = Workspace()
    workspace.replace_graph(type(workspace.graph)(), "empty")
    workspace.open_folder(folder)
    assert not workspace.graph.nodes


def test_fitting_goes_through_the_windows_undo_stack_when_there_is_one(folder):
    workspace = Workspace()
    workspace.open_folder(folder)
    pushed = []

    def push(edit) -> None:
        edit.apply(workspace.graph)
        pushed.append(edit)

    workspace.edit_graph = push
    workspace.set_preprocess(PreprocessConfig(height=40, width=40))
    workspace.set_preprocess(PreprocessConfig(height=40, width=40, normalization="unit"))
    assert len(pushed) == 1


def test_a_network_with_another_name_is_told(folder):
    workspace = Workspace()
    workspace.open_folder(folder)
    listener = Listener(workspace)
    workspace.set_network_name(workspace.network_name)
    assert listener.heard == []
    workspace.set_network_name("mine")
    assert listener.heard == ["project_name_changed"]


def test_settings_that_do_not_change_send_no_signal(folder):
    workspace = Workspace()
    workspace.open_folder(folder)
    listener = Listener(workspace)
    workspace.set_preprocess(workspace.preprocess)
    workspace.set_split(SplitConfig())
    workspace.set_augment(AugmentConfig())
    workspace.set_train_config(workspace.train_config)
    workspace.select_image(workspace.selected_image)
    assert listener.heard == []


def test_changed_settings_send_their_signal(folder):
    workspace = Workspace()
    workspace.open_folder(folder)
    listener = Listener(workspace)
    workspace.set_split(SplitConfig(seed=3))
    workspace.set_augment(AugmentConfig(flip_horizontal=True))
    workspace.set_train_config(TrainConfig(epochs=3))
    workspace.select_image(None)
    workspace.runs.notify_changed()
    assert listener.heard == ["split_changed", "augment_changed", "train_config_changed", "selected_image_changed",
                              "runs.changed"]


def test_a_split_that_cannot_be_made_leaves_everything_as_it_was(tmp_path):
    workspace = Workspace()
    lonely = scan(make_folder(tmp_path, {"cat": 1, "dog": 1}, 32))
    with pytest.raises(ImageFolderError):
        workspace.open_folder(lonely)
    assert workspace.folder is None
    assert workspace.network_name == "small"


def test_a_preset_the_user_chose_counts_as_the_users_own(folder, other):
    workspace = Workspace()
    workspace.open_folder(folder)
    workspace.replace_graph(preset("lenet5", input_shape=(3, 32, 32), classes=3), "lenet5")
    workspace.open_folder(other)
    assert workspace.network_name == "lenet5"


def test_a_run_is_left_when_another_folder_opens(folder, other):
    workspace = Workspace()
    workspace.open_folder(folder)
    workspace.runs.open(object())
    listener = Listener(workspace)
    workspace.open_folder(scan(folder.root))
    assert workspace.runs.current is not None
    workspace.open_folder(other)
    assert workspace.runs.current is None
    assert "runs.opened" in listener.heard


def test_importing_leaves_torch_and_qt_out():
    modules = ("workspace", "jobs", "scan_job", "training_job", "explanation_job", "preview_job", "evaluation_job",
               "demo_job", "selftest")
    code = (f"import sys, {', '.join('cnnstudio.workspace.' + name for name in modules)}; "
            "found = {'torch', 'torchvision', 'PySide6'} & set(sys.modules); assert not found, found")
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])


def test_a_recipe_the_user_has_changed_is_kept_when_another_folder_opens(tmp_path):
    few = scan(make_folder(tmp_path / "few", {"cat": 3, "dog": 3}, 32))
    untouched, changed = Workspace(), Workspace()
    changed.set_train_config(TrainConfig(epochs=7))
    untouched.open_folder(few)
    changed.open_folder(few)
    assert untouched.train_config.epochs == 30
    assert changed.train_config.epochs == 7
