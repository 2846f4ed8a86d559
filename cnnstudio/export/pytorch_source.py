"""Writes a network graph as one stand-alone PyTorch file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cnnstudio.errors import NetworkError, ShapeError
from cnnstudio.export.layer_source import CONSTRUCTORS, EXPRESSIONS, OWN_MODULES
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.layer_table import rows
from cnnstudio.network.shapes import Analysis, analyse

_NAME_LIMIT = 60


@dataclass(frozen=True, slots=True)
class _Line:
    """One layer in the text: the attribute that holds it, how it is made, and how its value comes about."""

    attribute: str
    constructor: str
    shape: Shape
    comment: str
    result: str
    expression: str


def source(graph: NetworkGraph) -> str:
    """Return the text of a Python file with ``class Network(nn.Module)``, which needs PyTorch and nothing else.

    The layers run in the same order with the same operations as in the program, so that the same weights (copied
    in order) give the same logits, bit for bit on the CPU. Identifiers are made here; the user's names
    appear in comments only, as ASCII literals.

    Raises
    ------
    ShapeError, NetworkError
        With the first problem's sentence, when the graph has errors.
    """
    analysis = analyse(graph)
    if not analysis.is_trainable:
        first = analysis.errors[0]
        raise (ShapeError if first.node_id in analysis.input_shapes else NetworkError)(first.message)
    lines, images, logits = _lines(graph, analysis)
    return "\n\n\n".join([_head(graph, lines), *_own_modules(lines), _network(lines, images, logits), _FOOT])


def _lines(graph: NetworkGraph, analysis: Analysis) -> tuple[list[_Line], Shape, str]:
    """Return a line for each layer that leads to the output, the image's shape, and the name of the logits."""
    start, end = graph.input_node, graph.output_node
    if start is None or end is None:
        raise NetworkError("The network needs an Input and an Output.")
    used = graph.upstream(end.id)
    order = [node_id for node_id in graph.topological_order() if node_id in used - {start.id, end.id}]
    names = _value_names(graph, order, start.id)
    attributes = _attributes(graph, order)
    lines = [_line(graph, analysis, node_id, attributes, names) for node_id in order]
    return lines, analysis.shapes[start.id], names[graph.predecessors(end.id)[0]]


def _line(
        graph: NetworkGraph, analysis: Analysis, node_id: str, attributes: Mapping[str, str],
        names: Mapping[str, str]) -> _Line:
    node, inputs = graph.nodes[node_id], analysis.input_shapes[node_id]
    arguments = tuple(names[source] for source in graph.predecessors(node_id))
    constructor = CONSTRUCTORS[node.kind](inputs, node.parameters)
    attribute = attributes[node_id]
    comment = "" if node.name == node.id else _harmless(node.name)
    expression = (
        EXPRESSIONS[node.kind](arguments, inputs, node.parameters) if node.kind in EXPRESSIONS
        else f"self.{attribute}({', '.join(arguments)})")
    return _Line(attribute, constructor, analysis.shapes[node_id], comment, names[node_id], expression)


def _attributes(graph: NetworkGraph, order: Sequence[str]) -> dict[str, str]:
    """Return an attribute for each layer, numbered by kind in the order they run."""
    counts: dict[str, int] = {}
    attributes = {}
    for node_id in order:
        kind = graph.nodes[node_id].kind.lower()
        counts[kind] = counts.get(kind, 0) + 1
        attributes[node_id] = f"{kind}_{counts[kind]}"
    return attributes


def _value_names(graph: NetworkGraph, order: Sequence[str], start: str) -> dict[str, str]:
    """Name what comes out of each layer: ``x`` when only the next line needs it, else ``kept_1``, ``kept_2`` ..."""
    sequence = [start, *order]
    names: dict[str, str] = {}
    kept = 0
    for index, node_id in enumerate(sequence):
        following = set(graph.successors(node_id)) & set(sequence)
        if following <= set(sequence[index + 1:index + 2]):
            names[node_id] = "x"
        else:
            kept += 1
            names[node_id] = f"kept_{kept}"
    names[start] = "images"
    return names


def _harmless(name: str) -> str:
    """Return the user's name as an ASCII literal without line breaks, safe inside a comment."""
    return ascii(name[:_NAME_LIMIT])


def _head(graph: NetworkGraph, lines: Sequence[_Line]) -> str:
    table = rows(graph)
    weights, multiply_adds = sum(row.weights for row in table), sum(row.multiply_adds for row in table)
    return "\n".join([
        '"""A network for image classification, written by CNN Studio; needs PyTorch only.',
        "",
        f"{len(lines)} layers, {weights:,} weights, {multiply_adds:,} multiply-adds an image.",
        '"""',
        "",
        "import torch",
        "from torch import Tensor, nn"])


def _own_modules(lines: Sequence[_Line]) -> list[str]:
    """Return the classes PyTorch does not have, as far as the network needs them."""
    return [text for name, text in OWN_MODULES.items() if any(line.constructor.startswith(name) for line in lines)]


def _network(lines: Sequence[_Line], images: Shape, logits: str) -> str:
    size = ", ".join(str(side) for side in images)
    classes = lines[-1].shape[0] if lines else images[0]
    made = [line for line in lines if line.constructor]
    constructors = [f"        self.{line.attribute} = {line.constructor}{_remark(line)}" for line in made]
    calls = [f"        {line.result} = {line.expression}{_shape_remark(line)}" for line in lines]
    return "\n".join([
        "class Network(nn.Module):",
        f'    """Takes normalised images (N, {size}) and gives logits (N, {classes})."""',
        "",
        f"    image_shape = ({size})",
        "",
        "    def __init__(self) -> None:",
        "        super().__init__()",
        *constructors,
        "",
        "    def forward(self, images: Tensor) -> Tensor:",
        *calls,
        f"        return {logits}"])


def _remark(line: _Line) -> str:
    return f"  # {line.comment}" if line.comment else ""


def _shape_remark(line: _Line) -> str:
    """Return the shape as a comment, with the user's name where no constructor line carries it."""
    name = "" if line.constructor or not line.comment else f" {line.comment}"
    return f"  # (N, {', '.join(str(side) for side in line.shape)}){name}"


_FOOT = '''\
if __name__ == "__main__":
    network = Network()
    images = torch.rand(1, *Network.image_shape)
    print(network)
    print("logits:", tuple(network(images).shape), "weights:", sum(w.numel() for w in network.parameters()))
'''
