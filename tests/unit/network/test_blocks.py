"""Blocks: what may be one, how edits change them, and what becomes of them when layers come and go."""

import pytest

from cnnstudio.errors import NetworkError
from cnnstudio.network.annotations import Block, Comment
from cnnstudio.network.block_edits import Dissolve, Fold, MoveBlocks, RenameBlock, SetFolded, SetRepeat
from cnnstudio.network.blocks import BLOCK_KIND, block_ends, folded_view
from cnnstudio.network.comment_edits import AddComment, ChangeComment, RemoveComments
from cnnstudio.network.document import dumps, from_document, loads, subgraph, to_document
from cnnstudio.network.edits import AppendAfter, Connect, InsertOnEdge, RemoveNodes
from cnnstudio.network.graph import Edge
from cnnstudio.network.pasting import paste
from cnnstudio.network.shapes import analyse
from tests.helpers.networks import add, chain

CONV = ("Conv2d", {"out_channels": 8, "same": True})


@pytest.fixture
def graph():
    return chain(CONV, "ReLU", "MaxPool2d", "GlobalAvgPool2d", ("Linear", {"out_features": 3}),
                 ("Output", {"classes": 3}))


@pytest.fixture
def residual():
    """Input, conv, relu, a shortcut around it, add."""
    graph = chain(CONV, CONV, "ReLU")
    end = add(graph, "Add", ["relu_1", "conv2d_1"])
    pooled = add(graph, "GlobalAvgPool2d", [end])
    add(graph, "Output", [add(graph, "Linear", [pooled], out_features=3)], classes=3)
    return graph


def fold(graph, *ids, **options):
    edit = Fold(ids, **options)
    edit.apply(graph)
    return edit


def undone_is_the_start(graph, edit):
    before = graph.copy()
    edit.apply(graph)
    after = graph.copy()
    edit.revert(graph)
    assert graph.is_equal(before)
    edit.apply(graph)
    assert graph.is_equal(after)


class TestFold:
    def test_takes_a_chain_and_stands_where_its_first_layer_stood(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        block = graph.blocks["block_1"]
        assert (block.name, block.members, block.repeat) == ("Block 1", {"conv2d_1", "relu_1"}, 1)
        assert (block.x, block.y) == (0.0, 144.0)

    def test_takes_a_residual_block_with_one_way_in_and_out(self, residual):
        ends = block_ends(residual, {"conv2d_2", "relu_1", "add_1"})
        assert (ends.sources, ends.exit, ends.complaint) == (("conv2d_1",), "add_1", "")

    def test_refuses_two_ways_out(self, residual):
        with pytest.raises(NetworkError, match=r"2 of its layers lead out \(conv2d_1 and relu_1\)"):
            fold(residual, "conv2d_1", "conv2d_2", "relu_1")

    def test_refuses_data_that_leaves_and_comes_back(self, graph):
        with pytest.raises(NetworkError, match="one way out"):
            fold(graph, "conv2d_1", "maxpool2d_1")

    def test_refuses_a_detour(self):
        graph = chain(CONV, "ReLU")
        add(graph, "Add", ["relu_1", "conv2d_1"])
        with pytest.raises(NetworkError, match=r"leaves and comes back at add_1"):
            fold(graph, "conv2d_1", "add_1")

    def test_refuses_input_and_output(self, graph):
        with pytest.raises(NetworkError, match="input_1 cannot be part of a block"):
            fold(graph, "input_1", "conv2d_1")

    def test_refuses_to_cut_another_block_and_takes_it_in_whole(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        with pytest.raises(NetworkError, match="would cut through Block 1"):
            fold(graph, "relu_1", "maxpool2d_1")
        fold(graph, "conv2d_1", "relu_1", "maxpool2d_1")
        assert [block.id for block in graph.blocks_around("relu_1")] == ["block_1", "block_2"]

    def test_refuses_nothing_and_the_same_twice(self, graph):
        with pytest.raises(NetworkError, match="at least one layer"):
            fold(graph)
        fold(graph, "relu_1")
        with pytest.raises(NetworkError, match="same layers"):
            fold(graph, "relu_1")

    def test_every_edit_is_taken_back_exactly(self, residual):
        undone_is_the_start(residual, Fold(["conv2d_2", "relu_1", "add_1"]))
        for edit in (SetRepeat("block_1", 3), SetFolded("block_1", is_folded=False), RenameBlock("block_1", "Residual"),
                     MoveBlocks({"block_1": (400.0, 90.0)}), Dissolve("block_1")):
            undone_is_the_start(residual, edit)

    def test_edits_have_names(self):
        labels = [Fold(["a"]).label, SetRepeat("a", 2).label, SetFolded("a", is_folded=True).label,
                  SetFolded("a", is_folded=False).label, Dissolve("a").label]
        assert labels == ["Fold into a block", "Set repeat count", "Close block", "Open block", "Dissolve block"]


class TestRepeat:
    @pytest.mark.parametrize("count", [0, 65, -1])
    def test_has_limits(self, graph, count):
        fold(graph, "conv2d_1", "relu_1")
        with pytest.raises(NetworkError, match="between 1 and 64"):
            SetRepeat("block_1", count).apply(graph)

    def test_needs_one_input(self):
        graph = chain(CONV, "ReLU")
        add(graph, "Add", ["relu_1", "conv2d_1"])
        fold(graph, "add_1")
        with pytest.raises(NetworkError, match="2 layers feed it"):
            SetRepeat("block_1", 2).apply(graph)

    def test_is_an_error_when_an_edit_spoils_it(self, residual):
        fold(residual, "conv2d_2", "relu_1", "add_1", repeat=2)
        assert analyse(residual).is_trainable
        extra = add(residual, "ReLU", ["input_1"])
        Connect(Edge(extra, "add_1", 2)).apply(residual)
        problem = next(problem for problem in analyse(residual).errors if "cannot be repeated" in problem.message)
        assert "2 layers feed it" in problem.message
        problem.mends[0].edit.apply(residual)
        assert residual.blocks["block_1"].repeat == 1


class TestLayersComeAndGo:
    def test_an_inserted_layer_joins_the_block_around_its_wire(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        undone_is_the_start(graph, InsertOnEdge(graph.new_node("BatchNorm2d"), Edge("conv2d_1", "relu_1")))
        assert "batchnorm2d_1" in graph.blocks["block_1"].members

    def test_a_layer_on_a_wire_into_the_block_stays_outside(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        InsertOnEdge(graph.new_node("BatchNorm2d"), Edge("input_1", "conv2d_1")).apply(graph)
        assert graph.blocks_around("batchnorm2d_1") == ()

    @pytest.mark.parametrize(("is_folded", "joins"), [(True, False), (False, True)])
    def test_a_layer_appended_to_an_open_block_joins_it(self, graph, is_folded, joins):
        fold(graph, "conv2d_1", "relu_1")
        SetFolded("block_1", is_folded=is_folded).apply(graph)
        AppendAfter(graph.new_node("Dropout"), "relu_1").apply(graph)
        assert ("dropout_1" in graph.blocks["block_1"].members) is joins

    def test_removing_layers_shrinks_a_block_and_the_last_one_takes_it_along(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        undone_is_the_start(graph, RemoveNodes(["conv2d_1"]))
        assert graph.blocks["block_1"].members == {"relu_1"}
        undone_is_the_start(graph, RemoveNodes(["relu_1"]))
        assert not graph.blocks

    def test_of_two_blocks_with_the_same_layers_left_one_goes(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        fold(graph, "conv2d_1", "relu_1", "maxpool2d_1")
        undone_is_the_start(graph, RemoveNodes(["maxpool2d_1"]))
        assert list(graph.blocks) == ["block_1"]

    def test_the_graph_itself_keeps_members_safe(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        for edge in (*graph.in_edges("relu_1"), *graph.out_edges("relu_1")):
            graph.disconnect(edge)
        with pytest.raises(NetworkError, match="still belongs to Block 1"):
            graph.remove_node("relu_1")


class TestDissolve:
    def test_leaves_the_layers(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        Dissolve("block_1").apply(graph)
        assert not graph.blocks
        assert "conv2d_1" in graph.nodes

    def test_of_a_repeated_block_computes_the_same_afterwards(self, residual):
        fold(residual, "conv2d_2", "relu_1")
        fold(residual, "conv2d_2", "relu_1", "add_1", repeat=3)
        before = analyse(residual)
        undone_is_the_start(residual, Dissolve("block_2"))
        after = analyse(residual)
        assert after.is_trainable
        assert len(residual.nodes) == len(before.unrolled.graph.nodes) == 8 + 2 * 3
        assert after.shapes["output_1"] == before.shapes["output_1"]
        assert sorted(block.name for block in residual.blocks.values()) == ["Block 1", "Block 1 2", "Block 1 3"]
        boxes = {(node.x, node.y) for node in residual.nodes.values() if node.id.startswith("conv2d")}
        assert len(boxes) == 4


class TestFoldedView:
    def test_shows_a_block_as_one_node_with_one_wire_for_both_its_entries(self, residual):
        fold(residual, "conv2d_2", "relu_1", "add_1")
        shown = folded_view(residual)
        assert shown.graph.nodes["block_1"].kind == BLOCK_KIND
        assert "relu_1" not in shown.graph.nodes
        assert set(shown.wires[Edge("conv2d_1", "block_1", 0)]) == {
            Edge("conv2d_1", "conv2d_2", 0), Edge("conv2d_1", "add_1", 1)}
        assert shown.wires[Edge("block_1", "globalavgpool2d_1", 0)] == (Edge("add_1", "globalavgpool2d_1", 0),)

    def test_shows_an_open_block_as_its_layers(self, residual):
        fold(residual, "conv2d_2", "relu_1", "add_1")
        SetFolded("block_1", is_folded=False).apply(residual)
        shown = folded_view(residual)
        assert set(shown.graph.nodes) == set(residual.nodes)
        assert [block.id for block in shown.open_blocks] == ["block_1"]

    def test_shows_only_the_outermost_folded_block(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        fold(graph, "conv2d_1", "relu_1", "maxpool2d_1")
        shown = folded_view(graph)
        assert shown.owner["relu_1"] == "block_2"
        assert "block_1" not in shown.graph.nodes

    def test_is_the_graph_itself_without_blocks(self, graph):
        shown = folded_view(graph)
        assert shown.graph.edges == graph.edges
        assert all(wires == (edge,) for edge, wires in shown.wires.items())

    def test_order_is_that_of_the_data(self, residual):
        fold(residual, "conv2d_2", "relu_1", "add_1")
        order = folded_view(residual).graph.topological_order()
        assert order == ["input_1", "conv2d_1", "block_1", "globalavgpool2d_1", "linear_1", "output_1"]


class TestFiles:
    def test_blocks_and_comments_are_saved_and_come_back(self, residual):
        fold(residual, "conv2d_2", "relu_1", "add_1", repeat=4, name="Residual block")
        AddComment(Comment("comment_1", "why\nthis?", 5.0, 6.0)).apply(residual)
        assert loads(dumps(residual)).is_equal(residual)

    def test_a_file_of_the_first_version_has_none(self, graph):
        document = to_document(graph)
        del document["blocks"], document["comments"]
        document["schema_version"] = 1
        assert from_document(document).is_equal(graph)

    @pytest.mark.parametrize(("record", "match"), [
        ({"id": "block_1"}, r"blocks\[0\] lacks the field 'members'"),
        ({"id": "block_1", "members": "relu_1"}, r"blocks\[0\].members must be a list"),
        ({"id": "block_1", "members": ["nowhere"]}, r"blocks\[0\]: block_1: there is no layer 'nowhere'"),
        ({"id": "relu_1", "members": ["relu_1"]}, "already something with the id 'relu_1'"),
        ({"id": "block_1", "members": ["relu_1"], "repeat": 1.5}, r"repeat must be a whole number"),
        ({"id": "block_1", "members": ["relu_1"], "repeat": 9999}, r"between 1 and 64"),
        ({"id": "block_1", "members": ["relu_1"], "folded": 1}, r"folded must be true or false"),
        ({"id": "block_1", "members": ["relu_1"], "body": {}}, "unknown field 'body'"),
        ({"id": "__class__", "members": ["relu_1"]}, "cannot be an id"),
    ])
    def test_a_damaged_block_is_named(self, graph, record, match):
        with pytest.raises(NetworkError, match=match):
            from_document({**to_document(graph), "blocks": [record]})

    def test_copies_take_along_the_blocks_that_are_whole(self, graph):
        fold(graph, "conv2d_1", "relu_1")
        part = subgraph(graph, ["conv2d_1", "relu_1", "maxpool2d_1"])
        paste(graph, part).apply(graph)
        new = graph.blocks["block_2"]
        assert (new.name, new.members) == ("Block 1 2", {"conv2d_2", "relu_2"})
        assert not subgraph(graph, ["relu_1"]).blocks


class TestComments:
    def test_every_edit_is_taken_back_exactly(self, graph):
        undone_is_the_start(graph, AddComment(Comment("comment_1", "first")))
        undone_is_the_start(graph, ChangeComment(Comment("comment_1", "second", 10.0, 20.0, 300.0, 80.0)))
        undone_is_the_start(graph, RemoveComments(["comment_1"]))

    def test_text_is_cleaned_and_the_box_has_a_least_size(self, graph):
        graph.add_comment(Comment("comment_1", "a\r\nb\u202e\x00c  ", 0, 0, 1, -5))
        comment = graph.comments["comment_1"]
        assert (comment.text, comment.width, comment.height) == ("a\nbc", 48.0, 48.0)

    def test_refuses_what_is_not_there_and_what_is_taken(self, graph):
        with pytest.raises(NetworkError, match="There is no comment"):
            ChangeComment(Comment("comment_7", "x")).apply(graph)
        with pytest.raises(NetworkError, match="already something"):
            graph.add_comment(Comment("relu_1", "x"))

    def test_says_nothing_about_the_network(self, graph):
        heard = []
        graph.changed.connect(lambda: heard.append("changed"))
        AddComment(Comment("comment_1", "x")).apply(graph)
        assert heard == []

    def test_block_changes_that_matter_are_told_and_places_are_not(self, graph):
        heard = []
        fold(graph, "conv2d_1", "relu_1")
        graph.changed.connect(lambda: heard.append("changed"))
        MoveBlocks({"block_1": (1.0, 2.0)}).apply(graph)
        assert heard == []
        SetRepeat("block_1", 2).apply(graph)
        assert heard == ["changed"]


def test_a_block_that_is_no_value_of_the_graph_is_refused(graph):
    with pytest.raises(NetworkError, match="There is no block 'Blok 1'"):
        graph.find_block("Blok 1")
    graph.add_block(Block("block_1", "A", frozenset({"relu_1"})))
    with pytest.raises(NetworkError, match="already called"):
        graph.add_block(Block("block_2", "A", frozenset({"conv2d_1"})))
