"""Which run a command of the menu is about."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cnnstudio.ui.main_window import MainWindow


def wished_run(window: "MainWindow") -> Path | None:
    """Return the run selected in the table of runs while that is on show, else the run that is looked at, if any."""
    table = window.pages.built("runs") if window.pages.current_name == "runs" else None
    selected: Path | None = table.selected_run if table is not None else None
    current = window.workspace.runs.current
    return selected or (current.path if current is not None else None)
