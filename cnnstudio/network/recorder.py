"""Changes a graph step by step and remembers how to take each step back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from cnnstudio.network.graph import Block, Comment, Edge, NetworkGraph, Node

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
        """Remove a node without edges, from its blocks as well; undone, it comes back with its id at its old place."""
        node = self.graph.find(node_id).copy()
        for block in self.graph.blocks_around(node.id):
            self._take_out(block, node.id)
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

    def add_block(self, block: Block) -> None:
        """Add a block."""
        self.graph.add_block(block)
        self.undo_steps.append(lambda graph: graph.remove_block(block.id))

    def remove_block(self, block_id: str) -> None:
        """Remove a block and leave its layers; undone, it comes back at its old place."""
        block = self.graph.find_block(block_id)
        index = list(self.graph.blocks).index(block.id)
        self.graph.remove_block(block.id)
        self.undo_steps.append(lambda graph: graph.add_block(block, index))

    def set_block(self, block: Block) -> None:
        """Change a block."""
        before = self.graph.find_block(block.id)
        self.graph.set_block(block)
        self.undo_steps.append(lambda graph: graph.set_block(before))

    def join_blocks(self, node_id: str, blocks: Iterable[Block]) -> None:
        """Make a node a member of blocks that lie inside each other."""
        for block in sorted(blocks, key=lambda block: -len(block.members)):
            self.set_block(replace(self.graph.blocks[block.id], members=block.members | {node_id}))

    def add_comment(self, comment: Comment) -> None:
        """Add a comment."""
        self.graph.add_comment(comment)
        self.undo_steps.append(lambda graph: graph.remove_comment(comment.id))

    def remove_comment(self, comment_id: str) -> None:
        """Remove a comment; undone, it comes back at its old place."""
        comment = self.graph.comments[comment_id]
        index = list(self.graph.comments).index(comment_id)
        self.graph.remove_comment(comment_id)
        self.undo_steps.append(lambda graph: graph.add_comment(comment, index))

    def set_comment(self, comment: Comment) -> None:
        """Change a comment."""
        before = self.graph.comments[comment.id]
        self.graph.set_comment(comment)
        self.undo_steps.append(lambda graph: graph.set_comment(before))

    def replace_content(self, other: NetworkGraph) -> None:
        """Put another graph's content in the place of all there is."""
        before = self.graph.copy()
        self.graph.replace_content(other)
        self.undo_steps.append(lambda graph: graph.replace_content(before))

    def roll_back(self) -> None:
        """Take every step back, last first."""
        while self.undo_steps:
            self.undo_steps.pop()(self.graph)

    def _take_out(self, block: Block, node_id: str) -> None:
        """Take a layer out of a block; a block that would be empty, or the same as another, goes."""
        rest = block.members - {node_id}
        others = [other.members for other in self.graph.blocks.values() if other.id != block.id]
        if rest and rest not in others:
            self.set_block(replace(block, members=rest))
        else:
            self.remove_block(block.id)
