"""The adapter that makes an edit, of the network or of the workspace, one step of Qt's undo stack."""

import time
from collections.abc import Hashable
from typing import Any, Protocol, TypeVar

from PySide6.QtGui import QUndoCommand, QUndoStack

MERGE_WITHIN_S = 1.5
Target_contra = TypeVar("Target_contra", contravariant=True)


class ReversibleEdit(Protocol[Target_contra]):
    """A change of a target (a network graph, the workspace) that can be taken back."""

    @property
    def label(self) -> str:
        """What the undo menu says."""
        ...

    @property
    def merge_key(self) -> Hashable | None:
        """Edits with the same key in quick succession become one step; None never does."""
        ...

    def apply(self, target: Target_contra, /) -> None:
        """Make the change, wholly or not at all."""

    def revert(self, target: Target_contra, /) -> None:
        """Take the last `apply` back."""


class EditCommand(QUndoCommand):
    """One edit of a target; edits with the same merge key in quick succession become one step.

    The edit has been applied already when the command is pushed (an error inside ``redo`` could not reach the
    caller through Qt), so the first ``redo`` does nothing.
    """

    def __init__(self, target: Any, edit: ReversibleEdit[Any], *, now_s: float | None = None) -> None:
        super().__init__(edit.label)
        self._target = target
        self._edits = [edit]
        self._pushed_s = time.monotonic() if now_s is None else now_s
        self._skip_redo = True

    def redo(self) -> None:
        """Apply the edits in order."""
        if self._skip_redo:
            self._skip_redo = False
            return
        for edit in self._edits:
            edit.apply(self._target)

    def undo(self) -> None:
        """Revert the edits, last first."""
        for edit in reversed(self._edits):
            edit.revert(self._target)

    def id(self) -> int:
        """Return a number equal for mergeable commands; -1 never merges."""
        key = self._edits[-1].merge_key
        return -1 if key is None else hash(key) & 0x3FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 -- Qt's name
        """Take the next command in when it carries on the same burst."""
        if not isinstance(other, EditCommand) or other._target is not self._target:  # noqa: SLF001
            return False
        if other._edits[0].merge_key != self._edits[-1].merge_key:  # noqa: SLF001
            return False
        if other._pushed_s - self._pushed_s > MERGE_WITHIN_S:  # noqa: SLF001
            return False
        self._edits += other._edits  # noqa: SLF001
        self._pushed_s = other._pushed_s  # noqa: SLF001
        self.setText(other.text())
        return True


def push_edit(stack: QUndoStack, target: Target_contra, edit: ReversibleEdit[Target_contra]) -> None:
    """Apply ``edit`` and make it one step of ``stack``.

    Raises
    ------
    CNNStudioError
        When the target refuses the edit; nothing is pushed then.
    """
    edit.apply(target)
    stack.push(EditCommand(target, edit))
