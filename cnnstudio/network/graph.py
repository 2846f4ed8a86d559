"""The network graph: nodes and edges that are always a valid, circle-free wiring, and tell when they change."""

from collections.abc import Iterable, Sequence
from typing import Any

from psygnal import Signal

from cnnstudio.errors import ConnectError, NetworkError
from cnnstudio.network.annotations import AnnotatedGraph, Block, Comment
from cnnstudio.network.names import clean_name, quoted
from cnnstudio.network.node import Edge, Node, checked_node, checked_position
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import translate

__all__ = ["NODE_LIMIT", "Block", "Comment", "Edge", "NetworkGraph", "Node"]

NODE_LIMIT = 2000


class NetworkGraph(AnnotatedGraph):
    """Nodes and edges, changed only through these methods, each of which keeps the graph valid.

    Signals are sent after the change: ``node_added(id)``, ``node_removed(id)``, ``node_changed(id)`` (a parameter or
    the name), ``node_moved(id)``, ``edge_added(edge)``, ``edge_removed(edge)``, and ``changed()`` after anything but
    a move; inside `batch` the last one is sent once, at the end. `AnnotatedGraph` has those of blocks and comments.
    """

    node_added = Signal(str)
    node_removed = Signal(str)
    node_changed = Signal(str)
    node_moved = Signal(str)
    edge_added = Signal(Edge)
    edge_removed = Signal(Edge)

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}

    def draft_node(self, kind: str, x: float = 0.0, y: float = 0.0, **parameters: Any) -> Node:
        """Return a node with a free id and the kind's defaults; it is not added, and the id is not reserved."""
        rules = layer_kind(kind)
        prefix = kind.lower()
        number = self._numbers.get(prefix, 0) + 1
        while self.is_taken(f"{prefix}_{number}") or f"{prefix}_{number}" in self._names:
            number += 1
        node_id = f"{prefix}_{number}"
        return Node(node_id, kind, node_id, rules.check_parameters(parameters), x, y)

    def new_node(self, kind: str, x: float = 0.0, y: float = 0.0, **parameters: Any) -> Node:
        """Return a node as `draft_node` does and reserve its id; it is not added."""
        node = self.draft_node(kind, x, y, **parameters)
        self._reserve(node.id)
        return node

    def add_node(self, node: Node, index: int | None = None) -> None:
        """Add a copy of ``node``; ``index`` places it among the others, at the end unless given.

        Raises
        ------
        NetworkError
            When the id or the name is taken or not usable, the kind is unknown, or a parameter is out of limits.
        """
        checked = checked_node(node)
        if self.is_taken(checked.id) or checked.name in self._names:
            raise NetworkError(translate(
                "network", "There is already a layer {checked}.", checked=quoted(checked.name)))
        if len(self._nodes) >= NODE_LIMIT:
            raise NetworkError(translate("network", "A network has at most {limit:,} layers.", limit=NODE_LIMIT))
        self._reserve(checked.id)
        later = [] if index is None else list(self._nodes)[index:]
        self._nodes[checked.id] = checked
        for node_id in later:
            self._nodes[node_id] = self._nodes.pop(node_id)
        self._names[checked.name] = checked.id
        self._wiring.add_node(checked.id)
        self.node_added.emit(checked.id)
        self._announce()

    def remove_node(self, node_id: str) -> None:
        """Remove a node that has no edges.

        Raises
        ------
        NetworkError
            When there is no such node, edges are attached, or it belongs to a block.
        """
        node = self.find(node_id)
        if self._wiring.is_attached(node.id):
            raise NetworkError(translate(
                "network", "{layer} still has connections: remove them first.", layer=node.name))
        around = self.blocks_around(node.id)
        if around:
            raise NetworkError(translate(
                "network", "{layer} still belongs to {around}: take it out first.", layer=node.name,
                around=around[0].name))
        del self._nodes[node.id], self._names[node.name]
        self._wiring.remove_node(node.id)
        self.node_removed.emit(node.id)
        self._announce()

    def set_parameter(self, node_id: str, name: str, value: Any) -> None:
        """Set one parameter; nothing is sent when it stays the same.

        Raises
        ------
        NetworkError
            Naming the layer and the parameter, when it is unknown or the value outside its limits.
        """
        node = self.find(node_id)
        try:
            checked = layer_kind(node.kind).parameter(name).check(value)
        except NetworkError as error:
            raise NetworkError(f"{node.name}: {error}") from None
        if checked != node.parameters[name]:
            node.parameters[name] = checked
            self.node_changed.emit(node.id)
            self._announce()

    def rename(self, node_id: str, name: str) -> None:
        """Give a node another name, cleaned of control characters.

        Raises
        ------
        NetworkError
            When the name is empty or another layer has it.
        """
        node, cleaned = self.find(node_id), clean_name(name)
        if self._names.get(cleaned, node.id) != node.id:
            raise NetworkError(translate(
                "network", "Another layer is already called {cleaned}.", cleaned=quoted(cleaned)))
        if cleaned != node.name:
            del self._names[node.name]
            self._names[cleaned] = node.id
            node.name = cleaned
            self.node_changed.emit(node.id)
            self._announce()

    def move(self, node_id: str, x: float, y: float) -> None:
        """Put a node's top-left corner at (x, y) scene pixels."""
        node = self.find(node_id)
        x, y = checked_position(node.name, x, y)
        if (node.x, node.y) != (x, y):
            node.x, node.y = x, y
            self.node_moved.emit(node.id)

    def connect(self, edge: Edge) -> None:
        """Add an edge; raises as `check_connect` does."""
        self.check_connect(edge)
        self._wiring.add(edge)
        self.edge_added.emit(edge)
        self._announce()

    def connect_all(self, edges: Sequence[Edge]) -> None:
        """Add many edges with one search for circles, all or none; raises as `check_connect` does."""
        added: list[Edge] = []
        try:
            for edge in edges:
                present = self._check_ends(edge)
                if present is not None:
                    raise self._occupied_error(present)
                self._wiring.add(edge)
                added.append(edge)
            circle = self._wiring.first_in_circle(list(self._nodes), added)
            if circle is not None:
                raise self._cycle_error(circle)
        except ConnectError:
            for edge in added:
                self._wiring.remove(edge)
            raise
        with self.batch():
            for edge in added:
                self.edge_added.emit(edge)
                self._announce()

    def disconnect(self, edge: Edge) -> None:
        """Remove an edge.

        Raises
        ------
        ConnectError
            When it is not there.
        """
        if self._wiring.at_port(edge.target, edge.port) != edge:
            raise ConnectError(translate(
                "network", "There is no connection from {source} to {target}.", source=quoted(edge.source),
                target=quoted(edge.target)))
        self._wiring.remove(edge)
        self.edge_removed.emit(edge)
        self._announce()

    def replace_content(self, other: AnnotatedGraph) -> None:
        """Take over all content of ``other``, telling of every removal and addition; `changed` once."""
        nodes, edges = [node.copy() for node in other.nodes.values()], other.edges
        blocks, comments = list(other.blocks.values()), list(other.comments.values())
        with self.batch():
            for block_id in list(self.blocks):
                self.remove_block(block_id)
            for comment_id in list(self.comments):
                self.remove_comment(comment_id)
            for edge in self.edges:
                self.disconnect(edge)
            for node_id in list(self._nodes):
                self.remove_node(node_id)
            for node in nodes:
                self.add_node(node)
            self.connect_all(edges)
            for block in blocks:
                self.add_block(block)
            for comment in comments:
                self.add_comment(comment)

    def copy(self) -> "NetworkGraph":
        """Return an independent graph with the same content and no listeners."""
        other = NetworkGraph()
        other._nodes = {node.id: node.copy() for node in self._nodes.values()}
        other._names, other._numbers = dict(self._names), dict(self._numbers)
        other._wiring = self._wiring.copy()
        other._blocks, other._comments = dict(self._blocks), dict(self._comments)
        return other

    @classmethod
    def assembled(cls, nodes: Iterable[Node], edges: Iterable[Edge]) -> "NetworkGraph":
        """Return a graph of parts that are known to be valid together, without checking them again."""
        graph = cls()
        for node in nodes:
            graph._nodes[node.id] = node
            graph._names[node.name] = node.id
            graph._wiring.add_node(node.id)
        for edge in edges:
            graph._wiring.add(edge)
        return graph

    def _reserve(self, node_id: str) -> None:
        """Remember the number in an id, so that it is never given out again."""
        prefix, _, number = node_id.rpartition("_")
        if number.isdecimal() and number.isascii() and len(number) <= 6:
            self._numbers[prefix] = max(self._numbers.get(prefix, 0), int(number))
