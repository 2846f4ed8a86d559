"""The adapter that makes a network edit one step of Qt's undo stack."""

import time

from PySide6.QtGui import QUndoCommand, QUndoStack

from cnnstudio.network.edits import Edit
from cnnstudio.network.graph import NetworkGraph

MERGE_WITHIN_S = 1.5


class EditCommand(QUndoCommand):
    """One edit of a graph; edits with the same merge key in quick succession become one step.

    The edit has been applied already when the command is pushed (an error inside ``redo`` could not reach the
    caller through Qt), so the first ``redo`` does nothing.
    """

    def __init__(self, graph: NetworkGraph, edit: Edit, *, now_s: float | None = None) -> None:
        super().__init__(edit.label)
        self._graph = graph
        self._edits = [edit]
        self._pushed_s = time.monotonic() if now_s is None else now_s
        self._skip_redo = True

    def redo(self) -> None:
        """Apply the edits in order."""
        if self._skip_redo:
            self._skip_redo = False
            return
        for edit in self._edits:
            edit.apply(self._graph)

    def undo(self) -> None:
        """Revert the edits, last first."""
        for edit in reversed(self._edits):
            edit.revert(self._graph)

    def id(self) -> int:
        """Return a number equal for mergeable commands; -1 never merges."""
        key = self._edits[-1].merge_key
        return -1 if key is None else hash(key) & 0x3FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 -- Qt's name
        """Take the next command in when it carries on the same burst."""
        if not isinstance(other, EditCommand) or other._graph is not self._graph:  # noqa: SLF001
            return False
        if other._edits[0].merge_key != self._edits[-1].merge_key:  # noqa: SLF001
            return False
        if other._pushed_s - self._pushed_s > MERGE_WITHIN_S:  # noqa: SLF001
            return False
        self._edits += other._edits  # noqa: SLF001
        self._pushed_s = other._pushed_s  # noqa: SLF001
        self.setText(other.text())
        return True


def push_edit(stack: QUndoStack, graph: NetworkGraph, edit: Edit) -> None:
    """Apply ``edit`` and make it one step of ``stack``.

    Raises
    ------
    NetworkError
        When the graph refuses the edit; nothing is pushed then.
    """
    edit.apply(graph)
    stack.push(EditCommand(graph, edit))
