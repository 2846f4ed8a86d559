"""What a network costs: weights, multiply-adds, memory, and how much of the image one value sees."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, prod

from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.memory import LayerMemory, layer_memory, used_order
from cnnstudio.network.receptive import Pair, View
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import Analysis


@dataclass(frozen=True, slots=True)
class Cost:
    """What one layer, or a whole network, costs for one image; the bytes are those of a whole batch.

    Attributes
    ----------
    weights : learned values, biases and normalisation scales included, running statistics not
    multiply_adds : multiplications with a following addition of convolutions and dense layers; biases,
        pooling, normalisation and activations count 0, as in the published figures
    activations : values that come out
    receptive_field : rows and columns of input pixels that one output value depends on, border ignored
        (Araujo and others, "Computing receptive fields of convolutional neural networks", 2019)
    output_bytes : memory of the values that come out, for the batch; 0 where they are the values that came in
    kept_bytes : memory that training holds from forward to backward, for the batch
    """

    weights: int = 0
    multiply_adds: int = 0
    activations: int = 0
    receptive_field: Pair = (1, 1)
    output_bytes: int = 0
    kept_bytes: int = 0


def node_costs(graph: NetworkGraph, analysis: Analysis, *, batch_size: int = 1) -> dict[str, Cost]:
    """Return the cost by node id, in topological order.

    Only layers with a shape are counted, and once something arrives at the Output only those that lead to it:
    the others are no part of the trained network. A layer in a repeated block costs what all its copies cost; its
    receptive field is that of the last one.
    """
    flat, memory = analysis.unrolled.graph, layer_memory(analysis, batch_size)
    used, seen = set(used_order(analysis)), analysis.sight.views
    copies = analysis.unrolled.copies
    return {
        node_id: _sum([
            _cost(flat.nodes[copy], analysis, seen[copy], memory[copy]) for copy in copies[node_id] if copy in used])
        for node_id in graph.topological_order() if node_id in used}


def total(costs: Mapping[str, Cost]) -> Cost:
    """Return the sums, and the largest receptive field."""
    rows = [cost.receptive_field[0] for cost in costs.values()]
    columns = [cost.receptive_field[1] for cost in costs.values()]
    return replace(_sum(list(costs.values())), receptive_field=(max(rows, default=1), max(columns, default=1)))


def _sum(costs: Sequence[Cost]) -> Cost:
    """Return the sums, and the receptive field of the last one."""
    return Cost(
        sum(cost.weights for cost in costs),
        sum(cost.multiply_adds for cost in costs),
        sum(cost.activations for cost in costs),
        costs[-1].receptive_field if costs else (1, 1),
        sum(cost.output_bytes for cost in costs),
        sum(cost.kept_bytes for cost in costs))


def _cost(node: Node, analysis: Analysis, view: View, memory: LayerMemory) -> Cost:
    kind, inputs, shape = layer_kind(node.kind), analysis.input_shapes[node.id], analysis.shapes[node.id]
    return Cost(
        kind.weights(inputs, node.parameters),
        kind.multiply_adds(inputs, shape, node.parameters),
        prod(shape),
        (ceil(view.field[0]), ceil(view.field[1])),
        memory.output_bytes,
        memory.kept_bytes)
