"""What the design checks look at: a network, its shapes, and the training it is meant for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.layer_kinds import LayerKind, Shape
from cnnstudio.network.receptive import Sight
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.unrolling import Unrolled


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What is known of the training a network is for.

    Attributes
    ----------
    batch_size : images a step
    training_images : None while no image folder is open
    """

    batch_size: int
    training_images: int | None = None

    @property
    def largest_batch(self) -> int:
        """Images in the largest batch there will be; a last single image joins the batch before."""
        return min(self.batch_size, self.training_images or self.batch_size)


@dataclass(frozen=True)
class Design:
    """A network to be checked.

    Attributes
    ----------
    graph : as it is drawn
    unrolled : with its repeated blocks written out
    shapes, input_shapes : by id of the unrolled graph, of the layers that have them
    order : ids of ``graph``, sources first
    sight : how much of the image each layer sees
    """

    graph: NetworkGraph
    unrolled: Unrolled
    shapes: Mapping[str, Shape]
    input_shapes: Mapping[str, tuple[Shape, ...]]
    order: Sequence[str]
    sight: Sight

    def used_layers(self) -> Iterator[tuple[Node, LayerKind, Shape]]:
        """Yield the layers with one input that have a shape and lead to the Output: node, kind, arriving shape."""
        output = self.graph.output_node
        used = self.graph.upstream(output.id) if output is not None else frozenset(self.order)
        for node_id in self.order:
            arriving = self.input_shapes.get(node_id, ())
            if node_id in self.shapes and node_id in used and len(arriving) == 1:
                node = self.graph.nodes[node_id]
                yield node, layer_kind(node.kind), arriving[0]

    def above(self, node_id: str) -> Iterator[tuple[Node, Edge]]:
        """Yield the layers above one, nearest first, as long as each has one input, with the edge out of each."""
        edges = self.graph.in_edges(node_id)
        while len(edges) == 1:
            node = self.graph.nodes[edges[0].source]
            yield node, edges[0]
            edges = self.graph.in_edges(node.id)
