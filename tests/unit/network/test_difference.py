"""Tests of what differs between two networks, against an independent search for isomorphisms and known edits."""

import random
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cnnstudio.network.block_edits import Dissolve, Fold, SetRepeat
from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.difference import difference
from cnnstudio.network.edits import Connect, Disconnect, InsertOnEdge, MoveNodes, RemoveNodes, Rename, SetParameter
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.layout import layout
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import analyse
from cnnstudio.network.unrolling import unroll
from tests.helpers.networks import add, chain, random_network, u_net

SEEDS = st.integers(0, 300)


def computes_the_same(one, other):
    """Ask another library whether layers, settings and wires can be mapped onto each other."""
    def portrait(graph):
        found = nx.MultiDiGraph()
        for node in graph.nodes.values():
            found.add_node(node.id, what=(node.kind, repr(node.parameters)))
        for node_id in graph.nodes:
            for number, source in enumerate(graph.predecessors(node_id)):
                found.add_edge(source, node_id, port=0 if graph.nodes[node_id].kind == "Add" else number)
        return found
    return nx.is_isomorphic(
        portrait(one), portrait(other), node_match=lambda a, b: a == b,
        edge_match=nx.algorithms.isomorphism.categorical_multiedge_match("port", None))


def renumbered(graph, seed):
    """Return the same network with other ids, names and positions, its layers added in another order."""
    rng, other = random.Random(seed), NetworkGraph()
    ids = rng.sample(list(graph.nodes), len(graph.nodes))
    new = {node_id: f"layer_{number}" for number, node_id in enumerate(ids)}
    for node_id in ids:
        node = graph.nodes[node_id]
        other.add_node(Node(new[node_id], node.kind, "", dict(node.parameters), rng.random(), rng.random()))
    other.connect_all([Edge(new[edge.source], new[edge.target], edge.port) for edge in graph.edges])
    return other


def edited(graph, *edits):
    after = graph.copy()
    for edit in edits:
        edit.apply(after)
    return after


def ids(layers):
    return {layer.node.id for layer in layers}


# the same or not


@given(SEEDS)
def test_a_network_does_not_differ_from_itself(seed):
    graph = random_network(seed)
    assert difference(graph, graph.copy()).is_empty
    assert not difference(graph, graph.copy()).renamed


@given(SEEDS, SEEDS)
@settings(deadline=None)
def test_ids_names_places_and_order_of_insertion_make_no_difference(seed, shuffle):
    graph = random_network(seed)
    found = difference(graph, renumbered(graph, shuffle))
    assert found.is_empty
    assert not found.renamed


@pytest.mark.parametrize("info", PRESETS, ids=lambda info: info.name)
def test_a_renumbered_preset_is_the_same_network(info):
    graph = preset(info.name)
    assert difference(graph, renumbered(unroll(graph).graph, 5)).is_empty


@given(SEEDS, SEEDS)
@settings(deadline=None)
def test_nothing_differs_exactly_when_another_library_finds_the_same_network(one, two):
    first = random_network(one, layers=3)
    second = renumbered(random_network(two, layers=3), one)
    assert difference(first, second).is_empty == computes_the_same(first, second)


@given(SEEDS, st.integers(0, 5), st.integers(0, 30), st.integers(0, 30))
@settings(deadline=None, max_examples=100)
def test_a_changed_wire_is_found_unless_it_makes_the_same_network(seed, shuffle, pick, other_pick):
    graph = random_network(seed)
    edge = graph.edges[pick % len(graph.edges)]
    source = list(graph.nodes)[other_pick % len(graph.nodes)]
    assume(layer_kind(graph.nodes[source].kind).has_output and source not in graph.downstream(edge.target))
    after = edited(graph, Disconnect(edge), Connect(Edge(source, edge.target, edge.port)))
    same = computes_the_same(graph, after)
    assert difference(graph, after).is_empty == same
    assert difference(graph, renumbered(after, shuffle)).is_empty == same


def test_the_order_of_inputs_matters_to_a_concatenation_and_not_to_an_addition():
    for kind, matters in (("Add", False), ("Concatenate", True)):
        graph = chain(("Conv2d", {"same": True}))
        left, right = add(graph, "ReLU", ["conv2d_1"]), add(graph, "Tanh", ["conv2d_1"])
        swapped = graph.copy()
        add(graph, kind, [left, right])
        add(swapped, kind, [right, left])
        assert difference(graph, swapped).is_empty != matters
        assert computes_the_same(graph, swapped) != matters


def test_one_layer_used_twice_is_not_two_equal_layers():
    shared, twins = chain("ReLU"), chain("ReLU")
    add(shared, "Add", ["relu_1", "relu_1"])
    add(twins, "ReLU", ["input_1"])
    add(twins, "Add", ["relu_1", "relu_2"])
    found = difference(shared, twins)
    assert ids(found.added) == {"relu_2"}


# both directions


def mirrored(found):
    return {
        "added": {layer.node.id for layer in found.removed}, "removed": {layer.node.id for layer in found.added},
        "changed": {(change.after.id, change.before.id,
                     tuple(sorted((p.name, str(p.after), str(p.before)) for p in change.parameters)))
                    for change in found.changed},
        "rewired": {(wire.after.id, wire.before.id, wire.gained, wire.lost)
                    for wire in (*found.moved, *found.rewired)}}


def plain(found):
    return {
        "added": ids(found.added), "removed": ids(found.removed),
        "changed": {(change.before.id, change.after.id,
                     tuple(sorted((p.name, str(p.before), str(p.after)) for p in change.parameters)))
                    for change in found.changed},
        "rewired": {(wire.before.id, wire.after.id, wire.lost, wire.gained)
                    for wire in (*found.moved, *found.rewired)}}


@given(SEEDS, SEEDS)
@settings(deadline=None, max_examples=100)
def test_seen_from_the_other_network_everything_is_reversed(one, two):
    first, second = random_network(one), random_network(two)
    assert plain(difference(second, first)) == mirrored(difference(first, second))


@pytest.mark.parametrize("pair", [("lenet5", "tutorial"), ("alexnet", "vgg16"), ("small", "resnet18")])
def test_the_known_networks_are_compared_alike_in_both_directions(pair):
    one, other = map(preset, pair)
    assert plain(difference(other, one)) == mirrored(difference(one, other))


# known edits


@st.composite
def known_edits(draw):
    """Give a network, edits of different layers, and what they must be found to have done."""
    graph = random_network(draw(SEEDS), layers=10)
    expected = {"added": set(), "removed": set(), "changed": set(), "rewired": set(), "renamed": set()}
    free = [node_id for node_id in graph.nodes if graph.nodes[node_id].kind not in ("Input", "Output", "Concatenate")]
    edits = []
    for node_id in draw(st.lists(st.sampled_from(free), unique=True, min_size=1, max_size=4)):
        _draw_edit(draw, graph, node_id, edits, expected)
    return graph, edits, expected


def _draw_edit(draw, graph, node_id, edits, expected):
    node, feeding = graph.nodes[node_id], graph.in_edges(node_id)
    choice = draw(st.sampled_from(["set", "remove", "insert", "rename", "move"]))
    numbers = [name for name, value in node.parameters.items() if type(value) is int and value > 0]
    if choice == "set" and numbers:
        edits.append(SetParameter(node_id, numbers[0], 61))
        expected["changed"].add(node_id)
    elif choice == "remove" and len(feeding) == 1:
        edits.append(RemoveNodes([node_id]))
        expected["removed"].add(node_id)
    elif choice == "insert":
        # A setting that no other layer has, so that nothing else can be taken for it.
        new = Node(f"new_{len(edits)}", "ELU", "", {"alpha": 9.5 - len(edits)})
        edits.append(("insert", new, node_id))
        expected["added"].add(new.id)
    elif choice == "rename":
        edits.append(Rename(node_id, f"call me {node_id}"))
        expected["renamed"].add(node_id)
    else:
        edits.append(MoveNodes({node_id: (-50.0, 7.0)}))


@given(known_edits())
@settings(deadline=None, max_examples=100)
def test_known_edits_are_found_and_nothing_else(drawn):
    graph, edits, expected = drawn
    removed = expected["removed"]
    touched = {other for node_id in removed for other in (*graph.predecessors(node_id), *graph.successors(node_id))}
    after = graph.copy()
    for edit in edits:
        if not isinstance(edit, tuple):
            edit.apply(after)
    for _, new, node_id in (edit for edit in edits if isinstance(edit, tuple)):
        assume(node_id not in touched)
        InsertOnEdge(new, after.in_edges(node_id)[0]).apply(after)
    found = difference(graph, after, keep_ids=True)
    assert ids(found.added) == expected["added"]
    assert ids(found.removed) == removed
    assert {change.after.id for change in found.changed} == expected["changed"]
    assert all(change.parameters[0].after == 61 for change in found.changed)
    assert not (found.rewired + found.moved)
    assert {renamed.id for renamed in found.renamed} == expected["renamed"]
    assert found.is_empty == computes_the_same(graph, after)


def test_arranging_and_renaming_compute_the_same():
    graph = u_net()
    found = difference(graph, edited(graph, MoveNodes(layout(graph)), Rename("conv2d_1", "stem")))
    assert found.is_empty
    renamed, = found.renamed
    assert (renamed.id, renamed.before, renamed.after) == ("conv2d_1", "conv2d_1", "stem")


def test_a_removed_layer_whose_gap_stays_open_leaves_the_next_one_without_input():
    graph = chain("ReLU", "Tanh", "Flatten")
    healed = difference(graph, edited(graph, RemoveNodes(["relu_1"])))
    open_gap = difference(graph, edited(graph, RemoveNodes(["relu_1"], heal=False)))
    assert (ids(healed.removed), healed.rewired) == ({"relu_1"}, ())
    assert ids(open_gap.removed) == {"relu_1"}
    rewired, = open_gap.rewired
    assert (rewired.after.id, rewired.lost, rewired.gained) == ("tanh_1", ("relu_1",), ())


def test_a_shortcut_led_elsewhere_is_rewired():
    graph = chain(("Conv2d", {"same": True}), "ReLU", ("Conv2d", {"same": True}), "ReLU")
    add(graph, "Add", ["relu_2", "conv2d_1"])
    found = difference(graph, edited(graph, Connect(Edge("relu_1", "add_1", 1))))
    rewired, = found.rewired
    assert (rewired.lost, rewired.gained) == (("conv2d_1",), ("relu_1",))
    assert (found.added, found.removed, found.changed) == ((), (), ())


@pytest.mark.parametrize("order", ["conv2d_1 tanh_1 relu_1 maxpool2d_1", "relu_1 conv2d_1 tanh_1 maxpool2d_1",
                                   "conv2d_1 tanh_1 maxpool2d_1 relu_1"])
def test_a_layer_put_elsewhere_has_moved_and_nothing_else_has(order):
    before = chain("Conv2d", "ReLU", "Tanh", "MaxPool2d", "Flatten")
    names = ["input_1", *order.split(), "flatten_1"]
    after = edited(before, *map(Disconnect, before.edges), *(Connect(Edge(*pair)) for pair in pairwise(names)))
    found = difference(before, after)
    moved, = found.moved
    assert moved.after.id in (("relu_1", "tanh_1") if names[3] == "relu_1" else ("relu_1",) if names[1] != "relu_1"
                              else ("relu_1", "conv2d_1"))
    assert (found.added, found.removed, found.rewired) == ((), (), ())
    assert not found.is_empty
    back, = difference(after, before).moved
    assert (back.after.id, back.feeders_before, back.feeders_after) == (
        moved.after.id, moved.feeders_after, moved.feeders_before)


def test_a_layer_of_another_kind_in_the_same_place_has_become_it():
    graph = chain("Conv2d", "ReLU", "Flatten", "Linear")
    swapped = edited(graph, RemoveNodes(["relu_1"]), InsertOnEdge(Node("elu_1", "ELU"), Edge("conv2d_1", "flatten_1")))
    change, = difference(graph, swapped).changed
    assert change.is_other_kind
    assert (change.before.id, change.after.id) == ("relu_1", "elu_1")
    further_on = InsertOnEdge(Node("elu_1", "ELU"), Edge("flatten_1", "linear_1"))
    elsewhere = difference(graph, edited(graph, RemoveNodes(["relu_1"]), further_on))
    assert not elsewhere.changed
    assert (ids(elsewhere.removed), ids(elsewhere.added)) == ({"relu_1"}, {"elu_1"})


# networks that share no ids


def vgg(*counts):
    """VGG with this many convolutions a stage (Simonyan and Zisserman, table 1: A is 1 1 2 2 2, D is 2 2 3 3 3)."""
    layers = []
    for width, count in zip((64, 128, 256, 512, 512), counts, strict=True):
        layers += [("Conv2d", {"out_channels": width, "padding": 1}), "ReLU"] * count + ["MaxPool2d"]
    layers += [("AdaptiveAvgPool2d", {"output_size": 7}), "Flatten"]
    layers += [("Linear", {"out_features": 4096}), "ReLU", "Dropout"] * 2
    return chain(*layers, ("Linear", {"out_features": 1000}), ("Output", {"classes": 1000}), input_shape=(3, 224, 224))


@pytest.mark.parametrize("seed", [None, 0, 1])
def test_vgg16_is_vgg11_with_five_more_convolutions_and_relus(seed):
    eleven = vgg(1, 1, 2, 2, 2) if seed is None else renumbered(vgg(1, 1, 2, 2, 2), seed)
    found = difference(eleven, vgg(2, 2, 3, 3, 3))
    assert difference(vgg(2, 2, 3, 3, 3), preset("vgg16")).is_empty
    assert sorted(layer.node.kind for layer in found.added) == ["Conv2d"] * 5 + ["ReLU"] * 5
    assert (found.removed, found.changed, found.rewired) == ((), (), ())
    widths = sorted(layer.node.parameters["out_channels"] for layer in found.added if layer.node.kind == "Conv2d")
    assert widths == [64, 128, 256, 512, 512]
    assert (found.cost.before.weights, found.cost.after.weights) == (132_863_336, 138_357_544)   # torchvision's table


def test_lenet_and_the_tutorial_network_are_read_layer_by_layer():
    found = difference(preset("lenet5"), preset("tutorial"))
    assert [(change.before.kind, change.after.kind) for change in found.changed if change.is_other_kind] == [
        ("Tanh", "ReLU"), ("AvgPool2d", "MaxPool2d"), ("Tanh", "ReLU"), ("AvgPool2d", "MaxPool2d"), ("Tanh", "ReLU")]
    assert [layer.node.kind for layer in found.added] == ["Conv2d", "ReLU"]
    assert [layer.node.kind for layer in found.removed] == ["Linear", "Tanh"]


def test_ids_are_believed_where_they_tell_what_the_user_did():
    """Read without ids, one convolution is gone; the user changed the first and removed the second."""
    graph = chain(("Conv2d", {"out_channels": 8}), ("Conv2d", {"out_channels": 16}), "ReLU")
    after = edited(graph, SetParameter("conv2d_1", "out_channels", 16), RemoveNodes(["conv2d_2"]))
    found = difference(graph, after)
    assert found.by_id
    assert [change.after.id for change in found.changed] == ["conv2d_1"]
    assert ids(found.removed) == {"conv2d_2"}
    unnamed = difference(graph, renumbered(after, 1))
    assert not unnamed.by_id
    assert ids(unnamed.removed) == {"conv2d_1"}
    assert not unnamed.changed


# blocks and costs


def blocked(repeat):
    graph = chain(("Conv2d", {"out_channels": 4, "same": True}), "ReLU", ("Conv2d", {"out_channels": 4, "same": True}),
                  "ReLU", "Flatten", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}))
    Fold(["conv2d_2", "relu_2"]).apply(graph)
    SetRepeat(next(iter(graph.blocks)), repeat).apply(graph)
    return graph


def test_another_number_of_repeats_is_found_with_its_cost():
    found = difference(blocked(2), blocked(5))
    change, = found.blocks
    assert (change.repeat_before, change.repeat_after) == (2, 5)
    assert (found.added, found.changed, found.rewired) == ((), (), ())
    assert found.cost.after.weights - found.cost.before.weights == 3 * (4 * 4 * 9 + 4)


def test_a_block_that_runs_once_makes_no_difference():
    flat = blocked(1)
    assert difference(flat, blocked(1)).is_empty
    written = edited(flat, Dissolve(next(iter(flat.blocks))))
    assert difference(flat, written).is_empty


def test_a_repeated_block_is_the_same_as_its_copies_written_out():
    graph = blocked(3)
    flat = edited(graph, Dissolve(next(iter(graph.blocks))))
    assert len(flat.nodes) == len(graph.nodes) + 4
    assert difference(graph, flat).is_empty
    assert not difference(graph, edited(flat, SetParameter("conv2d_1", "bias", False))).is_empty


def test_a_layer_that_joins_a_repeated_block_is_named():
    wide = chain(("Conv2d", {"out_channels": 4, "same": True}), "ReLU", "Flatten")
    narrow = wide.copy()
    for graph, members in ((wide, ["conv2d_1", "relu_1"]), (narrow, ["conv2d_1"])):
        Fold(members).apply(graph)
        SetRepeat(next(iter(graph.blocks)), 2).apply(graph)
    change, = difference(narrow, wide).blocks
    assert (change.joined, change.left) == (("relu_1",), ())


def test_costs_are_those_of_the_layer_table():
    before, after = preset("lenet5"), preset("resnet18")
    found = difference(before, after)
    assert found.cost.before == total(node_costs(before, analyse(before)))
    assert found.cost.after.weights == 11_689_512
