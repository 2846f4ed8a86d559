"""The program's look on every test's application, and what the window's tests share."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.theme import theme
from tests.helpers.open_window import open_window


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Wear the light scheme, whatever the desktop says."""
    theme().set_scheme("light")
    theme().install(qapp)
    gc.freeze()  # each test ends with a collection, which need not walk through all of torch every time


@pytest.fixture
def window(qtbot: QtBot, own_folders: Path) -> Iterator[MainWindow]:
    """Give the window, shown, with an empty workspace; it is closed at the end."""
    with open_window(qtbot, own_folders / "runs") as result:
        yield result
