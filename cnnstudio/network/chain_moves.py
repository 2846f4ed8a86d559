"""Moves a layer one place up or down its chain: it swaps with its neighbour, wires and places included."""

from cnnstudio.errors import NetworkError
from cnnstudio.network.edits import Compound, Connect, Disconnect, Edit, MoveNodes
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.wording import translate


def move_up(graph: NetworkGraph, node_id: str) -> Edit:
    """Return the edit that puts a layer before the one that feeds it.

    Raises
    ------
    NetworkError
        When there is no such place: the layer starts the network or joins wires, or its neighbour does.
    """
    node = graph.find(node_id)
    return _swap(graph, _only_source(graph, node), node, translate("network", "Move layer up"))


def move_down(graph: NetworkGraph, node_id: str) -> Edit:
    """Return the edit that puts a layer behind the one it feeds; raises as `move_up` does."""
    node = graph.find(node_id)
    following = graph.successors(node.id)
    if not following:
        raise NetworkError(translate("network", "Nothing follows {layer}: it cannot move down.", layer=node.name))
    if len(following) > 1:
        raise NetworkError(translate(
            "network", "{layer} feeds several layers: lead its wires by hand.", layer=node.name))
    return _swap(graph, node, graph.nodes[following[0]], translate("network", "Move layer down"))


def _only_source(graph: NetworkGraph, node: Node) -> Node:
    sources = graph.predecessors(node.id)
    if not sources:
        raise NetworkError(translate("network", "Nothing comes before {layer}: it cannot move up.", layer=node.name))
    if len(sources) > 1:
        raise NetworkError(translate("network", "{layer} joins several wires: lead them by hand.", layer=node.name))
    return graph.nodes[sources[0]]


def _swap(graph: NetworkGraph, upper: Node, lower: Node, label: str) -> Edit:
    """Return the edit after which ``lower`` comes first; ``upper`` feeds ``lower`` now."""
    _check(graph, upper, lower)
    entry, middle = graph.in_edges(upper.id)[0], graph.in_edges(lower.id)[0]
    leaving = graph.out_edges(lower.id)
    cut = [Disconnect(edge) for edge in (entry, middle, *leaving)]
    tied = [Connect(Edge(entry.source, lower.id, middle.port)), Connect(Edge(lower.id, upper.id, entry.port)),
            *(Connect(Edge(upper.id, edge.target, edge.port)) for edge in leaving)]
    moved = MoveNodes({upper.id: (lower.x, lower.y), lower.id: (upper.x, upper.y)})
    return Compound(label, [*cut, *tied, moved])


def _check(graph: NetworkGraph, upper: Node, lower: Node) -> None:
    for node in (upper, lower):
        if node.kind in ("Input", "Output"):
            raise NetworkError(translate("network", "{layer} stays at its end of the network.", layer=node.name))
        if len(graph.in_edges(node.id)) > 1:
            raise NetworkError(translate("network", "{layer} joins several wires: lead them by hand.", layer=node.name))
        if not graph.in_edges(node.id):
            raise NetworkError(translate("network", "Nothing comes before {layer}: connect it first.", layer=node.name))
    if len(graph.out_edges(upper.id)) > 1:
        raise NetworkError(translate(
            "network", "{upper} feeds several layers: lead its wires by hand.", upper=upper.name))
    if graph.blocks_around(upper.id) != graph.blocks_around(lower.id):
        raise NetworkError(translate(
            "network", "{upper} and {lower} are not in the same block: dissolve the block first.", upper=upper.name,
            lower=lower.name))
