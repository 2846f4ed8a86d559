"""What a trained run can be used for: offered in the same words wherever a run is on show, and carried to the window.

So the pages need not know the dialogs.
"""

import weakref
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from cnnstudio.runs.group_results import GroupSummary, Row
from cnnstudio.ui.actions import ACTIONS, translated
from cnnstudio.ui.cards import described
from cnnstudio.ui.icons import set_icon

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace

PREDICT, REPORT, EXPORT = "predict_folder", "report", "export"
"""Names of the window's actions that are about a run."""
_ICONS = {PREDICT: "tag", REPORT: "chart", EXPORT: "save"}


class RunUses(QObject):
    """One for a workspace."""

    wanted = Signal(str, object)
    """`PREDICT`, `REPORT` or `EXPORT`, and the folder of the run: a `Path`."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__()
        self._workspace = weakref.ref(workspace)

    def ask_for(self, use: str, run: Row) -> None:
        """Ask for a use of a run of the table, if it is a whole one."""
        if not isinstance(run, GroupSummary) and run.is_sound and run.best_epoch:
            self.wanted.emit(use, run.path)

    def ask_for_current(self, use: str) -> None:
        """Ask for a use of the run that is looked at."""
        workspace = self._workspace()
        current = workspace.runs.current if workspace is not None else None
        if current is not None:
            self.wanted.emit(use, current.path)


_USES: "weakref.WeakKeyDictionary[Workspace, RunUses]" = weakref.WeakKeyDictionary()


def run_uses(workspace: "Workspace") -> RunUses:
    """Return the one carrier of what is wanted of runs for ``workspace``."""
    if workspace not in _USES:
        _USES[workspace] = RunUses(workspace)
    return _USES[workspace]


def use_actions(parent: QObject) -> dict[str, QAction]:
    """Return an action for each use, with the words of the window's menu and no keys of its own."""
    found = {}
    for info in ACTIONS:
        if info.name in _ICONS:
            action = QAction(translated(info.title), parent)
            action.setObjectName(f"use_{info.name}")
            action.setToolTip(translated(info.help))
            set_icon(action, _ICONS[info.name])
            found[info.name] = action
    return {name: found[name] for name in _ICONS}


class RunUseButton(QPushButton):
    """Opens a menu of the uses.

    Parameters
    ----------
    is_small : only a sign, where there is little room; the words are its tool tip
    """

    chosen = Signal(str)
    """`PREDICT`, `REPORT` or `EXPORT`."""

    def __init__(self, name: str, *, is_small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Use this run")
        tip = self.tr("Predict a folder with this run, write its report, or export it.")
        described(self, name, title, tip)
        if not is_small:
            self.setText(title)
        set_icon(self, "more" if is_small else "save")
        menu = QMenu(self)
        menu.setObjectName(f"{name}_menu")
        menu.setToolTipsVisible(True)
        for use, action in use_actions(self).items():
            action.triggered.connect(partial(self._choose, use))
            menu.addAction(action)
        self.setMenu(menu)

    def _choose(self, use: str, _is_checked: bool = False) -> None:
        self.chosen.emit(use)
