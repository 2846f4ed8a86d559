"""Which layer of one network is which layer of another: by id in two states of one document, else by likeness."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

import numpy as np

from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.layer_kinds import no_weights
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.rewiring import ORDER_FREE, Feeding, Rewired, moved_layers, rewired_layers
from cnnstudio.network.sequence_alignment import Costs, aligned

# A layer in one network only costs 8; one with n other settings 3 + n, at most 10, so that it is never read as a
# removed and an added one (16); another kind in its place 13; another layer that feeds it 4.
_GAP, _CHANGED, _MOST_CHANGED, _REPLACED, _REWIRED = 8.0, 3.0, 10.0, 13.0, 4.0
_OTHER_FEEDERS = 1.0
# Ids are believed unless the networks read simpler without them by more than a layer: presets number theirs alike.
_SIMPLER = 8.0


@dataclass(frozen=True, slots=True)
class Matching:
    """Which layers are the same.

    Attributes
    ----------
    pairs : ids of the second network by id of the first
    by_id : the networks are two states of one document, whose layers kept their ids
    moved : layers of ``pairs`` that were taken out of one place and put into another
    rewired : other layers of ``pairs`` that are fed in another way
    cost : how much has to be said then, 8 for a layer that only one network has; 0 when nothing differs but ids, names,
        positions and the order of insertion
    """

    pairs: Mapping[str, str]
    by_id: bool
    moved: tuple[Rewired, ...]
    rewired: tuple[Rewired, ...]
    cost: float

    def swapped(self) -> "Matching":
        """Return the same seen from the other network."""
        pairs = {second: first for first, second in self.pairs.items()}
        moved, rewired = (tuple(layer.swapped() for layer in layers) for layers in (self.moved, self.rewired))
        return Matching(pairs, self.by_id, moved, rewired, self.cost)


def match(first: NetworkGraph, second: NetworkGraph, *, keep_ids: bool = False) -> Matching:
    """Return which layers are the same; seen from the other network, the answer is the same.

    Parameters
    ----------
    first, second : the networks; time grows with the product of the layers behind the first one that differs
    keep_ids : they are known to be states of one document, so that ids are believed unless both are the same network
    """
    one, other = _Outline(first), _Outline(second)
    if other.digest < one.digest:
        return _match(other, one, keep_ids=keep_ids).swapped()
    return _match(one, other, keep_ids=keep_ids)


def changed_parameters(one: Node, other: Node) -> list[str]:
    """Return the names of the parameters that both layers have and in which they differ, in the first kind's order."""
    return [name for name in one.parameters
            if name in other.parameters and one.parameters[name] != other.parameters[name]]


class _Outline:
    """What is compared of a network, each worked out once and when first needed."""

    def __init__(self, graph: NetworkGraph) -> None:
        self.graph = graph
        self.nodes = graph.nodes
        self.wires = Feeding.of(graph)
        self.order = self.wires.order
        self.feeding = {node_id: list(sources) for node_id, sources in self.wires.sources.items()}
        self.contents = {node_id: f"{node.kind} {node.parameters}" for node_id, node in graph.nodes.items()}
        self.characters = {node_id: (self.contents[node_id], tuple(self.nodes[source].kind for source in sources))
                           for node_id, sources in self.feeding.items()}

    @cached_property
    def expressions(self) -> dict[str, bytes]:
        """A digest of what each layer computes from the image, whatever its ids, names and insertion order."""
        found: dict[str, bytes] = {}
        for node_id in self.order:
            inputs = [found[source] for source in self.feeding[node_id]]
            if self.nodes[node_id].kind in ORDER_FREE:
                inputs.sort()
            found[node_id] = blake2b(self.contents[node_id].encode() + b"".join(inputs), digest_size=16).digest()
        return found

    @cached_property
    def digest(self) -> bytes:
        """A digest of the whole network."""
        return b"".join(sorted(self.expressions.values()))

    @property
    def has_several_orders(self) -> bool:
        """Whether `sequence` depends on how the network was put together: by its ends, or by the inputs of merges."""
        feeding = {source for sources in self.feeding.values() for source in sources}
        return len(self.nodes) - len(feeding) > 1 or any(node.kind in ORDER_FREE for node in self.nodes.values())

    def sequence(self, *, canonical: bool) -> list[str]:
        """Return all ids, each behind what feeds it, branch by branch.

        ``canonical`` visits the inputs of a merge that ignores their order by what they compute, not by number.
        """
        ends = [node_id for node_id in self.order if not self.graph.successors(node_id)]
        ends.sort(key=lambda node_id: (self.nodes[node_id].kind != "Output",
                                       self.expressions[node_id] if canonical else b""))
        seen: dict[str, None] = {}
        for end in ends:
            self._visit(end, seen, canonical=canonical)
        return list(seen)

    def _visit(self, end: str, seen: dict[str, None], *, canonical: bool) -> None:
        """Add ``end`` and what leads to it, without recursion: networks may be deeper than Python's stack."""
        stack = [(end, iter(self._inputs(end, canonical=canonical)))]
        begun = {end}
        while stack:
            node_id, inputs = stack[-1]
            following = next((source for source in inputs if source not in seen and source not in begun), None)
            if following is None:
                seen[node_id] = None
                stack.pop()
            else:
                begun.add(following)
                stack.append((following, iter(self._inputs(following, canonical=canonical))))

    def _inputs(self, node_id: str, *, canonical: bool) -> list[str]:
        sources = self.feeding[node_id]
        if canonical and self.nodes[node_id].kind in ORDER_FREE:
            return sorted(sources, key=self.expressions.__getitem__)
        return sources


def _match(one: _Outline, other: _Outline, *, keep_ids: bool) -> Matching:
    same_ids = {node_id: node_id for node_id, node in one.nodes.items()
                if node_id in other.nodes and other.nodes[node_id].kind == node.kind}
    by_id = _read(one, other, same_ids, by_id=True)
    may_be_equal = Counter(one.contents.values()) == Counter(other.contents.values())
    if not by_id.cost or (not may_be_equal and (keep_ids or by_id.cost <= _SIMPLER)):
        return by_id
    alike = min(_readings(one, other), key=lambda reading: reading.cost)
    return alike if not alike.cost or (not keep_ids and alike.cost < by_id.cost - _SIMPLER) else by_id


def _read(one: _Outline, other: _Outline, pairs: Mapping[str, str], *, by_id: bool) -> Matching:
    """Return what it means that these layers are the same."""
    found = _with_replacements(one, other, pairs)
    rewired = tuple(rewired_layers(one.wires, other.wires, found))
    cost = _GAP * (len(one.nodes) + len(other.nodes) - 2 * len(found)) + _REWIRED * len(rewired)
    cost += sum(_pair_cost(one.nodes[first], other.nodes[second]) for first, second in found.items())
    return Matching(found, by_id, *moved_layers(one.wires, other.wires, found, rewired), cost)


def _pair_cost(one: Node, other: Node) -> float:
    if one.kind != other.kind:
        return _REPLACED
    changed = len(changed_parameters(one, other))
    return min(_CHANGED + changed, _MOST_CHANGED) if changed else 0.0


def _may_become(one: str, other: str) -> bool:
    """Return whether a layer of one kind may be read as having become one of another, wherever it stands."""
    first, second = layer_kind(one), layer_kind(other)
    if first.family != second.family:
        return False
    return first.family == "activation" or (first.weights is no_weights) == (second.weights is no_weights)


# by likeness


def _readings(one: _Outline, other: _Outline) -> Iterator[Matching]:
    """Give the readings without ids: with the inputs of merges by number, and by what they compute."""
    is_ambiguous = one.has_several_orders or other.has_several_orders
    for canonical in (False, True) if is_ambiguous else (False,):
        first, second = one.sequence(canonical=canonical), other.sequence(canonical=canonical)
        yield _read(one, other, _alike(one, other, first, second), by_id=False)


def _alike(one: _Outline, other: _Outline, first: list[str], second: list[str]) -> dict[str, str]:
    """Return the pairs of the cheapest alignment of two sequences of layers."""
    start = 0
    while start < min(len(first), len(second)) and one.characters[first[start]] == other.characters[second[start]]:
        start += 1
    pairs = dict(zip(first[:start], second[:start], strict=True))
    first, second = first[start:], second[start:]
    return pairs | {first[row]: second[column] for row, column in aligned(_costs(one, other, first, second), _GAP)}


def _costs(one: _Outline, other: _Outline, first: list[str], second: list[str]) -> Costs:
    """Return what each pair costs; worked out once for all pairs that look the same."""
    rows, row_of = _distinct(one, first)
    columns, column_of = _distinct(other, second)
    table = np.full((len(rows), len(columns)), np.inf)
    for row, node_id in enumerate(rows):
        node, fed_by = one.nodes[node_id], one.characters[node_id][1]
        for column, twin_id in enumerate(columns):
            twin = other.nodes[twin_id]
            if node.kind == twin.kind or _may_become(node.kind, twin.kind):
                fed_alike = fed_by == other.characters[twin_id][1]
                table[row, column] = _pair_cost(node, twin) + (0.0 if fed_alike else _OTHER_FEEDERS)
    return table[np.ix_(row_of, column_of)]


def _distinct(outline: _Outline, ids: list[str]) -> tuple[list[str], list[int]]:
    """Return the first layer of each character, and for every layer which of them it is like."""
    numbers: dict[tuple[str, tuple[str, ...]], int] = {}
    firsts: list[str] = []
    for node_id in ids:
        if outline.characters[node_id] not in numbers:
            numbers[outline.characters[node_id]] = len(firsts)
            firsts.append(node_id)
    return firsts, [numbers[outline.characters[node_id]] for node_id in ids]


# what took another's place


def _with_replacements(one: _Outline, other: _Outline, pairs: Mapping[str, str]) -> dict[str, str]:
    """Return the pairs and those of layers without a twin that stand in the same place: what feeds them is the same.

    Layers of one kind need no more than that; of two kinds one has become the other when they also feed the same.
    """
    found = dict(pairs)
    waiting = _by_feeders(other, set(found.values()))
    for first in one.order:
        feeding = tuple(found.get(source, "") for source in one.feeding[first])
        if first in found or feeding not in waiting:
            continue
        candidates = waiting[feeding]
        second = next((node_id for node_id in candidates if _is_in_place(one, other, found, first, node_id)), None)
        if second is not None:
            found[first] = second
            candidates.remove(second)
    return found


def _by_feeders(outline: _Outline, taken: set[str]) -> dict[tuple[str, ...], list[str]]:
    """Return the layers that are not taken, by what feeds them."""
    found: dict[tuple[str, ...], list[str]] = {}
    for node_id in outline.order:
        if node_id not in taken:
            found.setdefault(tuple(outline.feeding[node_id]), []).append(node_id)
    return found


def _is_in_place(one: _Outline, other: _Outline, pairs: Mapping[str, str], first: str, second: str) -> bool:
    """Return whether one layer may have taken the other's place, given that the same feeds both."""
    node, twin = one.nodes[first], other.nodes[second]
    if node.kind == twin.kind:
        return bool(one.feeding[first]) or one.contents[first] == other.contents[second]
    if not one.feeding[first] or layer_kind(node.kind).has_output != layer_kind(twin.kind).has_output:
        return False
    after = {pairs.get(target) for target in one.graph.successors(first)}
    return None not in after and after == set(other.graph.successors(second))
