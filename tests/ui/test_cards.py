"""The building blocks of the pages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.ui.cards import EmptyState, SentenceLine, described, label, plain_tip


def test_a_tool_tip_shows_names_of_the_user_as_they_are() -> None:
    assert plain_tip("<b>cat</b> & dog") == "<qt>&lt;b&gt;cat&lt;/b&gt; &amp; dog</qt>"


def test_a_label_shows_names_of_the_user_as_they_are(qtbot: QtBot) -> None:
    widget = label("<b>cat</b>")
    qtbot.addWidget(widget)
    assert widget.textFormat() == Qt.TextFormat.PlainText


def test_a_sentence_line_is_hidden_while_there_is_nothing_to_say(qtbot: QtBot) -> None:
    line = SentenceLine("error", "bad", name="line")
    qtbot.addWidget(line)
    assert line.isHidden()
    line.say("The disk is full.")
    assert not line.isHidden()
    assert line.text == "The disk is full."
    line.say("")
    assert line.isHidden()


def test_an_empty_state_offers_its_action(qtbot: QtBot) -> None:
    empty = EmptyState("look", "Nothing here", "Do this first.", "Do it", name="nothing")
    qtbot.addWidget(empty)
    assert {"Nothing here", "Do this first."} <= {widget.text() for widget in empty.findChildren(QLabel)}
    with qtbot.waitSignal(empty.action_requested):
        empty.findChild(QPushButton, "nothing_button").click()


def test_described_widgets_have_all_three_texts(qtbot: QtBot) -> None:
    button = described(QPushButton("x"), "name", "spoken", "tip")
    qtbot.addWidget(button)
    assert (button.objectName(), button.accessibleName(), button.toolTip()) == ("name", "spoken", "tip")
