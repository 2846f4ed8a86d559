"""What the user wants to see of the predictions, carried between pages that do not know each other."""

import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace

Outcome = Literal["all", "right", "wrong"]


@dataclass(frozen=True, slots=True)
class ImageFilter:
    """Which predictions are shown; None means any class."""

    true_class: int | None = None
    predicted_class: int | None = None
    outcome: Outcome = "all"
    only: frozenset[Path] | None = None
    """Only these files; None means any."""

    def lets_pass(self, true_class: int, predicted_class: int) -> bool:
        """Whether a prediction belongs to what is wanted."""
        if self.true_class not in (None, true_class) or self.predicted_class not in (None, predicted_class):
            return False
        return self.outcome == "all" or (self.outcome == "right") == (true_class == predicted_class)


class FilterRequests(QObject):
    """Passes the wish for a filter on to whoever shows images; the newest wish waits until one is built."""

    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._newest: ImageFilter | None = None

    def request(self, wanted: ImageFilter) -> None:
        """Ask for ``wanted``."""
        self._newest = wanted
        self.requested.emit()

    def take(self) -> ImageFilter | None:
        """Return the newest wish, once."""
        newest, self._newest = self._newest, None
        return newest


_REQUESTS: "weakref.WeakKeyDictionary[Workspace, FilterRequests]" = weakref.WeakKeyDictionary()


def filter_requests(workspace: "Workspace") -> FilterRequests:
    """Return the one carrier of filter wishes for ``workspace``."""
    return _REQUESTS.setdefault(workspace, FilterRequests())
