"""The parts that need no page: routing, places of ports, building, navigation, judging a wire, numbers as text."""

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF

from cnnstudio.network.edits import Connect
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.ui.editor import building
from cnnstudio.ui.editor.formats import count, percent, shape_text, short, size_text
from cnnstudio.ui.editor.inputs_editor import possible_sources
from cnnstudio.ui.editor.navigation import step
from cnnstudio.ui.editor.node_item import NODE_WIDTH
from cnnstudio.ui.editor.port_places import port_offsets
from cnnstudio.ui.editor.routing import Ends, curve, lanes
from cnnstudio.ui.editor.wiring import judge
from tests.ui.editor.conftest import make_chain

BOX = QRectF(0, 100, 208, 72)


def test_a_free_way_has_no_lane() -> None:
    assert lanes({"a": Ends(QPointF(104, 72), QPointF(104, 99))}, [BOX]) == {}


def test_a_blocked_wire_gets_the_nearest_lane_beside_the_box() -> None:
    found = lanes({"a": Ends(QPointF(110, 50), QPointF(110, 300))}, [BOX])
    assert found == {"a": 208 + 18}
    assert not [1 for part in range(1, 50) if BOX.contains(curve(
        Ends(QPointF(110, 50), QPointF(110, 300)), found["a"]).pointAtPercent(part / 50))]


def test_two_wires_past_the_same_box_take_two_lanes_the_shorter_inside() -> None:
    wires = {"long": Ends(QPointF(110, 10), QPointF(110, 400)), "short": Ends(QPointF(110, 50), QPointF(110, 300))}
    found = lanes(wires, [BOX])
    assert found["short"] == 226
    assert abs(found["long"] - found["short"]) >= 12


def test_ports_stand_below_their_sources_with_room_between() -> None:
    assert port_offsets(1, {}) == (104.0,)
    assert port_offsets(0, {}) == ()
    first, second, free = port_offsets(3, {0: 360.0, 1: 104.0})
    assert (first, second) == (186.0, 104.0)
    assert free == 68.0
    many = port_offsets(8, dict.fromkeys(range(7), 104.0))
    assert len({round(place) for place in many}) == 8
    assert all(10 <= place <= NODE_WIDTH - 10 for place in many)
    ordered = sorted(many)
    assert min(b - a for a, b in itertools.pairwise(ordered)) > 20


def test_arrows_and_order() -> None:
    graph = make_chain()
    assert step(graph, None, "next") == "input_1"
    assert step(graph, None, "previous") == "output_1"
    assert step(graph, "output_1", "next") is None
    assert step(graph, "relu_1", "left") is None
    graph.add_node(graph.new_node("ReLU", 300, 288))
    assert step(graph, "relu_1", "right") == "relu_2"
    assert step(graph, "relu_2", "left") == "relu_1"
    assert step(NetworkGraph(), None, "down") is None


def test_possible_sources_never_close_a_circle() -> None:
    graph = make_chain()
    offered = [Edge(source, node_id) for node_id in graph.nodes for source in possible_sources(graph, node_id)
               if node_id != "input_1" and source not in graph.predecessors(node_id)]
    assert offered
    for edge in offered:
        changed = graph.copy()
        Connect(edge).apply(changed)
        assert edge in changed.edges


@pytest.mark.parametrize("selected", [(), ("relu_1",), ("output_1",), ("input_1", "linear_1")])
@pytest.mark.parametrize("kind", ["ReLU", "Add", "Input", "Output"])
def test_adding_by_keyboard_always_works_and_covers_nothing(kind: str, selected: tuple[str, ...]) -> None:
    for graph in (make_chain(), NetworkGraph()):
        built = building.add_by_keyboard(graph, kind, [name for name in selected if name in graph.nodes])
        before = graph.copy()
        built.edit.apply(graph)
        boxes = [QRectF(node.x, node.y, NODE_WIDTH, 96) for node in graph.nodes.values()]
        assert not [1 for i, one in enumerate(boxes) for other in boxes[i + 1:] if one.intersects(other)]
        assert graph.nodes[built.ids[0]].kind == kind
        built.edit.revert(graph)
        assert graph.is_equal(before)


def test_a_wire_is_judged_by_shape_and_reason() -> None:
    graph = make_chain()
    graph.add_node(graph.new_node("MaxPool2d"))
    good = judge(graph, Edge("relu_1", "maxpool2d_1"))
    assert (good.tone, good.text) == ("good", "maxpool2d_1 would give 8 × 15 × 15")
    replacing = judge(graph, Edge("conv2d_1", "flatten_1"))
    assert (replacing.tone, replacing.text) == ("good", "flatten_1 would give 7,200 values (replaces the present wire)")
    refused = judge(graph, Edge("relu_1", "conv2d_1"))
    assert refused.tone == "bad"
    assert refused.edit is None
    unfit = judge(graph, Edge("conv2d_1", "linear_1"))
    assert unfit.tone == "warning"
    assert unfit.is_allowed
    back = judge(graph, Edge("relu_1", "flatten_1"), picked_up=Edge("relu_1", "flatten_1"))
    assert (back.tone, back.edit) == ("good", None)


def test_numbers_as_text() -> None:
    assert count(1234567) == "1,234,567"
    assert [short(number) for number in (0, 999, 1000, 61706, 138357544, 1.82e9)] == [
        "0", "999", "1.00 k", "61.7 k", "138 M", "1.82 G"]
    assert shape_text((32, 30, 30)) == "32 × 30 × 30"
    assert shape_text((1024,)) == "1,024 values"
    assert shape_text(None) == "–"
    assert [size_text(size) for size in (0, 12, 395_880)] == ["0 B", "12 B", "396 kB"]
    assert percent(0.1234) == "12.3 %"
