"""How a block hangs in its graph: what feeds it, which layer leads out of it, and why it may not be one node."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from cnnstudio.network.annotations import AnnotatedGraph, Block
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.graph_view import GraphView
from cnnstudio.wording import translate

BLOCK_KIND = "Block"
"""Stands where a layer kind stands, in the nodes of a `FoldedView`."""


@dataclass(frozen=True, slots=True)
class BlockEnds:
    """Where data enters and leaves a group of layers.

    Attributes
    ----------
    sources : ids of the layers outside that feed it, in the order of the members they feed
    exit : id of the one layer that leads outside (or nowhere); None when there is not exactly one
    complaint : why it cannot be one node, as the end of a sentence; empty when it can
    """

    sources: tuple[str, ...]
    exit: str | None
    complaint: str = ""


def all_block_ends(graph: AnnotatedGraph) -> dict[str, BlockEnds]:
    """Return where data enters and leaves each block, by its id."""
    place = _places(graph) if graph.blocks else {}
    return {block.id: block_ends(graph, block.members, place) for block in graph.blocks.values()}


def _places(graph: GraphView) -> dict[str, int]:
    return {node_id: index for index, node_id in enumerate(graph.topological_order())}


def block_ends(graph: GraphView, members: Collection[str], place: Mapping[str, int] | None = None) -> BlockEnds:
    """Return where data enters and leaves the layers ``members``.

    ``place`` is each layer's place in topological order; it saves the work of finding it.
    """
    inside = set(members)
    places = place or _places(graph)
    order = sorted(inside, key=places.__getitem__)
    sources = tuple(dict.fromkeys(
        source for node_id in order for source in graph.predecessors(node_id) if source not in inside))
    leading = [node_id for node_id in order if any(target not in inside for target in graph.successors(node_id))]
    ends = leading or [node_id for node_id in order if not graph.successors(node_id)]
    if len(ends) != 1:
        names = translate("network", " and ").join(graph.nodes[node_id].name for node_id in ends[:3])
        return BlockEnds(sources, None, translate(
            "network", "{count} of its layers lead out ({names}), and a block has one way out", count=len(ends),
            names=names))
    back = _first_return(graph, ends[0], order, places)
    if back is not None:
        name = graph.nodes[back].name
        return BlockEnds(sources, ends[0], translate(
            "network", "its data leaves and comes back at {name}, past a layer that is not in it", name=name))
    return BlockEnds(sources, ends[0])


def _first_return(graph: GraphView, exit_id: str, order: list[str], places: Mapping[str, int]) -> str | None:
    """Return the first of the layers ``order`` that data which left them reaches; what comes after all is no way."""
    inside, last = set(order), places[order[-1]]
    waiting = [target for target in graph.successors(exit_id) if target not in inside]
    seen, back = set(waiting), set[str]()
    while waiting:
        node_id = waiting.pop()
        if places[node_id] > last:
            continue
        for target in graph.successors(node_id):
            if target in inside:
                back.add(target)
            elif target not in seen:
                seen.add(target)
                waiting.append(target)
    return min(back, key=places.__getitem__, default=None)


def repeat_complaint(ends: BlockEnds) -> str:
    """Return why layers cannot run several times one after the other, as the end of a sentence; else nothing."""
    if ends.complaint:
        return ends.complaint
    if len(ends.sources) > 1:
        return translate(
            "network", "{count} layers feed it, and what is repeated has one input", count=len(ends.sources))
    return ""


@dataclass(frozen=True)
class FoldedView:
    """A graph as it is shown: folded blocks are nodes of kind `BLOCK_KIND`, their layers are not there.

    Attributes
    ----------
    graph : nodes and edges as shown; a folded block's node has its id, name and place
    owner : layer id -> id of the node that shows it, the layer itself or the outermost folded block
    wires : shown edge -> the edges of the graph it stands for
    open_blocks : blocks to be shown as frames, the outermost first
    """

    graph: GraphView
    owner: Mapping[str, str]
    wires: Mapping[Edge, tuple[Edge, ...]] = field(default_factory=dict)
    open_blocks: tuple[Block, ...] = ()


def folded_view(graph: NetworkGraph) -> FoldedView:
    """Return the graph as it is shown; a block that cannot be one node is shown open."""
    by_size = sorted(graph.blocks.values(), key=lambda block: -len(block.members))
    ends = all_block_ends(graph)
    owner = {node_id: node_id for node_id in graph.nodes}
    folded: dict[str, Block] = {}
    open_blocks = []
    for block in by_size:
        if any(owner[node_id] != node_id for node_id in block.members):
            continue
        if block.is_folded and not ends[block.id].complaint:
            folded[block.id] = block
            owner.update(dict.fromkeys(block.members, block.id))
        else:
            open_blocks.append(block)
    nodes = _shown_nodes(graph, owner, folded)
    wires = _shown_wires(graph, owner)
    shown = NetworkGraph.assembled(nodes, wires)
    return FoldedView(shown, owner, {edge: tuple(edges) for edge, edges in wires.items()}, tuple(open_blocks))


def _shown_nodes(graph: AnnotatedGraph, owner: Mapping[str, str], folded: Mapping[str, Block]) -> list[Node]:
    nodes: dict[str, Node] = {}
    for node_id, node in graph.nodes.items():
        shown = owner[node_id]
        if shown == node_id:
            nodes[shown] = node
        elif shown not in nodes:
            block = folded[shown]
            nodes[shown] = Node(shown, BLOCK_KIND, block.name, {"repeat": block.repeat}, block.x, block.y)
    return list(nodes.values())


def _shown_wires(graph: AnnotatedGraph, owner: Mapping[str, str]) -> dict[Edge, list[Edge]]:
    """Return the edges as shown; those from one layer into one folded block are one, each block input has a port."""
    ports: dict[str, dict[str, int]] = {}
    wires: dict[Edge, list[Edge]] = {}
    for edge in graph.edges:
        source, target = owner[edge.source], owner[edge.target]
        if source == target:
            continue
        port = edge.port
        if target != edge.target:
            known = ports.setdefault(target, {})
            port = known.setdefault(source, len(known))
        wires.setdefault(Edge(source, target, port), []).append(edge)
    return wires
