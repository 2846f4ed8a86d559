"""Cuts a graph into scopes: the network and its blocks, each with what runs in it and where its values come from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from cnnstudio.errors import NetworkError
from cnnstudio.network.annotations import Block
from cnnstudio.network.blocks import all_block_ends
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.wording import translate

NETWORK = ""
"""Id of the scope that is the whole network."""


@dataclass(frozen=True, slots=True)
class Item:
    """A layer or a block that runs in a scope.

    Attributes
    ----------
    id : of the layer or the block
    value : id of the layer whose value comes out: the layer itself or the block's last
    sources : ids of the layers whose values go in, in the order of the arguments
    """

    id: str
    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What becomes one class; only layers that lead to the output are in it.

    Attributes
    ----------
    block : None for the whole network
    inputs : ids of the layers outside whose values come in
    items : in the order they run
    result : id of the layer whose value is returned
    members : ids of all layers in it and in the blocks inside it, in the order they run
    height : 0 without blocks inside, else one more than the highest of them
    copies : how often it is there in the network that runs
    """

    block: Block | None
    inputs: tuple[str, ...]
    items: tuple[Item, ...]
    result: str
    members: tuple[str, ...]
    height: int
    copies: int = 1


def scopes(graph: NetworkGraph) -> dict[str, Scope]:
    """Return the scopes by block id, those of inner blocks first and the network last, under `NETWORK`.

    A block that cannot be one node (see `cnnstudio.network.blocks.BlockEnds`) is no scope; its layers run in the one
    around it.
    """
    start, end = graph.input_node, graph.output_node
    if start is None or end is None:
        raise NetworkError(translate("export", "The network needs an Input and an Output."))
    used = graph.upstream(end.id) - {start.id, end.id}
    order = [node_id for node_id in graph.topological_order() if node_id in used]
    blocks = _blocks(graph, used)
    inside = _inside(blocks)
    made: dict[str, Scope] = {}
    for block, result in blocks:
        members = [node_id for node_id in order if node_id in block.members]
        children = [made[child] for child in inside[block.id]]
        copies = prod(other.repeat for other, _ in blocks if other.members >= block.members)
        made[block.id] = _scope(graph, block, members, result, children, copies)
    outermost = [made[child] for child in inside[NETWORK]]
    made[NETWORK] = _scope(graph, None, order, graph.predecessors(end.id)[0], outermost)
    return made


def _blocks(graph: NetworkGraph, used: set[str]) -> list[tuple[Block, str]]:
    """Return the blocks that become scopes, each with its last layer, the smallest first."""
    ends = all_block_ends(graph)
    found = [(block, str(ends[block.id].exit)) for block in graph.blocks.values()
             if not ends[block.id].complaint and ends[block.id].exit in used]
    return sorted(found, key=lambda pair: len(pair[0].members))


def _inside(blocks: Sequence[tuple[Block, str]]) -> dict[str, list[str]]:
    """Return the ids of the blocks directly inside each scope."""
    inside: dict[str, list[str]] = {NETWORK: [], **{block.id: [] for block, _ in blocks}}
    for index, (block, result) in enumerate(blocks):
        around = (other.id for other, _ in blocks[index + 1:] if result in other.members)
        inside[next(around, NETWORK)].append(block.id)
    return inside


def _scope(graph: NetworkGraph, block: Block | None, members: list[str], result: str,
           children: Sequence[Scope], copies: int = 1) -> Scope:
    """Return one scope; a block inside it runs when its last layer would."""
    hidden = {node_id: child for child in children for node_id in child.members}
    last = {child.result: child for child in children}
    items = []
    for node_id in members:
        if node_id in last:
            child = last[node_id]
            items.append(Item(_block_id(child), node_id, child.inputs))
        elif node_id not in hidden:
            items.append(Item(node_id, node_id, tuple(graph.predecessors(node_id))))
    height = 1 + max((child.height for child in children), default=-1)
    return Scope(block, _sources(graph, members), tuple(items), result, tuple(members), height, copies)


def _block_id(scope: Scope) -> str:
    return NETWORK if scope.block is None else scope.block.id


def _sources(graph: NetworkGraph, members: Iterable[str]) -> tuple[str, ...]:
    """Return the layers outside that feed the members, in the order of the members they feed."""
    within = set(members)
    return tuple(dict.fromkeys(
        source for node_id in members for source in graph.predecessors(node_id) if source not in within))


def value_names(scope: Scope) -> Mapping[str, str]:
    """Name the values of a scope: ``x`` when only the next line needs it, else ``kept_1``, ``kept_2`` ..."""
    users: dict[str, set[int]] = {}
    for index, item in enumerate(scope.items):
        for source in item.sources:
            users.setdefault(source, set()).add(index)
    names = dict(_input_names(scope))
    kept = 0
    for index, item in enumerate(scope.items):
        if users.get(item.value, set()) <= {index + 1}:
            names[item.value] = "x"
        else:
            kept += 1
            names[item.value] = f"kept_{kept}"
    return names


def _input_names(scope: Scope) -> Iterable[tuple[str, str]]:
    if len(scope.inputs) == 1:
        return [(scope.inputs[0], "images" if scope.block is None else "inputs")]
    return [(source, f"inputs_{number}") for number, source in enumerate(scope.inputs, 1)]
