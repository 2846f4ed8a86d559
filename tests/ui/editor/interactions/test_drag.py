"""Moving layers with the mouse."""

from PySide6.QtCore import QPoint, QPointF, Qt

from cnnstudio.network.edits import AddNode
from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import at, click, drag, key, middle, move, press, release


def place(page: NetworkPage, node_id: str) -> tuple[float, float]:
    node = page.session.graph.nodes[node_id]
    return node.x, node.y


def test_a_drag_is_one_undo_step_on_release(page: NetworkPage) -> None:
    start = middle(page, "relu_1")
    press(page, start)
    move(page, start + QPoint(100, 3))
    move(page, start + QPoint(203, 21))
    assert place(page, "relu_1") == (0, 288)                     # the model waits for the release
    assert page.scene.nodes["relu_1"].pos() == QPointF(200, 312)   # the item follows, on the grid
    release(page, start + QPoint(203, 21))
    assert place(page, "relu_1") == (200, 312)
    assert page.session.undo_stack.undoText() == "Move layer"
    page.session.undo_stack.undo()
    assert place(page, "relu_1") == (0, 288)
    assert page.scene.nodes["relu_1"].pos() == QPointF(0, 288)


def test_two_quick_drags_are_two_undo_steps(page: NetworkPage) -> None:
    for _ in range(2):
        drag(page, middle(page, "relu_1"), middle(page, "relu_1") + QPoint(80, 0))
    assert page.session.undo_stack.count() == 2


def test_wires_follow_while_a_layer_is_dragged(page: NetworkPage) -> None:
    start = middle(page, "relu_1")
    press(page, start)
    move(page, start + QPoint(200, 16))
    wire = page.scene.edges[Edge("conv2d_1", "relu_1")]
    assert wire.ends.end == QPointF(304, 304)
    page.view.cancel_gesture()
    assert wire.ends.end == QPointF(104, 288)


def test_selected_layers_move_together(page: NetworkPage) -> None:
    page.session.select(["conv2d_1", "relu_1"])
    drag(page, middle(page, "relu_1"), middle(page, "relu_1") + QPoint(160, 0))
    assert place(page, "conv2d_1") == (160, 144)
    assert place(page, "relu_1") == (160, 288)
    assert page.session.undo_stack.count() == 1
    assert page.session.undo_stack.undoText() == "Move 2 layers"


def test_a_layer_snaps_to_the_column_of_its_neighbours(page: NetworkPage) -> None:
    start = middle(page, "relu_1")
    drag(page, start, start + QPoint(80, 0))
    start = middle(page, "relu_1")
    drag(page, start, start + QPoint(-75, 0))
    assert place(page, "relu_1") == (0, 288)


def test_a_click_selects_and_shift_adds(page: NetworkPage) -> None:
    click(page, middle(page, "conv2d_1"))
    assert page.session.selected == ("conv2d_1",)
    click(page, middle(page, "relu_1"), Qt.KeyboardModifier.ShiftModifier)
    assert page.session.selected == ("conv2d_1", "relu_1")
    click(page, middle(page, "conv2d_1"), Qt.KeyboardModifier.ControlModifier)
    assert page.session.selected == ("relu_1",)
    assert page.session.undo_stack.count() == 0


def test_a_click_on_one_of_many_selects_it_alone(page: NetworkPage) -> None:
    page.session.select(["conv2d_1", "relu_1"])
    click(page, middle(page, "relu_1"))
    assert page.session.selected == ("relu_1",)


def test_a_tremble_is_no_drag(page: NetworkPage) -> None:
    press(page, middle(page, "relu_1"))
    move(page, middle(page, "relu_1") + QPoint(2, 1))
    release(page, middle(page, "relu_1") + QPoint(2, 1))
    assert page.session.undo_stack.count() == 0


def test_escape_puts_dragged_layers_back(page: NetworkPage) -> None:
    start = middle(page, "relu_1")
    press(page, start)
    move(page, start + QPoint(200, 16))
    key(page, Qt.Key.Key_Escape)
    assert page.scene.nodes["relu_1"].pos() == QPointF(0, 288)
    release(page, start + QPoint(200, 16))
    assert page.session.undo_stack.count() == 0


def test_a_loose_layer_dragged_onto_a_wire_is_put_into_it(page: NetworkPage) -> None:
    node = page.session.graph.new_node("MaxPool2d", 350, 300)
    page.session.push(AddNode(node))
    wire = page.scene.edges[Edge("relu_1", "flatten_1")]
    target = at(page, wire.path().pointAtPercent(0.5))
    press(page, middle(page, node.id))
    move(page, target + QPoint(40, 0))
    move(page, target)
    assert wire.is_drop_target
    release(page, target)
    graph = page.session.graph
    assert graph.predecessors(node.id) == ["relu_1"]
    assert graph.predecessors("flatten_1") == [node.id]
    assert page.session.undo_stack.count() == 2
    page.session.undo_stack.undo()
    assert (graph.nodes[node.id].x, graph.nodes[node.id].y) == (350, 300)
    assert Edge("relu_1", "flatten_1") in graph.edges
