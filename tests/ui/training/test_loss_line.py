"""The loss and the network's last layer: what does not fit is said at the field and mended with one click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.network.edits import Edit
from cnnstudio.network.fitting import head_of
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.training.loss_line import LossLine, find_hint
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder


@pytest.fixture
def two(workspace: Workspace, pets: ImageFolder) -> Workspace:
    """Give a workspace with two classes and a network that ends in a dense layer."""
    workspace.open_folder(pets)
    workspace.replace_graph(preset("lenet5", input_shape=workspace.preprocess.shape, classes=2), "lenet5")
    return workspace


def line_of(page: TrainPage) -> LossLine:
    found = page.findChild(LossLine)
    assert found is not None
    return found


def units(workspace: Workspace) -> int:
    head = head_of(workspace.graph)
    assert head is not None
    return head.values


def choose(workspace: Workspace, loss: str) -> None:
    workspace.set_train_config(TrainConfig.model_validate({"loss": loss}))


def press(page: TrainPage, qtbot: QtBot) -> None:
    page.recipe.open_group("loss")
    button = line_of(page).findChild(QPushButton, "loss_mend")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_binary_loss_offers_to_give_the_network_one_output_and_another_loss_offers_it_back(
        page: TrainPage, two: Workspace, qtbot: QtBot) -> None:
    applied: list[Edit] = []

    def push(edit: Edit) -> None:
        applied.append(edit)
        edit.apply(two.graph)

    two.edit_graph = push
    assert find_hint(two) is None
    choose(two, "binary")
    qtbot.waitUntil(lambda: "this is cross-entropy" in line_of(page).text)
    press(page, qtbot)
    assert (units(two), line_of(page).text) == (1, "")
    assert [edit.label for edit in applied] == ["Change linear_3 to 1 unit"]  # one step of the undo stack
    applied[0].revert(two.graph)
    assert units(two) == 2
    applied[0].apply(two.graph)
    choose(two, "cross_entropy")
    qtbot.waitUntil(lambda: "one value for both classes" in line_of(page).text)
    press(page, qtbot)
    assert (units(two), applied[1].label) == (2, "Change linear_3 to 2 units")


def test_the_binary_loss_with_three_classes_is_a_reason_not_to_start_and_names_the_mend(
        page: TrainPage, workspace: Workspace, qtbot: QtBot, tmp_path) -> None:
    workspace.open_folder(scan(make_folder(tmp_path / "birds", {"a": 6, "b": 6, "c": 6}, 16)))
    choose(workspace, "binary")
    start = page.progress.findChild(QPushButton, "start_training")
    assert start is not None
    qtbot.waitUntil(lambda: not start.isEnabled())
    qtbot.waitUntil(lambda: line_of(page).isVisible())  # its group opened
    page.start_training()
    assert not page.session.state.is_busy
    press(page, qtbot)
    assert workspace.train_config.loss == "cross_entropy"
    qtbot.waitUntil(start.isEnabled)
