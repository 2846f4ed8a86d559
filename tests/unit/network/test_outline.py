"""The tree of layers has every layer once, in the order of the data, with blocks as parents."""

from cnnstudio.network.annotations import Block
from cnnstudio.network.outline import OutlineEntry, outline
from tests.helpers.networks import chain, random_network


def names(entries):
    return [(entry.id, names(entry.children)) if entry.is_block else entry.id for entry in entries]


def test_without_blocks_it_is_the_list_of_layers_sources_first():
    for seed in range(5):
        graph = random_network(seed)
        order = [entry.id for entry in outline(graph)]
        assert sorted(order) == sorted(graph.nodes)
        place = {node_id: number for number, node_id in enumerate(order)}
        assert all(place[edge.source] < place[edge.target] for edge in graph.edges)


def test_blocks_are_parents_also_inside_blocks():
    graph = chain("Conv2d", "ReLU", "Conv2d", "ReLU", "Flatten")
    graph.add_block(Block("inner", "inner", frozenset({"conv2d_2", "relu_2"})))
    graph.add_block(Block("outer", "outer", frozenset({"relu_1", "conv2d_2", "relu_2"})))
    assert names(outline(graph)) == [
        "input_1", "conv2d_1", ("outer", ["relu_1", ("inner", ["conv2d_2", "relu_2"])]), "flatten_1"]
    assert outline(graph)[2].layers() == ["relu_1", "conv2d_2", "relu_2"]


def test_equal_trees_compare_equal_and_other_ones_do_not():
    graph = chain("Conv2d", "ReLU")
    before = outline(graph)
    graph.rename("relu_1", "bend")
    assert outline(graph) == before
    graph.add_block(Block("block_1", "block_1", frozenset({"relu_1"})))
    assert outline(graph) != before
    assert OutlineEntry("a") != OutlineEntry("a", is_block=True)
