"""What the layout gives once wires are routed: no wire crosses another and none runs behind a layer."""

import itertools
import time

import pytest
from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QApplication

from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.layout import layout
from cnnstudio.network.presets import preset
from cnnstudio.ui.editor.page import NetworkPage
from tests.helpers.networks import add, chain, u_net

_STEPS = 40


def deep_u_net(levels: int = 4) -> NetworkGraph:
    """Build encoder and decoder with two convolutions a level, transposed convolutions up, and skips by Concatenate."""
    graph = chain(input_shape=(3, 64, 64))
    last, skips = "input_1", []
    for level in range(levels):
        last = double_convolution(graph, last, 8 * 2**level)
        skips.append(last)
        last = add(graph, "MaxPool2d", [last])
    last = double_convolution(graph, last, 8 * 2**levels)
    for level in reversed(range(levels)):
        up = add(graph, "ConvTranspose2d", [last], out_channels=8 * 2**level, kernel_size=2, stride=2)
        last = double_convolution(graph, add(graph, "Concatenate", [skips[level], up]), 8 * 2**level)
    add(graph, "Conv2d", [last], out_channels=2, kernel_size=1)
    return graph


def double_convolution(graph: NetworkGraph, last: str, channels: int) -> str:
    for _ in range(2):
        last = add(graph, "Conv2d", [last], out_channels=channels, same=True)
        last = add(graph, "ReLU", [last])
    return last


def flat(name: str) -> NetworkGraph:
    """Give a known network with every block open and gone."""
    graph = preset(name)
    for block_id in list(graph.blocks):
        graph.remove_block(block_id)
    return graph


NETWORKS = {
    "vgg16": lambda: flat("vgg16"), "resnet18": lambda: flat("resnet18"), "u_net": u_net, "deep_u_net": deep_u_net}


def drawn(page: NetworkPage, graph: NetworkGraph) -> dict[Edge, list[QPointF]]:
    """Lay a network out, show it, and give the points of every wire."""
    for node_id, (x, y) in layout(graph).items():
        graph.move(node_id, x, y)
    page.workspace.replace_graph(graph, "drawn")
    QApplication.processEvents()
    page.scene.route()
    return {edge: [wire.path().pointAtPercent(step / _STEPS) for step in range(_STEPS + 1)]
            for edge, wire in page.scene.edges.items()}


def crossings(wires: dict[Edge, list[QPointF]]) -> list[tuple[Edge, Edge]]:
    """List the pairs of wires that cross; wires out of one layer may leave its port together."""
    lines = {edge: [QLineF(a, b) for a, b in itertools.pairwise(points)] for edge, points in wires.items()}
    areas = {edge: QPolygonF(points).boundingRect().adjusted(-1, -1, 1, 1) for edge, points in wires.items()}
    found = []
    for one, other in itertools.combinations(lines, 2):
        if one.source == other.source or not areas[one].intersects(areas[other]):
            continue
        kind = QLineF.IntersectionType.BoundedIntersection
        if any(a.intersects(b)[0] == kind for a in lines[one] for b in lines[other]):
            found.append((one, other))
    return found


def behind(page: NetworkPage, wires: dict[Edge, list[QPointF]]) -> list[tuple[Edge, str]]:
    """List the wires that run through the box of a layer they do not belong to."""
    boxes = {node_id: item.scene_box() for node_id, item in page.scene.nodes.items()}
    return [(edge, node_id) for edge, points in wires.items() for node_id, box in boxes.items()
            if node_id not in (edge.source, edge.target) and any(box.contains(point) for point in points)]


@pytest.mark.parametrize("name", NETWORKS)
def test_no_wire_crosses_another_or_runs_behind_a_layer(page: NetworkPage, name: str) -> None:
    wires = drawn(page, NETWORKS[name]())
    assert len(wires) > 15
    assert crossings(wires) == []
    assert behind(page, wires) == []


def test_the_count_finds_crossings_and_hidden_wires_where_there_are_some(page: NetworkPage) -> None:
    """The control: two skips that must cross, and a layer dragged onto a wire."""
    graph = chain("Conv2d", "ReLU", "Conv2d", "ReLU", input_shape=(1, 16, 16))
    a = add(graph, "Add", ["relu_1", "relu_2"])
    b = add(graph, "Add", ["conv2d_1", "relu_2"])
    wires = drawn(page, graph)
    for node_id, (x, y) in {a: (0, 800), b: (600, 800), "conv2d_1": (0, 400), "relu_1": (600, 400)}.items():
        graph.move(node_id, x, y)
    page.scene.route()
    wires = {edge: [item.path().pointAtPercent(step / _STEPS) for step in range(_STEPS + 1)]
             for edge, item in page.scene.edges.items()}
    assert (Edge("conv2d_1", b, 0), Edge("relu_1", a, 0)) in crossings(wires)
    wire = wires[Edge("relu_1", a, 0)]
    graph.move("input_1", wire[_STEPS // 2].x() - 100, wire[_STEPS // 2].y() - 36)
    assert (Edge("relu_1", a, 0), "input_1") in behind(page, wires)


def test_five_hundred_layers_are_laid_out_without_delay() -> None:
    """The GUI thread may not stand still: CPU seconds of a chain with a skip every fourth layer."""
    graph = chain(input_shape=(4, 32, 32))
    last, before = "input_1", "input_1"
    while len(graph.nodes) < 500:
        for _ in range(3):
            last = add(graph, "Conv2d", [last], out_channels=4, same=True)
        last = before = add(graph, "Add", [last, before])
    start = time.process_time()
    layout(graph)
    assert time.process_time() - start < 0.25
