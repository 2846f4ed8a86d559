"""The program's window for a test: open, and closed when every job has ended."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from cnnstudio.ui.main_window import MainWindow
from cnnstudio.workspace.workspace import Workspace


@contextmanager
def open_window(qtbot: QtBot, runs_directory: Path) -> Iterator[MainWindow]:
    """Give the window, shown, with an empty workspace."""
    window = MainWindow(Workspace(runs_directory))
    window.resize(1280, 800)
    window.show()
    yield window
    # not by qtbot, which closes widgets before fixtures end: a job may still be importing torch
    window.jobs.stop_all(60_000)
    qtbot.waitUntil(lambda: not window.jobs.active(with_quiet=True), timeout=10_000)
    window.closing.is_agreed = True  # changes are left unsaved
    window.close()
    window.deleteLater()
