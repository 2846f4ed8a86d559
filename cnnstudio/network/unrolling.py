"""Writes repeated blocks out: the flat graph that runs, in which every repeat has layers of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import prod

from cnnstudio.network.blocks import all_block_ends, repeat_complaint
from cnnstudio.network.graph import NODE_LIMIT, Block, Edge, NetworkGraph, Node
from cnnstudio.network.names import NAME_LIMIT

_ID_LIMIT = 64


@dataclass(frozen=True)
class Unrolled:
    """A graph with its repeats written out.

    The last copy of a layer keeps the layer's id, so that what leaves a block keeps its id; earlier copies have new
    ones.

    Attributes
    ----------
    graph : without blocks and comments; the very same graph when nothing is repeated
    copies : layer id -> ids of its copies, the first that runs first
    origin : id in ``graph`` -> the layer it is a copy of
    """

    graph: NetworkGraph
    copies: Mapping[str, tuple[str, ...]]
    origin: Mapping[str, str]

    def copy_number(self, flat_id: str) -> int:
        """Return which copy of its layer a node of ``graph`` is, from 1."""
        return self.copies[self.origin[flat_id]].index(flat_id) + 1


def unroll(graph: NetworkGraph) -> Unrolled:
    """Return the graph with every repeated block written out; copies do not share weights.

    A block that has not exactly one input and one way out runs once, as do all blocks when there would be more than
    `NODE_LIMIT` layers; the analysis has an error then.
    """
    ends = all_block_ends(graph)
    repeated = [block for block in graph.blocks.values()
                if block.repeat > 1 and not repeat_complaint(ends[block.id])]
    if not repeated or unrolled_size(graph, repeated) > NODE_LIMIT:
        same = {node_id: node_id for node_id in graph.nodes}
        return Unrolled(graph, {node_id: (node_id,) for node_id in same}, same)
    work = _Work(graph)
    for block in sorted(repeated, key=lambda block: len(block.members)):
        work.repeat(block, str(ends[block.id].exit))
    order = {flat_id: None for node_id in graph.nodes for flat_id in work.copies[node_id]}
    flat = NetworkGraph.assembled((work.nodes[flat_id] for flat_id in order), work.edges)
    return Unrolled(flat, {node_id: tuple(ids) for node_id, ids in work.copies.items()}, work.origin)


def unrolled_size(graph: NetworkGraph, repeated: Iterable[Block]) -> int:
    """Return the number of layers with these blocks written out, without doing it."""
    blocks = list(repeated)
    return sum(prod(block.repeat for block in blocks if node_id in block.members) for node_id in graph.nodes)


@dataclass
class _Work:
    """The graph while its blocks are written out, the innermost first."""

    source: NetworkGraph
    nodes: dict[str, Node] = field(init=False)
    edges: set[Edge] = field(init=False)
    copies: dict[str, list[str]] = field(init=False)
    origin: dict[str, str] = field(init=False)
    names: set[str] = field(init=False)

    def __post_init__(self) -> None:
        self.nodes = {node_id: node.copy() for node_id, node in self.source.nodes.items()}
        self.edges = set(self.source.edges)
        self.copies = {node_id: [node_id] for node_id in self.nodes}
        self.origin = {node_id: node_id for node_id in self.nodes}
        self.names = {node.name for node in self.nodes.values()}

    def repeat(self, block: Block, leaving: str) -> None:
        """Put ``repeat - 1`` copies of a block's layers before them; each feeds the next from layer ``leaving``."""
        members = {flat_id for node_id in block.members for flat_id in self.copies[node_id]}
        inner = [edge for edge in self.edges if edge.source in members and edge.target in members]
        entering = [edge for edge in self.edges if edge.source not in members and edge.target in members]
        rounds = [self._copy(members, f"{number}/{block.repeat}", number) for number in range(1, block.repeat)]
        for new in rounds:
            self.edges |= {Edge(new[edge.source], new[edge.target], edge.port) for edge in inner}
        self.edges -= set(entering)
        feeding: str | None = None
        for new in [*rounds, {node_id: node_id for node_id in members}]:
            self.edges |= {
                Edge(feeding or edge.source, new[edge.target], edge.port) for edge in entering}
            feeding = new[leaving]
        for node_id in block.members:
            once = self.copies[node_id]
            self.copies[node_id] = [*(new[flat_id] for new in rounds for flat_id in once), *once]

    def _copy(self, members: set[str], remark: str, number: int) -> dict[str, str]:
        new = {}
        for flat_id in sorted(members):
            node = self.nodes[flat_id]
            copied = replace(node.copy(), id=self._free_id(flat_id, number), name=self._free_name(node.name, remark))
            self.nodes[copied.id] = copied
            self.names.add(copied.name)
            self.origin[copied.id] = self.origin[flat_id]
            new[flat_id] = copied.id
        return new

    def _free_id(self, flat_id: str, number: int) -> str:
        candidate = f"{flat_id}_r{number}"
        counter = 0
        while candidate in self.nodes or len(candidate) > _ID_LIMIT:
            counter += 1
            candidate = f"copy_r{number}_{counter}"
        return candidate

    def _free_name(self, name: str, remark: str) -> str:
        candidate, counter = f"{name[:NAME_LIMIT - 24]} ({remark})", 1
        while candidate in self.names:
            counter += 1
            candidate = f"{name[:NAME_LIMIT - 24]} ({remark}, {counter})"
        return candidate
