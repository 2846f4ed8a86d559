"""Where and how large the window opens: as it was left, and never larger than the screen shows of it."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.dialog_size import FRAME_PX


def place_window(window: QWidget, left_as: QByteArray, screen: QSize | None = None) -> None:
    """Give a window its size before it is shown.

    Qt does not restore what was left on a screen of another size, and one where everything is drawn half as large again
    is such a screen. A window that has no size from before and does not fit fills the screen.

    Parameters
    ----------
    window : the window, in its usual size; its smallest size gives way where the screen is smaller still
    left_as : what ``saveGeometry`` gave when it was closed; empty at the first start
    screen : room for windows, in pixels that do not depend on the scale; what the window's screen has
    """
    is_as_left = window.restoreGeometry(left_as)
    room = (screen if screen is not None else window.screen().availableSize()) - FRAME_PX
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    if window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
        return
    fitting = window.size().boundedTo(room)
    if fitting != window.size():
        window.resize(fitting)
        if not is_as_left:
            window.setWindowState(Qt.WindowState.WindowMaximized)
