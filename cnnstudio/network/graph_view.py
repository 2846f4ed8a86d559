"""The reading half of a network graph: what is in it and how it hangs together."""

from collections.abc import Mapping
from types import MappingProxyType

from cnnstudio.errors import (
    ConnectError,
    CycleError,
    DuplicateEdgeError,
    NetworkError,
    OccupiedInputError,
)
from cnnstudio.network.names import did_you_mean, quoted
from cnnstudio.network.node import Edge, Node, check_port
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.wiring import Wiring
from cnnstudio.wording import translate


class GraphView:
    """Everything that can be asked of a graph without changing it."""

    def __init__(self) -> None:
        self._nodes: dict[str, Node] = {}
        self._names: dict[str, str] = {}
        self._wiring = Wiring()

    @property
    def nodes(self) -> Mapping[str, Node]:
        """All nodes by id, oldest first. Change them through the graph only."""
        return MappingProxyType(self._nodes)

    @property
    def edges(self) -> tuple[Edge, ...]:
        """All edges, sorted by source, target and port."""
        return self._wiring.edges

    @property
    def input_node(self) -> Node | None:
        """The first Input, if there is one."""
        return next((node for node in self._nodes.values() if node.kind == "Input"), None)

    @property
    def output_node(self) -> Node | None:
        """The first Output, if there is one."""
        return next((node for node in self._nodes.values() if node.kind == "Output"), None)

    def find(self, name_or_id: str) -> Node:
        """Return a node by id, else by name.

        Raises
        ------
        NetworkError
            When there is none; the nearest name is offered.
        """
        node = self._nodes.get(name_or_id) or self._nodes.get(self._names.get(name_or_id, ""))
        if node is None:
            hint = did_you_mean(name_or_id, dict.fromkeys([*self._names, *self._nodes]))
            raise NetworkError(translate(
                "network", "There is no layer {name_or_id}.{hint}", name_or_id=quoted(name_or_id), hint=hint))
        return node

    def in_edges(self, node_id: str) -> list[Edge]:
        """Return the edges into a node, in port order."""
        return self._wiring.into(self.find(node_id).id)

    def out_edges(self, node_id: str) -> list[Edge]:
        """Return the edges out of a node, sorted by target and port."""
        return self._wiring.out_of(self.find(node_id).id)

    def predecessors(self, node_id: str) -> list[str]:
        """Return the ids that feed a node, in port order; twice when one feeds two ports."""
        return [edge.source for edge in self.in_edges(node_id)]

    def successors(self, node_id: str) -> list[str]:
        """Return the ids a node feeds, each once, sorted."""
        return list(dict.fromkeys(edge.target for edge in self.out_edges(node_id)))

    def upstream(self, node_id: str) -> set[str]:
        """Return a node's id and those of all nodes whose data arrives at it."""
        return self._wiring.upstream(self.find(node_id).id)

    def downstream(self, node_id: str) -> set[str]:
        """Return a node's id and those of all nodes its data arrives at."""
        return self._wiring.downstream(self.find(node_id).id)

    def free_port(self, node_id: str) -> int | None:
        """Return the lowest input number without an edge, or None when all are taken."""
        node = self.find(node_id)
        ports = range(layer_kind(node.kind).max_inputs)
        return next((port for port in ports if self._wiring.at_port(node.id, port) is None), None)

    def edge_at(self, node_id: str, port: int) -> Edge | None:
        """Return the edge into input number ``port``, if there is one."""
        return self._wiring.at_port(node_id, port)

    def topological_order(self) -> list[str]:
        """Return all ids so that every source comes before its targets; ties go to the older node."""
        return self._wiring.topological_order(list(self._nodes))

    def check_connect(self, edge: Edge) -> None:
        """Return when the edge may be added.

        Raises
        ------
        ConnectError
            When a layer is missing, takes no such input or gives no output.
        DuplicateEdgeError, OccupiedInputError, CycleError
            When the edge is there, its port is taken, or it would close a circle.
        """
        present = self.check_rewire(edge)
        if present is not None:
            raise self._occupied_error(present)

    def check_rewire(self, edge: Edge) -> Edge | None:
        """Return the edge that must make room for ``edge``, or None; raises as `check_connect` else does."""
        present = self._check_ends(edge)
        if self._wiring.reaches(edge.target, edge.source):
            raise self._cycle_error(edge)
        return present

    def _check_ends(self, edge: Edge) -> Edge | None:
        """Check all but circles, and return the edge that holds the same input."""
        for node_id in (edge.source, edge.target):
            if node_id not in self._nodes:
                raise ConnectError(translate(
                    "network", "There is no layer {node_id}.{suggestion}", node_id=quoted(node_id),
                    suggestion=did_you_mean(node_id, self._nodes)))
        source, target = self._nodes[edge.source], self._nodes[edge.target]
        check_port(source, target, edge.port)
        present = self._wiring.at_port(target.id, edge.port)
        if present == edge:
            raise DuplicateEdgeError(translate(
                "network", "{source} is already connected to {target}.", source=source.name, target=target.name))
        return present

    def _occupied_error(self, present: Edge) -> OccupiedInputError:
        target, holder = self._nodes[present.target].name, self._nodes[present.source].name
        return OccupiedInputError(translate(
            "network", "Input {port} of {target} is already connected to {holder}.", port=present.port + 1,
            target=target, holder=holder))

    def _cycle_error(self, edge: Edge) -> CycleError:
        source, target = self._nodes[edge.source].name, self._nodes[edge.target].name
        return CycleError(translate(
            "network", "{source} → {target} would close a circle; data flows one way only.", source=source,
            target=target))

    def can_connect(self, edge: Edge) -> bool:
        """Return whether an edge may be added as it is."""
        try:
            self.check_connect(edge)
        except ConnectError:
            return False
        return True
