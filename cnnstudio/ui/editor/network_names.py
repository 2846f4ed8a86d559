"""Keeps the network's name in step with undo and redo: another network has another name."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from cnnstudio.workspace.workspace import Workspace


class NetworkNames(QObject):
    """Remembers from which undo step on the network is called what."""

    def __init__(self, workspace: Workspace, undo_stack: QUndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._stack = workspace, undo_stack
        self._names: dict[int, str] = {}
        self._last, self._shown = undo_stack.index(), workspace.network_name
        undo_stack.indexChanged.connect(self._on_index_changed)
        workspace.graph_replaced.connect(self._on_graph_replaced)

    def set_name(self, name: str, before: str) -> None:
        """Call the network ``name`` from the newest step on, and ``before`` when that is undone."""
        self._keep(self._stack.index(), name, before)
        self._shown = name
        self._workspace.set_network_name(name)

    def _keep(self, step: int, name: str, before: str) -> None:
        """Remember a name from a step on; steps after it are gone, as is the way to them."""
        self._names = {number: old for number, old in self._names.items() if number < step}
        self._names.setdefault(step - 1, before)
        self._names[step] = name

    def _on_graph_replaced(self) -> None:
        self._shown = self._workspace.network_name

    def _on_index_changed(self, index: int) -> None:
        if not shiboken6.isValid(self._stack):
            return    # the stack is emptied once more while the window is taken down
        if self._stack.count() == 0:    # another graph is open, and has its own name already
            self._names.clear()
            self._last = 0
            return
        self._learn(index)
        known = [step for step in self._names if step <= index]
        if known:
            self._workspace.set_network_name(self._names[max(known)])
        self._shown = self._workspace.network_name

    def _learn(self, index: int) -> None:
        """Keep the name that a new step brought itself."""
        current = self._workspace.network_name
        if index == self._last + 1 == self._stack.count() and current != self._shown:
            self._keep(index, current, self._shown)
        self._last = index
