"""Changes a graph step by step and remembers how to take each step back."""

from collections.abc import Callable
from typing import Any

from cnnstudio.network.graph import Edge, NetworkGraph, Node

Undo = Callable[[NetworkGraph], None]


class Recorder:
    """The changes an edit makes; `undo_steps` takes them back when called last first."""

    def __init__(self, graph: NetworkGraph) -> None:
        self.graph = graph
        self.undo_steps: list[Undo] = []

    def add_node(self, node: Node) -> None:
        """Add a node."""
        self.graph.add_node(node)
        self.undo_steps.append(lambda graph: graph.remove_node(node.id))

    def remove_node(self, node_id: str) -> None:
        """Remove a node without edges; undone, it comes back with its id at its old place."""
        node = self.graph.find(node_id).copy()
        index = list(self.graph.nodes).index(node.id)
        self.graph.remove_node(node.id)
        self.undo_steps.append(lambda graph: graph.add_node(node, index))

    def connect(self, edge: Edge) -> None:
        """Add an edge."""
        self.graph.connect(edge)
        self.undo_steps.append(lambda graph: graph.disconnect(edge))

    def disconnect(self, edge: Edge) -> None:
        """Remove an edge."""
        self.graph.disconnect(edge)
        self.undo_steps.append(lambda graph: graph.connect(edge))

    def set_parameter(self, node_id: str, name: str, value: Any) -> None:
        """Set a parameter."""
        before = self.graph.find(node_id).parameters.get(name)
        self.graph.set_parameter(node_id, name, value)
        self.undo_steps.append(lambda graph: graph.set_parameter(node_id, name, before))

    def rename(self, node_id: str, name: str) -> None:
        """Give a node another name."""
        before = self.graph.find(node_id).name
        self.graph.rename(node_id, name)
        self.undo_steps.append(lambda graph: graph.rename(node_id, before))

    def move(self, node_id: str, x: float, y: float) -> None:
        """Put a node somewhere else."""
        node = self.graph.find(node_id)
        before = (node.x, node.y)
        self.graph.move(node_id, x, y)
        self.undo_steps.append(lambda graph: graph.move(node_id, *before))

    def replace_content(self, other: NetworkGraph) -> None:
        """Put another graph's content in the place of all there is."""
        before = self.graph.copy()
        self.graph.replace_content(other)
        self.undo_steps.append(lambda graph: graph.replace_content(before))

    def roll_back(self) -> None:
        """Take every step back, last first."""
        while self.undo_steps:
            self.undo_steps.pop()(self.graph)
