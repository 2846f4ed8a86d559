"""Which layers that are in two networks get their data from somewhere else in the second."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cnnstudio.network.graph import NetworkGraph

# Kinds that compute the same when their inputs change places.
ORDER_FREE = frozenset({"Add", "Multiply"})
_MOST_REWIRED = 12    # with more, another document is more likely than moved layers


@dataclass(frozen=True, slots=True)
class Rewired:
    """A layer that is fed by others than before, which no added or removed layer explains.

    Attributes
    ----------
    first, second : its id in the first and in the second network
    before : ids of the first network that fed it, by input number
    after : ids of the second network that feed it
    """

    first: str
    second: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def swapped(self) -> "Rewired":
        """Return the same seen from the other network."""
        return Rewired(self.second, self.first, self.after, self.before)


@dataclass(frozen=True)
class Feeding:
    """What feeds each layer of a network, in port order, and all ids so that sources come first."""

    order: tuple[str, ...]
    sources: Mapping[str, tuple[str, ...]]
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, graph: NetworkGraph) -> "Feeding":
        """Read a graph."""
        order = tuple(graph.topological_order())
        return cls(order, {node_id: tuple(graph.predecessors(node_id)) for node_id in order},
                   {node_id: graph.nodes[node_id].kind for node_id in order})

    def reaching(self, kept: Mapping[str, str]) -> dict[str, frozenset[str]]:
        """Return which of the kept layers, under their names in ``kept``, feed each layer through no other kept one.

        A kept layer stands for itself.
        """
        found: dict[str, frozenset[str]] = {}
        for node_id in self.order:
            found[node_id] = (frozenset({kept[node_id]}) if node_id in kept else
                              frozenset().union(*(found[source] for source in self.sources[node_id])))
        return found


def rewired_layers(first: Feeding, second: Feeding, pairs: Mapping[str, str]) -> Iterator[Rewired]:
    """Give the layers of ``pairs`` (first id -> second id) that are wired in another way, in the data's order.

    A layer that was put between two others, or taken out from between them, rewires nobody.
    """
    comparison = _Comparison(first, second, pairs)
    targets = {target: source for source, target in pairs.items()}
    for node_id in second.order:
        if node_id in targets and comparison.is_rewired(targets[node_id], node_id):
            yield Rewired(targets[node_id], node_id, first.sources[targets[node_id]], second.sources[node_id])


def moved_layers(first: Feeding, second: Feeding, pairs: Mapping[str, str],
                 rewired: Sequence[Rewired]) -> tuple[tuple[Rewired, ...], tuple[Rewired, ...]]:
    """Return the layers that were taken out of one place and put into another, and what is rewired besides.

    A layer has moved when others are no longer rewired once it counts as removed there and added here; the one that
    explains most is taken first.
    """
    moved: list[Rewired] = []
    rest, pairs = tuple(rewired), dict(pairs)
    while 2 <= len(rest) <= _MOST_REWIRED:
        readings = []
        for layer in rest:
            if len(layer.before) == len(layer.after) == 1:
                others = {one: other for one, other in pairs.items() if one != layer.first}
                readings.append((layer, others, tuple(rewired_layers(first, second, others))))
        layer, others, left = min(readings, key=lambda reading: len(reading[2]), default=(rest[0], pairs, rest))
        if len(left) >= len(rest) - 1:
            break
        moved.append(layer)
        pairs, rest = others, left
    return tuple(moved), rest


class _Comparison:
    """Compares what feeds a layer of the first network with what feeds its twin in the second."""

    def __init__(self, first: Feeding, second: Feeding, pairs: Mapping[str, str]) -> None:
        self._first, self._second, self._pairs = first, second, pairs
        self._kept = frozenset(pairs.values())
        self._from_first = first.reaching(pairs)
        self._from_second = second.reaching({node_id: node_id for node_id in self._kept})

    def is_rewired(self, first: str, second: str) -> bool:
        """Return whether added and removed layers do not explain the difference."""
        before, after = self._first.sources[first], self._second.sources[second]
        if len(before) != len(after):
            return True
        if self._second.kinds[second] in ORDER_FREE:
            return not self._is_explained_in_some_order(before, after)
        return not all(map(self._is_explained, before, after))

    def _is_explained_in_some_order(self, before: tuple[str, ...], after: tuple[str, ...]) -> bool:
        """Pair what feeds both, then what added and removed layers explain."""
        twins = Counter(self._pairs[source] for source in before if source in self._pairs) & Counter(after)
        rest = list((Counter(after) - twins).elements())
        for source in before:
            twin = self._pairs.get(source)
            if twin is not None and twins[twin] > 0:
                twins[twin] -= 1
                continue
            other = next((other for other in rest if self._is_explained(source, other)), None)
            if other is None:
                return False
            rest.remove(other)
        return True

    def _is_explained(self, source: str, other: str) -> bool:
        is_removed, is_added = source not in self._pairs, other not in self._kept
        if not is_removed and not is_added:
            return self._pairs[source] == other
        before, after = self._from_first[source], self._from_second[other]
        if before == after:
            return True
        return bool((is_added and before and before <= after) or (is_removed and after and after <= before))
