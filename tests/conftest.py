"""Guards for every test: no screen needed, own folders, no noise, nothing left behind."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
os.environ.setdefault("GOMP_SPINCOUNT", "10000")
os.environ.setdefault("NO_ALBUMENTATIONS_UPDATE", "1")
# What is measured on a busy machine comes out differently each time; the tests of the precision take this away.
os.environ["CNNSTUDIO_PRECISION"] = "float32"

import gc
import importlib.util
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, print_blob=True, deadline=None)  # machines are busy
settings.load_profile("repeatable")

PATIENCE_MS = 60_000

HAS_QT = importlib.util.find_spec("PySide6") is not None

collect_ignore_glob = [] if HAS_QT else ["ui/*", "stories/test_window_*"]


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test its own data, cache and runs folders."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CNNSTUDIO_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def no_thread_left_behind() -> Iterator[None]:
    """Fail a test that leaves a Python thread of the program running."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate()
            if thread not in before and thread.is_alive() and thread.name.startswith("cnnstudio")]
    for thread in left:
        thread.join(5)
    assert not [thread.name for thread in left if thread.is_alive()]


if HAS_QT:
    from PySide6.QtCore import QStandardPaths
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    QStandardPaths.setTestModeEnabled(True)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
        """Let nothing be collected while Qt takes an object apart, until the last fixture of a window's test has ended.

        Qt holds a lock then, one of a few that all objects share, and would wait for itself.
        """
        if "qtbot" not in getattr(item, "fixturenames", ()):
            return (yield)
        gc.disable()
        try:
            return (yield)
        finally:
            gc.enable()

    class PatientBot(QtBot):
        """Waits as long as a busy machine may take: what never comes is noticed by the test's own time limit, too."""

        def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 0) -> None:
            super().waitUntil(callback, timeout=max(timeout, PATIENCE_MS))

    @pytest.fixture
    def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
        """Take the place of pytest-qt's own."""
        return PatientBot(request)

    @pytest.fixture(autouse=True)
    def no_widget_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
        """Fail a test of the interface that leaves a visible top-level widget."""
        yield
        application = QApplication.instance()
        if not isinstance(application, QApplication) or "qtbot" not in request.fixturenames:
            return
        left = [widget for widget in application.topLevelWidgets() if widget.isVisible()]
        names = [f"{type(widget).__name__} {widget.objectName()}" for widget in left]
        for widget in left:
            widget.close()
        if left:
            gc.collect()
        assert not names, f"left open: {names}"

    @pytest.fixture(autouse=True)
    def garbage_is_collected_in_the_gui_thread(request: pytest.FixtureRequest) -> Iterator[None]:
        """Collect as the program does, so that no job's thread takes a test's widgets apart."""
        if "qtbot" not in request.fixturenames:
            yield
            return
        from cnnstudio.ui.garbage import GarbageCollector

        collector = GarbageCollector()
        yield
        collector.stop()

    @pytest.fixture(autouse=True)
    def no_qthread_left_behind(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """Fail a test that leaves a QThread running."""
        from PySide6.QtCore import QThread

        started: list[QThread] = []
        start = QThread.start

        def remember(self: QThread, *args: object) -> None:
            started.append(self)
            start(self, *args)

        monkeypatch.setattr(QThread, "start", remember)
        yield
        import shiboken6

        running = [thread for thread in started if shiboken6.isValid(thread) and thread.isRunning()]
        for thread in running:
            thread.requestInterruption()
            thread.quit()
            thread.wait(10_000)
        names = [type(thread).__name__ for thread in running]
        assert not names, f"still running: {names}"


@pytest.fixture(scope="session", autouse=True)
def one_torch_thread() -> None:
    """Keep the arithmetic the same on every machine, and several runs beside each other bearable."""
    if "torch" in sys.modules or importlib.util.find_spec("torch"):
        import torch

        torch.set_num_threads(1)
