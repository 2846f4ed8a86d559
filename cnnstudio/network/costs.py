"""What a network costs: weights, multiply-adds, values kept, and how much of the image one value sees."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, prod
from typing import Any

from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import Analysis

Pair = tuple[int, int]
Exact = tuple[Fraction | int, Fraction | int]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one layer, or a whole network, costs for one image.

    Attributes
    ----------
    weights : learned values, biases and normalisation scales included, running statistics not
    multiply_adds : multiplications with a following addition of convolutions and dense layers; biases,
        pooling, normalisation and activations count 0, as in the published figures
    activations : values that come out
    receptive_field : rows and columns of input pixels that one output value depends on, border ignored
        (Araujo and others, "Computing receptive fields of convolutional neural networks", 2019)
    """

    weights: int = 0
    multiply_adds: int = 0
    activations: int = 0
    receptive_field: Pair = (1, 1)


@dataclass(frozen=True, slots=True)
class _View:
    """How the values of one layer look at the image: what one sees, how far apart neighbours look, how many."""

    field: Exact = (1, 1)
    jump: Exact = (1, 1)
    extent: Pair = (1, 1)


def node_costs(graph: NetworkGraph, analysis: Analysis) -> dict[str, Cost]:
    """Return the cost by node id, in topological order.

    Only layers with a shape are counted, and once something arrives at the Output only those that lead to it:
    the others are no part of the trained network.
    """
    output = graph.output_node
    used = graph.upstream(output.id) if output is not None and output.id in analysis.shapes else None
    views: dict[str, _View] = {}
    costs: dict[str, Cost] = {}
    for node_id in graph.topological_order():
        if node_id not in analysis.shapes:
            continue
        node, inputs = graph.nodes[node_id], analysis.input_shapes[node_id]
        before = [views[source] for source in graph.predecessors(node_id)]
        views[node_id] = _view(node, before, inputs, analysis.shapes[node_id])
        if used is None or node_id in used:
            costs[node_id] = _cost(node, inputs, analysis.shapes[node_id], views[node_id])
    return costs


def total(costs: Mapping[str, Cost]) -> Cost:
    """Return the sums, and the largest receptive field."""
    rows = [cost.receptive_field[0] for cost in costs.values()]
    columns = [cost.receptive_field[1] for cost in costs.values()]
    return Cost(
        sum(cost.weights for cost in costs.values()),
        sum(cost.multiply_adds for cost in costs.values()),
        sum(cost.activations for cost in costs.values()),
        (max(rows, default=1), max(columns, default=1)))


def _cost(node: Node, inputs: tuple[Shape, ...], shape: Shape, view: _View) -> Cost:
    kind = layer_kind(node.kind)
    return Cost(
        kind.weights(inputs, node.parameters),
        kind.multiply_adds(inputs, shape, node.parameters),
        prod(shape),
        (ceil(view.field[0]), ceil(view.field[1])))


def _view(node: Node, before: list[_View], inputs: tuple[Shape, ...], shape: Shape) -> _View:
    if not before:
        return _View(extent=(shape[1], shape[2]))
    widest = _widest(before)
    kind = layer_kind(node.kind)
    extent = (shape[1], shape[2]) if len(shape) == 3 else (1, 1) if kind.sees_all else widest.extent
    if kind.sees_all:
        return _View(_grown(widest, widest.extent), widest.jump, extent)
    window = kind.window(inputs, shape, node.parameters)
    jump = (widest.jump[0] * window.step[0], widest.jump[1] * window.step[1])
    return _View(_grown(widest, window.size), jump, extent)


def _grown(view: _View, size: Pair) -> Exact:
    """Return what is seen through a window of ``size`` neighbours: r + (k - 1)·j along each axis."""
    return (view.field[0] + (size[0] - 1) * view.jump[0], view.field[1] + (size[1] - 1) * view.jump[1])


def _widest(views: list[_View]) -> _View:
    def largest(name: str) -> Any:
        pairs = [getattr(view, name) for view in views]
        return (max(pair[0] for pair in pairs), max(pair[1] for pair in pairs))
    return _View(largest("field"), largest("jump"), largest("extent"))
