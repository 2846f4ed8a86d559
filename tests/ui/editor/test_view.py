"""Zoom, scrolling, fitting, and what the keyboard does on the canvas."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import at, click, key, middle, wheel

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_ctrl_and_the_wheel_zoom_at_the_pointer(page: NetworkPage) -> None:
    point = middle(page, "relu_1") + QPoint(60, 10)
    under = page.view.mapToScene(point)
    for turn in (120, 120, -240, 120):
        wheel(page, point, turn, CTRL)
        after = page.view.mapToScene(point)
        assert (after - under).manhattanLength() < 3 / page.view.zoom
    assert page.view.zoom == pytest.approx(1.0015 ** 120)


@pytest.mark.parametrize("corner", [(3, 5), (700, 20), (333, 444)])
def test_the_point_under_the_pointer_stays_within_a_pixel_at_every_zoom(page: NetworkPage,
                                                                         corner: tuple[int, int]) -> None:
    """Also over empty ground and where the whole network is smaller than the view."""
    point = QPoint(*corner)
    under = page.view.viewportTransform().inverted()[0].map(QPointF(point))
    seen = set()
    for turn in [-120] * 20 + [120] * 45 + [-40] * 60:
        wheel(page, point, turn, CTRL)
        now = page.view.viewportTransform().map(under)
        seen.add(round(page.view.zoom, 2))
        assert abs(now.x() - point.x()) <= 1, page.view.zoom
        assert abs(now.y() - point.y()) <= 1, page.view.zoom
    assert min(seen) == pytest.approx(0.1)
    assert max(seen) == pytest.approx(4.0)


def test_one_cannot_zoom_further_out_from_where_only_fitting_leads(page: NetworkPage) -> None:
    page.commands.use_preset("vgg16", fitted=False)
    QApplication.processEvents()
    page.view.set_zoom(0.05, smallest=0.01)
    wheel(page, QPoint(100, 100), -120, CTRL)
    assert page.view.zoom == pytest.approx(0.05)
    wheel(page, QPoint(100, 100), 120, CTRL)
    assert page.view.zoom == pytest.approx(0.05 * 1.0015 ** 120)


def test_zoom_stays_between_10_and_400_percent(page: NetworkPage) -> None:
    for _ in range(40):
        wheel(page, QPoint(100, 100), 480, CTRL)
    assert page.view.zoom == pytest.approx(4.0)
    for _ in range(60):
        wheel(page, QPoint(100, 100), -480, CTRL)
    assert page.view.zoom == pytest.approx(0.1)
    assert page.toolbar.zoom.text() == "10 %"


def test_the_plain_wheel_scrolls_down_and_with_shift_sideways(page: NetworkPage) -> None:
    before = at(page, QPointF(0, 0))
    wheel(page, QPoint(100, 100), -120)
    assert at(page, QPointF(0, 0)) == before + QPoint(0, -60)
    wheel(page, QPoint(100, 100), -120, SHIFT)
    assert at(page, QPointF(0, 0)) == before + QPoint(-60, -60)


def test_f_fits_everything_and_ctrl_0_goes_back(page: NetworkPage) -> None:
    page.view.set_zoom(2.0)
    key(page, Qt.Key.Key_F)
    assert page.view.zoom <= 1
    assert page.view.visible_box().contains(page.scene.content_box)
    page.commands.use_preset("resnet18", fitted=False)
    key(page, Qt.Key.Key_F)
    assert page.view.visible_box().contains(page.scene.content_box)
    key(page, Qt.Key.Key_0, CTRL)
    assert page.view.zoom == pytest.approx(1.0)


def test_the_canvas_gets_its_keys_although_the_window_has_the_same_shortcut(page: NetworkPage) -> None:
    from PySide6.QtGui import QAction, QKeySequence

    called = []
    action = QAction("window", page)
    action.setShortcut(QKeySequence("Ctrl+0"))
    action.triggered.connect(lambda: called.append(1))
    page.addAction(action)
    page.view.set_zoom(2.0)
    key(page, Qt.Key.Key_0, CTRL)
    assert (page.view.zoom, called) == (pytest.approx(1.0), [])
    page.palette_panel.search.setFocus()
    QTest.keyClick(page.palette_panel.search, Qt.Key.Key_0, CTRL)
    assert called == [1]     # elsewhere the window's shortcut is in force


def test_delete_removes_and_closes_the_chain(page: NetworkPage) -> None:
    page.session.select(["relu_1"])
    key(page, Qt.Key.Key_Delete)
    assert Edge("conv2d_1", "flatten_1") in page.session.graph.edges
    assert page.session.undo_stack.undoText() == "Remove layer"


def test_a_wire_can_be_clicked_and_removed(page: NetworkPage) -> None:
    wire = Edge("relu_1", "flatten_1")
    click(page, at(page, page.scene.edges[wire].path().pointAtPercent(0.5)) + QPoint(5, 0))
    assert page.session.selected_edge == wire
    key(page, Qt.Key.Key_Delete)
    assert wire not in page.session.graph.edges
    assert page.session.selected_edge is None


def test_arrows_follow_the_wires_and_tab_the_order(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    key(page, Qt.Key.Key_Down)
    assert page.session.selected == ("relu_1",)
    key(page, Qt.Key.Key_Up)
    key(page, Qt.Key.Key_Up)
    assert page.session.selected == ("input_1",)
    key(page, Qt.Key.Key_Up)
    assert page.session.selected == ("input_1",)
    key(page, Qt.Key.Key_Tab)
    assert page.session.selected == ("conv2d_1",)
    key(page, Qt.Key.Key_Backtab, SHIFT)
    assert page.session.selected == ("input_1",)


def test_tab_leaves_the_canvas_after_the_last_layer(page: NetworkPage) -> None:
    page.session.select(["output_1"])
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not page.view


def test_ctrl_and_arrows_move_layers_as_one_step(page: NetworkPage) -> None:
    page.session.select(["relu_1"])
    for _ in range(3):
        key(page, Qt.Key.Key_Right, CTRL)
    assert page.session.graph.nodes["relu_1"].x == 24
    assert page.session.undo_stack.count() == 1


def test_f2_renames_in_place(page: NetworkPage) -> None:
    page.session.select(["relu_1"])
    key(page, Qt.Key.Key_F2)
    field = page.rename_editor
    assert field.isVisible()
    assert field.text() == "relu_1"
    QTest.keyClicks(field, "first bend")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.session.graph.nodes["relu_1"].name == "first bend"
    assert not field.isVisible()
    assert page.session.undo_stack.count() == 1


def test_escape_leaves_the_name_and_a_taken_name_is_refused_in_words(page: NetworkPage) -> None:
    page.rename_editor.begin("relu_1")
    QTest.keyClicks(page.rename_editor, "x")
    QTest.keyClick(page.rename_editor, Qt.Key.Key_Escape)
    assert page.session.graph.nodes["relu_1"].name == "relu_1"
    page.rename_editor.begin("relu_1")
    QTest.keyClicks(page.rename_editor, "conv2d_1")
    QTest.keyClick(page.rename_editor, Qt.Key.Key_Return)
    assert page.session.graph.nodes["relu_1"].name == "relu_1"
    assert page.messages[-1] == ("error", "Another layer is already called 'conv2d_1'.")


def test_a_double_click_renames(page: NetworkPage) -> None:
    QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
                      middle(page, "relu_1"))
    assert page.rename_editor.isVisible()
    page.rename_editor.abandon()


def test_return_goes_to_the_settings_of_the_layer(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    key(page, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is not None
    assert page.panel.isAncestorOf(QApplication.focusWidget())


def test_the_mini_map_shows_when_something_is_out_of_sight_and_leads_there(page: NetworkPage) -> None:
    page.view.fit()
    page.overlays.mini_map.refresh()
    assert not page.overlays.mini_map.isVisible()
    page.view.set_zoom(2.0)
    page.overlays.mini_map.refresh()
    assert page.overlays.mini_map.isVisible()
    top_left = page.overlays.mini_map.rect().center() - QPoint(0, 70)
    QTest.mouseClick(page.overlays.mini_map, Qt.MouseButton.LeftButton, pos=top_left)
    assert page.view.visible_box().intersects(page.scene.nodes["input_1"].scene_box())
    page.overlays.mini_map.grab()
