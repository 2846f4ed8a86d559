"""Finds edits that make a layer fit what arrives; each is tried out on the shape rules before it is offered."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import gcd
from typing import Any

from cnnstudio.errors import NetworkError
from cnnstudio.network.edits import Compound, Edit, InsertOnEdge, RemoveNodes, SetParameter
from cnnstudio.network.graph import Edge, NetworkGraph, Node
from cnnstudio.network.kinds.windows import spread
from cnnstudio.network.layer_kinds import Shape, pair_text, short_pair
from cnnstudio.network.problems import Mend
from cnnstudio.network.registry import layer_kind

MAX_MENDS = 3


@dataclass(frozen=True)
class Misfit:
    """A layer that cannot take what arrives.

    Attributes
    ----------
    inputs : the shapes that arrive, in port order
    shapes : the output shapes of the layers that have one
    """

    graph: NetworkGraph
    node: Node
    inputs: tuple[Shape, ...]
    shapes: Mapping[str, Shape]

    def fits(self, inputs: Sequence[Shape], **changed: Any) -> bool:
        """Return whether the layer would take ``inputs`` with some parameters changed."""
        return output_shape(self.node.kind, inputs, self.node.parameters | changed) is not None


def output_shape(kind: str, inputs: Sequence[Shape], parameters: Mapping[str, Any]) -> Shape | None:
    """Return what a layer makes of ``inputs``, or None when it cannot take them or a parameter is out of limits."""
    rules = layer_kind(kind)
    try:
        return rules.shape(inputs, rules.check_parameters(parameters))
    except NetworkError:
        return None


def mends_for(misfit: Misfit) -> tuple[Mend, ...]:
    """Return up to three edits that make the layer fit, the best first."""
    found: dict[str, Mend] = {}
    for mend in _MENDERS.get(misfit.node.kind, _no_mends)(misfit):
        if len(found) < MAX_MENDS:
            found.setdefault(mend.label, mend)
    return tuple(found.values()) or tuple(_removal(misfit))


def insert_before(graph: NetworkGraph, edge: Edge, steps: Sequence[tuple[str, Mapping[str, Any]]]) -> Edit:
    """Return the edit that puts layers of these kinds and parameters on an edge, in order."""
    edits: list[Edit] = []
    source, target = graph.nodes[edge.source], graph.nodes[edge.target]
    left = edge.source
    for number, (kind, parameters) in enumerate(steps, 1):
        share = number / (len(steps) + 1)
        x, y = source.x + share * (target.x - source.x), source.y + share * (target.y - source.y)
        node = graph.draft_node(kind, x, y, **parameters)
        edits.append(InsertOnEdge(node, Edge(left, edge.target, edge.port)))
        left = node.id
    titles = " and ".join(layer_kind(kind).title for kind, _ in steps)
    return edits[0] if len(edits) == 1 else Compound(f"Insert {titles}", edits)


def remove_mend(node: Node) -> Mend:
    """Return the mend that takes a layer out and closes the gap."""
    return Mend(f"Remove {node.name}", RemoveNodes([node.id]))


def _set(misfit: Misfit, label: str, **changed: Any) -> Iterator[Mend]:
    """Offer parameter changes when they make the layer fit."""
    if misfit.fits(misfit.inputs, **changed):
        edits = [SetParameter(misfit.node.id, name, value) for name, value in changed.items()]
        yield Mend(label, edits[0] if len(edits) == 1 else Compound(label, edits))


def _insert(misfit: Misfit, label: str, *steps: tuple[str, Mapping[str, Any]], port_index: int = 0,
            **changed: Any) -> Iterator[Mend]:
    """Offer to put layers before one input, maybe with parameters changed, when the layer then fits."""
    shape: Shape | None = misfit.inputs[port_index]
    for kind, parameters in steps:
        shape = None if shape is None else output_shape(kind, [shape], parameters)
    if shape is None:
        return
    inputs = list(misfit.inputs)
    inputs[port_index] = shape
    if not misfit.fits(inputs, **changed):
        return
    edge = misfit.graph.in_edges(misfit.node.id)[port_index]
    edits = [SetParameter(misfit.node.id, name, value) for name, value in changed.items()]
    insertion = insert_before(misfit.graph, edge, steps)
    yield Mend(label, Compound(label, [*edits, insertion]) if edits else insertion)


def _removal(misfit: Misfit) -> Iterator[Mend]:
    """Offer to take out the layer itself, the last resort."""
    if len(misfit.inputs) == 1 and layer_kind(misfit.node.kind).has_output:
        yield remove_mend(misfit.node)


def _without_vector(misfit: Misfit) -> Iterator[Mend]:
    """Offer to take out the layer that made a vector of the volume that is needed here."""
    edge = misfit.graph.in_edges(misfit.node.id)[0]
    maker = misfit.graph.nodes[edge.source]
    feeding = misfit.graph.predecessors(maker.id)
    if len(misfit.inputs[0]) != 1 or len(feeding) != 1 or len(misfit.graph.out_edges(maker.id)) != 1:
        return
    before = misfit.shapes.get(feeding[0])
    if before is not None and misfit.fits([before]):
        yield remove_mend(maker)


def _mend_linear(misfit: Misfit) -> Iterator[Mend]:
    follow = {"in_features": 0} if misfit.node.parameters["in_features"] else {}
    (shape,) = misfit.inputs
    if len(shape) == 1:
        yield from _set(misfit, f"Set in_features to {shape[0]}", in_features=shape[0])
        yield from _set(misfit, "Let in_features follow", in_features=0)
        return
    for title, kind in (("Insert Flatten", "Flatten"), ("Insert global average pooling", "GlobalAvgPool2d")):
        plain = list(_insert(misfit, title, (kind, {})))
        yield from plain or _insert(misfit, f"{title}, let in_features follow", (kind, {}), **follow)


def _mend_convolution(misfit: Misfit) -> Iterator[Mend]:
    parameters, shape = misfit.node.parameters, misfit.inputs[0]
    if len(shape) == 1:
        yield from _without_vector(misfit)
        return
    if parameters["same"] and tuple(parameters["stride"]) != (1, 1):
        yield from _set(misfit, "Set stride to 1", stride=(1, 1))
        half = _half_padding(parameters)
        yield from _set(misfit, f"Set padding to {short_pair(half)} instead of same", same=False, padding=half)
        return
    groups = _fitting_divisor(gcd(shape[0], parameters["out_channels"]), parameters["groups"])
    if groups != parameters["groups"]:
        yield from _set(misfit, f"Set groups to {groups}", groups=groups)
        multiple = -(-parameters["out_channels"] // parameters["groups"]) * parameters["groups"]
        yield from _set(misfit, f"Set out_channels to {multiple}", out_channels=multiple)
        yield from _set(misfit, "Set groups to 1", groups=1)
        return
    yield from _mend_large_kernel(misfit)


def _mend_large_kernel(misfit: Misfit) -> Iterator[Mend]:
    parameters, (_channels, *sides) = misfit.node.parameters, misfit.inputs[0]
    if tuple(parameters["stride"]) == (1, 1):
        yield from _set(misfit, "Keep the size (same)", same=True)
    half = _half_padding(parameters)
    yield from _set(misfit, f"Set padding to {short_pair(half)}", padding=half)
    yield from _set_kernel(misfit, sides)


def _set_kernel(misfit: Misfit, sides: Sequence[int]) -> Iterator[Mend]:
    """Offer the largest kernel that lies inside the padded input, or, when dilation is in the way, without it."""
    parameters = misfit.node.parameters
    dilation, padding = parameters.get("dilation", (1, 1)), parameters["padding"]
    kernel = tuple(
        min(parameters["kernel_size"][axis], (sides[axis] + 2 * padding[axis] - 1) // dilation[axis] + 1)
        for axis in (0, 1))
    yield from _set(misfit, f"Set kernel size to {pair_text(kernel)}", kernel_size=kernel)


def _mend_pooling(misfit: Misfit) -> Iterator[Mend]:
    parameters, shape = misfit.node.parameters, misfit.inputs[0]
    if len(shape) == 1:
        yield from _without_vector(misfit)
        return
    kernel, padding = parameters["kernel_size"], parameters["padding"]
    allowed = tuple(min(padding[axis], kernel[axis] // 2) for axis in (0, 1))
    if allowed != tuple(padding):
        yield from _set(misfit, f"Set padding to {short_pair(allowed)}", padding=allowed)
        wider = tuple(max(kernel[axis], 2 * padding[axis]) for axis in (0, 1))
        yield from _set(misfit, f"Set window size to {pair_text(wider)}", kernel_size=wider)
        return
    smaller = tuple(min(kernel[axis], shape[1 + axis]) for axis in (0, 1))
    fitting = tuple(min(padding[axis], smaller[axis] // 2) for axis in (0, 1))
    changed = {"kernel_size": smaller} | ({} if fitting == tuple(padding) else {"padding": fitting})
    yield from _set(misfit, f"Set window size to {pair_text(smaller)}", **changed)
    yield from _removal(misfit)


def _mend_maxout(misfit: Misfit) -> Iterator[Mend]:
    count, pieces = misfit.inputs[0][0], misfit.node.parameters["pieces"]
    divisors = [number for number in range(2, 65) if count % number == 0]
    for number in sorted(divisors, key=lambda divisor: abs(divisor - pieces))[:2]:
        yield from _set(misfit, f"Set pieces to {number}", pieces=number)


def _mend_add(misfit: Misfit) -> Iterator[Mend]:
    """Offer a 1×1 convolution before one input that gives it the shape of another."""
    for reference in range(len(misfit.inputs)):
        wrong = [index for index, shape in enumerate(misfit.inputs) if shape != misfit.inputs[reference]]
        if len(wrong) == 1:
            yield from _insert_projection(misfit, wrong[0], misfit.inputs[reference])


def _insert_projection(misfit: Misfit, index: int, wanted: Shape) -> Iterator[Mend]:
    shape = misfit.inputs[index]
    if len(shape) == 1 and len(wanted) == 1:
        yield from _insert(misfit, f"Insert Dense with {wanted[0]} units before input {index + 1}",
                           ("Linear", {"out_features": wanted[0]}), port_index=index)
    if len(shape) != 3 or len(wanted) != 3:
        return
    stride = tuple(max(1, -(-shape[axis] // wanted[axis])) for axis in (1, 2))
    step = "" if stride == (1, 1) else f", stride {short_pair(stride)},"
    label = f"Insert 1×1 convolution with {wanted[0]} feature maps{step} before input {index + 1}"
    yield from _insert(misfit, label, (
        "Conv2d", {"out_channels": wanted[0], "kernel_size": (1, 1), "stride": stride}), port_index=index)


def _mend_concatenate(misfit: Misfit) -> Iterator[Mend]:
    """Offer to bring one input to the height and width of the others."""
    for reference in range(len(misfit.inputs)):
        wanted = misfit.inputs[reference]
        wrong = [index for index, shape in enumerate(misfit.inputs) if shape[1:] != wanted[1:]]
        if len(wrong) == 1 and len(wanted) == 3:
            size = (wanted[1], wanted[2])
            label = f"Insert adaptive average pooling to {pair_text(size)} before input {wrong[0] + 1}"
            yield from _insert(
                misfit, label, ("AdaptiveAvgPool2d", {"output_size": size}), port_index=wrong[0])


def _mend_output(misfit: Misfit) -> Iterator[Mend]:
    shape, classes = misfit.inputs[0], misfit.node.parameters["classes"]
    head = ("Linear", {"out_features": classes})
    if len(shape) == 3:
        yield from _insert(misfit, "Insert global average pooling and Dense", ("GlobalAvgPool2d", {}), head)
        yield from _insert(misfit, "Insert Flatten and Dense", ("Flatten", {}), head)
        return
    dense = last_dense(misfit.graph, misfit.node.id)
    if dense is not None:
        label = f"Set out_features of {dense.name} to {classes}"
        yield Mend(label, SetParameter(dense.id, "out_features", classes))
    yield from _set(misfit, f"Set classes to {shape[0]}", classes=shape[0])
    if dense is None:
        yield from _insert(misfit, f"Insert Dense with {classes} units", head)


def last_dense(graph: NetworkGraph, output_id: str) -> Node | None:
    """Return the dense layer whose units arrive at the output unchanged in number, if there is one."""
    node = graph.nodes[output_id]
    while True:
        feeding = graph.predecessors(node.id)
        if len(feeding) != 1:
            return None
        node = graph.nodes[feeding[0]]
        if node.kind == "Linear":
            return node
        if node.kind != "Flatten" and not layer_kind(node.kind).keeps_count:
            return None


def _half_padding(parameters: Mapping[str, Any]) -> tuple[int, int]:
    rows, columns = (
        spread(kernel, gap) // 2
        for kernel, gap in zip(parameters["kernel_size"], parameters["dilation"], strict=True))
    return rows, columns


def _fitting_divisor(number: int, wanted: int) -> int:
    """Return the largest divisor of ``number`` that is at most ``wanted``."""
    return max(divisor for divisor in range(1, min(number, wanted) + 1) if number % divisor == 0)


def _no_mends(_misfit: Misfit) -> Iterator[Mend]:
    return iter(())


_MENDERS: Mapping[str, Callable[[Misfit], Iterator[Mend]]] = {
    "Linear": _mend_linear,
    "Conv2d": _mend_convolution,
    "MaxPool2d": _mend_pooling,
    "AvgPool2d": _mend_pooling,
    "AdaptiveAvgPool2d": _without_vector,
    "GlobalAvgPool2d": _without_vector,
    "BatchNorm2d": _without_vector,
    "Maxout": _mend_maxout,
    "Add": _mend_add,
    "Concatenate": _mend_concatenate,
    "Output": _mend_output,
}
