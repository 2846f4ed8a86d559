"""Blocks open and close in place, and nothing ever covers anything else."""

import itertools

import pytest

from cnnstudio.errors import NetworkError
from cnnstudio.network.alignment import Box
from cnnstudio.network.block_edits import Fold, SetFolded, SetRepeat
from cnnstudio.network.block_layout import arranged
from cnnstudio.network.block_places import closed, dissolved, folded, opened, opened_to
from cnnstudio.network.comment_edits import AddComment
from cnnstudio.network.edits import Edit
from cnnstudio.network.graph import Comment, Edge, NetworkGraph
from cnnstudio.network.room import room
from cnnstudio.network.shown_boxes import ShownBoxes

CHAIN = ("Input", "Conv2d", "BatchNorm2d", "ReLU", "Conv2d", "BatchNorm2d", "ReLU", "Flatten")


def chain() -> NetworkGraph:
    """Give eight layers below each other, 144 px apart."""
    graph, last = NetworkGraph(), ""
    for row, kind in enumerate(CHAIN):
        node = graph.new_node(kind, 0, 144 * row)
        graph.add_node(node)
        if last:
            graph.connect(Edge(last, node.id))
        last = node.id
    return graph


def residual() -> NetworkGraph:
    """Give a shortcut past three layers, which stand in the second column, between Input and ReLU."""
    graph = NetworkGraph()
    for kind, x, y in (("Input", 0, 0), ("Conv2d", 256, 144), ("BatchNorm2d", 256, 288), ("Conv2d", 256, 432),
                       ("Add", 0, 576), ("ReLU", 0, 720)):
        graph.add_node(graph.new_node(kind, x, y))
    for source, target, port in (("input_1", "conv2d_1", 0), ("conv2d_1", "batchnorm2d_1", 0),
                                 ("batchnorm2d_1", "conv2d_2", 0), ("conv2d_2", "add_1", 1),
                                 ("input_1", "add_1", 0), ("add_1", "relu_1", 0)):
        graph.connect(Edge(source, target, port))
    return graph


def apply(graph: NetworkGraph, edit: Edit | None) -> None:
    assert edit is not None
    edit.apply(graph)


def places(graph: NetworkGraph) -> dict[str, tuple[float, float]]:
    shown = ShownBoxes(graph)
    return {node.id: (node.x, node.y) for node in shown.view.graph.nodes.values()}


def assert_nothing_overlaps(graph: NetworkGraph) -> None:
    """Compare all pairs of each level, frames with what is around them included."""
    shown = ShownBoxes(graph)
    levels = [None, *(block.id for block in shown.view.open_blocks)]
    for level in levels:
        for (one, box), (other, another) in itertools.combinations(shown.boxes(level).items(), 2):
            assert not box.overlaps(another), f"{one} {box} covers {other} {another}"
    for block in shown.view.open_blocks:
        frame = shown.box(block.id)
        for inner in shown.boxes(block.id).values():
            assert frame.x < inner.x
            assert inner.right < frame.right
            assert frame.y < inner.y
            assert inner.bottom < frame.bottom


def test_folding_closes_the_gap() -> None:
    graph = chain()
    apply(graph, folded(graph, ("conv2d_1", "batchnorm2d_1", "relu_1")))
    assert graph.blocks["block_1"].is_folded
    assert places(graph) == {"input_1": (0, 0), "block_1": (0, 144), "conv2d_2": (0, 288),
                             "batchnorm2d_2": (0, 432), "relu_2": (0, 576), "flatten_1": (0, 720)}


def test_opening_makes_room_and_closing_takes_it_back() -> None:
    graph = chain()
    apply(graph, folded(graph, ("conv2d_1", "batchnorm2d_1", "relu_1")))
    before = places(graph)
    apply(graph, opened(graph, "block_1"))
    shown = ShownBoxes(graph)
    assert shown.box("block_1") == Box(-24, 144, 256, 56 + 2 * 144 + 112 + 24)
    # by hand: the frame ends at 144 + 480 = 624, as far above the next layer as the block's node (256) was: 32 px
    assert graph.nodes["conv2d_2"].y == 624 + 32
    assert_nothing_overlaps(graph)
    apply(graph, closed(graph, "block_1"))
    assert places(graph) == before


def test_opening_and_its_undo_leave_no_trace() -> None:
    graph = chain()
    apply(graph, folded(graph, ("conv2d_1", "batchnorm2d_1", "relu_1")))
    before = graph.copy()
    edit = opened(graph, "block_1")
    edit.apply(graph)
    edit.revert(graph)
    assert graph.is_equal(before)
    edit.apply(graph)
    assert not graph.blocks["block_1"].is_folded


def test_nested_blocks_open_inside_each_other_without_covering_anything() -> None:
    graph = chain()
    apply(graph, folded(graph, ("batchnorm2d_1", "relu_1")))
    apply(graph, folded(graph, ("conv2d_1", "batchnorm2d_1", "relu_1", "conv2d_2")))
    start = places(graph)
    for block_id in ("block_2", "block_1"):
        apply(graph, opened(graph, block_id))
        assert_nothing_overlaps(graph)
    assert ShownBoxes(graph).level_of("block_1") == "block_2"
    apply(graph, closed(graph, "block_1"))
    assert_nothing_overlaps(graph)
    apply(graph, closed(graph, "block_2"))
    assert places(graph) == start


def test_a_block_that_was_closed_with_an_open_one_inside_opens_with_it() -> None:
    graph = chain()
    apply(graph, folded(graph, ("batchnorm2d_1", "relu_1")))
    apply(graph, folded(graph, ("conv2d_1", "batchnorm2d_1", "relu_1", "conv2d_2")))
    for step in (opened, opened):
        apply(graph, step(graph, "block_2" if graph.blocks["block_2"].is_folded else "block_1"))
    apply(graph, closed(graph, "block_2"))
    assert_nothing_overlaps(graph)
    apply(graph, opened(graph, "block_2"))
    assert {block.id for block in ShownBoxes(graph).view.open_blocks} == {"block_1", "block_2"}
    assert_nothing_overlaps(graph)


def test_what_is_beside_an_opened_block_moves_aside() -> None:
    graph = residual()
    apply(graph, folded(graph, ("batchnorm2d_1", "conv2d_2")))
    graph.add_node(graph.new_node("ReLU", 560, 288))
    graph.add_node(graph.new_node("ReLU", 0, 288))
    apply(graph, opened(graph, "block_1"))
    assert_nothing_overlaps(graph)
    assert graph.nodes["relu_2"].x == 560 + 24
    assert graph.nodes["relu_3"].x == -24
    apply(graph, closed(graph, "block_1"))
    assert (graph.nodes["relu_2"].x, graph.nodes["relu_3"].x) == (560, 0)


def test_closing_takes_only_the_room_that_is_free() -> None:
    graph = chain()
    apply(graph, folded(graph, ("conv2d_1", "batchnorm2d_1", "relu_1")))
    apply(graph, opened(graph, "block_1"))
    graph.add_node(graph.new_node("ReLU", 240, 400))      # beside the frame, above what will come up
    graph.move("conv2d_2", 200, graph.nodes["conv2d_2"].y)
    apply(graph, closed(graph, "block_1"))
    assert_nothing_overlaps(graph)
    assert graph.nodes["conv2d_2"].y == 400 + 112 + 8


def test_layers_that_cover_each_other_are_laid_out_when_their_block_opens() -> None:
    graph = chain()
    for node_id in graph.nodes:
        graph.move(node_id, 0, 0 if node_id in ("conv2d_1", "batchnorm2d_1", "relu_1") else graph.nodes[node_id].y)
    graph.move("input_1", 0, -400)
    Fold(("conv2d_1", "batchnorm2d_1", "relu_1")).apply(graph)
    apply(graph, opened(graph, "block_1"))
    assert_nothing_overlaps(graph)
    assert graph.nodes["conv2d_1"].y < graph.nodes["batchnorm2d_1"].y < graph.nodes["relu_1"].y


def test_what_cannot_be_one_block_is_refused_and_nothing_moves() -> None:
    graph = residual()
    before = graph.copy()
    with pytest.raises(NetworkError, match="cannot be one block"):
        folded(graph, ("input_1", "conv2d_1")).apply(graph)
    with pytest.raises(NetworkError, match="comes back at relu_1"):
        folded(graph, ("conv2d_2", "relu_1")).apply(graph)
    assert graph.is_equal(before)


def test_comments_follow_what_they_stand_beside() -> None:
    graph = chain()
    apply(graph, folded(graph, ("conv2d_1", "batchnorm2d_1", "relu_1")))
    AddComment(Comment("comment_1", "below", 240, 300)).apply(graph)
    AddComment(Comment("comment_2", "above", 240, 0)).apply(graph)
    apply(graph, opened(graph, "block_1"))
    assert graph.comments["comment_1"].y == 300 + graph.nodes["conv2d_2"].y - 288
    assert graph.comments["comment_2"].y == 0


def test_dissolving_a_folded_repeated_block_covers_nothing() -> None:
    graph = chain()
    apply(graph, folded(graph, ("conv2d_1", "batchnorm2d_1", "relu_1")))
    apply(graph, folded(graph, ("conv2d_2", "batchnorm2d_2", "relu_2")))
    SetRepeat("block_1", 3).apply(graph)
    apply(graph, dissolved(graph, "block_1"))
    assert len(graph.nodes) == len(CHAIN) + 6
    assert_nothing_overlaps(graph)
    assert graph.blocks["block_2"].y > max(graph.nodes[key].y for key in ("conv2d_1", "relu_1"))


def test_showing_a_layer_opens_every_block_around_it() -> None:
    graph = chain()
    apply(graph, folded(graph, ("batchnorm2d_1", "relu_1")))
    apply(graph, folded(graph, ("conv2d_1", "batchnorm2d_1", "relu_1")))
    assert opened_to(graph, "input_1") is None
    edit = opened_to(graph, "relu_1")
    apply(graph, edit)
    assert not any(block.is_folded for block in graph.blocks.values())
    assert_nothing_overlaps(graph)
    edit.revert(graph)
    assert all(block.is_folded for block in graph.blocks.values())


def test_arranging_puts_open_blocks_into_frames_that_cover_nothing() -> None:
    graph = residual()
    Fold(("conv2d_1", "batchnorm2d_1", "conv2d_2")).apply(graph)
    Fold(("batchnorm2d_1", "conv2d_2")).apply(graph)
    for block_id in list(graph.blocks):
        SetFolded(block_id, is_folded=False).apply(graph)
    apply(graph, arranged(graph))
    assert_nothing_overlaps(graph)
    assert len(ShownBoxes(graph).view.open_blocks) == 2
    assert arranged(graph) is None


def test_arranging_folded_blocks_is_laying_out_what_is_shown() -> None:
    graph = chain()
    Fold(("conv2d_1", "batchnorm2d_1", "relu_1")).apply(graph)
    apply(graph, arranged(graph))
    assert places(graph) == {"input_1": (0, 0), "block_1": (0, 144), "conv2d_2": (0, 288),
                             "batchnorm2d_2": (0, 432), "relu_2": (0, 576), "flatten_1": (0, 720)}


def test_boxes_beyond_a_side_keep_apart_whatever_row_they_are_in() -> None:
    # a tall box right of the grown one would run into the one that is further right and lower
    others = {"tall": Box(220, -100, 100, 600), "far": Box(330, 350, 100, 100)}
    moves = room(others, Box(0, 0, 208, 112), Box(0, 0, 408, 200))
    boxes = [box.moved(*moves.get(key, (0, 0))) for key, box in others.items()]
    assert not boxes[0].overlaps(boxes[1])
    assert boxes[0].x == 420
