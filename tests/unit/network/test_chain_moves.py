"""A layer swaps with its neighbour in the chain, in one step, and refuses in words where it cannot."""

import pytest

from cnnstudio.errors import NetworkError
from cnnstudio.network.annotations import Block
from cnnstudio.network.chain_moves import move_down, move_up
from cnnstudio.network.graph import Edge
from tests.helpers.networks import add, chain


def order(graph):
    found, current = [], "input_1"
    while current:
        found.append(current)
        current = next(iter(graph.successors(current)), "")
    return found


def test_up_and_down_swap_wires_and_places():
    graph = chain("Conv2d", "ReLU", "MaxPool2d")
    before = graph.copy()
    edit = move_up(graph, "maxpool2d_1")
    edit.apply(graph)
    assert order(graph) == ["input_1", "conv2d_1", "maxpool2d_1", "relu_1"]
    assert [graph.nodes[node_id].y for node_id in order(graph)] == [0, 144, 288, 432]
    assert edit.label == "Move layer up"
    back = move_down(graph, "maxpool2d_1")
    back.apply(graph)
    assert back.label == "Move layer down"
    assert graph.is_equal(before)
    back.revert(graph)
    edit.revert(graph)
    assert graph.is_equal(before)


def test_everything_the_lower_layer_fed_is_fed_by_the_upper_one():
    graph = chain("Conv2d", "ReLU", "MaxPool2d")
    add(graph, "Concatenate", ["maxpool2d_1", "conv2d_1"])
    graph.disconnect(Edge("conv2d_1", "concatenate_1", 1))
    graph.connect(Edge("maxpool2d_1", "concatenate_1", 1))
    move_up(graph, "maxpool2d_1").apply(graph)
    assert graph.predecessors("concatenate_1") == ["relu_1", "relu_1"]
    assert graph.predecessors("relu_1") == ["maxpool2d_1"]
    assert graph.predecessors("maxpool2d_1") == ["conv2d_1"]


@pytest.mark.parametrize(("move", "node_id", "words"), [
    (move_up, "input_1", "Nothing comes before"), (move_up, "conv2d_1", "input_1 stays at its end"),
    (move_down, "output_1", "Nothing follows"), (move_down, "linear_1", "output_1 stays at its end"),
    (move_up, "add_1", "joins several wires"), (move_down, "conv2d_1", "feeds several layers"),
    (move_up, "relu_1", "feeds several layers"), (move_down, "relu_1", "joins several wires"),
])
def test_where_it_cannot_move_it_says_why(move, node_id, words):
    graph = chain("Conv2d", "ReLU")
    add(graph, "Add", ["relu_1", "conv2d_1"])
    add(graph, "Flatten", ["add_1"])
    add(graph, "Linear", ["flatten_1"])
    add(graph, "Output", ["linear_1"])
    before = graph.copy()
    with pytest.raises(NetworkError, match=words):
        move(graph, node_id)
    assert graph.is_equal(before)


def test_a_layer_does_not_leave_its_block_unasked():
    graph = chain("Conv2d", "ReLU", "MaxPool2d")
    graph.add_block(Block("block_1", "block_1", frozenset({"conv2d_1", "relu_1"})))
    with pytest.raises(NetworkError, match="same block"):
        move_up(graph, "maxpool2d_1")
    move_up(graph, "relu_1").apply(graph)
    assert order(graph) == ["input_1", "relu_1", "conv2d_1", "maxpool2d_1"]
