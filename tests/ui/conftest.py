"""The program's look on every test's application, and what the window's tests share."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnstudio.ui.actions import PAGES
from cnnstudio.ui.language import language
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.theme import theme
from cnnstudio.ui.workers import JobRunner
from tests.helpers.open_window import open_window
from tests.helpers.runs import SmallRun, make_run


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Wear the light scheme, whatever the desktop says."""
    theme().set_scheme("light")
    theme().install(qapp)
    gc.freeze()  # each test ends with a collection, which need not walk through all of torch every time


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    """Give a runner whose threads end with the test."""
    runner = JobRunner()
    yield runner
    runner.close()  # a page's timer, or what follows an event that comes late, would start another job
    assert runner.stop_all(60_000)
    qtbot.waitUntil(lambda: not runner.active(with_quiet=True), timeout=10_000)


@pytest.fixture(scope="session")
def small_run(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    """Train once for all tests that look at a run and leave it as it is."""
    return make_run(tmp_path_factory.mktemp("small_run"))


@pytest.fixture
def window(qtbot: QtBot, own_folders: Path) -> Iterator[MainWindow]:
    """Give the window, shown, with an empty workspace; it is closed at the end."""
    with open_window(qtbot, own_folders / "runs") as result:
        yield result


@pytest.fixture
def english() -> Iterator[None]:
    """Let what is built now know which texts it shows, so that they can follow."""
    language().set_language("en")
    yield
    language().reset()


@pytest.fixture
def whole_window(qtbot: QtBot, small_run: SmallRun) -> Iterator[MainWindow]:
    """Give a window with a folder, a run and every page and tab built."""
    with open_window(qtbot, small_run.runs) as window:
        window.workspace.open_folder(small_run.folder)
        for info in PAGES:
            window.pages.show_page(info.name)
            window.page(info.name)
        look = window.page("look")
        while look.body.tabs.build_ahead():
            pass
        yield window
