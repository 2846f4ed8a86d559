"""The stack of pages; each is imported and built when it is first shown, or ahead of that piece by piece."""

import importlib
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cnnstudio.ui.actions import PAGES, PageInfo
from cnnstudio.ui.pieces import Pieces

_INFOS = {info.name: info for info in PAGES}
_POLISHED_AT_ONCE = 120
_BETWEEN_PIECES_MS = 5
"""For what else is to be done, also by the thread that imports."""


class PageStack(QStackedWidget):
    """Holds the welcome page and, once asked for, the pages of the rail.

    Parameters
    ----------
    arguments
        Called with a page's name for what to build it with.
    """

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)
    message_withdrawn = Signal(str)
    page_built = Signal(str)
    """The name of a page that can be shown from now on."""

    def __init__(self, arguments: Callable[[str], tuple[object, ...]], welcome: QWidget,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._arguments = arguments
        self._pages: dict[str, Any] = {"welcome": welcome}
        self.addWidget(welcome)
        self._building: dict[str, Pieces] = {}
        self._is_shut = False
        self._turn = QTimer(self, interval=_BETWEEN_PIECES_MS, singleShot=True)
        self._turn.timeout.connect(self._build_piece)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return what the page on show needs, whatever the others do."""
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def heightForWidth(self, _width: int) -> int:  # noqa: N802
        """Return the least height the page on show can do with, not what the tallest of all pages would like."""
        return self.minimumSizeHint().height()

    @property
    def current_name(self) -> str:
        """The name of the page shown."""
        return next(name for name, page in self._pages.items() if page is self.currentWidget())

    def built(self, name: str) -> Any:
        """Return page ``name`` if it has been built, else None."""
        return self._pages.get(name)

    def page(self, name: str) -> Any:
        """Return page ``name``, built if need be."""
        pieces = self._building.pop(name, None)
        if name not in self._pages:
            (pieces or self._begin(name)).build_rest()
        return self._pages[name]

    def build_ahead(self, name: str) -> None:
        """Build page ``name`` over several turns of the event loop; `page_built` says when it is there."""
        if name not in self._pages and name not in self._building and not self._is_shut:
            self._building[name] = self._begin(name)
            self._turn.start()

    def is_building(self, name: str) -> bool:
        """Whether page ``name`` is being built ahead."""
        return name in self._building

    def _build_piece(self) -> None:
        for name, pieces in list(self._building.items())[:1]:
            if not pieces.build_next():  # nothing is left, or it failed and was told
                self._building.pop(name, None)
        if self._building:
            self._turn.start()

    def _begin(self, name: str) -> Pieces:
        return Pieces(self._build(_INFOS[name]))

    def show_page(self, name: str) -> Any:
        """Show page ``name`` and return it."""
        page = self.page(name)
        self.setCurrentWidget(page)
        return page

    def shut_down(self) -> None:
        """Let the pages end their own threads; the window is closing."""
        self._is_shut = True
        for pieces in list(self._building.values()):
            pieces.build_rest()
        for page in self._pages.values():
            if hasattr(page, "shut_down"):
                page.shut_down()

    def _build(self, info: PageInfo) -> Iterator[None]:
        """Build a page; one that can be built in pieces stands in the stack from the first one on."""
        page_class = getattr(importlib.import_module(info.module), info.class_name)
        if hasattr(page_class, "IN_PIECES"):
            page = page_class(*self._arguments(info.name), parent=self, in_pieces=True)
            self.addWidget(page)
            yield
            while page.pieces.build_next():
                yield
        else:
            page = page_class(*self._arguments(info.name), parent=self)
            self.addWidget(page)
        for signal in ("navigate_requested", "message_requested", "message_withdrawn"):
            if hasattr(page, signal):
                getattr(page, signal).connect(getattr(self, signal))
        yield from _polish(page)
        self._building.pop(info.name, None)
        self._pages[info.name] = page
        self.page_built.emit(info.name)


def _polish(page: QWidget) -> Iterator[None]:
    """Style what is on a page, which would else be done all at once when it is first shown."""
    for number, widget in enumerate((page, *page.findChildren(QWidget))):
        if not number % _POLISHED_AT_ONCE:
            yield
        widget.ensurePolished()
