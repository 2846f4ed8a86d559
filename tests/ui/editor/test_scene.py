"""The canvas mirrors the graph."""

import itertools
import time

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from cnnstudio.explain.node_pictures import draw_output
from cnnstudio.network.block_places import opened_to
from cnnstudio.network.edits import AddNode, Connect, MoveNodes, RemoveNodes, Rename, ReplaceGraph, SetParameter
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.ui.editor.node_item import NODE_HEIGHT, NODE_HEIGHT_WITH_PICTURE, Side
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.editor.picture_strip import PictureStrip
from cnnstudio.ui.theme import theme


def settle() -> None:
    QApplication.processEvents()


def assert_mirrored(page: NetworkPage) -> None:
    graph = page.session.graph
    assert set(page.scene.nodes) == set(graph.nodes)
    assert set(page.scene.edges) == set(graph.edges)
    for node in graph.nodes.values():
        assert page.scene.nodes[node.id].pos() == QPointF(node.x, node.y)


def test_every_edit_and_its_undo_is_mirrored(page: NetworkPage) -> None:
    graph = page.session.graph
    node = graph.new_node("MaxPool2d", 300, 300)
    for edit in (AddNode(node), Connect(Edge("relu_1", node.id)), MoveNodes({"relu_1": (50, 60)}),
                 RemoveNodes(("conv2d_1",)), ReplaceGraph(preset("lenet5"))):
        page.session.push(edit)
        assert_mirrored(page)
    while page.session.undo_stack.canUndo():
        page.session.undo_stack.undo()
        assert_mirrored(page)
    while page.session.undo_stack.canRedo():
        page.session.undo_stack.redo()
        assert_mirrored(page)


def test_another_graph_of_the_workspace_is_taken_over_and_listened_to(page: NetworkPage) -> None:
    old = page.session.graph
    page.session.push(Rename("relu_1", "rectify"))
    page.workspace.replace_graph(preset("tutorial"), "tutorial")
    assert_mirrored(page)
    assert page.session.undo_stack.count() == 0
    old.move("relu_1", 5, 5)     # the old graph is nobody's business any more
    page.session.push(MoveNodes({"conv2d_1": (7, 9)}))
    assert page.scene.nodes["conv2d_1"].pos() == QPointF(7, 9)


def test_a_node_shows_name_numbers_shape_and_weights(page: NetworkPage) -> None:
    face = page.scene.nodes["conv2d_1"].face
    assert (face.name, face.shape, face.weights) == ("conv2d_1", "8 × 30 × 30", "80 weights")
    assert "8 × 3×3" in face.summary
    assert page.scene.edges[Edge("conv2d_1", "relu_1")].label == "8 × 30 × 30"


def test_shapes_follow_a_changed_parameter(page: NetworkPage) -> None:
    page.session.push(SetParameter("conv2d_1", "kernel_size", (5, 5)))
    settle()
    assert page.scene.nodes["conv2d_1"].face.shape == "8 × 28 × 28"
    assert page.scene.nodes["flatten_1"].face.shape == "6,272 values"
    page.session.undo_stack.undo()
    settle()
    assert page.scene.nodes["flatten_1"].face.shape == "7,200 values"


def test_an_error_marks_the_node_with_the_message(page: NetworkPage) -> None:
    page.session.push(SetParameter("linear_1", "in_features", 1024))
    settle()
    face = page.scene.nodes["linear_1"].face
    assert face.severity == "error"
    assert face.shape == "–"
    assert "expects 1,024 values and gets 7,200" in page.scene.nodes["linear_1"].toolTip()


def test_many_changes_are_analysed_once(page: NetworkPage, monkeypatch: pytest.MonkeyPatch) -> None:
    settle()
    seen = []
    page.session.analysed.connect(lambda: seen.append(1))
    page.session.push(ReplaceGraph(preset("resnet18")))
    settle()
    assert len(seen) == 1


def test_the_selection_is_one_for_canvas_and_session(page: NetworkPage) -> None:
    page.session.select(["relu_1", "no such layer"])
    assert [node_id for node_id, item in page.scene.nodes.items() if item.isSelected()] == ["relu_1"]
    page.scene.clearSelection()
    assert page.session.selected == ()
    page.scene.nodes["linear_1"].setSelected(True)
    assert page.session.selected == ("linear_1",)
    page.session.push(RemoveNodes(("linear_1",)))
    assert page.session.selected == ()


def some_picture() -> PictureStrip:
    return PictureStrip(draw_output(np.ones((4, 8, 8), np.float32)))


def test_pictures_make_room_in_the_node_and_go_with_the_shape(page: NetworkPage) -> None:
    image = some_picture()
    page.set_thumbnails({"conv2d_1": image, "flatten_1": image, "gone": image})
    assert page.scene.nodes["conv2d_1"].height == NODE_HEIGHT_WITH_PICTURE
    assert page.scene.nodes["relu_1"].height == NODE_HEIGHT
    wire = page.scene.edges[Edge("conv2d_1", "relu_1")]
    assert wire.ends.start == QPointF(104, 144 + NODE_HEIGHT_WITH_PICTURE)
    page.session.push(SetParameter("conv2d_1", "kernel_size", (64, 64)))    # larger than the image
    settle()
    assert not page.scene.nodes["flatten_1"].has_picture
    page.set_thumbnails({})
    assert page.scene.nodes["conv2d_1"].height == NODE_HEIGHT


def test_no_preset_has_nodes_that_overlap_or_wires_that_run_through_them(page: NetworkPage) -> None:
    for info in PRESETS:
        page.session.push(ReplaceGraph(preset(info.name)))
        settle()
        check_tidy(page)


def check_tidy(page: NetworkPage) -> None:
    page.set_thumbnails(dict.fromkeys(page.scene.nodes, some_picture()))    # the tallest the nodes can be
    boxes = {node_id: item.scene_box() for node_id, item in page.scene.nodes.items()}
    ids = list(boxes)
    assert not [(a, b) for i, a in enumerate(ids) for b in ids[i + 1:] if boxes[a].intersects(boxes[b])]
    for edge, wire in page.scene.edges.items():
        points = [wire.path().pointAtPercent(step / 50) for step in range(2, 49)]
        crossed = [node_id for node_id, box in boxes.items() if node_id not in (edge.source, edge.target)
                   and any(box.contains(point) for point in points)]
        assert not crossed, (edge, crossed)


def test_ports_of_a_merge_stand_below_their_sources(page: NetworkPage) -> None:
    page.session.push(ReplaceGraph(preset("resnet18")))
    graph = page.session.graph
    merge = next(node for node in graph.nodes.values() if node.kind == "Add")
    page.session.push(opened_to(graph, merge.id))
    settle()
    ends = [page.scene.edges[edge].ends for edge in graph.in_edges(merge.id)]
    left, right = sorted(ends, key=lambda end: end.start.x())
    assert left.end.x() < right.end.x()
    assert left.end.x() == left.start.x()


def test_nodes_paint_in_both_schemes_and_from_far(page: NetworkPage) -> None:
    page.session.push(SetParameter("linear_1", "in_features", 1024))
    settle()
    shots = []
    for scheme in ("light", "dark"):
        theme().set_scheme(scheme)
        for zoom in (1.0, 0.2):
            page.view.set_zoom(zoom)
            shots.append(page.view.grab().toImage())
    assert all(one != other for i, one in enumerate(shots) for other in shots[i + 1:])


def chain_of(count: int) -> NetworkGraph:
    graph, last = NetworkGraph(), ""
    kinds = ["Input", *["Conv2d", "ReLU"] * ((count - 4) // 2), "Flatten", "Linear", "Output"]
    for number, kind in enumerate(kinds):
        parameters = {"same": True, "out_channels": 4} if kind == "Conv2d" else {}
        node = graph.new_node(kind, 256 * (number % 10), 144 * (number // 10), **parameters)
        graph.add_node(node)
        if last:
            graph.connect(Edge(last, node.id))
        last = node.id
    return graph


def test_a_hundred_layers_stay_light(page: NetworkPage) -> None:
    """CPU seconds, generous: a tenth of these is normal; a mistake of the order of the graph's size shows."""
    page.workspace.replace_graph(chain_of(100), "hundred")
    settle()
    assert len(page.scene.nodes) == 100
    page.view.fit()
    start = time.process_time()
    for _ in range(5):
        page.view.viewport().repaint()
    assert time.process_time() - start < 5 * 0.12
    start = time.process_time()
    for step in range(5):
        page.scene.place({"conv2d_20": QPointF(8.0 * step, 40)})
        settle()
    assert time.process_time() - start < 5 * 0.12
    start = time.process_time()
    for channels in range(5, 10):
        page.session.push(SetParameter("conv2d_1", "out_channels", channels))
        settle()
    assert time.process_time() - start < 5 * 0.3


def test_a_port_is_where_its_wire_ends(page: NetworkPage) -> None:
    wire = page.scene.edges[Edge("conv2d_1", "relu_1")]
    assert wire.ends.start == page.scene.nodes["conv2d_1"].port(Side.OUTPUT)
    assert wire.ends.end == page.scene.nodes["relu_1"].port(Side.INPUT)
    assert page.scene.nodes["input_1"].ports() == [(Side.OUTPUT, 0)]
    assert page.scene.nodes["output_1"].ports() == [(Side.INPUT, 0)]


def test_a_hostile_name_in_a_tool_tip_is_shown_as_it_is(page: NetworkPage) -> None:
    page.session.push(SetParameter("linear_1", "in_features", 1024))
    page.session.push(Rename("linear_1", "<img src=x><b>bold</b>"))
    settle()
    tip = page.scene.nodes["linear_1"].toolTip()
    assert "&lt;b&gt;bold" in tip
    assert "<b>" not in tip


def test_the_shape_on_a_wire_covers_no_layer_and_no_title(page: NetworkPage) -> None:
    page.commands.use_preset("resnet18", fitted=False)
    for block_id in list(page.session.graph.blocks)[:2]:
        page.blocks.toggle(block_id)
    settle()
    assert page.scene.content_box.isValid()    # wires are led anew by now
    boxes = [item.scene_box() for item in page.scene.nodes.values()]
    boxes += [frame.title_box() for frame in page.scene.frames.values()]
    shown = [item.label_box for item in page.scene.edges.values() if not item.label_box.isEmpty()]
    assert len(shown) >= 2
    assert not [label for label in shown if any(box.intersects(label) for box in boxes)]
    assert not [pair for pair in itertools.combinations(shown, 2) if pair[0].intersects(pair[1])]
