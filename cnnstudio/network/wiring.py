"""Which node feeds which: edges by both ends, without circles, knowing nothing of layers."""

import heapq
from collections.abc import Sequence

from cnnstudio.network.node import Edge


class Wiring:
    """The edges of a graph, found from either end in constant time."""

    def __init__(self) -> None:
        self._inputs: dict[str, dict[int, Edge]] = {}
        self._outputs: dict[str, set[Edge]] = {}
        self._sorted: tuple[Edge, ...] | None = ()
        self._sorted_inputs: dict[str, list[Edge]] = {}
        self._order: tuple[list[str], list[str]] | None = None

    @property
    def edges(self) -> tuple[Edge, ...]:
        """All edges, sorted by source, target and port."""
        if self._sorted is None:
            self._sorted = tuple(sorted(edge for ports in self._inputs.values() for edge in ports.values()))
        return self._sorted

    def add_node(self, node_id: str) -> None:
        """Make room for a node's edges."""
        self._inputs[node_id], self._outputs[node_id] = {}, set()
        self._order = None

    def remove_node(self, node_id: str) -> None:
        """Forget a node that has no edges."""
        del self._inputs[node_id], self._outputs[node_id]
        self._sorted_inputs.pop(node_id, None)
        self._order = None

    def is_attached(self, node_id: str) -> bool:
        """Return whether any edge touches the node."""
        return bool(self._inputs[node_id] or self._outputs[node_id])

    def at_port(self, node_id: str, port: int) -> Edge | None:
        """Return the edge at an input, if there is one."""
        return self._inputs.get(node_id, {}).get(port)

    def into(self, node_id: str) -> list[Edge]:
        """Return the edges into a node, in port order."""
        edges = self._sorted_inputs.get(node_id)
        if edges is None:
            ports = self._inputs[node_id]
            edges = self._sorted_inputs[node_id] = [ports[port] for port in sorted(ports)]
        return list(edges)

    def out_of(self, node_id: str) -> list[Edge]:
        """Return the edges out of a node, sorted by target and port."""
        return sorted(self._outputs[node_id])

    def add(self, edge: Edge) -> None:
        """Add an edge whose port is free."""
        self._inputs[edge.target][edge.port] = edge
        self._outputs[edge.source].add(edge)
        self._forget(edge.target)

    def remove(self, edge: Edge) -> None:
        """Remove an edge that is there."""
        del self._inputs[edge.target][edge.port]
        self._outputs[edge.source].discard(edge)
        self._forget(edge.target)

    def _forget(self, target: str) -> None:
        """Forget what was worked out from the edges before a change of one into ``target``."""
        self._sorted = self._order = None
        self._sorted_inputs.pop(target, None)

    def reaches(self, start: str, goal: str) -> bool:
        """Return whether data from ``start`` arrives at ``goal``; a node reaches itself."""
        return goal in self.downstream(start)

    def downstream(self, start: str) -> set[str]:
        """Return ``start`` and every node its data arrives at."""
        seen, stack = {start}, [start]
        while stack:
            fresh = {edge.target for edge in self._outputs[stack.pop()]} - seen
            seen |= fresh
            stack.extend(fresh)
        return seen

    def upstream(self, goal: str) -> set[str]:
        """Return ``goal`` and every node whose data arrives at it."""
        seen, stack = {goal}, [goal]
        while stack:
            fresh = {edge.source for edge in self._inputs[stack.pop()].values()} - seen
            seen |= fresh
            stack.extend(fresh)
        return seen

    def topological_order(self, ids: list[str]) -> list[str]:
        """Return ``ids`` (all nodes) so that sources come before targets; ties keep the order of ``ids``."""
        if self._order is None or self._order[0] != ids:
            self._order = (ids, self._ordered(ids))
        return list(self._order[1])

    def _ordered(self, ids: list[str]) -> list[str]:
        place = {node_id: index for index, node_id in enumerate(ids)}
        waiting = {node_id: len(self._inputs[node_id]) for node_id in ids}
        ready = [place[node_id] for node_id in ids if waiting[node_id] == 0]
        order = []
        while ready:
            node_id = ids[heapq.heappop(ready)]
            order.append(node_id)
            for edge in self._outputs[node_id]:
                waiting[edge.target] -= 1
                if waiting[edge.target] == 0:
                    heapq.heappush(ready, place[edge.target])
        return order

    def first_in_circle(self, ids: list[str], edges: Sequence[Edge]) -> Edge | None:
        """Return the first of ``edges`` that is part of a circle, or None; ``ids`` are all nodes."""
        order = self.topological_order(ids)
        if len(order) == len(ids):
            return None
        left = set(ids) - set(order)
        suspects = (edge for edge in edges if edge.source in left and edge.target in left)
        return next((edge for edge in suspects if self.reaches(edge.target, edge.source)), None)

    def copy(self) -> "Wiring":
        """Return an independent copy."""
        other = Wiring()
        other._inputs = {node_id: dict(ports) for node_id, ports in self._inputs.items()}
        other._outputs = {node_id: set(edges) for node_id, edges in self._outputs.items()}
        other._sorted = self._sorted
        return other
