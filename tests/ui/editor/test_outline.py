"""The outline beside the canvas: the same layers, the same selection, everything by keyboard."""

import time

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from cnnstudio.network.annotations import Block
from cnnstudio.network.block_edits import Fold
from cnnstudio.network.edits import RemoveNodes, SetParameter
from cnnstudio.network.graph import Edge
from cnnstudio.network.presets import preset
from cnnstudio.ui.editor.outline_model import KIND, SHAPE, STATE
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import click, middle
from tests.ui.editor.test_scene import chain_of

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier)
CHAIN = ["input_1", "conv2d_1", "relu_1", "flatten_1", "linear_1", "output_1"]


def settle() -> None:
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def shown(page: NetworkPage, request: pytest.FixtureRequest) -> None:
    """Show the outline and let Qt check the model at every change, which takes minutes for many layers."""
    if "hundred" not in request.node.name:
        QAbstractItemModelTester(page.outline.layers, QAbstractItemModelTester.FailureReportingMode.Warning, page)
    page.show_outline()
    settle()


def names(page: NetworkPage) -> list[str]:
    return [row.texts.name for row in page.outline.layers.rows]


def text(page: NetworkPage, some_id: str, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    return page.outline.layers.index_of(some_id).siblingAtColumn(column).data(role)


def go_to(page: NetworkPage, some_id: str) -> None:
    page.outline.setFocus()
    page.outline.selectionModel().setCurrentIndex(
        page.outline.layers.index_of(some_id),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)


def press(page: NetworkPage, code: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    page.outline.setFocus()
    QTest.keyClick(page.outline, code, keys)
    settle()


def type_name(page: NetworkPage, name: str) -> None:
    press(page, Qt.Key.Key_F2)
    field = page.outline.findChildren(QLineEdit, "outline_name")[-1]
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle()    # the name is taken over
    settle()    # and shown


def test_the_outline_lists_the_layers_in_the_order_data_flows(page: NetworkPage) -> None:
    assert names(page) == CHAIN
    node = page.session.graph.new_node("MaxPool2d")
    page.session.graph.add_node(node)
    page.session.graph.disconnect(Edge("relu_1", "flatten_1"))
    page.session.graph.connect(Edge("relu_1", node.id))
    page.session.graph.connect(Edge(node.id, "flatten_1"))
    settle()
    assert names(page) == [*CHAIN[:3], "maxpool2d_1", *CHAIN[3:]]


def test_each_line_tells_kind_shape_and_state_and_reads_as_a_sentence(page: NetworkPage) -> None:
    assert text(page, "conv2d_1", KIND) == "Convolution"
    assert text(page, "conv2d_1", SHAPE) == "8 × 30 × 30"
    assert text(page, "conv2d_1", STATE) == "no problem"
    role = Qt.ItemDataRole.AccessibleTextRole
    assert text(page, "conv2d_1", 0, role) == "conv2d_1, convolution, gives 8 × 30 × 30, no problem"
    assert text(page, "relu_1", 0, role) == "relu_1, ReLU, gives 8 × 30 × 30, no problem"
    assert text(page, "conv2d_1", SHAPE, role) == "Gives: 8 × 30 × 30"
    page.session.push(SetParameter("linear_1", "in_features", 1024))
    settle()
    assert text(page, "linear_1", 0, role) == (
        "linear_1, dense, has no shape yet, linear_1 expects 1,024 values and gets 7,200.")
    assert "expects 1,024" in text(page, "linear_1", STATE)


def test_the_selection_is_the_canvass_both_ways(page: NetworkPage) -> None:
    click(page, middle(page, "relu_1"))
    model = page.outline.selectionModel()
    assert [page.outline.layers.entry(index).id for index in model.selectedRows()] == ["relu_1"]
    assert page.outline.layers.entry(page.outline.currentIndex()).id == "relu_1"
    press(page, Qt.Key.Key_Down)
    assert page.session.selected == ("flatten_1",)
    assert page.scene.nodes["flatten_1"].isSelected()
    press(page, Qt.Key.Key_Down, SHIFT)
    assert page.session.selected == ("flatten_1", "linear_1")
    press(page, Qt.Key.Key_A, CTRL)
    assert len(page.session.selected) == 6
    press(page, Qt.Key.Key_Escape)
    assert page.session.selected == ()
    assert model.selectedRows() == []


def test_a_click_on_a_line_shows_the_layer_on_the_canvas(page: NetworkPage) -> None:
    page.view.set_zoom(2.0)
    page.view.centerOn(0, 0)
    rect = page.outline.visualRect(page.outline.layers.index_of("output_1"))
    QTest.mouseClick(page.outline.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert page.session.selected == ("output_1",)
    assert page.view.visible_box().contains(page.scene.nodes["output_1"].scene_box())


def test_f2_renames_as_one_step_and_a_taken_name_is_refused_in_words(page: NetworkPage) -> None:
    go_to(page, "relu_1")
    type_name(page, "first bend")
    assert page.session.graph.nodes["relu_1"].name == "first bend"
    assert text(page, "relu_1", 0) == "first bend"
    assert page.session.undo_stack.count() == 1
    type_name(page, "conv2d_1")
    assert page.session.graph.nodes["relu_1"].name == "first bend"
    assert page.messages[-1] == ("error", "Another layer is already called 'conv2d_1'.")


def test_the_keys_of_the_canvas_work_in_the_outline(page: NetworkPage) -> None:
    graph = page.session.graph
    go_to(page, "relu_1")
    press(page, Qt.Key.Key_C, CTRL)
    press(page, Qt.Key.Key_V, CTRL)
    assert page.session.selected == ("relu_2",)
    press(page, Qt.Key.Key_Delete)
    assert "relu_2" not in graph.nodes
    go_to(page, "relu_1")
    press(page, Qt.Key.Key_D, CTRL)
    assert page.session.selected == ("relu_3",)
    press(page, Qt.Key.Key_X, CTRL)
    assert "relu_3" not in graph.nodes
    go_to(page, "conv2d_1")
    press(page, Qt.Key.Key_Return)
    assert page.panel.isAncestorOf(QApplication.focusWidget())


def test_after_removing_the_keyboard_stays_near_where_it_was(page: NetworkPage) -> None:
    go_to(page, "relu_1")
    press(page, Qt.Key.Key_Delete)
    assert names(page) == ["input_1", "conv2d_1", "flatten_1", "linear_1", "output_1"]
    assert page.outline.layers.entry(page.outline.currentIndex()).id == "flatten_1"
    assert page.outline.hasFocus()


def test_typing_letters_goes_to_the_layer_of_that_name(page: NetworkPage) -> None:
    go_to(page, "input_1")
    page.view.set_zoom(2.0)
    press(page, Qt.Key.Key_F)
    assert page.outline.layers.entry(page.outline.currentIndex()).id == "flatten_1"
    assert page.view.zoom == pytest.approx(2.0)      # F does not fit the view from here


def test_alt_and_arrows_move_a_layer_in_its_chain(page: NetworkPage) -> None:
    before = page.session.graph.copy()
    go_to(page, "relu_1")
    press(page, Qt.Key.Key_Up, ALT)
    assert names(page) == ["input_1", "relu_1", "conv2d_1", "flatten_1", "linear_1", "output_1"]
    assert page.session.undo_stack.undoText() == "Move layer up"
    assert page.session.selected == ("relu_1",)
    assert page.outline.layers.entry(page.outline.currentIndex()).id == "relu_1"
    press(page, Qt.Key.Key_Up, ALT)
    assert page.messages[-1] == ("info", "input_1 stays at its end of the network.")
    press(page, Qt.Key.Key_Down, ALT)
    assert page.session.undo_stack.undoText() == "Move layer down"
    assert page.session.graph.is_equal(before)
    page.session.undo_stack.undo()
    page.session.undo_stack.undo()
    assert page.session.graph.is_equal(before)


def test_a_block_is_the_parent_of_its_layers(page: NetworkPage) -> None:
    page.session.graph.add_block(Block("block_1", "stage", frozenset({"conv2d_1", "relu_1"}), repeat=3,
                                       is_folded=False))
    settle()
    model = page.outline.layers
    block = model.index_of("block_1")
    assert [model.entry(model.index(row, 0, block)).id for row in range(model.rowCount(block))] == [
        "conv2d_1", "relu_1"]
    assert model.parent(model.index_of("relu_1")) == block
    assert text(page, "block_1", 0) == "stage × 3"
    assert text(page, "block_1", 0, Qt.ItemDataRole.AccessibleTextRole).startswith(
        "stage × 3, block of 2 layers, 3 times, gives 8 × ")
    go_to(page, "block_1")
    assert page.session.selected_blocks == ("block_1",)
    assert page.session.selected_layers == ("conv2d_1", "relu_1")
    press(page, Qt.Key.Key_Left)
    assert not page.outline.isExpanded(model.index_of("block_1"))
    page.session.push(RemoveNodes(("flatten_1",)))
    settle()
    assert not page.outline.isExpanded(model.index_of("block_1"))    # closed stays closed


def test_a_block_is_renamed_in_the_outline(page: NetworkPage) -> None:
    page.session.push(Fold(("conv2d_1", "relu_1")))
    settle()
    block_id = next(iter(page.session.graph.blocks))
    go_to(page, block_id)
    type_name(page, "stem")
    assert page.session.graph.blocks[block_id].name == "stem"
    page.session.undo_stack.undo()
    settle()
    assert text(page, block_id, 0) == "Block 1"


def test_a_hidden_outline_catches_up_when_it_is_shown(page: NetworkPage) -> None:
    page.side.setCurrentWidget(page.palette_panel)
    page.session.push(RemoveNodes(("relu_1",)))
    page.session.select(["linear_1"])
    settle()
    assert names(page) == CHAIN
    page.show_outline()
    settle()
    assert names(page) == [name for name in CHAIN if name != "relu_1"]
    assert page.outline.layers.entry(page.outline.currentIndex()).id == "linear_1"


def test_another_network_is_taken_over(page: NetworkPage) -> None:
    page.workspace.replace_graph(preset("resnet18"), "resnet18")
    settle()
    shown = [row.entry.id for row in page.outline.layers.rows if not row.entry.is_block]
    assert sorted(shown) == sorted(page.session.graph.nodes)


def test_five_hundred_layers_are_listed_in_less_than_50_ms(page: NetworkPage) -> None:
    """CPU seconds of a reset with everything the view does, and of a change that leaves the rows in place."""
    page.workspace.replace_graph(chain_of(500), "five hundred")
    settle()
    assert len(page.outline.layers.rows) == 500
    graph = page.session.graph
    in_place_s, reset_s = [], []
    for number in range(1, 4):
        page.session.push(SetParameter("conv2d_1", "out_channels", 5 + number))
        in_place_s.append(refresh_s(page))
        assert text(page, "conv2d_1", SHAPE).startswith(f"{5 + number} × ")
        page.session.push(RemoveNodes((f"relu_{number}",)))
        reset_s.append(refresh_s(page))
    assert len(page.outline.layers.rows) == len(graph.nodes) == 497
    assert max(min(in_place_s), min(reset_s)) < 0.05, (in_place_s, reset_s)


def refresh_s(page: NetworkPage) -> float:
    """Seconds of the outline's own work after a change; the analysis is worked out once for every view."""
    assert page.session.analysis
    assert page.session.costs
    page.session.problems_of("input_1")
    start = time.process_time()
    page.outline.refresh()
    return time.process_time() - start


def test_each_tab_at_the_left_keeps_its_own_width(page: NetworkPage) -> None:
    outline = page.side.width()
    page.side.setCurrentWidget(page.palette_panel)
    settle()
    palette = page.side.width()
    assert palette < outline
    page.show_outline()
    settle()
    assert page.side.width() == outline
    page.side.setCurrentWidget(page.palette_panel)
    settle()
    assert page.side.width() == palette


def test_the_columns_fit_the_room_and_a_sign_stands_before_the_name_of_a_layer_with_a_problem(
        page: NetworkPage) -> None:
    view = page.outline
    for width, hidden in ((260, [KIND, STATE]), (460, [STATE]), (700, [])):
        view.resize(width, 400)
        settle()
        assert [column for column in range(4) if view.isColumnHidden(column)] == hidden
        assert sum(view.columnWidth(column) for column in range(4)) <= width
    view.resize(260, 400)
    settle()
    before = view.viewport().grab(view.visualRect(view.layers.index_of("linear_1"))).toImage()
    page.session.push(SetParameter("linear_1", "in_features", 1024))
    settle()
    after = view.viewport().grab(view.visualRect(view.layers.index_of("linear_1"))).toImage()
    assert before != after
