"""The selection on the canvas and the layer that is looked at on another page are the same."""

from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.shared_layer import shared_layer


def test_one_selected_layer_is_told_and_several_are_not(page: NetworkPage) -> None:
    shared = shared_layer(page.workspace)
    first, second, *_ = page.workspace.graph.nodes
    page.session.select([second])
    assert shared.layer == second
    page.session.select([first, second])
    assert shared.layer == second


def test_a_layer_looked_at_elsewhere_is_selected_where_the_network_has_it(page: NetworkPage) -> None:
    shared = shared_layer(page.workspace)
    layer = list(page.workspace.graph.nodes)[1]
    shared.choose(layer, "another page")
    assert page.session.selected == (layer,)
    shared.choose("layer of another network", "another page")
    assert page.session.selected == (layer,)


def test_a_page_that_is_not_seen_selects_the_layer_when_it_is_shown(page: NetworkPage) -> None:
    first, second, *_ = page.workspace.graph.nodes
    page.session.select([first])
    page.hide()
    shared_layer(page.workspace).choose(second, "another page")
    assert page.session.selected == (first,)
    page.show()
    assert page.session.selected == (second,)
