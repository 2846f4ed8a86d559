"""The list of layer kinds."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cnnstudio.network.graph import Edge
from cnnstudio.network.registry import layer_kinds
from cnnstudio.ui.editor.mime import KIND_FORMAT
from cnnstudio.ui.editor.page import NetworkPage


def test_every_kind_is_offered_once_with_its_help(page: NetworkPage) -> None:
    panel = page.palette_panel
    assert sorted(panel.kinds()) == sorted(layer_kinds())
    for name, kind in layer_kinds().items():
        assert kind.help in panel.index_of(name).data(Qt.ItemDataRole.ToolTipRole)


def test_a_kind_is_packed_by_name_and_headings_are_not_dragged(page: NetworkPage) -> None:
    view = page.palette_panel.view
    index = page.palette_panel.index_of("Dropout")
    data = view.model().mimeData([index])
    assert bytes(data.data(KIND_FORMAT).data()) == b"Dropout"
    assert not view.model().flags(index.parent()) & Qt.ItemFlag.ItemIsDragEnabled
    assert view.model().flags(index) & Qt.ItemFlag.ItemIsDragEnabled


def test_search_narrows_by_title_name_and_family(page: NetworkPage) -> None:
    panel = page.palette_panel
    panel.search.setText("pool")
    assert panel.kinds() == [
        "MaxPool2d", "AvgPool2d", "AdaptiveAvgPool2d", "AdaptiveMaxPool2d", "GlobalAvgPool2d", "GlobalMaxPool2d"]
    panel.search.setText("LINEAR")
    assert panel.kinds() == ["Linear"]
    panel.search.setText("avg ada")
    assert panel.kinds() == ["AdaptiveAvgPool2d"]
    panel.search.setText("resizing")
    assert panel.kinds() == ["Upsample", "ZeroPad2d", "Crop2d"]
    panel.search.setText("nothing like it")
    assert panel.kinds() == []
    panel.search.clear()
    assert len(panel.kinds()) == len(layer_kinds())


def test_enter_in_the_search_inserts_the_first_match(page: NetworkPage) -> None:
    page.session.select(["relu_1"])
    QTest.keyClicks(page.palette_panel.search, "max")
    QTest.keyClick(page.palette_panel.search, Qt.Key.Key_Return)
    assert page.session.graph.predecessors("maxpool2d_1") == ["relu_1"]


def test_enter_on_a_kind_inserts_after_the_selected_layer_and_makes_room(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    view = page.palette_panel.view
    view.setCurrentIndex(page.palette_panel.index_of("BatchNorm2d"))
    QTest.keyClick(view, Qt.Key.Key_Return)
    graph = page.session.graph
    assert graph.predecessors("batchnorm2d_1") == ["conv2d_1"]
    assert graph.predecessors("relu_1") == ["batchnorm2d_1"]
    assert [graph.nodes[name].y for name in ("conv2d_1", "batchnorm2d_1", "relu_1")] == [144, 288, 432]
    assert page.session.selected == ("batchnorm2d_1",)
    assert page.session.undo_stack.count() == 1


def test_a_double_click_inserts_once_before_the_output(page: NetworkPage) -> None:
    view = page.palette_panel.view
    view.scrollTo(page.palette_panel.index_of("Dropout"))
    box = view.visualRect(page.palette_panel.index_of("Dropout"))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    graph = page.session.graph
    assert graph.predecessors("output_1") == ["dropout_1"]
    assert Edge("linear_1", "dropout_1") in graph.edges
    assert page.session.undo_stack.count() == 1
