"""Loads the pages and torch in a thread once the window is up, and knows whether torch is there."""

import gc
import importlib
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from cnnstudio.data.folder.collector import held_back
from cnnstudio.ui.actions import PAGES
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.warm_up import EngineReady, WarmUpJob

ENGINE_SLOT = "engine"


class LoadJob:
    """Imports what the user will need next, the pages first, then torch; the result is `EngineReady`.

    A page's first look would else wait for its imports (pyqtgraph alone takes half a second).
    """

    title = "Loading engine"

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Import and yield the result."""
        with held_back():
            for info in PAGES:
                importlib.import_module(info.module)
            yield from WarmUpJob().run(should_stop)
            gc.freeze()  # what was imported stays: each full collection would walk through it, a third of a second


class Engine(QObject):
    """The state of the engine in words; only an engine that is being loaded makes a training wait."""

    changed = Signal()
    failed = Signal(str, str)

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.is_loading = False
        self.text = ""
        """For the status line; empty while nobody asked for the engine."""

    def load(self) -> None:
        """Start loading."""
        # Qt for Python looks into each module that is imported, and pydantic answers by importing: where two threads
        # are at it the one meets the other's half a pydantic, and that never ends. So it is whole before there are two.
        importlib.import_module("cnnstudio.data.config")
        self.is_loading = True
        self.text = self.tr("Loading engine…")
        self.changed.emit()
        self._jobs.start(LoadJob(), slot=ENGINE_SLOT, on_event=self._on_event, on_failed=self._on_failed, quiet=True)

    def _on_event(self, event: object) -> None:
        if isinstance(event, EngineReady):
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
