"""The network as a table: one row a layer, in the order of the data."""

from dataclasses import dataclass

from cnnstudio.network.costs import Cost, node_costs
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import Analysis, analyse


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One layer.

    Attributes
    ----------
    id, name, kind : of the node
    output_shape : (C, H, W) or (F,); None while it is not known
    weights, multiply_adds, activations, receptive_field : see `cnnstudio.network.costs.Cost`; 0 while unknown, and
        for layers that do not lead to the output
    summary : the key numbers of its parameters
    """

    id: str
    name: str
    kind: str
    output_shape: Shape | None
    weights: int
    multiply_adds: int
    activations: int
    receptive_field: tuple[int, int]
    summary: str


def rows(graph: NetworkGraph, analysis: Analysis | None = None) -> list[LayerRow]:
    """Return a row for every node in topological order; ``analysis`` saves the work of a new one."""
    known = analysis or analyse(graph)
    costs = node_costs(graph, known)
    return [_row(graph, known, costs.get(node_id, Cost()), node_id) for node_id in graph.topological_order()]


def _row(graph: NetworkGraph, analysis: Analysis, cost: Cost, node_id: str) -> LayerRow:
    node = graph.nodes[node_id]
    return LayerRow(
        node.id, node.name, node.kind, analysis.shapes.get(node_id), cost.weights, cost.multiply_adds,
        cost.activations, cost.receptive_field, layer_kind(node.kind).summary(node.parameters))
