"""Comparing the canvas with another network: the tab, the line over the canvas, marks and ghosts."""

import gc
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from cnnstudio.network import document
from cnnstudio.network.block_edits import Fold, SetFolded, SetRepeat
from cnnstudio.network.edits import InsertOnEdge, MoveNodes, RemoveNodes, Rename, SetParameter
from cnnstudio.network.graph import Edge, Node
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.editor.difference_signs import TOKENS, sign_icon
from cnnstudio.ui.editor.hit_testing import node_at
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.theme import theme
from tests.helpers.networks import chain
from tests.unit.runs.samples import record


def settle(page: NetworkPage) -> None:
    """Let the analysis come, and the comparison after it."""
    QApplication.processEvents()
    page.difference.comparison.compare()
    QApplication.processEvents()


def compare_with_opened(page: NetworkPage) -> None:
    page.difference.comparison.start_with_opened()
    QApplication.processEvents()


def signs(page: NetworkPage) -> dict[str, str]:
    return {item_id: mark.sign for item_id, mark in page.difference.marks.marks.items()}


def test_nothing_is_compared_at_first(page: NetworkPage) -> None:
    assert not page.difference.comparison.is_active
    assert page.difference.line.isHidden()
    assert signs(page) == {}
    page.difference.show()
    assert page.tabs.currentWidget() is page.difference.panel
    assert page.difference.panel.findChild(QPushButton, "compare_with").menu() is page.difference.menu


def test_the_same_network_is_said_to_be_the_same(page: NetworkPage) -> None:
    compare_with_opened(page)
    page.difference.show()
    assert page.difference.panel.texts() == []
    assert page.difference.panel._same.isVisible()
    assert page.difference.panel.headline.text() == "Compared with the network as it was opened"


def test_marks_and_sentences_follow_the_edits(page: NetworkPage, qtbot: QtBot) -> None:
    compare_with_opened(page)
    page.session.push(SetParameter("conv2d_1", "kernel_size", 5))
    page.session.push(InsertOnEdge(Node("dropout_1", "Dropout", "", {}, 0, 340), Edge("relu_1", "flatten_1")))
    qtbot.waitUntil(lambda: signs(page) == {"conv2d_1": "changed", "dropout_1": "added"}, timeout=5000)
    assert page.difference.panel.texts() == [
        "conv2d_1: kernel size 3×3 became 5×5.", "Added Dropout dropout_1 (p 0.5) after relu_1."]
    assert "3×3 became 5×5" in page.difference.marks.marks["conv2d_1"].toolTip()
    assert {sign: words.text() for sign, words in page.difference.line.counts.items()} == {
        "added": "1", "removed": "0", "changed": "1"}
    page.session.undo_stack.undo()
    page.session.undo_stack.undo()
    qtbot.waitUntil(lambda: signs(page) == {}, timeout=5000)
    assert page.difference.panel.texts() == []


def test_a_removed_layer_leaves_a_ghost_in_its_place(page: NetworkPage) -> None:
    compare_with_opened(page)
    page.session.push(RemoveNodes(("relu_1",)))
    settle(page)
    ghost = page.difference.marks.ghosts["relu_1"]
    assert ghost.pos() == QPointF(0, 288)
    assert ghost.scene() is page.scene
    page.session.push(MoveNodes({"flatten_1": (0.0, 288.0)}))
    settle(page)
    moved = page.difference.marks.ghosts["relu_1"]
    assert not moved.box().intersects(page.scene.nodes["flatten_1"].scene_box())
    page.session.undo_stack.undo()
    page.session.undo_stack.undo()
    settle(page)
    assert page.difference.marks.ghosts == {}
    assert moved.scene() is None


def test_a_network_with_other_layers_has_no_ghosts(page: NetworkPage) -> None:
    page.difference.menu.compare_with_preset("resnet18")
    QApplication.processEvents()
    assert page.difference.comparison.found.removed
    assert page.difference.marks.ghosts == {} or page.difference.comparison.found.by_id


def test_a_name_alone_is_told_and_not_marked(page: NetworkPage) -> None:
    compare_with_opened(page)
    page.session.push(Rename("conv2d_1", "stem"))
    settle(page)
    assert page.difference.panel.texts() == ["conv2d_1 is called stem now."]
    assert signs(page) == {}


def test_a_click_on_a_sentence_selects_its_layer(page: NetworkPage) -> None:
    compare_with_opened(page)
    page.session.push(SetParameter("linear_1", "out_features", 20))
    settle(page)
    page.difference.show()
    QApplication.processEvents()
    row = page.difference.panel.list
    QTest.mouseClick(row.viewport(), Qt.MouseButton.LeftButton, pos=row.visualItemRect(row.item(0)).center())
    assert page.session.selected == ("linear_1",)


def test_the_sentence_of_a_removed_layer_leads_to_its_ghost(page: NetworkPage) -> None:
    compare_with_opened(page)
    page.session.push(RemoveNodes(("relu_1",)))
    settle(page)
    page.view.centerOn(0, 3000)
    page.difference.panel.list.itemClicked.emit(page.difference.panel.list.item(0))
    assert page.view.visible_box().intersects(page.difference.marks.ghosts["relu_1"].box())
    assert page.session.selected == ()


def test_comparing_can_be_stopped_on_the_canvas_and_in_the_tab(page: NetworkPage) -> None:
    for widget, kind in ((page.difference.line, QToolButton), (page.difference.panel, QPushButton)):
        compare_with_opened(page)
        page.session.push(SetParameter("conv2d_1", "stride", 2))
        settle(page)
        assert not page.difference.line.isHidden()
        widget.findChild(kind, "close_difference" if kind is QToolButton else "stop_comparing").click()
        assert page.difference.line.isHidden()
        assert signs(page) == {}
        assert page.tabs.tabText(page.tabs.indexOf(page.difference.panel)) == "Difference"
        page.session.undo_stack.undo()


def test_opened_is_what_was_opened_last(page: NetworkPage, tmp_path: Path) -> None:
    path = tmp_path / "other.json"
    document.save(path, chain("ReLU", "Flatten", ("Linear", {"out_features": 3}), ("Output", {"classes": 3})))
    page.commands.open_file(path)
    page.session.push(SetParameter("linear_1", "bias", False))
    page.commands.arrange()
    compare_with_opened(page)
    assert page.difference.panel.texts() == ["linear_1: bias switched off."]


def test_a_known_network_is_fitted_to_the_canvas(page: NetworkPage) -> None:
    page.difference.menu.compare_with_preset("lenet5")
    assert page.difference.comparison.title == "LeNet-5"
    before = page.difference.comparison.before
    assert before is not None
    assert not any("input_1" in text for text in page.difference.panel.texts())


def test_a_file_is_compared_and_a_bad_one_is_told(page: NetworkPage, tmp_path: Path) -> None:
    document.save(tmp_path / "lenet.json", preset("lenet5"))
    page.difference.menu.compare_with_file(tmp_path / "lenet.json")
    assert page.difference.comparison.title == "lenet.json"
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    page.difference.menu.compare_with_file(tmp_path / "bad.json")
    assert page.messages[-1][0] == "error"
    assert "bad.json" in page.messages[-1][1]
    assert page.difference.comparison.title == "lenet.json"


def test_a_runs_network_is_read_in_the_background(page: NetworkPage, qtbot: QtBot, tmp_path: Path) -> None:
    RunFolder.create(page.workspace.runs.directory, record(name="first try"))
    page.workspace.runs.notify_changed()
    page.difference.menu.list_runs()
    qtbot.waitUntil(lambda: page.difference.menu.runs.actions()[0].text() == "first try (the newest)", timeout=10_000)
    page.difference.menu.runs.actions()[0].trigger()
    qtbot.waitUntil(lambda: page.difference.comparison.is_active, timeout=10_000)
    assert page.difference.comparison.title == "first try"
    assert len(page.difference.comparison.before.nodes) == 7


def test_a_folded_block_wears_the_mark_of_what_is_inside(page: NetworkPage) -> None:
    page.session.push(Fold(["conv2d_1", "relu_1"]))
    block_id = next(iter(page.session.graph.blocks))
    compare_with_opened(page)
    page.session.push(SetParameter("conv2d_1", "bias", False))
    settle(page)
    assert signs(page) == {block_id: "changed"}
    page.session.push(SetFolded(block_id, False))
    settle(page)
    assert signs(page) == {"conv2d_1": "changed"}


def test_marks_go_with_the_items_they_sit_on(page: NetworkPage) -> None:
    compare_with_opened(page)
    page.session.push(SetParameter("conv2d_1", "bias", False))
    settle(page)
    for _ in range(3):
        page.session.push(Fold(["conv2d_1", "relu_1"]))      # the layers' items go, marks and all
        gc.collect()
        settle(page)
        assert "conv2d_1" not in signs(page)
        page.session.undo_stack.undo()
        gc.collect()
        settle(page)
        assert signs(page) == {"conv2d_1": "changed"}
    page.session.push(RemoveNodes(("conv2d_1",)))
    gc.collect()
    QApplication.processEvents()
    page.difference.comparison.stop()
    assert signs(page) == {}


def test_another_repeat_count_marks_the_block(page: NetworkPage) -> None:
    page.session.push(SetParameter("conv2d_1", "same", True))
    page.session.push(SetParameter("conv2d_1", "out_channels", 1))
    page.session.push(Fold(["conv2d_1", "relu_1"]))
    block_id = next(iter(page.session.graph.blocks))
    page.difference.comparison.remember_opened()
    compare_with_opened(page)
    page.session.push(SetRepeat(block_id, 4))
    settle(page)
    assert signs(page) == {block_id: "changed"}
    text, = page.difference.panel.texts()
    assert text.endswith("runs 4 times instead of once.")
    page.difference.panel.list.itemClicked.emit(page.difference.panel.list.item(0))
    assert page.session.selected_blocks == (block_id,)


def test_marks_take_no_clicks_from_the_layers(page: NetworkPage) -> None:
    compare_with_opened(page)
    page.session.push(SetParameter("conv2d_1", "stride", 2))
    settle(page)
    box = page.scene.nodes["conv2d_1"].scene_box()
    for point in (box.center(), box.topLeft() + QPointF(4, 4)):
        assert node_at(page.scene, point).node_id == "conv2d_1"


def test_the_signs_differ_in_shape_and_not_only_in_colour(page: NetworkPage) -> None:
    def glyph(sign: str) -> list[bool]:
        picture = sign_icon(sign).pixmap(16, 16).toImage().convertToFormat(QImage.Format.Format_ARGB32)
        ground = theme().color(TOKENS[sign])
        return [abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 60
                for y in range(4, 12) for x in range(4, 12)]

    shapes = [tuple(glyph(sign)) for sign in ("added", "removed", "changed")]
    assert len(set(shapes)) == 3
    assert all(any(shape) for shape in shapes)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_are_drawn_in_both_schemes_near_and_far(page: NetworkPage, scheme: str) -> None:
    plain = {}
    for zoom in (1.0, 0.3):
        page.view.set_zoom(zoom)
        theme().set_scheme(scheme)
        plain[zoom] = page.view.grab().toImage()
    compare_with_opened(page)
    page.session.push(SetParameter("conv2d_1", "bias", False))
    page.session.undo_stack.undo()
    page.session.push(RemoveNodes(("relu_1",)))
    settle(page)
    colour = theme().color("bad")
    for zoom in (1.0, 0.3):
        page.view.set_zoom(zoom)
        page.view.centerOn(104, 300)
        QApplication.processEvents()
        assert _has(page.view.grab().toImage(), colour)
        assert not _has(plain[zoom], colour)


def _has(picture: QImage, colour: object) -> bool:
    return any(picture.pixelColor(x, y) == colour for y in range(0, picture.height(), 2)
               for x in range(0, picture.width(), 2))


def test_an_edit_of_two_hundred_layers_is_compared_within_a_frame_of_attention(page: NetworkPage) -> None:
    layers = [layer for number in range(50) for layer in (
        ("Conv2d", {"out_channels": 4 + number % 5, "same": True}), "BatchNorm2d", "ReLU", ("Dropout", {"p": 0.1}))]
    page.workspace.replace_graph(chain(*layers, "Flatten", ("Linear", {"out_features": 4}), "Output"), "long")
    compare_with_opened(page)
    for number in range(1, 50, 5):
        SetParameter(f"conv2d_{number}", "out_channels", 9).apply(page.session.graph)
    RemoveNodes(("relu_3", "dropout_7")).apply(page.session.graph)
    QApplication.processEvents()
    assert page.session.total_cost
    spent = []
    for _ in range(5):
        begun = time.process_time()
        page.difference.comparison.compare()
        spent.append(time.process_time() - begun)
    assert min(spent) < 0.05
    assert len(signs(page)) == 10
    assert len(page.difference.marks.ghosts) == 2
