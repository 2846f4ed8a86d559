"""The list of known networks: costs shown, found by words, kept and deleted by the user."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest

from cnnstudio.network.own_networks import own_networks
from cnnstudio.network.presets import PRESETS
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.editor.presets_popup import FIGURES
from cnnstudio.ui.theme import font

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path))


def shown(popup) -> list[str]:
    return [popup.list.item(row).text() for row in range(popup.list.count()) if not popup.list.item(row).isHidden()]


def test_all_known_networks_are_listed_with_their_cost(page: NetworkPage) -> None:
    page.toolbar.open_presets()
    popup = page.toolbar.popup
    assert shown(popup) == [info.title for info in PRESETS]
    row = shown(popup).index("VGG-16")
    assert popup.list.item(row).data(FIGURES) == "2014 · 3 × 224 × 224 · 138 M weights · 15.5 G multiply-adds"
    popup.close()


def test_title_and_cost_stand_on_two_lines_where_one_has_no_room(page: NetworkPage) -> None:
    page.toolbar.open_presets()
    names = page.toolbar.popup.list
    heights = {names.item(row).text(): names.itemDelegate().top_height(names.model().index(row, 0))
               for row in range(names.count())}
    for row in range(names.count()):
        title, figures = names.item(row).text(), names.item(row).data(FIGURES)
        together = QFontMetrics(font(13, 600)).horizontalAdvance(title) + QFontMetrics(
            font(11)).horizontalAdvance(figures)
        assert (together + 12 > 456) == (heights[title] == 36), title
    assert set(heights.values()) == {18, 36}
    page.toolbar.popup.close()


def test_words_find_a_network_and_enter_takes_it(page: NetworkPage) -> None:
    page.toolbar.open_presets()
    popup = page.toolbar.popup
    QTest.keyClicks(popup.search, "telephones")
    assert shown(popup) == ["MobileNetV2"]
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert page.workspace.network_name == "mobilenetv2"
    assert len(page.session.graph.blocks) > 5


def test_a_network_is_kept_opened_again_and_deleted(page: NetworkPage) -> None:
    page.commands.use_preset("lenet5", fitted=False)
    page.toolbar.open_presets()
    popup = page.toolbar.popup
    assert not popup.save.isEnabled()
    QTest.keyClicks(popup.own_name, "mine")
    QTest.mouseClick(popup.save, Qt.MouseButton.LeftButton)
    assert shown(popup)[0] == "mine"
    kept = page.session.graph.copy()
    page.commands.use_preset("small", fitted=False)
    popup.list.setCurrentRow(0)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert page.session.graph.is_equal(kept)
    page.toolbar.open_presets()
    popup.list.setCurrentRow(1)
    assert not popup.delete.isEnabled()
    popup.list.setCurrentRow(0)
    QTest.mouseClick(popup.delete, Qt.MouseButton.LeftButton)
    assert own_networks() == ()
    assert "mine" not in shown(popup)
    popup.close()


def test_a_name_that_cannot_be_is_refused_with_a_sentence(page: NetworkPage) -> None:
    heard = []
    page.message_requested.connect(lambda text, tone: heard.append((text, tone)))
    assert not page.commands.keep_network("a/b")
    assert not page.commands.keep_network("resnet18")
    assert [tone for _, tone in heard] == ["error", "error"]
    assert "cannot have /" in heard[0][0]
