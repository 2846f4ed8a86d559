"""Another scheme on widgets that are styled already."""

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QLabel, QSpinBox, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.ui.cards import label
from cnnstudio.ui.restyling import Restyler
from cnnstudio.ui.theme import DARK, LIGHT, theme


def colors(widget: QWidget) -> set[str]:
    """Return the colours a widget is painted in."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture
def stack(qtbot: QtBot, qapp: QApplication) -> QStackedWidget:
    """Two pages of a quiet text, a ticked box and a field; the first is shown, the second was."""
    theme().set_scheme("light")
    theme().install(qapp)
    result = QStackedWidget()
    qtbot.addWidget(result)
    for _ in range(2):
        page = QWidget()
        row = QHBoxLayout(page)
        box = QCheckBox()
        box.setChecked(True)
        for widget in (label("Text", "quiet"), box, QSpinBox()):
            row.addWidget(widget)
        result.addWidget(page)
    result.show()
    result.setCurrentIndex(1)
    qtbot.waitUntil(lambda: result.widget(1).isVisible())
    result.setCurrentIndex(0)
    return result


def test_what_is_seen_wears_the_other_scheme_at_once_and_what_was_seen_follows(
        qtbot: QtBot, stack: QStackedWidget) -> None:
    try:
        theme().set_scheme("dark")
        assert DARK.accent.lower() in colors(stack.widget(0).findChild(QCheckBox))
        qtbot.waitUntil(lambda: DARK.field.lower() in colors(stack.widget(0).findChild(QSpinBox)))
        for number in range(2):
            stack.setCurrentIndex(number)
            page = stack.widget(number)
            qtbot.waitUntil(lambda page=page: DARK.quiet.lower() in colors(page.findChild(QLabel)))
            qtbot.waitUntil(lambda page=page: DARK.accent.lower() in colors(page.findChild(QCheckBox)))
            assert LIGHT.accent.lower() not in colors(page)
    finally:
        theme().set_scheme("light")


def test_a_restyler_comes_to_an_end(qtbot: QtBot, stack: QStackedWidget) -> None:
    restyler = Restyler()
    restyler.restyle()
    assert restyler.is_at_work
    qtbot.waitUntil(lambda: not restyler.is_at_work)
