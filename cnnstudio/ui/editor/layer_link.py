"""Keeps the selection on the canvas and the layer that is looked at elsewhere the same."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnstudio.ui.shared_layer import shared_layer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cnnstudio.ui.editor.session import EditorSession


class LayerLink(QObject):
    """One selected layer is told; a layer chosen elsewhere is selected where the network has it.

    A page that is not seen follows when it is shown: its forms take longer to build than a step of a slider may.
    """

    def __init__(self, session: "EditorSession", page: "QWidget") -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._waiting = ""
        self._shared = shared_layer(session.workspace)
        session.selection_changed.connect(self._tell)
        self._shared.changed.connect(self._follow)

    def _tell(self) -> None:
        if self._session.current is not None:
            self._shared.choose(self._session.current, self)

    def _follow(self, layer: str, chooser: object) -> None:
        self._waiting = "" if chooser is self else layer
        if self._page.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Select what was chosen elsewhere meanwhile."""
        layer, self._waiting = self._waiting, ""
        if layer in self._session.graph.nodes:
            self._session.select([layer])
