"""Tests of the drawing of a network: every layer and every connection, on lines that fit, in page and PDF."""

import itertools
import re
import shutil
import subprocess
from collections import Counter

import pytest

from cnnstudio.export import network_drawing as drawing
from cnnstudio.export.network_drawing import BOX_HEIGHT, BOX_WIDTH, MARGIN, fitted, line_width
from cnnstudio.export.report import ReportData, build_report
from cnnstudio.export.report_pdf import build_pdf
from cnnstudio.network.annotations import Block
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.layer_table import rows
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.network.shapes import analyse

A4_HEIGHT_PT = 841.89 - 2 * 48 - 12


def dense_graph(layers: int) -> NetworkGraph:
    """Return a network without blocks in which each convolution is given the sum of all before it."""
    graph = NetworkGraph()

    def add(kind: str, *sources: str, **parameters: object) -> str:
        node = graph.new_node(kind, **parameters)
        graph.add_node(node)
        for port, source in enumerate(sources):
            graph.connect(Edge(source, node.id, port))
        return node.id

    ids = [add("Input", channels=3, height=16, width=16)]
    for _ in range(layers):
        before = ids[-1] if len(ids) < 2 else add("Concatenate", *ids[-8:])
        ids.append(add("Conv2d", before, out_channels=3, padding=1))
    add("Output", add("Linear", add("Flatten", ids[-1]), out_features=2))
    return graph


def heads(strips):
    return sum(wire.has_head for strip in strips for wire in strip.wires)


@pytest.mark.parametrize("name", [one.name for one in PRESETS])
@pytest.mark.parametrize("columns", [4, 6])
def test_boxes_lie_apart_within_the_line_and_wires_beside_one_another(name, columns):
    for strip in drawing.network_drawing(preset(name), columns):
        assert strip.width == line_width(columns)
        for one, other in itertools.pairwise(strip.boxes):
            assert other.x >= one.x + BOX_WIDTH
        for box in strip.boxes:
            assert MARGIN <= box.x <= strip.width - MARGIN - BOX_WIDTH + 1e-9
            assert box.y + BOX_HEIGHT <= strip.height
        level = [(wire.points[k], wire.points[k + 1]) for wire in strip.wires for k in range(len(wire.points) - 1)
                 if wire.points[k][1] == wire.points[k + 1][1]]
        for (a, b), (c, d) in itertools.combinations(level, 2):
            assert a[1] != c[1] or b[0] <= c[0] or d[0] <= a[0], "two wires on one another"
        assert all(0 <= x <= strip.width and 0 <= y <= strip.height for wire in strip.wires for x, y in wire.points)


@pytest.mark.parametrize("name", ["small", "lenet5", "dense"])
def test_a_network_without_blocks_shows_each_layer_its_shape_and_each_connection_once(name):
    graph = preset(name)
    strips = drawing.network_drawing(graph, 4)
    shapes = analyse(graph).shapes
    boxes = [box for strip in strips for box in strip.boxes]
    assert [box.whole_title for box in boxes] == [graph.nodes[one].name for one in graph.topological_order()]
    assert {box.whole_title: box.shape for box in boxes} == {
        node.name: " × ".join(map(str, shapes[node.id])) for node in graph.nodes.values()}
    assert heads(strips) == len(graph.edges)


def test_a_flat_network_of_many_skips_keeps_every_connection_and_fits_a_page():
    graph = dense_graph(60)
    assert len(graph.nodes) > 60
    strips = drawing.network_drawing(graph, 4)
    assert heads(strips) == len(graph.edges)
    boxes = [box.whole_title for strip in strips for box in strip.boxes]
    assert Counter(boxes) == Counter(node.name for node in graph.nodes.values())
    scale = (595.27 - 108) / strips[0].width
    assert max(strip.height for strip in strips) * scale < A4_HEIGHT_PT
    assert build_pdf(ReportData("dense", "", "", network=rows(graph), graph=graph)).startswith(b"%PDF-")


def test_blocks_are_one_box_and_shown_from_inside_once_for_all_alike():
    graph = preset("resnet34")
    strips = drawing.network_drawing(graph, 5)
    first_inside = next(number for number, strip in enumerate(strips) if strip.heading)
    outer = [box for strip in strips[:first_inside] for box in strip.boxes]
    inside = [strip.heading for strip in strips if strip.heading]
    blocks = graph.blocks.values()
    assert [box.whole_title for box in outer if box.family == drawing.BLOCK] == [
        f"{kind} block, {width}" for kind, width in (
            ("Residual", 64), ("Projection", 128), ("Residual", 128), ("Projection", 256), ("Residual", 256),
            ("Projection", 512), ("Residual", 512))]
    covered = set().union(*(block.members for block in blocks))
    assert len(outer) == len(blocks) + len(graph.nodes) - len(covered)
    assert len(inside) == 2
    assert inside[0].startswith("Inside Residual block, 64 · Residual block, 128 · ")
    residual = graph.find_block(next(block.id for block in blocks if block.name == "Residual block, 64"))
    shown = [box.whole_title for strip in itertools.takewhile(
        lambda strip: strip.heading != inside[1], strips[first_inside:]) for box in strip.boxes]
    assert shown == ["what comes in", *(graph.nodes[one].name for one in graph.topological_order()
                                        if one in residual.members)]
    times = {box.whole_title: box.detail for box in outer if box.family == drawing.BLOCK}
    assert times["Residual block, 64"] == "7 layers, 3 times"
    assert times["Projection block, 128"] == "9 layers"


def test_a_block_in_a_block_is_a_box_inside_it():
    graph = preset("small")
    order = graph.topological_order()
    graph.add_block(Block("inner", "Inner", frozenset(order[2:4])))
    graph.add_block(Block("outer", "Outer", frozenset(order[1:6])))
    strips = drawing.network_drawing(graph, 8)
    titles = {strip.heading: [box.whole_title for box in strip.boxes] for strip in strips if strip.heading}
    names = [graph.nodes[one].name for one in order]
    assert titles["Inside Outer"] == ["what comes in", names[1], "Inner", *names[4:6]]
    assert titles["Inside Inner"] == ["what comes in", *names[2:4]]


def test_texts_are_cut_so_that_they_fit_and_keep_their_end():
    assert fitted("conv2d_1", 11, 128) == "conv2d_1"
    cut = fitted("A residual block with a long name, 128", 11, 128, end=4)
    assert cut.startswith("A residual")
    assert cut.endswith("… 128")
    assert len(fitted("w" * 50, 11, 128)) < len(fitted("i" * 50, 11, 128)) < 50


def test_page_and_pdf_draw_the_same_and_escape_names():
    graph = preset("small")
    node = graph.nodes[graph.topological_order()[1]]
    graph.rename(node.id, "<b>first</b>")
    data = ReportData("small", "", "", network=rows(graph), graph=graph)
    page = build_report(data)
    assert page.count('<svg class="network"') == len(drawing.network_drawing(graph, 6))
    assert "&lt;b&gt;first&lt;/b&gt;</text>" in page
    assert "<b>first" not in page
    assert page.count('class="head"') == len(graph.edges)
    for family in {box.family for strip in drawing.network_drawing(graph, 6) for box in strip.boxes}:
        assert f".f-{family} rect" in page
    assert '<svg class="network"' not in build_report(ReportData("none", "", ""))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="reads the PDF with pdftotext")
def test_no_word_of_a_wide_table_is_broken(tmp_path):
    from cnnstudio.export.report import ReportTable

    headers = ("Run", "Network", "Settings", "Epochs", "Accuracy", "95 % interval", "Notes")
    row = ("→ a run of Tuesday", "resnet18", "adam, learning rate 0.001, batch 32, weight decay 0, 64 × 64 px, seed 0",
           "100", "100.0 %", "93.1 % – 98.8 %", "final, the one for handing in, with a long remark about all of it")
    table = ReportTable("All tried combinations", "", headers, (row,) * 3)
    (tmp_path / "r.pdf").write_bytes(build_pdf(ReportData("r", "", "", parts=(table,))))
    text = subprocess.run(["pdftotext", "-layout", str(tmp_path / "r.pdf"), "-"], capture_output=True, text=True,
                          check=True).stdout
    words = set(re.findall(r"\S+", text))
    assert {"Accuracy", "Epochs", "Network", "Settings", "resnet18", "interval", "handing", "remark"} <= words
