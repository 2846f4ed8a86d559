"""Writes a known network down layer by layer, in blocks, with notes on what was fitted to the images."""

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

from cnnstudio.network.annotations import Block, Comment
from cnnstudio.network.block_layout import arranged, arranged_inside
from cnnstudio.network.graph import Edge, NetworkGraph
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.wording import translate

_NOTE_PX = (-304.0, 0.0, 272.0, 128.0)
"""Where the note stands: left of the Input, x, y, width and height."""


class Chain:
    """Builds a graph layer by layer; each new one follows the last, or those that are named.

    Attributes
    ----------
    graph : what is built
    last : id of the newest layer
    notes : sentences on what differs from the published network because of the images' size
    """

    def __init__(self, input_shape: Shape) -> None:
        self.graph = NetworkGraph()
        self.notes: list[str] = []
        self.last = ""
        channels, height, width = input_shape
        self.add("Input", channels=channels, height=height, width=width)

    def add(self, kind: str, *, after: Sequence[str] = (), **parameters: Any) -> str:
        """Add a layer after ``after`` (the last one unless given) and return its id."""
        node = self.graph.new_node(kind, **parameters)
        sources = after or ([self.last] if self.last else [])
        self.graph.add_node(node)
        for port, source in enumerate(sources):
            self.graph.connect(Edge(source, node.id, port))
        self.last = node.id
        return node.id

    def convolution(self, out_channels: int, kernel: int, *, activation: str = "ReLU", **parameters: Any) -> str:
        """Add a convolution and its activation; return the latter's id."""
        self.add("Conv2d", out_channels=out_channels, kernel_size=kernel, **parameters)
        return self.add(activation)

    def normalised(self, out_channels: int, kernel: int, **parameters: Any) -> str:
        """Add a convolution without bias and its batch normalisation; return the latter's id."""
        self.add("Conv2d", out_channels=out_channels, kernel_size=kernel, bias=False, **parameters)
        return self.add("BatchNorm2d")

    def dense(self, out_features: int, *, activation: str = "ReLU", **parameters: Any) -> None:
        """Add a dense layer and its activation."""
        self.add("Linear", out_features=out_features, **parameters)
        self.add(activation)

    @contextlib.contextmanager
    def block(self, name: str, repeat: int = 1) -> Iterator[None]:
        """Fold the layers added inside into one block; the second of a name gets a number."""
        before = set(self.graph.nodes)
        yield
        members = frozenset(self.graph.nodes) - before
        taken = {block.name for block in self.graph.blocks.values()}
        free = next(text for text in (name, *(f"{name} ({number})" for number in range(2, 99))) if text not in taken)
        self.graph.add_block(Block(self.graph.free_block_id(), free, members, repeat))

    def head(self, classes: int) -> "Chain":
        """Add the last dense layer and the output."""
        self.add("Linear", out_features=classes)
        return self.end(classes)

    def end(self, classes: int) -> "Chain":
        """Add the output."""
        self.add("Output", classes=classes)
        return self

    def finished(self) -> NetworkGraph:
        """Return the graph, laid out, with the notes as a comment beside the Input."""
        _lay_out(self.graph)
        if self.notes:
            text = "\n".join([translate("network", "Fitted to the images:"), *self.notes])
            self.graph.add_comment(Comment(self.graph.free_comment_id(), text, *_NOTE_PX))
        return self.graph


def _lay_out(graph: NetworkGraph) -> None:
    """Place layers and folded blocks; the layers of a block are laid out as well, for when it is opened."""
    for edit in (*(arranged_inside(graph, block_id) for block_id in graph.blocks), arranged(graph)):
        if edit is not None:
            edit.apply(graph)
