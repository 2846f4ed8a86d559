"""What nobody caught: into the log file and, in one sentence, into the window."""

import logging
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from cnnstudio import __version__
from cnnstudio.errors import CNNStudioError

_LOG = logging.getLogger("cnnstudio")
_LOG_BYTES = 1_000_000
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class ErrorReporter(QObject):
    """Takes exceptions nobody caught, from any thread, logs them and tells the window."""

    reported = Signal(str, str)
    """The sentence for the user and the details (a traceback; empty for errors written for the user)."""

    def report(self, error: BaseException) -> None:
        """Log ``error`` and send `reported`; safe in any thread."""
        if isinstance(error, CNNStudioError):
            _LOG.warning("%s", error)
            self.reported.emit(str(error), "")
            return
        _LOG.error("Unexpected error", exc_info=error)
        text = self.tr("Something unexpected went wrong ({name}). The program goes on; the details are in the log.")
        name = f"{type(error).__name__}: {error}"[:200]
        self.reported.emit(text.format(name=name), details_of(error))

    def install(self) -> None:
        """Become the place where uncaught exceptions of all threads end."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error.with_traceback(trace))

    def _on_thread_exception(self, problem: threading.ExceptHookArgs) -> None:
        if problem.exc_value is not None and not isinstance(problem.exc_value, SystemExit):
            self.report(problem.exc_value)


def details_of(error: BaseException) -> str:
    """Return what a bug report needs: versions and the traceback."""
    from PySide6.QtCore import qVersion

    head = f"CNN Studio {__version__}, Python {sys.version.split()[0]}, Qt {qVersion()}, {sys.platform}\n\n"
    return head + "".join(traceback.format_exception(error))


def start_log(path: Path) -> None:
    """Write warnings and errors of the program and of Qt to ``path``; a folder without permission is no error."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.INFO)
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.INFO)
    qInstallMessageHandler(_log_qt_message)


def _log_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    _LOG.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
