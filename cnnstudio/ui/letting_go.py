"""Takes large image folders apart a few images at a time, once nobody uses them any more."""

import time
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
    from cnnstudio.workspace.workspace import Workspace

_FEW = 5000
"""Images of a folder that may go at once; it takes some 4 ms."""
_AT_ONCE = 500
_SHARE_S = 0.004
_WAIT_MS = 3000
"""By then pages and jobs have let go of a folder that another one took the place of."""


class LettingGo(QObject):
    """Follows the workspace, and is the last to hold the images of an arrangement that is in force no more.

    Otherwise whatever happens to hold them last, such as a page that is shown another folder, takes 80 ms to take
    100,000 apart, in the middle of a turn of the event loop.
    """

    def __init__(self, workspace: "Workspace", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = workspace.folder
        self._kept: deque[list[ImageFile]] = deque()
        self._pause = QTimer(self, interval=_WAIT_MS, singleShot=True)
        self._pause.timeout.connect(self._go_on)
        self._next = QTimer(self, interval=0, singleShot=True)
        self._next.timeout.connect(self._go_on)
        workspace.folder_changed.connect(self._on_changed)
        workspace.split_changed.connect(self._on_changed)

    @property
    def kept(self) -> int:
        """How many images are still to be let go of."""
        return sum(map(len, self._kept))

    def _on_changed(self) -> None:
        before, self._folder = self._folder, self._workspace.folder
        if before is None or before is self._folder:
            return
        self._kept += [list(files) for files in _lists_of(before) if len(files) > _FEW]
        if self._kept:
            self._next.stop()
            self._pause.start()

    def _go_on(self) -> None:
        end = time.perf_counter() + _SHARE_S
        while self._kept and time.perf_counter() < end:
            files = self._kept[0]
            del files[-_AT_ONCE:]
            if not files:
                self._kept.popleft()
        if self._kept:
            self._next.start()


def _lists_of(folder: "ImageFolder") -> "list[tuple[ImageFile, ...]]":
    """Return the images of a folder, and those of the scan it was made from."""
    return [folder.files] if folder.scanned is None else [folder.files, folder.scanned.files]
