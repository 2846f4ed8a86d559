"""The graph stays valid whatever is asked of it, and tells what changed."""

import pytest

from cnnstudio.errors import (
    ConnectError,
    CycleError,
    DuplicateEdgeError,
    NetworkError,
    OccupiedInputError,
)
from cnnstudio.network.graph import NODE_LIMIT, Edge, NetworkGraph, Node
from tests.helpers.networks import add, chain


@pytest.fixture
def graph():
    """Input → Conv2d → ReLU."""
    return chain("Conv2d", "ReLU")


@pytest.fixture
def heard(graph):
    """Everything the graph tells, in order."""
    events = []
    for name in ("node_added", "node_removed", "node_changed", "node_moved", "edge_added", "edge_removed"):
        getattr(graph, name).connect(lambda value, name=name: events.append((name, value)))
    graph.changed.connect(lambda: events.append(("changed", None)))
    return events


def test_new_node_has_a_fresh_id_and_checked_defaults(graph):
    node = graph.new_node("Conv2d", 5, 6, kernel_size=5)
    assert (node.id, node.name, node.x, node.y) == ("conv2d_2", "conv2d_2", 5, 6)
    assert node.parameters["kernel_size"] == (5, 5)
    assert node.parameters["out_channels"] == 32
    assert node.id not in graph.nodes
    assert graph.new_node("Conv2d").id == "conv2d_3"


def test_draft_node_reserves_nothing(graph):
    assert graph.draft_node("Conv2d").id == graph.draft_node("Conv2d").id == "conv2d_2"


def test_a_removed_id_is_never_given_out_again(graph):
    node = graph.new_node("Conv2d")
    graph.add_node(node)
    graph.remove_node(node.id)
    assert graph.new_node("Conv2d").id == "conv2d_3"


def test_an_id_is_not_given_out_while_a_layer_has_it_as_its_name(graph):
    graph.rename("relu_1", "conv2d_2")
    assert graph.new_node("Conv2d").id == "conv2d_3"


def test_add_node_keeps_a_copy_in_normal_form(graph):
    node = Node("mine", "Conv2d", parameters={"stride": 2})
    graph.add_node(node)
    node.parameters["stride"] = 9
    assert graph.nodes["mine"].parameters["stride"] == (2, 2)
    assert graph.nodes["mine"].name == "mine"


@pytest.mark.parametrize("node_id", ["", "1a", "a b", "class", "forward", "keys", "_x", "é", "a" * 65, "training"])
def test_add_node_refuses_an_id_that_cannot_be_an_attribute(graph, node_id):
    with pytest.raises(NetworkError, match="id"):
        graph.add_node(Node(node_id, "ReLU", "fine"))


@pytest.mark.parametrize(("node", "match"), [
    (Node("conv2d_1", "ReLU", "other"), "already"),
    (Node("x", "ReLU", "conv2d_1"), "already"),
    (Node("x", "Relu"), "Did you mean 'ReLU'"),
    (Node("x", "Conv2d", parameters={"kernel": 3}), "x: Conv2d has no parameter"),
    (Node("x", "Conv2d", parameters={"stride": 0}), "x: stride"),
    (Node("x", "ReLU", x=float("nan")), "position"),
])
def test_add_node_refuses_with_the_reason(graph, node, match):
    before = graph.copy()
    with pytest.raises(NetworkError, match=match):
        graph.add_node(node)
    assert graph.is_equal(before)


def test_add_node_refuses_more_than_the_limit():
    graph = NetworkGraph()
    for number in range(NODE_LIMIT):
        graph.add_node(Node(f"n{number}", "ReLU"))
    with pytest.raises(NetworkError, match="2,000"):
        graph.add_node(Node("one_more", "ReLU"))


def test_remove_node_refuses_while_edges_are_attached(graph):
    with pytest.raises(NetworkError, match="connections"):
        graph.remove_node("conv2d_1")


def test_connect_rejects_a_cycle(graph):
    graph.disconnect(Edge("input_1", "conv2d_1"))
    with pytest.raises(CycleError, match="circle"):
        graph.connect(Edge("relu_1", "conv2d_1"))
    with pytest.raises(CycleError):
        graph.connect(Edge("conv2d_1", "conv2d_1"))


def test_connect_rejects_what_is_there_taken_or_impossible(graph):
    add(graph, "ReLU", [])
    add(graph, "Output", ["relu_1"])
    cases = [
        (Edge("input_1", "conv2d_1"), DuplicateEdgeError, "already"),
        (Edge("relu_2", "conv2d_1"), OccupiedInputError, "input_1"),
        (Edge("relu_2", "conv2d_1", 1), ConnectError, "takes 1 input"),
        (Edge("relu_2", "conv2d_1", -1), ConnectError, "takes 1 input"),
        (Edge("relu_2", "input_1"), ConnectError, "start"),
        (Edge("output_1", "relu_2"), ConnectError, "end"),
        (Edge("relu_9", "relu_2"), ConnectError, "Did you mean 'relu_"),
    ]
    for edge, kind, text in cases:
        assert not graph.can_connect(edge)
        with pytest.raises(kind, match=text):
            graph.connect(edge)
    assert graph.can_connect(Edge("relu_1", "relu_2"))


def test_one_layer_may_feed_two_inputs_of_a_merge(graph):
    merged = add(graph, "Add", ["relu_1", "relu_1"])
    assert graph.predecessors(merged) == ["relu_1", "relu_1"]
    assert graph.successors("relu_1") == [merged]
    assert graph.free_port(merged) == 2
    assert graph.free_port("conv2d_1") is None


def test_predecessors_come_in_port_order(graph):
    merged = add(graph, "Concatenate", [])
    graph.connect(Edge("input_1", merged, 3))
    graph.connect(Edge("relu_1", merged, 1))
    assert graph.predecessors(merged) == ["relu_1", "input_1"]


def test_connect_all_is_all_or_nothing(graph):
    a, b = add(graph, "ReLU", []), add(graph, "ReLU", [])
    before = graph.copy()
    with pytest.raises(CycleError):
        graph.connect_all([Edge("relu_1", a), Edge(a, b), Edge(b, a)][1:])
    with pytest.raises(OccupiedInputError):
        graph.connect_all([Edge("relu_1", a), Edge("input_1", a)])
    assert graph.is_equal(before)
    graph.connect_all([Edge(a, b), Edge("relu_1", a)])
    assert graph.topological_order()[-2:] == [a, b]


def test_topological_order_puts_sources_first_and_older_nodes_before_younger(graph):
    early = add(graph, "Sigmoid", ["input_1"])
    add(graph, "Add", ["relu_1", early])
    assert graph.topological_order() == ["input_1", "conv2d_1", "relu_1", "sigmoid_1", "add_1"]


def test_set_parameter_normalises_and_names_the_layer_when_it_refuses(graph):
    graph.set_parameter("conv2d_1", "kernel_size", [5, 3])
    assert graph.nodes["conv2d_1"].parameters["kernel_size"] == (5, 3)
    with pytest.raises(NetworkError, match="conv2d_1: stride must be between 1 and 64, not '0'"):
        graph.set_parameter("conv2d_1", "stride", 0)


def test_rename_cleans_and_keeps_names_unique(graph):
    graph.rename("conv2d_1", " edges\n\u202e ")
    assert graph.nodes["conv2d_1"].name == "edges"
    assert graph.find("edges").id == "conv2d_1"
    assert graph.find("conv2d_1").name == "edges"
    with pytest.raises(NetworkError, match="already called"):
        graph.rename("relu_1", "edges")
    graph.rename("relu_1", "conv2d_1")
    with pytest.raises(NetworkError, match="Did you mean 'edges'"):
        graph.find("edgs")


def test_signals_tell_each_change_after_it_happened(graph, heard):
    node = graph.new_node("Tanh")
    graph.add_node(node)
    graph.connect(Edge("relu_1", "tanh_1"))
    graph.disconnect(Edge("relu_1", "tanh_1"))
    graph.rename("tanh_1", "squash")
    graph.remove_node("tanh_1")
    edge = Edge("relu_1", "tanh_1")
    assert [event for event in heard if event[0] != "changed"] == [
        ("node_added", "tanh_1"), ("edge_added", edge), ("edge_removed", edge), ("node_changed", "tanh_1"),
        ("node_removed", "tanh_1")]
    assert heard.count(("changed", None)) == 5


def test_a_move_is_no_change_and_equal_values_tell_nothing(graph, heard):
    graph.move("relu_1", 3, 4)
    graph.move("relu_1", 3, 4)
    graph.set_parameter("conv2d_1", "stride", 1)
    graph.rename("relu_1", "relu_1")
    assert heard == [("node_moved", "relu_1")]


def test_a_batch_tells_changed_once(graph, heard):
    with graph.batch():
        graph.set_parameter("conv2d_1", "stride", 2)
        with graph.batch():
            graph.set_parameter("conv2d_1", "padding", 2)
    assert heard.count(("changed", None)) == 1
    assert heard[-1] == ("changed", None)


def test_replace_content_tells_every_node_and_changed_once(graph, heard):
    other = chain("Tanh")
    graph.replace_content(other)
    assert graph.is_equal(other)
    assert heard.count(("changed", None)) == 1
    assert [name for name, _ in heard].count("node_removed") == 3


def test_a_copy_is_independent_and_remembers_given_ids(graph):
    graph.new_node("Conv2d")
    other = graph.copy()
    assert other.is_equal(graph)
    other.set_parameter("conv2d_1", "stride", 2)
    other.disconnect(Edge("conv2d_1", "relu_1"))
    assert graph.nodes["conv2d_1"].parameters["stride"] == (1, 1)
    assert len(graph.edges) == 2
    assert other.new_node("Conv2d").id == "conv2d_3"


def test_nodes_cannot_be_added_behind_the_graphs_back(graph):
    with pytest.raises(TypeError):
        graph.nodes["x"] = Node("x", "ReLU")


def test_first_input_and_output_are_found(graph):
    assert graph.input_node.id == "input_1"
    assert graph.output_node is None
    assert graph.upstream("relu_1") == {"input_1", "conv2d_1", "relu_1"}
    assert graph.downstream("conv2d_1") == {"conv2d_1", "relu_1"}
