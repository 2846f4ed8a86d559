"""Blocks on the canvas, with real mouse and key events: folded by keys, opened in place, and what they hide."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from cnnstudio.network.block_edits import SetRepeat
from cnnstudio.network.edits import AddNode, Connect, ReplaceGraph, SetParameter
from cnnstudio.network.graph import Edge
from cnnstudio.network.presets import preset
from cnnstudio.ui.editor.block_item import BlockItem
from cnnstudio.ui.editor.node_item import Side
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.theme import theme
from tests.ui.editor.block_hands import (
    BLOCK,
    CTRL,
    PAIR,
    assert_nothing_overlaps,
    assert_one_step,
    double_click,
    fold,
    settle,
    title,
    undo,
)
from tests.ui.editor.hands import at, click, key, middle, press, release
from tests.ui.editor.test_scene import some_picture


def test_ctrl_g_folds_the_selected_layers_into_one_node(page: NetworkPage) -> None:
    before = page.session.graph.copy()
    fold(page, *PAIR)
    assert set(page.scene.nodes) == {"input_1", BLOCK, "flatten_1", "linear_1", "output_1"}
    assert isinstance(page.scene.nodes[BLOCK], BlockItem)
    assert set(page.scene.edges) == {Edge("input_1", BLOCK), Edge(BLOCK, "flatten_1"), Edge("flatten_1", "linear_1"),
                                     Edge("linear_1", "output_1")}
    assert page.session.selected_blocks == (BLOCK,)
    assert page.scene.nodes["flatten_1"].y() == 288    # the row of the ReLU is free now
    assert_nothing_overlaps(page)
    assert_one_step(page, before, 1)


def test_a_folded_block_tells_what_is_in_it(page: NetworkPage) -> None:
    fold(page, *PAIR)
    page.session.push(SetRepeat(BLOCK, 1))
    settle()
    face = page.scene.nodes[BLOCK].face
    assert (face.name, face.summary) == ("Block 1", "2 layers: Conv2d, ReLU")
    assert (face.shape, face.weights) == ("8 × 30 × 30", "80 weights")
    assert page.scene.edges[Edge(BLOCK, "flatten_1")].label == "8 × 30 × 30"


def test_a_repeated_block_counts_the_weights_of_all_its_runs(page: NetworkPage) -> None:
    page.session.push(SetParameter("conv2d_1", "padding", (1, 1)))
    page.session.push(AddNode(page.session.graph.new_node("Conv2d", 0, 60, out_channels=1, padding=(1, 1))))
    page.session.push(Connect(Edge("relu_1", "conv2d_2")))
    page.session.push(Connect(Edge("conv2d_2", "flatten_1")))
    fold(page, "conv2d_1", "relu_1", "conv2d_2")
    page.session.push(SetRepeat(BLOCK, 3))
    settle()
    # by hand: 8 x (1 x 9) + 8 = 80, then 1 x (8 x 9) + 1 = 73, three times
    assert page.scene.nodes[BLOCK].face.weights == f"{3 * (80 + 73)} weights"
    assert page.scene.nodes[BLOCK].face.name == "Block 1 × 3"
    assert page.panel.shown is page.panel.block
    assert page.panel.block.formula.text() == "3 × 153 = 459 weights"


def test_layers_with_two_ways_out_are_refused_with_the_reason(page: NetworkPage) -> None:
    page.session.push(AddNode(page.session.graph.new_node("ReLU", 300, 288)))
    page.session.push(AddNode(page.session.graph.new_node("Flatten", 300, 432)))
    page.session.push(Connect(Edge("conv2d_1", "relu_2")))
    page.session.push(Connect(Edge("relu_2", "flatten_2")))
    before = page.session.graph.copy()
    for ids, reason in ((("conv2d_1", "relu_1", "relu_2"), "2 of its layers lead out (relu_1 and relu_2)"),
                        (("conv2d_1", "flatten_1"), "lead out (conv2d_1 and flatten_1)"),
                        (("input_1", "conv2d_1"), "input_1 cannot be part of a block"), ((), "")):
        fold(page, *ids)
        assert reason in page.messages[-1][1]
    assert page.session.graph.is_equal(before)


def test_a_double_click_opens_a_block_in_place_and_one_on_its_title_closes_it(page: NetworkPage) -> None:
    fold(page, *PAIR)
    places = {node: page.scene.nodes[node].pos() for node in page.scene.nodes}
    before = page.session.graph.copy()
    double_click(page, middle(page, BLOCK))
    assert list(page.scene.frames) == [BLOCK]
    assert set(PAIR) < set(page.scene.nodes)
    assert BLOCK not in page.scene.nodes
    assert page.scene.nodes["flatten_1"].y() > places["flatten_1"].y() + 100
    assert_nothing_overlaps(page)
    assert_one_step(page, before, 2)
    double_click(page, title(page))
    assert not page.scene.frames
    assert {node: item.pos() for node, item in page.scene.nodes.items()} == places


def test_enter_opens_and_closes_the_selected_block(page: NetworkPage) -> None:
    fold(page, *PAIR)
    key(page, Qt.Key.Key_Return)
    assert BLOCK in page.scene.frames
    key(page, Qt.Key.Key_Return)
    assert BLOCK in page.scene.nodes


def test_ctrl_e_closes_the_block_around_the_selected_layer(page: NetworkPage) -> None:
    fold(page, *PAIR)
    key(page, Qt.Key.Key_Return)
    page.session.select(["relu_1"])
    key(page, Qt.Key.Key_E, CTRL)
    assert BLOCK in page.scene.nodes
    assert page.session.selected_blocks == (BLOCK,)


def test_the_signs_open_and_close_with_one_click(page: NetworkPage) -> None:
    fold(page, *PAIR)
    item = page.scene.nodes[BLOCK]
    click(page, at(page, item.pos() + QPointF(20, 17)))
    assert BLOCK in page.scene.frames
    click(page, title(page, part="sign"))
    assert BLOCK in page.scene.nodes


def test_the_buttons_in_a_title_count_the_repeats(page: NetworkPage) -> None:
    page.session.push(SetParameter("conv2d_1", "out_channels", 1))
    fold(page, *PAIR)
    key(page, Qt.Key.Key_Return)
    steps = page.session.undo_stack.count()
    for _ in range(2):
        click(page, title(page, part="more"))
    assert page.session.graph.blocks[BLOCK].repeat == 3
    click(page, title(page, part="less"))
    assert page.session.graph.blocks[BLOCK].repeat == 2
    assert page.session.undo_stack.count() == steps + 1    # a burst is one step
    undo(page)
    assert page.session.graph.blocks[BLOCK].repeat == 1


def test_nested_blocks_open_as_frames_inside_frames(page: NetworkPage) -> None:
    page.view.set_zoom(0.5)
    fold(page, *PAIR)
    page.session.select([BLOCK, "flatten_1"])
    key(page, Qt.Key.Key_G, CTRL)
    assert set(page.scene.nodes) == {"input_1", "block_2", "linear_1", "output_1"}
    double_click(page, middle(page, "block_2"))
    double_click(page, middle(page, BLOCK))
    assert list(page.scene.frames) == ["block_2", BLOCK]
    assert page.scene.frames["block_2"].scene_box().contains(page.scene.frames[BLOCK].scene_box())
    assert_nothing_overlaps(page)


def test_every_block_of_a_real_network_opens_and_closes_without_covering_anything(page: NetworkPage) -> None:
    page.session.push(ReplaceGraph(preset("resnet18")))
    settle()
    page.set_thumbnails(dict.fromkeys(page.session.graph.nodes, some_picture()))    # the tallest the nodes can be
    start = {node: item.pos() for node, item in page.scene.nodes.items()}
    blocks = list(page.session.graph.blocks)
    assert len(blocks) >= 7
    for block_id in [*blocks, *blocks]:
        page.blocks.toggle(block_id)
        settle()
        assert_nothing_overlaps(page)
    assert {node: item.pos() for node, item in page.scene.nodes.items()} == start


def test_arranging_with_open_blocks_covers_nothing_and_is_one_step(page: NetworkPage) -> None:
    page.session.push(ReplaceGraph(preset("resnet18")))
    for block_id in list(page.session.graph.blocks)[:2]:
        page.blocks.toggle(block_id)
    page.session.select(["input_1"])
    key(page, Qt.Key.Key_Right, CTRL)
    before, count = page.session.graph.copy(), page.session.undo_stack.count()
    key(page, Qt.Key.Key_L, CTRL)
    assert_nothing_overlaps(page)
    assert_one_step(page, before, count + 1)


def test_a_problem_inside_marks_the_block_and_leads_to_the_layer(page: NetworkPage) -> None:
    fold(page, "flatten_1", "linear_1")
    page.session.push(SetParameter("linear_1", "in_features", 1024))
    settle()
    assert page.scene.nodes[BLOCK].face.severity == "error"
    assert "expects 1,024 values" in page.scene.nodes[BLOCK].face.message
    page.problems.findChild(QToolButton, "show_layer").click()
    settle()
    assert BLOCK in page.scene.frames
    assert page.session.current == "linear_1"


def test_a_hidden_layer_selected_elsewhere_shows_its_form_and_rings_its_block(page: NetworkPage) -> None:
    fold(page, *PAIR)
    page.session.select(["conv2d_1"])
    block = page.scene.nodes[BLOCK]
    assert isinstance(block, BlockItem)
    assert (block.is_holding, block.isSelected()) == (True, False)
    assert page.panel.shown is page.panel.layer
    page.session.select([])
    assert not block.is_holding


def test_the_search_opens_the_block_a_layer_is_in(page: NetworkPage) -> None:
    fold(page, *PAIR)
    page.toolbar.search.setText("relu_1")
    QTest.keyClick(page.toolbar.search, Qt.Key.Key_Return)
    settle()
    assert BLOCK in page.scene.frames
    assert page.session.current == "relu_1"


def test_the_form_repeats_and_lists_the_layers(page: NetworkPage) -> None:
    page.session.push(SetParameter("conv2d_1", "out_channels", 1))
    fold(page, *PAIR)
    panel, count = page.panel.block, page.session.undo_stack.count()
    panel.repeat.setFocus()
    for _ in range(3):
        QTest.keyClick(panel.repeat, Qt.Key.Key_Up)
    settle()
    settle()    # rows of a form appear a round of the event loop later
    assert page.session.graph.blocks[BLOCK].repeat == 4
    assert page.session.undo_stack.count() == count + 1
    assert panel.flow.text_of("Goes out") == "1 × 24 × 24"    # by hand: 32 - 4 x 2
    rows = [button for button in panel.findChildren(QToolButton, "block_layer") if not button.isHidden()]
    assert [row.accessibleName() for row in rows] == ["Show conv2d_1 on the canvas", "Show relu_1 on the canvas"]


def test_the_picture_of_a_block_is_that_of_its_exit(page: NetworkPage) -> None:
    fold(page, *PAIR)
    picture = some_picture()
    page.set_thumbnails({"relu_1": picture})
    assert page.scene.nodes[BLOCK].has_picture
    page.set_thumbnails({"conv2d_1": picture})
    assert not page.scene.nodes[BLOCK].has_picture


def test_another_graph_and_undo_of_everything_leave_a_true_mirror(page: NetworkPage) -> None:
    fold(page, *PAIR)
    key(page, Qt.Key.Key_Return)
    page.session.push(ReplaceGraph(preset("resnet18")))
    settle()
    assert set(page.scene.nodes) == set(page.session.shown.graph.nodes)
    while page.session.undo_stack.canUndo():
        undo(page)
        assert set(page.scene.nodes) == set(page.session.shown.graph.nodes)
        assert set(page.scene.edges) == set(page.session.shown.graph.edges)
    assert not page.scene.frames


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_blocks_and_frames_paint(page: NetworkPage, scheme: str) -> None:
    fold(page, *PAIR)
    theme().set_scheme(scheme)
    shots = []
    for zoom in (1.0, 0.2):
        page.view.set_zoom(zoom)
        shots.append(page.view.grab().toImage())
        key(page, Qt.Key.Key_Return)
        shots.append(page.view.grab().toImage())
        key(page, Qt.Key.Key_Return)
    assert all(one != other for one, other in itertools.combinations(shots, 2))


def test_the_menu_offers_what_blocks_can_do(page: NetworkPage) -> None:
    page.session.select(PAIR)
    assert "fold" in [action.objectName() for action in page.make_menu().actions()]
    fold(page, *PAIR)
    names = [action.objectName() for action in page.make_menu().actions()]
    assert {"toggle_block", "rename", "dissolve", "remove"} <= set(names)


def test_a_press_that_turns_into_an_undo_does_not_break_the_drag(page: NetworkPage) -> None:
    fold(page, *PAIR)
    press(page, middle(page, BLOCK))
    page.session.undo_stack.undo()
    settle()
    release(page, QPoint(400, 400))
    assert set(page.scene.nodes) == set(page.session.graph.nodes)


def test_folding_a_fold_is_no_obstacle_to_the_port_of_a_merge(page: NetworkPage) -> None:
    page.session.push(ReplaceGraph(preset("resnet18")))
    settle()
    block = next(iter(page.session.graph.blocks))
    item = page.scene.nodes[block]
    assert item.face.inputs == 1    # main path and shortcut come from one layer: one wire, one port
    assert len(page.session.shown.edges(page.session.shown.graph.in_edges(block)[0])) == 2
    assert item.port(Side.INPUT).x() == item.scene_box().center().x()


def test_the_table_marks_the_layers_of_the_selected_block(page: NetworkPage) -> None:
    fold(page, *PAIR)
    rows = [page.table.layers.rows[index.row()].id for index in page.table.selectionModel().selectedRows()]
    assert rows == list(PAIR)
    assert page.session.selected_blocks == (BLOCK,)    # the table does not select them in turn
