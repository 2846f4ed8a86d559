"""Finds what fits together and is still no good idea, whatever it is trained on."""

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import Any

from cnnstudio.network.backbone_checks import backbone_warnings
from cnnstudio.network.batch_checks import batch_warnings
from cnnstudio.network.capacity_checks import capacity_warnings
from cnnstudio.network.design import CheckContext, Design
from cnnstudio.network.edits import Compound, Edit, InsertOnEdge, SetParameter
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.head_checks import head_warnings
from cnnstudio.network.kinds.windows import spread
from cnnstudio.network.layer_kinds import Shape, pair_text, shape_text
from cnnstudio.network.mends import output_shape, remove_mend
from cnnstudio.network.problems import Mend, Problem
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.sight_checks import sight_warnings
from cnnstudio.wording import translate

_KEEPS_SOFTMAX = frozenset({"Dropout", "Flatten", "Softmax"})


def design_warnings(design: Design, context: CheckContext | None) -> Iterator[Problem]:
    """Yield warnings about layers that have a shape; ``context`` adds what matters for a training only."""
    yield from _plain_warnings(design.graph, design.shapes, design.order)
    if context is not None:
        yield from backbone_warnings(design)
        yield from head_warnings(design)
        yield from sight_warnings(design)
        yield from batch_warnings(design, context)
        yield from capacity_warnings(design, context)


def _plain_warnings(graph: NetworkGraph, shapes: Mapping[str, Shape], order: Sequence[str]) -> Iterator[Problem]:
    yield from _softmax_before_loss(graph)
    for node_id in order:
        node = graph.nodes[node_id]
        if node_id in shapes and layer_kind(node.kind).is_weighted:
            yield from _no_activation(graph, node, shapes)
        if node_id in shapes and {"kernel_size", "dilation", "same"} <= node.parameters.keys():
            yield from _kernel_on_padding(graph, node, shapes)


def wish_problems(graph: NetworkGraph, input_shape: Shape | None, classes: int | None) -> Iterator[Problem]:
    """Yield errors where the network is made for other images or another number of classes than the folder's."""
    start, end = graph.input_node, graph.output_node
    if start is not None and input_shape is not None:
        takes = tuple(start.parameters[name] for name in ("channels", "height", "width"))
        if takes != input_shape:
            message = translate(
                "network", "{start} takes {takes} and the images are {input_shape}.", start=start.name,
                takes=shape_text(takes), input_shape=shape_text(input_shape))
            label = translate("network", "Fit to {input_shape}", input_shape=shape_text(input_shape))
            yield Problem(start.id, "error", message, (Mend(label, fit_to(graph, input_shape, None)),))
    if end is not None and classes is not None and end.parameters["classes"] != classes and classes > 1:
        message = translate(
            "network", "{end} has {classes} classes and the image folder has {other_classes}.", end=end.name,
            classes=end.parameters['classes'], other_classes=classes)
        yield Problem(end.id, "error", message, (Mend(translate(
            "network", "Fit to {classes} classes", classes=classes), fit_to(graph, None, classes)),))


def _softmax_before_loss(graph: NetworkGraph) -> Iterator[Problem]:
    node = graph.output_node
    while node is not None:
        feeding = graph.predecessors(node.id)
        node = graph.nodes[feeding[0]] if len(feeding) == 1 else None
        if node is not None and node.kind == "Softmax":
            message = translate(
                "network", "{layer} stands before the output: the loss (cross-entropy) applies softmax by itself, and "
                "twice makes learning slow.", layer=node.name)
            yield Problem(node.id, "warning", message, (remove_mend(node),))
        if node is not None and node.kind not in _KEEPS_SOFTMAX:
            return


def _no_activation(graph: NetworkGraph, node: Node, shapes: Mapping[str, Shape]) -> Iterator[Problem]:
    """Warn when only linear layers stand between this layer with weights and the one before it.

    A narrow layer between two wide places is no mistake: the two have fewer weights than one (MobileNetV2). Nor is a
    depthwise convolution in front of one that mixes its channels (Xception, Chollet, 2017).
    """
    path = [node]
    while True:
        feeding = graph.predecessors(path[-1].id)
        if len(feeding) != 1:
            return
        path.append(graph.nodes[feeding[0]])
        kind = layer_kind(path[-1].kind)
        if kind.is_weighted:
            break
        if not kind.is_linear:
            return
    first = path.pop()
    if first.kind == "DepthwiseConv2d" or _is_bottleneck(graph, first, node, shapes):
        return
    before, after = (path[-1], path[-2]) if path[-1].kind == "BatchNorm2d" else (first, path[-1])
    message = translate(
        "network", "{layer} follows {first} without an activation between them: the two together can do no more than "
        "one.", layer=node.name, first=first.name)
    yield Problem(node.id, "warning", message, (Mend(translate(
        "network", "Insert ReLU"), _insert_relu(graph, before, after)),))


def _is_bottleneck(graph: NetworkGraph, first: Node, last: Node, shapes: Mapping[str, Shape]) -> bool:
    arriving = [shapes[source][0] for source in graph.predecessors(first.id) if source in shapes]
    return bool(arriving) and shapes[first.id][0] < min(*arriving, shapes[last.id][0])


def _insert_relu(graph: NetworkGraph, before: Node, after: Node) -> Edit:
    relu = graph.draft_node("ReLU", (before.x + after.x) / 2, (before.y + after.y) / 2)
    return InsertOnEdge(relu, Edge(before.id, after.id, graph.in_edges(after.id)[0].port))


def _kernel_on_padding(graph: NetworkGraph, node: Node, shapes: Mapping[str, Shape]) -> Iterator[Problem]:
    """Warn when the kernel is so much larger than what arrives that a part of it never meets a pixel."""
    arriving = shapes[graph.predecessors(node.id)[0]]
    kernel = node.parameters["kernel_size"]
    useful = prod(_useful_values(node, axis, arriving, shapes[node.id]) for axis in (0, 1))
    if useful == prod(kernel):
        return
    message = translate(
        "network", "{layer} has a {kernel} kernel and gets {height} × {width} pixels: only {useful} of its "
        "{other_kernel} values ever come over a pixel, the others over padding.", layer=node.name,
        kernel=pair_text(kernel), height=arriving[1], width=arriving[2], useful=useful, other_kernel=prod(kernel))
    yield Problem(node.id, "warning", message, tuple(_smaller_kernel(node, arriving, shapes[node.id])))


def _useful_values(node: Node, axis: int, arriving: Shape, output: Shape) -> int:
    """Return how many of the kernel's rows (or columns) lie over a pixel at one place at least."""
    size, places = arriving[1 + axis], output[1 + axis]
    kernel, gap = node.parameters["kernel_size"][axis], node.parameters["dilation"][axis]
    span = spread(kernel, gap)
    if span <= size:
        return int(kernel)
    stride = node.parameters["stride"][axis]
    padding = (span - 1) // 2 if node.parameters["same"] else node.parameters["padding"][axis]
    starts = [padding - index * gap for index in range(kernel)]
    return sum(max(0, -(-start // stride)) <= min(places - 1, (start + size - 1) // stride) for start in starts)


def _smaller_kernel(node: Node, arriving: Shape, wanted: Shape) -> Iterator[Mend]:
    """Offer the largest kernel that lies inside what arrives and leaves the output shape as it is."""
    kernel, padding = zip(*(_inside(node.parameters, axis, arriving[1 + axis]) for axis in (0, 1)), strict=True)
    changed = {"kernel_size": kernel} | ({} if node.parameters["same"] else {"padding": padding})
    if output_shape(node.kind, [arriving], node.parameters | changed) == wanted:
        label = translate("network", "Set kernel size to {kernel}", kernel=pair_text(kernel))
        yield Mend(label, Compound(label, [SetParameter(node.id, name, value) for name, value in changed.items()]))


def _inside(parameters: Mapping[str, Any], axis: int, size: int) -> tuple[int, int]:
    """Return the largest kernel of at most ``size`` pixels along an axis and the padding that keeps the output."""
    before, gap = parameters["kernel_size"][axis], parameters["dilation"][axis]
    kernel = min(before, (size - 1) // gap + 1)
    less = gap * (before - kernel)
    return kernel, parameters["padding"][axis] - (less + 1) // 2
