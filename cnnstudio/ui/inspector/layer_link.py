"""Keeps the layer that is looked at and the one selected on the Network page the same."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cnnstudio.ui.shared_layer import shared_layer

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.tabs import LookSelection
    from cnnstudio.workspace.workspace import Workspace


class LayerLink(QObject):
    """A layer selected there is looked at here when the page is shown and the run has it; and the other way round."""

    noted = Signal(str)
    """Why the layer of the other page is not followed; empty when there is nothing to say."""

    def __init__(self, workspace: "Workspace", selection: "LookSelection", parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._selection = workspace, selection
        self._shared = shared_layer(workspace)
        self._is_shown = False
        self._waiting = ""
        selection.node_changed.connect(self._tell)
        self._shared.changed.connect(self._on_shared)

    def set_shown(self, shown: bool) -> None:
        """Say whether the page is seen; a layer chosen meanwhile is taken over when it is."""
        self._is_shown = shown
        if shown and self._waiting:
            self._follow()

    def forget(self) -> None:
        """Look at a new run's heatmap where it is made by itself: a layer selected before was meant for building."""
        self._waiting = ""

    def _tell(self) -> None:
        """Tell which layer was chosen here; every repeat of a block stands on the canvas as one."""
        node = self._selection.layers.origin.get(self._selection.node, "")
        if not node or self._waiting:
            return
        if self._is_on_canvas(node):
            self.noted.emit("")
            self._shared.choose(node, self)
        elif self._workspace.runs.current is not None:
            self.noted.emit(self.tr("Not selected on the Network page: the network there has no such layer."))

    def _is_on_canvas(self, node: str) -> bool:
        drawn = self._workspace.graph.nodes.get(node)
        return drawn is not None and drawn.kind == self._selection.layers.kinds[node]

    def _on_shared(self, layer: str, chooser: object) -> None:
        if chooser is not self:
            self._waiting = layer
            if self._is_shown:
                self._follow()

    def _follow(self) -> None:
        layer, known = self._waiting, self._selection.layers
        if not known.kinds:    # no run is looked at
            self._waiting = ""
        elif layer in known.kinds and self._is_on_canvas(layer):
            self._selection.select_node(layer)
            self.noted.emit("")
        elif layer in self._workspace.graph.nodes:
            self.noted.emit(self.tr("{layer} is selected on the Network page, but this run's network has no such "
                                    "layer.").format(layer=self._workspace.graph.nodes[layer].name))
        self._waiting = ""
