"""Freezes layers of a network by name, as the command line and the window ask for it."""

from collections.abc import Iterable, Iterator

from cnnstudio.errors import NetworkError
from cnnstudio.network.edits import Compound, Edit, SetParameter
from cnnstudio.network.freezing import FROZEN
from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.kinds.backbone import STAGE_LIMIT
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.network.registry import layer_kind

ALL = "all"
"""Stands for every layer with weights but the last dense or convolutional one and what follows it."""


def freeze(graph: NetworkGraph, names: Iterable[str]) -> Edit:
    """Return the edit that freezes layers.

    Parameters
    ----------
    names : layers by name or id, or `ALL`

    Raises
    ------
    NetworkError
        When there is no such layer, or it has nothing to freeze.
    """
    wanted = {node.id: node for name in names
              for node in (_all_but_the_head(graph) if name == ALL else [_found(graph, name)])}
    return Compound("freeze layers", [_frozen(node) for node in wanted.values()])


def _found(graph: NetworkGraph, name: str) -> Node:
    for node in graph.nodes.values():
        if name in (node.id, node.name):
            if not _has_weights(node):
                raise NetworkError(f"{node.name} has no weights that could be frozen.")
            return node
    known = [node.name for node in graph.nodes.values() if _has_weights(node)]
    raise NetworkError(f"There is no layer {quoted(name)} to freeze.{did_you_mean(name, known)} Those with weights are "
                       f"{', '.join(known)}.")


def _all_but_the_head(graph: NetworkGraph) -> Iterator[Node]:
    order = [graph.nodes[node_id] for node_id in graph.topological_order()]
    last = max((number for number, node in enumerate(order) if layer_kind(node.kind).is_weighted), default=0)
    return (node for node in order[:last] if _has_weights(node))


def _has_weights(node: Node) -> bool:
    return node.kind == "Backbone" or FROZEN.name in node.parameters


def _frozen(node: Node) -> Edit:
    if node.kind == "Backbone":
        return SetParameter(node.id, "frozen_stages", STAGE_LIMIT)
    return SetParameter(node.id, FROZEN.name, True)
