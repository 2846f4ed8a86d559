"""Keeps the layer that is looked at and the one selected on the Network page the same."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnstudio.ui.inspector.tabs import AUTO
from cnnstudio.ui.shared_layer import shared_layer

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.layer_slider import LayerSlider
    from cnnstudio.ui.inspector.tabs import LookSelection
    from cnnstudio.workspace.workspace import Workspace


class LayerLink(QObject):
    """A layer selected there is looked at here when the page is shown and the run has it; and the other way round."""

    def __init__(self, workspace: "Workspace", selection: "LookSelection", layers: "LayerSlider",
                 parent: QObject) -> None:
        super().__init__(parent)
        self._selection, self._layers = selection, layers
        self._shared = shared_layer(workspace)
        self._is_shown = False
        self._waiting = ""
        selection.changed.connect(self._tell)
        self._shared.changed.connect(self._on_shared)

    def set_shown(self, shown: bool) -> None:
        """Say whether the page is seen; a layer chosen meanwhile is taken over when it is."""
        self._is_shown = shown
        if shown and self._waiting:
            self._follow()

    def _tell(self) -> None:
        if self._selection.layer != AUTO and not self._waiting:
            self._shared.choose(self._selection.layer, self)

    def _on_shared(self, layer: str, chooser: object) -> None:
        if chooser is not self:
            self._waiting = layer
            if self._is_shown:
                self._follow()

    def _follow(self) -> None:
        layer, self._waiting = self._waiting, ""
        if any(known.id == layer for known in self._layers.layers):
            self._selection.select(layer=layer)
