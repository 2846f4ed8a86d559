"""Passes to the window that a run is to be exported, so that the pages need not know the dialog."""

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.runs.group_results import GroupSummary, Row

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace


class ExportWishes(QObject):
    """One for a workspace."""

    requested = Signal(object)
    """The folder of the run that is to be exported: a `Path`."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._workspace = weakref.ref(workspace)

    def ask_for(self, run: Row) -> None:
        """Ask for a run of the table, if it is a whole one."""
        if not isinstance(run, GroupSummary) and run.is_sound and run.best_epoch:
            self.requested.emit(run.path)

    def ask_for_current(self) -> None:
        """Ask for the run that is looked at."""
        workspace = self._workspace()
        current = workspace.runs.current if workspace is not None else None
        if current is not None:
            self.requested.emit(current.path)


_WISHES: "weakref.WeakKeyDictionary[Workspace, ExportWishes]" = weakref.WeakKeyDictionary()


def export_wishes(workspace: "Workspace") -> ExportWishes:
    """Return the one carrier of wishes to export for ``workspace``."""
    if workspace not in _WISHES:
        _WISHES[workspace] = ExportWishes(workspace)
    return _WISHES[workspace]
