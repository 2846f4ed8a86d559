"""Opens the real window and lets a story run beside it."""

import faulthandler
import sys
from collections.abc import Callable
from pathlib import Path

from cnnstudio.ui import app
from cnnstudio.ui.main_window import MainWindow
from tests.helpers.hand import Hand, tell

LONGEST_S = 140


def tell_in_window(story: Callable[[MainWindow, Hand, Path], None]) -> int:
    """Tell a story to the end and return 0, or 1 with its error; one that hangs ends with every thread's stack.

    The first word of the command line is the folder for the story's pictures.
    """
    faulthandler.dump_traceback_later(LONGEST_S, exit=True)
    application = app.create_application()
    window = MainWindow()
    window.resize(1280, 800)
    window.show()

    def told(hand: Hand) -> None:
        try:
            story(window, hand, Path(sys.argv[1]))
        finally:
            window.closing.is_agreed = True  # what a story changed is left unsaved

    status = tell(told, application)
    window.jobs.stop_all()
    window.close()
    return status
