"""Loads the pages and torch in a thread once the window is up, and knows whether torch is there."""

import gc
import importlib
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from cnnstudio.data.folder.collector import held_back
from cnnstudio.ui.actions import PAGES
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.warm_up import EngineReady, WarmUpJob

ENGINE_SLOT = "engine"


_FIRST = ("cnnstudio.workspace.workspace", "cnnstudio.workspace.scan_job", "cnnstudio.workspace.health_job",
          "cnnstudio.ui.undo")
"""What opening a folder imports besides the Data page."""
_LOOK = (
    "cnnstudio.ui.inspector.maps.tab", "cnnstudio.ui.inspector.steps.tab", "cnnstudio.ui.inspector.trials.tab",
    "cnnstudio.ui.inspector.trust_panel", "cnnstudio.ui.inspector.audit.panel",
    "cnnstudio.workspace.look_job", "cnnstudio.workspace.split_predictions_job", "cnnstudio.workspace.list_runs_job",
    "cnnstudio.workspace.walk_job", "cnnstudio.workspace.layer_maps_job")
"""What the tabs of the Look inside page import when they are first shown, and what answers its first questions."""


@dataclass(frozen=True, slots=True)
class PageLoaded:
    """The modules of a page are imported."""

    name: str


class LoadJob:
    """Imports what the user will need next, the pages first, then torch: `PageLoaded` ..., then `EngineReady`.

    A page's first look would else wait for its imports (pyqtgraph alone takes half a second).
    """

    title = "Loading engine"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Import and yield what is there."""
        with held_back():
            # Qt for Python looks into each module that is imported, and pydantic answers by importing: where two
            # threads are at it the one meets the other's half a pydantic, and that never ends. So until the first page
            # is there nobody else imports anything; `Readiness` sees to it.
            for module in _FIRST:
                importlib.import_module(module)
            for info in PAGES:
                importlib.import_module(info.module)
                yield PageLoaded(info.name)
            for module in _LOOK:
                importlib.import_module(module)
            yield from WarmUpJob().run(should_stop)
            gc.freeze()  # what was imported stays: each full collection would walk through it, a third of a second


class Engine(QObject):
    """The state of the engine in words; only an engine that is being loaded makes a training wait."""

    changed = Signal()
    failed = Signal(str, str)
    page_loaded = Signal(str)
    """The name of a page that can be built without importing anything."""

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.is_loading = self.is_ready = False
        self.text = ""
        """For the status line; empty while nobody asked for the engine."""
        self._loaded_pages: set[str] = set()

    def load(self) -> None:
        """Start loading."""
        self.is_loading = True
        self.text = self.tr("Loading engine…")
        self.changed.emit()
        self._jobs.start(LoadJob(), slot=ENGINE_SLOT, on_event=self._on_event, on_failed=self._on_failed, quiet=True)

    def has_loaded(self, page: str) -> bool:
        """Whether ``page`` is imported, or nobody is about to: then it is when it is first asked for."""
        return not self.is_loading or page in self._loaded_pages

    def _on_event(self, event: object) -> None:
        if isinstance(event, PageLoaded):
            self._loaded_pages.add(event.name)
            self.page_loaded.emit(event.name)
        elif isinstance(event, EngineReady):
            self.is_ready = True
            one = self.tr("Engine ready: {device}, 1 thread")
            many = self.tr("Engine ready: {device}, {count} threads")
            self._end((one if event.threads == 1 else many).format(device=event.device, count=event.threads))

    def _on_failed(self, message: str, details: str) -> None:
        self._end(self.tr("No engine"))
        if not details:  # a fault of the program is shown by the runner
            self.failed.emit(message, details)

    def _end(self, text: str) -> None:
        self.is_loading = False
        self.text = text
        self.changed.emit()
