"""Nodes and edges, the two values a network graph is made of, and what makes them valid."""

import keyword
import math
from dataclasses import dataclass, field, replace
from typing import Any

from cnnstudio.errors import ConnectError, NetworkError
from cnnstudio.network.names import clean_name, quoted
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import counted, translate

POSITION_LIMIT_PX = 1e7
_ID_LIMIT = 64
# Attributes of torch.nn.ModuleDict, where layers are kept by their id; a test compares the list with torch.
RESERVED_IDS = frozenset({
    "T_destination", "add_module", "apply", "bfloat16", "buffers", "call_super_init", "children", "clear", "compile",
    "cpu", "cuda", "double", "dump_patches", "eval", "extra_repr", "float", "forward", "get_buffer", "get_extra_state",
    "get_parameter", "get_submodule", "half", "ipu", "items", "keys", "load_state_dict", "modules", "mtia",
    "named_buffers", "named_children", "named_modules", "named_parameters", "parameters", "pop",
    "register_backward_hook", "register_buffer", "register_forward_hook", "register_forward_pre_hook",
    "register_full_backward_hook", "register_full_backward_pre_hook", "register_load_state_dict_post_hook",
    "register_load_state_dict_pre_hook", "register_module", "register_parameter", "register_state_dict_post_hook",
    "register_state_dict_pre_hook", "requires_grad_", "set_extra_state", "set_submodule", "share_memory",
    "state_dict", "to", "to_empty", "train", "training", "type", "update", "values", "xpu", "zero_grad",
})


@dataclass(slots=True)
class Node:
    """One layer of the graph.

    Attributes
    ----------
    id : unique Python identifier that never changes, such as ``"conv2d_1"``
    kind : name of its layer kind
    name : the user's text, unique in the graph; the id unless changed
    parameters : all parameters of the kind in normal form
    x, y : top-left corner of its box in scene pixels
    """

    id: str
    kind: str
    name: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    x: float = 0.0
    y: float = 0.0

    def copy(self) -> "Node":
        """Return an independent copy."""
        return replace(self, parameters=dict(self.parameters))


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A wire from a node's output to input number ``port`` of another."""

    source: str
    target: str
    port: int = 0


def checked_node(node: Node) -> Node:
    """Return an independent copy in normal form: clean name, all parameters, float position.

    Raises
    ------
    NetworkError
        When the id is not usable, the kind is unknown, or a parameter or the position is outside its limits.
    """
    check_id(node.id)
    name = clean_name(node.name or node.id)
    try:
        parameters = layer_kind(node.kind).check_parameters(node.parameters)
    except NetworkError as error:
        raise NetworkError(f"{name}: {error}") from None
    return Node(node.id, node.kind, name, parameters, *checked_position(name, node.x, node.y))


def checked_position(name: str, x: float, y: float) -> tuple[float, float]:
    """Return (x, y) as floats, or raise `NetworkError` when they are no sensible scene pixels."""
    if not all(math.isfinite(value) and abs(value) <= POSITION_LIMIT_PX for value in (x, y)):
        raise NetworkError(translate(
            "network", "{name}: the position must be two numbers of at most {position_limit_px:,.0f} pixels.",
            name=name, position_limit_px=POSITION_LIMIT_PX))
    return float(x), float(y)


def check_port(source: Node, target: Node, port: int) -> None:
    """Raise `ConnectError` when ``source`` gives no output or ``target`` has no such input."""
    if not layer_kind(source.kind).has_output:
        raise ConnectError(translate(
            "network", "Nothing can follow {source}: it is the network's end.", source=source.name))
    count = layer_kind(target.kind).max_inputs
    if not 0 <= port < count:
        raise ConnectError(counted(count, translate("network", "{layer} takes 1 input.", layer=target.name), translate(
            "network", "{layer} takes {inputs} inputs.", layer=target.name, inputs=count)) if count else translate(
            "network", "{layer} takes no input: it is the network's start.", layer=target.name))


def check_id(node_id: str) -> None:
    """Raise `NetworkError` when a text cannot be the id of a layer, block or comment."""
    usable = node_id.isascii() and node_id.isidentifier() and not keyword.iskeyword(node_id)
    if not usable or node_id.startswith("_") or node_id in RESERVED_IDS or len(node_id) > _ID_LIMIT:
        raise NetworkError(translate(
            "network", "{node_id} cannot be an id: use letters, digits and underscores.", node_id=quoted(node_id)))
