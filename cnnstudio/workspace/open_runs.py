"""Which runs the window shows: the folder they are in, and the one being looked at."""

from pathlib import Path
from typing import TYPE_CHECKING

from psygnal import Signal

if TYPE_CHECKING:
    from cnnstudio.runs.store import RunFolder


class OpenRuns:
    """The runs folder and the open run; a part of `Workspace`.

    Attributes are read only for views.
    """

    changed = Signal()
    """The folder has other content than before."""
    opened = Signal()
    """`current` is another run, or None."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.current: RunFolder | None = None

    def open(self, run: "RunFolder") -> None:
        """Make ``run`` the one that is looked at."""
        self.current = run
        self.opened.emit()

    def close(self) -> None:
        """Look at no run."""
        if self.current is not None:
            self.current = None
            self.opened.emit()

    def notify_changed(self) -> None:
        """Tell listeners that the folder has other content than before."""
        self.changed.emit()
