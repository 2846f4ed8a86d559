"""The layout runs top to bottom, covers nothing, and keeps shortcuts free."""

import itertools
import time

import pytest

from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layout import GAP_PX, NODE_HEIGHT_PX, NODE_WIDTH_PX, layout
from cnnstudio.network.presets import PRESETS, preset
from tests.helpers.networks import add, chain, random_network, u_net


def overlaps(places):
    """Return the pairs of boxes that cover each other or come nearer than the gap."""
    return [
        (a, b) for a, b in itertools.combinations(places, 2)
        if abs(places[a][0] - places[b][0]) < NODE_WIDTH_PX + GAP_PX
        and abs(places[a][1] - places[b][1]) < NODE_HEIGHT_PX + GAP_PX]


def crossed_boxes(graph, places):
    """Return the boxes that a straight wire from bottom centre to top centre of another pair runs through."""
    found = []
    for edge in graph.edges:
        (x0, y0), (x1, y1) = places[edge.source], places[edge.target]
        start, end = (x0 + NODE_WIDTH_PX / 2, y0 + NODE_HEIGHT_PX), (x1 + NODE_WIDTH_PX / 2, y1)
        for node_id in set(places) - {edge.source, edge.target}:
            left, top = places[node_id]
            for step in range(101):
                share = step / 100
                x, y = start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])
                if left < x < left + NODE_WIDTH_PX and top < y < top + NODE_HEIGHT_PX:
                    found.append((edge, node_id))
                    break
    return found


def inception():
    graph = chain(("Conv2d", {"same": True}), "ReLU")
    ends = []
    for count in (3, 1, 2):
        last = "relu_1"
        for _ in range(count):
            last = add(graph, "Conv2d", [last], same=True)
        ends.append(last)
    add(graph, "Concatenate", ends)
    return graph


GRAPHS = {info.name: preset(info.name) for info in PRESETS} | {"u_net": u_net(), "inception": inception()}


@pytest.mark.parametrize("name", GRAPHS)
def test_known_networks_have_no_overlap_and_no_wire_behind_a_box(name):
    graph = GRAPHS[name]
    places = layout(graph)
    assert set(places) == set(graph.nodes)
    assert overlaps(places) == []
    assert crossed_boxes(graph, places) == []
    assert all(places[edge.source][1] < places[edge.target][1] for edge in graph.edges)


def test_a_straight_network_is_a_straight_column():
    places = layout(preset("vgg16"))
    assert {x for x, _ in places.values()} == {0.0}
    assert sorted(y for _, y in places.values()) == [144.0 * row for row in range(len(places))]


def test_a_residual_network_has_its_shortcuts_in_the_first_column():
    graph = GRAPHS["resnet18"]
    places = layout(graph)
    assert {places[node_id][0] for node_id in graph.nodes if node_id.startswith("add_")} == {0.0}
    assert {x for x, _ in places.values()} == {0.0, 256.0}


def test_a_u_net_is_a_nest_of_brackets():
    places = layout(u_net())
    assert places["relu_1"][0] == places["concatenate_2"][0] == 0.0
    assert places["relu_2"][0] == places["concatenate_1"][0] == 256.0
    assert places["relu_3"][0] == 512.0


@pytest.mark.parametrize("seed", range(25))
def test_random_networks_have_no_overlap(seed):
    graph = random_network(seed, layers=25)
    places = layout(graph)
    assert set(places) == set(graph.nodes)
    assert overlaps(places) == []
    assert all(places[edge.source][1] < places[edge.target][1] for edge in graph.edges)


def test_parts_that_are_not_connected_stand_side_by_side():
    graph = chain("Conv2d", "ReLU")
    add(graph, "Tanh", [])
    add(graph, "Sigmoid", [])
    places = layout(graph)
    assert (places["tanh_1"], places["sigmoid_1"]) == ((256.0, 0.0), (512.0, 0.0))


def test_an_empty_graph_has_an_empty_layout():
    assert layout(NetworkGraph()) == {}


def test_a_deeply_nested_network_is_laid_out_without_trouble():
    graph = chain(*["ReLU"] * 240)
    for depth in range(110):
        add(graph, "Add", [f"relu_{depth + 1}", f"relu_{240 - depth}"])
    start = time.process_time()
    assert overlaps(layout(graph)) == []
    assert time.process_time() - start < 5
