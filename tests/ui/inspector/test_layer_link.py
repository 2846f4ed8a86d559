"""A layer selected on the Network page is looked at on every tab here, and the other way round."""

from pytestqt.qtbot import QtBot

from cnnstudio.network.edits import RemoveNodes
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.ui.shared_layer import shared_layer
from cnnstudio.workspace.workspace import Workspace


def use_network_of_run(workspace: Workspace) -> None:
    """Open the run's own network on the Network page."""
    from cnnstudio.network.document import from_document

    workspace.replace_graph(from_document(workspace.runs.current.record.graph), "small")


def test_a_layer_selected_elsewhere_is_looked_at(looking: InspectorPage, workspace: Workspace, qtbot: QtBot) -> None:
    use_network_of_run(workspace)
    first = looking.body.layers.slider.layers[0].id
    shared_layer(workspace).choose(first, "the canvas")
    qtbot.waitUntil(lambda: looking.presenter.newest.map.key.layer == first, timeout=60_000)
    assert looking.body.layers.tiles.tiles.chosen == first
    assert looking.body.layers.note.text == ""


def test_a_layer_without_places_leaves_the_map_where_it_is(looking: InspectorPage, workspace: Workspace) -> None:
    use_network_of_run(workspace)
    dense = next(node for node, kind in looking.selection.layers.kinds.items() if kind == "Linear")
    shared_layer(workspace).choose(dense, "the canvas")
    assert looking.selection.node == dense
    assert looking.selection.layer == "auto"


def test_a_layer_the_run_does_not_have_is_left_alone_and_it_is_said(looking: InspectorPage,
                                                                    workspace: Workspace) -> None:
    before = looking.selection.layer
    shared_layer(workspace).choose("linear_99", "a canvas with nothing on it")
    assert looking.body.layers.note.text == ""
    other = next(iter(workspace.graph.nodes))
    looking.selection.layers.kinds.pop(other)    # as if the run's network never had it
    shared_layer(workspace).choose(other, "the canvas")
    assert looking.selection.layer == before
    assert "this run's network has no such layer" in looking.body.layers.note.text


def test_a_page_that_is_not_seen_follows_when_it_is_shown(looking: InspectorPage, workspace: Workspace) -> None:
    use_network_of_run(workspace)
    first = looking.body.layers.slider.layers[0].id
    looking.hide()
    shared_layer(workspace).choose(first, "the canvas")
    assert looking.selection.layer == "auto"
    looking.show()
    assert looking.selection.layer == first


def test_a_layer_selected_before_the_run_was_opened_is_not_looked_at(looking: InspectorPage,
                                                                     workspace: Workspace) -> None:
    use_network_of_run(workspace)
    looking.hide()
    shared_layer(workspace).choose(looking.body.layers.slider.layers[0].id, "the canvas")
    workspace.runs.opened.emit()    # as at the end of a training
    looking.show()
    assert looking.selection.layer == "auto"


def test_a_layer_chosen_here_is_told(looking: InspectorPage, workspace: Workspace, qtbot: QtBot) -> None:
    use_network_of_run(workspace)
    with qtbot.waitSignal(shared_layer(workspace).changed) as told:
        looking.body.layers.tiles.tile_chosen.emit(looking.body.layers.slider.layers[1].id)
    assert told.args[0] == looking.body.layers.slider.layers[1].id


def test_a_layer_the_canvas_does_not_have_is_not_told_and_it_is_said(looking: InspectorPage,
                                                                     workspace: Workspace) -> None:
    use_network_of_run(workspace)
    layer = looking.body.layers.slider.layers[1].id
    workspace.edit_graph(RemoveNodes((layer,)))
    looking.selection.select_node(layer)
    assert shared_layer(workspace).layer == ""
    assert looking.selection.layer == layer    # looked at all the same
    assert "Not selected on the Network page" in looking.body.layers.note.text


def test_the_tabs_look_at_one_layer(looking: InspectorPage, qtbot: QtBot) -> None:
    body, selection = looking.body, looking.selection
    third = body.layers.slider.layers[2].id
    selection.select(layer=third)
    body.tabs.show_tab("maps")
    maps = body.tabs.widget("maps")
    qtbot.waitUntil(lambda: maps.shown is not None and maps.shown.values.outline.id == third)
    body.tabs.show_tab("steps")
    steps = body.tabs.widget("steps")
    qtbot.waitUntil(lambda: steps.session.outline is not None and steps.session.outline.id == third)
    steps._go(1)
    assert selection.node == steps.session.outline.id != third
    assert selection.layer == selection.node
    dense = next(layer.id for layer in steps.session.recording.layers if layer.kind == "Linear")
    before = selection.layer
    steps.go_to(dense)
    assert (selection.node, selection.layer) == (dense, before)
    body.tabs.show_tab("maps")
    first = maps.strip.layers[1].id
    maps.strip.setCurrentIndex(maps.strip.model().index(1, 0))
    assert selection.layer == first
    body.tabs.show_tab("heatmap")
    assert body.layers.slider.choice == first
