"""The images of a folder that is open no more go a few at a time, and nobody else holds them."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.ui import letting_go
from cnnstudio.ui.letting_go import LettingGo
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.folders import folder_of
from tests.helpers.images import make_folder
from tests.ui.test_main_window import wait_until_checked


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr(letting_go, "_FEW", 50)
    monkeypatch.setattr(letting_go, "_WAIT_MS", 50)
    monkeypatch.setattr(letting_go, "_AT_ONCE", 20)
    return Workspace(tmp_path / "runs")


def folder(count: int) -> ImageFolder:
    return folder_of([("cat" if number % 2 else "dog", None, f"{number}") for number in range(count)])


def test_the_images_of_a_folder_go_when_another_took_its_place(qtbot: QtBot, workspace: Workspace) -> None:
    leaving = LettingGo(workspace)
    workspace.open_folder(folder(400))
    assert leaving.kept == 0
    workspace.open_folder(folder(60))
    assert leaving.kept >= 400
    qtbot.waitUntil(lambda: leaving.kept == 0)
    workspace.start_over()
    assert leaving.kept >= 60
    qtbot.waitUntil(lambda: leaving.kept == 0)


def test_small_folders_are_not_kept(workspace: Workspace) -> None:
    leaving = LettingGo(workspace)
    workspace.open_folder(folder(40))
    workspace.start_over()
    assert leaving.kept == 0


def test_the_data_page_does_not_hold_the_images_of_a_folder_that_was_left(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.open_folder(make_folder(tmp_path / "pets", {"cat": 8, "dog": 8}, 24))
    wait_until_checked(qtbot, window)
    qtbot.waitUntil(lambda: not window.jobs.active(with_quiet=True))
    page = window.page("data")
    page.grid.selection.choose(2)
    page.grid.selection_changed.emit()
    holders = page.browser, page.browser.commands, page.browser.details
    assert all(getattr(one, "contents", None) or one._contents for one in holders)

    window.workspace.start_over()

    assert [getattr(one, "contents", None) or getattr(one, "_contents", None) for one in holders] == [None] * 3
    assert page.grid._rows is None
    assert page.shown_count == 0
