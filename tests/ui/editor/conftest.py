"""A Network page on its own, with a workspace whose network is small and known."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.theme import theme
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace

CHAIN = (
    ("Input", {"channels": 1, "height": 32, "width": 32}),
    ("Conv2d", {"out_channels": 8}),
    ("ReLU", {}),
    ("Flatten", {}),
    ("Linear", {"out_features": 10}),
    ("Output", {"classes": 10}),
)


def make_chain() -> NetworkGraph:
    """Input 1×32×32, convolution 8 × 3×3, ReLU, flatten, dense 10, output; rows 144 px apart."""
    graph, last = NetworkGraph(), ""
    for row, (kind, parameters) in enumerate(CHAIN):
        node = graph.new_node(kind, 0, 144 * row, **parameters)
        graph.add_node(node)
        if last:
            graph.connect(Edge(last, node.id))
        last = node.id
    return graph


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> QApplication:
    """Dress the application."""
    theme().install(qapp)
    gc.freeze()    # what is loaded by now stays; looking through it after every test would take longer than the test
    return qapp


@pytest.fixture
def page(qtbot: QtBot, themed: QApplication) -> Iterator[NetworkPage]:
    """Show a page of 1280 x 1000 pixels with the chain on its canvas at 100 %."""
    theme().set_scheme("light")
    workspace, jobs = Workspace(), JobRunner()
    workspace.replace_graph(make_chain(), "chain")
    page = NetworkPage(workspace, jobs, QUndoStack(jobs))
    page.jobs, page.messages = jobs, []   # kept for the tests
    page.message_requested.connect(lambda text, severity: page.messages.append((severity, text)))
    page.resize(1280, 1000)
    page.show()
    qtbot.waitExposed(page)
    page.view.set_zoom(1.0)
    page.view.centerOn(104, 300)
    yield page
    jobs.close()
    assert jobs.stop_all(10_000)
    page.close()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)   # no event loop runs here that would do it
    workspace.graph.add_node(workspace.graph.new_node("ReLU"))   # the graph outlives its page and tells nobody
