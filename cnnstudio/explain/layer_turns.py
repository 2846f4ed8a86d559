"""Says which layers of a graph can run and gives each a key of everything its output depends on; free of torch."""

import hashlib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from math import prod
from typing import Any

from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import Analysis, analyse

VALUE_LIMIT = 64_000_000
WEIGHT_LIMIT = 200_000_000
"""A layer above these would need more than 256 and 800 MB for a picture."""


@dataclass(frozen=True, slots=True)
class LayerTurn:
    """One layer's turn in a pass.

    Attributes
    ----------
    node_id : id in the graph with its repeated blocks written out
    inputs : shapes that arrive, in port order
    sources : ids that feed it, in port order
    is_trained : it takes the weights of the run
    has_weights : there is something to learn in it
    module_key : equal for equal modules: kind, parameters, inputs and where the weights come from
    key : equal for equal outputs: the module's key and those of all that feeds it
    """

    node_id: str
    kind: str
    parameters: Mapping[str, Any]
    inputs: tuple[Shape, ...]
    sources: tuple[str, ...]
    is_trained: bool
    has_weights: bool
    module_key: str
    key: str


@dataclass(frozen=True, slots=True)
class Turns:
    """Which layers run, in order.

    Attributes
    ----------
    layers : without the Input
    input_id, input_key : the Input's id and the key of the image
    too_large : ids of layers that are not run because of their size; what follows them is not run either
    """

    layers: tuple[LayerTurn, ...]
    input_id: str
    input_key: str
    too_large: tuple[str, ...] = ()


def same_layers(graph: NetworkGraph, other: NetworkGraph) -> frozenset[str]:
    """Return the ids of the layers that are the same in both graphs, as is everything that leads to them.

    Names and places do not count. Both graphs have their repeated blocks written out.
    """
    mine, theirs = _structure(graph), _structure(other)
    return frozenset(node_id for node_id, key in mine.items() if theirs.get(node_id) == key)


def plan(graph: NetworkGraph, image_key: str, *, trained: Set[str] = frozenset(), weights_key: str = "") -> Turns:
    """Return the turns of all layers that the image reaches and that fit what arrives.

    Parameters
    ----------
    graph : may have errors; layers from a misfit on, and such without connection, are left out
    image_key : equal for equal images
    trained : ids of layers that take a run's weights, and ``weights_key`` of the run
    """
    analysis = analyse(graph)
    flat, entry = analysis.unrolled.graph, graph.input_node
    if entry is None:
        return Turns((), "", image_key)
    turns: dict[str, LayerTurn] = {}
    keys, too_large = {entry.id: image_key}, []
    for node_id in flat.topological_order():
        sources = tuple(flat.predecessors(node_id))
        if node_id not in analysis.shapes or not sources or any(source not in keys for source in sources):
            continue
        node = flat.nodes[node_id]
        if _is_too_large(node, analysis):
            too_large.append(analysis.unrolled.origin[node_id])
            continue
        origin = weights_key if node_id in trained else ""
        turn = _turn(node, analysis.input_shapes[node_id], sources, [keys[source] for source in sources], origin)
        turns[node_id], keys[node_id] = turn, turn.key
    return Turns(tuple(turns.values()), entry.id, image_key, tuple(dict.fromkeys(too_large)))


def _turn(node: Node, inputs: tuple[Shape, ...], sources: tuple[str, ...], source_keys: list[str],
          weights_key: str) -> LayerTurn:
    module_key = _digest(node.id, node.kind, _settings(node), inputs, weights_key)
    return LayerTurn(
        node.id, node.kind, node.parameters, inputs, sources, bool(weights_key),
        layer_kind(node.kind).weights(inputs, node.parameters) > 0, module_key, _digest(module_key, source_keys))


def _is_too_large(node: Node, analysis: Analysis) -> bool:
    weights = layer_kind(node.kind).weights(analysis.input_shapes[node.id], node.parameters)
    return prod(analysis.shapes[node.id]) > VALUE_LIMIT or weights > WEIGHT_LIMIT


def _structure(graph: NetworkGraph) -> dict[str, str]:
    """Return a key of each layer and all that leads to it."""
    keys: dict[str, str] = {}
    for node_id in graph.topological_order():
        node = graph.nodes[node_id]
        sources = [(edge.port, keys[edge.source]) for edge in graph.in_edges(node_id)]
        keys[node_id] = _digest(node_id, node.kind, _settings(node), sources)
    return keys


def _settings(node: Node) -> list[tuple[str, Any]]:
    return sorted(node.parameters.items())


def _digest(*parts: object) -> str:
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()
