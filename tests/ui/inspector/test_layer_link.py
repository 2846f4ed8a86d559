"""A layer selected on the Network page is looked at here, and the other way round."""

from pytestqt.qtbot import QtBot

from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.ui.shared_layer import shared_layer
from cnnstudio.workspace.workspace import Workspace


def test_a_layer_selected_elsewhere_is_looked_at(looking: InspectorPage, workspace: Workspace, qtbot: QtBot) -> None:
    first = looking.body.layers.slider.layers[0].id
    shared_layer(workspace).choose(first, "the canvas")
    qtbot.waitUntil(lambda: looking.presenter.newest.map.key.layer == first, timeout=60_000)
    assert looking.body.layers.tiles.tiles.chosen == first


def test_a_layer_the_run_does_not_have_is_left_alone(looking: InspectorPage, workspace: Workspace) -> None:
    before = looking.selection.layer
    shared_layer(workspace).choose("linear_99", "the canvas")
    assert looking.selection.layer == before


def test_a_page_that_is_not_seen_follows_when_it_is_shown(looking: InspectorPage, workspace: Workspace) -> None:
    first = looking.body.layers.slider.layers[0].id
    looking.hide()
    shared_layer(workspace).choose(first, "the canvas")
    assert looking.selection.layer == "auto"
    looking.show()
    assert looking.selection.layer == first


def test_a_layer_chosen_here_is_told(looking: InspectorPage, workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shared_layer(workspace).changed) as told:
        looking.body.layers.tiles.tile_chosen.emit(looking.body.layers.slider.layers[1].id)
    assert told.args[0] == looking.body.layers.slider.layers[1].id
