"""Lets a window that is smaller than its page be scrolled, so that large type and small screens cut nothing off."""

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget


class PageArea(QScrollArea):
    """Gives the pages all the space there is, but never less than they need.

    Twice the size on a screen of 1920 x 1080 pixels leaves a window of 960 x 540. Where header and rail stay in
    sight, the page can be moved under them; the keyboard's focus brings what it reaches into view.
    """

    def __init__(self, pages: QStackedWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_area")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(pages)
        self._pages = pages
        self._to_top = QTimer(self, singleShot=True, interval=0)
        self._to_top.timeout.connect(self._show_top)
        # a page's first field takes the focus when it is shown, and would be moved into the middle
        pages.currentChanged.connect(self._to_top.start)

    def _show_top(self) -> None:
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Ask for little: the page need not be seen whole."""
        return QSize(240, 160)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Ask for what the pages would like."""
        return self._pages.sizeHint()
