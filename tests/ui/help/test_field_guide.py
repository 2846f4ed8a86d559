"""What a field is, is found in the same way everywhere: by keyboard, by the right button, by a click to ask."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.languages import PSEUDO
from cnnstudio.ui.cards import described
from cnnstudio.ui.forms import IntField
from cnnstudio.ui.help.field_card import FieldCard
from cnnstudio.ui.help.field_help import help_of
from cnnstudio.ui.language import language
from cnnstudio.ui.main_window import MainWindow
from tests.helpers.open_window import open_window
from tests.helpers.runs import SmallRun

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def training(qtbot: QtBot, small_run: SmallRun) -> Iterator[MainWindow]:
    """Give the window at its Train page."""
    with open_window(qtbot, small_run.runs) as window:
        window.workspace.open_folder(small_run.folder)
        window.pages.show_page("train")
        window.page("train")
        window.activateWindow()
        window.helping.guide  # noqa: B018 - made before the focus moves
        yield window


def field(window: MainWindow, name: str) -> QWidget:
    """Give a field of the recipe the focus."""
    found = window.page("train").findChild(QWidget, name)
    found.setFocus()
    QApplication.processEvents()
    return found


def card(window: MainWindow) -> FieldCard:
    found = window.helping.guide.card
    assert found is not None
    assert found.isVisible()
    return found


def test_shift_f1_says_what_the_field_with_the_focus_is(qtbot: QtBot, training: MainWindow) -> None:
    rate = field(training, "learning_rate")
    QTest.keyClick(rate, Qt.Key.Key_F1, SHIFT)
    shown = card(training)
    assert shown.title.text() == "Learning rate"
    assert "How far a step moves the weights." in shown.text.text(), "what it is"
    assert "0.001 is usual with Adam" in shown.text.text(), "which values are usual"
    assert "Larger: faster" in shown.text.text(), "what larger does"
    assert "Smaller: steadier" in shown.text.text(), "what smaller does"
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert training.helping.guide.show_for(rate)
    card(training).close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_the_card_leads_to_the_glossary_by_keyboard(qtbot: QtBot, training: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(field(training, "learning_rate"), Qt.Key.Key_F1, SHIFT)
    link = card(training).link
    assert link is not None
    assert link.hasFocus() or link.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(link, key)
    assert training.helping.glossary is not None
    assert training.helping.glossary.name == "learning_rate"
    training.helping.glossary.close()


def test_f1_opens_the_glossary_at_the_term_of_the_field(qtbot: QtBot, training: MainWindow) -> None:
    QTest.keyClick(field(training, "batch_size"), Qt.Key.Key_F1, NONE)
    assert training.helping.glossary.name == "mini_batch"
    training.helping.glossary.close()


def test_the_actions_of_the_menu_do_the_same(qtbot: QtBot, training: MainWindow) -> None:
    field(training, "epochs")
    training.findChild(QAction, "action_what_is_this").trigger()
    assert card(training).title.text() == "Epochs"
    card(training).close()


def test_the_glossary_of_the_menu_opens_at_the_term_of_the_field(qtbot: QtBot, training: MainWindow) -> None:
    field(training, "epochs")
    training.findChild(QAction, "action_show_glossary").trigger()
    assert training.helping.glossary.name == "epoch"
    training.helping.glossary.close()


def test_a_screen_reader_gets_the_help_of_the_field_with_the_focus(training: MainWindow) -> None:
    rate = field(training, "learning_rate")
    assert "Larger: faster" in rate.whatsThis()


def test_the_right_button_offers_it_below_the_fields_own_menu(qtbot: QtBot, training: MainWindow) -> None:
    rate = field(training, "learning_rate")
    QApplication.sendEvent(rate, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(3, 3), QPoint(50, 50)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[-1] == "What is this?"
    assert len(texts) > 3, "copy and paste stay"
    menu.actions()[-1].trigger()
    menu.close()
    assert card(training).title.text() == "Learning rate"
    card(training).close()
    choice = training.helping.guide.menu_of(field(training, "optimizer"))
    assert [action.text() for action in choice.actions()] == ["What is this?"]


def test_without_a_field_the_next_click_says_which_one_is_meant(qtbot: QtBot, training: MainWindow) -> None:
    training.rail.setFocus()
    training.header.findChild(QPushButton, "train_button").setFocus()
    training.findChild(QAction, "action_what_is_this").trigger()
    guide = training.helping.guide
    assert guide.is_asking
    choice = training.page("train").findChild(QWidget, "optimizer")
    before = choice.currentIndex()
    qtbot.mouseClick(choice, Qt.MouseButton.LeftButton)
    assert not guide.is_asking
    assert choice.currentIndex() == before
    assert QApplication.overrideCursor() is None
    card(training).close()


def test_esc_lets_go_of_the_question(qtbot: QtBot, training: MainWindow) -> None:
    guide = training.helping.guide
    guide.ask_for_click()
    QTest.keyClick(training, Qt.Key.Key_Escape)
    assert not guide.is_asking
    assert QApplication.overrideCursor() is None


def test_dialogs_have_the_same_keys_without_knowing_of_it(qtbot: QtBot, training: MainWindow) -> None:
    dialog = QDialog(training)
    count = described(IntField(dialog), "sweep_seeds", "Seeds of each")
    QVBoxLayout(dialog).addWidget(count)
    dialog.open()
    dialog.activateWindow()
    count.setFocus()
    QApplication.processEvents()
    QTest.keyClick(count, Qt.Key.Key_F1, SHIFT)
    assert card(training).title.text() == "Seeds of each"
    card(training).close()
    count.setFocus()
    QTest.keyClick(count, Qt.Key.Key_F1, NONE)
    glossary = training.helping.glossary
    assert glossary.name == "seed"
    assert glossary.parentWidget() is dialog, "otherwise the dialog would keep the mouse from it"
    glossary.close()
    dialog.close()


def test_a_field_says_it_in_the_language_that_is_spoken(english: None, training: MainWindow) -> None:
    rate = field(training, "learning_rate")
    before, read = help_of(rate), rate.whatsThis()
    language().set_language(PSEUDO)
    language().finish()
    now = help_of(rate)
    assert rate.whatsThis() == f"{now.title}\n{now.text}", "what a screen reader reads follows too"
    assert now.title.startswith("⟦")
    assert now.text.count("⟦") == 2, "its own line of help, and what goes on from there"
    language().set_language("en")
    language().finish()
    assert (help_of(rate), rate.whatsThis()) == (before, read)


def test_a_long_text_fits_into_its_card_and_the_card_onto_the_screen(qtbot: QtBot, training: MainWindow) -> None:
    for name in ("learning_rate", "precision", "seed"):
        assert training.helping.guide.show_for(training.page("train").findChild(QWidget, name))
        shown = card(training)
        text = shown.findChild(QLabel, "field_card_text")
        assert text.height() >= text.heightForWidth(text.width())
        assert shown.screen().availableGeometry().contains(shown.frameGeometry())
        shown.close()


def test_other_widgets_are_left_alone(qtbot: QtBot, training: MainWindow) -> None:
    line = QLineEdit(training)
    line.setObjectName("nobody_wrote_about_this")
    assert not training.helping.guide.show_for(line)
    assert training.helping.guide.term_of(None) == ""
    assert not training.helping.guide.eventFilter(line, QEvent(QEvent.Type.Enter))
