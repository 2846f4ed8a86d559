"""A click keeps a cell; its channels show the images that excite them and lead to the Feature maps tab."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cnnstudio.ui.inspector.maps.tab import MapsTab
from cnnstudio.ui.inspector.page import InspectorPage

LONG_MS = 60_000


def middle_of(page: InspectorPage, cell: tuple[int, int]) -> QPoint:
    """Return where a cell's middle is in the view."""
    canvas = page.body.pane.canvas
    assert canvas.laid is not None
    share, area = canvas.laid.rectangle(cell).center(), canvas.view.image_rectangle()
    return QPoint(round(area.x() + share.x() * area.width()), round(area.y() + share.y() * area.height()))


def click(page: InspectorPage, cell: tuple[int, int]) -> None:
    QTest.mouseClick(page.body.pane.view, Qt.MouseButton.LeftButton, pos=middle_of(page, cell))


@pytest.fixture
def kept(looking: InspectorPage) -> InspectorPage:
    """Give the page with a cell that was clicked."""
    click(looking, (1, 0))
    return looking


def test_a_click_keeps_the_cell_and_says_that_it_is_exactly_a_part_of_the_score(kept: InspectorPage) -> None:
    canvas = kept.body.pane.canvas
    assert canvas.kept == (1, 0)
    canvas.view.pointed.emit(None)    # the pointer leaves
    text = kept.body.pane.probe
    assert text.startswith("Row 2, column 1: ")
    found = canvas.found
    assert found is not None
    assert found.cells is not None
    assert f"Exact: score {found.cells.score:.3g} = all cells" in text
    assert kept.probe.chips.isVisible()
    assert kept.probe.chips.channels == tuple(found.cells.channels[1, 0].tolist())
    strongest = kept.probe.chips.channels[0]
    assert f"{abs(float(found.cells.parts[1, 0, 0])):.3g}" in kept.probe.chips.chip(strongest).text()


def test_a_second_click_escape_and_another_image_let_go_and_a_drag_keeps_nothing(looking: InspectorPage,
                                                                                qtbot: QtBot) -> None:
    view, canvas, chips = looking.body.pane.view, looking.body.pane.canvas, looking.probe.chips
    start = middle_of(looking, (0, 0))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(30, 10))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(30, 10))
    assert canvas.kept is None
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert canvas.kept is not None
    assert chips.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert canvas.kept is None
    click(looking, (0, 1))
    assert canvas.kept == (0, 1)
    click(looking, (0, 1))
    assert chips.isHidden()
    click(looking, (0, 0))
    looking.body.controls.arrangement_requested.emit("methods")
    assert chips.isHidden()
    looking.body.controls.arrangement_requested.emit("single")
    click(looking, (0, 0))
    looking.body.images.step(1)
    qtbot.waitUntil(chips.isHidden, timeout=LONG_MS)


def test_the_images_that_excite_the_channels_are_found_and_a_channel_leads_to_its_map(kept: InspectorPage,
                                                                                     qtbot: QtBot) -> None:
    chips = kept.probe.chips
    assert all(chips.chip(channel).icon().isNull() for channel in chips.channels)
    chips.search.click()
    qtbot.waitUntil(lambda: not any(chips.chip(channel).icon().isNull() for channel in chips.channels),
                    timeout=LONG_MS)
    assert chips.search.isHidden()
    channel = kept.probe.chips.channels[1]
    layer = kept.body.pane.canvas.found.key.layer  # type: ignore[union-attr]
    kept.probe.chips.chip(channel).click()
    assert kept.body.tabs.current == "maps"
    maps = cast("MapsTab", kept.body.tabs.widget("maps"))
    qtbot.waitUntil(lambda: maps.shown is not None and maps.shown.values.outline.id == layer
                    and maps.channel == channel and maps.exciting.of_layer(layer) is not None, timeout=LONG_MS)
    qtbot.waitUntil(lambda: bool(maps.images_card.pictures), timeout=LONG_MS)
