"""Freezes layers of a network by name, as the command line and the window ask for it."""

from collections.abc import Iterable, Iterator

from cnnstudio.errors import NetworkError
from cnnstudio.network.edits import Compound, Edit, SetParameter
from cnnstudio.network.freezing import FROZEN, is_frozen
from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.kinds.backbone import STAGE_LIMIT
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import translate

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
    return Compound(translate("network", "freeze layers"), [_frozen(node) for node in wanted.values()])


def freeze_taken(graph: NetworkGraph, names: Iterable[str]) -> Edit:
    """Return the edit that freezes the layers that take over weights; when that is all, one is left to learn.

    Parameters
    ----------
    names : layers by name; what is not there, or has nothing to freeze, is left out
    """
    return Compound(translate(
        "network", "Freeze the layers taken over"), [_frozen(node) for node in _taken(graph, names)])


def unfreeze_taken(graph: NetworkGraph, names: Iterable[str]) -> Edit:
    """Return the edit that lets the same layers learn again."""
    return Compound(translate(
        "network", "Let the layers taken over learn"), [_learning(node) for node in _taken(graph, names)])


def are_frozen(graph: NetworkGraph, names: Iterable[str]) -> bool:
    """Whether `freeze_taken` would change nothing, and there is something it has frozen."""
    nodes = _taken(graph, names)
    return bool(nodes) and all(_is_frozen(node) for node in nodes)


def _taken(graph: NetworkGraph, names: Iterable[str]) -> list[Node]:
    wanted = set(names)
    known = [node for node in graph.nodes.values() if _has_weights(node)]
    taken = [node for node in known if node.name in wanted]
    return taken if len(taken) < len(known) else list(_all_but_the_head(graph))


def _is_frozen(node: Node) -> bool:
    if node.kind == "Backbone":
        return bool(node.parameters["frozen_stages"] == STAGE_LIMIT)
    return is_frozen(node.parameters)


def _learning(node: Node) -> Edit:
    if node.kind == "Backbone":
        return SetParameter(node.id, "frozen_stages", 0)
    return SetParameter(node.id, FROZEN.name, False)


def _found(graph: NetworkGraph, name: str) -> Node:
    for node in graph.nodes.values():
        if name in (node.id, node.name):
            if not _has_weights(node):
                raise NetworkError(translate(
                    "network", "{layer} has no weights that could be frozen.", layer=node.name))
            return node
    known = [node.name for node in graph.nodes.values() if _has_weights(node)]
    raise NetworkError(translate(
        "network", "There is no layer {name} to freeze.{suggestion} Those with weights are {known}.", name=quoted(name),
        suggestion=did_you_mean(name, known), known=', '.join(known)))


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
