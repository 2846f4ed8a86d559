"""A student's first afternoon in the window: open a sample, put in a layer, train, stop, see a heatmap.

The same story as on a real screen, but without one, so that it is told on every machine.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.network.graph import Edge
from cnnstudio.runs.store import list_runs
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.theme import theme
from tests.helpers.open_window import open_window

LEFT, NO_KEYS, COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, own_folders: Path) -> Iterator[MainWindow]:
    """Open the program's window, and close it when every job has ended."""
    theme().install(qapp)
    with open_window(qtbot, own_folders / "runs") as result:
        yield result


def visible(window: MainWindow, name: str) -> QWidget:
    return next(widget for widget in window.findChildren(QWidget, name) if widget.isVisible())


def drop_into_wire(page: NetworkPage, kind: str, edge: Edge) -> None:
    """Drag a kind out of the palette, by its own data, onto the middle of a wire."""
    wire = page.scene.edges[edge]
    page.view.centerOn(wire)
    point = page.view.mapFromScene(wire.mapToScene(wire.path().pointAtPercent(0.5)))
    index = page.palette_panel.index_of(kind)
    dragged = page.palette_panel.view.model().mimeData([index])
    for event in (QDragEnterEvent(point, COPY, dragged, LEFT, NO_KEYS),
                  QDragMoveEvent(point, COPY, dragged, LEFT, NO_KEYS),
                  QDropEvent(QPointF(point), COPY, dragged, LEFT, NO_KEYS)):
        QApplication.sendEvent(page.view.viewport(), event)
        assert event.isAccepted()


def test_a_first_training(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace

    # Opens the sample; a network that fits is there.
    qtbot.mouseClick(visible(window, "sample_digits"), LEFT)
    qtbot.waitUntil(lambda: workspace.folder is not None, timeout=60_000)
    qtbot.waitUntil(lambda: window.pages.current_name == "network")
    assert workspace.preprocess.shape == (1, 28, 28)

    # Puts a layer in; shapes follow; one undo step.
    page, graph = window.page("network"), workspace.graph
    last = graph.predecessors(graph.output_node.id)[0]
    edge = graph.in_edges(last)[0]
    drop_into_wire(page, "Dropout", edge)
    new = graph.predecessors(last)[0]
    assert graph.nodes[new].kind == "Dropout"
    assert page.session.analysis.shapes[new] == page.session.analysis.shapes[edge.source]
    assert window.undo_stack.count() == 1

    # Trains, and stops after the first epoch.
    qtbot.waitUntil(visible(window, "train_button").isEnabled, timeout=60_000)
    qtbot.mouseClick(visible(window, "train_button"), LEFT)
    qtbot.waitUntil(lambda: any(run.epochs for run in list_runs(workspace.runs.directory)), timeout=120_000)
    qtbot.mouseClick(visible(window, "train_button"), LEFT)
    qtbot.waitUntil(lambda: not window.jobs.is_running("train") and workspace.runs.current is not None, timeout=60_000)
    assert workspace.runs.current.record.status == "stopped"
    assert visible(window, "train_button").text() == "Train"
    assert isinstance(visible(window, "train_button"), QPushButton)

    # Looks inside: an image, its heatmap, and that of another class.
    qtbot.mouseClick(visible(window, "page_look"), LEFT)
    presenter = window.page("look").presenter
    qtbot.waitUntil(lambda: visible(window, "image_list").model().rowCount() > 2, timeout=60_000)
    images = visible(window, "image_list")
    assert isinstance(images, QListView)
    place = images.visualRect(images.model().index(2, 0)).center()
    qtbot.mouseClick(images.viewport(), LEFT, pos=place)
    qtbot.waitUntil(lambda: presenter.newest is not None and images.currentIndex().row() == 2, timeout=60_000)
    image = presenter.newest.image
    assert image.pixels.shape == (28, 28, 3)
    assert image.probabilities.sum() == pytest.approx(1, abs=1e-5)

    bars = visible(window, "probability_bars")
    other = (presenter.newest.map.key.target.index + 1) % 10
    bars.class_requested.emit(other)
    qtbot.waitUntil(lambda: presenter.newest.map.key.target.index == other, timeout=60_000)
