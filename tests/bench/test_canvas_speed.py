"""Measures what a frame of the canvas costs with 500 layers: panning, zooming, dragging a layer, and all of it new."""

import statistics
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.ui.editor.scene import NetworkScene
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.view import NetworkView
from cnnstudio.ui.theme import theme
from cnnstudio.workspace.workspace import Workspace

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

FRAMES = 25
COLUMNS, ROWS = 25, 20
ZOOMS = (0.1, 0.2, 0.34, 0.36, 0.5, 0.7, 1.0, 2.0)
LOOK_LIMIT_MS, DRAG_LIMIT_MS = 33.0, 16.6


def wide_network() -> NetworkGraph:
    """25 columns of 20 layers, each a chain, every fourth layer also feeding the merge of its right neighbour."""
    graph = NetworkGraph()
    ids: dict[tuple[int, int], str] = {}
    for column in range(COLUMNS):
        for row in range(ROWS):
            kind = "Input" if (column, row) == (0, 0) else "Add" if row % 4 == 3 else ("Conv2d", "ReLU")[row % 2]
            parameters = {"same": True} if kind == "Conv2d" else {}
            node = graph.new_node(kind, 256.0 * column, 144.0 * row, **parameters)
            graph.add_node(node)
            ids[column, row] = node.id
            if row:
                graph.connect(Edge(ids[column, row - 1], node.id, 0))
            if kind == "Add" and column:
                graph.connect(Edge(ids[column - 1, row - 1], node.id, 1))
    return graph


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[NetworkView]:
    theme().install(qapp)
    workspace, stack = Workspace(), QUndoStack(qapp)
    workspace.replace_graph(wide_network(), "wide")
    session = EditorSession(workspace, stack)
    scene = NetworkScene(session)
    view = NetworkView(scene)
    view.resize(1280, 800)
    view.show()
    qtbot.waitExposed(view)
    QApplication.processEvents()
    yield view
    view.close()
    view.deleteLater()


class Paints(QObject):
    """Counts the frames that were really painted."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def cpu_ms(view: NetworkView, step: Callable[[int], object], *, is_partial: bool = False) -> float:
    """Median processor time of a step and its frame: the whole view, or only what the step made stale."""
    times, paints = [], Paints(view)
    view.viewport().installEventFilter(paints)
    for number in range(FRAMES):
        start = time.process_time()
        step(number)
        QApplication.processEvents() if is_partial else view.viewport().repaint()
        times.append(1000 * (time.process_time() - start))
    view.viewport().removeEventFilter(paints)
    assert paints.count >= FRAMES
    return statistics.median(times)


def measure(view: NetworkView, zoom: float) -> dict[str, float]:
    view.set_zoom(zoom)
    view.centerOn(256.0 * 12, 144.0 * 10)
    view.viewport().repaint()
    bar = view.horizontalScrollBar()
    node = "conv2d_100"
    at = view.network_scene.nodes[node].pos()
    view.centerOn(at)
    found = {
        "whole": cpu_ms(view, lambda _n: view.viewport().update()),
        "pan": cpu_ms(view, lambda n: bar.setValue(bar.value() + (24 if n % 20 < 10 else -24))),
        "zoom": cpu_ms(view, lambda n: view.set_zoom(view.zoom * (1.02 if n % 2 else 1 / 1.02), QPoint(640, 400))),
        "drag": cpu_ms(view, lambda n: view.network_scene.place({node: at + QPointF(8 + 8 * (n % 9), 8 * (n % 7))}),
                       is_partial=True),
    }
    view.network_scene.place({node: at})
    return found


def test_frames_with_500_layers(view: NetworkView) -> None:
    scene = view.network_scene
    print(f"\n{len(scene.nodes)} layers, {len(scene.edges)} wires, 1280 x 800, CPU ms a frame")
    slow = []
    for zoom in ZOOMS:
        found = measure(view, zoom)
        print(f"{100 * zoom:4.0f} %   " + "   ".join(f"{name} {value:5.1f}" for name, value in found.items()))
        limits = {name: DRAG_LIMIT_MS if name == "drag" else LOOK_LIMIT_MS for name in found}
        slow += [(zoom, name, value) for name, value in found.items() if value > limits[name]]
    assert not slow
