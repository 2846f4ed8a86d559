"""Lets Python collect its garbage in the GUI thread only."""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

from cnnstudio.data.folder.collector import is_held_back

_TICK_MS = 50
_GROWTH = 1.25
"""How many times as much memory there must be in use as after the last full collection; CPython's own rule is of the
same kind and counts old objects. Counting them here would need `gc.get_objects`: it holds on to every tuple, also to
one that another thread is still filling, and filling it then fails ("bad argument to internal function")."""


class GarbageCollector(QObject):
    """Collects in place of the interpreter's automatic collection, with its thresholds, while this is there.

    Left to itself Python collects in whatever thread makes the next object, and that may be a job's. Widgets and items
    that were dropped in a reference cycle are then taken apart in that thread, and their C++ halves deleted in the
    middle of whatever the GUI thread does, a child after the parent that has deleted it already: the process aborts.
    A timer of the GUI thread fires when Qt is not inside a widget; one of no time at all, once nothing is left to be
    painted, so that a collection, which takes 20 ms with 20,000 images, does not come on top of showing them.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        self._blocks = 0
        self._timer = QTimer(self, interval=_TICK_MS)
        self._idle = QTimer(self, interval=0, singleShot=True)
        self._idle.timeout.connect(self.collect)
        self._timer.timeout.connect(self._idle.start)
        gc.disable()
        self._timer.start()

    def collect(self) -> None:
        """Collect the generations that are due."""
        generation = None if is_held_back() else self._due()
        if generation is not None:
            gc.collect(generation)
        if generation == 2:
            self._blocks = sys.getallocatedblocks()

    def stop(self) -> None:
        """Leave collecting to the interpreter again."""
        self._timer.stop()
        self._idle.stop()
        if self._was_on:
            gc.enable()

    def _due(self) -> int | None:
        """Return the oldest generation that is to be collected, None while there are few new objects."""
        young, middle, old = (count > limit for count, limit in zip(gc.get_count(), gc.get_threshold(), strict=True))
        if not young:
            return None
        if not middle:
            return 0
        return 2 if old and sys.getallocatedblocks() > _GROWTH * self._blocks else 1
