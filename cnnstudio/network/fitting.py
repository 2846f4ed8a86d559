"""Fits a network to an image folder: its input shape and its number of classes."""

from dataclasses import dataclass

from cnnstudio.errors import NetworkError
from cnnstudio.network.edits import Compound, Edit, SetParameter
from cnnstudio.network.graph import NetworkGraph, Node
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import counted, translate

_INPUT_PARAMETERS = ("channels", "height", "width")


@dataclass(frozen=True, slots=True)
class Head:
    """The layer that decides how many values arrive at the Output."""

    node: Node
    values: int
    """That arrive."""
    pieces: int
    """How many of the layer's values make one of them."""


def head_of(graph: NetworkGraph) -> Head | None:
    """Return the layer that decides how many values arrive at the Output; None when no single one does."""
    node, pieces = (None, 1) if graph.output_node is None else _last_counting_layer(graph, graph.output_node)
    if node is None:
        return None
    return Head(node, node.parameters[layer_kind(node.kind).count_parameter] // pieces, pieces)


def set_values(head: Head, values: int) -> Edit:
    """Return the edit that lets so many values arrive at the Output; its label says what it does."""
    count, units = layer_kind(head.node.kind).count_parameter, values * head.pieces
    if count == "out_features":
        label = counted(units, translate("network", "Change {layer} to 1 unit", layer=head.node.name), translate(
            "network", "Change {layer} to {units:,} units", layer=head.node.name, units=units))
    else:
        label = counted(units, translate("network", "Change {layer} to 1 feature map", layer=head.node.name), translate(
            "network", "Change {layer} to {units:,} feature maps", layer=head.node.name, units=units))
    return Compound(label, [SetParameter(head.node.id, count, units)])


def fit_to(graph: NetworkGraph, input_shape: Shape | None, classes: int | None, *, one_logit: bool = False) -> Edit:
    """Return the edit that sets the Input's shape, the last layer's units and the Output's classes.

    Parameters
    ----------
    graph : read now; the edit is for this graph
    input_shape : (C, H, W), or None to leave the input as it is
    classes : or None to leave the head as it is; a head that has one value for two classes keeps it
    one_logit : give two classes one value instead of two

    Raises
    ------
    NetworkError
        When the graph has no Input or no Output to fit, or the shape is not (C, H, W).
    """
    edits: list[Edit] = []
    if input_shape is not None:
        edits += _fit_input(graph, input_shape)
    if classes is not None:
        edits += _fit_head(graph, classes, one_logit=one_logit)
    return Compound(translate("network", "Fit to the images"), edits)


def _fit_input(graph: NetworkGraph, input_shape: Shape) -> list[Edit]:
    node = graph.input_node
    if node is None:
        raise NetworkError(translate("network", "The network has no Input: add one first."))
    if len(input_shape) != 3:
        raise NetworkError(translate("network", "An input shape is channels, height and width, such as 3,64,64."))
    return [SetParameter(node.id, name, value) for name, value in zip(_INPUT_PARAMETERS, input_shape, strict=True)]


def _fit_head(graph: NetworkGraph, classes: int, *, one_logit: bool) -> list[Edit]:
    output = graph.output_node
    if output is None:
        raise NetworkError(translate("network", "The network has no Output: add one first."))
    edits: list[Edit] = [SetParameter(output.id, "classes", classes)]
    node, pieces = _last_counting_layer(graph, output)
    if node is not None:
        count = layer_kind(node.kind).count_parameter
        is_single = classes == 2 and (one_logit or node.parameters[count] == pieces)
        edits.insert(0, SetParameter(node.id, count, pieces if is_single else classes * pieces))
    return edits


def _last_counting_layer(graph: NetworkGraph, output: Node) -> tuple[Node | None, int]:
    """Return the layer that decides how many values arrive at the output, and how many of its values make one."""
    node, pieces = output, 1
    while True:
        feeding = graph.predecessors(node.id)
        if len(feeding) != 1:
            return None, 1
        node = graph.nodes[feeding[0]]
        if layer_kind(node.kind).count_parameter:
            return node, pieces
        if node.kind == "Maxout":
            pieces *= node.parameters["pieces"]
        elif not layer_kind(node.kind).keeps_count and not _flattens_single_pixels(graph, node):
            return None, 1


def _flattens_single_pixels(graph: NetworkGraph, node: Node) -> bool:
    """Return whether a Flatten makes one value of each channel, because pooling left one pixel."""
    feeding = graph.predecessors(node.id)
    before = graph.nodes[feeding[0]] if node.kind == "Flatten" and feeding else node
    return before.parameters.get("output_size") == (1, 1)
