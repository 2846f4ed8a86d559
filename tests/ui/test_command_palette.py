"""The palette of commands: what it lists, how it finds, what it does."""

import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnnstudio.ui.actions import ACTIONS, PAGES
from cnnstudio.ui.command_palette.commands import Command, commands_of
from cnnstudio.ui.command_palette.fuzzy import score
from cnnstudio.ui.command_palette.palette import CommandPalette
from cnnstudio.ui.main_window import MainWindow


@pytest.mark.parametrize(("letters", "name", "points"), [
    ("", "Train", 1), ("x", "Train", 0), ("t", "Train", 8 + 10), ("tr", "Train", 8 + 4 + 20),
    ("lr", "Learning rate", 8 + 6), ("L R", "Learning rate", 8 + 6), ("nr", "Train", 0)])
def test_letters_are_worth_what_their_places_are(letters: str, name: str, points: int) -> None:
    assert score(letters, name) == points


def test_everything_has_a_name_in_the_palette(window: MainWindow) -> None:
    window.page("network")
    names = [command.title for command in commands_of(window)]
    assert {info.title for info in PAGES} <= set(names)
    assert {info.title for info in ACTIONS} - {"Find a command…"} <= set(names)
    assert {"LeNet-5", "Digits"} <= set(names)


def test_a_layer_is_found_and_put_into_the_network(qtbot: QtBot, window: MainWindow) -> None:
    window.page("network")
    before = set(window.workspace.graph.nodes)
    window.palette_flow.open()
    palette = window.palette_flow.palette
    assert palette is not None
    qtbot.keyClicks(palette.search, "dropout")
    assert (palette.shown[0].title, palette.shown[0].group) == ("Dropout", "Layer to add")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    [new] = window.workspace.graph.nodes.keys() - before
    assert window.workspace.graph.nodes[new].kind == "Dropout"
    offered = [one for one in commands_of(window) if one.group == "Layer to add"]
    assert len(offered) == len(window.page("network").palette_panel.kinds())


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_word_of_the_field_is_found_and_shown_in_the_glossary(qtbot: QtBot, window: MainWindow) -> None:
    window.helping.guide.follow(None)  # what brings the words in, once the window is painted
    window.palette_flow.open()
    palette = window.palette_flow.palette
    assert palette is not None
    qtbot.keyClicks(palette.search, "kernel")
    assert "Word in the glossary" in [one.group for one in palette.shown]
    next(one for one in palette.shown if one.group == "Word in the glossary").run()
    assert window.helping.glossary is not None
    assert window.helping.glossary.name == "kernel"
    palette.reject()
    window.helping.glossary.close()


def test_what_cannot_be_done_says_why_and_is_not_done(window: MainWindow) -> None:
    train = next(one for one in commands_of(window) if one.title == "Train" and one.group == "Action")
    assert train.why_not == "Open an image folder or a sample first"
    pause = next(one for one in commands_of(window) if one.title == "Pause or go on")
    assert pause.why_not == "No training runs"
    done: list[str] = []
    palette = CommandPalette([Command("One", "Action", lambda: done.append("one"), why_not="Not now"),
                              Command("Other", "Action", lambda: done.append("other"))], window)
    palette.do_current()
    assert not done
    palette.search.setText("oth")
    palette.do_current()
    assert done == ["other"]


def test_the_keyboard_alone_finds_and_does_a_command(qtbot: QtBot, window: MainWindow) -> None:
    window.palette_flow.open()
    palette = window.palette_flow.palette
    assert palette is not None
    qtbot.keyClicks(palette.search, "welcome")
    assert palette.shown[0].title == "Welcome page"
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    qtbot.keyClick(palette.search, Qt.Key.Key_Up)
    window.show_page("data")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert window.pages.current_name == "welcome"
    assert window.palette_flow.palette is None


def test_the_palette_opens_within_a_twentieth_of_a_second(window: MainWindow) -> None:
    window.page("network")
    window.palette_flow.open()
    spent = []
    for _ in range(5):
        assert window.palette_flow.palette is not None
        window.palette_flow.palette.reject()
        before = time.thread_time()
        window.palette_flow.open()
        spent.append(time.thread_time() - before)
    assert min(spent) < 0.05
    assert window.palette_flow.palette is not None
    window.palette_flow.palette.reject()
