"""Blocks under the user's hands, with real mouse and key events: selected, dragged, wired, copied, removed."""


from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from cnnstudio.network.edits import AddNode, Connect, SetParameter
from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.block_hands import (
    BLOCK,
    CTRL,
    PAIR,
    SHIFT,
    assert_nothing_overlaps,
    assert_one_step,
    fold,
    settle,
    title,
    undo,
)
from tests.ui.editor.hands import at, click, drag, drag_in, entry, key, middle, output


def test_a_click_selects_the_block_and_shows_its_form(page: NetworkPage) -> None:
    fold(page, *PAIR)
    key(page, Qt.Key.Key_Escape)
    click(page, middle(page, BLOCK))
    assert (page.session.current_block, page.session.selected) == (BLOCK, ())
    assert page.scene.nodes[BLOCK].isSelected()
    assert page.panel.shown is page.panel.block
    assert page.panel.block.name.text() == "Block 1"


def test_blocks_and_layers_are_dragged_together_as_one_step(page: NetworkPage) -> None:
    fold(page, *PAIR)
    page.session.select([BLOCK, "input_1"])
    before = page.session.graph.copy()
    start = middle(page, BLOCK)
    drag(page, start, start + QPoint(80, 40))
    graph = page.session.graph
    assert (graph.blocks[BLOCK].x, graph.blocks[BLOCK].y) == (80, 184)
    assert (graph.nodes["input_1"].x, graph.nodes["input_1"].y) == (80, 40)
    assert graph.nodes["conv2d_1"].x == 80    # what is inside goes along
    assert page.scene.nodes[BLOCK].pos() == QPointF(80, 184)
    assert_one_step(page, before, 2)


def test_a_frame_is_dragged_by_its_title_with_all_that_is_in_it(page: NetworkPage) -> None:
    fold(page, *PAIR)
    key(page, Qt.Key.Key_Return)
    before = page.session.graph.copy()
    corner = page.scene.frames[BLOCK].pos()
    places = {node: page.scene.nodes[node].pos() for node in PAIR}
    drag(page, title(page), title(page) + QPoint(160, 80))
    assert page.scene.frames[BLOCK].pos() == corner + QPointF(160, 80)
    assert {node: page.scene.nodes[node].pos() for node in PAIR} == {
        node: place + QPointF(160, 80) for node, place in places.items()}
    assert_one_step(page, before, 3)


def test_the_rubber_band_takes_blocks_and_comments(page: NetworkPage) -> None:
    fold(page, *PAIR)
    box = page.scene.nodes[BLOCK].scene_box()
    drag(page, at(page, box.topLeft() - QPointF(30, 20)), at(page, box.bottomRight() + QPointF(20, 20)))
    assert page.session.selected_blocks == (BLOCK,)


def test_delete_removes_the_block_with_its_layers_and_heals_the_chain(page: NetworkPage) -> None:
    fold(page, *PAIR)
    before = page.session.graph.copy()
    click(page, middle(page, BLOCK))
    key(page, Qt.Key.Key_Delete)
    graph = page.session.graph
    assert list(graph.nodes) == ["input_1", "flatten_1", "linear_1", "output_1"]
    assert not graph.blocks
    assert Edge("input_1", "flatten_1") in graph.edges
    assert page.session.undo_stack.undoText() == "Remove Block 1"
    assert_one_step(page, before, 2)


def test_a_block_is_copied_whole(page: NetworkPage) -> None:
    fold(page, *PAIR)
    click(page, middle(page, BLOCK))
    key(page, Qt.Key.Key_C, CTRL)
    key(page, Qt.Key.Key_V, CTRL)
    assert page.session.selected_blocks == ("block_2",)
    copy = page.session.graph.blocks["block_2"]
    assert sorted(page.session.graph.nodes[node].kind for node in copy.members) == ["Conv2d", "ReLU"]
    assert copy.is_folded
    key(page, Qt.Key.Key_D, CTRL)
    assert len(page.session.graph.blocks) == 3
    undo(page)
    undo(page)
    assert list(page.session.graph.blocks) == [BLOCK]


def test_dissolving_leaves_the_layers_where_there_is_room(page: NetworkPage) -> None:
    fold(page, *PAIR)
    before = page.session.graph.copy()
    key(page, Qt.Key.Key_G, CTRL | SHIFT)
    assert not page.session.graph.blocks
    assert page.session.selected == PAIR
    assert_nothing_overlaps(page)
    assert_one_step(page, before, 2)


def test_blocks_are_aligned_like_layers(page: NetworkPage) -> None:
    fold(page, *PAIR)
    page.session.select([BLOCK])
    key(page, Qt.Key.Key_Right, CTRL)
    page.session.select([BLOCK, "input_1"])
    key(page, Qt.Key.Key_Left, CTRL | SHIFT)
    assert page.session.graph.blocks[BLOCK].x == page.session.graph.nodes["input_1"].x == 0


def test_arrow_keys_walk_over_a_folded_block(page: NetworkPage) -> None:
    fold(page, *PAIR)
    page.session.select(["input_1"])
    key(page, Qt.Key.Key_Down)
    assert page.session.current_block == BLOCK
    key(page, Qt.Key.Key_Down)
    assert page.session.current == "flatten_1"


def test_f2_renames_a_folded_and_an_open_block_in_place(page: NetworkPage) -> None:
    fold(page, *PAIR)
    for name in ("stem", "trunk"):
        key(page, Qt.Key.Key_F2)
        assert page.rename_editor.isVisible()
        QTest.keyClicks(page.rename_editor, name)
        QTest.keyClick(page.rename_editor, Qt.Key.Key_Return)
        settle()
        assert page.session.graph.blocks[BLOCK].name == name
        key(page, Qt.Key.Key_Return)
    undo(page)
    undo(page)
    assert page.session.graph.blocks[BLOCK].name == "stem"


# wires


def loose_relu(page: NetworkPage) -> None:
    page.session.push(AddNode(page.session.graph.new_node("ReLU", 280, 288)))
    settle()


def test_a_wire_from_a_blocks_port_starts_at_its_exit(page: NetworkPage) -> None:
    fold(page, *PAIR)
    loose_relu(page)
    drag(page, output(page, BLOCK), entry(page, "relu_2"))
    assert Edge("relu_1", "relu_2") in page.session.graph.edges
    assert Edge(BLOCK, "relu_2") in page.scene.edges
    undo(page)
    assert Edge(BLOCK, "relu_2") not in page.scene.edges


def test_a_wire_dropped_on_a_blocks_input_moves_all_edges_behind_it(page: NetworkPage) -> None:
    graph = page.session.graph
    page.session.push(SetParameter("conv2d_1", "padding", (1, 1)))
    page.session.push(SetParameter("conv2d_1", "out_channels", 1))
    page.session.push(AddNode(graph.new_node("Add", 0, 260)))
    for edge in (Edge("conv2d_1", "add_1", 0), Edge("input_1", "add_1", 1), Edge("add_1", "relu_1", 0)):
        page.session.push(Connect(edge))
    fold(page, "conv2d_1", "add_1")
    assert page.session.shown.edges(Edge("input_1", BLOCK)) == (
        Edge("input_1", "add_1", 1), Edge("input_1", "conv2d_1"))
    page.session.push(AddNode(graph.new_node("BatchNorm2d", -280, 60)))
    page.session.push(Connect(Edge("input_1", "batchnorm2d_1")))
    settle()
    before, count = graph.copy(), page.session.undo_stack.count()
    drag(page, output(page, "batchnorm2d_1"), entry(page, BLOCK))
    assert {edge for edge in graph.edges if edge.source == "batchnorm2d_1"} == {
        Edge("batchnorm2d_1", "add_1", 1), Edge("batchnorm2d_1", "conv2d_1", 0)}
    assert_one_step(page, before, count + 1)


def test_taking_a_wire_off_a_block_and_putting_it_back_restores_every_edge(page: NetworkPage) -> None:
    fold(page, *PAIR)
    before = page.session.graph.copy()
    drag(page, entry(page, BLOCK), entry(page, BLOCK) + QPoint(250, 20))
    assert Edge("input_1", "conv2d_1") not in page.session.graph.edges
    assert page.scene.nodes[BLOCK].face.inputs == 1    # a port stays, for what is free inside
    drag(page, output(page, "input_1"), entry(page, BLOCK))
    assert page.session.graph.edges == before.edges


def test_a_circle_through_a_block_is_refused(page: NetworkPage) -> None:
    fold(page, *PAIR)
    edges = page.session.graph.edges
    drag(page, output(page, "flatten_1"), entry(page, BLOCK))
    assert page.session.graph.edges == edges
    assert page.messages


def test_a_layer_dropped_on_a_wire_into_a_block_stands_before_it(page: NetworkPage) -> None:
    fold(page, *PAIR)
    wire = page.scene.edges[Edge("input_1", BLOCK)]
    assert drag_in(page, "ReLU", at(page, wire.path().pointAtPercent(0.5)))
    graph = page.session.graph
    assert {Edge("input_1", "relu_2"), Edge("relu_2", "conv2d_1")} <= set(graph.edges)
    assert "relu_2" not in graph.blocks[BLOCK].members
    assert_nothing_overlaps(page)
    undo(page)
    wire = page.scene.edges[Edge(BLOCK, "flatten_1")]
    assert drag_in(page, "ReLU", at(page, wire.path().pointAtPercent(0.5)))
    assert {Edge("relu_1", "relu_3"), Edge("relu_3", "flatten_1")} <= set(graph.edges)
    assert_nothing_overlaps(page)


def test_a_layer_dropped_on_a_wire_in_an_open_block_joins_it_and_the_frame_grows(page: NetworkPage) -> None:
    fold(page, *PAIR)
    key(page, Qt.Key.Key_Return)
    height = page.scene.frames[BLOCK].scene_box().height()
    wire = page.scene.edges[Edge("conv2d_1", "relu_1")]
    assert drag_in(page, "BatchNorm2d", at(page, wire.path().pointAtPercent(0.5)))
    assert "batchnorm2d_1" in page.session.graph.blocks[BLOCK].members
    assert page.scene.frames[BLOCK].scene_box().height() > height
    assert_nothing_overlaps(page)


def test_a_layer_added_by_keyboard_behind_a_folded_block_stands_below_it(page: NetworkPage) -> None:
    fold(page, *PAIR)
    page.commands.insert("BatchNorm2d")
    settle()
    assert {Edge("relu_1", "batchnorm2d_1"), Edge("batchnorm2d_1", "flatten_1")} <= set(page.session.graph.edges)
    assert page.scene.nodes["batchnorm2d_1"].y() == 288
    assert_nothing_overlaps(page)


