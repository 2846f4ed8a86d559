"""The program's look on every test's application, and what the window's tests share."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.theme import theme
from cnnstudio.workspace.workspace import Workspace


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Wear the light scheme, whatever the desktop says."""
    theme().set_scheme("light")
    theme().install(qapp)
    gc.freeze()  # each test ends with a collection, which need not walk through all of torch every time


@pytest.fixture
def window(qtbot: QtBot, own_folders: Path) -> Iterator[MainWindow]:
    """Give the window, shown, with an empty workspace; it is closed at the end."""
    result = MainWindow(Workspace(own_folders / "runs"))
    result.resize(1280, 800)
    result.show()
    yield result
    # not by qtbot, which closes widgets before fixtures end: a job may still be importing torch
    result.jobs.stop_all(60_000)
    qtbot.waitUntil(lambda: not result.jobs.active(with_quiet=True), timeout=10_000)
    result.close()
    result.deleteLater()
