"""Lets what the user asks of a page wait until the page's modules are imported, so that the window never waits."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from cnnstudio.ui.engine import Engine
from cnnstudio.ui.pages import PageStack

BUILT_AHEAD = "data"
"""The page that every folder and sample needs."""
BUILT_LATER = ("network", "train", "runs", "look")
"""Pages that are built piece by piece when the engine is there, so that the first visit does not wait."""


class Readiness(QObject):
    """Follows the engine, which imports the pages one by one, and builds the first of them piece by piece.

    Where no engine is being loaded nothing waits: a page is imported and built when it is asked for.
    """

    def __init__(self, engine: Engine, pages: PageStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._pages = engine, pages
        self._wishes: dict[str, tuple[str, Callable[[], object]]] = {}
        engine.page_loaded.connect(self._on_loaded)
        engine.changed.connect(self._on_changed)
        pages.page_built.connect(self._fulfil)

    def when_there(self, page: str, wish: str, action: Callable[[], object]) -> None:
        """Call ``action`` as soon as ``page`` can be shown without a wait, at once if it can be now.

        Parameters
        ----------
        page
            The name of a page.
        wish
            What kind of wish it is: a newer one replaces one of the same kind that still waits.
        action
            What was asked for.
        """
        self._wishes.pop(wish, None)
        if self._is_there(page):
            action()
        else:
            self._wishes[wish] = (page, action)

    def _is_there(self, page: str) -> bool:
        return self._engine.has_loaded(page) and not self._pages.is_building(page)

    def _on_loaded(self, page: str) -> None:
        if page == BUILT_AHEAD:
            self._pages.build_ahead(page)
        self._fulfil()

    def _on_changed(self) -> None:
        if self._engine.is_ready:
            for page in BUILT_LATER:
                self._pages.build_ahead(page)
        self._fulfil()

    def _fulfil(self) -> None:
        for wish, (page, action) in list(self._wishes.items()):
            if self._is_there(page):
                self._wishes.pop(wish, None)
                action()
