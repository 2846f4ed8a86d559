"""``cnnstudio`` and ``python -m cnnstudio``: the window, or a command without it."""

import contextlib
import faulthandler
import importlib.util
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from cnnstudio.training.threads import set_spin_count

NO_DISPLAY = ("There is no display to open the window on. 'cnnstudio demo' does the same job without a window "
              "and leaves pictures and a report; 'cnnstudio --help' lists the commands.")
NO_QT = ("The window needs PySide6, which is not installed: pip install PySide6-Essentials. "
         "'cnnstudio demo' does the same job without a window.")
_PLATFORMS_WITHOUT_DISPLAY = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the arguments ``argv`` (the process's own unless given); return the exit status."""
    set_spin_count()
    with contextlib.suppress(AttributeError, OSError, ValueError, RuntimeError):
        faulthandler.enable()
    threading.excepthook = _log_thread_error
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--language"] and len(words) == 2:  # nothing but a language: the window in it
        words = [*words, "gui"]
    if not words or words[0] == "--sample" or words[0].startswith("--sample=") or words[0].endswith(".cnnstudio"):
        words = ["gui", *words]
    from cnnstudio import cli

    return cli.main(words, open_window=open_window)


def open_window(folder: Path | None, sample: str | None) -> int:
    """Open the window with a folder or a sample; a sentence and status 1 where there can be none."""
    from cnnstudio.errors import InputError, MissingLibraryError
    from cnnstudio.wording import translate

    if importlib.util.find_spec("PySide6") is None:
        raise MissingLibraryError(translate("core", NO_QT))
    if not has_display():
        raise InputError(translate("core", NO_DISPLAY))
    from cnnstudio.ui import app

    return app.main(folder, sample)


def _log_thread_error(problem: threading.ExceptHookArgs) -> None:
    """Log what a thread did not catch, and tell it in one sentence."""
    from cnnstudio.cli.program import log_unexpected

    if problem.exc_value is not None and not isinstance(problem.exc_value, SystemExit):
        sentence = log_unexpected(problem.exc_value)
        if sys.stderr is not None:
            sys.stderr.write(sentence + "\n")


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere when X11 or Wayland is there."""
    if sys.platform in {"win32", "darwin"}:
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    return platform in _PLATFORMS_WITHOUT_DISPLAY or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
