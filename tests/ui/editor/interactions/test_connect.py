"""Drawing and picking up wires with the mouse."""

from PySide6.QtCore import QPoint, QPointF, Qt

from cnnstudio.network.edits import AddNode, Disconnect
from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.interactions.connect import ConnectGesture
from cnnstudio.ui.editor.node_item import Side
from cnnstudio.ui.editor.overlay_items import TipItem
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import at, drag, entry, key, middle, move, output, press, release


def add(page: NetworkPage, kind: str, x: float, y: float, **parameters: object) -> str:
    node = page.session.graph.new_node(kind, x, y, **parameters)
    page.session.push(AddNode(node))
    return node.id


def gesture(page: NetworkPage) -> ConnectGesture:
    assert isinstance(page.view.gesture, ConnectGesture)
    return page.view.gesture


def tip(page: NetworkPage) -> TipItem:
    return next(item for item in page.scene.items() if isinstance(item, TipItem))


def test_a_wire_from_output_to_input_connects(page: NetworkPage) -> None:
    pool = add(page, "MaxPool2d", 300, 300)
    drag(page, output(page, "relu_1"), entry(page, pool))
    assert Edge("relu_1", pool) in page.session.graph.edges
    assert Edge("relu_1", pool) in page.scene.edges
    assert page.session.undo_stack.undoText() == "Connect"


def test_a_wire_may_be_drawn_from_the_input_as_well(page: NetworkPage) -> None:
    pool = add(page, "MaxPool2d", 300, 300)
    drag(page, entry(page, pool), output(page, "relu_1"))
    assert Edge("relu_1", pool) in page.session.graph.edges


def test_the_wire_snaps_within_24_pixels_and_shows_the_shape(page: NetworkPage) -> None:
    pool = add(page, "MaxPool2d", 300, 300)
    press(page, output(page, "relu_1"))
    move(page, entry(page, pool) + QPoint(0, -60))
    assert gesture(page).judgement is None
    move(page, entry(page, pool) + QPoint(-12, -18))
    judgement = gesture(page).judgement
    assert judgement is not None
    assert (judgement.tone, judgement.text) == ("good", "maxpool2d_1 would give 8 × 15 × 15")
    assert tip(page).text == "maxpool2d_1 would give 8 × 15 × 15"
    assert page.scene.nodes[pool].hot_port == (Side.INPUT, 0)
    release(page, entry(page, pool) + QPoint(-12, -18))
    assert Edge("relu_1", pool) in page.session.graph.edges
    assert page.scene.nodes[pool].hot_port is None


def test_snapping_reaches_as_far_on_the_screen_at_half_size(page: NetworkPage) -> None:
    pool = add(page, "MaxPool2d", 300, 300)
    page.view.set_zoom(0.5)
    press(page, output(page, "relu_1"))
    move(page, entry(page, pool) + QPoint(0, -22))
    assert gesture(page).judgement is not None
    page.view.cancel_gesture()


def test_a_circle_is_refused_in_words_and_leaves_nothing(page: NetworkPage) -> None:
    before = page.session.graph.copy()
    target = add(page, "Add", 300, 100)
    page.session.undo_stack.undo()
    press(page, output(page, "relu_1"))
    move(page, middle(page, "conv2d_1"))
    judgement = gesture(page).judgement
    assert judgement is not None
    assert judgement.tone == "bad"
    assert "circle" in judgement.text
    assert page.scene.nodes["conv2d_1"].hot_tone == "bad"
    release(page, middle(page, "conv2d_1"))
    assert page.session.graph.is_equal(before)
    assert page.session.undo_stack.count() == page.session.undo_stack.index() + 1
    assert page.messages[-1][0] == "warning"
    assert target not in page.session.graph.nodes


def test_a_shape_that_does_not_fit_warns_but_may_be_wired_so_that_it_can_be_mended(page: NetworkPage) -> None:
    dense = add(page, "Linear", 300, 300)
    press(page, output(page, "relu_1"))
    move(page, entry(page, dense))
    judgement = gesture(page).judgement
    assert judgement is not None
    assert judgement.tone == "warning"
    assert judgement.text == ("linear_2 expects a vector and gets 8 × 30 × 30. "
                              "It can be mended: Insert Flatten.")
    release(page, entry(page, dense))
    assert Edge("relu_1", dense) in page.session.graph.edges


def test_dropping_on_an_occupied_input_replaces_the_wire_in_one_step(page: NetworkPage) -> None:
    steps = page.session.undo_stack.count()
    drag(page, output(page, "conv2d_1"), entry(page, "flatten_1") + QPoint(6, -6))
    graph = page.session.graph
    assert graph.predecessors("flatten_1") == ["conv2d_1"]
    assert page.session.undo_stack.count() == steps + 1
    page.session.undo_stack.undo()
    assert graph.predecessors("flatten_1") == ["relu_1"]


def test_a_wires_end_can_be_led_to_another_layer(page: NetworkPage) -> None:
    pool = add(page, "MaxPool2d", 300, 300)
    drag(page, entry(page, "flatten_1"), entry(page, pool))
    graph = page.session.graph
    assert graph.predecessors(pool) == ["relu_1"]
    assert graph.predecessors("flatten_1") == []
    assert page.session.undo_stack.undoText() == "Rewire"
    page.session.undo_stack.undo()
    assert graph.predecessors("flatten_1") == ["relu_1"]


def test_a_wires_end_let_go_in_the_open_is_disconnected(page: NetworkPage) -> None:
    drag(page, entry(page, "flatten_1"), at(page, QPointF(500, 400)))
    assert page.session.graph.predecessors("flatten_1") == []
    assert page.session.undo_stack.undoText() == "Disconnect"


def test_a_wires_end_let_go_where_it_was_changes_nothing(page: NetworkPage) -> None:
    drag(page, entry(page, "flatten_1"), entry(page, "flatten_1") + QPoint(5, 0))
    assert page.session.undo_stack.count() == 0
    assert page.scene.edges[Edge("relu_1", "flatten_1")].isVisible()


def test_a_click_on_an_occupied_input_changes_nothing(page: NetworkPage) -> None:
    press(page, entry(page, "flatten_1"))
    release(page, entry(page, "flatten_1"))
    assert page.session.undo_stack.count() == 0
    assert page.scene.edges[Edge("relu_1", "flatten_1")].isVisible()


def test_escape_brings_a_picked_up_wire_back(page: NetworkPage) -> None:
    items = len(page.scene.items())
    press(page, entry(page, "flatten_1"))
    move(page, at(page, QPointF(500, 400)))
    assert not page.scene.edges[Edge("relu_1", "flatten_1")].isVisible()
    key(page, Qt.Key.Key_Escape)
    assert page.view.gesture is None
    assert page.scene.edges[Edge("relu_1", "flatten_1")].isVisible()
    assert len(page.scene.items()) == items
    assert page.session.undo_stack.count() == 0


def test_a_merge_offers_a_free_input_for_every_wire(page: NetworkPage) -> None:
    merge = add(page, "Add", 300, 400)
    assert page.scene.nodes[merge].face.inputs == 2
    for source in ("conv2d_1", "relu_1"):
        drag(page, output(page, source), middle(page, merge))
    assert page.session.graph.predecessors(merge) == ["conv2d_1", "relu_1"]
    assert page.scene.nodes[merge].face.inputs == 3
    assert page.session.analysis.shapes[merge] == (8, 30, 30)


def test_a_graph_changed_under_the_hands_cancels_the_gesture(page: NetworkPage) -> None:
    press(page, entry(page, "flatten_1"))
    move(page, at(page, QPointF(500, 400)))
    page.session.push(Disconnect(Edge("relu_1", "flatten_1")))
    assert page.view.gesture is None
    release(page, at(page, QPointF(500, 400)))
    assert page.session.undo_stack.count() == 1


def test_a_layer_after_the_wire_that_would_no_longer_fit_is_told(page: NetworkPage) -> None:
    page.session.graph.set_parameter("linear_1", "in_features", 7200)
    pool = add(page, "MaxPool2d", 300, 300)
    page.session.graph.connect(Edge("relu_1", pool))
    press(page, output(page, pool))
    move(page, middle(page, "flatten_1"))
    judgement = gesture(page).judgement
    assert judgement is not None
    assert judgement.tone == "warning"
    assert judgement.text.startswith("flatten_1 would give 1,800 values, but linear_1 expects 7,200 values")
    page.view.cancel_gesture()


def test_a_layer_that_takes_no_input_refuses_in_words(page: NetworkPage) -> None:
    page.session.graph.add_node(page.session.graph.new_node("Input", 300, 300))
    press(page, output(page, "relu_1"))
    move(page, middle(page, "input_2"))
    judgement = gesture(page).judgement
    assert judgement is not None
    assert (judgement.tone, judgement.text) == ("bad", "input_2 takes no input: it is the network's start.")
    release(page, middle(page, "input_2"))
    assert page.session.undo_stack.count() == 0


def along(page: NetworkPage, edge: Edge, share: float) -> QPoint:
    """Where a wire is at a share of its length."""
    return at(page, page.scene.edges[edge].path().pointAtPercent(share))


def test_the_end_of_a_wire_is_taken_by_the_wire_itself(page: NetworkPage) -> None:
    pool = add(page, "MaxPool2d", 300, 300)
    drag(page, along(page, Edge("relu_1", "flatten_1"), 0.75), entry(page, pool))
    graph = page.session.graph
    assert (graph.predecessors(pool), graph.predecessors("flatten_1")) == (["relu_1"], [])
    assert page.session.undo_stack.undoText() == "Rewire"
    assert page.session.undo_stack.count() == 2
    page.session.undo_stack.undo()
    assert graph.predecessors("flatten_1") == ["relu_1"]


def test_the_start_of_a_wire_can_be_led_to_another_output(page: NetworkPage) -> None:
    wire = Edge("relu_1", "flatten_1")
    before = page.session.graph.copy()
    press(page, along(page, wire, 0.2))
    assert page.session.selected_edge == wire
    move(page, output(page, "conv2d_1") + QPoint(4, -4))
    assert not page.scene.edges[wire].isVisible()
    judgement = gesture(page).judgement
    assert judgement is not None
    assert (judgement.tone, judgement.text) == ("good", "flatten_1 would give 7,200 values")
    assert page.scene.nodes["conv2d_1"].hot_port == (Side.OUTPUT, 0)
    release(page, output(page, "conv2d_1") + QPoint(4, -4))
    assert page.session.graph.predecessors("flatten_1") == ["conv2d_1"]
    assert page.session.undo_stack.undoText() == "Rewire"
    assert page.session.undo_stack.count() == 1
    page.session.undo_stack.undo()
    assert page.session.graph.is_equal(before)


def test_the_start_of_a_wire_led_into_a_circle_is_refused_and_the_wire_stays(page: NetworkPage) -> None:
    wire = Edge("conv2d_1", "relu_1")
    press(page, along(page, wire, 0.2))
    move(page, output(page, "flatten_1"))
    judgement = gesture(page).judgement
    assert judgement is not None
    assert judgement.tone == "bad"
    assert "circle" in judgement.text
    release(page, output(page, "flatten_1"))
    assert wire in page.session.graph.edges
    assert page.scene.edges[wire].isVisible()
    assert page.session.undo_stack.count() == 0


def test_a_wire_led_into_the_open_says_that_it_will_be_removed(page: NetworkPage) -> None:
    wire = Edge("relu_1", "flatten_1")
    press(page, along(page, wire, 0.2))
    move(page, at(page, QPointF(500, 400)))
    assert tip(page).text == "Let go here to remove the wire"
    release(page, at(page, QPointF(500, 400)))
    assert wire not in page.session.graph.edges
    assert page.session.undo_stack.count() == 1
    page.session.undo_stack.undo()
    assert wire in page.session.graph.edges


def test_a_press_on_a_wire_that_does_not_move_only_selects_it(page: NetworkPage) -> None:
    wire = Edge("relu_1", "flatten_1")
    drag(page, along(page, wire, 0.5), along(page, wire, 0.5) + QPoint(3, 2))
    assert page.session.selected_edge == wire
    assert page.scene.edges[wire].isVisible()
    assert page.session.undo_stack.count() == 0
