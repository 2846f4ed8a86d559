"""Keeps the selection on the canvas and the layer that is looked at elsewhere the same."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnstudio.ui.shared_layer import shared_layer

if TYPE_CHECKING:
    from cnnstudio.ui.editor.session import EditorSession


class LayerLink(QObject):
    """One selected layer is told; a layer chosen elsewhere is selected where the network has it."""

    def __init__(self, session: "EditorSession", parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._shared = shared_layer(session.workspace)
        session.selection_changed.connect(self._tell)
        self._shared.changed.connect(self._follow)

    def _tell(self) -> None:
        if self._session.current is not None:
            self._shared.choose(self._session.current, self)

    def _follow(self, layer: str, chooser: object) -> None:
        if chooser is not self and layer in self._session.graph.nodes:
            self._session.select([layer])
