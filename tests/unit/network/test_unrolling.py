"""Repeats written out: the flat graph is what the block says, and shapes and problems look through it."""

import pytest

from cnnstudio.network.block_edits import Dissolve, Fold, SetRepeat
from cnnstudio.network.graph import NODE_LIMIT, Edge
from cnnstudio.network.shapes import analyse
from cnnstudio.network.unrolling import unroll
from tests.helpers.networks import add, chain

CONV = ("Conv2d", {"out_channels": 8, "same": True})
HALF = ("MaxPool2d", {"kernel_size": 2, "stride": 2})


def vgg_part(*, repeat, input_shape=(3, 32, 32)):
    graph = chain(CONV, "ReLU", HALF, "GlobalAvgPool2d", ("Linear", {"out_features": 3}),
                  ("Output", {"classes": 3}), input_shape=input_shape)
    Fold(["conv2d_1", "relu_1", "maxpool2d_1"], repeat=repeat).apply(graph)
    return graph


def test_without_repeats_it_is_the_very_same_graph():
    graph = vgg_part(repeat=1)
    assert unroll(graph).graph is graph


def test_a_chain_repeated_three_times_is_a_longer_chain():
    graph = vgg_part(repeat=3)
    unrolled = unroll(graph)
    assert unrolled.graph.topological_order() == [
        "input_1", "conv2d_1_r1", "relu_1_r1", "maxpool2d_1_r1", "conv2d_1_r2", "relu_1_r2", "maxpool2d_1_r2",
        "conv2d_1", "relu_1", "maxpool2d_1", "globalavgpool2d_1", "linear_1", "output_1"]
    assert unrolled.graph.predecessors("conv2d_1") == ["maxpool2d_1_r2"]
    assert unrolled.copies["relu_1"] == ("relu_1_r1", "relu_1_r2", "relu_1")
    assert unrolled.copy_number("relu_1_r2") == 2
    assert unrolled.graph.nodes["relu_1_r2"].name == "relu_1 (2/3)"


def test_shapes_are_those_of_the_last_repeat():
    analysis = analyse(vgg_part(repeat=3))
    assert analysis.shapes["conv2d_1_r1"] == (8, 32, 32)
    assert analysis.input_shapes["conv2d_1_r1"] == ((3, 32, 32),)
    assert analysis.input_shapes["conv2d_1"] == ((8, 8, 8),)
    assert analysis.shapes["maxpool2d_1"] == (8, 4, 4)


def test_a_shortcut_enters_every_repeat():
    graph = chain(CONV, CONV)
    end = add(graph, "Add", ["conv2d_2", "conv2d_1"])
    add(graph, "Flatten", [end])
    Fold(["conv2d_2", "add_1"], repeat=2).apply(graph)
    flat = unroll(graph).graph
    assert flat.predecessors("add_1_r1") == ["conv2d_2_r1", "conv2d_1"]
    assert flat.predecessors("add_1") == ["conv2d_2", "add_1_r1"]
    assert flat.predecessors("conv2d_2") == ["add_1_r1"]
    assert flat.predecessors("flatten_1") == ["add_1"]


def test_blocks_inside_blocks_multiply():
    graph = vgg_part(repeat=1, input_shape=(3, 64, 64))
    Fold(["conv2d_1", "relu_1"], repeat=3).apply(graph)
    SetRepeat("block_1", 2).apply(graph)
    unrolled = unroll(graph)
    assert len(unrolled.copies["conv2d_1"]) == 6
    assert len(unrolled.copies["maxpool2d_1"]) == 2
    kinds = [unrolled.graph.nodes[node_id].kind for node_id in unrolled.graph.topological_order()]
    assert kinds[1:15] == (["Conv2d", "ReLU"] * 3 + ["MaxPool2d"]) * 2
    assert analyse(graph).shapes["maxpool2d_1"] == (8, 16, 16)


def test_dissolving_gives_the_same_flat_network():
    graph = vgg_part(repeat=3)
    flat = unroll(graph).graph
    Dissolve("block_1").apply(graph)
    ours = [graph.nodes[node_id].kind for node_id in graph.topological_order()]
    assert ours == [flat.nodes[node_id].kind for node_id in flat.topological_order()]


def test_a_repeat_that_no_longer_fits_says_which_and_offers_fewer():
    graph = vgg_part(repeat=6)
    (problem,) = analyse(graph).errors
    assert problem.node_id == "maxpool2d_1"
    assert problem.message.startswith("maxpool2d_1, run 6 times, needs at least 2 × 2 pixels")
    assert problem.mends[0].label == "Set the repeat count of Block 1 to 5"
    problem.mends[0].edit.apply(graph)
    assert analyse(graph).is_trainable


def test_a_layer_that_does_not_fit_at_first_is_told_once_and_can_be_mended():
    graph = chain(CONV, ("Maxout", {"pieces": 3}), CONV, "GlobalAvgPool2d")
    Fold(["conv2d_1", "maxout_1", "conv2d_2"], repeat=3).apply(graph)
    problems = [problem for problem in analyse(graph).errors if problem.node_id == "maxout_1"]
    assert len(problems) == 1
    problems[0].mends[0].edit.apply(graph)
    assert "maxout_1" in analyse(graph).shapes


def test_too_many_layers_are_refused_before_they_are_made():
    layers = ["ReLU"] * 8
    graph = chain(*layers, "GlobalAvgPool2d")
    ids = [f"relu_{number}" for number in range(1, 9)]
    for count in range(1, 8):
        Fold(ids[:count], repeat=64).apply(graph)
    unrolled = unroll(graph)
    assert unrolled.graph is graph
    message = next(problem.message for problem in analyse(graph).errors if problem.node_id is None
                   and "repeats" in problem.message)
    assert f"at most {NODE_LIMIT:,}" in message


@pytest.mark.parametrize("taken", ["relu_1_r1"])
def test_ids_and_names_of_copies_never_meet_the_users(taken):
    graph = vgg_part(repeat=2)
    node = graph.new_node("ReLU")
    node.id, node.name = taken, "relu_1 (1/2)"
    graph.add_node(node)
    graph.connect(Edge("input_1", taken))
    unrolled = unroll(graph)
    assert len(unrolled.graph.nodes) == len(graph.nodes) + 3
    assert len({node.name for node in unrolled.graph.nodes.values()}) == len(unrolled.graph.nodes)
