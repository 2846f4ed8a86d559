"""The layer that is looked at, carried between the Network page and Look inside, which do not know each other."""

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from cnnstudio.workspace.workspace import Workspace


class SharedLayer(QObject):
    """Tells everyone but the one who chose it."""

    changed = Signal(str, object)
    """The layer's node id, and who chose it."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = ""
        """The node id chosen last; empty before anything was chosen."""

    def choose(self, layer: str, chooser: object) -> None:
        """Choose a layer; the same again is nobody's news."""
        if layer and layer != self.layer:
            self.layer = layer
            self.changed.emit(layer, chooser)


_SHARED: "weakref.WeakKeyDictionary[Workspace, SharedLayer]" = weakref.WeakKeyDictionary()


def shared_layer(workspace: "Workspace") -> SharedLayer:
    """Return the one carrier for ``workspace``."""
    return _SHARED.setdefault(workspace, SharedLayer())
