"""What differs between two networks: layers added, removed, changed and wired in another way, repeats, and costs."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from cnnstudio.network.costs import Cost, node_costs, total
from cnnstudio.network.graph import Block, NetworkGraph, Node
from cnnstudio.network.matching import Matching, changed_parameters, match
from cnnstudio.network.rewiring import Rewired
from cnnstudio.network.shapes import analyse
from cnnstudio.network.unrolling import Unrolled, unroll

_BLOCK_COST = 4.0   # as a layer that is fed by another, see `matching`


@dataclass(frozen=True, slots=True)
class LonelyLayer:
    """A layer that only one of the networks has.

    Attributes
    ----------
    node : a copy of it
    feeders : names of the layers that feed it, in port order
    block : name of the innermost repeated block it is in; empty when there is none
    """

    node: Node
    feeders: tuple[str, ...]
    block: str = ""


@dataclass(frozen=True, slots=True)
class ParameterChange:
    """One setting of a layer, in normal form before and after."""

    name: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class ChangedLayer:
    """A layer with other settings, or of another kind; copies of both states.

    Attributes
    ----------
    parameters : what differs, in the kind's order; of another kind, what both kinds have
    """

    before: Node
    after: Node
    parameters: tuple[ParameterChange, ...]

    @property
    def is_other_kind(self) -> bool:
        """Whether it has become a layer of another kind."""
        return self.before.kind != self.after.kind


@dataclass(frozen=True, slots=True)
class RenamedLayer:
    """A layer that kept its id and has another name."""

    id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RewiredLayer:
    """A layer that gets its data from somewhere else, which no added or removed layer explains.

    Attributes
    ----------
    before, after : copies of both states
    feeders_before, feeders_after : names of the layers that feed it, in port order
    lost, gained : names of those that are only among the former or the latter; both empty when only the order differs
    """

    before: Node
    after: Node
    feeders_before: tuple[str, ...]
    feeders_after: tuple[str, ...]
    lost: tuple[str, ...]
    gained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block that runs another number of times, or a repeated one with other layers.

    Attributes
    ----------
    id : the block's in the second network; empty when the second has none there
    name : likewise, or the name in the first network
    repeat_before, repeat_after : 1 where there is no such block
    joined, left : names of layers that are in both networks and came into the block or left it
    """

    id: str
    name: str
    repeat_before: int
    repeat_after: int
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CostChange:
    """What both networks cost for one image; of a network with errors, what can be counted."""

    before: Cost
    after: Cost


@dataclass(frozen=True, slots=True)
class NetworkDifference:
    """What differs in the second of two networks, in the order of the data.

    Positions, comments and blocks that run once make no difference. Layers that lead nowhere do.

    Attributes
    ----------
    moved : layers that were taken out of one place and put into another; what they left and entered is not rewired
    by_id : the networks are two states of one document: a layer's id means the same layer in both
    renamed : only layers that kept their ids; a name changes nothing that is computed
    """

    added: tuple[LonelyLayer, ...] = ()
    removed: tuple[LonelyLayer, ...] = ()
    changed: tuple[ChangedLayer, ...] = ()
    moved: tuple[RewiredLayer, ...] = ()
    rewired: tuple[RewiredLayer, ...] = ()
    blocks: tuple[BlockChange, ...] = ()
    renamed: tuple[RenamedLayer, ...] = ()
    cost: CostChange = CostChange(Cost(), Cost())
    by_id: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether both networks compute the same, given the same weights."""
        return not (self.added or self.removed or self.changed or self.moved or self.rewired
                    or self.blocks)


def difference(before: NetworkGraph, after: NetworkGraph, *, keep_ids: bool = False,
               cost: CostChange | None = None) -> NetworkDifference:
    """Return what differs in ``after``; ids, names, positions and the order of insertion do not matter.

    Layers with the same id and kind are taken for the same when that reads simplest, else the networks are aligned by
    what their layers are and do (see `matching`). Repeated blocks are compared as blocks, or written out when that
    reads simpler.

    Parameters
    ----------
    before, after : left as they are
    keep_ids : they are known to be states of one document
    cost : what both cost, where that is known already; worked out unless given
    """
    one, other = unroll(before), unroll(after)
    reading = _Reading(before, after, match(before, after, keep_ids=keep_ids))
    renamed, best = tuple(reading.renamed()), reading
    if one.graph is not before or other.graph is not after:
        written_out = _Reading(one.graph, other.graph, match(one.graph, other.graph, keep_ids=keep_ids))
        best = min(reading, written_out, key=lambda reading: reading.cost)
    cost = cost or CostChange(network_cost(before), network_cost(after))
    found = NetworkDifference(
        tuple(best.added()), tuple(best.removed()), tuple(best.changed()), tuple(best.rewired(best.matching.moved)),
        tuple(best.rewired(best.matching.rewired)), tuple(best.block_changes), renamed, cost, best.matching.by_id)
    return found if best is reading else _with_origins(found, one, other)


def network_cost(graph: NetworkGraph) -> Cost:
    """Return what a whole network costs for one image, every repeat counted."""
    return total(node_costs(graph, analyse(graph)))


def _with_origins(found: NetworkDifference, one: Unrolled, other: Unrolled) -> NetworkDifference:
    """Return the difference of two written-out networks with the ids of the layers that were copied; names stay."""
    def before(node: Node) -> Node:
        return replace(node, id=one.origin[node.id])

    def after(node: Node) -> Node:
        return replace(node, id=other.origin[node.id])

    return replace(
        found,
        added=tuple(replace(layer, node=after(layer.node)) for layer in found.added),
        removed=tuple(replace(layer, node=before(layer.node)) for layer in found.removed),
        changed=tuple(replace(layer, before=before(layer.before), after=after(layer.after)) for layer in found.changed),
        moved=tuple(replace(layer, before=before(layer.before), after=after(layer.after)) for layer in found.moved),
        rewired=tuple(replace(layer, before=before(layer.before), after=after(layer.after)) for layer in found.rewired))


class _Reading:
    """Two networks side by side, with what is known about which layer is which."""

    def __init__(self, before: NetworkGraph, after: NetworkGraph, matching: Matching) -> None:
        self._before, self._after, self.matching = before, after, matching
        self._pairs = matching.pairs
        self._kept = {second: first for first, second in self._pairs.items()}
        self._order = after.topological_order()
        self.block_changes = list(self._blocks())
        self.cost = matching.cost + _BLOCK_COST * len(self.block_changes)

    def added(self) -> Iterator[LonelyLayer]:
        """Give the layers of the second network that have no twin."""
        return (_lonely(self._after, node_id) for node_id in self._order if node_id not in self._kept)

    def removed(self) -> Iterator[LonelyLayer]:
        """Give the layers of the first network that have no twin."""
        order = self._before.topological_order()
        return (_lonely(self._before, node_id) for node_id in order if node_id not in self._pairs)

    def changed(self) -> Iterator[ChangedLayer]:
        """Give the layers with other settings or of another kind."""
        for node_id in self._order:
            if node_id not in self._kept:
                continue
            one, other = self._before.nodes[self._kept[node_id]], self._after.nodes[node_id]
            names = changed_parameters(one, other)
            if names or one.kind != other.kind:
                yield ChangedLayer(one.copy(), other.copy(), tuple(
                    ParameterChange(name, one.parameters[name], other.parameters[name]) for name in names))

    def renamed(self) -> Iterator[RenamedLayer]:
        """Give the layers with the same id and another name."""
        for node_id in self._order:
            if self._kept.get(node_id) == node_id and self.matching.by_id:
                one, other = self._before.nodes[node_id].name, self._after.nodes[node_id].name
                if one != other:
                    yield RenamedLayer(node_id, one, other)

    def rewired(self, layers: Collection[Rewired]) -> Iterator[RewiredLayer]:
        """Give layers that are wired in another way, with names."""
        place = {node_id: index for index, node_id in enumerate(self._order)}
        for found in sorted(layers, key=lambda rewired: place[rewired.second]):
            gained = list(found.after)
            lost = [source for source in found.before if not _taken_out(gained, self._pairs.get(source))]
            yield RewiredLayer(
                self._before.nodes[found.first].copy(), self._after.nodes[found.second].copy(),
                _names(self._before, found.before), _names(self._after, found.after),
                _names(self._before, lost), _names(self._after, gained))

    # blocks

    def _blocks(self) -> Iterator[BlockChange]:
        """Give the changes of blocks that are repeated in one of the networks."""
        twins = self._block_twins()
        for block_id, block in self._after.blocks.items():
            before = self._before.blocks.get(twins.get(block_id, ""))
            yield from self._block_change(before, block)
        found = set(twins.values())
        for block_id, block in self._before.blocks.items():
            if block_id not in found:
                yield from self._block_change(block, None)

    def _block_change(self, before: Block | None, after: Block | None) -> Iterator[BlockChange]:
        repeat_before, repeat_after = before.repeat if before else 1, after.repeat if after else 1
        if max(repeat_before, repeat_after) == 1:
            return
        joined, left = self._moved_members(before, after) if before and after else ((), ())
        if repeat_before != repeat_after or joined or left:
            present = after or before
            yield BlockChange(after.id if after else "", present.name if present else "",
                              repeat_before, repeat_after, joined, left)

    def _moved_members(self, before: Block, after: Block) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the names of kept layers that came in and went out."""
        members = {self._pairs[node_id] for node_id in before.members if node_id in self._pairs}
        joined = [node_id for node_id in self._order if node_id in after.members - members and node_id in self._kept]
        left = [node_id for node_id in self._order if node_id in members - after.members]
        return _names(self._after, joined), _names(self._after, left)

    def _block_twins(self) -> dict[str, str]:
        """Return the block of the first network for each of the second's that has one: same id, or most in common."""
        likeness = {(second.id, first.id): self._likeness(first, second)
                    for second in self._after.blocks.values() for first in self._before.blocks.values()}
        twins: dict[str, str] = {}
        for (second_id, first_id), share in sorted(likeness.items(), key=lambda item: -item[1]):
            if share > 0 and second_id not in twins and first_id not in twins.values():
                twins[second_id] = first_id
        return twins

    def _likeness(self, first: Block, second: Block) -> float:
        """Return the share of kept members both blocks have; 2 for one block that kept its id."""
        if self.matching.by_id and first.id == second.id:
            return 2.0
        members = {self._pairs[node_id] for node_id in first.members if node_id in self._pairs}
        kept = {node_id for node_id in second.members if node_id in self._kept}
        return len(members & kept) / max(1, len(members | kept))


def _lonely(graph: NetworkGraph, node_id: str) -> LonelyLayer:
    around = next((block.name for block in graph.blocks_around(node_id) if block.repeat > 1), "")
    return LonelyLayer(graph.nodes[node_id].copy(), _names(graph, graph.predecessors(node_id)), around)


def _names(graph: NetworkGraph, ids: Collection[str]) -> tuple[str, ...]:
    return tuple(graph.nodes[node_id].name for node_id in ids)


def _taken_out(ids: list[str], node_id: str | None) -> bool:
    """Take an id out of the list; return whether it was there."""
    if node_id is None or node_id not in ids:
        return False
    ids.remove(node_id)
    return True
