"""Works out every layer's shape and says what is wrong, with the edits that mend it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import prod

from cnnstudio.errors import ConnectError, ShapeError
from cnnstudio.network.block_checks import block_problems, later_repeat_problem
from cnnstudio.network.connection_checks import connection_problems, no_input_problem
from cnnstudio.network.design import CheckContext, Design
from cnnstudio.network.design_checks import design_warnings, wish_problems
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.layer_kinds import Shape, shape_text
from cnnstudio.network.mends import Misfit, mends_for
from cnnstudio.network.problems import Mend, Problem
from cnnstudio.network.receptive import Sight
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.unrolling import Unrolled, unroll
from cnnstudio.wording import translate

__all__ = ["Analysis", "CheckContext", "Mend", "Problem", "analyse", "preview_connect"]

WEIGHT_LIMIT = 2_000_000_000
VALUE_LIMIT = 2**31


@dataclass(frozen=True)
class Analysis:
    """What is known about a graph.

    Attributes
    ----------
    unrolled : the graph with its repeated blocks written out
    sight : how much of the image its layers see
    shapes : output shape by id, of the layers that have one; of a repeated layer this is its last copy's, and the
        earlier copies are there under their ids in ``unrolled``
    input_shapes : the shapes that arrive, in port order, of the layers where all of them are known; copies likewise
    problems : the whole network's first, then in the order of the data
    """

    unrolled: Unrolled
    sight: Sight
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    input_shapes: Mapping[str, tuple[Shape, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop training."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def is_trainable(self) -> bool:
        """Whether there are no errors."""
        return not self.errors


def analyse(graph: NetworkGraph, *, input_shape: Shape | None = None, classes: int | None = None,
            context: CheckContext | None = None) -> Analysis:
    """Work out all shapes and problems; never raises.

    Parameters
    ----------
    graph : left as it is
    input_shape, classes : what the image folder needs; a network for other images or classes is then an error
    context : the training the network is for; adds warnings that depend on it
    """
    shapes: dict[str, Shape] = {}
    input_shapes: dict[str, tuple[Shape, ...]] = {}
    problems: list[Problem] = []
    unrolled = unroll(graph)
    for node_id in unrolled.graph.topological_order():
        node = unrolled.graph.nodes[node_id]
        arriving = _arriving(unrolled.graph, node, shapes)
        if arriving is None:
            continue
        input_shapes[node_id] = arriving
        try:
            shapes[node_id] = _output_shape(node, arriving)
        except ShapeError as error:
            problems.append(_misfit_problem(graph, unrolled, node_id, arriving, shapes, str(error)))
    order = graph.topological_order()
    problems += block_problems(graph)
    problems += connection_problems(graph, shapes, order)
    sight = Sight(unrolled.graph, shapes, input_shapes)
    problems += design_warnings(Design(graph, unrolled, shapes, input_shapes, order, sight), context)
    problems += wish_problems(graph, input_shape, classes)
    place = {node_id: index for index, node_id in enumerate(order)}
    problems.sort(key=lambda problem: -1 if problem.node_id is None else place[problem.node_id])
    return Analysis(unrolled, sight, shapes, input_shapes, tuple(problems))


def _misfit_problem(
        graph: NetworkGraph, unrolled: Unrolled, flat_id: str, arriving: tuple[Shape, ...],
        shapes: Mapping[str, Shape], complaint: str) -> Problem:
    """Return the error of a layer that cannot take what arrives, at its first run or in a later repeat."""
    node = graph.nodes[unrolled.origin[flat_id]]
    number = unrolled.copy_number(flat_id)
    if number > 1:
        return later_repeat_problem(graph, node, number, complaint)
    known = {node_id: shapes[copies[0]] for node_id, copies in unrolled.copies.items() if copies[0] in shapes}
    return Problem(node.id, "error", f"{node.name} {complaint}", mends_for(Misfit(graph, node, arriving, known)))


def preview_connect(graph: NetworkGraph, edge: Edge, analysis: Analysis | None = None) -> Shape | str:
    """Return the target's output shape with this edge in place, or the sentence why it cannot be.

    A merge that still lacks an input is previewed with the inputs it has. ``analysis`` saves the work of a new one.
    """
    try:
        graph.check_rewire(edge)
    except ConnectError as error:
        return str(error)
    shapes = (analysis or analyse(graph)).shapes
    source, target = graph.nodes[edge.source], graph.nodes[edge.target]
    ports = {other.port: other.source for other in graph.in_edges(target.id)} | {edge.port: source.id}
    arriving = [shapes.get(ports[port]) for port in sorted(ports)]
    known = tuple(shape for shape in arriving if shape is not None)
    if source.id not in shapes or len(known) < len(arriving):
        return no_input_problem(source if source.id not in shapes else target)
    try:
        return _output_shape(target, known)
    except ShapeError as error:
        return f"{target.name} {error}"


def _arriving(graph: NetworkGraph, node: Node, shapes: Mapping[str, Shape]) -> tuple[Shape, ...] | None:
    """Return the shapes that arrive, or None when an input is missing or has no shape itself."""
    sources = graph.predecessors(node.id)
    if len(sources) < layer_kind(node.kind).min_inputs or any(source not in shapes for source in sources):
        return None
    return tuple(shapes[source] for source in sources)


def _output_shape(node: Node, arriving: Sequence[Shape]) -> Shape:
    """Apply the kind's rule and refuse what no machine could hold."""
    rules = layer_kind(node.kind)
    shape = rules.shape(arriving, node.parameters)
    for problem in _too_large(shape, rules.weights(arriving, node.parameters)):
        raise ShapeError(problem)
    return shape


def _too_large(shape: Shape, weights: int) -> Iterator[str]:
    if weights > WEIGHT_LIMIT:
        yield translate(
            "network", "would have {weights:,} weights; at most {limit:,} are possible. Make its input smaller first.",
            weights=weights, limit=WEIGHT_LIMIT)
    if prod(shape) > VALUE_LIMIT:
        yield translate(
            "network", "would give {shape} = {other_shape:,} values for one image, more than {limit:,}.",
            shape=shape_text(shape), other_shape=prod(shape), limit=VALUE_LIMIT)
