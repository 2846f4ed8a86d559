"""Builds the tabs of the Look inside page ahead, one at a time, while the user looks at the first answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.look import LookSession
    from cnnstudio.ui.inspector.tabs import LookTabs

_QUIET_MS = 700
"""So long nothing is asked or answered before a tab is built."""


class IdleBuilding(QObject):
    """Waits for a quiet moment after an answer; every question puts it off."""

    def __init__(self, tabs: "LookTabs", session: "LookSession", parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._pause = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._pause.timeout.connect(self._build)
        session.asked.connect(self._pause.stop)
        session.ended.connect(self._begin)

    def _begin(self) -> None:
        """Wait again; what nobody sees is built for nobody."""
        if self._tabs.isVisible():
            self._pause.start()

    def _build(self) -> None:
        if self._tabs.isVisible() and self._tabs.build_ahead():
            self._pause.start()
