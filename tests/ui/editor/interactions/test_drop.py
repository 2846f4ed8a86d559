"""Dropping layer kinds from the palette."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.mime import KIND_FORMAT
from cnnstudio.ui.editor.overlay_items import TipItem
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import LEFT, NO_KEYS, at, drag_in, drop_at, enter_with, hover_with, key, leave


def between(page: NetworkPage, source: str, target: str) -> QPoint:
    return at(page, page.scene.edges[Edge(source, target)].path().pointAtPercent(0.5))


def test_a_kind_dropped_on_the_canvas_is_added_where_it_is_dropped(page: NetworkPage) -> None:
    point = at(page, QPointF(400, 300))
    assert drag_in(page, "MaxPool2d", point)
    node = page.session.graph.nodes["maxpool2d_1"]
    assert (node.x, node.y) == (296.0, 264.0)     # the middle of 208 x 72 on the 8 px grid
    assert page.session.selected == ("maxpool2d_1",)
    assert page.session.undo_stack.undoText() == "Add Max pooling"
    page.session.undo_stack.undo()
    assert "maxpool2d_1" not in page.session.graph.nodes
    assert "maxpool2d_1" not in page.scene.nodes


def test_a_kind_dropped_on_a_wire_goes_between_and_the_rest_moves_down(page: NetworkPage) -> None:
    point = between(page, "relu_1", "flatten_1")
    assert enter_with(page, "MaxPool2d", point)
    assert hover_with(page, point)
    wire = page.scene.edges[Edge("relu_1", "flatten_1")]
    assert wire.is_drop_target
    assert drop_at(page, point)
    graph = page.session.graph
    assert graph.predecessors("maxpool2d_1") == ["relu_1"]
    assert graph.predecessors("flatten_1") == ["maxpool2d_1"]
    assert (graph.nodes["maxpool2d_1"].y, graph.nodes["flatten_1"].y) == (144 * 3, 144 * 4)
    assert page.session.undo_stack.count() == 1
    page.session.undo_stack.undo()
    assert Edge("relu_1", "flatten_1") in graph.edges
    assert graph.nodes["flatten_1"].y == 144 * 3


def test_leaving_the_canvas_takes_outline_and_light_away(page: NetworkPage) -> None:
    items = len(page.scene.items())
    point = between(page, "relu_1", "flatten_1")
    enter_with(page, "MaxPool2d", point)
    assert len(page.scene.items()) > items
    leave(page)
    assert len(page.scene.items()) == items
    assert not page.scene.edges[Edge("relu_1", "flatten_1")].is_drop_target
    assert not drop_at(page, point)


def test_escape_cancels_a_drop(page: NetworkPage) -> None:
    point = at(page, QPointF(400, 300))
    enter_with(page, "MaxPool2d", point)
    key(page, Qt.Key.Key_Escape)
    assert not drop_at(page, point)
    assert page.session.undo_stack.count() == 0


def test_foreign_data_is_refused(page: NetworkPage) -> None:
    for format_name, data in (("text/plain", b"Conv2d"), (KIND_FORMAT, b"NoSuchLayer"), (KIND_FORMAT, b"\xff\xfe")):
        mime = QMimeData()
        mime.setData(format_name, data)
        event = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, mime, LEFT, NO_KEYS)
        QApplication.sendEvent(page.view.viewport(), event)
        assert not event.isAccepted()


def test_a_kind_dropped_below_a_free_output_is_connected(page: NetworkPage) -> None:
    graph = page.session.graph
    page.session.select(["output_1"])
    page.commands.remove()
    below = at(page, QPointF(104, 144 * 5 + 20))
    assert drag_in(page, "ReLU", below)
    assert graph.predecessors("relu_2") == ["linear_1"]


def test_an_input_is_never_put_into_a_wire(page: NetworkPage) -> None:
    drag_in(page, "Input", between(page, "relu_1", "flatten_1"))
    assert Edge("relu_1", "flatten_1") in page.session.graph.edges
    assert page.session.graph.successors("input_2") == []


def tip(page: NetworkPage) -> tuple[str, str]:
    item = next(item for item in page.scene.items() if isinstance(item, TipItem))
    return item.tone, item.text


def test_the_tip_over_a_wire_tells_the_resulting_shape(page: NetworkPage) -> None:
    enter_with(page, "MaxPool2d", at(page, QPointF(500, 300)))
    assert tip(page) == ("quiet", "")
    hover_with(page, between(page, "relu_1", "flatten_1"))
    assert tip(page) == ("good", "maxpool2d_1 would give 8 × 15 × 15")
    leave(page)


def test_the_tip_over_a_wire_tells_what_would_not_fit_and_how_it_is_mended(page: NetworkPage) -> None:
    enter_with(page, "Linear", between(page, "relu_1", "flatten_1"))
    assert tip(page) == ("warning", "linear_2 expects a vector and gets 8 × 30 × 30. It can be mended: Insert Flatten.")
    leave(page)
    page.session.graph.set_parameter("linear_1", "in_features", 7200)
    enter_with(page, "MaxPool2d", between(page, "relu_1", "flatten_1"))
    tone, text = tip(page)
    assert tone == "warning"
    assert text.startswith("maxpool2d_1 would give 8 × 15 × 15, but linear_1 expects 7,200 values and gets 1,800.")
    assert drop_at(page, between(page, "relu_1", "flatten_1"))     # it may be dropped, and mended then
    assert page.session.graph.predecessors("maxpool2d_1") == ["relu_1"]


def test_the_tip_below_a_free_output_tells_the_resulting_shape(page: NetworkPage) -> None:
    page.session.select(["output_1"])
    page.commands.remove()
    enter_with(page, "Softmax", at(page, QPointF(104, 144 * 5 + 20)))
    assert tip(page) == ("good", "softmax_1 would give 10 values")
    leave(page)
