"""How large everything is: remembered, in force from the next start, which brings back what is open."""

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.ui import sizing
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.settings import SIZES, Settings
from cnnstudio.ui.sizing import apply_size, take_our_place, was_started_again
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun


@pytest.fixture(autouse=True)
def no_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_SCALE_FACTOR", "CNNSTUDIO_SCALE_FACTOR_SET", "CNNSTUDIO_STARTED_AGAIN"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.mark.parametrize(("size", "is_beamer", "factor"), [
    (100, False, None), (125, False, "1.25"), (200, False, "2"), (100, True, "1.5"), (150, True, "2.25")])
def test_the_factor_is_the_chosen_size_times_that_of_a_beamer(
        tmp_path: Path, size: int, is_beamer: bool, factor: str | None) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.size, settings.is_beamer = size, is_beamer
    apply_size(settings)
    assert os.environ.get("QT_SCALE_FACTOR") == factor


def test_a_factor_of_the_users_own_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "3")
    settings = Settings(tmp_path / "settings.ini")
    settings.size = 150
    apply_size(settings)
    assert os.environ["QT_SCALE_FACTOR"] == "3"


def test_a_size_that_makes_no_sense_is_the_usual_one(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for wrong in ("40000", "-1", "much", ""):
        settings._store.setValue("view/size", wrong)
        assert settings.size == 100
    assert SIZES[0] == 100
    assert SIZES[-1] == 200


@pytest.fixture
def window(qtbot: QtBot, small_run: SmallRun) -> MainWindow:
    workspace = Workspace(small_run.runs)
    workspace.open_folder(small_run.folder)
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    window.show()
    return window


def test_starting_again_opens_what_is_open(window: MainWindow, qtbot: QtBot) -> None:
    window.findChild(QAction, "size_150").trigger()
    assert window.settings.size == 150
    line = window.messages.lines[0]
    next(button for button in line.findChildren(QPushButton) if button.text() == "Start again now").click()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert window.sizing.starts_again
    saved = window.sizing.arguments == (str(window.workspace.folder.root),)
    assert saved or (window.sizing.arguments == () and window.projects.is_unsaved)


def test_the_beamer_mode_is_remembered(window: MainWindow) -> None:
    action = window.findChild(QAction, "action_beamer_mode")
    assert not action.isChecked()
    action.trigger()
    assert Settings().is_beamer
    action.trigger()
    assert not Settings().is_beamer
    window.projects.close(keep_unsaved=False)


def test_the_new_process_gets_the_window_and_no_old_factor(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    monkeypatch.setattr(sizing.os, "execve", lambda *arguments: told.append(arguments))
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.5")
    monkeypatch.setenv("CNNSTUDIO_SCALE_FACTOR_SET", "1")
    take_our_place(("/images of mine",))
    (_program, command, environment), = told
    assert command[1:] == ["-m", "cnnstudio", "gui", "/images of mine"]
    assert "QT_SCALE_FACTOR" not in environment
    monkeypatch.setenv("CNNSTUDIO_STARTED_AGAIN", environment["CNNSTUDIO_STARTED_AGAIN"])
    assert was_started_again()
    assert not was_started_again()
