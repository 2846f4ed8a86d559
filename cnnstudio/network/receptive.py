"""How much of the image one value sees, layer by layer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.registry import layer_kind

Pair = tuple[int, int]
Exact = tuple[Fraction | int, Fraction | int]


@dataclass(frozen=True, slots=True)
class View:
    """How the values of one layer look at the image (Araujo and others, "Computing receptive fields ...", 2019).

    Attributes
    ----------
    field : rows and columns of pixels that one value sees, border ignored
    jump : how many pixels further the neighbouring value looks
    extent : rows and columns of values
    """

    field: Exact = (1, 1)
    jump: Exact = (1, 1)
    extent: Pair = (1, 1)

    def grown(self, size: Sequence[int]) -> Exact:
        """Return what is seen through a window of ``size`` neighbours: r + (k - 1)·j along each axis."""
        return (self.field[0] + (size[0] - 1) * self.jump[0], self.field[1] + (size[1] - 1) * self.jump[1])


class Sight:
    """The views of a graph without repeated blocks, worked out when first asked for and then kept."""

    def __init__(self, graph: NetworkGraph, shapes: Mapping[str, Shape],
                 input_shapes: Mapping[str, tuple[Shape, ...]]) -> None:
        self._parts = (graph, shapes, input_shapes)

    @cached_property
    def views(self) -> dict[str, View]:
        """The view of each layer with a shape, by id."""
        return views(*self._parts)


def views(graph: NetworkGraph, shapes: Mapping[str, Shape],
          input_shapes: Mapping[str, tuple[Shape, ...]]) -> dict[str, View]:
    """Return the view of each layer with a shape; ``graph`` has no repeated blocks."""
    found: dict[str, View] = {}
    for node_id in graph.topological_order():
        if node_id in shapes:
            before = [found[source] for source in graph.predecessors(node_id)]
            found[node_id] = _view(graph.nodes[node_id], before, input_shapes[node_id], shapes[node_id])
    return found


def _view(node: Node, before: list[View], inputs: tuple[Shape, ...], shape: Shape) -> View:
    if not before:
        return View(extent=(shape[1], shape[2]))
    widest = before[0] if len(before) == 1 else _widest(before)
    kind = layer_kind(node.kind)
    extent = (shape[1], shape[2]) if len(shape) == 3 else (1, 1) if kind.sees_all else widest.extent
    if kind.sees_all:
        return View(widest.grown(widest.extent), widest.jump, extent)
    window = kind.window(inputs, shape, node.parameters)
    jump = (widest.jump[0] * window.step[0], widest.jump[1] * window.step[1])
    return View(widest.grown(window.size), jump, extent)


def _widest(before: list[View]) -> View:
    """Return the view of what is merged; one value for a whole map has no neighbours, so its jump does not count."""
    def largest(name: str, axis: int, views: Sequence[View]) -> Any:
        return max(getattr(view, name)[axis] for view in views)

    extent = (largest("extent", 0, before), largest("extent", 1, before))
    full = [[view for view in before if view.extent[axis] == extent[axis]] for axis in (0, 1)]
    return View((largest("field", 0, before), largest("field", 1, before)),
                (largest("jump", 0, full[0]), largest("jump", 1, full[1])), extent)
