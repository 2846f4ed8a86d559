"""What travels by drag and drop and through the clipboard: a layer kind's name, and layers as JSON text."""

from PySide6.QtCore import QMimeData

from cnnstudio.errors import NetworkError
from cnnstudio.network.document import dumps, loads
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.registry import layer_kinds

KIND_FORMAT = "application/x-cnnstudio-layer-kind"
LAYERS_FORMAT = "application/x-cnnstudio-layers+json"
_LONGEST_CLIP = 5_000_000


def kind_data(kind: str) -> QMimeData:
    """Pack a layer kind's name."""
    data = QMimeData()
    data.setData(KIND_FORMAT, kind.encode())
    return data


def dragged_kind(data: QMimeData) -> str | None:
    """Unpack a layer kind's name; None when something else is dragged."""
    if not data.hasFormat(KIND_FORMAT):
        return None
    name = bytes(data.data(KIND_FORMAT).data()).decode(errors="replace")
    return name if name in layer_kinds() else None


def layers_data(clip: NetworkGraph) -> QMimeData:
    """Pack layers with the wires among them, blocks and comments, as our own format and as plain text."""
    text = dumps(clip)
    data = QMimeData()
    data.setText(text)
    data.setData(LAYERS_FORMAT, text.encode())
    return data


def pasted_layers(data: QMimeData | None) -> NetworkGraph | None:
    """Unpack layers; None when the clipboard holds something else, or nobody can read it.

    Raises
    ------
    NetworkError
        When the text is a network document that cannot be used; the message names the field.
    """
    if data is None:
        return None
    is_ours = data.hasFormat(LAYERS_FORMAT)
    text = bytes(data.data(LAYERS_FORMAT).data()).decode(errors="replace") if is_ours else data.text()
    if not text.lstrip().startswith("{") or len(text) > _LONGEST_CLIP:
        return None
    try:
        return loads(text)
    except NetworkError:
        if is_ours or "schema_version" in text:
            raise
        return None
