"""The stack of pages; each is imported and built when it is first shown."""

import importlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from cnnstudio.ui.actions import PAGES, PageInfo

_INFOS = {info.name: info for info in PAGES}


class PageStack(QStackedWidget):
    """Holds the welcome page and, once asked for, the pages of the rail.

    Parameters
    ----------
    arguments
        Called with a page's name for what to build it with.
    """

    navigate_requested = Signal(str)
    message_requested = Signal(str, str)

    def __init__(self, arguments: Callable[[str], tuple[object, ...]], welcome: QWidget,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._arguments = arguments
        self._pages: dict[str, Any] = {"welcome": welcome}
        self.addWidget(welcome)

    @property
    def current_name(self) -> str:
        """The name of the page shown."""
        return next(name for name, page in self._pages.items() if page is self.currentWidget())

    def built(self, name: str) -> Any:
        """Return page ``name`` if it has been built, else None."""
        return self._pages.get(name)

    def page(self, name: str) -> Any:
        """Return page ``name``, built if need be."""
        if name not in self._pages:
            page = self._build(_INFOS[name])
            self._pages[name] = page
            self.addWidget(page)
        return self._pages[name]

    def show_page(self, name: str) -> Any:
        """Show page ``name`` and return it."""
        page = self.page(name)
        self.setCurrentWidget(page)
        return page

    def shut_down(self) -> None:
        """Let the pages end their own threads; the window is closing."""
        for page in self._pages.values():
            if hasattr(page, "shut_down"):
                page.shut_down()

    def _build(self, info: PageInfo) -> Any:
        page_class = getattr(importlib.import_module(info.module), info.class_name)
        page = page_class(*self._arguments(info.name))
        for signal in ("navigate_requested", "message_requested"):
            if hasattr(page, signal):
                getattr(page, signal).connect(getattr(self, signal))
        return page
