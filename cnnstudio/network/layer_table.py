"""The network as a table: one row a layer, in the order of the data."""

from collections.abc import Mapping
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
    cost : all 0 while unknown, and for layers that do not lead to the output
    summary : the key numbers of its parameters
    repeat : how many times it runs, by the blocks it is in; its cost is that of all runs
    """

    id: str
    name: str
    kind: str
    output_shape: Shape | None
    cost: Cost
    summary: str
    repeat: int = 1

    @property
    def title(self) -> str:
        """Return the name, with how many times it runs: ``conv2d_1 × 3``."""
        return f"{self.name} × {self.repeat}" if self.repeat > 1 else self.name

    @property
    def weights(self) -> int:
        """Learned values."""
        return self.cost.weights

    @property
    def multiply_adds(self) -> int:
        """Of one image."""
        return self.cost.multiply_adds


def rows(graph: NetworkGraph, analysis: Analysis | None = None,
         costs: Mapping[str, Cost] | None = None) -> list[LayerRow]:
    """Return a row for every node in topological order; ``analysis`` and ``costs`` save the work of new ones."""
    known = analysis or analyse(graph)
    if costs is None:
        costs = node_costs(graph, known)
    return [_row(graph, known, costs.get(node_id, Cost()), node_id) for node_id in graph.topological_order()]


def _row(graph: NetworkGraph, analysis: Analysis, cost: Cost, node_id: str) -> LayerRow:
    node = graph.nodes[node_id]
    return LayerRow(
        node.id, node.name, node.kind, analysis.shapes.get(node_id), cost,
        layer_kind(node.kind).summary(node.parameters), len(analysis.unrolled.copies[node_id]))
