"""Dropping layer kinds from the palette."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication

from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.mime import KIND_FORMAT
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
