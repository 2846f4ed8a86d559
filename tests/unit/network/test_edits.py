"""Every edit does what its name says and takes itself back completely."""

import pytest

from cnnstudio.errors import CycleError, NetworkError
from cnnstudio.network.document import subgraph
from cnnstudio.network.edits import (
    AddNode,
    AppendAfter,
    Compound,
    Connect,
    Disconnect,
    InsertOnEdge,
    MoveNodes,
    RemoveNodes,
    Rename,
    ReplaceGraph,
    SetParameter,
)
from cnnstudio.network.graph import Edge, Node
from cnnstudio.network.pasting import free_name, paste
from cnnstudio.wording import mid_sentence
from tests.helpers.networks import add, chain


@pytest.fixture
def graph():
    """Input → Conv2d → ReLU → Conv2d → Output-less end, and a loose Sigmoid."""
    graph = chain("Conv2d", "ReLU", ("Conv2d", {"out_channels": 8}))
    add(graph, "Sigmoid", [])
    return graph


def edges(graph):
    return [(edge.source, edge.target, edge.port) for edge in graph.edges]


EDITS = [
    (AddNode(Node("mine", "Tanh")), "Add Tanh"),
    (RemoveNodes(["conv2d_1"]), "Remove layer"),
    (RemoveNodes(["conv2d_1", "relu_1"], heal=False), "Remove 2 layers"),
    (RemoveNodes(["input_1", "conv2d_1", "relu_1", "conv2d_2", "sigmoid_1"]), "Remove 5 layers"),
    (Connect(Edge("conv2d_2", "sigmoid_1")), "Connect"),
    (Connect(Edge("input_1", "conv2d_2")), "Connect"),
    (Disconnect(Edge("conv2d_1", "relu_1")), "Disconnect"),
    (InsertOnEdge(Node("mine", "BatchNorm2d"), Edge("conv2d_1", "relu_1")), "Insert Batch normalisation"),
    (AppendAfter(Node("mine", "MaxPool2d"), "relu_1"), "Add Max pooling"),
    (SetParameter("conv2d_1", "kernel_size", 5), "Set kernel size"),
    (SetParameter("conv2d_1", "out_channels", 5), "Set feature maps"),
    (Rename("conv2d_1", "edges"), "Rename"),
    (MoveNodes({"conv2d_1": (7, 8)}), "Move layer"),
    (MoveNodes({"conv2d_1": (7, 8), "relu_1": (1, 2)}), "Move 2 layers"),
    (ReplaceGraph(chain("Tanh")), "Replace network"),
    (Compound("Do two things", [Rename("conv2d_1", "a"), Rename("relu_1", "b")]), "Do two things"),
]


@pytest.mark.parametrize(("edit", "label"), EDITS, ids=lambda value: value if isinstance(value, str) else "")
def test_apply_changes_and_revert_restores_order_ids_and_all(graph, edit, label):
    assert edit.label == label
    before = graph.copy()
    edit.apply(graph)
    after = graph.copy()
    assert not after.is_equal(before)
    edit.revert(graph)
    assert graph.is_equal(before)
    edit.apply(graph)
    assert graph.is_equal(after)
    edit.revert(graph)
    edit.revert(graph)
    assert graph.is_equal(before)


@pytest.mark.parametrize(("edit", "label"), EDITS, ids=lambda value: value if isinstance(value, str) else "")
def test_an_edit_tells_changed_once_and_a_move_never(graph, edit, label):
    count = []
    graph.changed.connect(lambda: count.append(1))
    edit.apply(graph)
    assert len(count) == (0 if isinstance(edit, MoveNodes) else 1)


def test_removing_a_middle_layer_heals_the_chain(graph):
    RemoveNodes(["relu_1"]).apply(graph)
    assert edges(graph) == [("conv2d_1", "conv2d_2", 0), ("input_1", "conv2d_1", 0)]


def test_removing_two_neighbours_heals_across_both(graph):
    RemoveNodes(["conv2d_1", "relu_1"]).apply(graph)
    assert edges(graph) == [("input_1", "conv2d_2", 0)]


def test_removing_without_healing_leaves_the_gap(graph):
    RemoveNodes(["relu_1"], heal=False).apply(graph)
    assert edges(graph) == [("input_1", "conv2d_1", 0)]


def test_removing_a_layer_in_front_of_a_merge_keeps_the_port(graph):
    merged = add(graph, "Concatenate", ["conv2d_2", "relu_1"])
    RemoveNodes(["conv2d_2"]).apply(graph)
    assert graph.predecessors(merged) == ["relu_1", "relu_1"]


def test_removing_the_input_leaves_its_followers_open(graph):
    RemoveNodes(["input_1"]).apply(graph)
    assert graph.predecessors("conv2d_1") == []


def test_connecting_to_a_taken_input_replaces_its_edge(graph):
    Connect(Edge("input_1", "conv2d_2")).apply(graph)
    assert graph.predecessors("conv2d_2") == ["input_1"]
    assert graph.successors("relu_1") == []


def test_a_rewiring_that_would_close_a_circle_changes_nothing(graph):
    before = graph.copy()
    with pytest.raises(CycleError):
        Connect(Edge("conv2d_2", "conv2d_1")).apply(graph)
    assert graph.is_equal(before)


def test_insert_on_edge_keeps_the_port_of_a_merge(graph):
    merged = add(graph, "Add", ["conv2d_2", "conv2d_2"])
    InsertOnEdge(graph.new_node("Tanh"), Edge("conv2d_2", merged, 1)).apply(graph)
    assert graph.predecessors(merged) == ["conv2d_2", "tanh_1"]
    assert graph.predecessors("tanh_1") == ["conv2d_2"]


def test_a_loose_layer_of_the_graph_can_be_dropped_on_a_wire(graph):
    before = graph.copy()
    edit = InsertOnEdge(graph.nodes["sigmoid_1"], Edge("conv2d_1", "relu_1"))
    edit.apply(graph)
    assert graph.predecessors("relu_1") == ["sigmoid_1"]
    edit.revert(graph)
    assert graph.is_equal(before)


def test_append_after_takes_over_what_the_layer_fed(graph):
    AppendAfter(graph.new_node("MaxPool2d"), "relu_1").apply(graph)
    assert graph.predecessors("maxpool2d_1") == ["relu_1"]
    assert graph.predecessors("conv2d_2") == ["maxpool2d_1"]


def test_nothing_can_be_appended_after_the_output(graph):
    add(graph, "Output", ["conv2d_2"])
    before = graph.copy()
    with pytest.raises(NetworkError, match="end"):
        AppendAfter(graph.new_node("ReLU"), "output_1").apply(graph)
    assert graph.is_equal(before)


def test_a_compound_that_fails_halfway_changes_nothing(graph):
    before = graph.copy()
    edit = Compound("Both", [SetParameter("conv2d_1", "stride", 2), SetParameter("conv2d_1", "stride", 0)])
    with pytest.raises(NetworkError, match="stride"):
        edit.apply(graph)
    assert graph.is_equal(before)


def test_only_bursts_of_the_same_setting_or_move_merge():
    assert SetParameter("a", "p", 1).merge_key == SetParameter("a", "p", 2).merge_key
    assert SetParameter("a", "p", 1).merge_key != SetParameter("a", "q", 1).merge_key
    assert MoveNodes({"a": (0, 0)}).merge_key == MoveNodes({"a": (1, 1)}).merge_key
    assert MoveNodes({"a": (0, 0)}).merge_key != MoveNodes({"b": (0, 0)}).merge_key
    assert hash(MoveNodes({"a": (0, 0)}).merge_key)
    assert Rename("a", "b").merge_key is None
    assert Compound("x", []).merge_key is None


def test_an_edit_keeps_its_own_picture_of_the_new_node(graph):
    edit = AddNode(Node("mine", "Tanh"))
    edit.apply(graph)
    graph.rename("mine", "renamed")
    graph.rename("mine", "mine")
    edit.revert(graph)
    edit.apply(graph)
    assert graph.nodes["mine"].name == "mine"


def test_paste_copies_layers_with_the_edges_among_them_under_new_names(graph):
    graph.rename("conv2d_1", "edges")
    clip = subgraph(graph, ["conv2d_1", "relu_1"])
    before = graph.copy()
    edit = paste(graph, clip, 10, 20)
    assert edit.label == "Paste 2 layers"
    edit.apply(graph)
    new = [node for node in graph.nodes.values() if node.id not in before.nodes]
    assert [(node.kind, node.name) for node in new] == [("Conv2d", "edges 2"), ("ReLU", "relu_2")]
    assert new[0].x == graph.nodes["conv2d_1"].x + 10
    assert graph.predecessors(new[1].id) == [new[0].id]
    assert graph.predecessors(new[0].id) == []
    edit.revert(graph)
    assert graph.is_equal(before)


def test_free_name_counts_from_two():
    assert free_name("a", ["b"]) == "a"
    assert free_name("a", ["a", "a 2"]) == "a 3"


def test_a_parameter_is_called_what_the_form_of_its_kind_calls_it():
    graph = chain("MaxPool2d")
    edit = SetParameter("maxpool2d_1", "kernel_size", 3)
    edit.apply(graph)
    assert edit.label == "Set window size"
    assert SetParameter("x", "no_such_thing", 1).label == "Set no such thing"


def test_titles_stand_in_a_sentence_in_lower_case_unless_they_are_names():
    assert [mid_sentence(title) for title in ("Max pooling", "ReLU", "Leaky ReLU", "Dense", "")] == [
        "max pooling", "ReLU", "leaky ReLU", "dense", ""]
