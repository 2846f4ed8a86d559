"""Starts the window: application, theme, log, first paint, then the engine in a thread."""

import logging
import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cnnstudio import __version__, paths
from cnnstudio.ui import icons
from cnnstudio.ui.error_log import ErrorReporter, start_log
from cnnstudio.ui.garbage import GarbageCollector
from cnnstudio.ui.language import language, wished
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.opened_files import OpenedFiles
from cnnstudio.ui.page_walk import PageWalk
from cnnstudio.ui.polite_end import PoliteEnd
from cnnstudio.ui.settings import Settings
from cnnstudio.ui.sizing import apply_size, take_our_place
from cnnstudio.ui.theme import theme
from cnnstudio.ui.window_place import place_window

PRINT_FIRST_PAINT = "CNNSTUDIO_PRINT_FIRST_PAINT"
"""``1``: say when the window was painted first; ``quit``: and close it; ``pages``: show every page before that."""


def create_application() -> QApplication:
    """Return the one QApplication, dressed in the theme."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    apply_size(Settings())
    application = QApplication(sys.argv[:1])
    GarbageCollector(application)
    application.setApplicationName("cnnstudio")
    application.setApplicationDisplayName("CNN Studio")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("cnnstudio")
    theme().set_scheme(Settings().scheme)
    theme().install(application)
    language().set_language(wished(Settings().language))
    application.setWindowIcon(icons.icon("network", "accent"))
    return application


def seconds_since_start() -> float:
    """Return the seconds since this process began (0 where the system does not tell)."""
    try:
        fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        started = int(fields[19]) / os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - started
    except (OSError, AttributeError, ValueError):
        return 0.0


class _Start(QObject):
    """What happens once the window has been painted."""

    def __init__(self, window: MainWindow, folder: Path | None, sample: str | None) -> None:
        super().__init__(window)
        self._window, self._folder, self._sample = window, folder, sample
        window.first_painted.connect(self._on_first_paint)

    def _on_first_paint(self) -> None:
        if os.environ.get(PRINT_FIRST_PAINT):
            sys.stdout.write(f"first paint after {seconds_since_start():.2f} s\n")
            sys.stdout.flush()
        if self._folder is not None and is_project(self._folder):
            self._window.projects.open(self._folder)
        elif self._folder is not None:
            self._window.open_folder(self._folder)
        elif self._sample is not None:
            self._window.open_sample(self._sample)
        if self._window.settings.problem:
            self._window.show_message(self._window.settings.problem, "warning")
        self._window.engine.load()
        if os.environ.get(PRINT_FIRST_PAINT) == "quit":
            QTimer.singleShot(0, self._window, self._window.close)
        elif os.environ.get(PRINT_FIRST_PAINT) == "pages":
            PageWalk(self._window)


def is_project(path: Path) -> bool:
    """Whether a path given at the start names a project file rather than a folder of images."""
    return path.suffix.lower() == ".cnnstudio" and not path.is_dir()


def main(folder: Path | None = None, sample: str | None = None) -> int:
    """Open the window, with a folder, a project file or a sample, and return the exit status when it is closed."""
    application = create_application()
    start_log(paths.log_file())
    reporter = ErrorReporter()
    reporter.install()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program at once
    window = MainWindow()
    reporter.reported.connect(window.show_error)
    _Start(window, folder, sample)
    if sys.platform == "darwin":  # only there, for it is asked about every event
        OpenedFiles(application, window).wanted.connect(window.path_dropped)
    ending = PoliteEnd(window)
    ending.wanted.connect(window.closing.end_politely)
    ending.listen()
    place_window(window, window.settings.geometry)
    window.show()
    status = application.exec()
    ending.stop_listening()
    if window.sizing.starts_again:
        logging.shutdown()
        take_our_place(window.sizing.arguments)
    if window.jobs.has_threads():
        # Loading torch cannot be interrupted, and destroying a running thread aborts the process. Nothing of the
        # user's is at stake here: closing has waited for everything that saves.
        logging.shutdown()
        os._exit(status)
    return status
